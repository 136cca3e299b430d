"""Nothing that a stranger is called decides where files are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import person
from tests.end_to_end.routine import Routine

NAMES = ("AC/DC", "What?", "CON", "x/../../resume", "x/../../../../evil", "..\\..\\evil", "n" * 300, "李")
_WINDOWS_REFUSES = frozenset('<>:"/\\|?*')


@pytest.mark.parametrize("name", NAMES)
def test_every_file_lands_in_its_folder_under_a_name_that_every_system_takes(
    routine: Routine, name: str
) -> None:
    routine.folder.joinpath("deep").mkdir()
    deep = Routine(routine.folder / "deep", routine.today)
    resume = deep.resume("resume.pdf")
    outside = set(routine.folder.iterdir())
    deep.with_book([person(name, "Smith"), person("Post", name, Channel="Post", Address="1 Quay St")])
    deep.daily(code=None)
    codes = [d["code"] for d in deep.drafts()]
    deep.run("approve", *codes, code=None)
    deep.run("send", code=None)
    deep.run("sheets", "smith", code=None)
    deep.run("calendar")
    assert resume.read_bytes().startswith(b"%PDF-1.4 Sam")
    assert set(routine.folder.iterdir()) == outside
    known = {"sheets", "outbox", "backups"}
    for path in deep.folder.rglob("*"):
        parts = path.relative_to(deep.folder).parts
        assert len(parts) == 1 or parts[0] in known
        assert len(path.name.encode()) < 200
        assert not _WINDOWS_REFUSES & set(path.name)
    made = [p for p in (deep.folder / "sheets").iterdir() if p.suffix == ".pdf"]
    assert len(made) == 1
    assert all(p.parent == Path(deep.folder / "sheets") for p in made)
