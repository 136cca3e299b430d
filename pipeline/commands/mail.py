"""Mail: the account, the mailbox, real delivery, what is set up, and forgetting a person."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import common, now_and_today, print_json, say
from pipeline.day.asking import somebody_there
from pipeline.model.errors import FAILED, USAGE, UserError
from pipeline.model.texts import joined

if TYPE_CHECKING:
    from pipeline.day.world import World
    from pipeline.mail.look import Brought
    from pipeline.model import Settings


def look_first(world: World) -> None:
    """Look in the mailbox before the day is worked out; one that can't be reached is said, and the day goes on."""
    from pipeline.day.replies import look_for_replies, new_in_mailbox
    from pipeline.mail.outgoing import MailboxDown

    try:
        found = look_for_replies(world)
    except (MailboxDown, UserError) as fault:
        say(
            joined(
                f"The mailbox could not be looked at: {fault}",
                "The day goes on; follow-up letters wait until it can.",
            )
        )
        return
    if found and found.lines:
        say(new_in_mailbox(found.lines))


@click.command()
@common("workbook", "today", "json", "force")
def sync(workbook: Path, today: date | None, as_json: bool, force: bool) -> None:
    """Look in the mailbox: replies, automatic answers, returned mail, invitations, letters sent by hand."""
    from pipeline.day.apply import run_day
    from pipeline.day.documents import event_documents, problem_documents
    from pipeline.day.gather import gather
    from pipeline.day.replies import look_now
    from pipeline.mail.ways import reads_replies

    now, day = now_and_today(today)
    world = gather(workbook, day, now)
    if not reads_replies(world.settings):
        raise UserError(
            "No mailbox is set up: Read replies from, or Send through, on the Settings sheet names none. docs/gmail.md "
            "says how to set one up.",
            exit_code=FAILED,
        )
    found = look_now(world)
    if found is None:
        raise UserError("No mailbox is set up: fill in IMAP server on the Settings sheet.", exit_code=FAILED)
    run_day(workbook, day, now, force=force)
    if as_json:
        print_json({"events": event_documents(found.events), "notices": problem_documents(found.notices)})
    else:
        _tell_news(found)


def _tell_news(found: Brought) -> None:
    for e in found.events:
        click.echo(f"{e.date} {e.name}: {e.kind}" + (f" ({e.detail})" if e.detail else ""))
    for p in found.notices:
        click.echo(p.message)
    if not found.events and not found.notices:
        click.echo("Nothing new in the mailbox.")


@click.group()
def gmail() -> None:
    """Set up, try or forget the mail account (docs/gmail.md goes through it)."""


def _settings(workbook: Path) -> Settings:
    from pipeline.day.delivering import refuse_example_sender
    from pipeline.sheets.read import read_book
    from pipeline.sheets.settings import read_settings

    settings, _ = read_settings(read_book(workbook).tables["Settings"])
    refuse_example_sender(settings)
    return settings


@gmail.command()
@common("workbook")
def login(workbook: Path) -> None:
    """Keep an app password in this computer's keyring, once both servers have taken it."""
    import getpass

    from pipeline.mail.account import account_of
    from pipeline.mail.passwords import in_environment
    from pipeline.mail.setup import given_to, how_to_get
    from pipeline.mail.setup import login as keep_password

    settings = _settings(workbook)
    account = account_of(settings)
    if not somebody_there():
        raise UserError(
            f"The password is asked for in a terminal. For scripts: {in_environment(account)}",
            exit_code=USAGE,
        )
    click.echo(how_to_get(account))
    click.echo(given_to(account))
    typed = getpass.getpass(f"App password for {account.user} (nothing shows while you type): ")
    click.echo(keep_password(account, typed, settings.sent_folder))


@gmail.command()
@common("workbook")
def test(workbook: Path) -> None:
    """Log in to both servers and name the folders found. Sends nothing."""
    from pipeline.mail.account import account_of
    from pipeline.mail.setup import probe

    settings = _settings(workbook)
    click.echo(probe(account_of(settings), sent_folder=settings.sent_folder))


@gmail.command()
@common("workbook")
def logout(workbook: Path) -> None:
    """Take the password out of the keyring."""
    from pipeline.mail.account import account_of
    from pipeline.mail.setup import logout as forget_password

    click.echo(forget_password(account_of(_settings(workbook))))


@click.command()
@common("workbook", "today", "json")
def doctor(workbook: Path, today: date | None, as_json: bool) -> None:
    """Say what is set up, what is not, and what to do next; and whether ledger and workbook agree."""
    from pipeline.day.checkup import check_up
    from pipeline.day.worklog import log_path

    now, day = now_and_today(today)
    world, found = check_up(workbook, day, now)
    if as_json:
        print_json([{"what": f.what, "ok": f.ok, "message": f.message} for f in found])
        return
    for f in found:
        click.echo(f"{'ok ' if f.ok else ' ! '} {f.what}: {f.message}")
    click.echo(f"    Ledger: {world.ledger_path}\n    Log (ids and counts, no names or texts): {log_path()}")
