"""Letters in review: what the templates say now, the file, the Drafts sheet and the ledger brought to one standing (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline import outbox
from pipeline.checks.promises import promised_day
from pipeline.model import Channel, Draft, Enclosure, Finding, Letter, Level, Status
from pipeline.outbox import LetterFile, Remove, Write, shown_digest, text_digest
from pipeline.records import LOCKED, UNSURE, DraftRecord, LedgerState, Receipt, SendState, approval_digest
from pipeline.writing import PROMISES_CALL, Desk, Wanted, compose, inspect

SET_ASIDE = "set-aside"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the Drafts sheet as the user left it."""

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

    @property
    def digest(self) -> str:
        """Hash what of a letter may be edited here."""
        return shown_digest(self.subject, self.text)


@dataclass(frozen=True, slots=True)
class Review:
    """Every letter in review with its standing, and what has to be written so that it holds."""

    drafts: tuple[Draft, ...]
    wanted: Mapping[str, Wanted]
    files: tuple[outbox.Change, ...] = ()
    records: tuple[DraftRecord, ...] = ()
    dropped: tuple[str, ...] = ()
    approvals: tuple[tuple[str, str], ...] = ()
    revoked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    letter: Letter
    edited: bool
    conflict: str = ""
    write: bool = False
    drafted: str = ""


def review(wanted: Sequence[Wanted], files: Mapping[str, LetterFile], rows: Mapping[str, Row], desk: Desk) -> Review:
    """Bring each letter's sources together and take up the sheet's requests; what is no longer due goes, or is set aside."""
    drafts: list[Draft] = []
    changes: list[outbox.Change] = []
    records: list[DraftRecord] = []
    approvals: list[tuple[str, str]] = []
    revoked: list[str] = []
    for w in wanted:
        row, file = rows.get(w.code), files.get(w.code)
        text = _settle(w, file, row, desk)
        if text.write:
            changes.append(Write(w.code, outbox.file_name(text.letter), outbox.format_letter(text.letter)))
        skipped = _skipped_until(w, row, desk)
        shown = w.record.shown if text.conflict and w.record else shown_digest(text.letter.subject, text.letter.body)
        records.append(DraftRecord(w.code, text.letter.contact_id, w.kind, w.occasion, w.message_id, text.drafted, shown, skipped))
        findings = _findings(text, file, w, desk)
        approved, note, approval = _approval(text.letter, findings, w, row, desk)
        if approval:
            approvals.append((w.code, approval))
        elif w.code in desk.state.approvals and not approved:
            revoked.append(w.code)
        status = _status(w, findings, approved, skipped, desk.day.today)
        sent_on = w.receipt.on if w.receipt and w.receipt.state is SendState.EXPORTED else None
        drafts.append(Draft(text.letter, status, findings, note, text.edited, sent_on, w.action.due, w.action.step, w.action.days_late,
                            bool(text.conflict)))
    open_ends = [_open_end(r, files.get(r.code)) for r in desk.state.receipts.values()
                 if r.state in LOCKED and r.code not in {w.code for w in wanted}]
    drafts += open_ends
    gone = _gone({d.letter.code for d in drafts}, files, desk.state)
    dropped = tuple(code for code in desk.state.drafts if code not in {d.letter.code for d in drafts})
    return Review(tuple(drafts), {w.code: w for w in wanted}, (*gone, *changes), tuple(records), dropped, tuple(approvals), tuple(revoked))


def _settle(w: Wanted, file: LetterFile | None, row: Row | None, desk: Desk) -> _Text:
    """Decide which of the template, the file and the sheet is the letter."""
    fresh = compose(w, desk, file.call_on if file else None)
    drafted = w.record.drafted if w.record else ""
    if file is None:
        if row and w.record and row.digest != w.record.shown and row.text.strip():
            letter = replace(fresh, subject=row.subject, body=row.text.strip())
            return _Text(letter, True, write=True, drafted=text_digest(fresh))
        return _Text(fresh, False, write=True, drafted=text_digest(fresh))
    standing = _as_filed(fresh, file)
    edited = file.digest != drafted if w.record else file.digest != text_digest(fresh)
    shown = w.record.shown if w.record else shown_digest(fresh.subject, fresh.body)
    now = shown_digest(file.subject, file.body)
    if row and row.text.strip() and row.digest not in (shown, now) and not w.locked:
        if now == shown or not edited:
            letter = replace(standing, subject=" ".join(row.subject.split()), body=row.text.replace("\r\n", "\n").strip())
            letter = _promising(letter, desk)
            return _Text(letter, True, write=True, drafted=drafted or text_digest(fresh))
        conflict = (f"It was edited both on the Drafts sheet ({row.where}) and in outbox/{file.name}. Make the two alike, "
                    "or clear the cell to keep the file's text.")
        return _Text(standing, True, conflict, drafted=drafted)
    if edited or w.locked or w.code in desk.state.approvals:
        standing = _promising(standing, desk) if edited else standing
        return _Text(standing, edited, drafted=drafted or text_digest(fresh))
    return _Text(fresh, False, write=text_digest(fresh) != file.digest, drafted=text_digest(fresh))


def _open_end(receipt: Receipt, file: LetterFile | None) -> Draft:
    """Keep asking about a letter that was exported or may have gone, though its step is no longer due."""
    letter = Letter(receipt.code, receipt.contact_id, receipt.name, receipt.kind, receipt.occasion, receipt.message_id,
                    Channel(receipt.channel or Channel.EMAIL), receipt.to, receipt.subject, file.body if file else "",
                    file.enclosures if file else ())
    exported = receipt.state is SendState.EXPORTED
    return Draft(letter, Status.EXPORTED if exported else Status.CHECK, sent_on=receipt.on if exported else None)


def _promising(letter: Letter, desk: Desk) -> Letter:
    """Take the call day from the text that the user wrote: what the recipient reads is the promise."""
    if letter.kind not in PROMISES_CALL:
        return letter
    return replace(letter, call_on=promised_day(letter.body, desk.day.today, letter.call_on) or letter.call_on)


def _as_filed(fresh: Letter, file: LetterFile) -> Letter:
    return replace(fresh, to=file.to, subject=file.subject, body=file.body, enclosures=file.enclosures, call_on=file.call_on)


def _findings(text: _Text, file: LetterFile | None, w: Wanted, desk: Desk) -> tuple[Finding, ...]:
    if w.locked:
        return ()
    own = [m for m in (text.conflict, file.fault if file and not text.write else "") if m]
    return (*(Finding("edits", "R3", Level.BLOCK, m) for m in own), *inspect(text.letter, w, desk))


def bound(letter: Letter, desk: Desk) -> str:
    """Hash what an approval of this letter binds, as things are now (R3)."""
    return approval_digest(letter, desk.day.settings.email, enclosure_digests(letter, desk.enclosure))


def enclosure_digests(letter: Letter, enclosure: Enclosure) -> tuple[str, ...]:
    """Hash the files that go along; one that isn't there has no hash."""
    return tuple(enclosure.sha256 if name == enclosure.name else "" for name in letter.enclosures)


def _approval(letter: Letter, findings: Sequence[Finding], w: Wanted, row: Row | None, desk: Desk) -> tuple[bool, str, str]:
    """Say whether it stands approved, what to tell the user, and the hash of an approval given on the sheet."""
    if w.locked:
        return True, "", ""
    sha = bound(letter, desk)
    known = desk.state.approvals.get(w.code)
    blocked = any(f.level is Level.BLOCK for f in findings)
    note = "changed since you approved it" if known and known != sha else ""
    if row and row.request == "Approve" and known != sha:
        if not same_as_shown(letter, row):
            return False, "changed since you saw it", ""
        if blocked:
            return False, "a check keeps it from being approved", ""
        return True, "", sha
    return known == sha, note, ""


def same_as_shown(letter: Letter, row: Row) -> bool:
    """Tell whether the sheet's row shows exactly the letter as it now is."""
    return (row.digest == shown_digest(letter.subject, letter.body) and row.to.strip() == letter.to
            and row.enclosures.strip() == ", ".join(letter.enclosures))


def _skipped_until(w: Wanted, row: Row | None, desk: Desk) -> date | None:
    if row and row.request == "Skip" and not w.locked:
        return desk.day.bd(desk.day.today, 1)
    until = w.record.skipped_until if w.record else None
    return until if until and until > desk.day.today else None


def _status(w: Wanted, findings: Sequence[Finding], approved: bool, skipped: date | None, today: date) -> Status:
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


def _gone(wanted: set[str], files: Mapping[str, LetterFile], state: LedgerState) -> list[outbox.Change]:
    """Letters no longer due: untouched ones go, edited ones are set aside, sent ones are kept as sent."""
    sent = {r.code for r in state.receipts.values() if r.state in (SendState.ACCEPTED, SendState.BY_HAND)}
    changes: list[outbox.Change] = []
    for code, file in files.items():
        if code in wanted:
            continue
        record = state.drafts.get(code)
        if code in sent:
            changes.append(Remove(code, "sent"))
        elif record and file.digest == record.drafted:
            changes.append(Remove(code))
        else:
            changes.append(Remove(code, SET_ASIDE))
    return changes
