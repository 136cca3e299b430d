"""Send what is approved, once, and record it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime
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
from pipeline.model.errors import NOT_SENT, UNREADABLE, USAGE, UserError

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.model import Draft


@click.command()
@workbook_option
@today_option
@json_option
@force_option
@yes_option
@click.option("--dry-run", is_flag=True, help="Print exactly what would go; write nothing.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many letters.")
@click.option(
    "--to-myself", is_flag=True, help="Rehearse: the same letters to your own address, recorded as nothing."
)
@explained
def send(
    workbook: Path,
    today: date | None,
    as_json: bool,
    force: bool,
    yes: bool,
    dry_run: bool,
    limit: int | None,
    to_myself: bool,
) -> None:
    """Send the approved letters, each once, and record them in the workbook.

    With Send through = Files each letter becomes a file in outbox/ready, to be opened in your mail program.
    """
    from pipeline.day.apply import run_day
    from pipeline.day.decide import decide
    from pipeline.day.gather import gather

    now, day = now_and_today(today)
    if dry_run:
        _print_dry_run(_approved(decide(gather(workbook, day, now)), limit), as_json)
        return
    _refuse_copies(workbook)
    done = run_day(workbook, day, now, force=force, must_write=True)
    letters = _approved(done.decision, limit)
    through_files = done.world.settings.send_through == "Files" and not to_myself
    by_file = [d for d in letters if through_files or (d.letter.channel == "Post" and not to_myself)]
    outcomes = _export_all(done.decision, by_file, now)
    by_mail = [d for d in letters if d not in by_file]
    if by_mail:
        from pipeline.commands.mail import deliver

        if not to_myself and day != now.date():
            raise UserError("Real letters go only on the real day; leave out --today.", exit_code=USAGE)
        outcomes += deliver(
            done.decision, by_mail, workbook, yes=yes, force=force, to_myself=to_myself, ask=sure
        )
    run_day(workbook, day, now_and_today(today)[0], force=force)
    _report(outcomes, as_json, done.world.place.ready)
    if any(o["outcome"] in ("held", "refused", "check") for o in outcomes):
        sys.exit(NOT_SENT)


def _approved(decision: Decision, limit: int | None) -> list[Draft]:
    from pipeline.model import Status

    return [d for d in decision.review.drafts if d.status is Status.APPROVED][:limit]


def _refuse_copies(workbook: Path) -> None:
    from pipeline.workbook.locks import conflict_copies

    copies = conflict_copies(workbook)
    if copies:
        raise UserError(
            f"A sync service left a second version beside the workbook ({copies[0].name}). Bring the two together, move the copy "
            "away, then send.",
            exit_code=UNREADABLE,
        )


def _export_all(decision: Decision, drafts: Sequence[Draft], now: datetime) -> list[dict[str, str]]:
    """Export letters, but never two of one kind to one address in a run."""
    from pipeline.letters.kinds import SPACED

    outcomes: list[dict[str, str]] = []
    gone: set[tuple[str, str]] = set()
    for draft in drafts:
        letter = draft.letter
        key = (letter.kind.event, letter.to.casefold())
        if key in gone:
            outcomes.append(
                {
                    "code": letter.code,
                    "name": letter.name,
                    "outcome": "held",
                    "message_id": letter.message_id,
                    "detail": f"Another letter of this kind goes to {letter.to} today.",
                }
            )
            continue
        outcomes.append(_export(decision, draft, now))
        if letter.kind.event in SPACED:
            gone.add(key)
    return outcomes


def _export(decision: Decision, draft: Draft, now: datetime) -> dict[str, str]:
    """Write one approved letter as a file; a fault in one never stops the others."""
    from pipeline.day.documents import enclosure_paths
    from pipeline.ledger.ledger import Ledger
    from pipeline.ledger.records import Receipt, SendState
    from pipeline.letters.compose import receipt_for
    from pipeline.letters.drafts import bound
    from pipeline.model import Channel

    letter, world = draft.letter, decision.world
    ready = world.place.ready
    c = decision.desk.contacts[letter.contact_id]
    receipt = receipt_for(
        letter,
        c,
        Receipt(letter.identity, SendState.EXPORTED, world.today, now),
    )
    paths = [Path(p) for p in enclosure_paths(letter.enclosures, world.enclosure)]
    try:
        # Another run may have exported it, or the user have said what became of it, since this one decided.
        with Ledger(world.ledger_path) as ledger:
            reason = ledger.why_not(receipt, bound(letter, decision.desk))
        if reason:
            return {
                "code": letter.code,
                "name": letter.name,
                "outcome": "held",
                "message_id": letter.message_id,
                "detail": reason,
            }
        if letter.channel is Channel.POST:
            from pipeline.letters.letterfile import file_name
            from pipeline.paper.posted import make_posted

            ready.mkdir(parents=True, exist_ok=True)
            target = ready / Path(file_name(letter)).with_suffix(".docx")
            make_posted(letter, c, world.settings, world.today, target)
        else:
            from pipeline.mail.files import export

            target = export(letter, paths, world.settings, ready)[0]
        with Ledger(world.ledger_path) as ledger:
            ledger.record(receipt)
    except (UserError, OSError) as fault:
        return {
            "code": letter.code,
            "name": letter.name,
            "outcome": "held",
            "message_id": letter.message_id,
            "detail": str(fault),
        }
    return {
        "code": letter.code,
        "name": letter.name,
        "outcome": "exported",
        "message_id": letter.message_id,
        "detail": str(target),
    }


def _print_dry_run(drafts: Sequence[Draft], as_json: bool) -> None:
    from pipeline.rules.wording import counted

    if as_json:
        print_json(
            [
                {
                    "code": d.letter.code,
                    "name": d.letter.name,
                    "outcome": "held",
                    "message_id": d.letter.message_id,
                    "detail": f"would go to {d.letter.to}",
                }
                for d in drafts
            ]
        )
        return
    for d in drafts:
        enclosed = f"\nEnclosures: {', '.join(d.letter.enclosures)}" if d.letter.enclosures else ""
        click.echo(
            f"{d.letter.code}\nTo: {d.letter.to}\nSubject: {d.letter.subject}{enclosed}\n\n{d.letter.body}\n{'-' * 60}"
        )
    click.echo(
        f"{counted(len(drafts), 'letter')} would go. To send: remembered send"
        if drafts
        else "No letter is approved; nothing would go."
    )


def _report(outcomes: list[dict[str, str]], as_json: bool, ready: Path) -> None:
    from pipeline.rules.wording import counted

    if as_json:
        print_json(outcomes)
        return
    for o in outcomes:
        click.echo(
            f"{o['code']} to {o['name']}: {o['outcome']}" + (f" ({o['detail']})" if o["detail"] else "")
        )
    exported = sum(o["outcome"] == "exported" for o in outcomes)
    if exported:
        click.echo(
            f"{counted(exported, 'letter')} in {ready}: open each, send it, then choose “Sent by me” on the Drafts sheet, or: remembered resolve CODE sent"
        )
    if not outcomes:
        click.echo(
            "No letter is approved; nothing went. Approve letters with: make review (or: remembered review)"
        )


@click.command()
@click.argument("code")
@click.argument("verdict", type=click.Choice(["sent", "release"]))
@workbook_option
@today_option
@force_option
@explained
def resolve(code: str, verdict: str, workbook: Path, today: date | None, force: bool) -> None:
    """Say of a letter that was exported, or in doubt, whether it went (sent) or not (release)."""
    from pipeline.day.apply import run_day
    from pipeline.day.gather import gather
    from pipeline.ledger.ledger import Ledger
    from pipeline.mail.protocol import resolve as settle

    now, day = now_and_today(today)
    world = gather(workbook, day, now)
    with Ledger(world.ledger_path) as ledger:
        receipt = settle(ledger, code, verdict, now)
    run_day(workbook, day, now, force=force)
    say(
        f"{receipt.code} to {receipt.name}: {'recorded as sent' if verdict == 'sent' else 'it may go again'}."
    )
