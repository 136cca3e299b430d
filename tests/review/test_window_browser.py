"""The window in a real browser: every page free of accessibility faults, by keyboard alone, without script, in two tabs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.books import rows_of

from .browsing import Screens, at, follow, look, strike, turn_away, visitor
from .chromium import LOOKS, why_not
from .command import Command
from .workbooks import set_contact, starter

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workbook = starter(tmp_path_factory.mktemp("starter"))
    set_contact(workbook, "Fogg", "Why this person", None)
    set_contact(workbook, "Murray", "Phone", "12")
    return workbook.parent


@pytest.fixture
def window(workbook: Path) -> Iterator[Callable[[Any], tuple[Any, str]]]:
    command = Command(workbook)

    def opened(context: Any) -> tuple[Any, str]:
        page = at(context, command.address)
        page.wait_for_url(re.compile(r".*/letters$"))
        base = page.url.removesuffix("/letters")
        page.goto(base + "/")
        return page, base

    yield opened
    command.close()


def row(workbook: Path, last: str) -> dict[str, Any]:
    return next(r for r in rows_of(workbook) if r["Last name"] == last)


def test_a_call_is_recorded_and_undone_by_keyboard_alone(window: Any, browser: Any, workbook: Path) -> None:
    context = visitor(browser, viewport={"width": 1280, "height": 720})
    page, base = window(context)
    page.get_by_role("link", name="Jane Eyre").first.focus()
    strike(page, "Enter")
    page.keyboard.press("7")  # we talked
    page.locator("#f-thank_them_for:focus").wait_for()
    page.keyboard.type("for telling me how a ward is really run")
    assert (
        "Thank you in particular for telling me how a ward is really run."
        in page.locator(".reads").first.inner_text()
    )
    strike(page, "Control+Enter")
    assert "how a ward is really run" in page.locator("#body-text").inner_text()
    assert row(workbook, "Eyre")["Call result"] == "Interviewed on this call"
    strike(page, "u")
    assert "Taken back" in page.locator(".said").first.inner_text()
    assert row(workbook, "Eyre")["Call result"] is None
    page.goto(base + "/")
    strike(page, "w")
    assert page.url.endswith("/whys")
    assert page.faults == []
    context.close()


def test_the_tab_key_leaves_the_bars_where_they_are(window: Any, browser: Any) -> None:
    context = visitor(browser, viewport={"width": 1200, "height": 600})
    page, _ = window(context)
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("window.scrollY") == 0
    assert page.evaluate("document.documentElement.scrollHeight - window.innerHeight") <= 0
    context.close()


def test_what_happened_is_recorded_without_script(window: Any, browser: Any, workbook: Path) -> None:
    context = visitor(browser, java_script_enabled=False)
    context.route("**/*.css", lambda route: route.abort())
    page, _ = window(context)
    follow(page, page.get_by_role("button", name=re.compile("I answered them.*Anne Elliot")))
    assert page.get_by_text("Recorded: Anne Elliot: answered on").is_visible()
    follow(page, page.get_by_role("link", name="Today", exact=True))
    follow(page, page.get_by_role("link", name=re.compile("Yes, we met")))
    page.get_by_label("Thank them for", exact=True).fill("for showing me the night ward")
    follow(page, page.get_by_role("button", name="Record it"))
    assert row(workbook, "Hale")["Interview held"] == "Yes"
    assert page.get_by_text("for showing me the night ward").first.is_visible()
    context.close()


def test_a_tab_in_the_background_records_nothing_that_it_did_not_show(
    window: Any, browser: Any, workbook: Path
) -> None:
    context = visitor(browser)
    one, base = window(context)
    two = context.new_page()
    two.goto(base + "/")
    turn_away(one)
    two.get_by_role("button", name=re.compile("No answer.*Jane Eyre")).click()
    two.get_by_text("Recorded: Jane Eyre").first.wait_for()
    follow(one, one.get_by_role("button", name=re.compile("Left message.*Jane Eyre")))
    assert "changed since you saw this" in one.get_by_role("alert").inner_text()
    assert row(workbook, "Eyre")["Call result"] == "No answer"
    context.close()


def test_a_saved_workbook_is_followed_and_what_is_typed_stays(
    window: Any, browser: Any, workbook: Path
) -> None:
    context = visitor(browser)
    page, base = window(context)
    page.goto(base + "/whys")
    page.locator("textarea").first.fill("because of the")
    set_contact(workbook, "Eyre", "Phone", "555-0142")
    page.get_by_text("Something changed elsewhere").wait_for()
    assert page.locator("textarea").first.input_value() == "because of the"
    page.goto(base + "/")
    set_contact(workbook, "Eyre", "Call result", "Declined")
    set_contact(workbook, "Eyre", "Called on", "2026-12-01")
    page.get_by_role("link", name="Jane Eyre").first.wait_for(state="detached")
    page.get_by_text("this is how it is now").wait_for()
    context.close()


def test_an_answer_to_a_form_stays_with_what_was_typed_when_something_changes_elsewhere(
    window: Any, browser: Any, workbook: Path
) -> None:
    context = visitor(browser)
    page, _ = window(context)
    follow(page, page.get_by_role("link", name=re.compile("Yes, we met")))
    page.get_by_label("Thank them for", exact=True).fill("the names")
    follow(page, page.get_by_role("button", name="Record it"))
    page.get_by_text("Nothing is recorded yet").wait_for()
    set_contact(workbook, "Eyre", "Phone", "555-0142")
    page.get_by_text("is compared with it first").wait_for()
    assert page.get_by_label("Thank them for", exact=True).input_value() == "the names"
    assert row(workbook, "Hale")["Interview held"] is None
    context.close()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_every_page_is_free_of_accessibility_faults(
    window: Any, browser: Any, workbook: Path, scheme: str, width: int
) -> None:
    screens, context = Screens(), visitor(browser, **look(width, scheme))
    page, base = window(context)
    screens.hold(page, "today")
    for path in ("/whys", "/contacts", "/contacts?find=nobody", "/problems", "/progress", "/person"):
        page.goto(base + path)
        screens.hold(page, path)
    page.goto(base + "/contacts")
    follow(page, page.locator(".people a").first)
    screens.hold(page, "contact")
    page.goto(page.url + "?cell=why_this_person")
    screens.hold(page, "a cell")
    page.goto(base + "/")
    follow(page, page.get_by_role("link", name="Jane Eyre").first)
    screens.hold(page, "call")
    follow(page, page.get_by_role("link", name="Declined"))
    screens.hold(page, "declined")
    page.locator("#f-thank_them_for").fill("your time")
    follow(page, page.get_by_role("button", name="Record it"))
    screens.hold(page, "a phrase that would not read")
    page.goto(base + "/whys")
    page.locator("textarea").first.fill("your success")
    follow(page, page.get_by_role("button", name="Write it").first)
    screens.hold(page, "a Why that would not read")
    workbook.with_name(f"~${workbook.name}").write_bytes(b"\x03Ada" + b" " * 51)
    page.goto(base + "/")
    follow(page, page.get_by_role("button", name=re.compile("No answer.*Jane Eyre")))
    screens.hold(page, "recorded while it is open")
    assert "waits, and goes in when it is closed" in page.locator("main").inner_text()
    context.close()
    assert screens.faults == {}
