"""What happened, recorded in the window: into the workbook at once, kept while it is open, undone, and by nobody else's form."""

from __future__ import annotations

import html
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.review.people import person_key
from tests.books import add_contact, change, make_book, person, rows_of

from .command import remembered
from .test_review_web import Page

TODAY = date(2026, 12, 1)


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    people = [
        person(Phone="555-0101", Approach_sent=date(2026, 11, 23), ID="ada", Source="Cold"),
        person("Bo", "Lindqvist", Replied_on=date(2026, 11, 30), Approach_sent=date(2026, 11, 23), ID="bo"),
        person("Cy", "Young", Why_this_person=None, ID="cy"),
    ]
    history = [
        {"Date": date(2026, 11, 23), "ID": "ada", "Name": "Ada Okafor", "Event": "Approach letter", "Channel": "Email",
         "Detail": "call on 2026-12-01", "Message-ID": "<a@example.com>"},
    ]  # fmt: skip
    return make_book(tmp_path / "networking.xlsx", people, history=history)


@pytest.fixture
def page(workbook: Path) -> Page:
    made = Page(workbook, TODAY)
    made.text("/")
    return made


def step_of(page: Page, name: str) -> str:
    found = re.search(rf'href="/[\w-]+(/step/\w+)"><span class="who"><b>{name}', page.text("/"))
    assert found, page.text("/")
    return found[1]


def outcome(page: Page, name: str, ident: str, key: str, **typed: str) -> Any:
    """Choose an outcome on a step's page, and fill in what it asks for."""
    path = f"{step_of(page, name)}?outcome={key}"
    return page.send(path, f"/contact/{person_key(ident)}/record", **{"outcome": key, **typed})


def row(workbook: Path, first: str = "Ada") -> dict[str, Any]:
    return next(r for r in rows_of(workbook) if r["First name"] == first)


def lock(workbook: Path) -> Path:
    path = workbook.with_name(f"~${workbook.name}")
    path.write_bytes(b"\x03Ada" + b" " * 51)
    return path


def test_a_talk_on_the_telephone_stands_in_the_workbook_and_its_thank_you_is_shown(
    page: Page, workbook: Path
) -> None:
    answer = outcome(
        page,
        "Ada Okafor",
        "ada",
        "interviewed-on-this-call",
        thank_them_for="for telling me how a budget is made",
        fit="4",
    )
    assert answer.status_code == 303, answer.text
    text = page.text(answer.headers["Location"])
    assert "for telling me how a budget is made" in text
    assert "Recorded: Ada Okafor: call on Dec 1: Interviewed on this call." in text
    held = row(workbook)
    assert (held["Called on"].date(), held["Call result"], held["Fit"]) == (
        TODAY,
        "Interviewed on this call",
        4,
    )
    assert [r["Name"] for r in rows_of(workbook, "History") if r["Event"] == "Call"] == ["Ada Okafor"]


def test_how_one_met_is_asked_with_the_talk_for_the_letter_hangs_on_it(page: Page, workbook: Path) -> None:
    change(workbook, "Contacts", 2, {"Interview on": datetime(2026, 11, 27, 10)})
    key = person_key(page.session.world().contacts[0].id)
    form = page.form(f"/contact/{key}?outcome=held", f"/contact/{key}/record")
    page.post(f"/contact/{key}/record", {**form, "outcome": "held", "interview_type": "In person"})
    assert (row(workbook)["Interview held"], row(workbook)["Interview type"]) == ("Yes", "In person")


def test_the_page_proposes_an_interviews_own_day_and_takes_another(page: Page, workbook: Path) -> None:
    change(workbook, "Contacts", 2, {"Interview on": datetime(2026, 11, 27, 10)})
    key = person_key(page.session.world().contacts[0].id)
    form = page.form(f"/contact/{key}?outcome=held", f"/contact/{key}/record")
    assert form["on"] == ["2026-11-27"]
    page.post(f"/contact/{key}/record", {**form, "outcome": "held", "on": "2026-11-28"})
    assert (row(workbook)["Interview on"].date(), row(workbook)["Interview held"]) == (
        date(2026, 11, 28),
        "Yes",
    )


def test_a_call_is_proposed_for_today_whatever_day_the_interview_has(page: Page, workbook: Path) -> None:
    change(workbook, "Contacts", 2, {"Interview on": datetime(2026, 11, 27, 10)})
    key = person_key(page.session.world().contacts[0].id)
    form = page.form(f"/contact/{key}?outcome=left-message", f"/contact/{key}/record")
    assert form["on"] == [TODAY.isoformat()]


def test_that_nobody_came_leaves_the_day_on_which_they_should_have(page: Page, workbook: Path) -> None:
    change(workbook, "Contacts", 2, {"Interview on": datetime(2026, 11, 27, 10)})
    key = person_key(page.session.world().contacts[0].id)
    form = page.form(f"/contact/{key}?outcome=no-show", f"/contact/{key}/record")
    page.post(f"/contact/{key}/record", {**form, "outcome": "no-show", "on": TODAY.isoformat()})
    assert (row(workbook)["Interview on"].date(), row(workbook)["Interview held"]) == (
        date(2026, 11, 27),
        "No-show",
    )


@pytest.mark.parametrize(
    ("day", "offered"), [(date(2026, 11, 27), True), (date(2026, 12, 1), True), (date(2026, 12, 2), False)]
)
def test_what_came_of_an_interview_is_asked_for_once_it_can_have_been(
    page: Page, workbook: Path, day: date, offered: bool
) -> None:
    change(workbook, "Contacts", 2, {"Interview on": day})
    text = page.text(f"/contact/{person_key(page.session.world().contacts[0].id)}")
    assert ("Yes, we met" in text, "No-show" in text) == (offered, offered)


def test_a_cell_that_was_shown_and_left_as_it_was_is_not_written(page: Page, workbook: Path) -> None:
    change(workbook, "Contacts", 2, {"Advice": "to read  more"})
    outcome(page, "Ada Okafor", "ada", "interviewed-on-this-call", fit="4")
    assert set(page.session.recorded[-1].entry.cells) == {"called_on", "call_result", "fit"}
    assert row(workbook)["Advice"] == "to read  more"


def test_undo_puts_the_workbook_back_byte_for_byte(page: Page, workbook: Path) -> None:
    before = workbook.read_bytes()
    answer = outcome(page, "Ada Okafor", "ada", "no-answer")
    assert workbook.read_bytes() != before
    number = page.session.recorded[-1].entry.number
    undone = page.send(answer.headers["Location"], f"/recorded/{number}/undo")
    assert "Taken back: Ada Okafor: call on" in undone.text
    assert workbook.read_bytes() == before
    assert "Ada Okafor" in page.text("/")


def test_undo_refuses_once_the_workbook_says_more(page: Page, workbook: Path) -> None:
    answer = outcome(page, "Ada Okafor", "ada", "no-answer")
    number = page.session.recorded[-1].entry.number
    form = page.form(answer.headers["Location"], f"/recorded/{number}/undo")
    change(workbook, "Contacts", 3, {"Notes": "mine"})
    refused = page.post(f"/recorded/{number}/undo", form)
    assert "was changed since" in refused.text
    assert row(workbook, "Bo")["Notes"] == "mine"


def test_what_is_recorded_while_the_workbook_is_open_waits_and_goes_in_at_the_next_run(
    page: Page, workbook: Path
) -> None:
    before, open_in = workbook.read_bytes(), lock(workbook)
    assert "is open in Excel" in page.text("/")
    answer = outcome(page, "Ada Okafor", "ada", "left-message", on="2026-11-30")
    assert "this waits, and goes in when it is closed" in page.text(answer.headers["Location"])
    assert workbook.read_bytes() == before
    # the day follows from it already, in another window too, and in the commands
    assert "Ada Okafor: call on Nov 30: Left message" in Page(workbook, TODAY).text("/")
    said = remembered(workbook, "daily", today=TODAY.isoformat())
    assert "Ada Okafor: call on 2026-11-30: Left message" in said.stderr
    open_in.unlink()
    assert remembered(workbook, "daily", today=TODAY.isoformat()).exit_code == 0
    assert (row(workbook)["Called on"].date(), row(workbook)["Call result"]) == (
        date(2026, 11, 30),
        "Left message",
    )
    assert page.session.world().state.entries == ()


def test_the_window_writes_what_waits_as_soon_as_the_workbook_is_closed(page: Page, workbook: Path) -> None:
    open_in = lock(workbook)
    outcome(page, "Bo Lindqvist", "bo", "answered")
    page.get("/state")
    assert row(workbook, "Bo")["Answered on"] is None
    open_in.unlink()
    page.get("/state")
    assert row(workbook, "Bo")["Answered on"].date() == TODAY


def test_what_excel_says_since_is_not_overwritten_unasked(page: Page, workbook: Path) -> None:
    open_in = lock(workbook)
    outcome(page, "Ada Okafor", "ada", "no-answer")
    change(workbook, "Contacts", 2, {"Called on": TODAY, "Call result": "Declined"})
    open_in.unlink()
    remembered(workbook, "daily", today=TODAY.isoformat())
    assert row(workbook)["Call result"] == "Declined"
    text = page.text("/")
    assert "Which of the two holds?</h2>" in text
    assert "goes in at the next look" not in text
    assert "Call result says “Declined” since." in text
    number = page.session.world().state.entries[0].number
    assert page.send("/", f"/recorded/{number}/hold").status_code == 303
    assert row(workbook)["Call result"] == "No answer"
    assert page.session.world().state.entries == ()


def test_what_waits_and_is_taken_back_costs_no_letter(page: Page, workbook: Path) -> None:
    """While it waits the letter is due no longer; once it is taken back the letter is there again, and approved."""
    change(workbook, "Contacts", 4, {"Why this person": "because of your study of waiting rooms"})
    code = page.of("Cy Young")
    page.send(f"/letter/{code}", f"/letter/{code}/approve")
    [letter] = (workbook.parent / "outbox").glob(f"{code}-*.txt")
    open_in, before = lock(workbook), letter.read_bytes()
    person_page = f"/contact/{person_key('cy')}"
    page.send(f"{person_page}?outcome=hold", f"{person_page}/record", outcome="hold", on_hold="2027-01-15")
    assert "Cy Young" not in page.text("/letters")
    [waits] = page.session.world().state.entries
    page.send("/", f"/recorded/{waits.number}/undo")
    open_in.unlink()
    assert page.status(code) == "Approved"
    assert letter.read_bytes() == before


def test_what_waits_can_be_taken_back(page: Page, workbook: Path) -> None:
    lock(workbook)
    outcome(page, "Ada Okafor", "ada", "no-answer")
    number = page.session.world().state.entries[0].number
    other = Page(workbook, TODAY)
    assert "The workbook never had it" in other.send("/", f"/recorded/{number}/undo").text
    assert page.session.world().state.entries == ()
    assert "Ada Okafor" in page.text("/")


def test_an_old_form_records_nothing(page: Page, workbook: Path) -> None:
    path = f"/contact/{person_key('ada')}/record"
    form = page.form(step_of(page, "Ada Okafor"), path)
    change(workbook, "Contacts", 2, {"Phone": "555-0199"})
    answer = page.post(path, {**form, "outcome": "no-answer"})
    assert answer.status_code == 422
    assert "changed since you saw this" in answer.text
    assert row(workbook)["Called on"] is None


def test_two_tabs_record_one_call_once(page: Page, workbook: Path) -> None:
    path = f"/contact/{person_key('ada')}/record"
    one, two = (page.form(step_of(page, "Ada Okafor"), path) for _ in range(2))
    assert page.post(path, {**one, "outcome": "no-answer"}).status_code == 303
    assert page.post(path, {**two, "outcome": "declined"}).status_code == 422
    assert row(workbook)["Call result"] == "No answer"


@pytest.mark.parametrize("over", [{"mark": "0" * 64}, {"shown": "0" * 64}])
def test_a_form_that_the_page_did_not_make_is_refused(
    page: Page, workbook: Path, over: dict[str, str]
) -> None:
    path = f"/contact/{person_key('ada')}/record"
    form = page.form(step_of(page, "Ada Okafor"), path) | {"outcome": "no-answer"} | over
    assert page.post(path, form).status_code == 403
    elsewhere = page.form(step_of(page, "Ada Okafor"), path) | {"outcome": "no-answer"}
    assert page.post(path, elsewhere, Origin="http://127.0.0.1:1").status_code == 403
    assert page.post(f"/contact/{person_key('bo')}/record", elsewhere).status_code == 403
    assert row(workbook)["Called on"] is None


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30.11.2026", date(2026, 11, 30)),
        ("30.11.", date(2026, 11, 30)),
        ("1.12.26", TODAY),
        ("2026-11-30", date(2026, 11, 30)),
    ],
)
def test_a_day_with_dots_is_read_day_first(page: Page, workbook: Path, typed: str, day: date) -> None:
    assert outcome(page, "Ada Okafor", "ada", "no-answer", on=typed).status_code == 303
    assert row(workbook)["Called on"].date() == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"on": "2026-12-02"}, "lies in the future"),
        ({"on": "1/12/2026"}, "can be read two ways"),
        ({"on": "soon"}, "is not a date"),
        ({"outcome": "call-later"}, "Fill in Call again on"),
        ({"outcome": "declined", "thank_them_for": "your time"}, "Write it anew"),
        ({"outcome": "interviewed-on-this-call", "fit": "9"}, "Type a whole number from 1 to 5"),
        ({"outcome": "resurrected"}, "Choose what happened"),
    ],
)
def test_what_could_not_be_read_in_the_workbook_is_refused_with_what_was_typed(
    page: Page, workbook: Path, typed: dict[str, str], said: str
) -> None:
    before = workbook.read_bytes()
    answer = outcome(page, "Ada Okafor", "ada", "no-answer", **typed)
    assert answer.status_code == 422
    assert said in answer.text
    assert all(text in answer.text for text in typed.values() if text != "resurrected")
    assert workbook.read_bytes() == before


def test_a_phrase_may_be_kept_as_it_was_typed(page: Page, workbook: Path) -> None:
    typed = {"thank_them_for": "the names"}
    assert outcome(page, "Ada Okafor", "ada", "declined", **typed).status_code == 422
    assert outcome(page, "Ada Okafor", "ada", "declined", anyway="thank_them_for", **typed).status_code == 303
    assert row(workbook)["Thank them for"] == "the names"


def test_all_phrases_that_would_not_read_are_shown_at_once_and_kept_at_once(
    page: Page, workbook: Path
) -> None:
    typed = {"thank_them_for": "the names", "they_offered": "maybe a talk with Ed"}
    asked = outcome(page, "Ada Okafor", "ada", "interviewed-on-this-call", **typed)
    assert asked.status_code == 422
    assert "Nothing is recorded yet" in asked.text
    [anyway] = re.findall(r'name="anyway" value="([^"]*)"', asked.text)
    kept = outcome(page, "Ada Okafor", "ada", "interviewed-on-this-call", anyway=anyway, **typed)
    assert kept.status_code == 303
    assert (row(workbook)["Thank them for"], row(workbook)["They offered"]) == tuple(typed.values())


def test_a_mended_phrase_is_taken_with_a_click_and_the_other_is_asked_about_again(
    page: Page, workbook: Path
) -> None:
    typed = {"thank_them_for": "the names", "they_offered": "maybe a talk with Ed"}
    talked = "interviewed-on-this-call"
    asked = outcome(page, "Ada Okafor", "ada", talked, **typed)
    assert re.findall(r'name="take" value="([^"]*)">([^<]*)<', asked.text) == [
        ("thank_them_for", "Take: “for the names”")
    ]
    both = {**typed, "anyway": "thank_them_for they_offered", "take": "thank_them_for"}
    again = outcome(page, "Ada Okafor", "ada", talked, **both)
    assert again.status_code == 422
    assert "\nfor the names</textarea>" in again.text
    assert 'name="take"' not in again.text
    one = {"thank_them_for": "the names", "take": "thank_them_for"}
    assert outcome(page, "Ada Okafor", "ada", talked, **one).status_code == 303
    assert row(workbook)["Thank them for"] == "for the names"


def test_a_mended_phrase_of_somebody_new_is_taken_with_a_click(page: Page, workbook: Path) -> None:
    typed = {"first_name": "Di", "last_name": "Vernon", "why_this_person": "your work on intake"}
    asked = page.send("/person", "/person", **typed)
    assert "Take: “because of your work on intake”" in asked.text
    assert page.send("/person", "/person", take="why_this_person", **typed).status_code == 303
    assert row(workbook, "Di")["Why this person"] == "because of your work on intake"


def test_days_chosen_in_the_form_stay_chosen_when_it_comes_back_with_a_flaw(page: Page) -> None:
    typed = {"interview_on": "2026-12-10", "interview_on_time": "14:30", "where": "I meet them upstairs"}
    asked = outcome(page, "Ada Okafor", "ada", "accepted-in-person", on="2026-11-30", **typed)
    assert asked.status_code == 422
    shown = dict(re.findall(r'<input(?: id="[^"]*")? name="(\w+)"([^>]*)>', asked.text))
    assert 'type="date" value="2026-12-10"' in shown["interview_on"]
    assert 'type="time" value="14:30"' in shown["interview_on_time"]
    assert 'type="date" value="2026-11-30"' in shown["on"]
    assert "2026-12-03 14:30" not in asked.text, "a note for who types"


def test_a_cell_that_comes_back_keeps_its_time_beside_its_day(page: Page, workbook: Path) -> None:
    where, cell = f"/contact/{person_key('bo')}?cell=interview_on", f"/cell/{person_key('bo')}/interview_on"
    form = page.form(where, cell)
    change(workbook, "Contacts", 3, {"Interview on": date(2026, 12, 8)})
    stale = page.post(cell, {**form, "value": "2026-12-10 14:30"})
    assert 'type="time" value="14:30"' in stale.text
    asked = {**page.form(where, cell), "value": "2026-12-10", "value_time": "14:30"}
    assert page.post(cell, asked).status_code == 303
    assert row(workbook, "Bo")["Interview on"] == datetime(2026, 12, 10, 14, 30)


def test_a_kept_offer_is_dated_today_unless_another_day_is_said(page: Page, workbook: Path) -> None:
    contact = f"/contact/{person_key('ada')}"
    assert 'name="on" type="date" value="2026-12-01"' in page.text(contact)
    assert page.send(contact, f"{contact}/record", outcome="kept").status_code == 303
    assert row(workbook)["Offer kept on"].date() == TODAY


def test_an_interview_is_set_with_its_time(page: Page, workbook: Path) -> None:
    outcome(
        page,
        "Bo Lindqvist",
        "bo",
        "date",
        interview_on="2026-12-10",
        interview_on_time="14:30",
        where="at your office",
    )
    held = row(workbook, "Bo")
    assert (held["Interview on"], held["Where"]) == (datetime(2026, 12, 10, 14, 30), "at your office")


@pytest.mark.parametrize(("typed", "held"), [("Yes", "Yes"), ("24.12.2026", date(2026, 12, 24))])
def test_a_contact_rests(page: Page, workbook: Path, typed: str, held: object) -> None:
    path = f"/contact/{person_key('ada')}"
    answer = page.send(f"{path}?outcome=hold", f"{path}/record", outcome="hold", on_hold=typed)
    assert answer.status_code == 303
    found = row(workbook)["On hold"]
    assert (found.date() if isinstance(found, datetime) else found) == held


def test_the_address_is_corrected_and_the_person_stays_who_they_are(page: Page, workbook: Path) -> None:
    path = f"/contact/{person_key('ada')}"
    page.send(f"{path}?outcome=address", f"{path}/record", outcome="address", email="ada@example.net")
    assert (row(workbook)["Email"], row(workbook)["ID"]) == ("ada@example.net", "ada")
    bad = page.send(f"{path}?outcome=address", f"{path}/record", outcome="address", email="ada@")
    assert bad.status_code == 422
    assert row(workbook)["Email"] == "ada@example.net"


def test_somebody_named_is_added_with_who_named_them(page: Page, workbook: Path) -> None:
    path = f"/contact/{person_key('ada')}"
    page.send(f"{path}?outcome=told", f"{path}/record", outcome="told", referrals_given="Di Vernon")
    text = page.text("/")
    href = re.search(r'href="/[\w-]+(/person\?[^"]+)"', text)
    assert href, text
    answer = page.send(href[1].replace("&amp;", "&"), "/person", organization="Osbaldistone Hall")
    assert answer.status_code == 303
    added = row(workbook, "Di")
    assert (added["Last name"], added["Organization"], added["Referred by"], added["Source"]) == (
        "Vernon", "Osbaldistone Hall", "Ada Okafor", "Referral",
    )  # fmt: skip
    assert added["ID"]
    twice = page.send(href[1].replace("&amp;", "&"), "/person", organization="Osbaldistone Hall")
    assert twice.status_code == 422
    assert "is in Contacts already" in twice.text


def test_a_person_recorded_while_the_workbook_is_open_is_added_once(page: Page, workbook: Path) -> None:
    open_in = lock(workbook)
    page.send("/person", "/person", first_name="Di", last_name="Vernon", email="di@example.org")
    open_in.unlink()
    add_contact(workbook, {"First name": "Di", "Last name": "Vernon", "Email": "DI@example.org"})
    remembered(workbook, "daily", today=TODAY.isoformat())
    assert [r["First name"] for r in rows_of(workbook)].count("Di") == 1
    assert page.session.world().state.entries == ()


def test_a_why_is_written_and_the_next_person_comes_up(page: Page, workbook: Path) -> None:
    assert "1 person lacks <i>Why this person</i>" in page.text("/")
    action = f"/cell/{person_key('cy')}/why_this_person"
    frame = html.unescape(re.findall(r'data-frame="([^"]+)"', page.text("/whys"))[0])
    refused = page.send("/whys", action, value="your success")
    assert refused.status_code == 422
    assert frame.replace("{}", "your success") in html.unescape(refused.text), "the letter's own sentence"
    answer = page.send("/whys", action, value="because of the clinic that you opened on Water Street")
    assert answer.status_code == 303
    assert "Nobody lacks Why this person" in page.text(answer.headers["Location"])
    assert row(workbook, "Cy")["Why this person"] == "because of the clinic that you opened on Water Street"


def test_somebody_named_is_added_with_the_organization_that_stood_beside_the_name(page: Page) -> None:
    path = f"/contact/{person_key('ada')}"
    named = {"referrals_given": "Di Vernon (Pacific Switching)"}
    page.send(f"{path}?outcome=told", f"{path}/record", outcome="told", **named)
    [link] = re.findall(r'href="/[\w-]+(/person\?[^"]*)"', page.text("/"))
    assert 'name="organization" value="Pacific Switching"' in page.text(html.unescape(link))


def test_a_bad_cell_is_corrected_where_it_is_said(page: Page, workbook: Path) -> None:
    change(workbook, "Contacts", 2, {"Call result": "spoke"})
    action = f"/cell/{person_key('ada')}/call_result"
    assert "spoke" in page.text("/problems")
    assert page.send("/problems", action, value="Left message").status_code == 303
    assert row(workbook)["Call result"] == "Left message"


def test_a_blocked_letter_names_its_cell_and_has_a_box_for_it(page: Page, workbook: Path) -> None:
    code = page.of("Cy Young")
    assert re.search(r"Blocked: Why this person, Contacts!L\d", page.text("/letters"))
    action = f"/cell/{person_key('cy')}/why_this_person"
    answer = page.send(
        f"/letter/{code}", action, value="because of the clinic that you opened on Water Street"
    )
    assert answer.headers["Location"].partition("?")[0].endswith(f"/letter/{code}")
    assert "the clinic that you opened on Water Street" in page.text(f"/letter/{code}")
    assert "Blocked: Why" not in page.text("/letters")


def test_letters_to_one_firm_stand_side_by_side_and_count_their_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    both = [person(Organization="Example Clinic"), person("Bo", "Lindqvist", Organization="Example clinic")]
    page = Page(make_book(tmp_path / "networking.xlsx", both), TODAY)
    codes = [d.letter.code for d in page.session.decision().review.drafts]
    if len(codes) == 2:
        text = page.text(f"/letter/{codes[0]}")
        assert "The same day to the same firm" in text
        assert f"/letter/{codes[1]}" in text
    assert re.search(
        r"\d+ words, \d+ seconds to read · I \d+ : you \d+ · longest sentence \d+ words",
        page.text("/letters"),
    )


def test_contacts_are_found_by_any_of_their_words(page: Page) -> None:
    assert "Ada Okafor" in page.text("/contacts?find=example+clinic")
    assert "Bo Lindqvist" not in page.text("/contacts?find=example+clinic")
    assert "Nobody in Contacts has" in page.text("/contacts?find=nobody")


def test_how_it_goes_says_what_coach_says(page: Page, workbook: Path) -> None:
    said = remembered(workbook, "coach", today=TODAY.isoformat()).stdout
    text = page.text("/progress")
    assert said.splitlines()[0] in text
    assert "Week by week" in text


def test_a_command_says_what_waits(page: Page, workbook: Path) -> None:
    lock(workbook)
    outcome(page, "Ada Okafor", "ada", "no-answer")
    said = remembered(workbook, "log", "Bo", "answered", today=TODAY.isoformat())
    assert said.exit_code == 4
    assert len(page.session.world().state.entries) == 1


def test_yesterday_is_a_day_like_another(page: Page) -> None:
    day = (TODAY - timedelta(days=1)).isoformat()
    assert outcome(page, "Ada Okafor", "ada", "wrong-person", on=day).status_code == 303


def test_several_recordings_are_undone_one_after_the_other_the_latest_first(
    page: Page, workbook: Path
) -> None:
    states = [workbook.read_bytes()]
    for name, key in (("Ada Okafor", "no-answer"), ("Bo Lindqvist", "answered")):
        outcome(page, name, name[:3].strip().casefold(), key)
        states.append(workbook.read_bytes())
    page.send(
        f"/contact/{person_key('cy')}?cell=notes", f"/cell/{person_key('cy')}/notes", value="met in May"
    )
    numbers = [r.entry.number for r in page.session.recorded]
    assert f"/recorded/{numbers[1]}/undo" not in page.text("/")
    for number, state in zip(reversed(numbers), reversed(states), strict=True):
        page.send("/", f"/recorded/{number}/undo")
        assert workbook.read_bytes() == state
    assert "/undo" not in page.text("/")


def test_what_waited_is_undone_as_one_and_not_with_what_came_after(page: Page, workbook: Path) -> None:
    before, open_in = workbook.read_bytes(), lock(workbook)
    outcome(page, "Ada Okafor", "ada", "no-answer")
    page.send(
        f"/contact/{person_key('cy')}?cell=notes", f"/cell/{person_key('cy')}/notes", value="met in May"
    )
    open_in.unlink()
    outcome(page, "Bo Lindqvist", "bo", "answered")
    assert row(workbook, "Bo")["Answered on"]
    page.send("/", f"/recorded/{page.session.undoable}/undo")
    assert (row(workbook, "Bo")["Answered on"], row(workbook, "Cy")["Notes"]) == (None, "met in May")
    undone = page.send("/", f"/recorded/{page.session.undoable}/undo")
    assert "Taken back: Ada Okafor: call on Dec 1: No answer; Cy Young: Notes" in undone.text
    assert workbook.read_bytes() == before


def test_what_another_window_recorded_meanwhile_is_not_undone_with_it(page: Page, workbook: Path) -> None:
    open_in, other = lock(workbook), Page(workbook, TODAY)
    outcome(page, "Ada Okafor", "ada", "no-answer")
    outcome(other, "Bo Lindqvist", "bo", "answered")
    open_in.unlink()
    page.get("/state")
    assert row(workbook, "Bo")["Answered on"]
    assert "/undo" not in page.text("/")


def test_no_undo_is_offered_once_the_workbook_says_more(page: Page, workbook: Path) -> None:
    outcome(page, "Ada Okafor", "ada", "no-answer")
    assert "/undo" in page.text("/")
    change(workbook, "Contacts", 3, {"Notes": "mine"})
    assert "/undo" not in page.text("/")


@pytest.mark.parametrize("before", ["Yes", "No-show", "Cancelled"])
def test_a_talk_agreed_on_after_another_begins_with_nothing_said_of_it(
    page: Page, workbook: Path, before: str
) -> None:
    change(workbook, "Contacts", 2, {"Interview on": date(2026, 11, 27), "Interview held": before})
    remembered(workbook, "daily", today=TODAY.isoformat())
    path = f"/contact/{person_key('ada')}"
    answer = page.send(
        f"{path}?outcome=accepted-phone",
        f"{path}/record",
        outcome="accepted-phone",
        interview_on="2026-12-08",
    )
    assert answer.status_code == 303, answer.text
    assert (row(workbook)["Interview on"].date(), row(workbook)["Interview held"]) == (
        date(2026, 12, 8),
        None,
    )


@pytest.fixture
def said_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a workbook that said of a talk that it was held before it can have been."""
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    talk = {"Interview_on": date(2026, 12, 1), "Interview_type": "Phone", "Interview_held": "Yes"}
    people = [person(ID="ada", Approach_sent=date(2026, 11, 16), Enclose_resume="No", **talk)]
    book = make_book(tmp_path / "networking.xlsx", people)
    remembered(book, "daily", today="2026-11-30")
    return book


def test_that_a_second_talk_was_held_counts_though_the_cell_says_it_already(said_before: Path) -> None:
    book, page = said_before, Page(said_before, date(2026, 12, 2))
    assert [a.step for a in page.session.decision().actions] == ["record_outcome"]
    assert page.session.decision().review.drafts == ()
    outcome(page, "Ada Okafor", "ada", "held", thank_them_for="for a plain account of the work")
    [draft] = page.session.decision().review.drafts
    assert "a plain account of the work" in draft.letter.body
    again = Page(book, date(2026, 12, 2))
    assert [d.letter.body for d in again.session.decision().review.drafts] == [draft.letter.body]


@pytest.mark.parametrize("closed", [True, False], ids=["written", "waiting"])
def test_that_it_was_held_is_taken_back_though_the_cell_says_it_still(
    said_before: Path, closed: bool
) -> None:
    page = Page(said_before, date(2026, 12, 2))
    open_in = None if closed else lock(said_before)
    answer = outcome(page, "Ada Okafor", "ada", "held", thank_them_for="for a plain account of the work")
    assert [a.step for a in page.session.decision().actions] == ["thank_you"]
    remembered(said_before, "daily", today="2026-12-02")
    page.send(answer.headers["Location"], f"/recorded/{page.session.recorded[-1].entry.number}/undo")
    if open_in:
        open_in.unlink()
    for window in (page, Page(said_before, date(2026, 12, 2))):
        assert [a.step for a in window.session.decision().actions] == ["record_outcome"]
        assert window.session.decision().review.drafts == ()


def test_a_day_typed_over_is_asked_about_on_their_page(page: Page, workbook: Path) -> None:
    change(workbook, "Contacts", 2, {"Interview on": TODAY, "Interview type": "Phone"})
    page.text("/")
    change(workbook, "Contacts", 2, {"Interview on": date(2026, 12, 9)})
    ada = f"/contact/{person_key('ada')}"
    assert "Yes, we met on Dec 1" in page.text(ada)
    form = page.form(ada, f"{ada}/record")
    sent = {**form, "outcome": "talked-then@2026-12-01"}
    assert page.post(f"{ada}/record", sent).status_code == 303
    [met] = [r for r in rows_of(workbook, "History") if r["Event"] == "Interview"]
    assert (met["Date"].date(), met["Detail"]) == (TODAY, "Yes, Phone")
    assert row(workbook)["Interview on"].date() == date(2026, 12, 9)
    assert "we met on Dec 1" not in page.text(ada)
    assert page.post(f"{ada}/record", {**sent, "shown": form["shown"]}).status_code == 422


def test_the_day_of_a_talk_typed_over_takes_no_later_ones_place(page: Page, workbook: Path) -> None:
    change(workbook, "Contacts", 2, {"Interview on": date(2026, 12, 1), "Interview type": "Phone"})
    page.text("/")
    page = Page(workbook, date(2026, 12, 4))
    change(workbook, "Contacts", 2, {"Interview on": date(2026, 12, 3)})
    page.text("/")
    path = f"/contact/{person_key('ada')}"
    form = page.form(f"{path}?outcome=held", f"{path}/record")
    answer = page.post(f"{path}/record", {**form, "outcome": "held", "on": "2026-12-01"})
    assert "the day of another talk" in answer.text
    assert (row(workbook)["Interview on"].date(), row(workbook)["Interview held"]) == (
        date(2026, 12, 3),
        None,
    )


def test_an_earlier_day_takes_no_place_of_a_talk_that_was_held(page: Page, workbook: Path) -> None:
    talk = {"Interview on": date(2026, 11, 30), "Interview type": "Phone", "Interview held": "Yes"}
    change(workbook, "Contacts", 2, talk)
    page.text("/")
    path = f"/contact/{person_key('ada')}"
    form = page.form(f"{path}?outcome=held", f"{path}/record")
    answer = page.post(f"{path}/record", {**form, "outcome": "held", "on": "2026-11-27"})
    assert "Date 2026-11-27, Name Ada Okafor, Event Interview, Detail “Yes, In person”" in answer.text
    assert "If it was that same talk, type 2026-11-27 into Contacts!" in answer.text
    assert ". If not, write it into History: " in answer.text
    assert row(workbook)["Interview on"].date() == date(2026, 11, 30)


def test_to_a_reply_belongs_that_they_said_no_in_it(page: Page, workbook: Path) -> None:
    """R5: who only wrote is thanked for the answer, whatever the day on which that is recorded."""
    step = step_of(page, "Bo Lindqvist")
    for label in ("I answered them", "They said no", "They sent me to somebody else", "A date is set"):
        assert label in page.text(step)
        assert label in page.text("/")
    form = page.form(f"{step}?outcome=said-no", f"/contact/{person_key('bo')}/record")
    assert form["on"] == ["2026-11-30"]
    said = outcome(page, "Bo Lindqvist", "bo", "said-no", thank_them_for="for so plain a word")
    text = page.text(said.headers["Location"])
    assert "Recorded: Bo Lindqvist: by mail on Nov 30: Declined." in text
    assert "Thank you for your answer" in text or "thanks for your answer" in text
    held = row(workbook, "Bo")
    assert (held["Called on"], held["Call result"], held["Replied on"].date()) == (
        None,
        "Declined",
        date(2026, 11, 30),
    )
    bo = f"/contact/{person_key('bo')}"
    assert page.form(f"{bo}?outcome=said-no", f"{bo}/record")["on"] == ["2026-11-30"]  # no second refusal


def test_a_refusal_on_a_call_is_proposed_on_the_day_of_that_call_when_it_is_said_again(
    page: Page, workbook: Path
) -> None:
    outcome(page, "Ada Okafor", "ada", "declined", thank_them_for="for so plain a word", on="2026-11-30")
    ada = f"/contact/{person_key('ada')}"
    for key, day in (("declined", "2026-11-30"), ("wrong-person", "2026-12-01")):
        assert page.form(f"{ada}?outcome={key}", f"{ada}/record")["on"] == [day]


def test_whom_they_named_instead_is_written_to_next(page: Page, workbook: Path) -> None:
    outcome(page, "Bo Lindqvist", "bo", "sent-on", referrals_given="Anna Berg")
    held = row(workbook, "Bo")
    assert (held["Called on"], held["Call result"], held["Referrals given"]) == (
        None,
        "Wrong person",
        "Anna Berg",
    )
    assert "Anna Berg" in page.text("/")


def test_on_a_persons_page_a_mail_stands_beside_calls(page: Page, workbook: Path) -> None:
    where = f"/contact/{person_key('ada')}"
    assert "<h3>A mail</h3>" in page.text(where)
    again = TODAY + timedelta(40)
    page.send(
        f"{where}?outcome=rather-not",
        f"{where}/record",
        outcome="rather-not",
        call_again_on=again.isoformat(),
    )
    held = row(workbook)
    assert (held["Called on"], held["Call result"], held["Replied on"].date()) == (None, "Put off", TODAY)
    assert held["Call again on"].date() == again


def test_of_an_id_that_stands_twice_nothing_is_recorded_until_each_row_has_its_own(
    page: Page, workbook: Path
) -> None:
    add_contact(workbook, person("Dee", "Dorn", Organization="Borg", ID="ada"))
    here = f"/contact/{person_key('ada')}"
    answer = page.send(f"{here}?outcome=declined", f"{here}/record", outcome="declined")
    assert "Row 2 of Contacts: ID stands on rows 2 and 5" in html.unescape(answer.text)
    assert {r["Call result"] for r in rows_of(workbook)} == {None}
