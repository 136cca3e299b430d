"""The review page in a real browser, from `remembered review` to what the workbook says afterwards."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .browsing import Screens, at, edit, follow, inside, look, strike, turn_away, visitor
from .chromium import LOOKS, why_not
from .command import Command, remembered
from .workbooks import set_contact

MISSING = why_not()
if MISSING:
    warnings.warn(f"The review page is NOT tested in a browser. {MISSING}", stacklevel=1)
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


@pytest.fixture
def review(workbook: Path) -> Iterator[Callable[[], Command]]:
    running: list[Command] = []

    def start() -> Command:
        running.append(Command(workbook))
        return running[-1]

    yield start
    for command in running:
        command.close()


def at_the_list(command: Command) -> re.Pattern[str]:
    """Match the list's address, whatever its secret path."""
    return re.compile(re.escape(command.origin) + r"/[\w-]{32}/letters$")


def opened(command: Command, context: Any) -> Any:
    """Open the printed address, and hold the page to saying nothing on the console."""
    page = at(context, command.address)
    page.on("dialog", lambda dialog: dialog.accept())
    page.wait_for_url(at_the_list(command))
    return page


def choose(page: Any, name: str) -> None:
    follow(page, page.locator(".list a.item", has_text=name).first)


def test_the_whole_way_by_keyboard_from_due_to_approved(
    review: Callable[[], Command], context: Any, workbook: Path
) -> None:
    command = review()
    page = opened(command, context)
    assert page.locator("#title").inner_text().endswith("to Marian Halcombe")
    strike(page, "a")
    assert page.get_by_text("Approved: the letter to Marian Halcombe").is_visible()
    assert page.locator("#title").inner_text().endswith("to John Seward")
    edit(page)
    page.keyboard.type("x")
    page.locator("#body").fill(
        page.locator("#body").input_value().lstrip("x").replace("ward by ward", "from ward to ward")
    )
    strike(page, "Control+Enter")
    assert "from ward to ward" in page.locator("#body-text").inner_text()
    strike(page, "a")
    strike(page, "j")
    assert page.locator("#title").inner_text().endswith("to Edward Casaubon")
    strike(page, "k")
    assert page.locator("#title").inner_text().endswith("to Gabriel Oak")
    page.keyboard.press("s")
    assert page.evaluate("document.activeElement.name") == "until"
    strike(page, "Enter")
    assert "3 of 12" in page.locator(".progress").inner_text()
    follow(page, page.get_by_role("link", name="Finish"))
    assert page.get_by_text("2 letters are approved").is_visible()
    page.get_by_role("button", name="Close the window").click()
    page.get_by_text("You can close this tab").wait_for()
    code, printed = command.wait()
    assert code == 0
    assert "2 letters approved. Next: remembered send" in printed
    drafts = remembered(workbook, "drafts").stdout
    assert drafts.count("Approved") == 2
    assert page.faults == []


def test_a_request_for_a_job_blocks_while_it_is_typed(review: Callable[[], Command], context: Any) -> None:
    page = opened(review(), context)
    choose(page, "John Seward")
    edit(page)
    page.keyboard.type("I am looking for a job in your hospital. ")
    found = page.locator("#checks li.block")
    found.wait_for()
    assert "R2" in found.inner_text()
    assert "looking for a job" in found.inner_text()
    strike(page, "Control+Enter")
    assert page.locator("#approve").is_disabled()
    assert "looking for a job" in page.locator("#body-text mark.block").inner_text()
    page.keyboard.press("a")
    assert page.locator(".chip.blocked").inner_text() == "Blocked"


def test_two_tabs_approve_one_letter_once(
    review: Callable[[], Command], context: Any, workbook: Path
) -> None:
    command = review()
    one = opened(command, context)
    two = context.new_page()
    two.goto(one.url)
    turn_away(two)
    strike(one, "a")
    strike(two, "a")
    two.goto(f"{inside(one)}/letters")
    assert "1 of 12" in two.locator(".progress").inner_text()
    command.interrupt()
    assert remembered(workbook, "drafts").stdout.count("Approved") == 1


def test_a_stale_tab_does_not_approve_what_it_did_not_show(
    review: Callable[[], Command], context: Any
) -> None:
    command = review()
    one = opened(command, context)
    choose(one, "John Seward")
    two = context.new_page()
    two.goto(one.url + "?edit")
    turn_away(one)
    two.locator("#body").fill(two.locator("#body").input_value().replace("ward by ward", "from ward to ward"))
    strike(two, "Control+Enter")
    strike(one, "a")
    assert "changed since you saw it" in one.get_by_role("alert").inner_text()
    assert "from ward to ward" in one.locator("#body-text").inner_text()
    assert one.locator(".chip").first.inner_text() == "To review"


def test_a_letter_edited_elsewhere_is_shown_anew(
    review: Callable[[], Command], context: Any, workbook: Path
) -> None:
    page = opened(review(), context)
    choose(page, "John Seward")
    file = next((workbook.parent / "outbox").glob("*john-seward.txt"))
    file.write_text(file.read_text().replace("ward by ward", "from ward to ward"))
    page.get_by_text("Something changed elsewhere").wait_for()
    assert "from ward to ward" in page.locator("#body-text").inner_text()
    assert page.locator(".chip").first.inner_text() == "To review"


def test_a_look_elsewhere_does_not_break_off_what_was_just_decided(
    review: Callable[[], Command], context: Any
) -> None:
    page = opened(review(), context)
    looks: list[Any] = []
    page.route("**/state?*", lambda look: looks.append(look))
    with page.expect_request("**/state?*"):
        pass

    def approve(decided: Any) -> None:
        with page.expect_event("requestfinished", lambda asked: "/state?" in asked.url):
            looks[0].fulfill(json={"version": "another", "moved": 9})
        decided.continue_()

    page.route("**/approve", approve)
    strike(page, "a")
    assert page.get_by_text("Approved: the letter to Marian Halcombe").is_visible()


def test_nothing_typed_is_lost_when_something_changes_elsewhere(
    review: Callable[[], Command], context: Any, workbook: Path
) -> None:
    page = opened(review(), context)
    choose(page, "John Seward")
    edit(page)
    page.keyboard.type("Mine. ")
    file = next((workbook.parent / "outbox").glob("*john-seward.txt"))
    file.write_text(file.read_text().replace("ward by ward", "from ward to ward"))
    page.get_by_text("Something changed elsewhere").wait_for()
    assert page.locator("#body").input_value().startswith("Mine. ")
    strike(page, "Control+Enter")
    assert "changed since you saw it" in page.get_by_role("alert").inner_text()
    assert page.locator("#body").input_value().startswith("Mine. ")
    strike(page, "Control+Enter")
    assert page.locator("#body-text").inner_text().startswith("Mine. ")


def test_it_works_as_plain_links_and_forms(review: Callable[[], Command], browser: Any) -> None:
    context = visitor(browser, java_script_enabled=False)
    context.route("**/*.css", lambda route: route.abort())
    command = review()
    page = context.new_page()
    page.goto(command.address)
    page.wait_for_url(at_the_list(command))
    follow(page, page.locator("nav a", has_text="John Seward").first)
    follow(page, page.get_by_role("link", name="Edit"))
    page.locator("#body").fill(page.locator("#body").input_value() + "\n\nPlain.")
    follow(page, page.get_by_role("button", name="Save"))
    assert "Plain." in page.locator("#body-text").inner_text()
    follow(page, page.get_by_role("button", name="Approve"))
    assert page.get_by_text("Approved: the letter to John Seward").is_visible()
    follow(page, page.get_by_role("link", name="Finish"))
    page.get_by_role("button", name="Close the window").click()
    assert command.wait()[0] == 0
    context.close()


def test_a_script_in_a_contacts_name_does_not_run(
    review: Callable[[], Command], context: Any, workbook: Path
) -> None:
    set_contact(
        workbook, "Seward", "Organization", "<script>window.ran=1</script><img src=x onerror='window.ran=1'>"
    )
    set_contact(workbook, "Seward", "Thank them for", "for </textarea><script>window.ran=1</script>")
    page = opened(review(), context)
    for query in ("", "?edit"):
        choose(page, "John Seward")
        page.goto(page.url.partition("?")[0] + query)
        assert page.evaluate("window.ran") is None
        assert "<script>window.ran=1</script>" in page.locator(".list").inner_text()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_every_state_is_free_of_accessibility_faults(
    review: Callable[[], Command], browser: Any, scheme: str, width: int
) -> None:
    screens, context = Screens(), visitor(browser, **look(width, scheme))
    command = review()
    page = opened(command, context)
    screens.hold(page, "list")
    hrefs = {
        name: page.locator(".list a.item", has_text=name).first.get_attribute("href")
        for name in ("Elizabeth Bennet", "Gabriel Oak", "Jane Eyre", "Marian Halcombe")
    }
    for name, href in hrefs.items():
        page.goto(command.origin + href)
        screens.hold(page, name)
    follow(page, page.locator("#approve"))
    screens.hold(page, "approved, and on")
    page.goto(command.origin + hrefs["Marian Halcombe"])
    screens.hold(page, "approved")
    page.goto(command.origin + hrefs["Elizabeth Bennet"] + "?edit")
    screens.hold(page, "editing")
    page.goto(command.origin + hrefs["Gabriel Oak"])
    page.locator("#skip summary").click()
    screens.hold(page, "skipping")
    page.goto(f"{inside(page)}/end")
    screens.hold(page, "end")
    page.goto(f"{inside(page)}/letter/NONE1")
    screens.hold(page, "nothing here")
    context.close()
    assert screens.faults == {}


def test_ctrl_c_ends_the_review_and_keeps_what_was_approved(
    review: Callable[[], Command], context: Any, workbook: Path
) -> None:
    command = review()
    page = opened(command, context)
    strike(page, "a")
    code, printed = command.interrupt()
    assert code == 0
    assert "1 letter approved. Next: remembered send" in printed
    page.get_by_text("The window has ended here").wait_for()


def test_single_keys_can_be_switched_off(review: Callable[[], Command], context: Any) -> None:
    page = opened(review(), context)
    page.keyboard.press("?")
    page.get_by_label("Use single keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.reload()
    page.keyboard.press("a")
    page.goto(f"{inside(page)}/letters")
    assert "0 of 12" in page.locator(".progress").inner_text()
