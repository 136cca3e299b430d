"""A form of settings sent back: what was typed, judged, and written where nothing stops it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from pipeline.day.enclosure import keep_resume
from pipeline.day.settling import SettingsSheet, write_settings
from pipeline.model.errors import UserError
from pipeline.review.settingfields import flawed, settings_typed
from pipeline.sheets.setting_edits import Objection, SettingsTyped
from pipeline.workbook.locks import find_lock

if TYPE_CHECKING:
    from werkzeug.datastructures import FileStorage, MultiDict

_NEEDED = {
    "name": "Type your name: letters are signed with it.",
    "email": "Type your e-mail address: letters come from it.",
}


FLAWED = "Some words would not read well in a letter: see below. Take the words offered, or save once more to keep your own."


class Answered(NamedTuple):
    """What came of a form: what was typed, how it was judged, why nothing was written, or that it was."""

    typed: dict[str, str]
    judged: SettingsTyped
    alert: str = ""
    done: bool = False


def looked_at(
    sheet: SettingsSheet,
    form: MultiDict[str, str],
    attrs: Collection[str],
    today: date,
    *,
    beginning: bool = False,
) -> Answered:
    """Judge a form of these settings, or take a mended phrase into it; nothing is written. At the `beginning` a name and an address are asked for."""
    typed = settings_typed(form, attrs)
    judged = sheet.judge(typed, today)
    wish, _, attr = form.get("do", "").partition("-")
    if wish == "take" and attr in judged.said and judged.said[attr].mended:
        typed[attr] = judged.said[attr].mended
        judged = sheet.judge(typed, today)
    return Answered(typed, _asked(judged, typed) if beginning else judged)


def answered(
    sheet: SettingsSheet,
    form: MultiDict[str, str],
    files: MultiDict[str, FileStorage],
    attrs: Collection[str],
    today: date,
    now: datetime,
    *,
    beginning: bool = False,
) -> Answered:
    """Do what a form says: show it anew, take a mended phrase, or save. A resume that came along is kept whatever else is wrong."""
    found = looked_at(sheet, form, attrs, today, beginning=beginning)
    try:
        resume = _resume(sheet, files)
    except UserError as stop:
        return found._replace(alert=str(stop))
    if resume:
        typed = {**found.typed, **resume}
        judged = sheet.judge(typed, today)
        found = Answered(typed, _asked(judged, typed) if beginning else judged)
    return _saved(sheet, found, form, now, beginning) if form.get("do", "save") == "save" else found


def _saved(
    sheet: SettingsSheet, found: Answered, form: MultiDict[str, str], now: datetime, beginning: bool
) -> Answered:
    judged, book = found.judged, sheet.book.path
    stop = next((said.message for said in judged.said.values() if said.stops), "")
    if stop:
        return found._replace(alert=stop)
    if beginning and flawed(judged) not in ("", form.get("seen")):
        return found._replace(alert=FLAWED)
    lock = find_lock(book)
    if lock is not None:
        return found._replace(
            alert=f"{book.name} is open in {lock.program}: what you typed waits here. Close it there, then save again.",
        )
    try:
        write_settings(sheet, judged, form.get("shown", ""), now)
    except UserError as fault:
        return found._replace(alert=str(fault))
    return found._replace(done=True)


def _asked(judged: SettingsTyped, typed: dict[str, str]) -> SettingsTyped:
    lacking = {
        attr: Objection(said, stops=True)
        for attr, said in _NEEDED.items()
        if attr in typed and not typed[attr].strip()
    }
    return judged._replace(said={**judged.said, **lacking})


def _resume(sheet: SettingsSheet, files: MultiDict[str, FileStorage]) -> dict[str, str]:
    """Put a resume that came along beside the workbook, and name it."""
    file = files.get("resume")
    if file is None or not file.filename:
        return {}
    return {"resume_file": keep_resume(sheet.book.path.absolute().parent, file.filename, file.read())}
