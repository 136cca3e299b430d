"""The paper of a country."""

LETTER_COUNTRIES = frozenset(
    {"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "VE", "DO", "NI", "SV", "HN"}
)


def letter_paper(country: str) -> bool:
    """Tell whether a country, by its two letters, or a part of one, prints on US Letter; elsewhere paper is A4 (ISO 216)."""
    return country.upper().partition("-")[0] in LETTER_COUNTRIES
