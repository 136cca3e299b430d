"""The review page as requests and answers: who is let in, what each form does, and that it works as plain forms."""

from __future__ import annotations

import re
import shutil
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.model import Status
from pipeline.review.ending import IDLE, Closing
from pipeline.review.security import Guard
from pipeline.review.session import Review
from pipeline.review.site import make_site
from pipeline.sheets import schema
from tests.books import make_book, person, rows_of
from tests.review.workbooks import set_contact, set_settings
from tests.systems import few_on_windows

TODAY = date(2026, 12, 1)
PORT = 4711
HOST = f"127.0.0.1:{PORT}"


class Page:
    """A browser without script or style: it follows links and sends the forms that it is given."""

    def __init__(self, workbook: Path, today: date = TODAY) -> None:
        self.session, self.guard, self.ending = Review(workbook, today), Guard(PORT), Closing()
        self.address = self.guard.address
        self.client = make_site(self.session, self.guard, self.ending).test_client()
        self.client.get(self.address.replace(self.guard.origin, ""), base_url=self.guard.origin)

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(self._inside(path), base_url=self.guard.origin, headers=headers)

    def _inside(self, path: str) -> str:
        return path if path.startswith(self.guard.base) else self.guard.base + path

    def text(self, path: str) -> str:
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return str(answer.text)

    def form(self, path: str, action: str) -> dict[str, Any]:
        """Read a form's hidden fields from a page."""
        import lxml.html

        tree = lxml.html.fromstring(self.text(path))
        form = next(f for f in tree.forms if (f.get("action") or "") == self._inside(action))
        fields: dict[str, list[str]] = {}
        for name, value in form.form_values():
            fields.setdefault(name, []).append(value)
        return dict(fields)

    def send(self, path: str, action: str, **over: object) -> Any:
        return self.post(action, {**self.form(path, action), **over})

    def post(self, action: str, data: dict[str, Any], **headers: str) -> Any:
        return self.client.post(
            self._inside(action),
            base_url=self.guard.origin,
            data=data,
            headers={"Origin": self.guard.origin, **headers},
        )

    def check(self, code: str, fields: dict[str, Any]) -> Any:
        """Ask for the checks as the script does while a letter is written."""
        mark = re.search(r'data-mark="(\w+)"', self.text(f"/letter/{code}?edit"))
        assert mark
        answer = self.post(f"/letter/{code}/check", fields, **{"X-Form-Mark": mark[1]})
        return answer.get_json()

    def of(self, name: str) -> str:
        """Find a letter's code by the person's name."""
        return next(d.letter.code for d in self.session.decision().review.drafts if d.letter.name == name)

    def status(self, code: str) -> Status:
        return self.session.draft(code).status


@pytest.fixture
def workbook(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return tmp_path / "networking.xlsx"


@pytest.fixture
def page(workbook: Path) -> Page:
    return Page(workbook)


def test_letters_stand_by_step_the_late_ones_first(page: Page) -> None:
    text = page.text("/letters")
    headings = re.findall(r"<h3>([^<]+) <span class=\"count\">", text)
    assert headings[0] == "Thank-you letters"
    assert text.index("2 days late") < text.index("1 day late")
    assert {"Calls to make", "Interviews", "Replies to answer", "Approach letters"} <= set(headings)


def test_a_letter_stands_with_what_is_known_of_the_person(page: Page) -> None:
    code = page.of("Marian Halcombe")
    text = page.text(f"/letter/{code}")
    for expected in (
        "m.halcombe@example.org",
        page.session.draft(code).letter.subject,
        "resume.pdf",
        "Interviewed on this call",
        "R5",
        "Everyone who gave you their time is thanked",
        "555-0107",
    ):
        assert expected in text


def test_approving_posts_what_was_shown_and_goes_on_to_the_next(page: Page) -> None:
    code = page.of("John Seward")
    answer = page.send(f"/letter/{code}", f"/letter/{code}/approve")
    assert answer.status_code == 303
    assert page.status(code) is Status.APPROVED
    assert "Approved: the letter to John Seward" in page.text(answer.headers["Location"])
    assert "1 of 12" in page.text("/letters")


def test_an_approval_without_the_hash_of_what_was_shown_is_refused(page: Page) -> None:
    code = page.of("John Seward")
    for shown in ("", "0" * 64):
        assert page.send(f"/letter/{code}", f"/letter/{code}/approve", shown=shown).status_code == 403
    unsaid = page.form(f"/letter/{code}", f"/letter/{code}/approve")
    del unsaid["shown"]
    mark = page.guard.mark("approve", code, "")
    assert page.post(f"/letter/{code}/approve", {**unsaid, "mark": mark}).status_code == 409
    assert page.status(code) is Status.TO_REVIEW


def test_a_letter_that_changed_since_it_was_shown_is_not_approved(page: Page, workbook: Path) -> None:
    code = page.of("John Seward")
    seen = page.form(f"/letter/{code}", f"/letter/{code}/approve")
    file = next((workbook.parent / "outbox").glob(f"{code}-*.txt"))
    file.write_text(file.read_text().replace("ward by ward", "from ward to ward"))
    answer = page.post(f"/letter/{code}/approve", seen)
    assert answer.status_code == 409
    assert "changed since you saw it" in answer.text
    assert "from ward to ward" in answer.text
    assert page.status(code) is Status.TO_REVIEW


def test_a_resume_exchanged_since_it_was_shown_is_not_approved(page: Page, workbook: Path) -> None:
    code = page.of("Marian Halcombe")
    seen = page.form(f"/letter/{code}", f"/letter/{code}/approve")
    (workbook.parent / "resume.pdf").write_bytes(b"%PDF-1.4 another one entirely")
    assert page.post(f"/letter/{code}/approve", seen).status_code == 409
    assert page.status(code) is Status.TO_REVIEW


def test_approving_twice_is_one_approval(page: Page) -> None:
    code = page.of("John Seward")
    seen = page.form(f"/letter/{code}", f"/letter/{code}/approve")
    assert [page.post(f"/letter/{code}/approve", seen).status_code for _ in "ab"] == [303, 303]
    assert list(page.session.world().state.approvals) == [code]


def test_a_request_for_a_job_blocks_the_letter_and_names_words_and_rule(page: Page) -> None:
    code = page.of("John Seward")
    edit = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    body = edit["body"][0].replace("Sincerely,", "I am looking for a job in your hospital.\n\nSincerely,")
    assert page.post(f"/letter/{code}/save", {**edit, "body": body}).status_code == 303
    text = page.text(f"/letter/{code}")
    assert "R2" in text
    assert re.search(r'<mark class="block">I am looking for a job in your hospital\.</mark>', text)
    assert re.search(r'<button[^>]*id="approve"[^>]* disabled', text)
    forced = page.send(f"/letter/{code}", f"/letter/{code}/approve")
    assert forced.status_code == 409
    assert page.status(code) is Status.BLOCKED


def test_a_phrase_that_does_not_read_is_shown_mended_and_one_click_takes_it(
    page: Page, workbook: Path
) -> None:
    set_contact(workbook, "Brooke", "Why this person", "your work on the cottages")
    code = page.of("Dorothea Brooke")
    text = page.text(f"/letter/{code}")
    assert "it would read “I am writing to you your work on the cottages.”" in text
    assert "Take:" not in text, "the cell is mended, and the letter follows it"
    assert "Write into Contacts!" in text
    [address] = set(re.findall(r"/cell/\w+/why_this_person(?=\")", text))
    answer = page.send(f"/letter/{code}", address, value="because of your work on the cottages")
    assert answer.headers["Location"].endswith(f"/letter/{code}?said=recorded")
    letter = page.session.draft(code)
    assert "because of your work on the cottages." in letter.letter.body
    assert (letter.status, letter.edited) == (Status.TO_REVIEW, False)
    [brooke] = [r for r in rows_of(workbook, "Contacts") if r["Last name"] == "Brooke"]
    assert brooke["Why this person"] == "because of your work on the cottages"


def test_the_button_of_a_mended_form_holds_it(page: Page, workbook: Path) -> None:
    set_contact(workbook, "Brooke", "Why this person", "your work on the cottages")
    code = page.of("Dorothea Brooke")
    [address] = set(re.findall(r"/cell/\w+/why_this_person(?=\")", page.text(f"/letter/{code}")))
    form = page.form(f"/letter/{code}", address)
    assert form["value"] == ["because of your work on the cottages"]


def test_a_mended_form_of_settings_goes_into_their_cell(page: Page, workbook: Path) -> None:
    set_settings(workbook, {"Purpose": "I want to learn how people come into nursing"})
    code = page.of("Dorothea Brooke")
    text = page.text(f"/letter/{code}")
    assert "Take:" not in text
    [address] = set(re.findall(r"/cell/\w+/value(?=\")", text))
    page.send(f"/letter/{code}", address)
    [row] = [r for r in rows_of(workbook, "Settings") if r["Setting"] == "Purpose"]
    assert row["Value"] == "to learn how people come into nursing"
    assert page.session.draft(code).edited is False


def test_in_an_edited_letter_the_mended_form_goes_into_its_text(page: Page, workbook: Path) -> None:
    set_contact(workbook, "Brooke", "Why this person", "your work on the cottages")
    code = page.of("Dorothea Brooke")
    edit = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    body = edit["body"][0].replace("Sincerely,", "Thank you for reading this.\n\nSincerely,")
    page.post(f"/letter/{code}/save", {**edit, "body": body})
    text = page.text(f"/letter/{code}")
    assert "Take: “because of your work on the cottages”" in text
    assert "Write into" not in text
    assert "Take:" not in page.text(f"/letter/{code}?edit")
    answer = page.send(f"/letter/{code}", f"/letter/{code}/take")
    assert "Taken into this letter" in page.text(answer.headers["Location"])
    letter = page.session.draft(code)
    assert "because of your work on the cottages." in letter.letter.body
    assert letter.status is Status.TO_REVIEW
    assert letter.edited


def test_a_mended_form_is_taken_only_of_what_was_shown(page: Page, workbook: Path) -> None:
    set_contact(workbook, "Brooke", "Why this person", "your work on the cottages")
    code = page.of("Dorothea Brooke")
    edit = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    broken = edit["body"][0].replace("Sincerely,", "Thank you for reading this.\n\nSincerely,")
    page.post(f"/letter/{code}/save", {**edit, "body": broken})
    seen = page.form(f"/letter/{code}", f"/letter/{code}/take")
    assert page.post(f"/letter/{code}/take", {**seen, "words": "because you will hire me"}).status_code == 409
    again = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    page.post(f"/letter/{code}/save", {**again, "body": broken.replace("reading this", "your time")})
    assert page.post(f"/letter/{code}/take", seen).status_code == 409
    assert page.status(code) is Status.BLOCKED


def test_settings_that_are_still_the_examples_are_named_once_somebody_real_is_there(
    page: Page, workbook: Path
) -> None:
    sentence = "Your name, Email, Phone, Position or school, Field, Purpose on the Settings sheet: still"
    assert sentence not in page.text("/letters")
    set_contact(workbook, "Brooke", "Source", "Cold")
    assert sentence in page.text("/letters")
    set_settings(workbook, {"Your name": "Ada Quill", "Phone": "555-0131"})
    assert "Email, Position or school, Field, Purpose on the Settings sheet: still" in page.text("/letters")


def test_the_checks_answer_while_typing_and_write_nothing(page: Page, workbook: Path) -> None:
    code = page.of("John Seward")
    before = {p: p.read_bytes() for p in (workbook.parent / "outbox").glob("*.txt")}
    fields = {"subject": "Hello", "body": "Dear Dr. Seward,\n\n[something]"}
    found = page.check(code, fields)
    assert found["said"].startswith("Can't be approved")
    assert "[something]" in found["html"]
    assert {p: p.read_bytes() for p in (workbook.parent / "outbox").glob("*.txt")} == before


def test_saving_over_a_letter_that_changed_elsewhere_keeps_both_texts(page: Page, workbook: Path) -> None:
    code = page.of("John Seward")
    edit = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    file = next((workbook.parent / "outbox").glob(f"{code}-*.txt"))
    file.write_text(file.read_text().replace("ward by ward", "from ward to ward"))
    answer = page.post(f"/letter/{code}/save", {**edit, "body": "Dear Dr. Seward,\n\nMine."})
    assert answer.status_code == 409
    assert "Mine." in answer.text
    assert "from ward to ward" in answer.text
    assert "from ward to ward" in file.read_text()


def test_restoring_brings_the_templates_text_and_sets_the_edited_one_aside(
    page: Page, workbook: Path
) -> None:
    code = page.of("John Seward")
    before = page.session.draft(code).letter.body
    edit = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    page.post(f"/letter/{code}/save", {**edit, "body": "Dear Dr. Seward,\n\nMine."})
    assert page.send(f"/letter/{code}", f"/letter/{code}/restore").status_code == 303
    assert page.session.draft(code).letter.body == before
    assert any("Mine." in p.read_text() for p in (workbook.parent / "outbox" / "set-aside").iterdir())


def test_whoever_restores_an_approved_letter_reads_it_anew_and_is_not_told_that_it_changed(
    page: Page,
) -> None:
    code = page.of("John Seward")
    edit = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    body = page.session.draft(code).letter.body.replace("Sincerely", "With kind regards")
    page.post(f"/letter/{code}/save", {**edit, "body": body})
    page.send(f"/letter/{code}", f"/letter/{code}/approve")
    page.send(f"/letter/{code}", f"/letter/{code}/restore")
    draft = page.session.draft(code)
    assert (draft.status, draft.note) == (Status.TO_REVIEW, "")


def test_skipping_hides_a_letter_until_its_day_and_it_can_be_brought_back(page: Page) -> None:
    code = page.of("John Seward")
    assert page.send(f"/letter/{code}", f"/letter/{code}/skip", until="2026-12-07").status_code == 303
    assert "until Monday, December 7" in page.text(f"/letter/{code}")
    page.send(f"/letter/{code}", f"/letter/{code}/back")
    assert page.status(code) is Status.TO_REVIEW


def test_a_letter_that_was_put_off_and_is_approved_goes_with_the_others(page: Page) -> None:
    code = page.of("John Seward")
    page.send(f"/letter/{code}", f"/letter/{code}/skip", until="2026-12-07")
    page.session.approve(code, shown=page.session.shown(code))
    assert page.status(code) is Status.APPROVED
    assert f'id="{code}"' in page.text("/send")


@pytest.mark.parametrize("until", ["2026-12-01", "2020-01-01", "soon"])
def test_skipping_to_no_day_to_come_is_refused(page: Page, until: str) -> None:
    code = page.of("John Seward")
    assert page.send(f"/letter/{code}", f"/letter/{code}/skip", until=until).status_code == 409
    assert page.status(code) is Status.TO_REVIEW


def test_the_enclosure_is_chosen_where_the_rule_leaves_a_choice(page: Page) -> None:
    code = page.of("Gabriel Oak")
    assert "Enclose resume.pdf" in page.text(f"/letter/{code}")
    page.send(f"/letter/{code}", f"/letter/{code}/enclose")
    assert page.session.draft(code).letter.enclosures == ("resume.pdf",)
    page.send(f"/letter/{code}", f"/letter/{code}/enclose")
    assert page.session.draft(code).letter.enclosures == ()


def test_no_enclosure_is_offered_where_a_meeting_is_asked_for(page: Page) -> None:
    assert "Enclose resume.pdf" not in page.text(f"/letter/{page.of('Dorothea Brooke')}")


def test_a_resume_that_is_not_there_is_not_offered(page: Page, workbook: Path) -> None:
    (workbook.parent / "resume.pdf").unlink()
    assert "Enclose resume.pdf" not in page.text(f"/letter/{page.of('Gabriel Oak')}")


def test_an_address_in_other_letter_case_is_no_other_address(page: Page, workbook: Path) -> None:
    code = page.of("John Seward")
    edit = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    page.post(f"/letter/{code}/save", {**edit, "body": "Dear Dr. Seward,\n\nMine."})
    before = page.session.draft(code).letter.to
    action = f"/letter/{code}/readdress"
    set_contact(workbook, "Seward", "Email", before.upper())
    assert action not in page.text(f"/letter/{code}")
    set_contact(workbook, "Seward", "Email", f"new.{before}")
    assert action in page.text(f"/letter/{code}")


def test_letters_in_which_something_is_missing_are_not_counted_among_those_to_read(workbook: Path) -> None:
    owed = {
        "Called_on": date(2026, 11, 30),
        "Call_result": "Interviewed on this call",
        "Thank_them_for": None,
    }
    page = Page(make_book(workbook, [person(), person("Bo", "Ek"), person("Cy", "Dahl", **owed)]))
    assert page.status(page.of("Cy Dahl")) is Status.BLOCKED
    assert "Read 2 letters" in page.text("/")


def test_an_approved_letter_leads_to_where_it_is_sent(page: Page) -> None:
    code = page.of("Marian Halcombe")
    page.send(f"/letter/{code}", f"/letter/{code}/approve")
    assert f"/send#{code}" in page.text(f"/letter/{code}")
    assert f'id="{code}"' in page.text("/send")


def test_after_the_last_letter_the_approved_ones_are_shown(workbook: Path) -> None:
    page = Page(make_book(workbook, [person()]))
    code = page.of("Ada Okafor")
    answer = page.send(f"/letter/{code}", f"/letter/{code}/approve")
    assert answer.headers["Location"].split("?")[0].endswith("/send")


def test_what_stands_exported_is_asked_about_first(page: Page, workbook: Path) -> None:
    from tests.review.command import run

    code = page.of("John Seward")
    page.send(f"/letter/{code}", f"/letter/{code}/approve")
    sent = run("send", "-w", str(workbook), "--today", "2026-12-01", data=workbook.parent / "data")
    assert sent.exit_code == 0, sent.stderr
    text = page.text("/letters")
    assert text.index("<h3>Sent it?") < text.index("<h3>Thank-you letters")
    assert "did you send it?" in page.text(f"/letter/{code}")
    page.send("/send", f"/send/{code}/sent", on="2026-12-01")
    assert page.session.decision().draft_of(code) is None


def test_a_call_stands_with_its_sheet(page: Page) -> None:
    href = re.search(
        r'href="(/[\w-]+/step/\w+)"[^>]*>\s*<span class="who"><b>Jane Eyre', page.text("/letters")
    )
    assert href
    text = page.text(href[1])
    assert "Call sheet" in text
    assert 'href="tel:555-0103"' in text
    assert "If they put you off" in text


def test_it_works_while_the_workbook_is_open_in_excel(page: Page, workbook: Path) -> None:
    before = workbook.read_bytes()
    (workbook.parent / f"~${workbook.name}").write_bytes(b"\x03Sam" + b" " * 51)
    code = page.of("John Seward")
    assert page.send(f"/letter/{code}", f"/letter/{code}/approve").status_code == 303
    assert workbook.read_bytes() == before


def test_a_change_in_the_workbook_is_seen_at_the_next_look(page: Page, workbook: Path) -> None:
    code = page.of("John Seward")
    version = page.get(f"/state?at={code}").get_json()["version"]
    time.sleep(0.01)
    set_contact(workbook, "Seward", "Thank them for", "for showing me the night wards")
    assert page.get(f"/state?at={code}").get_json()["version"] != version
    assert "for showing me the night wards" in page.text(f"/letter/{code}")


def test_a_workbook_that_cannot_be_read_just_now_is_said_in_a_sentence(page: Page, workbook: Path) -> None:
    workbook.write_bytes(b"half of a save")
    answer = page.get("/")
    assert answer.status_code == 503
    assert workbook.name in answer.text
    assert "Traceback" not in answer.text


def test_the_address_works_once(workbook: Path) -> None:
    page = Page(workbook)
    stranger = make_site(page.session, page.guard, page.ending).test_client()
    path = page.address.replace(page.guard.origin, "")
    answer = stranger.get(path, base_url=page.guard.origin)
    assert answer.status_code == 403
    assert "opened before" in answer.text
    assert page.guard.base not in answer.text
    assert page.guard.again == 1
    assert "opened a second time" in page.text("/letters")


def test_a_browser_that_looks_ahead_does_not_use_the_address_up(workbook: Path) -> None:
    guard = Guard(PORT)
    client = make_site(Review(workbook, TODAY), guard, Closing()).test_client()
    path = guard.address.removeprefix(guard.origin)
    ahead = client.get(path, base_url=guard.origin, headers={"Sec-Purpose": "prefetch;prerender"})
    assert ahead.status_code == 503
    assert guard.base in client.get(path, base_url=guard.origin).text


def test_no_cookie_is_set_since_every_port_of_this_computer_would_be_shown_it(page: Page) -> None:
    code = page.of("John Seward")
    for answer in (
        page.get("/"),
        page.get(f"/letter/{code}"),
        page.send(f"/letter/{code}", f"/letter/{code}/approve"),
    ):
        assert "Set-Cookie" not in answer.headers
    client = make_site(page.session, guard := Guard(PORT), Closing()).test_client()
    assert (
        "Set-Cookie"
        not in client.get(guard.address.removeprefix(guard.origin), base_url=guard.origin).headers
    )


def test_the_address_may_be_opened_by_a_link_on_a_page_elsewhere(page: Page) -> None:
    client = make_site(page.session, guard := Guard(PORT), Closing()).test_client()
    path, away = guard.address.removeprefix(guard.origin), {"Sec-Fetch-Site": "cross-site"}
    assert client.get(path, base_url=guard.origin, headers=away).status_code == 200
    assert guard.opened


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "localhost:4711"},
        {"Host": "evil.example.com"},
        {"Host": "127.0.0.1:80"},
        {"Origin": "http://evil.example.com"},
        {"Origin": "http://127.0.0.1:4712"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_requests_from_elsewhere_are_refused(page: Page, headers: dict[str, str]) -> None:
    assert page.get("/", **headers).status_code == 403
    code = page.of("John Seward")
    assert (
        page.post(
            f"/letter/{code}/approve", page.form(f"/letter/{code}", f"/letter/{code}/approve"), **headers
        ).status_code
        == 403
    )
    assert page.status(code) is Status.TO_REVIEW


def test_nothing_is_shown_without_the_secret_path(page: Page) -> None:
    code = page.of("John Seward")
    for path in (
        "/",
        "/end",
        "/state",
        f"/letter/{code}",
        "/static/review.css",
        "/guessed/",
        f"/guessed/letter/{code}",
    ):
        answer = page.client.get(path, base_url=page.guard.origin)
        assert answer.status_code == 403
        assert "Seward" not in answer.text
        assert page.guard.base not in answer.text
    seen = page.form(f"/letter/{code}", f"/letter/{code}/approve")
    refused = page.client.post(
        f"/letter/{code}/approve",
        base_url=page.guard.origin,
        data=seen,
        headers={"Origin": page.guard.origin},
    )
    assert refused.status_code == 403
    assert page.status(code) is Status.TO_REVIEW


@pytest.mark.parametrize(
    "verb", ["approve", "revoke", "skip", "back", "restore", "enclose", "save", "sent", "check"]
)
def test_a_form_without_its_secret_does_nothing(page: Page, verb: str) -> None:
    code = page.of("John Seward")
    seen = page.form(f"/letter/{code}", f"/letter/{code}/approve")
    assert page.post(f"/letter/{code}/{verb}", {**seen, "mark": "guessed"}).status_code == 403
    without_origin = page.client.post(
        f"{page.guard.base}/letter/{code}/{verb}", base_url=page.guard.origin, data=seen
    )
    assert without_origin.status_code == 403
    assert page.status(code) is Status.TO_REVIEW


@pytest.mark.parametrize("verb", ["skip", "restore", "enclose", "save"])
def test_a_form_stands_for_one_act_only(page: Page, verb: str) -> None:
    code = page.of("John Seward")
    seen = page.form(f"/letter/{code}", f"/letter/{code}/approve")
    assert page.post(f"/letter/{code}/{verb}", seen).status_code == 403
    other = page.of("Marian Halcombe")
    assert page.post(f"/letter/{other}/approve", seen).status_code == 403
    assert page.post(f"/letter/{code}/approve", {**seen, "shown": "0" * 64}).status_code == 403
    assert page.status(code) is page.status(other) is Status.TO_REVIEW


def test_titles_and_addresses_say_nothing_of_a_letter(page: Page) -> None:
    code = page.of("John Seward")
    for path in (f"/letter/{code}", f"/letter/{code}?edit", "/", "/end"):
        title = re.search("<title>(.*)</title>", page.text(path))
        assert title
        assert "Seward" not in title[1]
        assert "hank" not in title[1]
    went = page.send(f"/letter/{code}", f"/letter/{code}/approve").headers["Location"]
    assert re.fullmatch(r"/[\w-]{32}/letter/\w+\?said=approved&of=\w+", went)


def test_a_day_that_is_none_is_said_beside_what_was_typed(page: Page) -> None:
    code = page.of("John Seward")
    for typed in ("0026-11-25", "112526", "next week", "03/04/2027", "2126-01-01", "2028-06-01"):
        answer = page.send(f"/letter/{code}", f"/letter/{code}/skip", until=typed)
        assert answer.status_code == 409
        assert re.search(rf'<details[^>]* open.*value="{typed}"', answer.text, re.S), typed
        assert 'role="alert"' in answer.text
        assert page.status(code) is Status.TO_REVIEW
    assert page.send(f"/letter/{code}", f"/letter/{code}/skip", until="7 Dec 2026").status_code == 303
    assert "until Monday, December 7" in page.text(f"/letter/{code}")


def test_what_was_typed_is_given_back_where_the_letter_is_gone(page: Page, workbook: Path) -> None:
    code = page.of("John Seward")
    edit = page.form(f"/letter/{code}?edit", f"/letter/{code}/save")
    time.sleep(0.01)
    set_contact(workbook, "Seward", "On hold", "Yes")
    answer = page.post(f"/letter/{code}/save", {**edit, "body": "An hour of my own words."})
    assert answer.status_code == 503
    assert "An hour of my own words." in answer.text


def test_an_enclosure_that_was_not_offered_is_not_put_in(page: Page) -> None:
    code = page.of("Gabriel Oak")
    to = page.session.draft(code).letter.to
    evil = ["resume.pdf\nTo: other@example.com", "../../passwords.pdf", "letter.pdf, resume.pdf"]
    assert page.send(f"/letter/{code}", f"/letter/{code}/enclose", enclosure=evil).status_code == 303
    letter = page.session.draft(code).letter
    assert (letter.to, letter.enclosures) == (to, ())


def test_a_column_that_the_schema_gains_does_not_break_the_page(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = (
        *schema.CONTACTS.columns,
        schema.CONTACTS.column("notes")._replace(header="Assistant", attr="assistant"),
    )
    monkeypatch.setattr(schema, "CONTACTS", replace(schema.CONTACTS, columns=columns))
    assert "Their row" in page.text(f"/letter/{page.of('John Seward')}")


def test_every_answer_forbids_scripts_frames_and_keeping(page: Page) -> None:
    for path in ("/", "/nowhere", "/static/review.css", "/state"):
        headers = page.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_no_page_needs_a_script_or_a_style_of_its_own(page: Page) -> None:
    for path in ("/", "/end", f"/letter/{page.of('John Seward')}?edit"):
        text = page.text(path)
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=\"/[\w-]+/static/)", text)


def test_a_script_in_a_contacts_name_is_text(workbook: Path) -> None:
    set_contact(workbook, "Seward", "Organization", "<script>alert(1)</script>")
    set_contact(workbook, "Seward", "Thank them for", "for <img src=x onerror=alert(1)> and {{ 7*7 }}")
    page = Page(workbook)
    text = page.text(f"/letter/{page.of('John Seward')}")
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7*7 }}" in text


def test_two_hundred_letters_stand_in_one_list_and_each_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    met = {
        "Called_on": date(2026, 11, 23),
        "Call_result": "Accepted - in person",
        "Interview_on": date(2026, 11, 30),
        "Interview_held": "Yes",
        "Thank_them_for": "for an hour of plain answers",
    }
    page = Page(
        make_book(tmp_path / "many.xlsx", [person(f"First{n}", f"Last{n}", **met) for n in range(200)])
    )
    text = page.text("/letters")
    codes = re.findall(r'class="item \w+" href="/[\w-]+/letter/(\w+)"', text)
    assert len(set(codes)) == 200
    assert "0 of 200" in text
    fields = {"subject": "Hello", "body": "Hire me."}
    assert {page.check(code, fields)["said"][:14] for code in few_on_windows(codes)} == {"Can't be appro"}


def test_finishing_says_what_stays_and_ends_the_window(page: Page) -> None:
    code = page.of("John Seward")
    page.send(f"/letter/{code}", f"/letter/{code}/approve")
    answer = page.send("/end", "/finish")
    assert "1 letter is approved" in answer.text
    assert "choose Send" in answer.text
    assert page.ending.over


def test_the_review_ends_when_nothing_was_asked_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("pipeline.review.ending.time", SimpleNamespace(monotonic=lambda: now[0]))
    ending = Closing()
    now[0] += IDLE
    assert not ending.over
    now[0] += 1
    assert ending.over
    ending.asked()
    assert not ending.over
