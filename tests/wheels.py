"""Ask PyPI whether all that the program needs can be had ready-made on each system. `python -m tests.wheels`

Nobody there has a compiler: what has no wheel can't be installed. Resolved for each system by its own markers, which uv can
and pip can't. Exit 0: it can, or nobody could be asked, which is said loudly; 1: it can't.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SYSTEMS = {
    "macOS, Apple silicon": "aarch64-apple-darwin",
    "macOS, Intel": "x86_64-apple-darwin",
    "Windows": "x86_64-pc-windows-msvc",
}
PYTHONS = ("3.11", "3.13")
_MISSING = "uv or PyPI is not there: NOBODY KNOWS WHETHER EVERY SYSTEM FINDS ITS WHEELS."
_UNREACHED = ("Failed to fetch", "error sending request", "Could not connect")


def main() -> int:
    """Resolve for each system and Python; say what can't be had."""
    faults = 0
    for system, platform in SYSTEMS.items():
        for python in PYTHONS:
            said = resolved(platform, python)
            if said is None or any(sign in said for sign in _UNREACHED):
                print(_MISSING)
                return 0
            faults += bool(said)
            print(f"{system}, Python {python}: {said or 'all there'}")
    return 1 if faults else 0


def resolved(platform: str, python: str) -> str | None:
    """Give what uv complains of, "" where it found all, None where there is no uv."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "-q", "--no-config", "--only-binary", ":all:"]
    command += ["--python-platform", platform, "--python-version", python, "pyproject.toml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if "No module named uv" in done.stderr:
        return None
    return done.stderr.strip() if done.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
