"""Make the pictures of the beginning, and the one of the window in the README: python -m tests.review.startpictures docs/images"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from .chromium import chromium
from .command import Command
from .lists import LINKEDIN, ROSA, own_list
from .workbooks import starter

WIDE, NARROW = {"width": 1360, "height": 860}, {"width": 390, "height": 844}
MINE = {**ROSA, "position": "I am a senior at Lakeside College"}


def make(target: Path) -> None:
    """Begin with a list, and take a picture of each state; then of the examples' day."""
    with tempfile.TemporaryDirectory() as held, chromium() as browser:
        folder = Path(held) / "job search"
        folder.mkdir()
        command = Command(folder / "networking.xlsx", verb="open")
        try:
            page = _opened(browser, command)
            _beginning(page, target, Path(held))
        finally:
            command.close()
        examples = Path(held) / "examples"
        examples.mkdir()
        command = Command(starter(examples), verb="open")
        try:
            page = _opened(browser, command)
            page.goto("/".join(page.url.split("/")[:4]) + "/")
            _take(page, target, "window")
        finally:
            command.close()
    _shrink(target)


def _opened(browser: Any, command: Command) -> Any:
    page = browser.new_context(viewport=WIDE, reduced_motion="reduce").new_page()
    page.goto(command.address)
    page.wait_for_url(re.compile(r".*/start$"))
    return page


def _beginning(page: Any, target: Path, held: Path) -> None:
    (held / "Connections.csv").write_text(LINKEDIN)
    (held / "My people.xlsx").write_bytes(own_list(35))
    _take(page, target, "start")
    start = page.url
    _choose(page, held / "Connections.csv")
    _take(page, target, "start-people")
    page.goto(start)
    _choose(page, held / "My people.xlsx")
    _take(page, target, "start-list")
    with page.expect_navigation():
        page.get_by_role("button", name="That is right").click()
    for attr, text in MINE.items():
        page.locator(f"#set-{attr}").fill(text)
    page.locator("#said-position .warn").wait_for()
    page.locator("#main").evaluate("e => e.scrollIntoView()")
    page.locator("#set-position").focus()
    _take(page, target, "start-you")
    page.set_viewport_size(NARROW)
    _take(page, target, "start-you-narrow")
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="dark")
    page.goto("/".join(page.url.split("/")[:4]) + "/settings")
    _take(page, target, "settings-dark")


def _choose(page: Any, file: Path) -> None:
    with page.expect_navigation():
        page.locator("#file").set_input_files(file)


def _take(page: Any, target: Path, name: str) -> None:
    page.screenshot(path=target / f"window-{name}.png" if name != "window" else target / "window.png")


def _shrink(target: Path) -> None:
    """Keep 256 colors of each picture, which the eye can't tell, where Pillow is there to do it."""
    try:
        from PIL import Image
    except ImportError:
        return
    for path in target.glob("window*.png"):
        with Image.open(path) as picture:
            small = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        small.save(path, optimize=True)


if __name__ == "__main__":
    make(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
