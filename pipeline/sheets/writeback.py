"""What the workbook has to say now, against what it said when read: only the differing cells are written (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from pipeline.campaign.fields import FieldRecord, counted_in, quotes
from pipeline.letters.kinds import KINDS
from pipeline.letters.letterfile import MAX_SHOWN
from pipeline.letters.sources import DraftRow
from pipeline.model import Action, Contact, Draft, Event, EventKind, Problem, Severity, Stage, Status, Step
from pipeline.model.dates import full_day
from pipeline.rules.agenda import Agenda
from pipeline.rules.history import LETTER_CELLS, Past, changed_rows, effective_date, new_rows, still_replied
from pipeline.rules.steps import STEPS
from pipeline.rules.wording import held_today, told, what_to_do
from pipeline.sheets.cells import says_never
from pipeline.sheets.columns.contactdays import DAYS
from pipeline.sheets.schema import CONTACTS, Owner
from pipeline.sheets.table import Table
from pipeline.sheets.whose.duplicates import ids_standing_twice
from pipeline.workbook import CellChange, Edit, FittedRows, NewRows, Value

_A_DAY = re.compile(r"[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}, \d{4}")

_QUOTED_ON_TODAY = 45
_PROGRAMS = tuple(c.attr for c in CONTACTS.columns if c.owner is Owner.PROGRAM)
_SAID = ("stage", "next_step", "due", "problem")
_STAGES = frozenset(map(str, Stage))


class DraftLine(NamedTuple):
    """What a row of the Drafts sheet is to show; None as text leaves the cell as it is."""

    code: str
    values: Mapping[str, Value]


def contact_edits(
    table: Table,
    contacts: Sequence[Contact],
    agenda: Agenda,
    problems: Sequence[Problem],
    news: Iterable[Event],
    history: Iterable[Event],
) -> list[Edit]:
    """Write the program's columns of Contacts, and what the mailbox knows of replies where the row is blank or older.

    News that History has already is none: what the user has made of it since stays. Of an ID that stands twice they wait.
    A target whose turn has not come has no due date: it would move with every day.
    """
    turn = {a.row for a in agenda.at_hand() if a.step is Step.APPROACH}
    said = _problems_by_row(table, contacts, problems)
    known = {e.message_id for e in history if e.message_id}
    shared = ids_standing_twice(contacts)
    heard = _heard(e for e in news if e.message_id not in known and e.contact_id not in shared)
    columns = [table.values(attr) for attr in _PROGRAMS]
    edits: list[Edit] = []
    for c in contacts:
        f, stage, step = agenda.standings[c.row]
        due = step.due if step and (step.step is not Step.APPROACH or c.row in turn) else None
        title = STEPS[step.step].title if step else None
        last = f.last_contact or _never(table.cell("last_contact", table.index_of(c.row)))
        days = f.approach, f.follow_up, f.thank_you, last
        says = [c.id, stage, title, due, *days, said.get(c.row)]
        index, replies = table.index_of(c.row), heard.get(c.id, {})
        if says == [column[index] for column in columns] and not replies and not f.past.undone:
            continue  # as most of a long list
        wanted: dict[str, Value] = dict(zip(_PROGRAMS, says, strict=True))
        edits += differing(table, index, {**_known(c, wanted), **_replies(c, f.past, replies)})
    return edits + _left_over(table, contacts)


def _never(said: object) -> str | None:
    """Keep what the user says in Last contact: that there was none, until there is one."""
    return said if isinstance(said, str) and says_never(said) else None


def _left_over(table: Table, contacts: Iterable[Contact]) -> list[Edit]:
    """Clear what was said of somebody whose row the user has blanked: nobody stands there, and a new row may."""
    stages = table.values("stage")
    taken = {table.index_of(c.row) for c in contacts}
    ours = {table.found[attr] for attr in _SAID if attr in table.found}
    alone = [
        index
        for index, stage in enumerate(stages)
        if stage in _STAGES
        and index not in taken
        and all(column[index] is None for at, column in enumerate(table.columns) if at not in ours)
    ]
    return [edit for index in alone for edit in differing(table, index, dict.fromkeys(_SAID))]


def _known(c: Contact, wanted: Mapping[str, Value]) -> dict[str, Value]:
    """Leave out what the user has still to correct, or, where two rows stand for one person, to say of whom it is true."""
    left = {*c.unreadable, *(DAYS if c.duplicate else ())}
    if c.duplicate and not c.id_written:
        left.add("id")
    return {attr: value for attr, value in wanted.items() if attr not in left}


def filled_in_again(contacts: Sequence[Contact], pasts: Mapping[str, Past]) -> list[str]:
    """Name the letters' dates that were blanked though History knows the letter."""
    told_: list[str] = []
    for c in contacts:
        past = pasts.get(c.id)
        if past is None or c.duplicate:
            continue
        for kind, attr in LETTER_CELLS:
            if getattr(c, attr) is not None or attr in c.unreadable:
                continue
            day = effective_date(None, kind, past)
            if day and any(e.row and e.date == day for e in past.letters(kind)):
                told_.append(
                    f"{c.name}: {CONTACTS.column(attr).header} was blank, and History knows the letter of {day}; filled in again."
                )
    return told_


def replies_undone(pasts: Mapping[str, Past]) -> list[str]:
    """Name the mails that no longer count as replies because Replied on was blanked, and the day that stands there instead."""
    return [
        f"{e.name}: Replied on was blanked, so the mail of {e.date} no longer counts as a reply. If it was one, enter its day again."
        + (f" The reply of {day} still counts; blank the cell again if that was none." if day else "")
        for past in pasts.values()
        for day in [still_replied(past)]
        for e in past.undone
    ]


def _heard(news: Iterable[Event]) -> dict[str, dict[str, date]]:
    heard: dict[str, dict[str, date]] = {}
    for e in news:
        attr = {EventKind.REPLY: "replied_on", EventKind.ANSWER: "answered_on"}.get(e.kind)
        if attr:
            days = heard.setdefault(e.contact_id, {})
            days[attr] = max(days.get(attr, e.date), e.date)
    return heard


def _replies(c: Contact, past: Past, heard: Mapping[str, date]) -> dict[str, Value]:
    stands = still_replied(past)
    found: dict[str, Value] = {"replied_on": stands} if stands else {}
    for attr, day in heard.items():
        cell: date | None = getattr(c, attr)
        if attr not in c.unreadable and (cell is None or cell < day):
            found[attr] = day
    return found


def _problems_by_row(
    table: Table, contacts: Sequence[Contact], problems: Sequence[Problem]
) -> dict[int, str]:
    """Join what there is to say of each contact, errors first; what is wrong on another sheet is said with its cell."""
    row_of = {c.id: c.row for c in reversed(contacts)} if problems else {}
    by_row: dict[int, list[str]] = {}
    for p in sorted(problems, key=lambda p: p.severity is not Severity.ERROR):
        if table.holds(p):
            by_row.setdefault(p.row, []).append(p.message)
        elif p.contact_id in row_of:
            by_row.setdefault(row_of[p.contact_id], []).append(p.said)
    joined: dict[str, str] = {}  # what is said of a thousand rows is held once
    said = ((row, " ".join(dict.fromkeys(texts))[:MAX_SHOWN]) for row, texts in by_row.items())
    return {row: joined.setdefault(text, text) for row, text in said}


def history_edits(table: Table, pasts: Mapping[str, Past], read: Sequence[Event]) -> list[Edit]:
    """Append what is new to History, correct what the user corrected, and write the ID into rows that were `read` by their name."""
    without = {table.row_number(at) for at, given in enumerate(table.values("id")) if given is None}
    edits: list[Edit] = []
    for e in read if without else ():
        if e.row in without:
            edits += differing(table, table.index_of(e.row), {"id": e.contact_id})
    for e in changed_rows(pasts):
        edits += differing(table, table.index_of(e.row), _as_told(e))
    rows = tuple(
        by_header(table, {"id": e.contact_id, "name": e.name, "event": str(e.kind), **_as_told(e)})
        for e in new_rows(pasts)
    )
    return fitted(table, [*edits, NewRows(table.sheet, rows)] if rows else edits, "name", "detail")


def _as_told(e: Event) -> dict[str, Value]:
    """Say what of a row of History may be corrected."""
    return {
        "date": e.date,
        "channel": e.channel or None,
        "detail": e.detail or None,
        "message_id": e.message_id or None,
    }


def today_edits(
    table: Table,
    actions: Sequence[Action],
    contacts: Mapping[int, Contact],
    drafts: Mapping[tuple[int, Step], Draft],
    said: Sequence[Problem] = (),
    fields: Sequence[FieldRecord] = (),
    *,
    today: date,
) -> list[Edit]:
    """Write the day's list, below it what the mailbox brought to decide (`said`) and the `fields` that ask for a verdict.

    Rows that are left over are blanked.
    """
    lines = [_today_line(a, contacts.get(a.row), drafts.get((a.row, a.step)), today) for a in actions]
    lines += [_mailbox_line(p, contacts.get(p.row or 0)) for p in said]
    lines += [_field_line(f) for f in fields if f.asks]
    edits = _dated(table, today)
    for index, line in enumerate(lines[: table.count]):
        edits += differing(table, index, line)
    for index in range(len(lines), table.count):
        edits += differing(table, index, dict.fromkeys(table.found, None))
    if len(lines) > table.count:
        edits.append(NewRows(table.sheet, tuple(by_header(table, line) for line in lines[table.count :])))
    return fitted(table, edits, "step", "name", "organization", "phone", "what_to_do", "why")


def _dated(table: Table, today: date) -> list[Edit]:
    """Write the list's day behind the headers, in the place of the day before."""
    said = full_day(today)
    at = next((i for i, header in enumerate(table.headers) if _A_DAY.fullmatch(header)), len(table.headers))
    if at < len(table.headers) and table.headers[at] == said:
        return []
    return [CellChange(table.sheet, table.header_row, at + 1, said)]


def _today_line(a: Action, c: Contact | None, draft: Draft | None, today: date) -> dict[str, Value]:
    return {
        "step": STEPS[a.step].title,
        "name": a.name,
        "organization": (c.organization if c else "") or None,
        "phone": (c.phone if c else "") or None,
        "due": a.due,
        # The column is as wide as a number; when it is, stands under What to do.
        "late": "today" if held_today(a, c, today) else a.days_late or None,
        "what_to_do": what_to_do(a, c, draft),
        "why": f"{a.why} ({a.rule})",
        "contact_id": a.contact_id or None,
    }


def _mailbox_line(p: Problem, c: Contact | None) -> dict[str, Value]:
    return {
        "step": "From the mailbox",
        "name": c.name if c else None,
        "organization": (c.organization if c else "") or None,
        "phone": (c.phone if c else "") or None,
        "due": None,
        "late": None,
        "what_to_do": p.message,
        "why": None,
        "contact_id": p.contact_id or None,
    }


def _field_line(f: FieldRecord) -> dict[str, Value]:
    """Put expectation and experience side by side, in quotes short enough for the row's height."""
    expected, told_ = quotes(f, _QUOTED_ON_TODAY)
    return {
        **dict.fromkeys(("organization", "phone", "due", "late", "contact_id")),
        "step": "Verdict on a field",
        "name": f.name,
        "what_to_do": f"Keep, Doubt or Drop? Say it on Fields. {expected}",
        "why": f"{told_} {counted_in(f)}. (R21)",
    }


def draft_lines(drafts: Sequence[Draft]) -> list[DraftLine]:
    """Say what the Drafts sheet shows of each letter."""
    return [DraftLine(d.letter.code, _draft_values(d)) for d in drafts]


def _draft_values(d: Draft) -> dict[str, Value]:
    values: dict[str, Value] = {
        "code": d.letter.code,
        "contact": d.letter.name,
        "letter": KINDS[d.letter.kind].title,
        "to": d.letter.to or None,
        "subject": d.letter.subject or None,
        "text": d.letter.body[:MAX_SHOWN] or None,
        "enclosures": ", ".join(d.letter.enclosures) or None,
        "checks": "\n".join(
            [*([d.note[:1].upper() + d.note[1:] + "."] if d.note else []), *map(told, d.findings)]
        )[:MAX_SHOWN]
        or "Fine.",
        "approve": None,
        "status": str(d.status),
        "sent_on": d.sent_on,
    }
    if d.conflict:
        del values["subject"], values["text"]
    return values


def draft_edits(
    table: Table, rows: Sequence[DraftRow], lines: Sequence[DraftLine], sent: Mapping[str, date]
) -> list[Edit]:
    """Write the letters in review, each in the row that its code has; those just `sent` stay for the day."""
    by_code = {line.code: line for line in lines}
    edits: list[Edit] = []
    placed: set[str] = set()
    free: list[int] = []
    for r in rows:
        index = table.index_of(r.row)
        if r.code in by_code and r.code not in placed and not r.copied:
            edits += differing(table, index, _beside(r, by_code[r.code].values))
            placed.add(r.code)
        elif r.code in sent and not r.copied:
            edits += differing(
                table, index, {"approve": None, "status": str(Status.SENT), "sent_on": sent[r.code]}
            )
        elif not (r.held and r.code):
            free.append(index)
    waiting = [line for line in lines if line.code not in placed]
    for index in free:
        values = dict(waiting.pop(0).values) if waiting else dict.fromkeys(table.found, None)
        edits += differing(table, index, values)
    if waiting:
        edits.append(NewRows(table.sheet, tuple(by_header(table, line.values) for line in waiting)))
    return fitted(table, edits, "contact", "letter", "subject", "text", "checks")


def _beside(r: DraftRow, values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Leave what the user has still to correct as it is."""
    return {a: v for a, v in values.items() if a not in ("approve", "sent_on")} if r.held else values


def fitted(table: Table, edits: list[Edit], *attrs: str) -> list[Edit]:
    """Let the rows that change be as high as their texts in these columns."""
    columns = tuple(table.found[attr] + 1 for attr in attrs if attr in table.found)
    return [*edits, FittedRows(table.sheet, columns)] if edits else edits


def by_header(table: Table, values: Mapping[str, Value]) -> dict[str, Value]:
    """Name what a new row holds by the headers that the workbook has."""
    return {
        table.headers[table.found[attr]]: _held(value)
        for attr, value in values.items()
        if attr in table.found and value is not None
    }


def differing(table: Table, index: int, values: Mapping[str, Value]) -> list[CellChange]:
    """Change the cells of a row that say something else; a column that is missing is left out."""
    row, found, columns = table.row_number(index), table.found, table.columns
    return [
        CellChange(table.sheet, row, found[attr] + 1, _held(value))
        for attr, value in values.items()
        if attr in found and (held := columns[found[attr]][index]) != value and not _same(held, _held(value))
    ]


def _held(value: Value) -> Value:
    """Shorten a text to what a cell holds."""
    return value[:MAX_SHOWN] if isinstance(value, str) else value


def _same(held: object, wanted: Value) -> bool:
    """Tell whether a cell already says it: a date is a date with or without midnight, a number a number."""
    if held is None or wanted is None:
        return held is None and wanted in (None, "")
    if isinstance(held, datetime) and isinstance(wanted, date) and not isinstance(wanted, datetime):
        return held.date() == wanted and held.time() == datetime.min.time()
    if isinstance(held, str) and isinstance(wanted, str):
        return held == wanted or held.replace("\r\n", "\n") == wanted
    return held == wanted
