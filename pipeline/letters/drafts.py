"""Letters in review: what the templates say now, the file, the Drafts sheet and the ledger brought to one standing (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.ledger.records import (
    GONE,
    LOCKED,
    UNSURE,
    DraftRecord,
    LedgerState,
    Receipt,
    SendState,
)
from pipeline.letters.background import thread
from pipeline.letters.binding import bound
from pipeline.letters.compose import Desk, Wanted, given_for, inspect
from pipeline.letters.handedout import says_otherwise
from pipeline.letters.kinds import KINDS
from pipeline.letters.letterfile import (
    MAX_SHOWN,
    Change,
    LetterFile,
    Remove,
    Write,
    as_file,
    format_letter,
    shown_digest,
)
from pipeline.letters.sources import DraftRow, Settled, settle, typed_on
from pipeline.model import Channel, Draft, Finding, Letter, LetterKind, Level, Status, Step
from pipeline.model.identity import kind_in
from pipeline.rules.details import met_through

SET_ASIDE = "set-aside"
CHANGED_APPROVED, CHANGED_SEEN, CHECK_BLOCKS = (
    "changed since you approved it",
    "changed since you saw it",
    "a check keeps it from being approved",
)


class InReview(NamedTuple):
    """Every letter in review with its standing, and what has to be written so that it holds.

    `files` are those of letters that stay; `leaving` those of letters that are no longer due.
    """

    drafts: tuple[Draft, ...]
    wanted: Mapping[str, Wanted]
    files: tuple[Change, ...] = ()
    leaving: tuple[Change, ...] = ()
    records: tuple[DraftRecord, ...] = ()
    dropped: tuple[str, ...] = ()
    approvals: tuple[tuple[str, str], ...] = ()
    revoked: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()

    @property
    def by_step(self) -> dict[tuple[int, Step], Draft]:
        """Find each step's letter, by its row and its kind."""
        return {
            (w.action.row, w.action.step): d for d in self.drafts if (w := self.wanted.get(d.letter.code))
        }


class _Brought(NamedTuple):
    """One letter brought to its standing. `write`: its file; `approval`: the hash of one given on the sheet; `taken`: a request of the sheet counted."""

    draft: Draft
    record: DraftRecord
    write: Write | None
    approval: str
    revoked: bool
    taken: bool


def review(
    wanted: Sequence[Wanted], files: Mapping[str, LetterFile], rows: Mapping[str, DraftRow], desk: Desk
) -> InReview:
    """Bring each letter's sources together and take up the sheet's requests; what is no longer due goes, or is set aside."""
    brought = [_bring(w, files.get(w.code), rows.get(w.code), desk) for w in wanted]
    open_ends = [
        _open_end(r, files.get(r.code), desk)
        for r in desk.state.receipts.values()
        if r.state in LOCKED and r.code not in {w.code for w in wanted}
    ]
    drafts = (*(b.draft for b in brought), *open_ends)
    codes = {d.letter.code for d in drafts}
    return InReview(
        drafts,
        {w.code: w for w in wanted},
        tuple(b.write for b in brought if b.write),
        tuple(_leaving(codes, files, rows, desk.state)),
        tuple(b.record for b in brought),
        tuple(code for code in desk.state.drafts if code not in codes),
        tuple((b.record.code, b.approval) for b in brought if b.approval),
        tuple(b.record.code for b in brought if b.revoked),
        tuple(b.record.code for b in brought if b.taken),
    )


def _bring(w: Wanted, file: LetterFile | None, row: DraftRow | None, desk: Desk) -> _Brought:
    """Bring one letter's sources together, check it, and take up what the sheet asks of it."""
    text = settle(w, file, row, desk)
    findings = _findings(text, file, w, desk)
    approved, note, approval = _approval(text.letter, findings, w, row, desk)
    request = row.request if row else ""
    asked_to_send = approved and request == "Approve"
    skipped = None if asked_to_send else _skipped_until(w, row, desk)
    draft = Draft(
        text.letter,
        _status(w, findings, approved, skipped, desk.day.today),
        findings,
        "" if text.conflict else note,
        text.edited,
        w.receipt.on if w.receipt and w.locked else None,
        w.action.due,
        w.action.step,
        w.action.days_late,
        bool(text.conflict),
    )
    shown = shown_digest(text.letter.subject, text.letter.body)
    if text.conflict and w.record:
        shown = w.record.shown
    return _Brought(
        draft,
        DraftRecord(w.identity, text.drafted, shown, skipped),
        as_file(text.letter) if text.write else None,
        approval,
        revoked=not approval and not approved and w.code in desk.state.approvals,
        taken=asked_to_send or request == "Skip",
    )


def _open_end(receipt: Receipt, file: LetterFile | None, desk: Desk) -> Draft:
    """Keep asking about a letter that was exported or may have gone, though its step is no longer due."""
    c = desk.contacts.get(receipt.contact_id)
    answered = thread(desk.standings[c.row].facts) if c and receipt.kind is LetterKind.FOLLOW_UP else ""
    letter = Letter(
        receipt.identity,
        Channel(receipt.channel or Channel.EMAIL),
        receipt.to,
        receipt.subject,
        file.body if file else "",
        file.enclosures if file else (),
        in_reply_to=answered,
        about=met_through(receipt, desk.contacts),
        row=given_for(c, receipt.kind) if c else (),
    )
    status = Status.EXPORTED if receipt.state is SendState.EXPORTED else Status.CHECK
    return Draft(letter, status, _out(letter, receipt, desk), sent_on=receipt.on)


def _findings(text: Settled, file: LetterFile | None, w: Wanted, desk: Desk) -> tuple[Finding, ...]:
    if w.locked:
        return _out(text.letter, w.receipt, desk)
    unread = file.fault if file and not text.write else ""
    edits = [Finding("edits", "R3", Level.BLOCK, m) for m in (text.conflict, unread) if m]
    if unread:
        return tuple(edits)  # what stands in the file nobody knows: no address is missing in the row for it
    if text.fault:
        return (Finding("template", "Letters", Level.BLOCK, text.fault), *edits)
    return (*edits, *inspect(text.letter, w, desk, for_real=False), *_written_as(text, file, w))


def _out(letter: Letter, receipt: Receipt | None, desk: Desk) -> tuple[Finding, ...]:
    """Mind where a letter that was exported, or may have gone, says other than its row by now."""
    told = says_otherwise(letter, receipt, desk).values() if receipt else ()
    return tuple(Finding("edits", "R3", Level.WARN, said) for said in told)


def _written_as(text: Settled, file: LetterFile | None, w: Wanted) -> Iterator[Finding]:
    """Say that an edited letter was written for what the row said before: it is not drafted anew."""
    before = kind_in(file.name) if file and text.edited and not text.write else None
    if before and before is not w.kind:
        said = (
            f"It was edited as “{KINDS[before].title}”, and by the row it is now “{KINDS[w.kind].title}”. Read it again, "
            "and save it once more, or draft it anew."
        )
        yield Finding("edits", "R5", Level.WARN, said, of_row=True)


def _approval(
    letter: Letter, findings: Sequence[Finding], w: Wanted, row: DraftRow | None, desk: Desk
) -> tuple[bool, str, str]:
    """Say whether it stands approved, what to tell the user, and the hash of an approval given on the sheet."""
    if w.locked:
        return True, "", ""
    sha = bound(letter, desk)
    known = desk.state.approvals.get(w.code)
    blocked = any(f.level is Level.BLOCK for f in findings)
    note = CHANGED_APPROVED if known and known != sha else _note_that_stands(letter, row)
    if row and row.request == "Approve" and known != sha:
        if not same_as_shown(letter, row) or _says_other_unseen(findings, row):
            return False, CHANGED_SEEN, ""
        if blocked:
            return False, CHECK_BLOCKS, ""
        return True, "", sha
    return known == sha, "" if known == sha else note, ""


def _says_other_unseen(findings: Sequence[Finding], row: DraftRow) -> bool:
    """Tell whether an edited letter says other than the row of Contacts, and the sheet didn't say so yet (R3)."""
    shown = " ".join(row.checks.split())
    return any(f.of_row and " ".join(f.message.split()) not in shown for f in findings)


def _note_that_stands(letter: Letter, row: DraftRow | None) -> str:
    """Go on saying why a request was refused while the letter is as it was then."""
    if row is None or not same_as_shown(letter, row):
        return ""
    return next(
        (
            note
            for note in (CHANGED_APPROVED, CHANGED_SEEN, CHECK_BLOCKS)
            if row.checks.casefold().startswith(note)
        ),
        "",
    )


def same_as_shown(letter: Letter, row: DraftRow) -> bool:
    """Tell whether the sheet's row shows exactly the letter as it now is, to its last word."""
    return (
        len(letter.body) <= MAX_SHOWN
        and row.digest == shown_digest(letter.subject, letter.body)
        and row.to.strip() == letter.to
        and row.enclosures.strip() == ", ".join(letter.enclosures)
    )


def _skipped_until(w: Wanted, row: DraftRow | None, desk: Desk) -> date | None:
    if row and row.request == "Skip" and not w.locked:
        return desk.day.bd(desk.day.today, 1)
    until = w.record.skipped_until if w.record else None
    return until if until and until > desk.day.today else None


def _status(
    w: Wanted, findings: Sequence[Finding], approved: bool, skipped: date | None, today: date
) -> Status:
    if w.receipt and w.receipt.state is SendState.EXPORTED:
        return Status.EXPORTED
    if w.receipt and w.receipt.state in UNSURE:
        return Status.CHECK
    if skipped and skipped > today:
        return Status.SKIPPED
    if any(f.level is Level.BLOCK for f in findings):
        return Status.BLOCKED
    if approved:
        return Status.APPROVED
    if w.receipt and w.receipt.state is SendState.REFUSED:
        return Status.FAILED
    return Status.TO_REVIEW


def _leaving(
    wanted: set[str], files: Mapping[str, LetterFile], rows: Mapping[str, DraftRow], state: LedgerState
) -> list[Change]:
    """Letters no longer due: untouched ones go, edited ones are set aside, sent ones are kept as sent."""
    sent = {r.code for r in state.receipts.values() if r.state in GONE}
    changes: list[Change] = []
    for code, file in files.items():
        if code in wanted:
            continue
        record = state.drafts.get(code)
        if code in sent:
            changes.append(Remove(code, "sent"))
            continue
        untouched = record is not None and file.digest == record.drafted
        changes.append(Remove(code, "" if untouched else SET_ASIDE))
        if record and (row := rows.get(code)) and _typed(row, record, file):
            typed = file._replace(subject=row.subject or file.subject, body=row.text)
            changes += [Write(code, file.name, format_letter(typed)), Remove(code, SET_ASIDE)]
    return changes


def _typed(row: DraftRow, record: DraftRecord, file: LetterFile) -> bool:
    """Tell whether the Drafts sheet alone holds what the user wrote."""
    seen = record.shown and row.digest != shown_digest(file.subject, file.body)
    return bool(seen) and typed_on(row, record.shown)
