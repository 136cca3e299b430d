"""Which letters are in the user's hands: what is approved, edited or asked about is theirs and never taken away unsaid."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.day.world import World
from pipeline.ledger.records import DraftRecord, LedgerState
from pipeline.letters.letterfile import LetterFile
from pipeline.letters.sources import DraftRow, typed_on


def in_hand(world: World, state: LedgerState) -> frozenset[str]:
    """List the codes of the letters that were approved, edited in their file or on the Drafts sheet, or are asked to be approved."""
    rows = world.rows_by_code
    return frozenset(
        code
        for code, record in state.drafts.items()
        if code in state.approvals or _edited(code, record, world.files) or _touched(record, rows.get(code))
    )


def _edited(code: str, record: DraftRecord, files: Mapping[str, LetterFile]) -> bool:
    return code in files and files[code].digest != record.drafted


def _touched(record: DraftRecord, row: DraftRow | None) -> bool:
    return row is not None and (
        row.request == "Approve" or (bool(record.shown) and typed_on(row, record.shown))
    )
