"""What Today leads to first: letters to read, letters approved and not sent, letters in which something is missing."""

from __future__ import annotations

import re
from datetime import date, datetime
from html import unescape
from pathlib import Path

import pytest

from pipeline.day.apply import run_day
from pipeline.review.listing import step_key
from pipeline.review.people import person_key
from tests.books import change, make_book, person, rows_of
from tests.review.test_review_web import TODAY, Page

WHY = "because of the clinic that you opened on Water Street"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    people = [
        person("Ada", "Okafor", Why_this_person=WHY, Organization="A House"),
        person("Bo", "Lindqvist", Why_this_person=WHY, Organization="B House"),
        person("Cy", "Young", Why_this_person=None, Organization="C House"),
        person("Di", "Reed", Organization="D House", Approach_sent=date(2026, 11, 23), Phone="555-0103",
               Called_on=TODAY, Call_result="Interviewed on this call"),
        person("Ed", "Stone", Organization="E House", Approach_sent=date(2026, 11, 23), Phone="555-0104",
               Called_on=date(2026, 11, 27), Call_result="Accepted - in person",
               Interview_on=datetime(2026, 12, 1, 15, 30), Where="Room 7"),
        person("Gil", "North", Organization="G House", Approach_sent=date(2026, 11, 23), ID="gil", Why_this_person=WHY,
               Referrals_given="Nick Cave, nick@example.com; Aunt Linda", Replied_on=TODAY, Answered_on=TODAY),
        person("Fay", "Young", Organization="F House", Approach_sent=date(2026, 11, 20), Phone="555-0105"),
    ]  # fmt: skip
    return Page(make_book(tmp_path / "networking.xlsx", people, settings={"Send through": "Browser"}))


def leads(page: Page) -> list[str]:
    found = re.findall(r'<p class="lead">(.*?)</p>', page.text("/"), re.DOTALL)
    return [" ".join(unescape(re.sub("<[^>]+>", "", lead)).split()) for lead in found]


def test_letters_that_can_be_approved_come_first_and_each_lack_is_told_once(page: Page) -> None:
    assert leads(page)[:3] == [
        "Read 2 letters n",
        "Something is missing in the letter to Di Reed: fill it in",
        "1 person lacks Why this person: write it now",
    ]


def test_no_why_is_asked_for_once_the_letter_itself_says_it(page: Page) -> None:
    code = page.of("Cy Young")
    edit = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    body = re.sub(r"\[because[^\]]*\]", WHY, edit["body"][0])
    assert page.post(f"/letter/{code}/save", {**edit, "body": body}).status_code == 303
    assert not [lead for lead in leads(page) if "Why this person" in lead]
    assert "Nobody lacks Why this person" in page.text("/whys")


def test_what_is_approved_and_not_sent_is_told_also_while_others_are_to_be_read(page: Page) -> None:
    code = page.of("Ada Okafor")
    page.session.approve(code, shown=page.session.shown(code))
    assert leads(page)[:2] == ["Read 1 letter n", "1 approved, not sent yet: send it"]
    other = page.of("Bo Lindqvist")
    page.session.approve(other, shown=page.session.shown(other))
    assert leads(page)[:2] == [
        "Send 2 letters n",
        "Something is missing in the letter to Di Reed: fill it in",
    ]


def test_a_letter_opened_in_ones_own_mail_is_asked_about_until_it_is_said_whether_it_went(page: Page) -> None:
    code = page.of("Ada Okafor")
    page.session.approve(code, shown=page.session.shown(code))
    assert page.send("/send", f"/send/{code}/open", **{"in": "gmail"}).status_code == 200
    assert "Did the letter to Ada Okafor go? Say so" in leads(page)
    page.session.resolve(code, "sent", shown=page.session.shown(code))
    assert not [lead for lead in leads(page) if lead.startswith("Did ")]


@pytest.mark.parametrize("edited", [False, True])
def test_a_letter_can_follow_an_address_that_was_corrected_after_its_approval(
    page: Page, edited: bool
) -> None:
    run_day(page.session.workbook, TODAY, datetime(2026, 12, 1, 8))  # the IDs are written
    code = page.of("Ada Okafor")
    draft = page.session.draft(code)
    body = draft.letter.body.replace("Sincerely", "With kind regards") if edited else draft.letter.body
    if edited:
        page.session.edit(code, draft.letter.subject, body, shown=page.session.shown(code))
    page.session.approve(code, shown=page.session.shown(code))
    change(page.session.workbook, "Contacts", 2, {"Email": "ada@example.net"})
    assert page.status(code) == "Blocked"
    assert "Write to ada@example.net instead" in page.text(f"/letter/{code}")
    assert page.send(f"/letter/{code}", f"/letter/{code}/readdress").status_code == 303
    letter = page.session.draft(code).letter
    assert (letter.to, letter.body, page.status(code)) == ("ada@example.net", body, "To review")
    assert "instead" not in page.text(f"/letter/{code}")
    run_day(page.session.workbook, TODAY, datetime(2026, 12, 1, 12))
    assert page.session.draft(code).letter.to == "ada@example.net"


def test_an_interview_of_today_is_not_called_late(page: Page) -> None:
    text = page.text("/")
    assert '<b>Ed Stone</b> <span class="late">today at 15:30</span>' in text
    assert "The interview is on Dec 1 at 15:30, Room 7." in text
    assert "late" not in re.sub('class="late"', "", text.split("Interviews <span")[1].split("</section>")[0])


def test_a_call_shows_the_number(page: Page) -> None:
    [line] = re.findall(r"<b>Fay Young</b>.*?</a>", page.text("/"), re.DOTALL)
    assert "555-0105 · " in line


def test_somebody_named_with_an_address_is_added_with_it_and_who_is_known_is_left_out(page: Page) -> None:
    text = page.text("/")
    link = re.search(r'href="([^"]+name=Nick\+Cave[^"]*)"', text)
    assert link
    assert 'value="nick@example.com"' in page.text(unescape(link[1]))
    key = next(step_key(a) for a in page.session.decision().actions if a.about == ("Aunt Linda",))
    assert page.send("/", f"/step/{key}/leave-out").status_code == 303
    row = next(r for r in rows_of(page.session.workbook) if r["First name"] == "Gil")
    assert row["Referrals given"] == "Nick Cave, nick@example.com; (Aunt Linda)"
    assert "Aunt Linda</b>" not in page.text("/")


def test_a_call_without_a_number_leads_to_its_cell(tmp_path: Path) -> None:
    called = person(Approach_sent=date(2026, 11, 16), Called_on=date(2026, 11, 20), Call_result="No answer")
    page = Page(make_book(tmp_path / "networking.xlsx", [called]))
    assert "No number yet · " in page.text("/")
    [step] = set(re.findall(r'href="[^"]*(/step/\w+)"', page.text("/")))
    text = page.text(step)
    assert "Telephone (Phone is blank: find the number)." in text
    assert '/">Today</a></p>' in text
    [lacks] = re.findall(r'href="[^"]*(/contact/\w+\?cell=phone)#cell">Fill in Phone<', text)
    assert 'id="f-cell"' in page.text(lacks)


def test_a_name_to_add_asks_nothing_that_cannot_be_answered_there(tmp_path: Path) -> None:
    met = person(Interview_on=date(2026, 11, 9), Interview_held="Yes", Interview_type="Phone", Referrals_given="Bo Ek",
                 **{"Thank-you sent": date(2026, 11, 10)})  # fmt: skip
    page = Page(make_book(tmp_path / "networking.xlsx", [met]))
    [step] = set(re.findall(r'href="[^"]*(/step/\w+)"', page.text("/")))
    assert "Add to Contacts" in page.text(step)
    assert "What happened?" not in page.text(step)


def test_who_lacks_a_name_waits_for_it_and_not_for_a_call(tmp_path: Path) -> None:
    nameless = person() | {"First name": None, "Last name": None}
    page = Page(make_book(tmp_path / "networking.xlsx", [nameless]))
    [at] = set(re.findall(r"/contact/\w+", page.text("/contacts")))
    assert "a name is missing. Once it is filled in, a first letter follows." in page.text(at)


def test_only_what_a_check_found_is_marked_in_the_letter(tmp_path: Path) -> None:
    met = person(Interview_on=date(2026, 11, 9), Interview_held="Yes", Interview_type="Phone", They_offered="to lend me her notes",
                 **{"Thank-you sent": date(2026, 11, 10)})  # fmt: skip
    page = Page(make_book(tmp_path / "networking.xlsx", [met]))
    [code] = set(re.findall(r"/letter/(\w+)", page.text("/letters")))
    text = page.text(f"/letter/{code}")
    assert "so say “you”" in text
    marked = re.findall(r"<mark[^>]*>([^<]*)</mark>", text)
    assert any("her notes" in words for words in marked)
    assert not any(words.casefold() == "you" for words in marked)


def test_what_was_noticed_stands_above_what_was_recorded(page: Page) -> None:
    cy = next(c for c in page.session.world().contacts if c.first_name == "Cy")
    change(page.session.world().place.workbook, "Contacts", 5, {"Opening mentioned": "a post in the spring"})
    key = person_key(cy.id)
    page.send(f"/contact/{key}?cell=why_this_person", f"/cell/{key}/why_this_person", value=WHY)
    text = page.text("/")
    assert text.index("Di Reed mentioned an opening") < text.index("Recorded in this window")


def test_of_much_that_was_recorded_the_newest_stands_open(page: Page) -> None:
    cy = next(c for c in page.session.world().contacts if c.first_name == "Cy")
    key = person_key(cy.id)
    for n in range(8):
        page.send(f"/contact/{key}?cell=notes", f"/cell/{key}/notes", value=f"note {n}")
    shown = page.text("/").partition("Recorded in this window")[2]
    newest, _, earlier = shown.partition("<details><summary>2 earlier</summary>")
    assert [n for n in range(8) if f"note {n}" in newest] == [2, 3, 4, 5, 6, 7]
    assert [n for n in range(8) if f"note {n}" in earlier] == [0, 1]
