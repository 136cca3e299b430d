"""The review page in a real browser, from `remembered review` to what the workbook says afterwards."""

from __future__ import annotations

import re
import shutil
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .chromium import LOOKS, chromium, why_not
from .command import Command, remembered
from .workbooks import set_contact, starter

MISSING = why_not()
if MISSING:
    warnings.warn(f"The review page is NOT tested in a browser. {MISSING}", stacklevel=1)
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return starter(tmp_path_factory.mktemp("starter")).parent


@pytest.fixture
def workbook(prepared: Path, tmp_path: Path) -> Path:
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return tmp_path / "networking.xlsx"


@pytest.fixture
def review(workbook: Path) -> Iterator[Callable[[], Command]]:
    running: list[Command] = []

    def start() -> Command:
        running.append(Command(workbook))
        return running[-1]

    yield start
    for command in running:
        command.close()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    made = browser.new_context(viewport={"width": 1360, "height": 860})
    made.set_default_timeout(10_000)
    yield made
    made.close()


def at_the_list(command: Command) -> re.Pattern[str]:
    """Match the list's address, whatever its secret path."""
    return re.compile(re.escape(command.origin) + r"/[\w-]{32}/letters$")


def inside(page: Any) -> str:
    """Return where the pages of a review are, from the address of one."""
    return "/".join(page.url.split("/")[:4])


def opened(command: Command, context: Any) -> Any:
    """Open the printed address, and hold the page to saying nothing on the console."""
    page = context.new_page()
    page.faults = []
    page.on("console", lambda line: page.faults.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(command.address)
    page.wait_for_url(at_the_list(command))
    return page


def choose(page: Any, name: str) -> None:
    with page.expect_navigation():
        page.locator(".list a.item", has_text=name).first.click()


def press(page: Any, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def test_the_whole_way_by_keyboard_from_due_to_approved(
    review: Callable[[], Command], context: Any, workbook: Path
) -> None:
    command = review()
    page = opened(command, context)
    assert page.locator("#title").inner_text().endswith("to Marian Halcombe")
    press(page, "a")
    assert page.get_by_text("Approved: the letter to Marian Halcombe").is_visible()
    assert page.locator("#title").inner_text().endswith("to John Seward")
    press(page, "e")
    assert page.evaluate("document.activeElement.id") == "body"
    page.keyboard.type("x")
    page.locator("#body").fill(
        page.locator("#body").input_value().lstrip("x").replace("ward by ward", "from ward to ward")
    )
    press(page, "Control+Enter")
    assert "from ward to ward" in page.locator("#body-text").inner_text()
    press(page, "a")
    press(page, "j")
    assert page.locator("#title").inner_text().endswith("to Edward Casaubon")
    press(page, "k")
    assert page.locator("#title").inner_text().endswith("to Gabriel Oak")
    page.keyboard.press("s")
    assert page.evaluate("document.activeElement.name") == "until"
    press(page, "Enter")
    assert "3 of 12" in page.locator(".progress").inner_text()
    page.get_by_role("link", name="Finish").click()
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
    press(page, "e")
    page.keyboard.type("I am looking for a job in your hospital. ")
    found = page.locator("#checks li.block")
    found.wait_for()
    assert "R2" in found.inner_text()
    assert "looking for a job" in found.inner_text()
    press(page, "Control+Enter")
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
    press(one, "a")
    press(two, "a")
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
    one.evaluate("leaving = true")  # as a tab in the background, which doesn't look
    two.locator("#body").fill(two.locator("#body").input_value().replace("ward by ward", "from ward to ward"))
    press(two, "Control+Enter")
    press(one, "a")
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
    page.evaluate("look()")
    page.get_by_text("from ward to ward").wait_for()
    assert page.get_by_text("Something changed elsewhere").is_visible()


def test_nothing_typed_is_lost_when_something_changes_elsewhere(
    review: Callable[[], Command], context: Any, workbook: Path
) -> None:
    page = opened(review(), context)
    choose(page, "John Seward")
    press(page, "e")
    page.keyboard.type("Mine. ")
    file = next((workbook.parent / "outbox").glob("*john-seward.txt"))
    file.write_text(file.read_text().replace("ward by ward", "from ward to ward"))
    page.evaluate("look()")
    page.get_by_text("Something changed elsewhere").wait_for()
    assert page.locator("#body").input_value().startswith("Mine. ")
    press(page, "Control+Enter")
    assert "changed since you saw it" in page.get_by_role("alert").inner_text()
    assert page.locator("#body").input_value().startswith("Mine. ")
    press(page, "Control+Enter")
    assert page.locator("#body-text").inner_text().startswith("Mine. ")


def test_it_works_as_plain_links_and_forms(review: Callable[[], Command], browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.route("**/*.css", lambda route: route.abort())
    command = review()
    page = context.new_page()
    page.goto(command.address)
    page.wait_for_url(at_the_list(command))
    page.locator("nav a", has_text="John Seward").first.click()
    page.get_by_role("link", name="Edit").click()
    page.locator("#body").fill(page.locator("#body").input_value() + "\n\nPlain.")
    page.get_by_role("button", name="Save").click()
    assert "Plain." in page.locator("#body-text").inner_text()
    page.get_by_role("button", name="Approve").click()
    assert page.get_by_text("Approved: the letter to John Seward").is_visible()
    page.get_by_role("link", name="Finish").click()
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
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    command = review()
    page = opened(command, context)
    found: dict[str, list[str]] = {}

    def hold(state: str) -> None:
        violations = axe.run(page).response["violations"]
        found[state] = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{state} is wider than the window"
        )

    hold("list")
    hrefs = {
        name: page.locator(".list a.item", has_text=name).first.get_attribute("href")
        for name in ("Elizabeth Bennet", "Gabriel Oak", "Jane Eyre", "Marian Halcombe")
    }
    for name, href in hrefs.items():
        page.goto(command.origin + href)
        hold(name)
    with page.expect_navigation():
        page.locator("#approve").click()
    hold("approved, and on")
    page.goto(command.origin + hrefs["Marian Halcombe"])
    hold("approved")
    page.goto(command.origin + hrefs["Elizabeth Bennet"] + "?edit")
    hold("editing")
    page.goto(command.origin + hrefs["Gabriel Oak"])
    page.locator("#skip summary").click()
    hold("skipping")
    page.goto(f"{inside(page)}/end")
    hold("end")
    page.goto(f"{inside(page)}/letter/NONE1")
    hold("nothing here")
    assert {state: faults for state, faults in found.items() if faults} == {}
    context.close()


def test_ctrl_c_ends_the_review_and_keeps_what_was_approved(
    review: Callable[[], Command], context: Any, workbook: Path
) -> None:
    command = review()
    page = opened(command, context)
    press(page, "a")
    code, printed = command.interrupt()
    assert code == 0
    assert "1 letter approved. Next: remembered send" in printed
    page.evaluate("look()")
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
    assert "0 of 12" in page.locator(".progress").inner_text()
