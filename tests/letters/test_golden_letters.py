"""The shipped letters, word for word: one file a kind and setting, one a situation.

Renew with `python -m tests.letters.test_golden_letters --renew`, which writes only files that are missing; with `--force` all.
Read what changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline.letters.order import Written, write
from pipeline.letters.templates import load_templates
from pipeline.model import Letter, LetterKind
from tests.letters.letter_orders import rich, sparse
from tests.letters.situations import CASES, letter_in

GOLDEN = Path(__file__).parents[1] / "golden" / "letters"
ORDERS = {
    f"{kind}-{name}.txt": (kind, order)
    for kind in LetterKind
    for name, order in (("rich", rich), ("sparse", sparse))
}


FILES = [*ORDERS, *(f"situations/{name}.txt" for name in CASES)]


def as_written(file: str) -> str:
    if file in ORDERS:
        kind, order = ORDERS[file]
        written: Written | Letter = write(order(kind), load_templates(None))
    else:
        written = letter_in(Path(file).stem)[0]
    return f"Subject: {written.subject}\n\n{written.body}\n"


@pytest.mark.parametrize("file", FILES)
def test_a_shipped_letter_is_as_it_was_read(file: str) -> None:
    assert as_written(file) == (GOLDEN / file).read_text(encoding="utf-8")


def test_no_golden_letter_is_left_over() -> None:
    assert {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.txt")} == set(FILES)


def renew(*, force: bool) -> int:
    kept = 0
    for file in FILES:
        path = GOLDEN / file
        if path.exists() and not force and path.read_text(encoding="utf-8") != as_written(file):
            print(f"kept {path}: it differs; --force overwrites it")
            kept += 1
            continue
        path.write_text(as_written(file), encoding="utf-8", newline="\n")
    return 1 if kept else 0


if __name__ == "__main__":
    if "--renew" not in sys.argv:
        sys.exit("usage: python -m tests.letters.test_golden_letters --renew [--force]")
    sys.exit(renew(force="--force" in sys.argv))
