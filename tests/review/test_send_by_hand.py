"""Letters that the user sends from the window: opened in their own mail, made into files, printed; and what became of each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import SendState
from pipeline.model import Status
from tests.books import person
from tests.end_to_end.routine import MONDAY, Routine, steady
from tests.review.test_review_web import Page

TALKED = {
    "Called_on": date(2026, 12, 4),
    "Call_result": "Interviewed on this call",
    "Thank_them_for": "for your time",
}
BROWSER = {"Send through": "Browser"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Routine:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    return Routine(tmp_path)


def approved(home: Routine, *people: object, **settings: str) -> Page:
    """Let everything be approved, and open the window."""
    home.with_book(people or [person(), person("Bo", "Ek")], settings=BROWSER | settings).daily()
    home.run("approve", *(d["code"] for d in home.drafts()))
    return Page(home.book, home.today)


def opened(page: Page, name: str, way: str = "gmail") -> str:
    code = page.of(name)
    answer = page.send("/send", f"/send/{code}/open", **{"in": way})
    assert answer.status_code in (200, 303), answer.text
    return str(answer.text)


def test_a_letter_stands_as_exported_before_it_opens(home: Routine) -> None:
    page = approved(home)
    letter = page.session.draft(page.of("Ada Okafor")).letter
    text = opened(page, "Ada Okafor")
    [url] = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', text)
    found = parse_qs(urlsplit(unescape(url)).query)
    assert urlsplit(url).netloc == "mail.google.com"
    assert (found["to"], found["su"], found["body"]) == ([letter.to], [letter.subject], [letter.body])
    assert page.status(letter.code) is Status.EXPORTED
    assert home.on_drafts(letter.code)["Status"] == "Exported"
    assert "Did you send it?" in page.text("/send")
    assert letter.code not in home.run("send").out


def test_looking_at_the_page_opens_nothing(home: Routine) -> None:
    page = approved(home)
    code = page.of("Ada Okafor")
    text = page.text("/send")
    assert "mail.google.com" not in text
    assert page.get(f"/send/{code}/open").headers["Location"].endswith("/send")
    assert page.status(code) is Status.APPROVED


def test_a_second_click_asks_before_it_opens_the_letter_once_more(home: Routine) -> None:
    page = approved(home)
    code = page.of("Ada Okafor")
    form = page.form("/send", f"/send/{code}/open")
    page.post(f"/send/{code}/open", {**form, "in": "gmail"})
    again = page.post(f"/send/{code}/open", {**form, "in": "gmail"}).text
    assert "You opened this letter to Ada Okafor before" in again
    assert "address was opened a second time" not in again
    assert "http-equiv" not in again
    assert [r["Code"] for r in home.rows("Drafts") if r["Status"] == "Exported"] == [code]


def test_a_letter_that_changed_since_the_list_was_shown_does_not_open(home: Routine) -> None:
    page = approved(home)
    code = page.of("Ada Okafor")
    form = page.form("/send", f"/send/{code}/open")
    home.edit_file(code, "Sincerely", "With kind regards")
    answer = page.post(f"/send/{code}/open", {**form, "in": "gmail"})
    assert answer.status_code == 409
    assert "Something changed since you saw this list" in answer.text
    assert page.status(code) is Status.TO_REVIEW
    assert page.post(f"/send/{code}/open", {**form, "in": "gmail", "shown": "0" * 64}).status_code == 403


def test_one_says_that_it_went_on_the_day_of_its_opening_or_another(home: Routine) -> None:
    page = approved(home)
    ada, bo = page.of("Ada Okafor"), page.of("Bo Ek")
    opened(page, "Ada Okafor")
    opened(page, "Bo Ek", "outlook")
    home.today = MONDAY + timedelta(days=1)
    page = Page(home.book, home.today)
    assert page.form("/send", f"/send/{ada}/sent")["on"] == [MONDAY.isoformat()]
    assert page.send("/send", f"/send/{ada}/sent").status_code == 303
    later = home.today.isoformat()
    assert page.send("/send", f"/send/{bo}/sent", on=later).status_code == 303
    home.daily()
    assert {r["Name"]: r["Date"].date() for r in home.rows("History")} == {
        "Ada Okafor": MONDAY,
        "Bo Ek": home.today,
    }
    steady(home)


@pytest.mark.parametrize(
    ("on", "why"), [("2026-12-08", "lies in the future"), ("2025-12-05", "more than a year ago")]
)
def test_a_day_on_which_it_did_not_go_is_refused(home: Routine, on: str, why: str) -> None:
    page = approved(home)
    opened(page, "Ada Okafor")
    code = page.of("Ada Okafor")
    answer = page.send("/send", f"/send/{code}/sent", on=on)
    assert answer.status_code == 409
    assert why in answer.text
    assert page.status(code) is Status.EXPORTED


def test_all_that_was_opened_is_recorded_at_once(home: Routine) -> None:
    page = approved(home)
    for name in ("Ada Okafor", "Bo Ek"):
        opened(page, name)
    form = page.form("/send", "/send/all-sent")
    assert page.post("/send/all-sent", form).status_code == 303
    assert page.post("/send/all-sent", form).status_code == 409
    home.daily()
    assert sorted(r["Name"] for r in home.rows("History")) == ["Ada Okafor", "Bo Ek"]


def test_all_at_once_means_all_that_was_shown(home: Routine) -> None:
    page = approved(home, person(), person("Bo", "Ek"), person("Cy", "Dahl"))
    for name in ("Ada Okafor", "Bo Ek"):
        opened(page, name)
    form = page.form("/send", "/send/all-sent")
    opened(page, "Cy Dahl")
    assert page.post("/send/all-sent", form).status_code == 409
    assert page.status(page.of("Cy Dahl")) is Status.EXPORTED


def in_doubt(page: Page, name: str) -> str:
    """Open a letter as one that may have gone."""
    opened(page, name)
    code = page.of(name)
    with Ledger(page.session.world().ledger_path) as ledger:
        [receipt] = [r for r in ledger.state().receipts.values() if r.code == code]
        ledger.record(replace(receipt, state=SendState.CHECK))
    return code


def test_all_at_once_leaves_out_what_may_not_have_gone(home: Routine) -> None:
    page = approved(home, person(), person("Bo", "Ek"), person("Cy", "Dahl"))
    for name in ("Ada Okafor", "Bo Ek"):
        opened(page, name)
    code = in_doubt(page, "Cy Dahl")
    assert page.send("/send", "/send/all-sent").status_code == 303
    assert page.status(code) is Status.CHECK
    home.daily()
    assert sorted(r["Name"] for r in home.rows("History")) == ["Ada Okafor", "Bo Ek"]


def test_it_is_said_where_a_letter_in_doubt_is_if_it_did_not_go(home: Routine) -> None:
    page = approved(home)
    in_doubt(page, "Ada Okafor")
    assert "I know that it did not come: back among the approved" in page.text("/send")
    home.type_setting("Email", "sam@example.net")
    assert "I know that it did not come: back in review" in page.text("/send")


def test_where_letters_stood_in_sent_before_one_that_is_missing_there_did_not_go(home: Routine) -> None:
    page = approved(home)
    in_doubt(page, "Ada Okafor")
    with Ledger(page.session.world().ledger_path) as ledger:
        ledger.filed(datetime(2026, 1, 1, tzinfo=UTC))
    said = page.text("/send")
    assert "It is not there: back among the approved" in said
    assert "says nothing" not in said


def test_not_yet_changes_nothing_and_offers_to_open_it_again_or_take_it_back(home: Routine) -> None:
    page = approved(home)
    opened(page, "Ada Okafor")
    code = page.of("Ada Okafor")
    before = home.prints()
    text = page.text(f"/send?not-yet={code}")
    assert "Open again in Gmail" in text
    assert home.prints() == before
    assert page.status(code) is Status.EXPORTED
    page.send(f"/send?not-yet={code}", f"/send/{code}/release")
    assert page.status(code) is Status.APPROVED
    assert "http-equiv" in opened(page, "Ada Okafor")


def test_the_file_to_attach_is_named_and_given_as_it_was_approved(home: Routine) -> None:
    resume = home.resume("My resume.pdf", b"%PDF-1.4 mine")
    page = approved(home, person(**TALKED), person("Bo", "Ek"), **{"Resume file": "My resume.pdf"})
    code = page.of("Ada Okafor")
    assert str(resume) in page.text("/send")
    answer = page.get(f"/send/{code}/enclosure")
    assert (answer.data, answer.mimetype) == (b"%PDF-1.4 mine", "application/pdf")
    assert 'filename="My resume.pdf"' in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert str(resume) in opened(page, "Ada Okafor")
    assert page.get(f"/send/{page.of('Bo Ek')}/enclosure").status_code == 404
    resume.write_bytes(b"no PDF any more")
    refused = page.get(f"/send/{code}/enclosure")
    assert refused.status_code != 200 or refused.data != b"no PDF any more"


def test_no_other_file_is_given(home: Routine) -> None:
    home.resume()
    page = approved(home, person(**TALKED), **{"Resume file": "resume.pdf"})
    code = page.of("Ada Okafor")
    for path in ("enclosure/../../networking.xlsx", "enclosure/networking.xlsx", "file"):
        assert page.get(f"/send/{code}/{path}").status_code == 404
    assert page.get("/send/NONE1/enclosure").status_code == 503


def test_a_letter_too_long_for_a_link_is_copied_or_becomes_a_file(home: Routine) -> None:
    home.with_book([person(), person("Bo", "Ek")], settings=BROWSER).daily()
    for draft in home.drafts():
        home.edit_file(draft["code"], draft["body"].splitlines()[-1], "Щ" * 900)
    home.run("approve", *(d["code"] for d in home.drafts()))
    page = Page(home.book, MONDAY)
    assert "It is too long to open in Gmail or Outlook or my mail program: copy it, or make a file of it" in (
        page.text("/send")
    )
    copied = opened(page, "Ada Okafor", "copy")
    assert "http-equiv" not in copied
    assert "Щ" * 900 in copied
    opened(page, "Bo Ek", "file")
    assert {page.status(page.of(n)) for n in ("Ada Okafor", "Bo Ek")} == {Status.EXPORTED}
    [made] = home.ready.iterdir()
    code = page.of("Bo Ek")
    assert code in made.name
    assert page.get(f"/send/{code}/file").data == made.read_bytes()


def test_what_a_file_will_enclose_is_named_before_it_is_made(home: Routine) -> None:
    (home.folder / "resume.pdf").write_bytes(b"%PDF-1.4")
    page = approved(home, person(**TALKED), **{"Send through": "Files", "Resume file": "resume.pdf"})
    assert "Enclosed: resume.pdf" in page.text("/send")


def test_files_are_made_of_exactly_the_list(home: Routine) -> None:
    page = approved(home, **{"Send through": "Files"})
    form = page.form("/send", "/send/make")
    home.edit_file(page.of("Ada Okafor"), "Sincerely", "With kind regards")
    assert page.post("/send/make", form).status_code == 409
    assert not home.ready.exists()
    home.run("approve", page.of("Ada Okafor"))
    page.send("/send", "/send/make")
    assert len(list(home.ready.glob("*.eml"))) == 2
    text = page.text("/send")
    assert str(home.ready) in text
    assert "I sent all 2" in text
    page.send("/send", "/send/all-sent")
    home.daily()
    assert len(list((home.outbox / "sent").glob("*.eml"))) == 2


def test_a_letter_by_post_is_made_to_print_whatever_the_way(home: Routine) -> None:
    post = person(Channel="Post", Address="1 Elm St, Springfield")
    page = approved(home, post, person("Bo", "Ek"))
    assert "By post" in page.text("/send")
    page.send("/send", "/send/make")
    code = page.of("Ada Okafor")
    assert page.status(code) is Status.EXPORTED
    assert page.status(page.of("Bo Ek")) is Status.APPROVED
    answer = page.get(f"/send/{code}/file")
    assert answer.data.startswith(b"PK")
    assert ".docx" in answer.headers["Content-Disposition"]


def test_while_the_workbook_is_open_nothing_opens(home: Routine) -> None:
    page = approved(home)
    code = page.of("Ada Okafor")
    form = page.form("/send", f"/send/{code}/open")
    lock = home.folder / "~$networking.xlsx"
    lock.write_bytes(b"\x03Sam" + b" " * 161)
    answer = page.post(f"/send/{code}/open", {**form, "in": "gmail"})
    assert answer.status_code == 409
    assert page.status(code) is Status.APPROVED
    lock.unlink()
    assert "http-equiv" in opened(page, "Ada Okafor")


def test_a_second_letter_to_one_address_waits_a_day(home: Routine) -> None:
    page = approved(home, person(), person("Bo", "Ek", Email="ada.okafor@example.org"))
    names = [d.letter.name for d in page.session.decision().review.drafts if d.status is Status.APPROVED]
    opened(page, names[0])
    assert sum(d.status is Status.APPROVED for d in page.session.decision().review.drafts) == 0


def test_nothing_stands_there_that_nobody_approved(home: Routine) -> None:
    home.with_book([person()], settings=BROWSER).daily()
    page = Page(home.book, MONDAY)
    text = page.text("/send")
    assert "Nothing waits to be sent" in text
    assert "1 letter waits for you to read" in text
    code = page.of("Ada Okafor")
    shown = page.session.shown(code)
    mark = page.guard.mark("send_open", code, shown)
    assert page.post(f"/send/{code}/open", {"mark": mark, "shown": shown, "in": "gmail"}).status_code == 409
    assert page.status(code) is Status.TO_REVIEW


def test_a_sample_opens_like_any_letter(home: Routine) -> None:
    page = approved(home, person(Source="Sample"))
    assert "http-equiv" in opened(page, "Ada Okafor")
