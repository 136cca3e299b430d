"""Start the zip in wine, and run there the tests of what only Windows does. `python -m windows.wine [short]`

Exit 0: it held, or wine can't be had, which is said loudly; 1: it did not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from windows.build import CACHE, ROOT, TARGET
from windows.forwarder import forwarder

FOLDER = "Downloads/My Bücher (1)"
_PYTEST = (
    *("pytest==8.4.2", "iniconfig==2.1.0", "packaging==25.0", "pluggy==1.6.0", "colorama==0.4.6"),
    *("pygments==2.19.2", "hypothesis==6.140.0", "attrs==25.3.0", "sortedcontainers==2.4.0"),
)
_TESTED = ("tests/windows",)
_WINDOW = "127.0.0.1:"
_NO_WINE = "WINE CAN'T BE HAD HERE: NOTHING WAS TESTED ON WINDOWS."


class Wine:
    """A Windows of one's own in a folder that goes away; commands run in it with pipes as standard handles.

    With a regular file as stdout CPython stops in wine ("Invalid handle"), so nothing is redirected to one.
    """

    def __init__(self, folder: Path) -> None:
        self.prefix = folder / "prefix"
        (folder / "home").mkdir(parents=True)
        self._env = {
            k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "REMEMBERED", "MAKE"))
        } | {
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "HOME": str(folder / "home"),
            "LANG": "C.UTF-8",  # else names that are not ASCII can't be reached
        }
        self.run("wineboot", "-i")
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        (self.prefix / "drive_c/windows/system32/bcryptprimitives.dll").write_bytes(forwarder())

    @property
    def home(self) -> Path:
        """Return the user's folder, as Linux sees it."""
        return next(p for p in (self.prefix / "drive_c/users").iterdir() if p.name != "Public")

    def run(
        self, *words: str, cwd: Path | None = None, seconds: int = 300, **env: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command; what is not over in time is stopped, and gives what it has said so far."""
        command = ["timeout", str(seconds), "wine", *words]
        return subprocess.run(
            command,
            cwd=cwd,
            env=self._env | env,
            input="",
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )

    def said_until(self, wanted: str, *words: str, cwd: Path, seconds: int = 180) -> str:
        """Run a command until it has said something, and stop it; give what it said."""
        said = ""
        with subprocess.Popen(
            ["timeout", str(seconds), "wine", *words],
            cwd=cwd,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            errors="replace",
        ) as running:
            for line in running.stdout or ():
                said += line
                if wanted in said:
                    break
            running.terminate()
            self.run("taskkill", "/f", "/im", "python.exe")
        return said

    def stop(self) -> None:
        """End all that runs in this Windows."""
        subprocess.run(["wineserver", "-k"], env=self._env, check=False)


@contextmanager
def _windows() -> Iterator[Wine]:
    with tempfile.TemporaryDirectory(prefix="rm-wine-", ignore_cleanup_errors=True) as name:
        wine = Wine(Path(name))
        try:
            yield wine
        finally:
            wine.stop()


def there_is_wine() -> bool:
    """Look for wine, and install Debian's where that can be done."""
    if shutil.which("wine"):
        return True
    if not shutil.which("apt-get") or os.getuid() != 0:
        return False
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "wine64", "wine"]
    subprocess.run(install, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, **quiet)  # type: ignore[call-overload]
    return shutil.which("wine") is not None


def main(*, short: bool) -> int:
    """Test the zip, and unless it is the `short` form all of tests/windows."""
    if not there_is_wine():
        _say(_NO_WINE)
        return 0
    began = time.monotonic()
    with _windows() as wine:
        _say(f"{time.monotonic() - began:4.0f} s  a Windows is there")
        app = wine.home / FOLDER
        app.mkdir(parents=True)
        with zipfile.ZipFile(TARGET) as archive:
            archive.extractall(app)
        app /= "Remembered"
        _say(f"{time.monotonic() - began:4.0f} s  the zip is laid out in {FOLDER}")
        faults = [*_loop(wine, app), *_double_click(wine, app)]
        _say(f"{time.monotonic() - began:4.0f} s  the day and the double click")
        if not short:
            faults += _tests(wine, app)
            _say(f"{time.monotonic() - began:4.0f} s  tests")
    for fault in faults:
        _say(f"FAILED: {fault}")
    return 1 if faults else 0


def _loop(wine: Wine, app: Path) -> Iterator[str]:
    """Go once through the day; give what did not hold."""
    place = wine.home / "My Bücher"
    place.mkdir()

    def remembered(*words: str) -> subprocess.CompletedProcess[str]:
        today = () if words[0] == "undo" else ("--today", "2026-11-24")
        return wine.run(
            str(app / "python/python.exe"), "-X", "utf8", "-m", "pipeline", *words, *today, cwd=place
        )

    wine_day = "2026-11-23"
    made = wine.run(
        str(app / "python/python.exe"), "-X", "utf8", "-m", "pipeline", "init", "--today", wine_day, cwd=place
    )
    if made.returncode:
        yield f"init: {made.stdout}{made.stderr}"
        return
    day = remembered("daily")
    if "to review" not in day.stdout:
        yield f"daily: {day.stdout}{day.stderr}"
        return
    before = (place / "networking.xlsx").read_bytes()
    remembered("daily")
    if (place / "networking.xlsx").read_bytes() != before:
        yield "a second daily changed the workbook"
    code = next((place / "outbox").glob("*.txt")).name[:5]
    for words in (("check",), ("approve", code), ("send",), ("sheets",), ("calendar",), ("undo",)):
        done = remembered(*words)
        if done.returncode:
            yield f"{words[0]}: exit {done.returncode}: {done.stdout}{done.stderr}"


def _double_click(wine: Wine, app: Path) -> Iterator[str]:
    """Click twice, as on the first day and on the next; the open window ends it."""
    documents = wine.home / "Documents" / "Remembered"
    if _WINDOW not in (said := wine.said_until(_WINDOW, "cmd", "/c", r".\Start.cmd", cwd=app)):
        yield f"Start.cmd did not reach the window: {said}"
    made = wine.run(
        str(app / "python/python.exe"),
        "-X",
        "utf8",
        "-m",
        "pipeline",
        "init",
        "--today",
        "2026-11-23",
        cwd=documents,
    )
    said = wine.said_until(_WINDOW, "cmd", "/c", r".\Start.cmd", cwd=app)
    if made.returncode or not (documents / "outbox").is_dir() or _WINDOW not in said:
        yield f"Start.cmd did not work out the day in {documents}: {made.stderr}{said}"


def _tests(wine: Wine, app: Path) -> Iterator[str]:
    """Run pytest with the zip's own Python, whose paths stay as they are: the tests' are added behind them."""
    place = CACHE / "pytest"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps"]
    if not place.is_dir():
        subprocess.run([*pip, "--target", str(place), "--only-binary", ":all:", *_PYTEST], check=True)
    paths = [f"Z:{p}".replace("/", "\\") for p in (ROOT, place)]
    start = f"import sys; sys.path += {paths!r}; import pytest; sys.exit(pytest.main(sys.argv[1:]))"
    options = ["-o", "addopts=", "-p", "no:cacheprovider", "-q", "--tb=short", "-rs"]
    ran = wine.run(
        str(app / "python/python.exe"), "-X", "utf8", "-c", start, *options, *_TESTED, cwd=ROOT, seconds=1200
    )
    _say(ran.stdout)
    if ran.returncode:
        yield f"tests: exit {ran.returncode}\n{ran.stderr[-2000:]}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(short="short" in sys.argv[1:]))
