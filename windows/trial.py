"""Start the zip in wine, and run there the tests. `python -m windows.trial [short]`

Exit 0: it held, or wine can't be had, which is said loudly; 1: it did not.
The short form leaves out what is tested on any system, and so differs on Windows only by its files.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.request import HTTPCookieProcessor, build_opener

from windows.build import CACHE, PYTHON, ROOT, TARGET, digest
from windows.wine import Wine, there_is_wine, windows

FOLDER = "Downloads/My Bücher (1)"
NEEDED = ROOT / "windows" / "tests.txt"
_SHORT = ("tests/windows", "tests/workbook/test_save.py", "tests/workbook/test_save_locks.py", "tests/ledger")
_ALL = ("tests",)
_TITLE = "<title>"
_LONGEST = 7200  # seconds; three quarters of an hour on two cores, and a busy machine is no fault
_WORKERS = "2"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\S+")
_NO_WINE = "WINE CAN'T BE HAD HERE: NOTHING WAS TESTED ON WINDOWS."


class App:
    """The zip, laid out in a folder of this Windows."""

    def __init__(self, wine: Wine) -> None:
        self.wine = wine
        self.folder = wine.home / FOLDER / "Remembered"
        self.documents = wine.home / "Documents" / "Remembered"
        self.lay_out()

    def lay_out(self) -> None:
        """Extract the zip, over what is there."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(TARGET) as archive:
            archive.extractall(self.folder.parent)

    def python(self, *words: str, cwd: Path, **how: Any) -> subprocess.CompletedProcess[str]:
        """Run the zip's Python; `how` as `Wine.run` takes it."""
        program = str(self.folder / "python" / "python.exe")
        return self.wine.run(program, "-X", "utf8", *words, cwd=cwd, **how)

    def click(self) -> str:
        """Double-click Start.cmd, open the address that it gives, and end it; give what it said, and the page."""
        with self.wine.running("127.0.0.1:", "cmd", "/c", r".\Start.cmd", cwd=self.folder) as said:
            if address := _ADDRESS.search(said):
                browser = build_opener(HTTPCookieProcessor(CookieJar()))
                with browser.open(address[0], timeout=60) as page:
                    return said + str(page.read().decode())
        return f"there is no window: {said}"


def main(*, short: bool) -> int:
    """Go through the stages; say how long each took, and what did not hold."""
    if not there_is_wine():
        _say(_NO_WINE)
        return 0
    began = time.monotonic()
    faults: list[str] = []
    with windows() as wine:
        app = App(wine)
        stages = {
            "the day": _loop(app),
            "the double click": _double_click(app),
            "a newer zip over it": _laid_over(app),
            "tests": _tests(app, _SHORT if short else _ALL),
        }
        _say(f"{time.monotonic() - began:4.0f} s  a Windows is there, the zip in {FOLDER}")
        for title, stage in stages.items():
            faults += stage
            _say(f"{time.monotonic() - began:4.0f} s  {title}")
    for fault in faults:
        _say(f"FAILED: {fault}")
    return 1 if faults else 0


def _loop(app: App) -> Iterator[str]:
    """Go once through the day; give what did not hold."""
    place = app.wine.home / "My Bücher"
    place.mkdir()

    def remembered(*words: str) -> subprocess.CompletedProcess[str]:
        return app.python("-m", "pipeline", *words, cwd=place)

    today = ("--today", "2026-11-24")
    made = remembered("init", "--today", "2026-11-23")
    day = remembered("daily", *today)
    if made.returncode or "to review" not in day.stdout:
        yield f"init and daily: {made.stderr}{day.stdout}{day.stderr}"
        return
    before = (place / "networking.xlsx").read_bytes()
    remembered("daily", *today)
    if (place / "networking.xlsx").read_bytes() != before:
        yield "a second daily changed the workbook"
    code = next((place / "outbox").glob("*.txt")).name[:5]
    for words in (("check",), ("approve", code), ("send",), ("sheets",), ("calendar",)):
        done = remembered(*words, *today)
        if done.returncode:
            yield f"{words[0]}: exit {done.returncode}: {done.stdout}{done.stderr}"
    if (done := remembered("undo")).returncode:
        yield f"undo: exit {done.returncode}: {done.stdout}{done.stderr}"


def _double_click(app: App) -> Iterator[str]:
    """Click twice, as on the first day and on the next."""
    if _TITLE not in (first := app.click()):
        yield f"Start.cmd does not show how to begin: {first[:3000]}"
    made = app.python("-m", "pipeline", "init", "--today", "2026-11-23", cwd=app.documents)
    second = app.click()
    names = [file.stem.partition("-")[0] for file in (app.documents / "outbox").glob("*.txt")]
    if made.returncode or not names or _TITLE not in second:
        yield f"Start.cmd did not work out the day in {app.documents}: {made.stderr}{second[:3000]}"


def _laid_over(app: App) -> Iterator[str]:
    """Lay the zip over itself, as a newer one is, and click: what is the user's is as it was."""
    letter, own = next((app.documents / "outbox").glob("*.txt")), app.documents / "Resume 2026.docx"
    letter.write_bytes(letter.read_bytes().replace(b"Dear ", b"Good morning, dear ", 1))
    own.write_bytes(b"mine")
    files, contacts = _files(app.documents), _contacts(app)
    app.lay_out()
    if _files(app.documents) != files:
        yield "a newer zip laid over an older one touched what is the user's"
    if _TITLE not in (said := app.click()):
        yield f"after a newer zip, Start.cmd shows no window: {said[:3000]}"
    if _contacts(app) != contacts or any(path.read_bytes() != files[path] for path in (letter, own)):
        yield "after a newer zip and a double click, the contacts, a letter that was edited or a file are not as they were"


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _contacts(app: App) -> str:
    import pandas

    return str(pandas.read_excel(app.documents / "networking.xlsx", "Contacts", engine="calamine").to_csv())


def _tests(app: App, tested: tuple[str, ...]) -> Iterator[str]:
    """Run pytest with the zip's own Python; the tests' paths are added behind its own, for what they start too."""
    place = CACHE / f"tests-{digest(NEEDED.read_bytes())}"
    if not place.is_dir():
        options = ["-q", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
        options += ["--platform", "win_amd64", "--python-version", PYTHON, "--target", str(place)]
        subprocess.run([sys.executable, "-m", "pip", "install", *options, "-r", str(NEEDED)], check=True)
    with open(app.folder / "python" / f"python{PYTHON}._pth", "a", newline="") as paths:
        paths.writelines(f"Z:{p}\r\n".replace("/", "\\") for p in (ROOT, place))
    options = ["-o", "addopts=", "-p", "no:cacheprovider", "-q", "--tb=short", "-rfEs"]
    options += ["--import-mode=append", "--durations=25", "-n", _WORKERS]
    ran = app.python(
        "-m", "pytest", *options, *tested,
        cwd=ROOT, seconds=_LONGEST, heard=_pass_on, PYTHONUTF8="1",
    )  # fmt: skip
    if ran.returncode:
        yield f"tests: exit {ran.returncode}\n{ran.stderr[-2000:]}"


def _say(text: str) -> None:
    _pass_on(f"{text}\n")


def _pass_on(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(short="short" in sys.argv[1:]))
