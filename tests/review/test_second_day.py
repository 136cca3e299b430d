"""The days after the first: whom one meets and who was named, and what keeps a thank-you from going."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.model import Status
from pipeline.review.people import person_key
from tests.books import change, given, make_book, person, rows_of
from tests.end_to_end.routine import Routine

from .test_review_web import Page

TODAY = date(2026, 12, 1)
LETTER = date(2026, 11, 23)
TALKED = {
    "Call_result": "Interviewed on this call",
    "Called_on": TODAY,
    "Thank_them_for": "for your plain words",
}


def opened(folder: Path, *people: dict[str, Any], today: date = TODAY, **settings: str) -> Page:
    """Open the window of a workbook with these people, whose letters are sent from the user's own mail."""
    made = make_book(
        folder / "networking.xlsx", people, settings={"Send through": "Browser", "Holiday country": "US", **settings}
    )  # fmt: skip
    return Page(made, today)


def line_of(page: Page, name: str) -> str:
    found = re.search(rf"<b>{name}</b>(.*?)</a>", page.text("/"), re.DOTALL)
    assert found, page.text("/")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[1]))


def test_who_is_named_stands_under_their_own_firm_not_under_that_of_who_named_them(folder: Path) -> None:
    referrer = person(
        Referrals_given="Bo Ek; Cy Young", Interview_on=date(2026, 11, 30), Interview_held="Yes"
    )
    page = opened(folder, referrer, person("Bo", "Ek"))
    assert "Bo Ek Clinic" in line_of(page, "Bo Ek")
    assert "Example Clinic" not in line_of(page, "Cy Young")


def test_a_thank_you_that_lacks_only_the_resume_can_be_settled_where_it_is_read(folder: Path) -> None:
    page = opened(folder, person("Bo", "Ek", Approach_sent=LETTER, Phone="555-0102", ID="bo", **TALKED))
    code, key = page.of("Bo Ek"), person_key("bo")
    text = page.text(f"/letter/{code}")
    assert "The resume should go along." in text
    assert f'href="{page.guard.base}/settings#set-resume_file"' in text
    assert 'id="set-resume_file"' in page.text("/settings")
    answer = page.send(f"/letter/{code}", f"/cell/{key}/enclose_resume", value="No")
    assert answer.status_code == 303
    assert rows_of(folder / "networking.xlsx")[0]["Enclose resume"] == "No"
    assert not page.session.draft(page.of("Bo Ek")).blocked


def test_a_date_that_is_set_is_said_back_as_people_write_it(folder: Path) -> None:
    page = opened(
        folder, person(ID="ada", Approach_sent=LETTER, Interview_held="Cancelled", Interview_on=LETTER)
    )
    path, key = f"/contact/{person_key('ada')}", person_key("ada")
    answer = page.send(
        f"{path}?outcome=date",
        f"/contact/{key}/record",
        outcome="date",
        interview_on="2026-12-03",
        interview_on_time="09:00",
    )
    said = page.text(answer.headers["Location"])
    assert "Recorded: Ada Okafor: Interview on Dec 3 09:00." in said


def test_who_has_named_somebody_has_a_page_that_says_what_their_own_letter_waits_for(folder: Path) -> None:
    page = opened(folder, person(ID="ada"), person("Bo", "Ek", Referred_by="Ada Okafor"))
    assert "Once you have met whom they named you thank them for it" in page.text(
        f"/contact/{person_key('ada')}"
    )


SILENT = {"Approach_sent": date(2026, 10, 5), "Follow-up_sent": date(2026, 10, 15)}
DECLINED = {"Approach_sent": LETTER, "Called_on": LETTER, "Call_result": "Declined", "Thank-you_sent": LETTER}


@pytest.mark.parametrize(
    ("more", "why", "until", "button"),
    [
        ({"Last_contact": date(2026, 9, 14)}, "there has been contact already (last contact: Sep 14)", "until they write or call, or you record something",
         "Write to them all the same"),
        (DECLINED, "they declined", "unless they write or call you", ""),
        ({"On_hold": "Yes"}, "it is on hold", "", "Take it up again"),
        ({"On_hold": date(2026, 12, 14)}, "it is on hold until Dec 14", "by itself on Dec 14", "Take it up again"),
        (SILENT, "the follow-up went on Oct 15", "With a telephone number you would call them next", ""),
    ],
)  # fmt: skip
def test_who_rests_has_a_page_that_says_why_until_when_and_takes_it_up_again(
    folder: Path, more: dict[str, Any], why: str, until: str, button: str
) -> None:
    path = f"/contact/{person_key('ada')}"
    page = opened(
        folder,
        person(ID="ada", Phone=more.get("Phone", ""), **{k: v for k, v in more.items() if k != "Phone"}),
    )
    text = page.text(path)
    said = re.search(r"Nothing is due here by itself: (.*?)</p>", text)
    assert said, text
    assert why in said[1]
    assert until in said[1]
    assert (f">{button}</button>" in text) if button else (f'action="{path}/again"' not in text)
    if button:
        before = (folder / "networking.xlsx").read_bytes()
        page.send(path, f"{path}/again")
        assert "Nothing is due here by itself" not in page.text(path)
        page.send("/", f"/recorded/{page.session.undoable}/undo")
        assert (folder / "networking.xlsx").read_bytes() == before


def test_who_was_not_reached_in_three_calls_and_a_letter_may_be_called_once_more(folder: Path) -> None:
    called = [
        {
            "Date": date(2026, 10, day),
            "ID": "ada",
            "Name": "Ada Okafor",
            "Event": "Call",
            "Detail": "No answer",
        }
        for day in (7, 9, 13)
    ]
    row = person(ID="ada", Phone="555-0101", Called_on=date(2026, 10, 13), Call_result="No answer", **SILENT)
    page = Page(make_book(folder / "networking.xlsx", [row], history=called), TODAY)
    path = f"/contact/{person_key('ada')}"
    assert ">Call them today</button>" in page.text(path)
    page.send(path, f"{path}/again")
    assert "You noted to call again on Dec 1." in page.text(path)


def test_what_one_had_noted_as_the_last_contact_is_kept_when_it_is_taken_up_again(folder: Path) -> None:
    path = f"/contact/{person_key('ada')}"
    page = opened(folder, person(ID="ada", Last_contact=date(2026, 9, 14), Notes="Old friend."))
    page.send(path, f"{path}/again")
    [row] = rows_of(folder / "networking.xlsx", "Contacts")
    assert row["Notes"] == "Old friend.\nLast contact: 2026-09-14"
    assert (row["Last contact"], row["Stage"], row["Problem"]) == ("never", "Target", None)


def test_a_step_that_is_still_to_come_is_said_with_its_day(folder: Path) -> None:
    page = opened(folder, person(ID="ada", Approach_sent=date(2026, 11, 25), Phone=""))
    assert "Nothing is due yet. Next: Follow up, Dec 7." in page.text(f"/contact/{person_key('ada')}")


def test_an_interview_that_is_fixed_is_what_comes_next(folder: Path) -> None:
    fixed = {"Called_on": date(2026, 11, 27), "Call_result": "Accepted - in person"}
    page = opened(folder, person(ID="ada", Interview_on=date(2026, 12, 10), **fixed))
    text = page.text(f"/contact/{person_key('ada')}")
    assert "Nothing is due yet. Next: Prepare, Dec 9." in text
    assert "Nothing is due here by itself" not in text


def test_who_has_a_step_rests_not(folder: Path) -> None:
    page = opened(folder, person(ID="ada"))
    assert "Nothing is due here" not in page.text(f"/contact/{person_key('ada')}")


def test_a_row_is_named_with_the_sheet_that_it_is_on(folder: Path) -> None:
    page = opened(folder, person(ID="ada"))
    book = load_workbook(page.session.workbook)
    book["Contacts"].title = "My people"
    next(row for row in book["Settings"].iter_rows() if row[0].value == "Contacts sheet")[
        1
    ].value = "My people"
    book.save(page.session.workbook)
    assert "row 2 of My people" in page.text(f"/contact/{person_key('ada')}")
    assert "row 2 of My people" in page.text(f"/letter/{page.of('Ada Okafor')}")


def test_what_an_older_file_laid_over_does_not_hold_is_not_said_to_stand(folder: Path) -> None:
    page = opened(folder, person(ID="ada", Phone="555-0101", Approach_sent=LETTER))
    workbook = folder / "networking.xlsx"
    older = workbook.read_bytes()
    path = f"/contact/{person_key('ada')}"
    page.send(path, f"{path}/record", outcome="no-answer", on="2026-12-01")
    assert "otherwise since" not in page.text("/")
    workbook.write_bytes(older)
    assert "No answer" in page.text("/")
    assert "(the workbook says otherwise since)" in page.text("/")


def test_outcomes_whose_label_does_not_say_it_say_what_follows(folder: Path) -> None:
    text = opened(folder, person(ID="ada")).text(f"/contact/{person_key('ada')}")
    assert "I answered them" in text
    for label in ("They wrote to me", "I answered them", "Put off", "Put off, talked then"):
        assert f"<b>{label}</b>:" in text


def test_the_pages_name_no_file_and_say_what_stands_in_brackets(folder: Path) -> None:
    told = [
        person("Bo", "Ek", ID="bo", Source="Alumni", Approach_sent=date(2026, 11, 2), Called_on=date(2026, 11, 9),
               Call_result="Declined", **{"Thank-you_sent": date(2026, 11, 9)}),
        person("Cy", "Dahl", ID="cy", Source="Cold", Approach_sent=date(2026, 11, 2), Called_on=date(2026, 11, 9),
               Call_result="Declined", **{"Thank-you_sent": date(2026, 11, 9)}),
        person("Di", "Roe", ID="di", Approach_sent=date(2026, 11, 25)),
    ]  # fmt: skip
    text = opened(folder, *told).text("/progress")
    assert "(in brackets what so few can tell, with 80 % probability)" in text
    assert "Who asks for help expects fewer to agree than do." in text
    assert "docs/" not in text


def test_a_second_thank_you_does_not_thank_again_for_the_first_ones_offer_and_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Routine(folder)
    home.today = date(2026, 12, 1)
    first = person(
        ID="ada", Interview_on=date(2026, 12, 1), Interview_held="Yes", Interview_type="In person",
        Thank_them_for="for the tour of the map room", They_offered="to show me the old ledgers",
        Referrals_given="Nick Cave",
    )  # fmt: skip
    home.with_book([first], settings={"Send through": "Browser"}).daily()
    [one] = home.drafts()
    assert "to show me the old ledgers" in one["body"]
    assert "Nick Cave" in one["body"]
    home.run("approve", one["code"])
    home.run("send")
    home.run("resolve", one["code"], "sent")
    home.today = date(2026, 12, 8)
    again = {
        "Interview on": date(2026, 12, 8),
        "Interview held": "Yes",
        "Thank them for": "for your plain words today",
    }
    change(home.book, "Contacts", 2, again)
    home.daily()
    [two] = [d for d in home.drafts() if d["letter"] == "thank_you_in_person"]
    assert "for your plain words today" in two["body"]
    assert "old ledgers" not in two["body"]
    assert "Nick Cave" not in two["body"]
    change(
        home.book, "Contacts", 2, {"They offered": "to read my draft", "Referrals given": "Nick Cave; Jo Ray"}
    )
    home.daily()
    [two] = [d for d in home.drafts() if d["letter"] == "thank_you_in_person"]
    assert "to read my draft" in two["body"]
    assert "Jo Ray" in two["body"]
    assert "Nick Cave" not in two["body"]


def test_an_offer_that_they_kept_is_recorded_and_reminds_nobody(folder: Path) -> None:
    row = person(
        ID="ada", Interview_on=date(2026, 11, 10), Interview_held="Yes", Interview_type="In person",
        They_offered="to show me the old ledgers", **{"Thank-you_sent": date(2026, 11, 11)},
    )  # fmt: skip
    page = opened(folder, row)
    path = f"/contact/{person_key('ada')}"
    assert "Remind" in page.text("/letters")
    page.send(f"{path}?outcome=kept", f"{path}/record", outcome="kept", on="2026-11-30")
    [kept] = rows_of(folder / "networking.xlsx", "Contacts")
    assert kept["Offer kept on"].date() == date(2026, 11, 30)
    assert "Remind" not in page.text("/letters")
    assert "offer kept on Nov 30" in page.text("/")


def test_the_hint_shows_the_whole_sentence_also_of_who_works_at_a_saint(folder: Path) -> None:
    me = {"Position or school": "a social worker at St. Brendan Medical Center"}
    many = [person(given(n), "Ek", Why_this_person="said so") for n in range(8)]
    page = opened(folder, *many, **me, **{"Daily prospecting goal": "8"})
    codes = [draft.letter.code for draft in page.session.decision().review.drafts]
    frames = {
        frame for code in codes for frame in re.findall(r"after “([^”]*)”", page.text(f"/letter/{code}"))
    }
    named = [frame for frame in frames if "Brendan" in frame]
    assert named
    assert all(me["Position or school"] in frame for frame in named)


@pytest.mark.parametrize(
    ("act", "above"),
    [("/letter/{}/approve", "/letter/{}"), ("/letter/{}/restore", "/letter/{}"), ("/recorded/1/undo", "/")],
)
def test_an_act_that_is_looked_up_leads_to_the_page_above_it_and_does_nothing(
    folder: Path, act: str, above: str
) -> None:
    page = opened(folder, person())
    code = page.of("Ada Okafor")
    answer = page.get(act.format(code))
    assert answer.headers["Location"] == page.guard.base + above.format(code)
    assert page.status(code) is Status.TO_REVIEW
