"""`remembered review` as a person runs it: a process of its own that prints the address of its page."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.model.came_in import WayIn, come_in
from tests.systems import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-12-01"


class Command:
    """A review that runs, or a window that `verb` opens, in a folder of its own; `address` is what it printed."""

    def __init__(
        self, workbook: Path, today: str = TODAY, *, browser: str = "", verb: str = "review"
    ) -> None:
        self.workbook = workbook
        self.lines: list[str] = []
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "REMEMBERED_DATA_DIR": str(data_folder(workbook)),
            "PYTHONUNBUFFERED": "1",
            "BROWSER": browser,
        }
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "pipeline",
                verb,
                *(() if browser else ("--no-browser",)),
                "-w",
                str(workbook),
                "--today",
                today,
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
        )
        self._ready = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._ready.wait(PATIENCE), f"no address in: {self.lines}"

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line.rstrip())
            if "Ctrl+C" in line:
                self._ready.set()
        self._ready.set()

    @property
    def address(self) -> str:
        """Return the address that works once."""
        found = re.search(r"http://\S+/open/\S+", "\n".join(self.lines))
        assert found, f"no address in: {self.lines}"
        return found[0]

    @property
    def origin(self) -> str:
        """Return where the page is."""
        return self.address.partition("/open/")[0]

    @property
    def inside(self) -> str:
        """Open the page without a browser; return where all its pages are."""
        import urllib.request

        with urllib.request.urlopen(self.address) as answer:
            found = re.search(r'url=(/[\w-]+)/letters"', answer.read().decode())
        assert found
        return self.origin + found[1]

    def wait(self) -> tuple[int, str]:
        """Wait for the command to end; give its exit code and all it printed."""
        code = self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code, "\n".join(self.lines)

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl+C."""
        self._process.send_signal(signal.SIGINT)
        return self.wait()

    def close(self) -> None:
        """End it, however it stands."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait(PATIENCE)


def data_folder(workbook: Path) -> Path:
    """Keep the ledger beside the workbook."""
    return workbook.parent / "data"


def run(*words: str, data: Path) -> Result:
    """Run a command as if typed, its ledger in `data`; the window that the test has open stays what it is."""
    before = come_in(WayIn())
    try:
        done = CliRunner(env={"REMEMBERED_DATA_DIR": str(data)}).invoke(main, words)
    finally:
        come_in(before)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def remembered(workbook: Path, *words: str, today: str = TODAY) -> Result:
    """Run another command on the same workbook."""
    return run(*words, "-w", str(workbook), "--today", today, data=data_folder(workbook))
