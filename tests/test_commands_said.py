"""No command is said that isn't there: sentences name commands by one function, which says them as this person can type or click them."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from pipeline.cli import COMMANDS, main
from pipeline.commands.way import way_in
from pipeline.model.came_in import MADE, WayIn, come_in, command
from tests.systems import needs_make
from workbook_templates import guide

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "pipeline").rglob("*.py"))
SCREENS = [p for p in sorted((ROOT / "pipeline" / "review").rglob("*.*")) if p.suffix in (".html", ".js")]
DOCUMENTS = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "letter_templates" / "README.md",
]
NAMES = "|".join(COMMANDS)
TARGETS = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))


def fault(words: list[str]) -> str:
    """Say why a command with its words can't be run; blank where it can."""
    context = click.Context(main, info_name="remembered")
    found = main.get_command(context, words[0])
    if found is None:
        return f"there is no command {words[0]}"
    words = words[1:]
    if isinstance(found, click.Group):
        if words[:1] == ["COMMAND"]:
            return ""
        if not words or words[0] not in found.commands:
            return f"there is no {found.name} {words[:1]}"
        found, words = found.commands[words[0]], words[1:]
    options = {name for p in found.params if isinstance(p, click.Option) for name in p.opts}
    wrong = [w for w in words if w.startswith("-") and w.partition("=")[0] not in {*options, "--help"}]
    places = [p for p in found.params if isinstance(p, click.Argument)]
    plain = [w for w in words if not w.startswith("-")]
    if plain and not places and not any(w.startswith("-") for w in words):
        return f"{found.name} takes no {plain}"
    return f"{found.name} has no {wrong}" if wrong else ""


def said_in_source() -> Iterator[tuple[str, list[str]]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "command":
                words = [a.value if isinstance(a, ast.Constant) else "WORD" for a in node.args]
                if words[0] == "WORD":  # a variable of that name
                    continue
                yield f"{path.name}:{node.lineno}", [str(w) for w in words]


def said_on_screens() -> Iterator[tuple[str, list[str]]]:
    for path in SCREENS:
        for call in re.findall(r"\bcommand\(([^)]*)\)", path.read_text(encoding="utf-8")):
            words = [w.strip() for w in call.split(",")]
            yield path.name, [w.strip("\"'") if w[:1] in "\"'" else "WORD" for w in words]


def test_every_command_that_a_sentence_names_exists_with_its_options() -> None:
    said = [*said_in_source(), *said_on_screens()]
    assert len(said) > 40
    assert {where: why for where, words in said if (why := fault(words))} == {}


def test_no_sentence_names_a_command_by_itself() -> None:
    named = re.compile(rf"\b(?:remembered (?:{NAMES})\b(?! people)|make (?:{'|'.join(sorted(TARGETS))})\b)")
    found = [f"{p.name}: {m}" for p in SCREENS for m in named.findall(p.read_text(encoding="utf-8"))]
    for path in SOURCES:
        if path.name == "cli.py":  # the help, which names them as `remembered`
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        notes = {ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, documented)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in notes:
                found += [f"{path.name}:{node.lineno}: {m}" for m in named.findall(node.value)]
    assert found == []


def texts() -> Iterator[tuple[str, str]]:
    for path in DOCUMENTS:
        yield path.name, path.read_text(encoding="utf-8")
    yield "the Guide", repr(guide.CHAPTERS)


@pytest.mark.parametrize(("name", "text"), list(texts()), ids=lambda v: v if len(v) < 40 else "")
def test_every_command_in_a_document_exists_with_its_options(name: str, text: str) -> None:
    typed = re.findall(rf"[`“](?:\.venv/bin/)?remembered ((?:{NAMES})\b[^`”\n]*)[`”]", text)
    shown = re.findall(rf"(?m)^(?:\$ )?(?:\.venv/bin/)?remembered ((?:{NAMES})\b[^#\n]*)", text)
    wrong = {t: why for t in (*typed, *shown) if (why := fault(_words(t)))}
    assert wrong == {}
    unknown = {w for w in re.findall(r"[`“]remembered ([a-z-]+)", text) if w not in COMMANDS}
    assert unknown == set()
    assert set(re.findall(r"[`“]make ([a-z-]+)", text)) <= TARGETS


def _words(typed: str) -> list[str]:
    """Take a command apart as a document shows it: [--all] may be left out, NAME… stands for names."""
    return [w for w in re.sub(r"[\[\]…|]|\.\.\.", " ", typed).split() if w]


@pytest.mark.parametrize("name", list(COMMANDS))
@pytest.mark.parametrize(
    "way",
    [
        WayIn(),
        WayIn(program=".venv/bin/remembered", made=True),
        WayIn(program=".venv/bin/remembered", made=True, workbook="my people.xlsx", named=True),
        WayIn(started="Start.cmd", windows=True, program=r".venv\Scripts\remembered"),
        WayIn(program="/usr/bin/python3 -m pipeline", workbook="O'Neil & co.xlsx", named=True),
    ],
)
def test_each_way_in_says_a_command_that_can_be_run_or_clicked(way: WayIn, name: str) -> None:
    said = way.command(name)
    if said.startswith("make "):
        words = shlex.split(said)
        assert words[1] in TARGETS
        assert words[2:] == ([f"WORKBOOK={way.workbook}"] if way.named else [])
    elif way.started and not said.startswith(way.program):
        assert said == "a double click on Start.cmd" or said.endswith(", in the window")
    else:
        assert said.startswith(f"{way.program} {name}")
        words = shlex.split(said, posix=not way.windows)[len(way.program.split()) :]
        if way.named and name not in ("adopt", "init"):
            assert words[-2:] == ["-w", way.workbook]


def test_windows_pages_that_are_named_exist() -> None:
    from pipeline.review.window import NAVIGATION, WITHOUT_WORKBOOK

    labels = {place.label for place in (*NAVIGATION, *WITHOUT_WORKBOOK)}
    way = WayIn(started="Start.cmd")
    said = {way.command(name).partition(", in the window")[0] for name in ("review", "send", "check")}
    assert said <= labels


# Of open the window is over by then; some no sentence of it names without their words, and some none at all.
NAMED_BY_NO_SENTENCE_OF_IT = (
    *("open", "import", "gmail", "explain", "log", "coach", "calendar", "templates", "forget"),
    *("agenda", "skip", "sync"),
)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_in_the_window_nobody_is_told_to_type_what_it_has_a_page_for(name: str) -> None:
    from pipeline.review.window import NAVIGATION, WITHOUT_WORKBOOK

    titles = "".join(p.read_text(encoding="utf-8") for p in SCREENS if p.suffix == ".html")
    labels = {place.label for place in (*NAVIGATION, *WITHOUT_WORKBOOK)}
    said = WayIn(program=".venv/bin/remembered", made=True, inside=True).command(name)
    if name in NAMED_BY_NO_SENTENCE_OF_IT:
        return
    assert said.startswith("“")
    label = said.strip("“”")
    assert label in labels or f"{label} · Remembered" in titles


def test_what_only_somebody_types_is_said_by_the_way_they_came_in() -> None:
    """Options, and keys of the terminal, stand in no sentence that the window shows."""
    typed = re.compile(r"(?<![\w-])--?[a-z][a-z-]+\b|Ctrl\+C|in (?:the|a) terminal")
    known = {"how_to_stop", "by_way"}
    found = []
    for path in SOURCES:
        room = path.relative_to(ROOT / "pipeline").parts[0]
        if room in ("commands", "cli.py") or path.name in ("terminal.py", "web.py", "diagnosis.py"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        raised = [n for n in ast.walk(tree) if isinstance(n, ast.Raise | ast.Return)]
        spared = {id(c) for n in ast.walk(tree) if _is_spared(n, known) for c in ast.walk(n)}
        for node in raised:
            for text in ast.walk(node):
                if isinstance(text, ast.Constant) and isinstance(text.value, str) and id(text) not in spared:
                    found += [f"{path.name}:{text.lineno}: {m}" for m in typed.findall(text.value)]
    assert sorted(set(found)) == []


def _is_spared(node: ast.AST, known: set[str]) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in known
    return isinstance(node, ast.FunctionDef) and node.name in known


def test_names_with_blanks_are_quoted() -> None:
    assert shlex.split(WayIn().command("explain", "Ada Okafor"))[-1] == "Ada Okafor"
    assert WayIn(windows=True).command("explain", "Ada Okafor").endswith('"Ada Okafor"')
    assert WayIn().command("adopt", "my list.xlsx") == "remembered adopt 'my list.xlsx'"


def test_what_powershell_would_take_apart_is_quoted() -> None:
    said = WayIn(windows=True).command
    assert said("explain", "jane@example.com").endswith(" jane@example.com")
    assert said("explain", "@home").endswith('"@home"')
    assert said("explain", "Lee; Kim & Co").endswith('"Lee; Kim & Co"')


def test_the_program_in_the_folder_one_is_in_is_said_with_that_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No shell but cmd.exe looks there by itself."""
    program = installed(tmp_path / "bin", monkeypatch)
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(program.parent)
    assert way_in(None).command("undo") == os.path.join(".", "remembered undo")


def test_the_way_in_is_seen_from_how_the_program_was_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = installed(tmp_path / "bin", monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert way_in(None) == WayIn(windows=os.name == "nt")
    assert way_in(Path("other.xlsx")).command("daily") == "remembered daily -w other.xlsx"
    monkeypatch.setenv("REMEMBERED_WORKBOOK", "other.xlsx")
    assert way_in(Path("other.xlsx")).command("daily") == "remembered daily"
    monkeypatch.setenv("MAKELEVEL", "1")
    assert way_in(Path("other.xlsx")).command("send") == "make send"
    monkeypatch.setenv("REMEMBERED_STARTED", "start.command")
    assert way_in(None).command("daily") == "a double click on start.command"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shlex.split(way_in(None).command("gmail", "test"), posix=os.name == "posix")[0] == str(program)
    monkeypatch.delenv("REMEMBERED_STARTED")
    here = str(program.relative_to(tmp_path))
    assert way_in(None).command("undo") == f"{here} undo", "the shell does not find it by its name"
    program.with_suffix(".exe" if os.name == "nt" else "").unlink()
    assert way_in(None).command("undo").endswith(" -m pipeline undo")


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the shell find a Python with the program beside it; give the program as one types it."""
    folder.mkdir()
    for name in ("python", "remembered"):
        file = folder / (f"{name}.exe" if os.name == "nt" else name)
        file.touch(mode=0o755)
    monkeypatch.setattr(sys, "executable", str(folder / ("python.exe" if os.name == "nt" else "python")))
    monkeypatch.setenv("PATH", str(folder))
    return folder / "remembered"


def test_a_command_is_said_as_for_who_came_in_last() -> None:
    before = come_in(WayIn(made=True))
    try:
        assert command("send") == "make send"
    finally:
        come_in(before)


@needs_make
def test_make_help_leads_to_all() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in MADE:
        assert re.search(rf"(?m)^  make {target}\s", said), target
    assert "remembered --help" in said


def test_the_program_named_by_python_can_be_run() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert all(name in done.stdout for name in COMMANDS)
