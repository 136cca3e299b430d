"""Settings written from elsewhere than Excel: judged first, then only the cells that differ, and never over a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline.day.beginning import is_list
from pipeline.day.place import Place
from pipeline.day.publicdays import knows_country, workdays_of
from pipeline.ledger.records import digest
from pipeline.letters.order import Written
from pipeline.letters.sample import sample_letter
from pipeline.letters.templates import load_templates
from pipeline.model import Settings
from pipeline.model.errors import FAILED, USAGE, UserError
from pipeline.model.invented import PERSON
from pipeline.model.texts import spelled
from pipeline.rules.intervals import Intervals
from pipeline.sheets import schema
from pipeline.sheets.read import Book, read_book
from pipeline.sheets.setting_edits import SettingRow, SettingsTyped, judge_typed, own_rows, standings
from pipeline.sheets.table import Table
from pipeline.workbook.save import save


@dataclass(frozen=True, slots=True)
class SettingsSheet:
    """The Settings of a workbook as they stand; `own` names the rows that are the user's own, and left alone."""

    book: Book
    standings: tuple[SettingRow, ...]
    own: tuple[str, ...]

    @property
    def table(self) -> Table:
        """Return the sheet's table."""
        return self.book.tables[schema.SETTINGS_SHEET.name]

    @property
    def shown(self) -> str:
        """Return the hash of what the cells say: what a form that changes them posts back."""
        return digest(*(f"{s.setting.attr}={s.text}" for s in self.standings))

    @property
    def values(self) -> dict[str, str]:
        """Give each setting's text by its attribute."""
        return {s.setting.attr: s.text for s in self.standings}

    def judge(self, typed: Mapping[str, str], today: date) -> SettingsTyped:
        """Judge what was typed as the day will once it is written."""
        return judge_typed(self.table, typed, today, knows_country)


def read_settings_sheet(workbook: Path) -> SettingsSheet:
    """Read the Settings. Raises UserError (exit 4) where the workbook can't be read."""
    book = read_book(workbook, [schema.SETTINGS_SHEET])
    table = book.tables[schema.SETTINGS_SHEET.name]
    return SettingsSheet(book, standings(table), own_rows(table))


def write_settings(sheet: SettingsSheet, typed: SettingsTyped, shown: str, now: datetime) -> bool:
    """Write the cells that differ; tell whether any did.

    Raises UserError where one can't be read, where the cells changed since they were `shown`, and as `save` does.
    """
    stop = next((said.message for said in typed.said.values() if said.stops), "")
    if stop:
        raise UserError(stop, exit_code=USAGE)
    if shown != sheet.shown:
        raise UserError(
            "Settings changed in the workbook since you saw them here. Look at them again, then save.",
            exit_code=FAILED,
        )
    book = sheet.book
    backups = Place(book.path).backups
    return bool(
        save(book.path, typed.edits, read_sha256=book.sha256, backups=backups, now=now, package=book.package)
    )


def is_untouched(values: Mapping[str, str]) -> bool:
    """Tell whether Settings are still nobody's: no name or no address, or the example person's."""
    return any(not values[a].strip() or spelled(values[a]) == spelled(PERSON[a]) for a in ("name", "email"))


def begins(workbook: Path) -> bool:
    """Tell whether somebody is only beginning: there is no workbook yet, or only their list, or its Settings are nobody's."""
    try:
        return not workbook.exists() or is_untouched(read_settings_sheet(workbook).values)
    except UserError:  # what else is wrong with it is said where it is shown
        return is_list(workbook)


def trial_letter(settings: Settings, workbook: Path, today: date) -> Written:
    """Write the sample letter that these settings make. Raises UserError for a fault in the template."""
    workdays = workdays_of(settings.holiday_country, settings.days_off)
    call_on = workdays.promised(today, Intervals().call_email)
    templates = load_templates(Place(workbook).templates)
    return sample_letter(settings, templates, schema.in_letters(), today=today, call_on=call_on)
