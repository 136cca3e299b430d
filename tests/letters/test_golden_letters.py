"""The shipped letters, word for word: one file a kind and setting.

Renew with `python -m tests.letters.test_golden_letters --renew`, which writes only files that are missing; with `--force` all.
Read what changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline.letters.order import write
from pipeline.letters.templates import load_templates
from pipeline.model import LetterKind
from tests.letters.letter_orders import rich, sparse

GOLDEN = Path(__file__).parents[1] / "golden" / "letters"
ORDERS = {
    f"{kind}-{name}.txt": (kind, order)
    for kind in LetterKind
    for name, order in (("rich", rich), ("sparse", sparse))
}


def as_written(file: str) -> str:
    kind, order = ORDERS[file]
    written = write(order(kind), load_templates(None))
    return f"Subject: {written.subject}\n\n{written.body}\n"


@pytest.mark.parametrize("file", ORDERS)
def test_a_shipped_letter_is_as_it_was_read(file: str) -> None:
    assert as_written(file) == (GOLDEN / file).read_text(encoding="utf-8")


def test_no_golden_letter_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(ORDERS)


def renew(*, force: bool) -> int:
    kept = 0
    for file in ORDERS:
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
