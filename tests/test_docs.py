"""The documents can't drift: commands, rules, links, and nobody's real address or number."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from pipeline.cli import COMMANDS, main
from pipeline.sheets.schema import CONTACTS, Owner
from tests.commands_page import PAGE, page

ROOT = Path(__file__).parents[1]
DOCS = sorted((ROOT / "docs").glob("*.md"))
TEXTS = (".md", ".py", ".txt", ".toml", ".html", ".js", ".css", ".svg", ".yml", ".yaml", "")
# Addresses and numbers that are nobody's, or that a document or a test has to name. Each pattern matches a whole find.
ADDRESSES = re.compile(
    r"(?i).+@(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net|edu|gov))?|test|invalid|localhost|local|domain|host|server|mail|a|b|c|x|y)\b.*|.+@[\w-]*example[\w.-]*"
    r"|.+@(?:[\w-]+\.)*(?:gmail|google\w*|outlook|exchangelabs)\.com|git@.+|(?:app|pytest|click|fixture)@.*|remembered\..+@.+"
)


def commands() -> list[tuple[str, click.Command]]:
    context = click.Context(main, info_name="remembered")
    found = [(name, main.get_command(context, name)) for name in COMMANDS]
    nested = [
        (f"{name} {inner}", command.commands[inner])
        for name, command in found
        if isinstance(command, click.Group)
        for inner in command.commands
    ]
    return [(name, command) for name, command in (*found, *nested) if command is not None]


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda v: v if isinstance(v, str) else "")
def test_each_command_and_each_option_has_help(name: str, command: click.Command) -> None:
    assert command.help, name
    assert command.help.rstrip().endswith("."), name
    for option in (p for p in command.params if isinstance(p, click.Option)):
        assert option.help, f"{name} {option.opts}"


def test_every_command_is_documented_as_it_is() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python -m tests.commands_page"


def test_the_short_help_says_what_the_command_says() -> None:
    assert len(COMMANDS) == len(set(COMMANDS))
    for name, (_, text) in COMMANDS.items():
        assert text.endswith("."), name


@pytest.mark.parametrize("number", range(1, 25))
def test_every_rule_is_told(number: int) -> None:
    assert re.search(rf"\*\*R{number}\b", (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [ROOT / "README.md", *DOCS], ids=lambda p: p.name)
def test_what_a_document_tells_to_type_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    known = {*COMMANDS, "COMMAND", "--help", "--version"}
    typed = set(re.findall(r"`remembered ([a-z-]+|COMMAND|--\w+)", text))
    assert typed <= known, typed - known
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    made = set(re.findall(r"`make ([a-z-]+)", text))
    assert made <= targets, made - targets


@pytest.mark.parametrize("path", [ROOT / "README.md", *DOCS], ids=lambda p: p.name)
def test_what_a_document_points_to_exists(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text(encoding="utf-8"))
    links += re.findall(r'(?:src|href)="(?!https?:)([^"#]+)"', path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_no_document_and_no_picture_names_a_folder_of_the_machine_that_made_it() -> None:
    made = [*DOCS, *ROOT.glob("*.md"), *(ROOT / "docs" / "images").glob("*.svg")]
    assert [p.name for p in made if re.search(r"/tmp/|/home/|/work/", p.read_text(encoding="utf-8"))] == []


def test_the_workbooks_page_has_every_column_as_it_is() -> None:
    text = (ROOT / "docs" / "your-workbook.md").read_text(encoding="utf-8")
    for column in CONTACTS.columns:
        if column.owner is Owner.USER:
            choices = ", ".join(
                choice.replace(",", " -") for choice in column.choices
            )  # as the drop-down has them
            assert f"| {column.header} | {', '.join(column.spellings)} | {choices} |" in text
    ours = ", ".join(c.header for c in CONTACTS.columns if c.owner is Owner.PROGRAM)
    assert f"The program's columns: {ours}." in text


def test_the_tour_names_modules_that_exist() -> None:
    text = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
    named = re.findall(r"`(\w+/[\w/]*(?:\.\w+)?)`", text)
    assert len(named) > 40
    assert [
        n
        for n in named
        if not any((root / n).exists() for root in (ROOT, ROOT / "pipeline", ROOT / "pipeline" / "review"))
    ] == []


@pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs the repository"
)
def test_personal_data_stays_out_of_the_history() -> None:
    private = (
        "networking.xlsx",
        "outbox/ABCDE-approach-ada.txt",
        "backups/networking 2026-12-07 0914.xlsx",
        "ledger.sqlite",
        "x.sqlite-wal",
        "~$networking.xlsx",
        ".~lock.networking.xlsx#",
        "resume.pdf",
        "ready/letter.eml",
        "remembered.ics",
        ".env",
    )
    ignored = subprocess.run(
        ["git", "check-ignore", *private], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    assert [p for p in private if not any(p in i for i in ignored)] == []


@pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs the repository"
)
def test_no_real_address_and_no_real_number_in_any_text() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    found: list[str] = []
    for name in (n for n in listed if Path(n).suffix in TEXTS and (ROOT / n).is_file()):
        text = (ROOT / name).read_text(encoding="utf-8", errors="ignore")
        found += [
            f"{name}: {m}"
            for m in re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text)
            if not ADDRESSES.fullmatch(m)
        ]
        found += [
            f"{name}: {m}"
            for m in re.findall(r"(?<![\d.-])(?:\+1[ -]?)?\(?[2-9]\d\d\)?[ -][2-9]\d\d-\d{4}(?!\d)", text)
            if not re.search(r"555-01\d\d$", m)
        ]
    assert found == []
