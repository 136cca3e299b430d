"""A letter's file that another program has open: that letter waits, and all else goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.day.decide import Decision
from pipeline.ledger.ledger import Ledger
from pipeline.letters import outbox
from pipeline.model.errors import UserError
from pipeline.workbook.replace import remove_strays


def into_outbox(decision: Decision) -> Decision:
    """Write the files of letters that stay, as decided. Give the decision back as far as it came true.

    What waits is told as a notice; the letter's record goes on saying what was drafted into its file, so that the old
    text is not taken for the user's.
    """
    world, done = decision.world, decision.review
    place = world.place
    remove_strays(
        place.outbox, place.ready, place.sent, place.sheets, place.calendar, world.ledger_path.parent
    )
    waiting = outbox.apply_changes(world.place.outbox, done.files)
    if not waiting:
        return decision
    before = {code: world.state.drafts[code].drafted for code in waiting if code in world.state.drafts}
    records = tuple(replace(r, drafted=before.get(r.code, r.drafted)) for r in done.records)
    with Ledger(world.ledger_path) as ledger:
        ledger.remember([r for r in records if r.code in before])
    return _told(decision._replace(review=done._replace(records=records)), waiting)


def out_of_outbox(decision: Decision) -> Decision:
    """Remove, or set aside, the files of letters that are no longer due; what can't be is told as a notice."""
    try:
        return _told(decision, outbox.apply_changes(decision.world.place.outbox, decision.review.leaving))
    except UserError as fault:
        return decision._replace(notices=(*decision.notices, str(fault)))


def _told(decision: Decision, waiting: Mapping[str, str]) -> Decision:
    told = tuple(
        f"The letter in outbox/{name} waits: another program has that file open. Close it there, then try again."
        for name in waiting.values()
    )
    return decision._replace(notices=(*decision.notices, *told)) if told else decision
