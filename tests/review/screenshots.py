"""Make the pictures of the review page: python -m tests.review.screenshots docs/images"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from .chromium import chromium
from .command import Command, data_folder, run
from .workbooks import set_contact, starter

WIDE, NARROW = {"width": 1360, "height": 860}, {"width": 360, "height": 740}
PAPER = {"width": 720, "height": 930}


def make(target: Path) -> None:
    """Walk through a day's review and take a picture of each state."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        command = Command(starter(Path(folder)))
        try:
            page = browser.new_context(viewport=WIDE, reduced_motion="reduce").new_page()
            page.goto(command.address)
            page.wait_for_url(re.compile(r".*/letters$"))
            _walk(page, target)
            _window(page, target, command.workbook)
        finally:
            command.close()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        workbook = Path(folder) / "networking.xlsx"
        run("init", str(workbook), "--empty", data=data_folder(workbook))
        command = Command(workbook)
        try:
            page = browser.new_context(viewport=WIDE, reduced_motion="reduce").new_page()
            page.goto(command.address)
            page.wait_for_url(re.compile(r".*/letters$"))
            _take(page, target, "empty-day")
        finally:
            command.close()
    shrink(target)


def _walk(page: Any, target: Path) -> None:
    _take(page, target, "list")
    _open(page, "Elizabeth Bennet")
    _take(page, target, "blocked")
    page.keyboard.press("e")
    page.locator("#body").fill(
        page.locator("#body")
        .input_value()
        .replace("[Your news since then: a sentence or two.]", "I am looking for a job in your hospital.")
    )
    page.locator("#checks li.block", has_text="asks for a job").wait_for()
    _take(page, target, "editing")
    page.locator("#body").fill(
        page.locator("#body")
        .input_value()
        .replace("I am looking for a job in your hospital.", "I have begun a course.")
        .replace("[What became of their advice: a sentence or two.]", "I read the report that you named.")
    )
    page.locator("#checks .verdict.fine").wait_for()
    page.keyboard.press("Control+Enter")
    page.get_by_text("edited by you").wait_for()
    page.keyboard.press("?")
    _take(page, target, "keys")
    page.keyboard.press("Escape")
    _open(page, "Marian Halcombe")
    page.get_by_role("button", name="Approve").click()
    _open(page, "Marian Halcombe")
    _take(page, target, "approved")
    _open(page, "Jane Eyre")
    _take(page, target, "call")
    _open(page, "Isabel Archer")
    _open(page, "Gabriel Oak")
    page.emulate_media(color_scheme="dark")
    _take(page, target, "dark")
    page.emulate_media(color_scheme="light", media="print")
    page.set_viewport_size(PAPER)
    page.screenshot(path=target / "review-print.png", full_page=True)
    page.emulate_media(media="screen")
    page.set_viewport_size(NARROW)
    _take(page, target, "narrow")
    page.goto(page.url.partition("/letter/")[0] + "/letters")
    _take(page, target, "narrow-list")
    page.set_viewport_size(WIDE)
    while page.locator("#approve:enabled").count():
        with page.expect_navigation():
            page.keyboard.press("a")
    with page.expect_navigation():
        page.get_by_role("link", name="Finish").click()
    _take(page, target, "end")


def _window(page: Any, target: Path, workbook: Path) -> None:
    """Walk through the rest of the window."""
    base = page.url.rpartition("/")[0]
    set_contact(workbook, "Fogg", "Why this person", None)
    set_contact(workbook, "Lydgate", "Phone", "12")
    for name, path in (
        ("today", "/"),
        ("contacts", "/contacts"),
        ("problems", "/problems"),
    ):
        page.goto(base + path)
        _take(page, target, name, "window")
    page.goto(base + "/")
    page.get_by_role("link", name="Jane Eyre").first.click()
    page.get_by_role("link", name="We talked").click()
    page.locator("#f-thank_them_for").fill("for telling me how a ward is really run")
    _take(page, target, "talked", "window")
    page.get_by_role("button", name="Record it").click()
    page.get_by_text("Recorded: Jane Eyre").wait_for()
    _take(page, target, "recorded", "window")
    workbook.with_name(f"~${workbook.name}").write_bytes(b"\x03Sam" + b" " * 51)
    page.goto(base + "/")
    page.get_by_role("button", name=re.compile("I answered them.*Elliot")).click()
    page.get_by_text("this waits").wait_for()
    _take(page, target, "open", "window")
    page.set_viewport_size({"width": 390, "height": 780})
    page.emulate_media(color_scheme="dark")
    page.goto(base + "/")
    _take(page, target, "narrow", "window")


def _open(page: Any, name: str) -> None:
    page.locator(".list a.item", has_text=name).first.click()
    page.wait_for_load_state()


def _take(page: Any, target: Path, name: str, of: str = "review") -> None:
    page.screenshot(path=target / f"{of}-{name}.png")


def shrink(target: Path) -> None:
    """Keep 256 colors of each picture, which the eye can't tell, where Pillow is there to do it."""
    try:
        from PIL import Image
    except ImportError:
        return
    for path in (*target.glob("review-*.png"), *target.glob("window-*.png")):
        with Image.open(path) as picture:
            small = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        small.save(path, optimize=True)


if __name__ == "__main__":
    make(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
