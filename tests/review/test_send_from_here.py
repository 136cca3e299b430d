"""Sending from the window through a real server: what is asked once more, that each letter goes once, and what is said of those that don't."""

from __future__ import annotations

import threading
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.mail.account import account_of
from pipeline.mail.doubt import one_sender
from pipeline.mail.outgoing import SystemClock
from pipeline.mail.passwords import keep
from pipeline.model import Status
from pipeline.review.delivery import Delivery
from pipeline.review.sendlist import listed, read_listed, send_list
from tests.books import person, rows_of
from tests.end_to_end.routine import MONDAY, Routine
from tests.peers.smtp import PASSWORD, Script, SmtpPeer
from tests.review.test_review_web import Page
from tests.review.workbooks import through
from tests.systems import PATIENCE, until

pytest_plugins = ["tests.peers.fixtures"]
PEOPLE = [person(), person("Bo", "Ek"), person("Cy", "Dahl")]


class Noon:
    """The clock of the day that the tests play on."""

    @classmethod
    def now(cls) -> datetime:
        return datetime(MONDAY.year, MONDAY.month, MONDAY.day, 12)


class Home(Routine):
    """A person at work whose letters leave through a server, with the window open at Send."""

    def window(self) -> Page:
        page = Page(self.book, MONDAY)
        page.session._clock = Noon
        return page

    def approved(self, *names: str) -> Page:
        self.daily()
        self.run("approve", *(d["code"] for d in self.drafts() if not names or d["name"] in names))
        return self.window()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: SmtpPeer) -> Home:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("REMEMBERED_PASSWORD", PASSWORD)
    monkeypatch.setenv("REMEMBERED_PASSWORD_FOR", "127.0.0.1")
    monkeypatch.setattr(SystemClock, "now", lambda _self: Noon.now().astimezone())
    monkeypatch.setattr(SystemClock, "sleep", lambda _self, seconds: time.sleep(min(seconds, 0.01)))
    settings = through(server)
    made = Home(tmp_path)
    made.with_book(PEOPLE, settings=settings)
    return made


def finished(page: Page) -> str:
    """Wait for the end, as one who loads the page again and again."""
    until(lambda: "Stop after this letter" not in page.text("/send/now"))
    return page.text("/send/now")


def confirm(page: Page) -> dict[str, Any]:
    return page.form("/send/confirm", "/send/go")


def test_what_was_confirmed_goes_once_and_is_in_the_workbook(home: Home, server: SmtpPeer) -> None:
    page = home.approved()
    assert "3 letters are approved" in page.text("/send")
    asked = page.text("/send/confirm")
    for words in (
        "ada.okafor@example.org",
        "bo.ek@example.org",
        "127.0.0.1",
        "sam.rivera@college.example.edu",
    ):
        assert words in asked
    assert page.post("/send/go", confirm(page)).headers["Location"].endswith("/send/now")
    assert "All 3 letters are on their way" in finished(page)
    assert sorted(a.recipients[0] for a in server.accepted) == [
        "ada.okafor@example.org",
        "bo.ek@example.org",
        "cy.dahl@example.org",
    ]
    assert [r["Status"] for r in rows_of(home.book, "Drafts")] == ["Sent"] * 3
    assert "Nothing waits to be sent" in page.text("/send")


def kept_of(book: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Read what the ledger keeps of each letter: History's Detail, and what it thanked for."""
    receipts = Page(book, MONDAY).session.world().state.receipts.values()
    return {(r.name, r.kind): (r.detail, r.thanks) for r in receipts}


def test_of_a_letter_the_same_is_known_afterwards_whichever_way_it_went(
    home: Home, server: SmtpPeer, tmp_path: Path
) -> None:
    met = {"Interview_on": date(2026, 12, 4), "Interview_held": "Yes", "Interview_type": "In person"}
    cy = person("Cy", "Dahl", Thank_them_for="for your time", Referred_by="Bo Ek", **met)
    people = [person(Phone="555-0101"), person("Bo", "Ek"), cy]
    home.with_book(people, settings=through(server))
    page = home.approved()
    page.post("/send/go", confirm(page))
    assert "All 3 letters are on their way" in finished(page)
    (tmp_path / "other").mkdir()
    by_hand = Routine(tmp_path / "other")
    by_hand.with_book(people, settings={"Workbook ID": "WB-OTHER"}).daily()
    by_hand.run("approve", *(d["code"] for d in by_hand.drafts()))
    assert len(by_hand.went()) == 3
    kept = kept_of(home.book)
    assert kept == kept_of(by_hand.book)
    assert len(kept) == 3


def test_nothing_goes_before_the_second_look(home: Home, server: SmtpPeer) -> None:
    page = home.approved()
    page.text("/send")
    page.text("/send/confirm")
    assert page.get("/send/go").headers["Location"].endswith("/send")
    assert page.get("/send/now").status_code == 303
    assert server.accepted == []


@pytest.mark.parametrize("what", ["text", "text, approved anew", "one less", "one more", "sender"])
def test_a_list_that_changed_since_it_was_shown_is_shown_again_and_nothing_goes(
    home: Home, server: SmtpPeer, what: str
) -> None:
    page = home.approved("Ada Okafor", "Bo Ek")
    form, bo = confirm(page), page.of("Bo Ek")
    if what.startswith("text"):
        home.edit_file(bo, "Sincerely", "With kind regards")
        if what.endswith("anew"):
            home.drafts()
            home.run("approve", bo)
    elif what == "one less":
        page.session.revoke(bo, shown=page.session.shown(bo))
    elif what == "one more":
        home.run("approve", page.of("Cy Dahl"))
    else:
        home.type_setting("Your name", "Samuel Rivera")
    answer = page.post("/send/go", form)
    assert answer.status_code == 409
    assert "Something changed since you saw this list, so nothing was sent" in answer.text
    assert server.accepted == []


@pytest.mark.parametrize("anew", [False, True], ids=["edited", "edited and approved anew"])
def test_a_letter_that_changes_while_the_run_begins_stops_all_of_it(
    home: Home, server: SmtpPeer, monkeypatch: pytest.MonkeyPatch, anew: bool
) -> None:
    page = home.approved()
    form, bo = confirm(page), page.of("Bo Ek")
    import pipeline.review.delivery as delivery

    real = delivery.send_approved

    def later(*words: Any, **more: Any) -> Any:
        home.edit_file(bo, "Sincerely", "With kind regards")
        if anew:
            home.drafts()
            home.run("approve", bo)
        return real(*words, **more)

    monkeypatch.setattr(delivery, "send_approved", later)
    page.post("/send/go", form)
    said = finished(page)
    assert "so nothing was sent" in said
    assert f"Send these {3 if anew else 2} letters?" in said
    assert server.accepted == []


def test_a_double_click_two_tabs_and_an_old_form_send_each_letter_once(home: Home, server: SmtpPeer) -> None:
    page = home.approved()
    hold = threading.Event()
    server.on_accept = lambda _content: hold.wait(PATIENCE)
    one, other = confirm(page), confirm(page)
    assert page.post("/send/go", one).status_code == 303
    until(lambda: len(server.accepted) == 1)
    for form in (one, other):
        assert page.post("/send/go", form).headers["Location"].endswith("/send/now")
    assert "Sending 3 letters" in page.text("/send/now")
    assert page.get("/send").headers["Location"].endswith("/send/now")
    hold.set()
    finished(page)
    for form in (one, other):
        assert page.post("/send/go", form).status_code == 409
    assert len(server.accepted) == 3


def test_a_second_sending_does_not_begin_while_one_is_under_way(home: Home, server: SmtpPeer) -> None:
    page = home.approved()
    hold = threading.Event()
    server.on_accept = lambda _content: hold.wait(PATIENCE)
    delivery, lines = Delivery(page.session, lambda: None), send_list(page.session.decision()).from_here
    assert delivery.start(read_listed(listed(lines, agreed=["none"], number=0)), lines)
    assert not delivery.start(read_listed(listed(lines, number=1)), lines)
    hold.set()
    delivery.close()


def test_an_old_form_does_not_try_again_what_did_not_go(home: Home, server: SmtpPeer, script: Script) -> None:
    script.auth += ["535 5.7.8 not accepted"] * 9
    page = home.approved()
    form = confirm(page)
    page.post("/send/go", form)
    assert "No letter went" in finished(page)
    assert "did not take the password" in page.text("/send/now")
    script.auth.clear()
    assert page.post("/send/go", form).status_code == 409
    assert server.accepted == []
    page.post("/send/go", confirm(page))
    assert "All 3 letters are on their way" in finished(page)


def held_at_the_first(page: Page, server: SmtpPeer) -> threading.Event:
    """Begin to send; the server answers once the event is set."""
    hold = threading.Event()
    server.on_accept = lambda _content: hold.wait(PATIENCE)
    page.post("/send/go", confirm(page))
    until(lambda: len(server.accepted) == 1)
    return hold


def test_it_stops_between_letters(home: Home, server: SmtpPeer) -> None:
    page = home.approved()
    hold = held_at_the_first(page, server)
    page.send("/send/now", "/send/stop")
    assert "stopping after the letter under way" in page.text("/send/now")
    hold.set()
    said = finished(page)
    assert "1 of 3 letters went" in said
    assert said.count("2 letters: You stopped it; it stays approved.") == 1
    assert len(server.accepted) == 1
    assert "2 letters are approved" in page.text("/send")


def test_a_stop_of_the_last_sending_does_not_stop_this_one(
    home: Home, server: SmtpPeer, script: Script
) -> None:
    page = home.approved()
    hold = held_at_the_first(page, server)
    stop = page.form("/send/now", "/send/stop")
    page.post("/send/stop", stop)
    hold.set()
    finished(page)
    hold.clear()
    page.post("/send/go", confirm(page))
    until(lambda: len(server.accepted) == 2)
    page.post("/send/stop", stop)
    hold.set()
    assert "Both letters are on their way" in finished(page)


def test_closing_the_window_waits_for_the_letter_under_way(home: Home, server: SmtpPeer) -> None:
    page = home.approved()
    hold = held_at_the_first(page, server)
    said: list[str] = []
    closing = threading.Thread(target=page.ending.close, args=(said.append,))
    closing.start()
    until(lambda: bool(said))
    assert "the window goes once that is through" in said[0]
    assert closing.is_alive()
    hold.set()
    closing.join(PATIENCE)
    assert len(server.accepted) == 1
    assert sorted(r["Status"] for r in rows_of(home.book, "Drafts")) == ["Approved", "Approved", "Sent"]


def test_a_refused_letter_is_said_with_why_and_the_others_go(
    home: Home, script: Script, server: SmtpPeer
) -> None:
    script.rcpt += ["550 5.1.1 no such user"]
    page = home.approved()
    page.post("/send/go", confirm(page))
    said = finished(page)
    assert "2 of 3 letters went" in said
    assert "The address does not exist" in said
    assert len(server.accepted) == 2


@pytest.mark.usefixtures("kept")
def test_a_password_that_is_refused_leads_to_the_page_that_asks_for_it(
    home: Home, script: Script, server: SmtpPeer
) -> None:
    page = home.approved("Ada Okafor")
    keep(account_of(page.session.world().settings), PASSWORD)
    script.auth += ["535 5.7.8 not accepted"] * 4
    page.post("/send/go", confirm(page))
    said = finished(page)
    assert "did not take the password" in said
    assert "gmail login" not in said
    assert f'href="{page.guard.base}/signin">Sign in anew' in said
    assert server.accepted == []


def test_a_password_of_the_environment_that_is_refused_is_changed_there(home: Home, script: Script) -> None:
    """No page can ask for it: what stands there is taken again."""
    page = home.approved("Ada Okafor")
    script.auth += ["535 5.7.8 not accepted"] * 4
    page.post("/send/go", confirm(page))
    said = finished(page)
    assert "It stands in REMEMBERED_PASSWORD: change it there, and open this window anew." in said
    assert "Sign in anew" not in said


def test_without_a_password_the_list_leads_to_the_page_that_asks_for_it(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = home.approved("Ada Okafor")
    monkeypatch.delenv("REMEMBERED_PASSWORD")
    assert f'href="{page.guard.base}/signin"' in page.text("/send")
    page.post("/send/go", confirm(page))
    assert f'href="{page.guard.base}/signin">Sign in anew' in finished(page)


def test_a_letter_whose_answer_was_lost_is_never_sent_again_and_the_user_says_what_became_of_it(
    home: Home, script: Script, server: SmtpPeer
) -> None:
    script.dot += ["accept-drop"]
    page = home.approved("Ada Okafor")
    code = page.of("Ada Okafor")
    page.post("/send/go", confirm(page))
    said = finished(page)
    assert "Nobody knows whether it went" in said
    assert "resolve" not in said
    assert "say so under “Send”" in said
    listed = page.text("/send")
    assert "That it is not there says nothing: mails that you typed yourself are kept there" in listed
    assert "Then ask Ada Okafor, or leave it for now and wait" in listed
    assert "It is not there" not in listed
    page.send("/send/now", f"/send/{code}/sent")
    assert code not in page.text("/send")
    home.daily()
    assert [r["Name"] for r in home.rows("History")] == ["Ada Okafor"]
    assert len(server.accepted) == 1


def test_a_letter_in_doubt_that_did_not_go_can_be_sent_again(
    home: Home, script: Script, server: SmtpPeer
) -> None:
    script.dot += ["drop"]
    page = home.approved("Ada Okafor")
    code = page.of("Ada Okafor")
    page.post("/send/go", confirm(page))
    finished(page)
    page.send("/send/now", f"/send/{code}/release")
    page.post("/send/go", confirm(page))
    assert "The letter is on its way" in finished(page)
    assert len(server.accepted) == 1


def test_what_ends_all_of_it_is_said_and_the_letters_stay_approved(
    home: Home, server: SmtpPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = home.approved()
    monkeypatch.delenv("REMEMBERED_PASSWORD")
    page.post("/send/go", confirm(page))
    said = finished(page)
    assert "There is no password for" in said
    assert "No letter went" in said
    assert "3 letters are approved" in page.text("/send")
    assert server.accepted == []


def test_the_quiet_hours_of_settings_hold_what_is_confirmed(home: Home, server: SmtpPeer) -> None:
    home.type_setting("Quiet hours", "11:00-13:00")
    page = home.approved()
    page.post("/send/go", confirm(page))
    assert "Quiet hours until 13:00" in finished(page)
    assert server.accepted == []


@pytest.mark.parametrize("email", ["sam.rivera@example.com", None])
def test_nothing_goes_in_the_name_of_the_samples_address_nor_in_nobodys(
    home: Home, server: SmtpPeer, email: str | None
) -> None:
    home.type_setting("Email", email)
    page = home.approved()
    said = page.text("/send/confirm")
    assert ("address as Email. Fill in your own" in said, "/send/go" in said) == (True, False)
    assert "sample's address" in home.run("send", "--yes", "--to-myself", code=1).said
    assert server.accepted == []


def test_an_open_workbook_sends_nothing(home: Home, server: SmtpPeer) -> None:
    page = home.approved()
    form = confirm(page)
    (home.folder / "~$networking.xlsx").write_bytes(b"\x03Sam" + b" " * 161)
    page.post("/send/go", form)
    said = finished(page)
    assert "No letter went" in said
    assert "open" in said
    assert server.accepted == []


def test_while_another_run_sends_nothing_goes_from_here(home: Home, server: SmtpPeer) -> None:
    page = home.approved()
    with Ledger(page.session.world().ledger_path) as ledger, one_sender(ledger):
        page.post("/send/go", confirm(page))
        assert "Another run of Remembered is sending" in finished(page)
    assert server.accepted == []


def test_a_ledger_that_does_not_know_sent_letters_asks_first(home: Home, server: SmtpPeer) -> None:
    home.daily()
    home.run("approve", home.draft("Ada Okafor")["code"])
    page = home.window()
    page.post("/send/go", confirm(page))
    finished(page)
    for path in (home.folder / "data").glob("*.sqlite*"):
        path.unlink()
    home.run("daily", "--yes")
    home.run("approve", home.draft("Bo Ek")["code"])
    page = home.window()
    page.post("/send/go", confirm(page))
    asked = finished(page)
    assert "One question first" in asked
    assert "Have you looked in your Sent folder" in asked
    assert len(server.accepted) == 1
    page.send("/send/now", "/send/go")
    assert "The letter is on its way" in finished(page)
    assert [a.recipients[0] for a in server.accepted] == ["ada.okafor@example.org", "bo.ek@example.org"]


def test_letters_of_another_day_can_be_rehearsed(home: Home, server: SmtpPeer) -> None:
    home.today = date(2026, 12, 5)
    home.daily()
    home.run("approve", *(d["code"] for d in home.drafts()))
    outcomes = home.run("send", "--yes", "--to-myself", "--json").document
    assert [o["outcome"] for o in outcomes] == ["sent"] * 3
    assert {a.recipients for a in server.accepted} == {("sam.rivera@college.example.edu",)}


def test_letters_of_another_day_wait_until_one_says_today(home: Home, server: SmtpPeer) -> None:
    saturday = date(2026, 12, 5)
    home.today = saturday
    home.daily()
    home.run("approve", *(d["code"] for d in home.drafts()))
    page = Page(home.book, saturday)
    page.session._clock = type("Clock", (), {"now": staticmethod(lambda: datetime(2026, 12, 5, 12))})
    text = page.text("/send")
    assert "Their day has not come" in text
    assert "Its day is Monday, December 7" in text
    assert page.get("/send/confirm").text.count("@example.org") == 0
    page.post("/send/go", page.form("/send/confirm?ahead", "/send/go"))
    finished(page)
    assert len(server.accepted) == 3


@pytest.mark.parametrize("day", [MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)])
def test_a_day_that_is_not_today_sends_nothing(home: Home, server: SmtpPeer, day: date) -> None:
    home.approved()
    page = Page(home.book, MONDAY)
    noon = datetime.combine(day, Noon.now().time())
    page.session._clock = type("Clock", (), {"now": staticmethod(lambda: noon)})
    page.post("/send/go", confirm(page))
    assert "only on the real day" in finished(page)
    assert server.accepted == []


def test_what_was_confirmed_yesterday_is_shown_again_today(home: Home, server: SmtpPeer) -> None:
    home.approved()
    page, next_noon = Page(home.book, None), Noon.now() + timedelta(days=1)
    page.session._clock = Noon
    form = confirm(page)
    page.session._clock = type("Clock", (), {"now": staticmethod(lambda: next_noon)})
    answer = page.post("/send/go", form)
    assert (answer.status_code, server.accepted) == (409, [])
    assert "nothing was sent" in answer.text


def test_a_form_with_another_list_than_was_shown_is_refused(home: Home, server: SmtpPeer) -> None:
    page = home.approved()
    form = confirm(page)
    for over in (
        {"shown": form["shown"][0].replace('"ahead":false', '"ahead":true')},
        {"mark": "0" * 64},
        {"shown": ""},
    ):
        assert page.post("/send/go", {**form, **over}).status_code == 403
    for origin in ("http://127.0.0.1:9", "null", "https://example.com"):
        assert page.post("/send/go", form, Origin=origin).status_code == 403
    assert page.post("/send/go", form, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    other = Page(home.book, MONDAY)
    assert other.post("/send/go", form).status_code == 403
    assert server.accepted == []
    assert {d.status for d in page.session.decision().review.drafts} == {Status.APPROVED}
