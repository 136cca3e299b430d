"""The import table: decisions are pure, stages don't call each other's commands, and what is heavy waits until it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PIPELINE = ROOT / "pipeline"

# Decisions: pure functions over frozen values.
PURE = (
    "model",
    "schema",
    "errors",
    "rules",
    "due",
    "facts",
    "history",
    "agenda",
    "explain",
    "identity",
    "records",
    "contacts",
    "events",
    "cells",
    "texts",
    "tables",
    "settings",
    "validation",
    "duplicates",
    "drafts",
    "letterfile",
    "writing",
    "writeback",
    "wording",
    "documents",
    "finding",
    "saying",
    "sorting",
    "emails",
    "message",
    "dashboard",
    "mailbox.classify",
    "mailbox.texts",
    "mailbox.dates",
    "mailbox.invitation",
)
PURE_FOLDERS = ("checks", "campaign")
# What a decision may use of a module that also has an edge: values only.
VALUES = {
    "pipeline.workbook": {"CellChange", "Edit", "NewRows", "Value", "CachedValue"},
    "pipeline.workbook.refs": None,
    "pipeline.workbook.edits": None,
    "pipeline.sheets.dashboard_cells": None,
    "pipeline.rules.workdays": None,
    "pipeline.letters.order": {"Order", "write"},
    "pipeline.letters.templates": {"Template"},
}
OUTSIDE = {
    "os",
    "io",
    "pathlib",
    "sqlite3",
    "socket",
    "subprocess",
    "random",
    "secrets",
    "shutil",
    "tempfile",
    "pandas",
    "openpyxl",
    "flask",
    "smtplib",
    "imaplib",
    "yagmail",
    "imap_tools",
    "keyring",
    "requests",
    "urllib.request",
    "platformdirs",
    "threading",
    "click",
    "rich",
}
CLOCK = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("date", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(p): p for p in sorted(PIPELINE.rglob("*.py"))}
PURE_MODULES = sorted(
    n
    for n in MODULES
    if n.removeprefix("pipeline.") in PURE or (n.split(".")[1:2] and n.split(".")[1] in PURE_FOLDERS)
)


def imports(path: Path, *, typing: bool = False, inside: bool = True) -> set[tuple[str, str]]:
    """List a module's imports as (module, name), without those for types alone; `inside`: in functions too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    types_only = {
        n
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test)
        for n in ast.walk(block)
    }
    in_functions = {
        n
        for block in ast.walk(tree)
        if isinstance(block, ast.FunctionDef | ast.AsyncFunctionDef)
        for n in ast.walk(block)
    }
    found: set[tuple[str, str]] = set()
    for node in ast.walk(tree):
        if (node in types_only and not typing) or (node in in_functions and not inside):
            continue
        if isinstance(node, ast.Import):
            found |= {(a.name, "") for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = name_of(path).split(".")
                package = package if path.name == "__init__.py" else package[:-1]
                base = ".".join([*package[: len(package) - node.level + 1], *([base] if base else [])])
            found |= {
                (f"{base}.{a.name}", "") if f"{base}.{a.name}" in MODULES else (base, a.name)
                for a in node.names
            }
    return found


def test_the_table_names_only_modules_that_exist() -> None:
    missing = [n for n in PURE if f"pipeline.{n}" not in MODULES]
    assert missing == []


@pytest.mark.parametrize("name", PURE_MODULES)
def test_a_decision_imports_no_outside_world(name: str) -> None:
    bad = []
    for module, what in imports(MODULES[name]):
        if module in OUTSIDE or module.split(".")[0] in OUTSIDE - {"urllib.request"}:
            bad.append(module)
        elif module.split(".")[0] == "pipeline" and module not in PURE_MODULES and module != "pipeline":
            allowed = VALUES.get(module, set())
            if allowed is not None and what not in allowed:
                bad.append(f"{module}.{what}")
    assert bad == []


@pytest.mark.parametrize("name", PURE_MODULES)
def test_a_decision_reads_no_clock_and_opens_nothing(name: str) -> None:
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    calls = [n.func for n in ast.walk(tree) if isinstance(n, ast.Call)]
    clocks = [
        f
        for f in calls
        if isinstance(f, ast.Attribute) and isinstance(f.value, ast.Name) and (f.value.id, f.attr) in CLOCK
    ]
    opens = [f for f in calls if isinstance(f, ast.Name) and f.id in ("open", "print", "input")]
    assert [ast.unparse(f) for f in [*clocks, *opens]] == []


@pytest.mark.parametrize(
    "name",
    [
        n
        for n in MODULES
        if not n.startswith("pipeline.commands") and n not in ("pipeline.cli", "pipeline.__main__")
    ],
)
def test_only_commands_join_the_stages(name: str) -> None:
    assert [
        m for m, _ in imports(MODULES[name]) if m.startswith("pipeline.commands") or m == "pipeline.cli"
    ] == []


def test_help_is_quick() -> None:
    heavy = (
        "pandas",
        "openpyxl",
        "yagmail",
        "flask",
        "jinja2",
        "holidays",
        "reportlab",
        "docx",
        "numpy",
        "rich",
        "imap_tools",
    )
    code = f"import sys\nfrom pipeline.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint([m for m in {heavy!r} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "daily" in done.stdout
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("name", sorted(n for n in MODULES if n.startswith("pipeline.commands.")))
def test_a_commands_help_loads_nothing_heavy(name: str) -> None:
    heavy = {"pandas", "openpyxl", "yagmail", "flask", "jinja2", "holidays", "reportlab", "docx"}
    at_once = {m.split(".")[0] for m, _ in imports(MODULES[name], inside=False)}
    assert at_once & heavy == set()
