"""Labeled sentences: `asks` (must not pass in silence), `blocks` (asked to block, one by one), `innocent`, `template`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "sentences"
# The contact's organization in all of them.
FIRM = "Acme Logistics"


def labeled(name: str) -> list[tuple[str, str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [(label, text) for label, _, text in (line.partition("\t") for line in lines if line)]
