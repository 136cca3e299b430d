"""What the daily prospecting goal has to leave room for (R12)."""

from __future__ import annotations

from datetime import date

from pipeline.day.decide.hands import in_hand
from pipeline.day.world import World
from pipeline.ledger.records import GONE, LOCKED, LedgerState, SendState
from pipeline.model import EventKind
from pipeline.rules.places import Places


def places(world: World, state: LedgerState) -> Places:
    """Say what the daily goal has to leave room for (R12), and what is on its way (R22)."""
    approaches = [r for r in state.receipts.values() if r.kind.event is EventKind.APPROACH]
    gone = {r.contact_id for r in approaches if r.state in GONE and r.on == world.today}
    gone |= {c.id for c in world.contacts if c.approach_sent == world.today}
    gone |= {e.contact_id for e in world.events if e.kind is EventKind.APPROACH and e.date == world.today}
    exported = {r.contact_id: r.on for r in approaches if r.state is SendState.EXPORTED}
    gone |= {i for i, on in exported.items() if on == world.today}
    drafts = [d for d in state.drafts.values() if d.kind.event is EventKind.APPROACH]
    mine = in_hand(world, state)
    kept = {d.contact_id for d in drafts if d.code in mine}
    skipping = {r.code for r in world.rows if r.request == "Skip"}
    skipped = {
        d.contact_id
        for d in drafts
        if d.code in skipping or (d.skipped_until and d.skipped_until > world.today)
    }
    return Places(
        len(gone), frozenset(kept), exported, frozenset(skipped), _lacking(world), _on_its_way(state)
    )


def _lacking(world: World) -> frozenset[str]:
    """Name those whose approach would say [because of …]: it can't be approved before the phrase is there (R12)."""
    return frozenset(c.id for c in world.contacts if not c.why_this_person)


def _on_its_way(state: LedgerState) -> dict[tuple[str, EventKind], date]:
    """Name the letters that stand exported, or of which nobody knows whether they went (R22)."""
    return {(r.contact_id, r.kind.event): r.on for r in state.receipts.values() if r.state in LOCKED}
