"""Time the window: the page ready, and an outcome recorded, from the button to the thank-you on the screen: `python -m bench.window`."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from bench import books
from bench.review import Tab, prepare, starts
from pipeline.model.contactid import contact_id
from pipeline.review.people import person_key

SIZES = (50, 1_000, 20_000)
KEY = "interviewed-on-this-call"


def recorded(tab: Tab, number: int) -> float:
    """Time the recording of a talk with the n-th contact, until the page that follows is there: their thank-you. Seconds."""
    key = person_key(contact_id(f"person{number}@example.org", "", ""))
    action = f"/contact/{key}/record"
    form = tab.form(f"/contact/{key}?outcome={KEY}", action)
    start = time.perf_counter()
    page = tab.post(
        action, {**form, "outcome": KEY, "thank_them_for": "for telling me how a ward is really run"}
    )
    took = time.perf_counter() - start
    if "how a ward is really run" not in page or "Thank-you letter" not in page:
        raise SystemExit("the thank-you is not there")
    return took


def table(runs: int = 5) -> str:
    """Measure and write the table."""
    lines = [
        "| contacts | page ready | an outcome recorded, to its thank-you | slowest |",
        "|---|---|---|---|",
    ]
    for size in SIZES:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            prepare(folder, books.LETTERS, size)
            times, tab = starts(folder, runs)
            acts = [recorded(tab, books.LETTERS + n) for n in range(runs)]
            tab.close()
        lines.append(
            f"| {size:,} | {statistics.median(times):.2f} s | {statistics.median(acts):.2f} s | {max(acts):.2f} s |"
        )
    return "\n".join(lines) + f"\n\nMedians of {runs} runs."


if __name__ == "__main__":
    print(table(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
