"""Send what is approved, once, and record it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import common, now_and_today, print_json, say, sure
from pipeline.model.came_in import command
from pipeline.model.errors import NOT_SENT

if TYPE_CHECKING:
    from pipeline.day.sending import Sent
    from pipeline.mail.outgoing import SendOutcome
    from pipeline.model import Draft


@click.command()
@click.option("--dry-run", is_flag=True, help="Print exactly what would go; write nothing.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many letters.")
@click.option(
    "--to-myself", is_flag=True, help="Rehearse: the same letters to your own address, recorded as nothing."
)
@click.option("--now", "early", is_flag=True, help="Send letters whose day has not come, too.")
@common("workbook", "today", "json", "force", "yes")
def send(
    workbook: Path,
    today: date | None,
    as_json: bool,
    force: bool,
    yes: bool,
    dry_run: bool,
    limit: int | None,
    to_myself: bool,
    early: bool,
) -> None:
    """Send the approved letters, each once, and record them in the workbook.

    With Send through = Files each letter becomes a file in outbox/ready, to be opened in your mail program; with Browser
    links are printed that open it in your own mail, filled in.
    """
    from pipeline.day.replies import new_in_mailbox
    from pipeline.day.sending import Wish, send_approved, would_go

    now, day = now_and_today(today)
    wish = Wish(None, limit, to_myself, early, force)
    if dry_run:
        _print_dry_run(would_go(workbook, day, now, wish), as_json)
        return
    sent = send_approved(
        workbook,
        day,
        lambda: datetime.now().replace(microsecond=0),
        wish,
        ask=lambda question: sure(question, yes),
        progress=_progress,
    )
    if sent.news:
        say(new_in_mailbox(sent.news))
    _report(sent, as_json)
    if any(o.outcome in ("held", "refused", "check") for o in sent.outcomes):
        sys.exit(NOT_SENT)


def _progress(done: int, of: int, outcome: SendOutcome) -> None:
    say(f"{done} of {of}: {outcome.name}: {outcome.outcome}")


def _print_dry_run(drafts: Sequence[Draft], as_json: bool) -> None:
    from pipeline.day.documents import outcome_documents
    from pipeline.day.show import letter_text
    from pipeline.mail.outgoing import SendOutcome
    from pipeline.rules.wording import counted

    if as_json:
        would = [
            SendOutcome(
                d.letter.code, d.letter.name, "held", d.letter.message_id, f"would go to {d.letter.to}"
            )
            for d in drafts
        ]
        print_json(outcome_documents(would))
        return
    for d in drafts:
        click.echo(letter_text(d.letter))
    click.echo(
        f"{counted(len(drafts), 'letter')} would go. To send: {command('send')}"
        if drafts
        else "No letter is approved; nothing would go."
    )


def _report(sent: Sent, as_json: bool) -> None:
    from pipeline.day.documents import outcome_documents
    from pipeline.rules.wording import counted

    if as_json:
        print_json(outcome_documents(sent.outcomes))
        return
    said = ""
    for o in sent.outcomes:
        again = o.detail == said and not o.detail.startswith("\n")  # a password refused, say: once is enough
        click.echo(
            f"{o.code} to {o.name}: {o.outcome}"
            + (" (as above)" if again and said else _told(o.detail, sent))
        )
        said = o.detail
    exported = sum(o.outcome == "exported" for o in sent.outcomes)
    if exported:
        how = "open each by one of its links" if sent.as_links else f"they are in {sent.ready}: open each"
        click.echo(
            f"{counted(exported, 'letter')}: {how}, send it, then choose “Sent by me” on the Drafts sheet, or: {command('resolve', 'CODE', 'sent')}"
        )
    if not sent.outcomes:
        click.echo(f"No letter is approved; nothing went. Approve letters with: {command('review')}")


def _told(detail: str, sent: Sent) -> str:
    """Put what is short in brackets, files without the folder that is named once; links stand on lines of their own."""
    told = detail.removeprefix(f"{sent.ready}{os.sep}")
    return told if told.startswith("\n") else f" ({told})" if told else ""


@click.command()
@click.argument("code")
@click.argument("verdict", type=click.Choice(["sent", "release"]))
@common("workbook", "today", "force")
def resolve(code: str, verdict: str, workbook: Path, today: date | None, force: bool) -> None:
    """Say of a letter that was exported, or in doubt, whether it went (sent) or not (release)."""
    from pipeline.day.apply import run_day
    from pipeline.day.gather import gather
    from pipeline.ledger.ledger import Ledger
    from pipeline.mail.doubt import resolve as settle
    from pipeline.model import Status

    now, day = now_and_today(today)
    world = gather(workbook, day, now)
    with Ledger(world.ledger_path) as ledger:
        receipt = settle(ledger, code, verdict, now)
    done = run_day(workbook, day, now, force=force)
    approved = any(
        d.letter.code == receipt.code and d.status is Status.APPROVED for d in done.decision.review.drafts
    )
    back = "approved, and goes with the next send" if approved else "back in review"
    say(f"{receipt.code} to {receipt.name}: {'recorded as sent' if verdict == 'sent' else back}.")
