"""A window's session: today's letters, shown, edited, approved or skipped, and what happened, recorded in the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from pipeline.day.apply import run_day
from pipeline.day.decide import Decision, by_hand
from pipeline.day.gather import read_questions
from pipeline.day.live import LiveDay
from pipeline.day.recording import Recorded, lasts, record, take_back, written_at_last
from pipeline.day.replies import beginning_of, look_now, new_in_mailbox
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import LOCKED, Noted
from pipeline.letters import outbox
from pipeline.letters.advising import AdvicePlace, advice_place
from pipeline.letters.binding import bound
from pipeline.letters.checks.phrase import flaw_of_phrase
from pipeline.letters.compose import compose, inspect
from pipeline.letters.letterfile import as_file
from pipeline.letters.outbox import Remove
from pipeline.letters.phrases import ADVICE
from pipeline.mail.doubt import resolve
from pipeline.model import Draft, Finding, Letter, Level
from pipeline.model.came_in import command
from pipeline.model.errors import FAILED, USAGE, UserError
from pipeline.review.listing import Listing, listing
from pipeline.workbook.locks import find_lock
from pipeline.workbook.replace import read_whole
from pipeline.workbook.save import fingerprint

A_YEAR = timedelta(days=366)


class Review(LiveDay):
    """Today's letters. Whatever changed on the disk since the last look is seen at the next `decision`."""

    def __init__(self, workbook: Path, today: date | None, clock: type[datetime] = datetime) -> None:
        super().__init__(workbook, today, clock)
        self._questions: tuple[str, Sequence[tuple[str, str]]] | None = None
        self._listed: tuple[Decision, Listing] | None = None
        self.recorded: list[Recorded] = []
        """What was recorded in this window, the latest last."""
        self.heard: dict[str, str] = {}
        """How replies begin that this window read, by their Message-IDs; kept nowhere else."""

    def record(self, entry: Noted) -> Recorded:
        """Write what happened into the workbook, or keep it while that is open elsewhere.

        Raises UserError where the cell says something else since, or nothing can be written.
        """
        self.write_waiting()  # so that this one can be taken back alone
        ledger, before = self.world().ledger_path, self.world().as_saved
        self._let_go()
        done = record(self.workbook, self.today, self.now(), ledger, entry, read_before=before)
        if done.problem is not None:
            raise UserError(done.problem.said, exit_code=FAILED)
        if done.day is not None:
            self._hand_over(done.day)
        self.recorded.append(replace(done, day=None))
        return done

    def take_back(self, number: int) -> str:
        """Undo the latest recording, or forget one that waits; say what was done. Raises UserError where it can't be."""
        last = self.recorded[-1] if self.recorded else None
        waiting = next((e for e in self.world().state.entries if e.number == number), None)
        if waiting is None and (last is None or last.entry.number != number):
            raise UserError("Only what was recorded last can be taken back here.", exit_code=USAGE)
        done = Recorded(waiting, lasting=lasts(waiting)) if waiting else last
        assert done is not None  # noqa: S101  (one of the two is there)
        said = take_back(self.workbook, self.today, self.now(), self.world(), done)
        self.recorded = [r for r in self.recorded if r.entry.number != number]
        self._forget()
        return said

    def hold_to(self, number: int) -> Recorded:
        """Let an entry count against the cell that says something else since. Raises UserError where it does not wait any more."""
        waiting = next((e for e in self.world().state.entries if e.number == number), None)
        if waiting is None:
            raise UserError("This does not wait any more.", exit_code=USAGE)
        with Ledger(self.world().ledger_path) as ledger:
            ledger.let_go([waiting])
        self._forget()
        return self.record(waiting._replace(before={}, number=0))

    def write_waiting(self) -> None:
        """Write what waits, recorded or brought by the mailbox, once the workbook is closed."""
        world = self.world()
        if not (world.entered.waits or world.news) or find_lock(self.workbook) is not None:
            return
        entries, present = world.entered.settled, fingerprint(read_whole(self.workbook))
        done = run_day(self.workbook, self.today, self.now())
        self._forget()
        if done.open_in is None:
            written = fingerprint(read_whole(self.workbook))
            self.recorded = written_at_last(self.recorded, entries, present, written)

    def look_for_replies(self) -> str:
        """Look in the mailbox, write what came, and say it. Raises UserError where it can't be looked at."""
        found = look_now(self.world())
        self.heard |= found.said if found else {}
        run_day(self.workbook, self.today, self.now())
        self._forget()
        return new_in_mailbox(found.lines if found else ()) or "Nothing new in the mailbox."

    def read_reply(self, message_id: str) -> None:
        """Read in the mailbox how a reply begins. Raises UserError where it can't be looked at, or is not there."""
        found = beginning_of(self.world(), message_id)
        if not found:
            raise UserError("The mailbox holds no words of this mail any more. Nothing was changed.")
        self.heard[message_id] = found

    @property
    def undoable(self) -> int:
        """Give the number of what can be taken back next, the latest first; 0 where that is nothing."""
        last = self.recorded[-1] if self.recorded else None
        if last is None or last.lasting:
            return 0
        return last.entry.number if last.open_in or last.after == self.world().book.sha256 else 0

    def _forget(self) -> None:
        super()._forget()
        self._listed = None

    def listing(self, decision: Decision) -> Listing:
        """Lay out a day once, however many parts of a page ask for it."""
        listed = self._listed
        if listed is None or listed[0] is not decision:
            listed = self._listed = decision, listing(decision)
        return listed[1]

    def draft(self, code: str) -> Draft:
        """Return a letter in review. Raises UserError (exit 2) where there is none of that code."""
        draft = self.decision().draft_of(code)
        if draft is None:
            raise UserError(
                f"No letter {code.upper()} is in review; {command('drafts')} lists them.", exit_code=USAGE
            )
        return draft

    def shown(self, code: str) -> str:
        """Return the hash of a letter as shown: what an approval posts back (R3)."""
        decision = self.decision()
        return bound(self.draft(code).letter, decision.desk)

    def check(self, code: str, subject: str, body: str) -> tuple[Finding, ...]:
        """Check a letter's text as it is being edited; nothing is written."""
        decision = self.decision()
        wanted = decision.review.wanted.get(code.upper())
        if wanted is None:
            return ()
        letter = _edited(self.draft(code).letter, subject, body, None)
        return inspect(letter, wanted, decision.desk, for_real=False)

    def edit(
        self, code: str, subject: str, body: str, enclosures: Sequence[str] | None = None, *, shown: str
    ) -> Draft:
        """Put the user's text into the letter's file. Raises UserError where it changed since `shown`, or is on its way."""
        draft = self._changeable(code, shown)
        letter = _edited(draft.letter, subject, body, enclosures)
        self._write([as_file(letter)])
        return self.draft(code)

    def name_advice(self, code: str, words: str, *, shown: str) -> Draft:
        """Name their advice as a second specific thing: an edit like any other, which a later draft leaves alone.

        Raises UserError (exit 2) for words that would not read there, or where the letter's template has no place for them.
        """
        draft, place = self._changeable(code, shown), self._advice_place(code)
        flaw = flaw_of_phrase(ADVICE, words)
        if not words.strip() or (flaw and flaw.level is Level.BLOCK):
            raise UserError(
                flaw.message if flaw else "Type what they advised you, as in “to …”.", exit_code=USAGE
            )
        return self.edit(code, draft.letter.subject, place.put(draft.letter.body, words), shown=shown)

    def leave_out_advice(self, code: str, *, shown: str) -> Draft:
        """Take the sentence that names their advice out again."""
        draft, place = self._changeable(code, shown), self._advice_place(code)
        return self.edit(code, draft.letter.subject, place.take_out(draft.letter.body), shown=shown)

    def _advice_place(self, code: str) -> AdvicePlace:
        decision, letter = self.decision(), self.draft(code).letter
        place = advice_place(letter, decision.review.wanted[letter.code], decision.desk)
        if place is None:
            raise UserError("This letter has no place for their advice. Edit it by hand.", exit_code=USAGE)
        return place

    def restore(self, code: str, *, shown: str) -> Draft:
        """Draft a letter anew from its template; the edited text is set aside."""
        draft = self._changeable(code, shown)
        decision = self.decision()
        fresh = compose(decision.review.wanted[draft.letter.code], decision.desk, draft.letter.call_on)
        aside = [Remove(fresh.code, "set-aside")] if draft.edited else []
        with Ledger(decision.world.ledger_path) as ledger:
            ledger.revoke(fresh.code)
        self._write([*aside, as_file(fresh)])
        return self.draft(code)

    def readdress(self, code: str, *, shown: str) -> Draft:
        """Send a letter to the address that stands in Contacts now; its text stays, an approval of it does not (R3)."""
        draft = self._changeable(code, shown)
        if not draft.edited:
            return self.restore(code, shown=shown)
        decision = self.decision()
        contact = decision.desk.contacts[draft.letter.contact_id]
        letter = replace(draft.letter, to=contact.email)
        with Ledger(decision.world.ledger_path) as ledger:
            ledger.revoke(letter.code)
        self._write([as_file(letter)])
        return self.draft(code)

    def approve(self, code: str, *, shown: str) -> Draft:
        """Approve exactly what was shown. Raises UserError where a check blocks it or it changed since."""
        draft = self._changeable(code, shown)
        if draft.blocked:
            first = next(f for f in draft.findings if f.level == "block")
            raise UserError(
                f"Letter {draft.letter.code} to {draft.letter.name} can't be approved: {first.message}",
                exit_code=FAILED,
            )
        with Ledger(self.decision().world.ledger_path) as ledger:
            ledger.approve(draft.letter.code, shown, self.now())
            ledger.skip(draft.letter.code, None)
        self._forget()
        return self.draft(code)

    def revoke(self, code: str, *, shown: str) -> Draft:
        """Take an approval back."""
        draft = self._changeable(code, shown)
        with Ledger(self.decision().world.ledger_path) as ledger:
            ledger.revoke(draft.letter.code)
        self._forget()
        return self.draft(code)

    def skip(self, code: str, until: date | None = None, *, shown: str) -> Draft:
        """Put a letter off until a date, at most a year on; without one, to the next business day.

        Raises UserError (exit 2) for another date.
        """
        draft = self._changeable(code, shown)
        until = until or self.decision().day.bd(self.today, 1)
        if until <= self.today:
            raise UserError(f"{until} is not after {self.today}; give a later date.", exit_code=USAGE)
        if until > self.today + A_YEAR:
            raise UserError(f"{until} is more than a year away; give an earlier date.", exit_code=USAGE)
        with Ledger(self.decision().world.ledger_path) as ledger:
            ledger.skip(draft.letter.code, until)
        self._forget()
        return self.draft(code)

    def bring_back(self, code: str, *, shown: str) -> Draft:
        """Bring a letter that was put off back into today's review."""
        draft = self._changeable(code, shown)
        with Ledger(self.decision().world.ledger_path) as ledger:
            ledger.skip(draft.letter.code, None)
        self._forget()
        return self.draft(code)

    def sent_by_me(self, code: str, on: date | None = None, *, shown: str) -> None:
        """Record that the user sent a letter on their own.

        Raises UserError (exit 2) for a date to come, or one more than a year back.
        """
        self._as_shown(self.draft(code), shown)
        if on and on > self.today:
            raise UserError(f"{on} lies in the future; give the day on which it went.", exit_code=USAGE)
        if on and on < self.today - A_YEAR:
            raise UserError(f"{on} is more than a year ago; give the day on which it went.", exit_code=USAGE)
        world = self.decision().world
        with Ledger(world.ledger_path) as ledger:
            ledger.record(by_hand(world, code.upper(), on or self.today))
        self._forget()

    def resolve(self, code: str, verdict: str, *, shown: str) -> None:
        """Record what became of a letter that was exported or is in doubt: `sent`, or `release` where it did not go."""
        self._as_shown(self.draft(code), shown)
        with Ledger(self.world().ledger_path) as ledger:
            resolve(ledger, code, verdict, self.now())
        self._forget()

    def questions(self) -> Sequence[tuple[str, str]]:
        """Return the questions that the user marked as theirs, read anew where the workbook changed."""
        sha256 = self.world().book.sha256
        if self._questions is None or self._questions[0] != sha256:
            self._questions = (sha256, read_questions(self.workbook))
        return self._questions[1]

    def _changeable(self, code: str, shown: str) -> Draft:
        draft = self.draft(code)
        wanted = self.decision().review.wanted.get(draft.letter.code)
        if wanted is None or (wanted.receipt and wanted.receipt.state in LOCKED):
            way_out = self.decision().desk.state.way_out(draft.letter.code)
            raise UserError(
                f"Letter {draft.letter.code} is {draft.status.lower()} and can't be changed. {way_out}",
                exit_code=FAILED,
            )
        return self._as_shown(draft, shown)

    def _as_shown(self, draft: Draft, shown: str) -> Draft:
        if shown != bound(draft.letter, self.decision().desk):
            raise UserError(
                f"Letter {draft.letter.code} to {draft.letter.name} changed since you saw it. Read it again, then decide.",
                exit_code=FAILED,
            )
        return draft

    def _write(self, changes: Sequence[outbox.Change]) -> None:
        waiting = outbox.apply_changes(self.decision().world.place.outbox, changes)
        self._forget()
        for name in waiting.values():
            raise UserError(
                f"outbox/{name} is open in another program. Close it there, then do this again.",
                exit_code=FAILED,
            )


def _edited(letter: Letter, subject: str, body: str, enclosures: Sequence[str] | None) -> Letter:
    going_along = letter.enclosures if enclosures is None else tuple(enclosures)
    return replace(
        letter,
        subject=" ".join(subject.split()),
        body=body.replace("\r\n", "\n").strip(),
        enclosures=going_along,
    )
