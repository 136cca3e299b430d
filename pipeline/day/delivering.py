"""Approved letters by mail: what goes, what is asked first, and the last look before each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.day.decide import Decision
from pipeline.day.enclosure import enclosure_contents
from pipeline.day.live import LiveDay
from pipeline.ledger.ledger import Ledger
from pipeline.letters.binding import bound
from pipeline.letters.compose import inspect
from pipeline.letters.thanked import thanked_for
from pipeline.mail.account import Account, account_of
from pipeline.mail.outgoing import Clock, Halted, Outgoing, Progress, SendOutcome, SystemClock
from pipeline.mail.passwords import password_for
from pipeline.mail.preflight import require_known
from pipeline.model import Draft, Level, Settings, Status
from pipeline.model.addresses import is_example
from pipeline.model.errors import FAILED, UserError
from pipeline.rules.details import letter_detail

NO_MAILBOX = "No mailbox is set up, so replies, and letters that went from another computer, can't be seen."
Ask = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked before letters go: the letters with their enclosures, those held, and the question in words."""

    account: Account
    letters: tuple[Outgoing, ...]
    held: tuple[SendOutcome, ...]
    question: str


def asked_first(decision: Decision, drafts: Sequence[Draft]) -> Asked:
    """Put together what is asked before letters go. Raises UserError where Settings name no account to send from."""
    settings = decision.world.settings
    refuse_example_sender(settings)
    account = account_of(settings)
    letters, held = _outgoing(decision, drafts)
    return Asked(account, tuple(letters), tuple(held), _question(letters, account, "to"))


def deliver(
    decision: Decision,
    drafts: Sequence[Draft],
    *,
    ask: Ask,
    progress: Progress,
    halted: Halted = lambda: "",
    clock: Clock | None = None,
    at: Callable[[str], None] = lambda _point: None,
) -> list[SendOutcome]:
    """Send approved letters for real. `clock` is the computer's where none is given; `at` is told of each point passed.

    Raises UserError where nothing may go at all.
    """
    from pipeline.mail.postman import send_letters  # the window opens sooner without what talks to servers
    from pipeline.mail.watch import open_watch

    world, settings = decision.world, decision.world.settings
    asked = asked_first(decision, drafts)
    account, letters, held = asked.account, asked.letters, list(asked.held)
    if not letters or not ask(asked.question):
        return held
    if account.smtp is not None:
        password_for(account, account.smtp)
    with Ledger(world.ledger_path) as ledger:
        watch = open_watch(settings, ledger, world.contacts, world.events, today=world.today, account=account)
        require_known(world.events, ledger, watch, user_says_so=ask)
        return held + send_letters(
            letters,
            account,
            ledger,
            watch,
            clock or SystemClock(),
            recheck=rechecker(LiveDay(world.place.workbook, world.today)),
            daily_limit=settings.daily_limit,
            quiet_hours=settings.quiet_hours,
            progress=progress,
            halted=halted,
            at=at,
        )


def rehearse_approved(
    decision: Decision, drafts: Sequence[Draft], *, ask: Ask, progress: Progress
) -> list[SendOutcome]:
    """Send approved letters to the user's own address, recorded as nothing."""
    from pipeline.mail import rehearsal

    refuse_example_sender(decision.world.settings)
    account = account_of(decision.world.settings)
    letters, held = _outgoing(decision, drafts)
    if not letters or not ask(_question(letters, account, "to yourself, as a rehearsal")):
        return held
    return held + rehearsal.rehearse(letters, account, SystemClock(), progress=progress)


def _question(letters: Sequence[Outgoing], account: Account, whom: str) -> str:
    names = "\n".join(f"  {one.letter.name} <{one.letter.to}>" for one in letters)
    unseen = "" if account.imap else f"\n{NO_MAILBOX}"
    return f"From {account.sender}, {len(letters)} letter(s) {whom}:\n{names}{unseen}\nSend them?"


def refuse_example_sender(settings: Settings) -> None:
    """Raise UserError while Settings have no address of the user's own."""
    if not settings.email or is_example(settings.email):
        raise UserError(
            "Settings still has the sample's address as Email. Fill in your own, then go on.",
            exit_code=FAILED,
        )


def _outgoing(decision: Decision, drafts: Sequence[Draft]) -> tuple[list[Outgoing], list[SendOutcome]]:
    """Take up the letters with their enclosures; one whose enclosure can't be read is held, and the others go."""
    ready: list[Outgoing] = []
    held: list[SendOutcome] = []
    for draft in drafts:
        letter = draft.letter
        try:
            ready.append(_with_enclosures(decision, draft))
        except UserError as fault:
            held.append(SendOutcome(letter.code, letter.name, "held", letter.message_id, str(fault)))
    return ready, held


def _with_enclosures(decision: Decision, draft: Draft) -> Outgoing:
    letter = draft.letter
    files = enclosure_contents(letter.enclosures, decision.world.enclosure)
    return Outgoing(
        letter,
        bound(letter, decision.desk),
        files,
        letter_detail(letter.kind, letter.occasion, letter.call_on, letter.about),
        thanked_for(letter, decision.desk.contacts[letter.contact_id]),
    )


def rechecker(live: LiveDay) -> Callable[[Outgoing], str | None]:
    """Look again just before each letter: still due, still allowed, still what was approved."""

    def refusal(one: Outgoing) -> str | None:
        decision = live.decision()
        draft = decision.draft_of(one.letter.code)
        if draft is None:
            return "it is no longer due"
        if draft.status is not Status.APPROVED or bound(draft.letter, decision.desk) != one.sha256:
            return "it is no longer as you approved it; review it again"
        wanted = decision.review.wanted[draft.letter.code]
        findings = inspect(draft.letter, wanted, decision.desk, for_real=True)
        return next((f.message for f in findings if f.level is Level.BLOCK), None)

    return refusal
