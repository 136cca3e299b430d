"""The rooms stand in one order, and what decides knows nothing of the outside world; both are held by folder."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pipeline.day.sending import Wish
from pipeline.ledger.records import DraftRecord
from pipeline.letters.checks import Situation

ROOT = Path(__file__).parents[1]
PIPELINE = ROOT / "pipeline"

# Each room imports only from those to its right, imports for types counted.
ORDER = [
    "cli",
    "commands",
    "review",
    "day",
    "importing",
    "sheets",
    "mail",
    "campaign",
    "paper",
    "letters",
    "rules",
    "ledger",
    "workbook",
    "model",
]

# What decides: no clock, no file, no network, no environment. A folder's edges are the files in it that reach outside.
PURE_FOLDERS = {
    "model": set(),
    "rules": set(),
    "campaign": set(),
    "letters": {"outbox", "templates"},
    "sheets": {"read", "frames"},
    "day/decide": set(),
    "mail/incoming": set(),
}
OUTSIDE = [
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
    "threading",
    "time",
    "openpyxl",
    "flask",
    "smtplib",
    "imaplib",
    "yagmail",
    "imap_tools",
    "keyring",
    "urllib.request",
    "platformdirs",
    "click",
    "rich",
    "holidays",
    "requests",
]
# Types of what others read and write, and no reading or writing themselves.
VALUES = {"pipeline.workbook", "pipeline.workbook.shown", "pipeline.day.world"}
CLOCK = {("datetime", "now"), ("datetime", "today"), ("date", "today"), ("datetime", "utcnow")}

FILES = sorted(PIPELINE.rglob("*.py"))


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@cache
def imports(path: Path, *, inside: bool = True) -> frozenset[str]:
    """List the modules that a file imports; `inside`: in functions too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    hidden = set() if inside else {n for f in functions for n in ast.walk(f)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if node in hidden:
            continue
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno} imports relatively"
            base = node.module or ""
            found |= {f"{base}.{a.name}" if _is_module(f"{base}.{a.name}") else base for a in node.names}
    return frozenset(found)


def _is_module(name: str) -> bool:
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def pure_files() -> list[Path]:
    return [
        p
        for folder, edges in PURE_FOLDERS.items()
        for p in sorted((PIPELINE / folder).rglob("*.py"))
        if p.stem not in edges
    ]


def test_at_most_ten_files_lie_flat() -> None:
    assert len(list(PIPELINE.glob("*.py"))) <= 10


def test_every_room_stands_in_the_order_and_says_what_lives_there() -> None:
    rooms = sorted(p.name for p in PIPELINE.iterdir() if (p / "__init__.py").is_file())
    assert rooms == sorted(set(ORDER) - {"cli"})
    for room in rooms:
        doc = (
            ast.get_docstring(ast.parse((PIPELINE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
        )
        assert len(doc) > 40, f"{room} doesn't say what lives there"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_room_imports_only_from_its_right(path: Path) -> None:
    room = room_of(module_of(path))
    if room not in ORDER:
        return  # the package's own face and `python -m pipeline`
    wrong = [
        name
        for name in imports(path)
        if name.startswith("pipeline.")
        and room_of(name) in ORDER
        and ORDER.index(room_of(name)) < ORDER.index(room)
    ]
    assert wrong == []


def test_no_two_modules_import_each_other_however_far_round() -> None:
    """Imports for types counted."""
    left = {module_of(p): imports(p) for p in FILES}
    while free := {m for m, names in left.items() if not names & left.keys()}:
        left = {m: names for m, names in left.items() if m not in free}
    assert left == {}


@pytest.mark.parametrize("path", pure_files(), ids=module_of)
def test_a_decision_asks_nobody_who_reaches_outside(path: Path) -> None:
    found, todo = set[str](), [module_of(path)]
    while todo:
        asked = imports(_file_of(todo.pop())) - VALUES - found
        found |= asked
        todo += [n for n in asked if n.startswith("pipeline.")]
    assert [n for n in sorted(found) if any(n == o or n.startswith(f"{o}.") for o in OUTSIDE)] == []


def _file_of(module: str) -> Path:
    place = ROOT.joinpath(*module.split("."))
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


@pytest.mark.parametrize("path", pure_files(), ids=module_of)
def test_a_decision_knows_nothing_of_the_outside_world(path: Path) -> None:
    edges = {
        f"pipeline.{room.replace('/', '.')}.{edge}" for room, files in PURE_FOLDERS.items() for edge in files
    }
    assert [
        n for n in imports(path) if any(n == o or n.startswith(f"{o}.") for o in OUTSIDE) or n in edges
    ] == []
    calls = [n.func for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    clocks = [
        f
        for f in calls
        if isinstance(f, ast.Attribute) and isinstance(f.value, ast.Name) and (f.value.id, f.attr) in CLOCK
    ]
    opens = [f for f in calls if isinstance(f, ast.Name) and f.id in ("open", "print", "input")]
    assert [ast.unparse(f) for f in [*clocks, *opens]] == []


def test_help_is_quick() -> None:
    heavy = (
        "pandas", "openpyxl", "yagmail", "flask", "jinja2", "holidays", "typst", "docx", "numpy", "rich",
        "imap_tools", "babel",
    )  # fmt: skip
    code = (
        "import sys\nfrom pipeline.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([m for m in {heavy!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "daily" in done.stdout
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("path", sorted((PIPELINE / "commands").glob("*.py")), ids=module_of)
def test_a_commands_help_loads_nothing_heavy(path: Path) -> None:
    heavy = {"pandas", "openpyxl", "yagmail", "flask", "waitress", "holidays", "imap_tools", "typst", "docx"}
    assert {n.split(".")[0] for n in imports(path, inside=False)} & heavy == set()


def _public(module: str, tree: ast.Module) -> Iterator[str]:
    """List public functions and classes, and types by another name; commands and pages bear the name of what they start."""
    starts_another = module.startswith(("pipeline.commands.", "pipeline.review.pages."))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not starts_another:
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            yield from () if name.isupper() else (name,)


def test_a_public_name_stands_for_one_thing() -> None:
    alike = {"recognizes", "convert", "handles"}  # the import formats answer alike
    places: dict[str, list[str]] = {}
    for path in FILES:
        for name in _public(module_of(path), ast.parse(path.read_text("utf-8"))):
            if not name.startswith("_"):
                places.setdefault(name, []).append(module_of(path))
    twice = {name: found for name, found in places.items() if len(found) > 1 and name not in alike}
    assert len(places) > 1000
    assert twice == {}


SAFETY = {"shown", "for_real", "clash", "same_day", "to_override", "listed", "recheck"}
"""What was shown, to whom, whether for real, what stands in the way: nobody may forget to say it."""


def _with_defaults(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            placed = [*node.args.posonlyargs, *node.args.args]
            yield from (a.arg for a in placed[len(placed) - len(node.args.defaults) :])
            named = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
            yield from (a.arg for a, default in named if default is not None)


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_safety_argument_has_no_default(path: Path) -> None:
    assert SAFETY.isdisjoint(_with_defaults(ast.parse(path.read_text("utf-8"))))


def test_nothing_is_made_without_its_safety_values() -> None:
    values = ((Situation, {"for_real", "clash", "same_day"}), (Wish, {"listed"}), (DraftRecord, {"shown"}))
    optional = [
        (kind.__name__, name)
        for kind, names in values
        for name in names
        if inspect.signature(kind).parameters[name].default is not inspect.Parameter.empty
    ]
    assert optional == []
