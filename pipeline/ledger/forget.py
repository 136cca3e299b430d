"""Forget a person: what of theirs lies beside the workbook, in the ledger and in backups, shown first and then removed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.ledger.ledger import Ledger
from pipeline.model import Contact
from pipeline.model.errors import FAILED, UserError
from pipeline.model.texts import slug

_LARGEST_PART = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ForgetPlan:
    """What forgetting a person removes: files, backups, and the rows of these IDs in the ledger."""

    name: str
    ids: tuple[str, ...]
    files: tuple[Path, ...]
    backups: tuple[Path, ...]
    ledger_rows: int

    def lines(self) -> tuple[str, ...]:
        """Say what will go, a line each."""
        rows = (
            (f"{self.ledger_rows} row(s) about {self.name} in the ledger, with what was sent when",)
            if self.ledger_rows
            else ()
        )
        return (
            *(f"the file {path}" for path in self.files),
            *rows,
            *(
                f"the backup {path}, for it holds {self.name} (`undo` can't go back to it then)"
                for path in self.backups
            ),
        )


def plan_forget(person: Sequence[Contact], ledger: Ledger, outbox: Path, backups: Path) -> ForgetPlan:
    """Find what forgetting a person, given by the row or rows that are theirs, removes outside the workbook."""
    ids = tuple(dict.fromkeys(c.id for c in person if c.id))
    state = ledger.state()
    codes = {d.code for d in state.drafts.values() if d.contact_id in ids} | {
        r.code for r in state.receipts.values() if r.contact_id in ids
    }
    files = [
        p
        for p in sorted(outbox.rglob("*"))
        if p.is_file() and (_named_for(p, codes, person) or _is_to(p, person))
    ]
    kept = [
        p
        for p in sorted(backups.rglob("*"))
        if p.is_file() and p.suffix.lower() in (".xlsx", ".xlsm") and _holds(p, person)
    ]
    return ForgetPlan(person[0].name if person else "", ids, tuple(files), tuple(kept), ledger.rows_of(ids))


def forget(plan: ForgetPlan, ledger: Ledger) -> None:
    """Remove what was planned. Raises UserError naming the file that could not be removed; what is left, is left as it was."""
    for path in (*plan.files, *plan.backups):
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            raise UserError(
                f"{path} could not be removed ({fault.strerror}); close it, then run the command again.",
                exit_code=FAILED,
            ) from None
    ledger.forget(plan.ids)


def _named_for(path: Path, codes: Iterable[str], person: Sequence[Contact]) -> bool:
    """Tell a letter's file by its code, or by the name at its end."""
    stem = path.stem.lower()
    code = path.name.partition("-")[0]
    return code in codes or any(
        c.name and re.search(rf"-{re.escape(slug(c.name))}(-|$)", stem) for c in person
    )


def _is_to(path: Path, person: Sequence[Contact]) -> bool:
    addresses = [c.email.lower() for c in person if c.email]
    if path.suffix.lower() not in (".txt", ".eml") or not addresses:
        return False
    try:
        head = path.read_bytes()[:4000].decode("utf-8", "replace").lower()
    except OSError:
        return False
    return any(re.search(rf"(?m)^to:.*{re.escape(a)}", head) for a in addresses)


def _holds(path: Path, person: Sequence[Contact]) -> bool:
    """Tell whether a workbook holds a person: the address, or both names; one that can't be read may hold anybody."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = [
                i for i in package.infolist() if i.filename.endswith(".xml") and i.file_size <= _LARGEST_PART
            ]
            text = "\n".join(package.read(i).decode("utf-8", "replace") for i in parts).lower()
    except (OSError, zipfile.BadZipFile):
        return True
    return any(_in(c.email, text) or (_in(c.first_name, text) and _in(c.last_name, text)) for c in person)


def _in(words: str, text: str) -> bool:
    return bool(words) and re.search(rf"(?<!\w){re.escape(escape(words.lower()))}(?!\w)", text) is not None
