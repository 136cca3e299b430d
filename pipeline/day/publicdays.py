"""Public holidays, from the holidays library, kept in a small file so that a day's run need not load all the world's."""

from __future__ import annotations

import contextlib
import importlib.util
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pipeline.ledger.ledger import data_folder
from pipeline.model.errors import UserError
from pipeline.rules.workdays import Workdays

_FILE = "public-holidays.json"


def workdays_of(country: str, days_off: Sequence[tuple[date, date]] = ()) -> Workdays:
    """Make the business days of a country by its two letters; a country that is unknown has no public holidays."""
    known = _Known(data_folder() / _FILE)
    return Workdays(lambda year: known.holidays(country.upper(), year), days_off)


def knows_country(code: str) -> bool:
    """Tell whether a country's public holidays are known."""
    known = _Known(data_folder() / _FILE)
    if known.has(code.upper()):
        return True
    import holidays

    return len(code) == 2 and code.isalpha() and hasattr(holidays, code.upper())


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
            found = sorted(_from_library(country, year).items())
            self._days[key] = {day.isoformat(): name for day, name in found}
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


def _from_library(country: str, year: int) -> dict[date, str]:
    import holidays

    try:
        return dict(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return {}
