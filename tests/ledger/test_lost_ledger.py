"""What was exported is never exported twice, even where the ledger is gone."""

from __future__ import annotations

import json
import os
from pathlib import Path

from click.testing import CliRunner

from pipeline.cli import main
from tests.review.workbooks import set_settings

DAY = "2026-11-24"


def run(*args: str) -> str:
    done = CliRunner().invoke(main, list(args))
    assert done.exit_code == 0, done.output
    return done.stdout


def test_an_export_on_the_sheet_is_believed_when_the_ledger_is_lost(tmp_path, monkeypatch):
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    book = str(tmp_path / "networking.xlsx")
    run("init", book, "--today", DAY)
    run("daily", "-w", book, "--today", DAY)
    code = next(
        d["code"]
        for d in json.loads(run("drafts", "-w", book, "--today", DAY, "--json"))
        if d["status"] == "To review"
    )
    run("approve", code, "-w", book, "--today", DAY)
    run("send", "-w", book, "--today", DAY)
    for ledger in Path(os.environ["REMEMBERED_DATA_DIR"]).glob("*.sqlite*"):
        ledger.unlink()
    run("daily", "-w", book, "--today", "2026-11-25")
    status = {
        d["code"]: d["status"]
        for d in json.loads(run("drafts", "-w", book, "--today", "2026-11-25", "--json"))
    }
    assert status[code] == "Exported"
    assert json.loads(run("send", "-w", book, "--today", "2026-11-25", "--json")) == []


def test_a_letter_whose_file_still_lies_there_is_not_exported_again_where_ledger_and_sheet_forgot_it(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    book = tmp_path / "networking.xlsx"
    run("init", str(book), "--today", DAY)
    set_settings(book, {"Send through": "Files"})
    run("daily", "-w", str(book), "--today", DAY)
    code = next(
        d["code"]
        for d in json.loads(run("drafts", "-w", str(book), "--today", DAY, "--json"))
        if d["status"] == "To review"
    )
    before_sending = book.read_bytes()
    run("approve", code, "-w", str(book), "--today", DAY)
    run("send", "-w", str(book), "--today", DAY)
    [exported] = (tmp_path / "outbox" / "ready").glob(f"*-{code}.eml")
    for ledger in Path(os.environ["REMEMBERED_DATA_DIR"]).glob("*.sqlite*"):
        ledger.unlink()
    book.write_bytes(before_sending)
    run("daily", "-w", str(book), "--today", "2026-11-25")
    status = {
        d["code"]: d["status"]
        for d in json.loads(run("drafts", "-w", str(book), "--today", "2026-11-25", "--json"))
    }
    assert status[code] == "Exported"
    content = exported.read_bytes()
    assert json.loads(run("send", "-w", str(book), "--today", "2026-11-25", "--json")) == []
    assert exported.read_bytes() == content
    run("resolve", code, "release", "-w", str(book))
    status = {
        d["code"]: d["status"]
        for d in json.loads(run("drafts", "-w", str(book), "--today", "2026-11-25", "--json"))
    }
    assert status[code] == "To review"
