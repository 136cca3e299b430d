"""The Settings sheet becomes settings, and every bad value becomes a problem. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pipeline.letters.signing import signed_as
from pipeline.mail.ways import needs_smtp_server
from pipeline.model import Contact, Problem, Settings, Severity
from pipeline.model.invented import still_invented
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell, as_text, phone_fault, stands_for_nothing
from pipeline.sheets.setting_cells import NO_HOLIDAYS, parse_days_off
from pipeline.sheets.table import Fault, Table, as_problem
from pipeline.sheets.wordcells import phrase_fault

_WORDS = frozenset({"name", "phone", "address", "position", "field", "purpose", "signature"})
_FIELDS = frozenset(Settings._fields)


def read_settings(
    table: Table,
    uncached: Iterable[tuple[str, int, int]] = (),
    knows_country: Callable[[str], bool] = lambda _code: True,
) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings by their names, in any order; a bad value is a problem, and the default stands.

    Rows with other names are the user's own, kept as texts in `extra`. `uncached` as for `read_contacts`. `knows_country`
    tells whether a country's public holidays are known.
    """
    faults: list[Fault] = []
    places, extra = _placed(table, faults)
    unsaved = {table.index_of(row) for sheet, row, _ in uncached if sheet == schema.SETTINGS_SHEET.name}
    read: dict[str, Any] = {}
    for setting in schema.SETTINGS:
        if setting.attr in places:
            index = places[setting.attr]
            value = table.cell("value", index)
            if value is None and index in unsaved:
                said = f"{setting.name}: the result of its formula was not saved. Type the value itself"
                faults.append(_fault(index, said))
            read |= _read_one(setting, value, index, faults)
    settings = Settings(**read, extra=extra)
    if "holiday_country" in read and not knows_country(settings.holiday_country):
        said = "Holiday country " + NO_HOLIDAYS.format(settings.holiday_country)
        faults.append(_fault(places["holiday_country"], said))
        settings = settings._replace(holiday_country=Settings().holiday_country)
    told = {f.index for f in faults}
    wanting = (*_missing(settings, places), *_signed_oddly(settings, places))
    faults += [f for f in wanting if f.index not in told]
    problems = [as_problem(table, f) for f in sorted(faults, key=lambda f: f.index)]
    return settings, tuple(p._replace(message=p.message.removeprefix(f"{p.column} ")) for p in problems)


def _placed(table: Table, faults: list[Fault]) -> tuple[dict[str, int], dict[str, str]]:
    """Find each setting's row, by attribute, and the user's own rows, by name; of two rows for one setting the first counts."""
    known = {spelled(s.name): s.attr for s in schema.SETTINGS}
    places: dict[str, int] = {}
    extra: dict[str, str] = {}
    for index in range(table.count):
        name = _name(table.cell("name", index))
        attr = known.get(spelled(name)) if name else None
        if attr in places:
            said = f"{name} stands twice: only the first is read. Delete this row"
            faults.append(_fault(index, said, Severity.WARNING))
        elif attr:
            places[attr] = index
        elif name:
            extra[name] = _name(table.cell("value", index))
    return places, extra


def _read_one(setting: schema.Setting, value: object, index: int, faults: list[Fault]) -> dict[str, Any]:
    """Parse one setting; blank and bad ones give nothing, so that the default stands."""
    try:
        if setting.attr == "days_off":
            ranges, bad = parse_days_off(value)
            faults += [_fault(index, f"{setting.name}: the line {b}") for b in bad]
            return {"days_off": ranges}
        parsed = setting.reader(value)
    except BadCell as bad:
        faults.append(_fault(index, f"{setting.name} {bad}"))
        return {}
    if said := _said_of_words(setting, parsed, value):
        faults.append(_fault(index, f"{setting.name} {said}", Severity.WARNING))
        if setting.phrase is None or stands_for_nothing(parsed):
            return {}
    return {} if parsed is None or parsed == "" or setting.attr not in _FIELDS else {setting.attr: parsed}


def _said_of_words(setting: schema.Setting, parsed: object, value: object) -> str:
    """Say that words stand for nothing, or do not read where letters have them; "" where all is well."""
    if not isinstance(parsed, str) or setting.attr not in _WORDS:
        return ""
    if setting.attr == "phone":
        return phone_fault(value)
    if setting.attr == "name" and "@" in parsed:
        return f"holds “{parsed}”, which is an address: read as blank. Type your name, as you sign"
    if stands_for_nothing(parsed) or (setting.attr == "name" and spelled(parsed) == spelled(setting.name)):
        return f"holds “{parsed}”, which stands for nothing: read as blank. Clear the cell, or fill it in"
    return phrase_fault(setting.phrase, parsed) if setting.phrase else ""


def invented_problems(table: Table, settings: Settings, contacts: Sequence[Contact]) -> Iterator[Problem]:
    """Warn of the starter's values that are still there, once there is somebody real to write to."""
    if all(c.is_sample for c in contacts):
        return
    still = still_invented(settings)
    said = "is still the example person's: type your own"
    yield from _warned(table, {s.attr: f"{s.name} {said}" for s in schema.SETTINGS if s.attr in still})


def ahead_problems(table: Table, settings: Settings, today: date) -> Iterator[Problem]:
    """Warn of an Act from that lies ahead: until then nothing is owed, thanks included."""
    if settings.act_from and settings.act_from > today:
        said = (
            f"Act from lies ahead: what happened before {settings.act_from} owes no thank-you, no answer and no call. "
            "Set it to a day that has been, or clear it"
        )
        yield from _warned(table, {"act_from": said})


def shared_problems(
    table: Table, settings: Settings, contacts: Sequence[Contact], people: Table
) -> Iterator[Problem]:
    """Warn of an address that is one's own by Settings and somebody else's by Contacts."""
    own = {a.casefold() for a in settings.other_addresses}
    both = [c for c in contacts if own and c.email.casefold() in own]
    if not both:
        return
    cells = {c.row: people.where("email", people.index_of(c.row)) for c in both}
    said = "; ".join(
        f"{c.email}, which {cells[c.row]} has as the address of {c.name or c.organization}" for c in both
    )
    advice = f"Mail from there counts as theirs. If it is theirs, delete it here; if it is yours, clear {', '.join(cells.values())}"
    yield from _warned(table, {"other_addresses": f"My other addresses holds {said}. {advice}"})


def _warned(table: Table, said: Mapping[str, str]) -> Iterator[Problem]:
    """Make a warning at the cell of each setting there is something to say of."""
    attrs = {spelled(s.name): s.attr for s in schema.SETTINGS}
    for index in range(table.count):
        sentence = said.get(attrs.get(spelled(_name(table.cell("name", index))), ""))
        if sentence:
            problem = as_problem(table, _fault(index, sentence, Severity.WARNING))
            yield problem._replace(message=problem.message.removeprefix(f"{problem.column} "))


def part_question(table: Table, settings: Settings, parts: Sequence[str]) -> str:
    """Ask, at its cell, for the part of a country whose `parts` have holidays of their own; "" where none is needed."""
    code = settings.holiday_country.upper()
    if not parts or "-" in code:
        return ""
    known = {spelled(_name(name)): index for index, name in enumerate(table.values("name"))}
    at = known.get(spelled(next(s.name for s in schema.SETTINGS if s.attr == "holiday_country")), -1)
    return (
        f"{table.where('value', at)}: parts of {code} have holidays of their own. Write yours, as {code}-{parts[0]}; until "
        "then no letter promises a call on a holiday of any part."
    )


def said_of_invented(settings: Settings) -> str:
    """Name the settings that are still the starter's, in one sentence; "" where there are none."""
    still = still_invented(settings)
    names = ", ".join(s.name for s in schema.SETTINGS if s.attr in still)
    return (
        f"{names} on the Settings sheet: still the example person's, so that no letter goes to real people. "
        "Type your own there."
        if names
        else ""
    )


def _missing(settings: Settings, places: Mapping[str, int]) -> Iterable[Fault]:
    """Find what letters or sending can't do without."""
    if "name" in places and not settings.name:
        yield _fault(
            places["name"], "Your name is blank: fill it in, letters are signed with it", Severity.WARNING
        )
    if needs_smtp_server(settings) and "smtp_server" in places and not settings.smtp_server:
        yield _fault(
            places["smtp_server"],
            f"SMTP server is blank, but Send through says {settings.send_through}. Type it as host:port",
        )


def _signed_oddly(settings: Settings, places: Mapping[str, int]) -> Iterable[Fault]:
    """Find a name that letters would be signed with in one case alone, or with the last name in front."""
    if written := signed_as(settings.name, settings.signature):
        said = f"Your name says “{settings.name}”, and letters would be signed so. Type “{written}”; or, where you write yourself so, the same into Signature"
        yield _fault(places["name"], said, Severity.WARNING)


def _name(value: object) -> str:
    try:
        return as_text(value)
    except BadCell:
        return ""


def _fault(index: int, message: str, severity: Severity = Severity.ERROR) -> Fault:
    return Fault(index, "value", message, severity)
