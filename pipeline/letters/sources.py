"""A letter's text has three sources, the template, its file and the Drafts sheet: which of them it is (pure)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pipeline.ledger.records import digest
from pipeline.letters.binding import bound
from pipeline.letters.checks.promises import promised_day
from pipeline.letters.compose import Desk, Wanted, draft
from pipeline.letters.letterfile import LetterFile, shown_digest, text_digest
from pipeline.model import Letter


class DraftRow(NamedTuple):
    """A row of the Drafts sheet as the user left it.

    `held`: something in Approve or Sent on is still to be corrected there. `copied`: its code stands above already.
    `taken`: its request counted before, though the cell could not be cleared yet.
    `where` and `subject_where` name the cells of Text and Subject.
    """

    row: int
    code: str
    to: str = ""
    subject: str = ""
    text: str = ""
    enclosures: str = ""
    request: str = ""
    status: str = ""
    sent_on: date | None = None
    where: str = ""
    checks: str = ""
    held: bool = False
    copied: bool = False
    taken: bool = False
    subject_where: str = ""

    @property
    def digest(self) -> str:
        """Hash what of a letter may be edited here."""
        return shown_digest(self.subject, self.text)

    @property
    def asked(self) -> str:
        """Hash a request, so that it counts once; "" where nothing is asked."""
        return digest(self.request, self.digest, str(self.sent_on or "")) if self.request else ""


def typed_on(row: DraftRow, shown: str) -> bool:
    """Tell whether the user typed into a row since it was written, `shown` being the hash of what it then said."""
    return bool(row.text.strip()) and row.digest != shown


class Wins(StrEnum):
    """Which source a letter's text is taken from."""

    TEMPLATE = "nobody has touched it: drafted anew"
    FILE = "the file was edited, or must stay as it was approved or sent"
    SHEET = "only the sheet was edited: taken into the file"
    NEITHER = "both were edited, or two files: blocked until they are alike"


class Touched(NamedTuple):
    """What the user has done to a letter's sources since they were last written.

    `file` is None where there is none. `seen`: the sheet showed what the file says. `fixed`: approved, exported, or on
    its way (`locked`). `doubled`: two files of one code.
    """

    file: bool | None
    sheet: bool
    seen: bool = False
    fixed: bool = False
    locked: bool = False
    doubled: bool = False


def winner(touched: Touched) -> Wins:
    """Say which source is the letter."""
    sheet = touched.sheet and not touched.locked
    if touched.doubled:
        return Wins.NEITHER
    if touched.file is None:
        return Wins.SHEET if sheet else Wins.TEMPLATE
    if sheet:
        return Wins.NEITHER if touched.file and not touched.seen else Wins.SHEET
    return Wins.FILE if touched.file or touched.fixed else Wins.TEMPLATE


class Settled(NamedTuple):
    """A letter as it now stands. `drafted` hashes the text that we drafted; `write`: its file is to be written.

    `conflict` and `fault` say why it can't go as it is: two edits of it, or a template that can't be filled in.
    """

    letter: Letter
    edited: bool
    drafted: str
    write: bool = False
    conflict: str = ""
    fault: str = ""


def settle(w: Wanted, file: LetterFile | None, row: DraftRow | None, desk: Desk) -> Settled:
    """Bring a letter's three sources together."""
    fresh, fault = draft(w, desk, file.call_on if file else None)
    row = row and _with_subject(row, file or fresh)
    standing = _as_filed(fresh, file) if file else fresh
    drafted = (w.record.drafted if w.record and file else "") or text_digest(fresh)
    touched = _touched(w, file, row, fresh, desk)
    wins = winner(touched)
    if wins is Wins.SHEET and row:
        return Settled(_promising(_as_typed(standing, row), desk), True, drafted, write=True)
    if wins is Wins.NEITHER and file:
        return Settled(standing, True, drafted, conflict=_conflict(file, row))
    if wins is Wins.FILE and touched.file:
        return Settled(_promising(standing, desk), True, drafted)
    if wins is Wins.FILE:
        return Settled(standing, False, drafted)
    write = file is None or text_digest(fresh) != file.digest
    return Settled(fresh, False, text_digest(fresh), write, fault=fault)


def _touched(w: Wanted, file: LetterFile | None, row: DraftRow | None, fresh: Letter, desk: Desk) -> Touched:
    drafted = w.record.drafted if w.record else text_digest(fresh)
    fresh_shown = shown_digest(fresh.subject, fresh.body)
    shown = w.record.shown if w.record else fresh_shown
    filed = shown_digest(file.subject, file.body) if file else fresh_shown
    # A row of which nobody knows that it was written since the letter was drafted is an old one.
    typed = row is not None and bool(shown) and typed_on(row, shown) and row.digest != filed
    if file is None:
        return Touched(None, typed and w.record is not None, locked=w.locked)
    edited = file.digest != drafted
    known = desk.state.approvals.get(w.code)
    approved = known is not None and known == bound(_as_filed(fresh, file), desk)
    return Touched(
        edited,
        typed,
        filed == shown,
        w.locked or approved,
        w.locked,
        bool(file.doubles),
    )


def _conflict(file: LetterFile, row: DraftRow | None) -> str:
    if file.doubles:
        names = " and ".join(f"outbox/{name}" for name in (file.name, *file.doubles))
        return f"It is changed in two places: {names} are one letter. Keep the right one, and move the other away."
    text_differs = row and shown_digest("", row.text) != shown_digest("", file.body)
    cell = (row.where if text_differs else row.subject_where) if row else ""
    return (
        f"It was edited both on the Drafts sheet ({cell}) and in outbox/{file.name}. Make the two alike, or clear the "
        "cell to keep what the file says."
    )


def _with_subject(row: DraftRow, standing: LetterFile | Letter) -> DraftRow:
    """A cleared Subject cell leaves the subject as it stands."""
    return row if row.subject.strip() else row._replace(subject=standing.subject)


def _as_typed(letter: Letter, row: DraftRow) -> Letter:
    return replace(letter, subject=" ".join(row.subject.split()), body=row.text.replace("\r\n", "\n").strip())


def _promising(letter: Letter, desk: Desk) -> Letter:
    """Take the call day from the text that the user wrote, of whatever kind: what the recipient reads is the promise (R8)."""
    language = desk.day.settings.date_language
    promised = promised_day(letter.body, desk.day.today, letter.call_on, language)
    return replace(letter, call_on=promised or letter.call_on)


def _as_filed(fresh: Letter, file: LetterFile) -> Letter:
    return replace(
        fresh,
        to=file.to,
        subject=file.subject,
        body=file.body,
        enclosures=file.enclosures,
        call_on=file.call_on,
    )
