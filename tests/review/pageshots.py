"""Make the pictures of pages that a sample day has no need of: python -m tests.review.pageshots docs/images"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.day.apply import run_day
from pipeline.review.session import Review
from tests.books import change, make_book, person, rows_of

from .chromium import chromium
from .screenshots import NARROW, WIDE, shrink
from .served import Served

TODAY, THANKSGIVING = date(2026, 12, 1), date(2026, 11, 26)
EXPECTED = "quiet days among old letters, and now and then somebody who looks for a grandfather"


def make(target: Path) -> None:
    """Take a picture of each."""
    target.mkdir(parents=True, exist_ok=True)
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        os.environ["REMEMBERED_DATA_DIR"] = str(Path(folder) / "data")
        page = browser.new_context(viewport=WIDE, reduced_motion="reduce").new_page()
        workbook = example(Path(folder) / "networking.xlsx")
        with Served(workbook, TODAY) as window:
            _walk(page, target, window.inside)
        with Served(workbook, THANKSGIVING) as window:
            page.set_viewport_size(WIDE)
            page.emulate_media(color_scheme="light")
            page.goto(f"{window.inside}/")
            _take(page, target, "holiday")
    shrink(target)


def example(path: Path) -> Path:
    """Make a workbook with a field to decide on, days away, cells to correct, and advice to name."""
    met: dict[str, Any] = {"Field": "archives", "Interview held": "Yes", "Interview type": "In person"}
    thanked = {
        **met,
        "Fit": 2,
        "Thank-you sent": date(2026, 11, 10),
        "What I learned": "mostly lifting, and a cold cellar",
    }
    people = [
        person(**met, Interview_on=date(2026, 11, 9), Fit=2, Thank_them_for="for the tour of the map room",
               What_I_learned="two of three days go into lists", Advice="Talk to somebody who left the trade"),
        person("Bo", "Ek", **thanked, Interview_on=date(2026, 11, 6)),
        person("Cy", "Dahl", **thanked, Interview_on=date(2026, 11, 5)),
        person("Di", "Moe", ID="di", Approach_sent=date(2026, 11, 2)),
    ]  # fmt: skip
    sent = {"Date": date(2026, 11, 2), "ID": "di", "Name": "Di Moe", "Event": "Approach letter", "Channel": "Email",
            "Message-ID": "<d@example.com>"}  # fmt: skip
    settings = {
        "Email": "sam.rivera@college.example.edu",
        "Send through": "Gmail",
        "Holiday country": "US",
        "Daily prospecting goal": "a few",
    }
    made = make_book(path, people, history=[sent], settings=settings, rules={"Answer a reply": "soon"})
    run_day(made, TODAY, Review(made, TODAY).now())
    field = next(n for n, r in enumerate(rows_of(made, "Fields"), 2) if r["Field"] == "archives")
    change(made, "Fields", field, {"What I expect of it": EXPECTED})
    change(made, "Drafts", 2, {"Approve": "Yes please"})
    return made


def _walk(page: Any, target: Path, inside: str) -> None:
    for name, path in (("signin", "/signin"), ("decide", "/"), ("cells", "/problems")):
        page.goto(inside + path)
        _take(page, target, name)
    page.goto(f"{inside}/letters")
    page.locator(".list a.item", has_text="Ada Okafor").first.click()
    page.get_by_text("A second specific thing?").scroll_into_view_if_needed()
    _take(page, target, "advice")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    page.goto(f"{inside}/")
    _take(page, target, "decide-narrow")


def _take(page: Any, target: Path, name: str) -> None:
    page.screenshot(path=target / f"window-{name}.png")


if __name__ == "__main__":
    make(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
