"""Public holidays, from the holidays library, kept in a small file so that a day's run need not load all the world's."""

from __future__ import annotations

import contextlib
import importlib.util
import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from pipeline.ledger.file import data_folder
from pipeline.model.errors import UserError
from pipeline.rules.workdays import Workdays

_FILE = "public-holidays.json"
_ANYWHERE = "-*"


def workdays_of(country: str, days_off: Sequence[tuple[date, date]] = ()) -> Workdays:
    """Make the business days of a country by its two letters, or of a part of one, as GB-ENG.

    Where a country has parts and none is given, nothing is promised for a holiday of any part. A country that is unknown
    has no public holidays.
    """
    known, code = _Known(data_folder() / _FILE), country.upper()
    anywhere = _anywhere_in(code)
    return Workdays(
        lambda year: known.holidays(code, year), days_off, lambda year: known.holidays(anywhere, year)
    )


def _anywhere_in(code: str) -> str:
    """Name what holds the holidays of all parts of a country together; a part of one has only its own."""
    return code + _ANYWHERE if len(code) == 2 else code


def knows_country(code: str) -> bool:
    """Tell whether the public holidays of a country, or of a part of one, are known."""
    known = _Known(data_folder() / _FILE)
    if known.has(code.upper()):
        return True
    country, _, part = code.upper().partition("-")
    parts = _parts(country)
    return parts is not None and (country == code.upper() or part in parts)


def countries() -> tuple[tuple[str, str], ...]:
    """List the countries whose public holidays are known, as (two letters, English name), by name."""
    import holidays
    from babel import Locale

    names = Locale("en").territories
    known = [code for code in holidays.list_supported_countries() if len(code) == 2 and code in names]
    return tuple(sorted(((code, str(names[code])) for code in known), key=lambda pair: pair[1]))


def parts_of(country: str) -> tuple[tuple[str, str], ...]:
    """List the parts of a country that may have holidays of their own, as (code, name), by name; none for an unknown country."""
    import holidays

    code = country.upper().partition("-")[0]
    names: dict[str, str] = {}
    if codes := _parts(code):
        names = {part: part for part in codes}
        for name, part in getattr(getattr(holidays, code), "subdivisions_aliases", {}).items():
            if part in names and names[part] == part:
                names[part] = name
    return tuple(sorted(names.items(), key=lambda pair: pair[1]))


class _Known:
    """What the library said, by country and year, as long as it is the same library."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp = _library_stamp()
        self._days: dict[str, dict[str, str]] = {}
        with contextlib.suppress(OSError, ValueError, LookupError, AttributeError):
            kept = json.loads(path.read_text(encoding="ascii"))
            if kept.get("library") == self._stamp:
                self._days = kept["names"]

    def has(self, country: str) -> bool:
        return any(days and key.startswith(country + " ") for key, days in self._days.items())

    def holidays(self, country: str, year: int) -> dict[date, str]:
        key = f"{country} {year}"
        if key not in self._days:
            # Loading the library takes longer than asking it, so what a promise asks for (R8) is asked along.
            for each in dict.fromkeys((country, _anywhere_in(country))):
                found = sorted(_from_library(each, year).items())
                self._days[f"{each} {year}"] = {day.isoformat(): name for day, name in found}
            if self._days[key]:
                self._keep()
        return {date.fromisoformat(day): name for day, name in self._days[key].items()}

    def _keep(self) -> None:
        from pipeline.workbook.replace import replace_file

        # Only a saving of time: where it can't be kept, the library is asked again.
        with contextlib.suppress(OSError, UserError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            replace_file(
                self._path, json.dumps({"library": self._stamp, "names": self._days}).encode("ascii")
            )


def _library_stamp() -> str:
    found = importlib.util.find_spec("holidays")
    origin = Path(found.origin) if found and found.origin else None
    return f"{origin} {origin.stat().st_mtime_ns}" if origin else ""


def _parts(country: str) -> tuple[str, ...] | None:
    """List the codes of a country's parts; None for what is no country."""
    import holidays

    found = getattr(holidays, country, None) if len(country) == 2 and country.isalpha() else None
    return tuple(found.subdivisions) if found is not None else None


@cache  # also where the file can't be kept, a window asks for a day after each thing that is typed
def _from_library(country: str, year: int) -> Mapping[date, str]:
    import holidays

    code, _, part = country.partition("-")
    parts = (_parts(code) or ()) if country.endswith(_ANYWHERE) else (part,)
    found: dict[date, str] = {}
    with contextlib.suppress(NotImplementedError):
        for each in parts or ("",):
            found |= dict(holidays.country_holidays(code, subdiv=each or None, years=year))
    return found
