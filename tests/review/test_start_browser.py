"""Start here in a real browser: from a folder with nothing in it to the first letter, counted; without script, by keyboard, narrow, dark."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.books import rows_of

from .browsing import Screens, at, follow, inside, leading_on, look, strike, tab_to, visitor
from .chromium import LOOKS, why_not
from .command import Command
from .lists import LINKEDIN, ROSA, own_list

MISSING = why_not()
if MISSING:
    warnings.warn(f"Start here is NOT tested in a browser. {MISSING}", stacklevel=1)
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "my search"
    folder.mkdir()
    (tmp_path / "My people.xlsx").write_bytes(own_list(35))
    (tmp_path / "Connections.csv").write_text(LINKEDIN)
    (tmp_path / "My resume.pdf").write_bytes(b"%PDF-1.4 a resume")
    return folder / "networking.xlsx"


@pytest.fixture
def opened(browser: Any, book: Path) -> Iterator[Callable[..., Any]]:
    """Open the window as a double click does, in a browser of this kind."""
    closing: list[Callable[[], None]] = []

    def start(**kind: Any) -> Any:
        command = Command(book, verb="open")
        context = visitor(browser, **{"viewport": {"width": 1360, "height": 860}, **kind})
        closing.extend((context.close, command.close))
        page = at(context, command.address)
        page.wait_for_url(re.compile(r".*/start$"))
        return page

    yield start
    for close in closing:
        close()


def press(page: Any, name: str) -> None:
    follow(page, page.locator("main").get_by_role("button", name=name).first)


def choose(page: Any, file: Path) -> None:
    """Choose a file; the script looks into it at once, without it there is a button."""
    with leading_on(page):
        page.locator("#file").set_input_files(file)


def fill(page: Any, values: dict[str, str]) -> None:
    for attr, text in values.items():
        page.locator(f"#set-{attr}").fill(text)


def settings_of(book: Path) -> dict[str, Any]:
    return {row["Setting"]: row["Value"] for row in rows_of(book, "Settings")}


def test_the_letter_changes_as_one_types_and_words_are_mended(opened: Callable[..., Any], book: Path) -> None:
    page = opened()
    press(page, "Begin with examples")
    fill(page, {**ROSA, "purpose": "I want to learn how museums teach children"})
    letter = page.locator("#letter")
    letter.get_by_text("My purpose is I want to learn").wait_for()
    page.get_by_role("button", name="Take: “to learn how museums teach children”").click()
    letter.get_by_text("My purpose is to learn how museums teach children.").wait_for()
    assert "Your advice about museum education" in letter.inner_text()
    assert "Rosa Linden\n555-0142\nrosa@example.net" in letter.inner_text()
    page.locator("#set-holiday_country").select_option("DE")
    page.locator("#holiday-part option", has_text="Bayern").wait_for(state="attached")
    page.locator("#holiday-part").select_option("DE-BY")
    page.locator("#resume").set_input_files(book.parents[1] / "My resume.pdf")
    press(page, "Save and go on")
    found = settings_of(book)
    assert (found["Purpose"], found["Holiday country"]) == ("to learn how museums teach children", "DE-BY")
    assert found["Resume file"] == "My resume.pdf"
    assert page.faults == []


def test_a_file_can_be_dropped(opened: Callable[..., Any], book: Path) -> None:
    page = opened()
    with leading_on(page):
        page.evaluate(
            """text => {
              const held = new DataTransfer();
              held.items.add(new File([text], "Connections.csv", { type: "text/csv" }));
              document.querySelector("#drop").dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true }));
            }""",
            LINKEDIN,
        )
    assert page.locator("h1").inner_text() == "People in Connections.csv"
    page.locator("#words").fill("muséum")
    assert page.locator(".people li:visible").count() == 2
    page.locator(".people li:visible input").first.uncheck()
    assert page.locator("#ticked-count").inner_text() == "2 ticked"
    press(page, "Add who is ticked")
    assert {r["First name"] for r in rows_of(book, "Contacts") if r["First name"]} == {"Ines", "Odo"}
    assert page.faults == []


def test_it_works_as_plain_links_and_forms(opened: Callable[..., Any], book: Path) -> None:
    page = opened(java_script_enabled=False)
    page.locator("#file").set_input_files(book.parents[1] / "My people.xlsx")
    press(page, "Look into this file")
    page.get_by_label("What How we met is").select_option("Notes")
    press(page, "That is right: go on")
    fill(page, {**ROSA, "purpose": "I want to learn how museums teach children"})
    press(page, "Show the letter with this")
    assert "My purpose is I want to learn" in page.locator("#letter").inner_text()
    press(page, "Take:")
    press(page, "Save and go on")
    assert settings_of(book)["Purpose"] == "to learn how museums teach children"
    page.goto(f"{inside(page)}/settings")
    page.locator("#set-daily_goal").fill("2")
    press(page, "Save")
    assert settings_of(book)["Daily prospecting goal"] == 2


def test_who_one_is_can_be_said_by_keyboard_alone(opened: Callable[..., Any], book: Path) -> None:
    page = opened()
    page.get_by_role("button", name="Begin with examples").focus()
    strike(page, "Enter")
    page.locator("#set-name").focus()
    for attr, text in ROSA.items():
        tab_to(page, f"set-{attr}")
        page.keyboard.type(text)
    page.locator("#letter").get_by_text("museums teach children").wait_for()
    page.locator("#set-name").focus()
    strike(page, "Enter")
    assert settings_of(book)["Your name"] == "Rosa Linden"


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_every_state_is_free_of_accessibility_faults(
    opened: Callable[..., Any], book: Path, width: int, scheme: str
) -> None:
    screens, page = Screens(), opened(**look(width, scheme))
    screens.hold(page, "start")
    choose(page, book.parents[1] / "Connections.csv")
    screens.hold(page, "people")
    page.goto(page.url.replace("/people", ""))
    choose(page, book.parents[1] / "My people.xlsx")
    screens.hold(page, "list")
    page.get_by_label("What How we met is").select_option("Email")
    press(page, "That is right: go on")
    screens.hold(page, "two columns for one")
    page.get_by_label("What How we met is").select_option("")
    press(page, "That is right: go on")
    screens.hold(page, "you")
    fill(page, {"purpose": "I want a job", "email": "rosa"})
    page.locator("#said-purpose .warn").wait_for()
    press(page, "Save and go on")
    screens.hold(page, "you, refused")
    fill(page, ROSA)
    press(page, "Save and go on")
    page.goto(f"{inside(page)}/settings")
    screens.hold(page, "settings")
    assert screens.faults == {}


class Counting:
    """A person who decides: each press of a button or link, each file chosen and each form filled in counts once."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.decisions: list[str] = []

    def chooses(self, file: Path) -> None:
        self.decisions.append(f"the file {file.name}")
        choose(self.page, file)

    def fills(self, what: str, values: dict[str, str]) -> None:
        self.decisions.append(what)
        for control, text in values.items():
            self.page.locator(control).fill(text)

    def presses(self, name: str) -> None:
        self.decisions.append(name)
        either = self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name))
        follow(self.page, either.first)


def test_from_a_folder_with_nothing_in_it_to_the_first_letter_on_its_way(
    opened: Callable[..., Any], book: Path
) -> None:
    page = opened()
    page.context.route("https://mail.google.com/**", lambda route: route.fulfill(status=200, body="Gmail"))
    person = Counting(page)
    person.chooses(book.parents[1] / "My people.xlsx")
    person.presses("That is right: go on")
    person.fills("seven lines", {f"#set-{attr}": text for attr, text in ROSA.items()})
    person.presses("Save and go on")
    person.fills("why this person", {".cellbox textarea": "because of your plans for the harbor"})
    person.presses("Write it")
    person.presses("Approve")
    person.presses("Send")
    person.decisions.append("Open in Gmail")
    with page.context.expect_page() as opening:
        page.get_by_role("button", name="Open in Gmail").click()
    mail = opening.value
    mail.wait_for_url("https://mail.google.com/**")
    assert "persona%40example.org" in mail.url
    assert "plans%20for%20the%20harbor" in mail.url
    page.reload()
    assert page.get_by_role("button", name="I sent it").is_visible(), "it is on its way"
    assert len(person.decisions) <= 9, person.decisions
