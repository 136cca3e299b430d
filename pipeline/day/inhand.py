"""The sheets to have in hand, made of a decided day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.day.decide import Decision
from pipeline.day.decide.mailbox import meetings_that_stand
from pipeline.day.gather import read_questions
from pipeline.day.world import World
from pipeline.mail.files import inside
from pipeline.model.texts import slug
from pipeline.paper.picking import sheet_for_person, sheets_for_day
from pipeline.paper.printing import make_sheets
from pipeline.paper.sheet import PaperSheet
from pipeline.sheets.finding import find_contact


def sheets_in_hand(decision: Decision, workbook: Path, name: str = "") -> list[PaperSheet]:
    """Lay out the day's sheets, or those of one person."""
    world = decision.world
    questions, people = read_questions(workbook), meetings_that_stand(world)
    if name:
        c = find_contact(people, name)
        return [sheet_for_person(c, world.events, world.settings, questions, world.today)]
    return sheets_for_day(decision.actions, people, world.events, world.settings, questions, world.today)


def print_sheets(
    made: Sequence[PaperSheet], world: World, target: Path | None = None, *, of_one: bool = False
) -> tuple[Path, tuple[str, ...]]:
    """Write sheets as one PDF, by default beside the workbook; give its place and the characters that no font has."""
    name = f"{world.today}{'-' + slug(made[0].name) if of_one else ''}.pdf"
    place = target or inside(world.place.sheets, name)
    settings = world.settings
    missing = make_sheets(
        made, place, country=settings.holiday_country, author=settings.name, today=world.today
    )
    return place, missing
