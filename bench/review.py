"""The review page: ready after the command, and its checks at each keystroke: `python -m bench.review [RUNS]`.

Ready is the time from the command's start to the first page with its style and script, less the start of the
interpreter. Keystrokes are requests as the page makes them, one connection kept open. Prints a markdown table.
"""

from __future__ import annotations

import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from bench import books

LETTERS = (books.LETTERS, 200)


class Tab:
    """A browser's connection to a review that runs."""

    def __init__(self, folder: Path) -> None:
        command = [
            sys.executable,
            "-m",
            "pipeline",
            "review",
            "--no-browser",
            "--today",
            books.TODAY.isoformat(),
        ]
        environment = {**os.environ, "REMEMBERED_DATA_DIR": str(folder / "data"), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        found = re.search(r"127\.0\.0\.1:(\d+)(/open/\S+)", "".join(self._until_ready()))
        if found is None:
            raise SystemExit("the review printed no address")
        self.origin = f"http://127.0.0.1:{found[1]}"
        self._line = http.client.HTTPConnection("127.0.0.1", int(found[1]))
        self._headers: dict[str, str] = {"Origin": self.origin}
        self._line.request("GET", found[2])
        self._base = re.findall(r'url=(/[\w-]+)/letters"', self._line.getresponse().read().decode())[0]
        self.page = self.get("/letters")

    def _until_ready(self) -> list[str]:
        assert self.process.stderr is not None
        lines: list[str] = []
        while not lines or "/open/" not in lines[-1]:
            lines.append(self.process.stderr.readline())
            if not lines[-1]:
                break
        return lines

    def get(self, path: str) -> str:
        """Ask for a page."""
        self._line.request("GET", self._base + path, headers=self._headers)
        return self._line.getresponse().read().decode()

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Send a form, and follow where it leads."""
        headers = {**self._headers, "Content-Type": "application/x-www-form-urlencoded"}
        self._line.request("POST", self._base + path, urlencode(fields), headers)
        answer = self._line.getresponse()
        text = answer.read().decode()
        return self.get(answer.headers["Location"].removeprefix(self._base)) if answer.status == 303 else text

    def form(self, page: str, path: str) -> dict[str, str]:
        """Read the hidden fields of the form that posts to a path; a form of the script has its mark beside the text."""
        found = re.search(rf'(?:action|data-check)="{self._base}{path}"(.*?)</form>', self.get(page), re.S)
        if found is None:
            raise SystemExit(f"{page} has no form for {path}")
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(\w*)">', found[1]))
        checking = re.search(r'^ data-mark="(\w+)"', found[1])
        return {"mark": checking[1]} if checking else fields

    def codes(self) -> list[str]:
        """List the letters."""
        return re.findall(r'class="item \w+" href="/[\w-]+/letter/(\w+)"', self.page)

    def close(self) -> None:
        """End the review."""
        self.post("/finish", self.form("/end", "/finish"))
        self.process.wait(30)


def prepare(folder: Path, letters: int, contacts: int = 1_000) -> None:
    """Make a workbook with so many letters due, and run the day."""
    books.LETTERS = letters
    books.make(folder / "networking.xlsx", contacts)
    command = [sys.executable, "-m", "pipeline", "daily", "--today", books.TODAY.isoformat()]
    subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "REMEMBERED_DATA_DIR": str(folder / "data")},
        check=True,
        capture_output=True,
    )


def ready(folder: Path) -> tuple[float, Tab]:
    """Time from the command to the page, with its style and script. Seconds."""
    start = time.perf_counter()
    tab = Tab(folder)
    tab.get("/static/review.css")
    tab.get("/static/review.js")
    return time.perf_counter() - start, tab


def starts(folder: Path, runs: int) -> tuple[list[float], Tab]:
    """Time each of so many starts, the interpreter's own left out, and give the last one's page, still open. Seconds."""
    times = []
    for run in range(runs):
        took, tab = ready(folder)
        times.append(took - interpreter())
        if run < runs - 1:
            tab.close()
    return times, tab


def interpreter() -> float:
    """Time the start of the interpreter. Seconds."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - start


def timed(tab: Tab, codes: list[str], path: str, fields: dict[str, str]) -> list[float]:
    """Time a form on each letter. Seconds."""
    times = []
    for code in codes:
        page = f"/letter/{code}" + ("?edit" if path.endswith("check") else "")
        form = tab.form(page, path.format(code))
        start = time.perf_counter()
        tab.post(path.format(code), {**fields, **form})
        times.append(time.perf_counter() - start)
    return times


def table(runs: int = 7) -> str:
    """Measure and write the table."""
    lines = [
        "| workbook | page ready | checks at a keystroke, median | slowest | approve and show the next |",
        "|---|---|---|---|---|",
    ]
    text = {
        "subject": "Your advice",
        "body": "Dear Ms. Example,\n\n"
        + "I would be glad of your advice on how people come into this work. " * 30,
    }
    for letters in LETTERS:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            prepare(folder, letters)
            times, tab = starts(folder, runs)
            codes = tab.codes()
            keys = [1000 * t for t in timed(tab, codes, "/letter/{}/check", text)]
            acts = [1000 * t for t in timed(tab, codes[:10], "/letter/{}/approve", {})]
            tab.close()
        lines.append(
            f"| 1,000 contacts, {len(codes)} letters | {statistics.median(times):.2f} s | {statistics.median(keys):.0f} ms | "
            f"{max(keys):.0f} ms | {statistics.median(acts):.0f} ms |"
        )
    return "\n".join(lines) + f"\n\nMedians of {runs} runs."


if __name__ == "__main__":
    print(table(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
