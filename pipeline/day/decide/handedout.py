"""What the rows say other than letters that were exported, or may have gone: said at the cells that changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.ledger.records import Receipt
from pipeline.letters.compose import Desk
from pipeline.letters.drafts import InReview
from pipeline.letters.handedout import says_otherwise
from pipeline.model import Problem, Severity
from pipeline.sheets.table import Table


def changed_since(
    done: InReview, table: Table, desk: Desk, receipts: Mapping[str, Receipt]
) -> Iterator[Problem]:
    """Warn at each cell that says other than a letter that the user has in hand, or that may have gone (R3, R7)."""
    for draft in done.drafts:
        c, receipt = desk.contacts.get(draft.letter.contact_id), receipts.get(draft.letter.message_id)
        if c is None or receipt is None:
            continue
        for attr, said in says_otherwise(draft.letter, receipt, desk).items():
            index = table.index_of(c.row)
            yield Problem(table.where(attr, index), table.header(attr), Severity.WARNING, said, c.row, c.id)
