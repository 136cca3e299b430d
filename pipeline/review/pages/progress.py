"""How it goes: the Dashboard's numbers, and what `coach` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.campaign.words import as_paragraphs, as_table
from pipeline.day.decide.progress import campaign_of
from pipeline.review.asides import verdicts, without_asked
from pipeline.review.sentences import without_file

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window


def progress(window: Window) -> Served:
    """Show how it goes."""
    decision = window.session.decision()
    found = campaign_of(decision.world, decision.agenda.standings)
    heads, rows = as_table(found)
    asked = verdicts(decision)
    return window.page(
        "progress.html",
        "progress",
        paragraphs=[
            [*map(without_file, without_asked(lines, decision, asked))] for lines in as_paragraphs(found)
        ],
        heads=heads,
        rows=rows,
        verdicts=asked,
    )
