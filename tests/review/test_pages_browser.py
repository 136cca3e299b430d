"""The window's pages for what isn't daily, in a real browser: signing in, a verdict, days away, cells of all sheets, a file by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.day.apply import run_day
from pipeline.review.people import person_key
from pipeline.review.session import Review
from tests.books import change, make_book, person, rows_of
from tests.peers.imap import ImapPeer
from tests.peers.keyrings import Keyring
from tests.peers.smtp import PASSWORD, SmtpPeer

from .browsing import Screens, at, follow, leading_on, look, strike, tab_to, visitor
from .chromium import why_not
from .served import Served
from .test_send_browser import elsewhere  # noqa: F401  (a fixture)
from .test_start_browser import book, opened  # noqa: F401  (fixtures)
from .workbooks import through

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())
pytest_plugins = ["tests.peers.fixtures"]
TODAY = date(2026, 12, 1)


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: SmtpPeer, pymap: ImapPeer) -> Path:
    """A workbook with a server to sign in to, a field to decide on, days away, cells to correct and advice to name."""
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    settings = {**through(server, pymap), "Daily prospecting goal": "a few"}
    met: dict[str, Any] = {
        "Field": "archives", "Fit": 2, "Interview held": "Yes", "Interview type": "In person",
        "What I learned": "mostly lifting", "Thank-you sent": date(2026, 11, 10),
    }  # fmt: skip
    people = [
        person(**{**met, "Interview on": date(2026, 11, 9), "Thank-you sent": None}, Thank_them_for="for the tour",
               Advice="Talk to two night nurses first"),
        person("Bo", "Ek", **met, Interview_on=date(2026, 11, 6)),
        person("Cy", "Dahl", **met, Interview_on=date(2026, 11, 5)),
        person("Di", "Moe", ID="di", Approach_sent=date(2026, 11, 2)),
    ]  # fmt: skip
    sent = {"Date": date(2026, 11, 2), "ID": "di", "Name": "Di Moe", "Event": "Approach letter", "Channel": "Email",
            "Message-ID": "<d@example.com>"}  # fmt: skip
    made = make_book(
        tmp_path / "networking.xlsx",
        people,
        history=[sent],
        settings=settings,
        rules={"Answer a reply": "soon"},
    )
    run_day(made, TODAY, Review(made, TODAY).now())
    at_field = next(n for n, r in enumerate(rows_of(made, "Fields"), 2) if r["Field"] == "archives")
    change(made, "Fields", at_field, {"What I expect of it": "quiet days among old letters " * 20})
    at_letter = next(n for n, r in enumerate(rows_of(made, "Drafts"), 2))
    change(made, "Drafts", at_letter, {"Approve": "Yes please"})
    return made


@pytest.fixture
def window(workbook: Path, kept: Keyring) -> Iterator[Served]:
    with Served(workbook, TODAY) as running:
        yield running


def test_a_password_typed_by_keyboard_stays_in_no_page_address_or_memory_of_the_browser(
    window: Served, browser: Any, kept: Keyring
) -> None:
    context = visitor(browser)
    page = at(context, f"{window.inside}/signin")
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request))
    for typed, said in (
        ("not the one", "did not take the password"),
        (PASSWORD, "The password is in this computer's keyring"),
    ):
        page.locator("#f-password").focus()
        page.keyboard.type(typed)
        strike(page, "Control+Enter")
        page.get_by_text(said).wait_for()
        assert page.locator("#f-password").input_value() == ""
        assert typed not in page.content()
        page.reload()
        assert page.get_by_text(said).count() == 0
    posts = [r for r in asked if r.method == "POST" and "/signin" in r.url]
    assert len(posts) == 2
    assert not [r.url for r in asked if PASSWORD in r.url]
    assert page.evaluate("JSON.stringify([localStorage, sessionStorage, history.state])").count(PASSWORD) == 0
    while page.go_back() and "/signin" in page.url:
        assert page.locator("#f-password").input_value() == ""
        assert PASSWORD not in page.content()
    assert len(kept.kept) == 1
    assert page.faults == []
    context.close()


def test_a_page_of_another_site_signs_nobody_in_or_out(
    window: Served,
    browser: Any,
    kept: Keyring,
    elsewhere: Any,  # noqa: F811
) -> None:
    context = visitor(browser)
    page = at(context, f"{window.inside}/signin")
    form = page.locator("form[action$='/signin/keep']")
    stolen = {n: form.locator(f"[name={n}]").input_value() for n in ("mark", "shown")}
    fields = "".join(f"<input name='{n}' value='{v}'>" for n, v in stolen.items())
    other = context.new_page()
    other.goto(
        elsewhere(
            f"<iframe src='{window.inside}/signin'></iframe><form method=post action='{window.inside}/signin/keep'>"
            f"{fields}<input name=password value='{PASSWORD}'><button>Win</button></form>"
        )
    )
    follow(other, other.get_by_role("button", name="Win"))
    assert "answers only its own window" in other.content()
    assert kept.kept == {}
    context.close()


@pytest.mark.parametrize(("typed", "proposed"), [("2026-11-24", "2026-11-24"), ("", "2026-12-01")])
def test_a_day_typed_beside_the_buttons_goes_along_to_the_form_that_one_opens(
    window: Served, browser: Any, typed: str, proposed: str
) -> None:
    context = visitor(browser)
    page = at(context, f"{window.inside}/contact/{person_key('di')}")
    meeting = page.locator("form.outcomes", has_text="Yes, we met")
    if typed:
        meeting.locator("[name=on]").fill(typed)
    follow(page, meeting.get_by_role("link", name="Yes, we met"))
    assert page.locator("#f-on").input_value() == proposed
    assert page.faults == []
    context.close()


def to_letter(page: Any, name: str) -> None:
    """Follow a link of the list, which a narrow window hides."""
    with leading_on(page):
        page.locator(".list a.item", has_text=name).first.evaluate("a => a.click()")


def test_every_screen_is_free_of_accessibility_faults(window: Served, browser: Any) -> None:
    screens, context = Screens(), visitor(browser, **look(390, "dark"))
    page = at(context, f"{window.inside}/signin")
    screens.hold(page, "sign in")
    page.locator("#f-password").fill("not the one")
    follow(page, page.get_by_role("button", name="Try it and keep it"))
    page.get_by_role("alert").wait_for()
    screens.hold(page, "refused")
    page.locator("#f-password").fill(PASSWORD)
    follow(page, page.get_by_role("button", name="Try it and keep it"))
    page.get_by_role("button", name="Forget it").wait_for()
    screens.hold(page, "kept")
    for path in ("/", "/problems", "/settings"):
        page.goto(window.inside + path)
        screens.hold(page, path)
    page.goto(f"{window.inside}/letters")
    to_letter(page, "Ada Okafor")
    page.get_by_text("A second specific thing?").wait_for()
    screens.hold(page, "advice offered")
    follow(page, page.get_by_role("button", name="Name it in the letter"))
    page.get_by_role("button", name="Take it out").wait_for()
    screens.hold(page, "advice named")
    context.close()
    assert screens.faults == {}


def test_a_file_is_chosen_by_keyboard_alone(opened: Any, book: Path) -> None:  # noqa: F811
    page = opened()
    # Listened to from here on: the browser is asked to hand over its choosers, and a key pressed at once can be sooner.
    choosers: list[Any] = []
    page.on("filechooser", lambda chooser: choosers.append(chooser))
    tab_to(page, "file")
    with page.expect_event("filechooser"):
        page.keyboard.press("Space")
    with leading_on(page):
        choosers[0].set_files(book.parents[1] / "Connections.csv")
    assert page.locator("h1").inner_text() == "People in Connections.csv"
    assert page.faults == []


def test_who_rests_what_a_name_lacks_and_what_waits_are_free_of_accessibility_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Any
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    people = [
        person("anna", "lee", Salutation="Dr. lee"),
        person("DO NOT CONTACT Ed", "Marsh"),
        person("El", "Roe", Last_contact=date(2026, 9, 14)),
        person("Di", "Moe", Approach_sent=date(2026, 11, 2)),
    ]
    replies = {"Send through": "Browser", "Read replies from": "Other server", "IMAP server": "127.0.0.1:9"}
    made = make_book(tmp_path / "networking.xlsx", people, settings=replies)
    screens, context = Screens(), visitor(browser, **look(390, "dark"))
    with Served(made, TODAY) as window:
        page = at(context, f"{window.inside}/")
        screens.hold(page, "look for replies")
        for path in ("/problems", "/versions", "/send", "/whys", "/end", "/contact/NOBODY"):
            page.goto(window.inside + path)
            screens.hold(page, path)
        page.goto(f"{window.inside}/contacts")
        follow(page, page.locator("main a", has_text="El Roe").first)
        page.get_by_role("button", name="Write to them all the same").wait_for()
        screens.hold(page, "who rests")
        for name in ("anna", "Marsh"):
            page.goto(f"{window.inside}/letters")
            to_letter(page, name)
            page.locator("#checks").wait_for()
            screens.hold(page, name)
        for width in (780, 900, 1024, 1366):
            page.set_viewport_size({"width": width, "height": 768})
            cut = "n => [...n.children].filter(a => a.getBoundingClientRect().right > n.getBoundingClientRect().right + 1).length"
            assert page.locator("nav.places").evaluate(cut) == 0, width
    context.close()
    assert screens.faults == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_the_words_of_a_stage_and_a_step_stay_whole_beside_a_long_organization(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Any, width: int
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    long = (
        "Gesellschaft zur Förderung der Zusammenarbeit zwischen Krankenhausverwaltung und Pflegewissenschaft e. V. "
        * 2
    )
    people = [person(Organization=long), person("Di", "Moe", Approach_sent=date(2026, 11, 2))]
    context = visitor(browser, **look(width, "light"))
    with Served(make_book(tmp_path / "networking.xlsx", people), TODAY) as window:
        page = at(context, f"{window.inside}/contacts")
        broken = page.evaluate(
            "() => [...document.querySelectorAll('.people td + td')].filter(cell => {"
            " const words = document.createRange(), text = cell.firstChild;"
            " if (!text || getComputedStyle(cell).display == 'none') return false;"
            " words.setStart(text, 0); words.setEnd(text, text.data.trim().split(' ')[0].length);"
            " return words.getClientRects().length > 1 }).map(cell => cell.innerText)"
        )
        assert broken == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
