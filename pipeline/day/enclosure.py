"""The resume file that Settings name, as it lies on the disk."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.model import Enclosure

MAX_ENCLOSURE = 10 * 1024 * 1024
_MAGIC = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04"}


def read_enclosure(folder: Path, named: str) -> Enclosure:
    """Look at the resume file that Settings name: what it is, and why it can't go along."""
    if not named:
        return Enclosure(problem="No resume file is named in Settings.")
    path = folder / named
    try:
        if path.stat().st_size > MAX_ENCLOSURE:
            return Enclosure(path.name, str(path), "", f"{named} is over 10 MB; make it smaller.")
        data = path.read_bytes()
    except OSError:
        return Enclosure(
            path.name,
            str(path),
            "",
            f"{named} is not there; put it beside the workbook, or correct Resume file in Settings.",
        )
    magic = _MAGIC.get(path.suffix.lower())
    if magic is None or not data.startswith(magic):
        return Enclosure(path.name, str(path), "", f"{named} is no PDF or Word (.docx) file.")
    return Enclosure(path.name, str(path), hashlib.sha256(data).hexdigest())
