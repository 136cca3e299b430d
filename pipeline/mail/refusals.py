"""What a mail server means by its refusal: wrong address, full, not you, not now, and what the user can do. Pure."""

from __future__ import annotations

import re

from pipeline.model.came_in import by_way, command

_ENHANCED = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
_LOGIN_CODES = frozenset({530, 534, 535, 538})
STOPPING = _LOGIN_CODES | {421, 454}
_BAD_ADDRESS = frozenset(
    {"5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1", "5.4.4", "5.4.1"}
)
_TOO_LARGE = frozenset({"5.2.3", "5.3.4"})
# 5.7.139 and 5.7.57 are Microsoft's, 5.7.30 its newer word for a password at all, 5.7.14 Google's "log in by browser".
_NO_PASSWORD = re.compile(
    r"\b5\.7\.(?:139|30|14|57)\b|basic ?auth(?:entication)? is (?:disabled|not supported)|SmtpClientAuthentication is disabled"
    r"|AUTHENTICATE failed.*disabled|LOGIN failed.*(?:disabled|blocked by)|WEBALERT|log ?in via your web browser",
    re.IGNORECASE,
)


def enhanced_codes(text: str) -> frozenset[str]:
    """Find the enhanced status codes in a reply (RFC 3463)."""
    return frozenset(_ENHANCED.findall(text))


def takes_no_password(text: str) -> bool:
    """Tell whether a refused login means that no password will ever do, an app password neither."""
    return _NO_PASSWORD.search(text) is not None


def no_password_sentence(said: str) -> str:
    """Say it to a user whose school, firm or provider has switched passwords off."""
    return (
        f"This account lets no program log in by password {said}; most schools and firms have switched that off, and no app "
        "password changes it. Set Send through on the Settings sheet to Browser: each letter then opens in your own mail, "
        "filled in. Set Read replies from to None, and enter replies in Replied on."
    )


def is_bad_address(text: str) -> bool:
    """Tell whether a refusal says that there is no such address."""
    return not _BAD_ADDRESS.isdisjoint(enhanced_codes(text))


def stops_all(point: str, code: int, text: str) -> bool:
    """Tell whether no further letter can go now, whoever it is to."""
    codes = enhanced_codes(text)
    too_large = code == 552 or not _TOO_LARGE.isdisjoint(codes)
    return code in STOPPING or "5.4.5" in codes or (point == "MAIL" and code >= 500 and not too_large)


def password_refused(variable: str = "") -> str:
    """Say what to do about a password that was not taken; `variable`: the one of the environment that holds it."""
    if variable:
        anew = by_way(typed="", clicked=", and open this window anew")
        return f"It stands in {variable}: change it there{anew}."
    return (
        "When the account's password changes, an app password ends with it: sign in with a new one, or with the new password "
        f"where your provider takes that ({command('gmail', 'login')})."
    )


def stop_sentence(code: int, text: str, variable: str = "") -> str:
    """Say why the run stops and what to do next; `variable`: the one of the environment that holds the password."""
    said = f"({code} {text})"
    if code in (*_LOGIN_CODES, 550, 454) and takes_no_password(text):
        return f"{no_password_sentence(said)} The letters stay approved."
    if code in _LOGIN_CODES:
        return f"The server did not take the password {said}. {password_refused(variable)} The letters stay approved."
    if "5.4.5" in enhanced_codes(text):
        return f"The account has sent as much as it may for now {said}. The letters stay approved: send again in a day."
    if 400 <= code < 500:
        return f"The server takes nothing more just now {said}. The letters stay approved: send again later."
    return f"The server does not let this account send {said}. Check Email and Send through in Settings; the letters stay approved."
