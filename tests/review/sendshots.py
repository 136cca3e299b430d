"""Make the pictures of sending from the window: python -m tests.review.sendshots docs/images"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.mail.outgoing import SystemClock
from tests.books import person
from tests.end_to_end.routine import MONDAY, Routine
from tests.peers.certs import Certs
from tests.peers.smtp import PASSWORD, USER, Script, SmtpPeer

from .chromium import chromium
from .screenshots import NARROW, WIDE, shrink
from .served import Served

TALKED = {"Called_on": MONDAY, "Call_result": "Interviewed on this call", "Thank_them_for": "for your time"}
PEOPLE = [person(), person("Bo", "Ek"), person("Cy", "Dahl")]
# A picture names no folder of the machine that it was taken on.
_AT_HOME = """machine => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.data.includes(machine)) node.data = node.data.replace(/\\/[^ ]*tmp\\w+/, "/home/sam/networking");
  }
}"""
POSTED = person("Cy", "Dahl", Channel="Post", Address="1 Elm St, Springfield")


def make(target: Path) -> None:
    """Walk through both ways of sending and take a picture of each screen."""
    target.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for walk in (_by_hand, _from_here):
            page = browser.new_context(viewport=WIDE, reduced_motion="reduce").new_page()
            with tempfile.TemporaryDirectory() as folder:
                walk(page, target, Path(folder))
    shrink(target)


def _by_hand(page: Any, target: Path, folder: Path) -> None:
    settings = {"Send through": "Browser", "Resume file": "resume.pdf"}
    with _window(folder, [person(**TALKED), person("Bo", "Ek"), POSTED], settings) as inside:
        page.context.route("https://mail.google.com/**", lambda route: route.fulfill(status=200, body=""))
        page.goto(f"{inside}/send")
        _take(page, target, "send-list")
        with page.context.expect_page() as opened:
            page.locator("li", has_text="Ada Okafor").get_by_role("button", name="Open in Gmail").click()
        opened.value.wait_for_load_state()
        page.goto(f"{inside}/send")
        _take(page, target, "send-opened")
        page.get_by_role("link", name="Not yet").click()
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(NARROW)
        _take(page, target, "send-narrow")


def _from_here(page: Any, target: Path, folder: Path) -> None:
    noon = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 12).astimezone()
    SystemClock.now = lambda _self: noon  # type: ignore[method-assign]
    SystemClock.sleep = lambda _self, _seconds: time.sleep(0.01)  # type: ignore[method-assign]
    certs, gate = Certs(folder), threading.Event()
    os.environ |= {"SSL_CERT_FILE": str(certs.ca_file), "REMEMBERED_PASSWORD": PASSWORD}
    os.environ["REMEMBERED_PASSWORD_FOR"] = "127.0.0.1"
    script = Script(rcpt=[None, "550 5.1.1 no such user"], dot=[None, "accept-drop"])
    with SmtpPeer(certs, script, on_accept=lambda _content: gate.wait(60)) as server:
        settings = {
            "Email": "sam.rivera@college.example.edu",
            "Login name": USER,
            "Send through": "Other server",
            "SMTP server": f"127.0.0.1:{server.port}",
        }
        with _window(folder, PEOPLE, settings) as inside:
            page.goto(f"{inside}/send/confirm")
            _take(page, target, "send-confirm")
            page.get_by_role("button", name="now").click()
            while not server.accepted:
                time.sleep(0.05)
            _take(page, target, "send-under-way")
            gate.set()
            page.get_by_role("heading", name="letters went").wait_for()
            _take(page, target, "send-failed")


@contextmanager
def _window(folder: Path, people: list[Any], settings: dict[str, str]) -> Iterator[str]:
    """Let everything be approved, and open the window."""
    os.environ["REMEMBERED_DATA_DIR"] = str(folder / "data")
    home = Routine(folder)
    home.resume()
    home.with_book(people, settings=settings).daily()
    home.run("approve", *(d["code"] for d in home.drafts()))
    with Served(home.book, MONDAY) as window:
        yield window.inside


def _take(page: Any, target: Path, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate(_AT_HOME, tempfile.gettempdir())
    page.screenshot(path=target / f"review-{name}.png")


if __name__ == "__main__":
    make(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
