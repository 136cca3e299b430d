"""Sending from the window in a real browser: by keyboard, without script, in two tabs, from another site, and after a kill."""

from __future__ import annotations

import http.server
import re
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.mail.outgoing import SystemClock
from tests.books import person
from tests.end_to_end.routine import MONDAY, Routine
from tests.peers.smtp import PASSWORD, Script, SmtpPeer
from tests.systems import PATIENCE, until

from .browsing import Screens, at, follow, look, press_until, strike, turn_away, visitor
from .chromium import LOOKS, why_not
from .command import Command, data_folder
from .served import Served
from .workbooks import through

pytest_plugins = ["tests.peers.fixtures"]
MISSING = why_not()
if MISSING:
    warnings.warn(f"Sending from the window is NOT tested in a browser. {MISSING}", stacklevel=1)
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)
TALKED = {"Called_on": MONDAY, "Call_result": "Interviewed on this call", "Thank_them_for": "for your time"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Routine:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(data_folder(tmp_path / "networking.xlsx")))
    monkeypatch.setenv("REMEMBERED_PASSWORD", PASSWORD)
    monkeypatch.setenv("REMEMBERED_PASSWORD_FOR", "127.0.0.1")
    return Routine(tmp_path)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the letters' clock stand at the day's noon, and none of them wait for long."""
    noon = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 12).astimezone()
    monkeypatch.setattr(SystemClock, "now", lambda _self: noon)
    monkeypatch.setattr(SystemClock, "sleep", lambda _self, seconds: time.sleep(min(seconds, 0.01)))


def approved(home: Routine, people: list[Any], settings: dict[str, str]) -> None:
    home.with_book(people, settings=settings).daily()
    home.run("approve", *(d["code"] for d in home.drafts()))


@pytest.fixture
def window(home: Routine, server: SmtpPeer, quick: None) -> Iterator[Served]:
    approved(home, [person(), person("Bo", "Ek")], through(server))
    with Served(home.book, MONDAY) as running:
        yield running


def test_by_keyboard_from_the_list_to_the_end(window: Served, context: Any, server: SmtpPeer) -> None:
    page = at(context, f"{window.inside}/send")
    page.locator("#next").focus()
    strike(page, "Enter")
    assert "Send these 2 letters?" in page.locator("#title").inner_text()
    page.get_by_role("button", name="Send all 2 now").focus()
    strike(page, "Enter")
    page.get_by_role("heading", name="Both letters are on their way").wait_for()
    assert len(server.accepted) == 2
    assert page.faults == []


def test_without_script_the_page_follows_by_itself(window: Served, browser: Any, server: SmtpPeer) -> None:
    hold = threading.Event()
    server.on_accept = lambda _content: hold.wait(PATIENCE)
    context = visitor(browser, java_script_enabled=False)
    page = at(context, f"{window.inside}/send/confirm")
    page.get_by_role("button", name="Send all 2 now").click()
    page.get_by_role("heading", name="Sending 2 letters").wait_for()
    until(lambda: len(server.accepted) == 1)
    press_until(
        page.get_by_role("button", name="Stop after this letter"),
        page.get_by_text("stopping after the letter under way"),
    )
    hold.set()
    page.get_by_role("heading", name="1 of 2 letters went").wait_for()
    assert len(server.accepted) == 1
    context.close()


def test_two_tabs_double_clicks_and_reloads_send_each_letter_once(
    window: Served, context: Any, server: SmtpPeer
) -> None:
    hold = threading.Event()
    server.on_accept = lambda _content: hold.wait(PATIENCE)
    one, two = (at(context, f"{window.inside}/send/confirm") for _ in range(2))
    turn_away(two)
    # Both before the browser goes on: a second click that came later would fall on the page that the first one led to.
    one.get_by_role("button", name="Send all 2 now").evaluate("b => { b.click(); b.click(); }")
    one.get_by_role("heading", name="Sending 2 letters").wait_for()
    two.get_by_role("button", name="Send all 2 now").click()
    two.get_by_role("heading", name="Sending 2 letters").wait_for()
    one.reload()
    two.go_back()
    hold.set()
    one.get_by_role("heading", name="Both letters are on their way").wait_for()
    two.goto(f"{window.inside}/send/now")
    two.reload()
    one.go_back()
    one.go_back()
    assert [len(server.accepted), len({a.message_id for a in server.accepted})] == [2, 2]


def test_a_closed_browser_leaves_no_letter_half_way(
    window: Served, browser: Any, server: SmtpPeer, home: Routine
) -> None:
    hold = threading.Event()
    server.on_accept = lambda _content: hold.wait(PATIENCE)
    context = visitor(browser)
    page = at(context, f"{window.inside}/send/confirm")
    page.get_by_role("button", name="Send all 2 now").click()
    until(lambda: len(server.accepted) == 1)
    context.close()
    hold.set()
    until(lambda: [r["Status"] for r in home.rows("Drafts")] == ["Sent", "Sent"])
    assert len(server.accepted) == 2


@pytest.fixture
def elsewhere() -> Iterator[Callable[[str], str]]:
    """Serve a page of another origin on this computer."""
    pages: dict[str, bytes] = {}

    class Other(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages.get(self.path, b""))

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Other) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()

        def put(html: str) -> str:
            pages[path := f"/{len(pages)}"] = html.encode()
            return f"http://127.0.0.1:{serving.server_address[1]}{path}"

        yield put
        serving.shutdown()


def test_a_page_of_another_site_sends_nothing_even_with_the_mark_in_hand(
    window: Served, context: Any, server: SmtpPeer, elsewhere: Callable[[str], str]
) -> None:
    page = at(context, f"{window.inside}/send/confirm")
    form = page.locator("form[action$='/send/go']")
    stolen = {n: form.locator(f"[name={n}]").input_value() for n in ("mark", "shown")}
    fields = "".join(f"<input name='{n}' value='{v}'>" for n, v in stolen.items())
    attack = elsewhere(
        f"<link rel=prefetch href='{window.inside}/send/now'><img src='{window.inside}/send/go'>"
        f"<iframe src='{window.inside}/send/confirm'></iframe>"
        f"<form method=post action='{window.inside}/send/go'>{fields}<button>Win</button></form>"
        '<script type=speculationrules>{"prerender":[{"urls":["' + window.inside + '/send/go"]}]}</script>'
    )
    other = context.new_page()
    other.goto(attack)
    follow(other, other.get_by_role("button", name="Win"))
    assert "answers only its own window" in other.content()
    time.sleep(0.3)
    assert server.accepted == []
    page.get_by_role("button", name="Send all 2 now").click()
    page.get_by_role("heading", name="Both letters are on their way").wait_for()


def real_day() -> date:
    """Name the real day; shortly before midnight wait for the next one, as a window sends on no other day than its own."""
    while (now := datetime.now()) + timedelta(seconds=PATIENCE) >= datetime(
        now.year, now.month, now.day
    ) + timedelta(1):
        time.sleep(1)
    return now.date()


def test_a_killed_window_never_sends_a_letter_twice(
    home: Routine, context: Any, server: SmtpPeer, script: Script
) -> None:
    """A real process on the real day, killed while the server holds the first letter; the next one looks, and asks."""
    home.today = real_day()
    approved(home, [person(), person("Bo", "Ek")], through(server))
    hold = threading.Event()
    server.on_accept = lambda _content: hold.wait(PATIENCE)
    for _ in range(2):
        command = Command(home.book, home.today.isoformat())
        try:
            page = context.new_page()
            page.goto(command.address)
            page.wait_for_url(re.compile(r"/letters$"))
            inside = page.url.removesuffix("/letters")
            page.goto(f"{inside}/send?ahead")
            if server.accepted:
                assert page.get_by_text("Nobody can say whether this letter went").is_visible()
                assert page.locator("#next").count() == 1
                break
            page.goto(f"{inside}/send/confirm?ahead")
            page.get_by_role("button", name="Send all 2 now").click()
            until(lambda: len(server.accepted) == 1)
        finally:
            command.close()
            hold.set()
    assert len(server.accepted) == 1


def test_a_letter_opens_in_another_tab_and_is_asked_about_in_this_one(
    home: Routine, context: Any, quick: None
) -> None:
    approved(home, [person(), person("Bo", "Ek")], {"Send through": "Browser"})
    seen: list[Any] = []

    def mail(route: Any) -> None:
        seen.append(route.request)
        route.fulfill(status=200, content_type="text/html", body="<title>Compose</title>")

    context.route("https://mail.google.com/**", mail)
    with Served(home.book, MONDAY) as window:
        page = at(context, f"{window.inside}/send")
        with context.expect_page() as opening:
            page.locator("li", has_text="Ada Okafor").get_by_role("button", name="Open in Gmail").click()
        opening.value.wait_for_url(re.compile("mail.google.com"))
        assert "to=ada.okafor%40example.org" in seen[0].url
        assert "referer" not in seen[0].headers
        assert opening.value.evaluate("window.opener") is None
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.get_by_role("heading", name="Did you send it?").wait_for()
        follow(page, page.get_by_role("link", name="Not yet"))
        assert page.get_by_role("link", name="Open again in Gmail").is_visible()
        page.get_by_role("button", name="I sent it").click()
        page.get_by_text("Recorded as sent: the letter to Ada Okafor.").wait_for()
        assert page.faults == []
    home.daily()
    assert [r["Name"] for r in home.rows("History")] == ["Ada Okafor"]


SCREENS = pytest.mark.parametrize(("width", "scheme"), LOOKS)


@SCREENS
def test_every_screen_of_letters_one_sends_is_free_of_accessibility_faults(
    home: Routine, browser: Any, width: int, scheme: str
) -> None:
    screens, context = Screens(), visitor(browser, **look(width, scheme))
    home.resume()
    people = [person(**TALKED), person("Bo", "Ek"), person("Cy", "Dahl", Channel="Post", Address="1 Elm St")]
    approved(home, people, {"Send through": "Browser", "Resume file": "resume.pdf"})
    with Served(home.book, MONDAY) as window:
        page = at(context, f"{window.inside}/send")
        screens.hold(page, "list")
        for ways in page.locator("summary", has_text="Other ways").all():
            ways.click()
        screens.hold(page, "other ways")
        follow(page, page.get_by_role("button", name="Copy it by hand").first)
        screens.hold(page, "copied")
        page.goto(f"{window.inside}/send")
        follow(page, page.get_by_role("button", name="Make it to print"))
        screens.hold(page, "printed")
        follow(page, page.get_by_role("link", name="Not yet").first)
        screens.hold(page, "not yet")
    context.close()
    assert screens.faults == {}


@SCREENS
def test_every_screen_of_letters_sent_from_here_is_free_of_accessibility_faults(
    home: Routine, browser: Any, server: SmtpPeer, script: Script, quick: None, width: int, scheme: str
) -> None:
    screens, context = Screens(), visitor(browser, **look(width, scheme))
    approved(home, [person(), person("Bo", "Ek"), person("Cy", "Dahl")], through(server))
    gate = threading.Event()
    server.on_accept = lambda _content: gate.wait(PATIENCE)
    script.rcpt += [None, "550 5.1.1 no such user"]
    script.dot += [None, "accept-drop"]
    with Served(home.book, MONDAY) as window:
        page = at(context, f"{window.inside}/send")
        screens.hold(page, "list")
        page.goto(f"{window.inside}/send/confirm")
        screens.hold(page, "confirm")
        follow(page, page.get_by_role("button", name="now"))
        until(lambda: len(server.accepted) == 1)
        page.route("**/send/now?part", lambda _follows: None)
        page.goto(f"{window.inside}/send/now")
        screens.hold(page, "sending")
        page.unroute_all()
        gate.set()
        page.reload()
        page.get_by_role("heading", name="1 of 3 letters went").wait_for()
        screens.hold(page, "failed")
    context.close()
    assert screens.faults == {}
