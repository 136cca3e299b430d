"""A person at the window in a browser: each act until the page that it leads to stands there, and what axe says of that page."""

from __future__ import annotations

from typing import Any

import pytest

_STYLED = """document.readyState === "complete"
    && [...document.querySelectorAll("link[rel=stylesheet]")].every(link => link.sheet)"""
_TOO_WIDE = """[...document.querySelectorAll("main *")]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 160))"""


def at(context: Any, address: str) -> Any:
    """Open an address in a tab of its own, which keeps in `faults` what the page has to say against itself."""
    page = context.new_page()
    page.faults = []
    page.on("console", lambda line: page.faults.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    page.goto(address)
    return page


def follow(page: Any, what: Any) -> None:
    """Press a button or link that leads to another page."""
    with page.expect_navigation():
        what.click()


def strike(page: Any, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


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
        """Judge the page, once it stands there with its styles."""
        page.wait_for_load_state("load")
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
