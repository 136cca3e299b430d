"""All benchmarks in one run, their tables into docs/benchmarks.md: `python -m bench [NAME...]`."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

DOCUMENT = Path(__file__).parents[1] / "docs" / "benchmarks.md"
PARTS = {
    "daily": "`daily` against its floor: one process that imports pandas, reads the same Contacts sheet with calamine and copies the file",
    "patch": "Write-back against openpyxl's load and save: 3 cells in each of 50 rows, 50 rows appended, read-back included",
    "importing": "`import` of a list of connections, against pandas reading it and openpyxl appending it",
    "lists": "Lists with links and stray cells, against the same list without",
    "mail": "Sending and looking, against smtplib and imap-tools on loopback",
    "review": "The review page",
    "window": "The window: from the command to the page, and from a button to the thank-you on the screen",
}


def main(names: list[str]) -> None:
    """Run the benchmarks named, or all, and write the document."""
    measured = {PARTS[name]: _run(name) for name in names or PARTS}
    sections = {**dict.fromkeys(PARTS.values(), "Not measured yet."), **_kept(), **measured}
    body = [f"## {title}\n\n{section}\n" for title, section in sections.items()]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    DOCUMENT.write_text(
        "# Benchmarks\n\nMade by `make bench`. Ratios are measured in one run against a peer or a floor; seconds are this machine's: "
        f"{machine}.\n\n" + "\n".join(body),
        encoding="utf-8",
    )
    print(DOCUMENT.read_text(encoding="utf-8"))


def _run(name: str) -> str:
    print(f"Measuring {name} ...", file=sys.stderr)
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"bench.{name} failed:\n{done.stderr}")
    return done.stdout.strip()


def _kept() -> dict[str, str]:
    """Read the document's sections by title, those that are measured elsewhere too."""
    if not DOCUMENT.exists():
        return {}
    sections = DOCUMENT.read_text(encoding="utf-8").split("\n## ")[1:]
    return {head: body.strip() for head, _, body in (s.partition("\n") for s in sections)}


if __name__ == "__main__":
    main(sys.argv[1:])
