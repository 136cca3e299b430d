"""Draw the day's screen as a picture, from the samples: `python -m tests.screens [FILE.svg]`."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import tempfile
from datetime import date
from pathlib import Path

from click.testing import CliRunner
from rich.console import Console

from pipeline.cli import main
from pipeline.day import show

PICTURE = Path(__file__).parents[1] / "docs" / "images" / "day.svg"
DAY = date(2026, 12, 7)


def draw(target: Path) -> None:
    """Run the first day on the samples, and draw what it prints; the picture names nothing outside itself."""
    screen = Console(
        record=True,
        width=96,
        force_terminal=True,
        color_system="truecolor",
        file=io.StringIO(),
        highlight=False,
    )
    real, show.console = show.console, lambda: screen
    try:
        with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
            os.environ["REMEMBERED_DATA_DIR"] = f"{scratch}/data"
            os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
            for command in ("init", "daily"):
                CliRunner().invoke(main, [command, "--today", DAY.isoformat()], catch_exceptions=False)
    finally:
        show.console = real
    svg = screen.export_svg(title="remembered daily", unique_id="day")
    target.write_text(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    draw(Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else PICTURE)
