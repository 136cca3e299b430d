"""Debian's Chromium, driven by Playwright, kept from speaking to anybody but this computer."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--metrics-recording-only",
    "--no-pings",
    "--disable-features=OptimizationHints,MediaRouter,Translate",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--force-color-profile=srgb",
)

_SHORT = [(390, "light"), (1360, "dark")]
_LONG = [(360, "light"), (390, "dark"), (1000, "dark"), (1360, "light")]
LOOKS = _SHORT + (_LONG if os.environ.get("RM_LONG") else [])
"""Widths and color schemes in which every screen is looked at; `make test-browser` tries them all."""


def why_not() -> str:
    """Say why no browser can be driven here; blank where one can."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "Playwright is not installed: pip install 'remembered[test]'"
    return "" if path() else "No Chromium is installed: apt-get install chromium"


def path() -> str:
    """Find the browser."""
    return next((p for p in (*PLACES, shutil.which("chromium") or "") if p and os.path.exists(p)), "")


@contextmanager
def chromium() -> Iterator[Any]:
    """Start a browser and close it again."""
    from playwright.sync_api import sync_playwright

    # Chromium's own sandbox can't be had as root.
    as_root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path(), args=[*QUIET, *as_root])
        try:
            yield browser
        finally:
            browser.close()
