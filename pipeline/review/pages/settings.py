"""Settings: all of them, with what belongs there, written as the sheet has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import request

from pipeline.day.enclosure import resumes_in
from pipeline.day.publicdays import countries, parts_of
from pipeline.day.settling import SettingsSheet, read_settings_sheet
from pipeline.review.pages.signin import lacks_password
from pipeline.review.settingfields import COUNTRY, fields, under_headings
from pipeline.review.settingform import Answered, answered
from pipeline.sheets import schema

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window

ACCOUNT = frozenset(
    {"email", "send_through", "read_replies_from", "smtp_server", "imap_server", "login_name"}
)
"""The settings that say which mail account it is."""
_ALL = tuple(s.attr for s in schema.SETTINGS)


def settings(window: Window) -> Served:
    """Show all settings."""
    sheet = read_settings_sheet(window.session.workbook)
    return _page(window, sheet, Answered({}, sheet.judge({}, window.session.today)))


def save_settings(window: Window) -> Served:
    """Write those that changed."""
    sheet = read_settings_sheet(window.session.workbook)
    found = answered(sheet, request.form, request.files, _ALL, window.session.today, window.session.now())
    if found.done:
        return window.to(f"{_onward(sheet, found)}?said=settings")
    return _page(window, sheet, found), 422


def _onward(sheet: SettingsSheet, found: Answered) -> str:
    """Lead to the password where another account was chosen just now, and none is kept for it."""
    changed = any(
        s.setting.attr in ACCOUNT and s.text != found.typed.get(s.setting.attr, s.text)
        for s in sheet.standings
    )
    return "/signin" if changed and lacks_password(found.judged.settings) else "/settings"


def _page(window: Window, sheet: SettingsSheet, found: Answered) -> str:
    laid_out = fields(sheet.standings, found.typed, found.judged)
    return window.page(
        "settings.html",
        "settings",
        groups=list(under_headings(laid_out)),
        own=sheet.own,
        alert=found.alert,
        shown=request.form.get("shown") or sheet.shown,
        lacks_password=lacks_password(found.judged.settings),
        **controls(window, laid_out[COUNTRY].country),
    )


def controls(window: Window, country: str) -> Mapping[str, object]:
    """List what the controls of a settings form offer: countries, the parts of the chosen one, resumes in the folder."""
    return {
        "countries": countries(),
        "parts": parts_of(country),
        "resumes": resumes_in(window.session.workbook.absolute().parent),
    }
