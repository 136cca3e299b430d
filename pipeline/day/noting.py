"""What happened, as an entry: which cells of which row say it, or which row of History (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from pipeline.day.world import World
from pipeline.ledger.records import Noted, SendState
from pipeline.model import Channel, Contact, Event, EventKind, Held, InterviewType
from pipeline.model.addresses import address_fault, is_machine, written_to
from pipeline.model.came_in import by_way, command
from pipeline.model.contactid import address_kept
from pipeline.model.errors import USAGE, UserError
from pipeline.model.texts import spelled
from pipeline.rules.details import bounce_detail, held_of, interview_detail, type_of
from pipeline.rules.history import Past, letter_out, likely_sent_to, typed_before
from pipeline.sheets import schema
from pipeline.sheets.entries import (
    before,
    id_of_new,
    refuse_missing,
    row_of,
    setting_lacking,
    times_told,
)
from pipeline.sheets.saying import talked_on
from pipeline.workbook import Value

LETTER_CELLS_SAID = "Approach sent, Follow-up sent or Thank-you sent"


def happened(
    world: World, c: Contact, cells: Mapping[str, Value], words: str, on: date | None = None
) -> Noted:
    """Make the entry of what happened with a contact, on a day that has come.

    Raises UserError where the day lies in the future, a column is missing, or the ID doesn't lead to their row.
    """
    if on:
        refuse_future(on, world.today)
    _refuse_another_row(world, c)
    # Whose row it is the user has still to say where it is held: an ID would say it for them.
    kept_id = {} if c.id_written or c.duplicate else {"id": c.id}
    return of_row(world, "Contacts", c.id, {**cells, **kept_id}, words)


class LetterOut(NamedTuple):
    """A letter that went and has not come back, and the address it went to; `sure`: a server took it for that one.

    By the user's own hand it went to the one it was made for, as far as one can know; of one that was only typed, to the
    contact's present one, or "" where that was another then. `known`: it was made for that one, or they never had another.
    """

    letter: Event
    to: str
    sure: bool
    known: bool


def last_letter(world: World, c: Contact, past: Past, on: date) -> LetterOut | None:
    """Find the newest letter to a contact that had gone by a day and had not come back."""
    letter = letter_out(past.events, on)
    if letter is None:
        return None
    receipts = world.state.receipts
    exported = (r for r in receipts.values() if r.state is SendState.EXPORTED and r.contact_id == c.id)
    receipt = receipts.get(letter.message_id) or next(
        (r for r in exported if typed_before(r, past.events) == letter), None
    )
    if receipt and receipt.to:
        ours = letter._replace(message_id=receipt.message_id)
        return LetterOut(ours, receipt.to, receipt.state is SendState.ACCEPTED, known=True)
    likely = likely_sent_to(c, past.events, letter)
    return LetterOut(letter, likely, sure=False, known="@" in likely and address_kept(c))


def came_back(world: World, c: Contact, past: Past, on: date, address: str = "") -> Noted:
    """Make the entry of a letter that reached nobody, on a day that has come; `address`: where it went, if no receipt tells (R14).

    Raises UserError (exit 2) where no letter to them is known, or not where it went, or the day lies in the future.
    """
    refuse_future(on, world.today)
    _refuse_taken_over(world, c)
    found = last_letter(world, c, past, on)
    if found is None:
        raise UserError(
            f"No letter to {c.name or c.organization} is known to have gone by {on}. If one did, type its day into {LETTER_CELLS_SAID} "
            "first.",
            exit_code=USAGE,
        )
    letter, whence = found.letter, _whence(c, found, " ".join(address.split()))
    channel, detail = letter.channel or str(c.channel), bounce_detail(whence)
    told = Event(on, c.id, c.name, EventKind.BOUNCE, channel, detail, letter.message_id)
    return _of_event(world, told, f"{c.name or c.organization}: the letter of {letter.date} came back")


def _whence(c: Contact, found: LetterOut, typed: str) -> str:
    """Say where a letter came back from: what was typed, else where it is known to have gone. Raises UserError (exit 2)."""
    sent_to, whence = found.to, typed or found.to
    if not whence:
        said = command("log", c.name or c.id, "came", "back", "from", "ADDRESS")
        how = by_way(typed=f": {said}", clicked=".")
        raise UserError(
            f"The address was another when that letter went. Say which it came back from{how}",
            exit_code=USAGE,
        )
    if is_machine(whence):
        raise UserError(
            f"{whence} sent the notice; type the address that your letter went to.", exit_code=USAGE
        )
    by_mail = found.letter.channel != Channel.POST and ("@" in sent_to or not sent_to)
    if by_mail and (fault := address_fault(whence)):
        raise UserError(f"“It came back from” {fault}.", exit_code=USAGE)
    _refuse_elsewhere(c, found, whence)
    whence = next((known for known in (found.to, written_to(c)) if _is_same(whence, known)), whence)
    named = by_mail or whence.casefold().startswith(c.name.casefold())
    return whence if named else f"{c.name}, {whence}"


def _refuse_elsewhere(c: Contact, found: LetterOut, whence: str) -> None:
    """Stop where a letter went to another address than was said: by a slip there it would go again to one that lives (exit 2)."""
    if not (found.sure or found.known) or _is_same(whence, found.to):
        return
    if found.sure:
        raise UserError(f"That letter went to {found.to}: nothing came back from {whence}.", exit_code=USAGE)
    # By the user's own hand it may have gone to the present one, which then is to be corrected.
    if not _is_same(whence, written_to(c)):
        raise UserError(
            f"That letter went to {found.to}, as far as is known: look at the address again. If you sent it to "
            f"{whence} yourself, add a row of {c.name or c.id} to History: Date the day it came back, Event Bounce, Detail "
            f"“{bounce_detail(whence)}”.",
            exit_code=USAGE,
        )


def _is_same(said: str, known: str) -> bool:
    """Tell whether an address is the one known; of a postal one the name in front may be left out."""
    if "@" in known:
        return said.casefold() == known.casefold()
    return bool(spelled(said)) and spelled(known).endswith(spelled(said))


def talk_apart(world: World, c: Contact, day: date, held: Held, kind: InterviewType | None = None) -> Noted:
    """Make the entry of what came of another interview than the one of which the row speaks; empty where History says so.

    Raises UserError (exit 2) where History says otherwise, or of what type a talk was isn't known: the row's is of its own
    day, and was of one that was typed over.
    """
    _refuse_taken_over(world, c)
    words = f"{c.name or c.organization}: interview on {day}: {held}"
    if known := _told(world, c.id, day):
        if held_of(known) is held and kind in (None, type_of(known)):
            return Noted(schema.HISTORY.name, c.id, words, world.now, {})
        table = world.book.tables[schema.HISTORY.name]
        where = table.where("detail", table.index_of(known.row)) if known.row else schema.HISTORY.name
        says = f"says “{known.detail}”" if known.detail else "says nothing"
        raise UserError(
            f"{where} {says} of {day}. Correct it there; the interview on {c.interview_on} stays as it is.",
            exit_code=USAGE,
        )
    was_asked = day in world.asked.get(c.id, ())
    if held is Held.YES and kind is None and not was_asked:
        how = command("log", c.name or c.id, "held", "--on", str(day), "--type", "In person")
        else_ = if_one_talk(world, c, day, f"say of what type it was: {how}")
        raise UserError(
            f"Interview on says {c.interview_on}, so {day} was another talk. {else_}",
            exit_code=USAGE,
        )
    detail = interview_detail(held, kind or (c.interview_type if was_asked else None))
    return _of_event(world, Event(day, c.id, c.name, EventKind.INTERVIEW, "", detail), words)


def if_one_talk(world: World, c: Contact, day: date, if_not: str) -> str:
    """Say where the day of a talk that the row tells of is corrected, if it tells of one, and what to do if it was another."""
    if talked_on(c, world.today) is None:
        return if_not[0].upper() + if_not[1:]
    table = world.book.tables["Contacts"]
    where = table.where("interview_on", table.index_of(c.row))
    return f"If it was that same talk, type {day} into {where}. If not, {if_not}"


def _told(world: World, contact_id: str, day: date) -> Event | None:
    """Find what is recorded of an interview on a day."""
    events = (e for e in (*world.events, *world.unwritten) if e.kind is EventKind.INTERVIEW)
    return next((e for e in events if (e.contact_id, e.date) == (contact_id, day)), None)


def _refuse_taken_over(world: World, c: Contact) -> None:
    """Stop where a row has become somebody else's: whose History that would be nobody knows (exit 2)."""
    if c.id in world.taken_over:
        raise UserError(f"Row {c.row} of {world.settings.contacts_sheet}: {c.duplicate}", exit_code=USAGE)


def _refuse_another_row(world: World, c: Contact) -> None:
    """Stop where an ID leads to another row, or to several: it would be written into somebody else's (exit 2)."""
    table = world.book.tables["Contacts"]
    shared = any(other.id == c.id and other.row != c.row for other in world.contacts)
    if shared or row_of(table, "Contacts", c.id) != table.index_of(c.row):
        lacking = f"its ID is not written yet: {command('daily')} writes it. Then say this again."
        raise UserError(
            f"Row {c.row} of {world.settings.contacts_sheet}: {c.duplicate or lacking}", exit_code=USAGE
        )


def _of_event(world: World, told: Event, words: str) -> Noted:
    """Make the entry of what no cell of Contacts holds: a row of History."""
    cells: dict[str, Value] = {
        "date": told.date,
        "name": told.name,
        "event": str(told.kind),
        "channel": told.channel,
        "detail": told.detail,
        "message_id": told.message_id,
    }
    before = {"event": str(times_told(world.events, told))}
    return Noted(schema.HISTORY.name, told.contact_id, words, world.now, cells, before)


def refuse_future(on: date, today: date) -> None:
    """Raise UserError (exit 2) for a day that has not come."""
    if on > today:
        raise UserError(f"{on} lies in the future; record it when it has happened.", exit_code=USAGE)


def of_row(world: World, sheet: str, key: str, cells: Mapping[str, Value], words: str) -> Noted:
    """Make the entry of cells of one row, found by `key`. Raises UserError where there is no such column or row."""
    table = world.book.tables[sheet]
    refuse_missing(table, schema.BY_NAME[sheet], list(cells))
    index = row_of(table, sheet, key)
    if index is None and setting_lacking(table, sheet, key):
        return Noted(sheet, key, words, world.now, cells)
    if index is None:
        raise UserError(f"{key} has no row on {table.sheet} any more. Look at the workbook.")
    return Noted(sheet, key, words, world.now, cells, before(table, index, list(cells)))


def new_person(world: World, cells: Mapping[str, Value], words: str) -> Noted:
    """Make the entry of a new row of Contacts. Raises UserError (exit 2) where the person is there already."""
    table = world.book.tables["Contacts"]
    same = world.contact(id_of_new(cells))
    if same is not None:
        raise UserError(
            f"{same.name or same.organization} is in Contacts already, in row {same.row}. Look there; if this is somebody else, "
            "give their own address, or their organization.",
            exit_code=USAGE,
        )
    refuse_missing(table, schema.CONTACTS, list(cells))
    return Noted("Contacts", "", words, world.now, cells)
