"""A person at work: a folder with a workbook in it, the commands run on it, and the cells typed into as in Excel."""

from __future__ import annotations

import hashlib
import json
import traceback
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from pipeline.cli import main
from pipeline.commands.way import way_in
from tests.books import Row, change, make_book, rows_of

MONDAY = date(2026, 12, 7)
FRIDAY_BEFORE = date(2026, 12, 4)


@dataclass(frozen=True)
class Answer:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Read stdout, which must be one JSON document and nothing else."""
        return json.loads(self.out)

    @property
    def said(self) -> str:
        """Join both, with line breaks as blanks: screens wrap their sentences."""
        return " ".join((self.out + " " + self.err).split())


class Routine:
    """A workbook with its folder; `today` is the day of all commands."""

    def __init__(self, folder: Path, today: date = MONDAY) -> None:
        self.folder, self.today = folder, today
        self.book = folder / "networking.xlsx"
        self.outbox, self.ready = folder / "outbox", folder / "outbox" / "ready"

    def with_book(self, contacts: Iterable[Row] = (), **more: Any) -> Routine:
        """Make the workbook."""
        make_book(self.book, contacts, **more)
        return self

    def run(self, *words: str, code: int | None = 0, dated: bool = True, stdin: str = "") -> Answer:
        """Run a command; it must end with `code` (None: any) and never with a traceback."""
        where = ["-w", str(self.book)] if words[0] not in ("init", "adopt") else []
        when = (
            ["--today", self.today.isoformat()]
            if dated and words[0] not in ("undo", "templates", "doctor")
            else []
        )
        done = CliRunner().invoke(main, [words[0], *where, *when, *words[1:]], input=stdin)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise AssertionError("".join(traceback.format_exception(done.exception)))
        answer = Answer(done.exit_code, done.stdout, done.stderr)
        assert "Traceback" not in answer.said
        assert code is None or answer.code == code, f"exit {answer.code}: {answer.said}"
        return answer

    def daily(self, **more: Any) -> Answer:
        """Run the day."""
        return self.run("daily", **more)

    def went(self) -> list[dict[str, Any]]:
        """Send, and list the letters that went or were exported; what is held is named and left out."""
        outcomes = self.run("send", "--json", code=None).document
        return [o for o in outcomes if o["outcome"] in ("sent", "exported")]

    def drafts(self) -> list[dict[str, Any]]:
        """List the letters in review, as `drafts --json` has them."""
        found: list[dict[str, Any]] = self.run("drafts", "--json").document
        return found

    def draft(self, name: str = "", code: str = "") -> dict[str, Any]:
        """Find the one letter to a person, or with a code."""
        [found] = [
            d for d in self.drafts() if (not name or d["name"] == name) and (not code or d["code"] == code)
        ]
        return found

    def steps(self, days: int = 0) -> list[tuple[str, str]]:
        """List the steps due, as (step, name)."""
        return [
            (a["step"], a["name"])
            for a in self.run("agenda", "--json", "--days", str(days)).document["actions"]
        ]

    def rows(self, sheet: str = "Contacts") -> list[dict[str, Any]]:
        """Read a sheet."""
        return rows_of(self.book, sheet)

    def row_on_drafts(self, code: str) -> int:
        """Find a letter's row on the Drafts sheet: Excel's number."""
        from openpyxl import load_workbook

        with closing(load_workbook(self.book, read_only=True)) as book:
            cells = book["Drafts"].iter_rows(min_row=2, max_col=1, values_only=True)
            return next(number for number, (found,) in enumerate(cells, 2) if found == code)

    def on_drafts(self, code: str) -> dict[str, Any]:
        """Read a letter's row of the Drafts sheet."""
        return next(r for r in self.rows("Drafts") if r["Code"] == code)

    def type_on_drafts(self, code: str, **cells: Any) -> None:
        """Type into a letter's row; blanks of headers as underscores."""
        change(self.book, "Drafts", self.row_on_drafts(code), _headed(cells))

    def type_on_contacts(self, row: int, **cells: Any) -> None:
        """Type into a row of Contacts."""
        change(self.book, "Contacts", row, _headed(cells))

    def type_setting(self, name: str, value: Any) -> None:
        """Type a setting's value."""
        self._type_named("Settings", "Setting", name, value)

    def type_rule(self, name: str, value: Any) -> None:
        """Type a rule's value."""
        self._type_named("Rules", "Interval", name, value)

    def _type_named(self, sheet: str, header: str, name: str, value: Any) -> None:
        number = next(i for i, r in enumerate(self.rows(sheet), 2) if r[header] == name)
        change(self.book, sheet, number, {"Value": value})

    def file(self, code: str) -> Path:
        """Find a letter's file in the outbox."""
        [path] = self.outbox.glob(f"{code}-*.txt")
        return path

    def edit_file(self, code: str, old: str, new: str) -> None:
        """Edit a letter's file as in a text editor."""
        path = self.file(code)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def prints(self) -> dict[str, str]:
        """Hash the workbook and all files of the outbox."""
        paths = [self.book, *(p for p in sorted(self.outbox.rglob("*")) if p.is_file())]
        return {str(p.relative_to(self.folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}

    def resume(self, name: str = "resume.pdf", content: bytes = b"%PDF-1.4 Sam Rivera") -> Path:
        """Put the resume beside the workbook."""
        path = self.folder / name
        path.write_bytes(content)
        return path


def _headed(cells: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("_", " "): value for name, value in cells.items()}


def typed(name: str) -> str:
    """Give the beginning of a command as a sentence of the program says it here."""
    return f"{way_in(None).program} {name}"


def steady(routine: Routine) -> None:
    """Hold a second run to changing nothing."""
    before = routine.prints()
    routine.daily()
    assert routine.prints() == before
