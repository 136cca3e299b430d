"""Reports: they read, and write nothing."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from pipeline.commands.options import common, decided, print_json
from pipeline.model.came_in import command
from pipeline.model.errors import PROBLEMS

MOST_LINES = 18


@click.command()
@common("workbook", "today", "json")
def check(workbook: Path, today: date | None, as_json: bool) -> None:
    """List every problem in the workbook, with its cell and what to do. Exit code 3 where there are errors."""
    from pipeline.day.documents import problem_documents
    from pipeline.day.publicdays import parts_of
    from pipeline.model import Severity
    from pipeline.rules.wording import counted, grouped
    from pipeline.sheets.namesshown import whose
    from pipeline.sheets.settings import part_question

    decision = decided(workbook, today)
    world, found = decision.world, decision.problems
    errors = [p for p in found if p.severity is Severity.ERROR]
    if as_json:
        print_json(problem_documents(found))
    else:
        warnings = [p for p in found if p.severity is Severity.WARNING]
        for severity, problems in ((Severity.ERROR, errors), (Severity.WARNING, warnings)):
            lines = grouped(problems, whose(problems, world.book.tables["Contacts"], world.contacts))
            for line in lines[:MOST_LINES]:
                click.echo(f"{severity}: {line}")
            if len(lines) > MOST_LINES:
                click.echo(
                    f"{severity}: and {len(lines) - MOST_LINES} more; all of them: {command('check', '--json')}"
                )
        click.echo(
            f"{counted(len(errors), 'error')}, {counted(len(found) - len(errors), 'warning')} in {workbook.name}."
        )
        parts = [code for code, _ in parts_of(world.settings.holiday_country)]
        if question := part_question(world.book.tables["Settings"], world.settings, parts):
            click.echo(question)
    if errors:
        sys.exit(PROBLEMS)


@click.command()
@click.option(
    "--days", type=click.IntRange(min=0, max=366), default=0, help="Show the coming days too (calendar days)."
)
@common("workbook", "today", "json")
def agenda(workbook: Path, today: date | None, as_json: bool, days: int) -> None:
    """Show what is due today or late; with --days what is coming, if nothing else happens."""
    from pipeline.day.apply import Done
    from pipeline.day.show import agenda_json, last_day, print_coming, print_day

    decision = decided(workbook, today)
    last = last_day(decision.world.today, days)
    if as_json:
        print_json(agenda_json(decision, last))
        return
    print_day(Done(decision, False))
    if days:
        print_coming(decision, last)


@click.command()
@click.argument("name")
@common("workbook", "today", "json")
def explain(name: str, workbook: Path, today: date | None, as_json: bool) -> None:
    """Say for a contact which rule applies, from which facts, on which date, and why others were passed over.

    NAME is a name, part of one, an ID or an e-mail address.
    """
    from pipeline.day.show import phrase_lacking
    from pipeline.rules import explain as explaining
    from pipeline.sheets.finding import find_contacts

    decision = decided(workbook, today)
    found = find_contacts(decision.world.contacts, name)
    told = [
        (s, explaining.explain(s, decision.agenda, decision.day, phrase_lacking(decision, c)))
        for c in found
        for s in [decision.agenda.standings[c.row]]
    ]
    if as_json:
        print_json([explaining.document(standing, decision.agenda, lines) for standing, lines in told])
        return
    click.echo("\n\n".join("\n".join(lines) for _, lines in told))


@click.command()
@common("workbook", "today", "json")
def drafts(workbook: Path, today: date | None, as_json: bool) -> None:
    """Show the letters in review, each with its checks."""
    from pipeline.day.documents import draft_documents
    from pipeline.letters.kinds import KINDS
    from pipeline.rules.wording import told

    decision = decided(workbook, today)
    if as_json:
        print_json(draft_documents(decision.review.drafts))
        return
    for d in decision.review.drafts:
        letter = d.letter
        click.echo(
            f"{letter.code}  {d.status}  {KINDS[letter.kind].title}  {letter.name} <{letter.to}>\nSubject: {letter.subject}"
        )
        if letter.enclosures:
            click.echo(f"Enclosures: {', '.join(letter.enclosures)}")
        click.echo(f"\n{letter.body}\n")
        for finding in d.findings:
            click.echo(f"  {told(finding)}")
        click.echo("-" * 60)
    if not decision.review.drafts:
        click.echo("No letters are in review.")
