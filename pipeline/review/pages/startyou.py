"""Who one is: seven settings, with a letter beside them that changes as one types, and the resume."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import jsonify, render_template, request

from pipeline.day.publicdays import parts_of
from pipeline.day.settling import SettingsSheet, read_settings_sheet, trial_letter
from pipeline.letters.order import Written
from pipeline.model.errors import UserError
from pipeline.review.pages.settings import controls
from pipeline.review.settingfields import ABOUT_YOU, COUNTRY, SettingField, fields, flawed
from pipeline.review.settingform import Answered, answered, looked_at

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window

_ASKED = (*ABOUT_YOU, "resume_file")


def start_you(window: Window) -> Served:
    """Ask who one is."""
    if not window.has_workbook:
        return window.to("/start")
    sheet = read_settings_sheet(window.session.workbook)
    shown = _laid_out(sheet, Answered({}, sheet.judge({}, window.session.today)))
    typed = {attr: shown[attr].text for attr in _ASKED}
    return _page(window, sheet, Answered(typed, sheet.judge(typed, window.session.today)))


def save_you(window: Window) -> Served:
    """Write who one is, and go on to the day."""
    sheet = read_settings_sheet(window.session.workbook)
    found = answered(
        sheet,
        request.form,
        request.files,
        _ASKED,
        window.session.today,
        window.session.now(),
        beginning=True,
    )
    if found.done:
        first = window.session.listing(window.session.decision()).first()
        return window.to(f"{'/letters' if first else '/'}?said=settled")
    return _page(window, sheet, found), 422 if found.alert else 200


def sample(window: Window) -> Served:
    """Answer the script as one types: the letter, what is said of each setting, the parts of the country."""
    sheet = read_settings_sheet(window.session.workbook)
    found = looked_at(sheet, request.form, _ASKED, window.session.today, beginning=True)
    shown = _laid_out(sheet, found)
    return jsonify(
        letter=render_template("startletter.html", letter=_letter(window, found)),
        notes={a: render_template("settingsaid.html", field=shown[a]) for a in _ASKED},
        parts=render_template(
            "settingparts.html", field=shown[COUNTRY], parts=parts_of(shown[COUNTRY].country)
        ),
        seen=flawed(found.judged),
    )


def _laid_out(sheet: SettingsSheet, found: Answered) -> dict[str, SettingField]:
    return fields(sheet.standings, found.typed, found.judged, beginning=True)


def _letter(window: Window, found: Answered) -> Written | None:
    try:
        return trial_letter(found.judged.settings, window.session.workbook, window.session.today)
    except UserError:  # a template with a fault is said where letters are
        return None


def _page(window: Window, sheet: SettingsSheet, found: Answered) -> str:
    laid_out = _laid_out(sheet, found)
    return window.page(
        "startyou.html",
        "start",
        fields=[laid_out[a] for a in ABOUT_YOU],
        resume=laid_out["resume_file"],
        letter=_letter(window, found),
        seen=flawed(found.judged),
        alert=found.alert,
        shown=request.form.get("shown") or sheet.shown,
        **controls(window, laid_out[COUNTRY].country),
    )
