"""A person at the window in a browser: each act until the page that it leads to stands there, and what axe says of that page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from tests.systems import PATIENCE

_STYLED = """document.readyState === "complete"
    && [...document.querySelectorAll("link[rel=stylesheet]")].every(link => link.sheet)"""
_TOO_WIDE = """[...document.querySelectorAll("main *")]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 160))"""


def visitor(browser: Any, **kind: Any) -> Any:
    """Make a browser's context of this kind, for somebody who waits as long as a busy machine needs."""
    made = browser.new_context(**kind)
    made.set_default_timeout(PATIENCE * 1000)
    return made


def at(context: Any, address: str) -> Any:
    """Open an address in a tab of its own, which keeps in `faults` what the page has to say against itself."""
    page = context.new_page()
    page.faults = []
    page.on("console", lambda line: page.faults.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    page.goto(address)
    return page


@contextmanager
def leading_on(page: Any) -> Iterator[None]:
    """Do what leads to another page, and wait until that stands there.

    A page that still comes in may change its own address, which counts as another page: so it is waited for first.
    """
    page.wait_for_load_state()
    with page.expect_navigation():
        yield


def follow(page: Any, what: Any) -> None:
    """Press a button or link that leads to another page."""
    with leading_on(page):
        what.click()


def strike(page: Any, key: str) -> None:
    """Press a key that leads to another page."""
    with leading_on(page):
        page.keyboard.press(key)


def edit(page: Any) -> None:
    """Open the letter's editor by its key; the browser puts the cursor there a moment after the page has come."""
    strike(page, "e")
    page.locator("#body:focus").wait_for()


def tab_to(page: Any, field: str) -> None:
    """Press Tab until a field has the focus, whatever comes before it just now."""
    for _ in range(40):
        if page.evaluate("document.activeElement.id") == field:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{field} can't be reached")


def press_until(button: Any, said: Any) -> None:
    """Press a button until the page says so: one that comes anew every other second can go away under the press."""
    from playwright.sync_api import TimeoutError as TooLate

    button.or_(said).first.wait_for()
    while not said.is_visible():
        with suppress(TooLate):
            button.click(timeout=5_000)
        button.or_(said).first.wait_for()


def turn_away(page: Any) -> None:
    """Leave a tab as one in the background is left, which doesn't look whether something changed elsewhere."""
    page.evaluate("leaving = true")


def inside(page: Any) -> str:
    """Return where the pages of a window are, from the address of one."""
    return "/".join(page.url.split("/")[:4])


def look(width: int, scheme: str) -> dict[str, Any]:
    """Describe a browser's context of this width and color scheme, in which nothing moves."""
    return {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, "reduced_motion": "reduce"}


class Screens:
    """Holds one screen after another to axe's rules and to the window's width; `faults` names each that fell short."""

    def __init__(self) -> None:
        self._axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
        self.faults: dict[str, list[str]] = {}

    def hold(self, page: Any, state: str) -> None:
        """Judge the page, once it stands there with its styles, and let it stand."""
        page.wait_for_load_state()
        turn_away(page)
        page.wait_for_function(_STYLED)
        found = [
            f"{fault['id']}: {node['html'][:160]}"
            for fault in self._axe.run(page).response["violations"]
            for node in fault["nodes"]
        ]
        found += [f"too wide: {html}" for html in page.evaluate(_TOO_WIDE)[:3]]
        if not found and page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found = ["is wider than the window"]
        if found:
            self.faults[state] = found
