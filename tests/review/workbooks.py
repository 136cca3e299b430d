"""Workbooks to review: the starter with its samples, set up so that every kind of letter can be tried."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tests.peers.imap import ImapPeer
from tests.peers.smtp import USER, SmtpPeer

if TYPE_CHECKING:
    from openpyxl import Workbook

from .command import TODAY, data_folder, remembered, run

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def starter(folder: Path, *, settings: Mapping[str, object] | None = None, today: str = TODAY) -> Path:
    """Make the starter workbook with its samples, a resume beside it, and settings over it."""
    workbook = folder / "networking.xlsx"
    made = run("init", str(workbook), "--today", today, data=data_folder(workbook))
    assert made.exit_code == 0, made.stderr
    (folder / "resume.pdf").write_bytes(PDF)
    set_settings(workbook, {"Resume file": "resume.pdf", **(settings or {})})
    return workbook


def through(server: SmtpPeer, mailbox: ImapPeer | None = None) -> dict[str, str]:
    """Settings of somebody who sends through a server, and reads replies from a mailbox where one is given."""
    read = {"Read replies from": "None"}
    if mailbox is not None:
        read = {"Read replies from": "Other server", "IMAP server": f"127.0.0.1:{mailbox.port} starttls"}
    return {
        "Email": "sam.rivera@college.example.edu",
        "Login name": USER,
        "Send through": "Other server",
        "SMTP server": f"127.0.0.1:{server.port}",
        **read,
    }


def set_settings(workbook: Path, values: Mapping[str, object]) -> None:
    """Type values into Settings."""
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    for row in book["Settings"].iter_rows():
        if row[0].value in values:
            row[1].value = values[row[0].value]
    _saved(book, workbook)


def set_contact(workbook: Path, last_name: str, header: str, value: object) -> None:
    """Type a value into a contact's row."""
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    page = book["Contacts"]
    rows = list(page.iter_rows())
    top = next(i for i, row in enumerate(rows) if "Last name" in [c.value for c in row])
    headers = [c.value for c in rows[top]]
    row = next(r for r in rows[top + 1 :] if r[headers.index("Last name")].value == last_name)
    row[headers.index(header)].value = value
    _saved(book, workbook)


def _saved(book: Workbook, workbook: Path) -> None:
    """Save as Excel does: beside the file, and then in its place, so that a window that looks sees the old one or the new one."""
    beside = workbook.with_name(f".{workbook.name}")
    book.save(beside)
    beside.replace(workbook)


def daily(workbook: Path, today: str = TODAY) -> None:
    """Run `remembered daily`."""
    done = remembered(workbook, "daily", today=today)
    assert done.exit_code == 0, done.stderr
