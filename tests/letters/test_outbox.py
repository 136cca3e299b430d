"""The folder of letters while two runs work in it: the window looks while letters go out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from pipeline.letters.outbox import Remove, Write, apply_changes

CODES = [f"A{number:04}" for number in range(150)]


def test_letters_that_another_run_has_just_put_away_are_no_failure(tmp_path: Path) -> None:
    outbox, together = tmp_path / "outbox", Barrier(3)
    outbox.mkdir()
    for code in CODES:
        (outbox / f"{code}-letter.txt").write_text(f"Letter {code}")

    def put_away() -> dict[str, str]:
        together.wait()
        return apply_changes(outbox, [Remove(code, "sent") for code in CODES])

    with ThreadPoolExecutor(3) as runs:
        waiting = [run.result() for run in [runs.submit(put_away) for _ in range(3)]]
    assert waiting == [{}, {}, {}]
    assert [f.name for f in outbox.iterdir()] == ["sent"]
    assert {f.read_text() for f in (outbox / "sent").iterdir()} == {f"Letter {code}" for code in CODES}


def test_what_is_set_aside_or_sent_under_one_name_is_all_kept(tmp_path: Path) -> None:
    outbox = tmp_path / "outbox"
    outbox.mkdir()
    for text in ("first", "second", "third"):
        (outbox / "AAAAA-approach-ada.txt").write_text(text)
        apply_changes(outbox, [Remove("AAAAA", "set-aside")])
    assert {f.read_text() for f in (outbox / "set-aside").iterdir()} == {"first", "second", "third"}


def test_a_letter_under_another_name_leaves_no_second_file(tmp_path: Path) -> None:
    outbox = tmp_path / "outbox"
    for name in ("AAAAA-approach-ada.txt", "AAAAA-approach-ada-lee.txt"):
        apply_changes(outbox, [Write("AAAAA", name, name)])
    assert [f.name for f in outbox.iterdir()] == ["AAAAA-approach-ada-lee.txt"]
