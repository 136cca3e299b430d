"""Settings as a form shows them: what stands there, what belongs there, and what is said of it (pure)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.ledger.records import digest
from pipeline.letters.phrases import MY_PHRASES
from pipeline.model.invented import PERSON
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell
from pipeline.sheets.schema.settings import SETTING_HEADINGS
from pipeline.sheets.setting_cells import parse_country
from pipeline.sheets.setting_edits import OURS, Objection, SettingRow, SettingsTyped

ABOUT_YOU = ("name", "email", "phone", "position", "field", "purpose", "holiday_country")
"""The seven that a first letter needs: who writes, what for, and where its promised day is no holiday."""
COUNTRY = "holiday_country"
PART = "holiday_part"
_LONG = frozenset(
    {"other_addresses", "address", "signature", "days_off", "column_names", "position", "purpose"}
)
_KINDS = {
    "email": "email",
    "phone": "tel",
    "act_from": "date",
    "daily_goal": "number",
    "weekly_goal": "number",
    "daily_limit": "number",
}
_FILLED_IN = {"name": "name", "email": "email", "phone": "tel", "address": "street-address"}


class SettingField(NamedTuple):
    """One setting in a form. `kind` is the kind of control, `fill` what a browser may fill in by itself."""

    attr: str
    name: str
    note: str
    kind: str
    text: str
    example: str = ""
    choices: tuple[str, ...] = ()
    said: str = ""
    stops: bool = False
    mended: str = ""
    fill: str = "off"

    @property
    def country(self) -> str:
        """Give the country of a holiday setting, in two letters where it is one."""
        return self.text.upper().partition("-")[0]

    @property
    def part(self) -> str:
        """Give the part of the country; "" where none is named."""
        return self.text.upper().partition("-")[2]


def fields(
    standings: Sequence[SettingRow],
    typed: Mapping[str, str],
    judged: SettingsTyped | None,
    *,
    beginning: bool = False,
) -> dict[str, SettingField]:
    """Lay out the settings by attribute, with what was typed in place of what stands there; at the `beginning` the example person's are examples."""
    said = judged.said if judged else {}
    return {
        s.setting.attr: _field(s, typed.get(s.setting.attr), said.get(s.setting.attr), beginning)
        for s in standings
    }


def _field(standing: SettingRow, typed: str | None, said: Objection | None, beginning: bool) -> SettingField:
    setting, attr = standing.setting, standing.setting.attr
    text = standing.text if typed is None else typed
    invented = PERSON.get(attr, "")
    if beginning and invented and spelled(text) == spelled(invented):
        text = ""
    if attr == COUNTRY:
        text = _country(text)
    return SettingField(
        attr,
        setting.name,
        setting.meaning,
        _control(setting, text),
        text,
        invented if beginning else "",
        setting.choices,
        said.message if said else "",
        said.stops if said else False,
        said.mended if said else "",
        _FILLED_IN.get(attr, "off"),
    )


def _control(setting: schema.Setting, text: str) -> str:
    """Choose the kind of control; a date that a browser's own would not show is typed."""
    attr = setting.attr
    if attr in OURS:
        return "fixed"
    if setting.choices:
        return "choice"
    if attr in _LONG:
        return "long"
    kind = "country" if attr == COUNTRY else _KINDS.get(attr, "text")
    return "text" if kind == "date" and not _iso(text) else kind


def _iso(text: str) -> bool:
    return not text or (len(text) == 10 and text[4] == text[7] == "-")


def _country(text: str) -> str:
    try:
        return parse_country(text)
    except BadCell:
        return text


def under_headings(found: Mapping[str, SettingField]) -> Iterator[tuple[str, tuple[SettingField, ...]]]:
    """Put the settings under headings; one that no heading names comes last."""
    named = {attr for attrs in SETTING_HEADINGS.values() for attr in attrs}
    for title, attrs in SETTING_HEADINGS.items():
        yield title, tuple(found[a] for a in attrs if a in found)
    rest = tuple(f for attr, f in found.items() if attr not in named)
    if rest:
        yield "More", rest


def settings_typed(form: Mapping[str, str], attrs: Collection[str]) -> dict[str, str]:
    """Read what a form says of settings; the country and its part are one."""
    typed = {attr: form[attr] for attr in attrs if attr in form and attr not in OURS}
    part = form.get(PART, "").strip()
    country = typed.get(COUNTRY, "").strip()
    if part and country and part.partition("-")[0] == country.upper():
        typed[COUNTRY] = part
    return typed


def flawed(judged: SettingsTyped) -> str:
    """Hash the phrases that don't read well, as they are: whoever was shown them may keep them. "" where all do."""
    flaws = [f"{attr}={getattr(judged.settings, attr)}" for attr in sorted(MY_PHRASES) if attr in judged.said]
    return digest(*flaws) if flaws else ""
