"""Mail: the account, the mailbox, real delivery, what is set up, and forgetting a person."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import (
    explained,
    force_option,
    json_option,
    now_and_today,
    print_json,
    say,
    sure,
    today_option,
    workbook_option,
    yes_option,
)
from pipeline.model.errors import FAILED, USAGE, UserError

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.day.world import World
    from pipeline.mail.outgoing import Outgoing
    from pipeline.mail.sync import Look
    from pipeline.model import Draft, Settings

EXAMPLES = ("example.com", "example.org", "example.net")


def look_first(world: World) -> None:
    """Look in the mailbox before the day is worked out; one that can't be reached is said, and the day goes on."""
    from pipeline.mail.outgoing import MailboxDown

    try:
        found = _look(world)
    except (MailboxDown, UserError) as fault:
        say(
            f"The mailbox could not be looked at ({fault}). The day goes on; follow-up letters wait until it can."
        )
        return
    for problem in found.notices if found else ():
        say(problem.message)


def _look(world: World) -> Look | None:
    from pipeline.ledger.ledger import Ledger
    from pipeline.mail.account import account_of
    from pipeline.mail.mailbox import Mailbox
    from pipeline.mail.sync import look

    account = account_of(world.settings)
    if not account.imap_host:
        return None
    with (
        Mailbox.open(account, None, world.settings.sent_folder) as mailbox,
        Ledger(world.ledger_path) as ledger,
    ):
        return look(mailbox, ledger, world.contacts, world.settings, world.today, history=world.events)


@click.command()
@workbook_option
@today_option
@json_option
@force_option
@explained
def sync(workbook: Path, today: date | None, as_json: bool, force: bool) -> None:
    """Look in the mailbox: replies, automatic answers, returned mail, invitations, letters sent by hand."""
    from pipeline.day.apply import run_day
    from pipeline.day.documents import problem_documents
    from pipeline.day.gather import gather
    from pipeline.mail.outgoing import MailboxDown

    now, day = now_and_today(today)
    world = gather(workbook, day, now)
    if world.settings.send_through == "Files":
        raise UserError(
            "No mailbox is set up: Send through on the Settings sheet says Files. docs/gmail.md says how to set one up.",
            exit_code=FAILED,
        )
    try:
        found = _look(world)
    except MailboxDown as down:
        raise UserError(
            f"The mailbox can't be reached ({down}). Try again later; nothing was changed.", exit_code=FAILED
        ) from None
    if found is None:
        raise UserError("No mailbox is set up: fill in IMAP server on the Settings sheet.", exit_code=FAILED)
    run_day(workbook, day, now, force=force)
    if as_json:
        print_json(
            {
                "events": [
                    {
                        "date": e.date.isoformat(),
                        "id": e.contact_id,
                        "name": e.name,
                        "event": str(e.kind),
                        "detail": e.detail,
                    }
                    for e in found.events
                ],
                "notices": problem_documents(found.notices),
            }
        )
        return
    for e in found.events:
        click.echo(f"{e.date} {e.name}: {e.kind}" + (f" ({e.detail})" if e.detail else ""))
    for p in found.notices:
        click.echo(p.message)
    if not found.events and not found.notices:
        click.echo("Nothing new in the mailbox.")


def deliver(
    decision: Decision,
    drafts: Sequence[Draft],
    workbook: Path,
    *,
    yes: bool,
    force: bool,
    to_myself: bool,
    ask: Callable[[str, bool], bool],
) -> list[dict[str, str]]:
    """Send approved letters for real, or to the user's own address. Raises UserError where nothing may go at all."""
    from pipeline.ledger.ledger import Ledger
    from pipeline.mail import postman as gmail
    from pipeline.mail.account import account_of, password
    from pipeline.mail.outgoing import SystemClock
    from pipeline.mail.preflight import require_known
    from pipeline.mail.sync import open_watch

    world = decision.world
    settings = world.settings
    _refuse_example_sender(settings)
    account = account_of(settings)
    letters = [_outgoing(decision, d) for d in drafts]
    if not letters:
        return []
    names = "\n".join(f"  {one.letter.name} <{one.letter.to}>" for one in letters)
    whom = "to yourself, as a rehearsal" if to_myself else "to"
    if not ask(f"From {account.sender}, {len(letters)} letter(s) {whom}:\n{names}\nSend them?", yes):
        say("Nothing was sent.")
        return []
    secret = password(account)
    if to_myself:
        outcomes = gmail.rehearse(letters, account, SystemClock(), secret=secret, progress=_progress)
    else:
        with Ledger(world.ledger_path) as ledger:
            watch = open_watch(
                settings,
                ledger,
                world.contacts,
                world.events,
                today=world.today,
                account=account,
                secret=secret,
            )
            require_known(world.events, ledger, watch, user_says_so=force)
            outcomes = gmail.send_letters(
                letters,
                account,
                ledger,
                watch,
                SystemClock(),
                recheck=_recheck(workbook, world.today),
                secret=secret,
                daily_limit=settings.daily_limit,
                quiet_hours=settings.quiet_hours,
                progress=_progress,
            )
    return [
        {"code": o.code, "name": o.name, "outcome": o.outcome, "message_id": o.message_id, "detail": o.detail}
        for o in outcomes
    ]


def _refuse_example_sender(settings: Settings) -> None:
    if not settings.email or settings.email.rpartition("@")[2].casefold() in EXAMPLES:
        raise UserError(
            "Settings still has the sample's address as Email. Fill in your own, then send.", exit_code=FAILED
        )


def _outgoing(decision: Decision, draft: Draft) -> Outgoing:
    from pipeline.day.documents import enclosure_paths
    from pipeline.ledger.records import digest
    from pipeline.letters.drafts import bound
    from pipeline.mail.outgoing import Outgoing
    from pipeline.rules.details import letter_detail

    letter = draft.letter
    files = tuple(
        (Path(p).name, Path(p).read_bytes())
        for p in enclosure_paths(letter.enclosures, decision.world.enclosure)
    )
    c = decision.desk.contacts[letter.contact_id]
    return Outgoing(
        letter,
        bound(letter, decision.desk),
        files,
        letter_detail(letter.kind, letter.occasion, letter.call_on, letter.about),
        digest(c.thank_them_for),
    )


def _recheck(workbook: Path, today: date) -> Callable[[Outgoing], str | None]:
    """Look again just before each letter: still due, still allowed, still what was approved."""
    from pipeline.letters.compose import inspect
    from pipeline.letters.drafts import bound
    from pipeline.model import Channel, Level, Status
    from pipeline.review.session import Review

    session = Review(workbook, today)

    def refusal(one: Outgoing) -> str | None:
        decision = session.decision()
        draft = decision.draft_of(one.letter.code)
        if draft is None:
            return "it is no longer due"
        if draft.status is not Status.APPROVED or bound(draft.letter, decision.desk) != one.sha256:
            return "it is no longer as you approved it; review it again"
        if draft.letter.channel is Channel.POST:
            return "it goes by post; print it from outbox/ready"
        wanted = decision.review.wanted[draft.letter.code]
        blocks = [
            f.message
            for f in inspect(draft.letter, wanted, decision.desk, for_real=True)
            if f.level is Level.BLOCK
        ]
        return blocks[0] if blocks else None

    return refusal


def _progress(done: int, of: int, said: str) -> None:
    say(f"{done} of {of}: {said}")


@click.group()
def gmail() -> None:
    """Set up, try or forget the mail account (docs/gmail.md goes through it)."""


def _settings(workbook: Path) -> Settings:
    from pipeline.sheets.read import read_book
    from pipeline.sheets.settings import read_settings

    settings, _ = read_settings(read_book(workbook).tables["Settings"])
    _refuse_example_sender(settings)
    return settings


@gmail.command()
@workbook_option
@explained
def login(workbook: Path) -> None:
    """Keep an app password in this computer's keyring, once both servers have taken it."""
    import getpass

    from pipeline.mail import account as accounts

    account = accounts.account_of(_settings(workbook))
    if not sys.stdin.isatty():
        raise UserError(
            f"The password is asked for in a terminal. For scripts set {accounts.PASSWORD_VARIABLE}.",
            exit_code=USAGE,
        )
    click.echo(
        accounts.login(
            account, getpass.getpass(f"App password for {account.user} (nothing shows while you type): ")
        )
    )


@gmail.command()
@workbook_option
@explained
def test(workbook: Path) -> None:
    """Log in to both servers and name the folders found. Sends nothing."""
    from pipeline.mail import account as accounts

    settings = _settings(workbook)
    click.echo(accounts.probe(accounts.account_of(settings), sent_folder=settings.sent_folder))


@gmail.command()
@workbook_option
@explained
def logout(workbook: Path) -> None:
    """Take the password out of the keyring."""
    from pipeline.mail import account as accounts

    click.echo(accounts.logout(accounts.account_of(_settings(workbook))))


@click.command()
@click.argument("name")
@workbook_option
@today_option
@yes_option
@force_option
@explained
def forget(name: str, workbook: Path, today: date | None, yes: bool, force: bool) -> None:
    """Remove a person's data from the workbook, the outbox, the ledger and the backups, after showing what will go."""
    from pipeline.day.apply import run_day
    from pipeline.day.gather import gather
    from pipeline.ledger.forget import forget as remove
    from pipeline.ledger.forget import plan_forget
    from pipeline.ledger.ledger import Ledger
    from pipeline.rules.wording import counted
    from pipeline.sheets.finding import find_contact
    from pipeline.sheets.writeback import forgetting
    from pipeline.workbook.backups import backups_of
    from pipeline.workbook.save import save

    now, day = now_and_today(today)
    world = gather(workbook, day, now)
    c = find_contact(world.contacts, name)
    with Ledger(world.ledger_path) as ledger:
        edits = forgetting(world.book.tables, c, world.events, world.rows, ledger.state())
        plan = plan_forget([c], ledger, world.place.outbox, world.place.backups)
        click.echo(
            f"To be removed: {c.name}'s row {c.row} of Contacts and {counted(sum(e.contact_id == c.id for e in world.events), 'row')} of History (blanked)"
        )
        for line in plan.lines():
            click.echo(f"  {line}")
        if not sure("This can't be undone. Go ahead?", yes):
            say("Nothing was removed.")
            return
        before = set(backups_of(workbook, world.place.backups))
        save(
            workbook, edits, read_sha256=world.book.sha256, backups=world.place.backups, now=now, force=force
        )
        remove(plan, ledger)
    for backup in set(backups_of(workbook, world.place.backups)) - before:
        backup.unlink()
    run_day(workbook, day, now, force=force)
    click.echo(
        f"{c.name} is forgotten. What lies in your mailbox and in other copies of the workbook is yours to remove."
    )


@click.command()
@workbook_option
@today_option
@json_option
@explained
def doctor(workbook: Path, today: date | None, as_json: bool) -> None:
    """Say what is set up, what is not, and what to do next; and whether ledger and workbook agree."""
    from pipeline.day.diagnosis import diagnose
    from pipeline.day.gather import gather
    from pipeline.mail.account import account_of, keyring_works, password
    from pipeline.workbook.locks import conflict_copies, find_lock

    now, day = now_and_today(today)
    world = gather(workbook, day, now)
    has_password = False
    if world.settings.send_through != "Files":
        try:
            has_password = bool(password(account_of(world.settings)))
        except UserError:
            has_password = False
    found = diagnose(
        world.settings,
        world.contacts,
        world.events,
        world.problems,
        world.state,
        world.enclosure,
        keyring=keyring_works(),
        password=has_password,
        open_elsewhere=find_lock(workbook) is not None,
        copies=[p.name for p in conflict_copies(workbook)],
    )
    if as_json:
        print_json([{"what": f.what, "ok": f.ok, "message": f.message} for f in found])
        return
    for f in found:
        click.echo(f"{'ok ' if f.ok else ' ! '} {f.what}: {f.message}")
    click.echo(f"    Ledger: {world.ledger_path}")
