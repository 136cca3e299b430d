"""A letter from its first draft until it is no longer due: files, approvals, and what voids them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.books import given, person

from .routine import MONDAY, Routine, steady, typed


def approved(routine: Routine, name: str = "") -> str:
    """Approve the one letter, and give its code."""
    code: str = routine.draft(name)["code"]
    routine.run("approve", code)
    assert routine.draft(code=code)["status"] == "Approved"
    return code


def talked(routine: Routine, **more: object) -> str:
    """Leave a thank-you letter with the resume in review."""
    routine.resume()
    routine.with_book(
        [
            person(
                Phone="555-0101",
                Called_on=date(2026, 12, 4),
                Call_result="Interviewed on this call",
                Thank_them_for="for your time",
                **more,
            )
        ],
        settings={"Resume file": "resume.pdf"},
    ).daily()
    letter = routine.draft()
    assert (letter["letter"], letter["enclosures"], letter["status"]) == (
        "thank_you_phone",
        ["resume.pdf"],
        "To review",
    )
    return str(letter["code"])


def test_a_letter_untouched_is_drafted_anew_when_facts_change(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_contacts(2, Salutation="Dr. Okafor")
    routine.daily()
    assert "Dear Dr. Okafor," in routine.file(code).read_text()
    assert "Dear Dr. Okafor," in routine.on_drafts(code)["Text"]
    steady(routine)


def test_a_letter_edited_is_the_users(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.edit_file(code, "Sincerely", "With kind regards")
    before = routine.file(code).read_bytes()
    routine.type_on_contacts(2, Salutation="Dr. Okafor")
    routine.daily()
    assert routine.file(code).read_bytes() == before


def test_a_letter_approved_is_never_drafted_anew(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.run("approve", code)
    before = routine.file(code).read_bytes()
    routine.type_on_contacts(2, Why_this_person="because of something else")
    routine.daily()
    assert routine.file(code).read_bytes() == before
    assert routine.draft()["status"] == "Approved"


def test_a_promised_day_too_near_is_moved(one: tuple[Routine, str]) -> None:
    routine, code = one
    assert "Call on: 2026-12-14" in routine.file(code).read_text()
    routine.today = date(2026, 12, 10)
    routine.daily()
    assert "Call on: 2026-12-14" in routine.file(code).read_text()
    routine.today = date(2026, 12, 11)
    routine.daily()
    assert "Call on: 2026-12-18" in routine.file(code).read_text()
    assert "December 18" in routine.draft()["body"]
    steady(routine)


def test_a_promise_too_near_in_an_approved_letter_blocks_it(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.run("approve", code)
    routine.today = date(2026, 12, 11)
    routine.daily()
    letter = routine.draft()
    assert letter["status"] == "Blocked"
    assert "initiative" in [c["check"] for c in letter["checks"]]
    assert routine.went() == []


def test_the_promise_that_counts_is_the_one_in_the_text(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.edit_file(code, "December 14", "December 16")
    routine.edit_file(code, "Monday", "Wednesday")
    routine.run("approve", code)
    routine.run("send")
    routine.run("resolve", code, "sent")
    assert routine.rows("History")[0]["Detail"] == "call on 2026-12-16"
    assert routine.rows()[0]["Due"].date() == date(2026, 12, 16)


def test_no_longer_due_untouched_it_goes(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_contacts(2, On_hold="Yes")
    routine.daily()
    assert not list(routine.outbox.rglob(f"{code}*"))
    assert routine.rows("Drafts") == []
    steady(routine)


def test_no_longer_due_edited_it_is_set_aside(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.edit_file(code, "Sincerely", "With kind regards")
    text = routine.file(code).read_bytes()
    routine.type_on_contacts(2, On_hold="Yes")
    routine.daily()
    [aside] = (routine.outbox / "set-aside").iterdir()
    assert (aside.name.startswith(code), aside.read_bytes()) == (True, text)
    steady(routine)


def test_a_second_text_set_aside_leaves_the_first_where_it_is(one: tuple[Routine, str]) -> None:
    routine, code = one
    texts = []
    for words in ("With kind regards", "Yours"):
        routine.edit_file(code, "Sincerely", words)
        texts.append(routine.file(code).read_bytes())
        routine.type_on_contacts(2, On_hold="Yes")
        routine.daily()
        routine.type_on_contacts(2, On_hold=None)
        routine.daily()
    assert sorted(p.read_bytes() for p in (routine.outbox / "set-aside").iterdir()) == sorted(texts)


def test_a_file_deleted_is_drafted_anew(one: tuple[Routine, str]) -> None:
    routine, code = one
    text = routine.file(code).read_bytes()
    routine.file(code).unlink()
    routine.daily()
    assert routine.file(code).read_bytes() == text


def test_a_file_that_cannot_be_read_blocks_its_letter_and_is_left_alone(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.file(code).write_text("Dear Ada, no header at all\n")
    routine.daily()
    letter = routine.draft()
    assert letter["status"] == "Blocked"
    assert f"outbox/{routine.file(code).name}, line 1" in letter["checks"][0]["message"]
    assert routine.file(code).read_text() == "Dear Ada, no header at all\n"
    steady(routine)


@pytest.mark.parametrize(
    ("header", "words"), [("Call on: next Friday", "is no date"), ("Bcc: else@example.org", "line 3")]
)
def test_odd_header_lines_block_by_name(one: tuple[Routine, str], header: str, words: str) -> None:
    routine, code = one
    path = routine.file(code)
    lines = path.read_text().split("\n")
    lines[2] = header
    path.write_text("\n".join(lines))
    letter = routine.draft()
    assert letter["status"] == "Blocked"
    assert words in " ".join(c["message"] for c in letter["checks"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sincerely", "With kind regards"),
        ("Subject: Y", "Subject: For y"),
        ("ada.okafor@example.org", "ada@example.org"),
    ],
)
def test_any_change_of_the_file_voids_the_approval_for_good(
    one: tuple[Routine, str], old: str, new: str
) -> None:
    routine, code = one
    routine.run("approve", code)
    routine.edit_file(code, old, new)
    routine.daily()
    assert routine.draft()["status"] in ("To review", "Blocked")
    assert routine.went() == []
    routine.edit_file(code, new, old)
    routine.daily()
    assert routine.draft()["status"] == "To review"
    assert routine.went() == []


def test_that_an_approval_is_void_is_said_until_it_is_settled(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.run("approve", code)
    routine.edit_file(code, "Sincerely", "With kind regards")
    routine.daily()
    assert routine.on_drafts(code)["Checks"].startswith("Changed since you approved it")
    steady(routine)
    routine.run("approve", code)
    assert "Changed" not in routine.on_drafts(code)["Checks"]


def test_another_sender_voids_the_approval(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.run("approve", code)
    routine.type_setting("Email", "sam@example.net")
    routine.daily()
    assert routine.draft()["status"] == "To review"
    assert routine.went() == []


@pytest.mark.parametrize(
    "corrected", [{"First_name": "Adah"}, {"Last_name": "Okafor-Ruiz"}, {"Salutation": "Dr. Okafor"}], ids=str
)
def test_whom_it_greets_corrected_voids_the_approval(
    one: tuple[Routine, str], corrected: dict[str, str]
) -> None:
    routine, code = one
    routine.run("approve", code)
    routine.type_on_contacts(2, **corrected)
    assert routine.went() == []
    assert routine.draft()["status"] == "To review"
    assert next(iter(corrected.values())) in routine.draft()["body"]


def test_an_approval_typed_beside_another_hour_of_the_meeting_waits_until_that_was_shown(
    routine: Routine,
) -> None:
    agreed = {"Called_on": date(2026, 11, 30), "Call_result": "Accepted - in person", "Phone": "555-0101"}
    meets = {"Interview_on": datetime(2026, 12, 8, 10), "Approach_sent": date(2026, 11, 16)}
    routine.with_book([person(**agreed, **meets)]).daily()
    code = routine.draft()["code"]
    routine.edit_file(code, "Sincerely", "Kind regards")
    routine.daily()
    routine.type_on_drafts(code, Approve="Approve")
    routine.type_on_contacts(2, Interview_on=datetime(2026, 12, 8, 15))
    assert routine.went() == []
    checks = routine.on_drafts(code)["Checks"]
    assert "Changed since you saw it" in checks
    assert "The letter says 10 a.m., and Interview on in the row says 3 p.m." in checks
    routine.type_on_drafts(code, Approve="Approve")
    assert len(routine.went()) == 1


def test_a_letter_whose_approval_fell_away_is_drafted_anew_at_once(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.run("approve", code)
    routine.type_on_contacts(2, First_name="Adah")
    routine.daily()
    assert "Adah" in routine.file(code).read_text()
    assert "Adah" in routine.on_drafts(code)["Text"]
    steady(routine)


def test_who_sent_one_corrected_voids_the_approval(routine: Routine) -> None:
    routine.with_book([person(Source="Referral", Referred_by="Bill Park")]).daily()
    letter = routine.draft()
    assert "Bill Park" in letter["body"]
    routine.run("approve", letter["code"])
    routine.type_on_contacts(2, Referred_by="Bill Parker")
    assert routine.went() == []
    assert "Bill Parker" in routine.draft()["body"]


def test_who_was_met_corrected_voids_the_approval_of_thanks_to_who_named_them(routine: Routine) -> None:
    ada, bo = (
        person(*name, Interview_on=day, Interview_type="Phone", Interview_held="Yes")
        | {"Thank-you sent": day}
        for name, day in ((("Ada", "Okafor"), date(2026, 11, 10)), (("Bo", "Ek"), date(2026, 12, 4)))
    )
    routine.with_book([ada, bo | {"Referred by": "Ada Okafor"}]).daily()
    letter = routine.draft()
    assert (letter["letter"], "Bo Ek" in letter["body"]) == ("thank_referrer", True)
    routine.run("approve", letter["code"])
    routine.type_on_contacts(3, Last_name="Eklund")
    assert routine.went() == []
    assert "Bo Eklund" in routine.draft()["body"]


@pytest.mark.parametrize(
    ("moved", "says"),
    [
        ({"Interview_on": datetime(2026, 12, 10, 15)}, "at 3 p.m."),
        ({"Where": "Cafe B"}, "Cafe B"),
        ({"Interview_type": "Video"}, "video call"),
    ],
    ids=str,
)
def test_a_meeting_moved_voids_the_approval_of_its_confirmation(
    routine: Routine, moved: dict[str, Any], says: str
) -> None:
    called = {"Called_on": date(2026, 12, 1), "Call_result": "Accepted - in person", "Phone": "555-0101"}
    meets = {
        "Interview_on": datetime(2026, 12, 10, 10),
        "Where": "Cafe A",
        "Approach_sent": date(2026, 11, 20),
    }
    routine.with_book([person(**called, **meets)]).daily()
    routine.today = date(2026, 12, 9)
    routine.daily()
    letter = routine.draft()
    assert letter["letter"] == "confirm"
    assert "at 10 a.m." in letter["body"]
    routine.run("approve", letter["code"])
    routine.type_on_contacts(2, **moved)
    assert routine.went() == []
    assert routine.draft()["status"] == "To review"
    assert says in routine.draft()["body"]
    routine.run("approve", letter["code"])
    assert len(routine.went()) == 1


@pytest.mark.parametrize("corrected", [{"Interview_type": "In person"}, {"Call_result": "Declined"}], ids=str)
def test_what_the_thanks_are_for_corrected_voids_the_approval(
    routine: Routine, corrected: dict[str, str]
) -> None:
    talk = {"Interview_on": date(2026, 12, 4), "Interview_type": "Phone", "Interview_held": "Yes"}
    talk |= {"Approach_sent": date(2026, 11, 20), "Thank_them_for": "for the plan of the night ward"}
    routine.with_book([person(**talk, Enclose_resume="No")]).daily()
    letter = routine.draft()
    assert letter["letter"] == "thank_you_phone"
    routine.run("approve", letter["code"])
    routine.type_on_contacts(2, **corrected)
    assert routine.went() == []
    assert routine.draft()["status"] == "To review"
    assert routine.draft()["body"] != letter["body"]


def test_an_edited_letter_says_that_the_row_now_asks_for_another_kind(routine: Routine) -> None:
    called = {"Called_on": date(2026, 12, 4), "Call_result": "Put off", "Approach_sent": date(2026, 11, 20)}
    thanks = {"Thank_them_for": "for telling me so openly about the hiring freeze"}
    routine.with_book([person(Phone="555-0101", **called, **thanks)]).daily()
    code = routine.draft()["code"]
    routine.edit_file(code, "Sincerely", "With kind regards")
    assert routine.draft()["checks"] == []
    routine.type_on_contacts(2, Call_result="Declined")
    routine.daily()
    [said] = [c["message"] for c in routine.draft()["checks"] if c["check"] == "edits"]
    assert "edited as “Thank-you letter, after being put off”" in said
    assert "now “Thank-you letter, after a no”" in said
    steady(routine)
    routine.type_on_drafts(code, Text=f"{routine.draft()['body']}\nPS. Thank you.")
    routine.daily()
    assert routine.draft()["checks"] == []


def test_another_address_of_the_contact_blocks_what_was_approved(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.run("approve", code)
    routine.type_on_contacts(2, Email="a.okafor@example.net")
    routine.daily()
    assert [d["status"] for d in routine.drafts() if d["code"] == code] in (["Blocked"], [])
    assert routine.went() == []


def test_other_bytes_of_the_enclosure_void_the_approval(routine: Routine) -> None:
    code = talked(routine)
    routine.run("approve", code)
    routine.resume(content=b"%PDF-1.4 Sam Rivera, improved")
    routine.daily()
    assert routine.draft()["status"] == "To review"
    assert routine.went() == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda p: p.unlink(),
        lambda p: p.write_bytes(b"no pdf"),
        lambda p: p.write_bytes(b"%PDF" + b"0" * 11_000_000),
    ],
)
def test_an_enclosure_that_cannot_go_blocks_the_letter(routine: Routine, spoil: object) -> None:
    code = talked(routine)
    routine.run("approve", code)
    spoil(routine.folder / "resume.pdf")  # type: ignore[operator]
    assert routine.draft()["status"] == "Blocked"
    assert routine.went() == []


def test_an_enclosure_of_the_users_own_is_refused_not_dropped(routine: Routine) -> None:
    code = talked(routine)
    (routine.folder / "portfolio.pdf").write_bytes(b"%PDF-1.4 portfolio")
    routine.edit_file(code, "Enclose: resume.pdf", "Enclose: resume.pdf, portfolio.pdf")
    letter = routine.draft()
    assert letter["status"] == "Blocked"
    assert "portfolio.pdf" in " ".join(c["message"] for c in letter["checks"])


def test_a_resume_taken_off_in_the_row(routine: Routine) -> None:
    code = talked(routine)
    routine.type_on_contacts(2, Enclose_resume="No")
    routine.daily()
    assert routine.draft()["enclosures"] == []
    assert "Enclose" not in routine.file(code).read_text()


def test_no_letter_that_asks_for_a_meeting_carries_one(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.resume()
    routine.type_setting("Resume file", "resume.pdf")
    routine.type_on_contacts(2, Enclose_resume="Yes")
    routine.daily()
    assert routine.draft()["enclosures"] == []
    routine.edit_file(code, "Call on:", "Enclose: resume.pdf\nCall on:")
    letter = routine.draft()
    assert (letter["status"], [c["rule"] for c in letter["checks"] if c["level"] == "block"]) == (
        "Blocked",
        ["R1"],
    )


def test_approve_and_skip_of_unknown_codes(one: tuple[Routine, str]) -> None:
    routine, code = one
    for command in ("approve", "skip"):
        answer = routine.run(command, "ZZZZZ", code=2)
        assert "ZZZZZ" in answer.err
        assert typed("drafts") in answer.err
    answer = routine.run("approve", "ZZZZZ", code, code=1)
    assert f"{code} to Ada Okafor: approved." in answer.out
    assert (
        routine.run("skip", code, "--until", "2026-12-07", code=2).err.strip()
        == "2026-12-07 is not after 2026-12-07; give a later date."
    )


def test_a_code_may_be_typed_small(one: tuple[Routine, str]) -> None:
    routine, code = one
    assert f"{code} to Ada Okafor: approved." in routine.run("approve", code.lower()).out


def test_what_is_approved_leads_on_to_sending(one: tuple[Routine, str]) -> None:
    routine, code = one
    assert f"1 letter approved. Next: {typed('send')}" in routine.run("approve", code).out
    assert routine.run("skip", code).out.strip().endswith("0 letters approved.")


def test_a_blocked_letter_cannot_be_approved(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.edit_file(code, "Sincerely", "I am looking for a job.\n\nSincerely")
    answer = routine.run("approve", code, code=1)
    assert "can't be approved" in answer.err
    assert routine.draft()["status"] == "Blocked"


def test_placeholders_keep_a_letter_until_they_are_replaced(routine: Routine) -> None:
    routine.with_book([person(Why_this_person=None)]).daily()
    code = routine.draft()["code"]
    assert routine.draft()["status"] == "Blocked"
    routine.type_on_contacts(2, Why_this_person="because of your work on intake")
    routine.daily()
    assert routine.draft()["status"] == "To review"
    assert "because of your work on intake" in routine.file(code).read_text()


def test_a_letter_edited_in_the_windows_way_is_the_same_letter(one: tuple[Routine, str]) -> None:
    routine, code = one
    path = routine.file(code)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    routine.type_on_contacts(2, Salutation="Dr. Okafor")
    routine.daily()
    assert "Dear Dr. Okafor" in routine.draft()["body"]


def test_the_users_own_templates(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.run("templates")
    template = routine.folder / "letter_templates" / "approach.txt"
    template.write_text(
        "Subject: A word with you\n\nDear {{ greeting }},\n\nI write to you.\n\nSincerely,\n\n{{ signature }}\n"
    )
    answer = routine.daily(code=None)
    assert answer.code == 0, answer.said
    assert routine.draft()["subject"] == "A word with you"
    assert "I write to you." in routine.file(code).read_text()


@pytest.mark.parametrize(
    ("text", "line"),
    [("Subject: Hello\n\nDear {{ nobody }},\n", 3), ("Subject: Hello\n\n{% if %}\n", 3), ("", 1)],
)
def test_a_broken_template_names_file_and_line(one: tuple[Routine, str], text: str, line: int) -> None:
    routine, _ = one
    folder = routine.folder / "letter_templates"
    folder.mkdir()
    (folder / "approach.txt").write_text(text)
    routine.daily()
    assert routine.draft()["status"] == "Blocked"
    assert f"approach.txt:{line}: " in routine.draft()["checks"][0]["message"]
    steady(routine)


def test_a_template_that_nobody_uses_is_named(one: tuple[Routine, str]) -> None:
    routine, _ = one
    folder = routine.folder / "letter_templates"
    folder.mkdir()
    (folder / "aproach.txt").write_text("Subject: Hello\n\nDear\n")
    assert "aproach.txt: no letter has this name" in routine.daily().said


def test_extra_columns_can_stand_in_templates(routine: Routine) -> None:
    routine.with_book([person(Met_at="the open day")], extra_columns=["Met at"])
    folder = routine.folder / "letter_templates"
    folder.mkdir()
    shipped = (Path(__file__).parents[2] / "letter_templates" / "README.md").read_text()
    assert "extra.met_at" in shipped
    (folder / "approach.txt").write_text(
        "Subject: Hello\n\nDear {{ greeting }},\n\nWe met at {{ extra.met_at }}.\n"
    )
    answer = routine.daily(code=None)
    assert answer.code == 0, answer.said
    assert "We met at the open day." in routine.draft()["body"]


def test_the_daily_goal_holds_and_what_is_approved_keeps_its_place(routine: Routine) -> None:
    people = [person(given(n), "Okafor") for n in range(6)]
    routine.with_book(people).daily()
    assert len(routine.drafts()) == 3
    code = approved(routine, "Personc Okafor")
    routine.type_on_contacts(7, Priority="A")
    routine.daily()
    assert {d["name"] for d in routine.drafts()} == {"Persona Okafor", "Personc Okafor", "Personf Okafor"}
    assert routine.draft(code=code)["status"] == "Approved"
    assert routine.today == MONDAY


def test_what_is_approved_and_put_off_goes_on_its_day_and_not_before(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    code = approved(routine)
    routine.run("skip", code, "--until", "2026-12-09")
    for day in (MONDAY, date(2026, 12, 8)):
        routine.today = day
        assert (routine.went(), routine.draft(code=code)["status"]) == ([], "Skipped")
    routine.today = date(2026, 12, 9)
    assert [o["code"] for o in routine.went()] == [code]


def test_two_notes_that_keep_in_touch_are_drafted_a_day_and_those_in_review_stay(routine: Routine) -> None:
    met = {"Interview held": "Yes", "Interview type": "Phone", "Approach sent": date(2026, 9, 1)}
    late = {**met, "Interview on": date(2026, 11, 2), "Thank-you sent": date(2026, 11, 3)}
    later = {**met, "Interview on": date(2026, 10, 1), "Thank-you sent": date(2026, 10, 2), "On hold": "Yes"}
    people = [
        person(given(0), **late),
        person(given(1), **late),
        person(given(2), **later),
        person(given(3), **late),
    ]
    routine.with_book(people).daily()
    in_review = {d["name"]: d["letter"] for d in routine.drafts()}
    assert in_review == dict.fromkeys(("Persona Okafor", "Personb Okafor"), "keep_in_touch")
    routine.type_on_contacts(4, On_hold=None)
    routine.daily()
    assert {d["name"] for d in routine.drafts()} == set(in_review)
    routine.type_on_drafts(routine.draft("Persona Okafor")["code"], Approve="Sent by me")
    routine.daily()
    assert {d["name"] for d in routine.drafts()} == {"Personb Okafor"}
    routine.today = date(2026, 12, 8)
    routine.daily()
    assert {d["name"] for d in routine.drafts()} == {"Personb Okafor", "Personc Okafor"}


def test_a_fault_in_one_template_keeps_only_its_own_letters_back(routine: Routine) -> None:
    routine.with_book(
        [person("Ada"), person("Bo", **{"Called on": date(2026, 12, 4), "Call result": "Declined"})]
    )
    own = routine.book.parent / "letter_templates"
    own.mkdir()
    (own / "approach.txt").write_text("Subject: S\n\nDear {{ greeting }},\n\n{{ contact.frist_name }}\n")
    routine.daily()
    blocked, fine = routine.draft("Ada Okafor"), routine.draft("Bo Okafor")
    assert (blocked["status"], fine["status"]) == ("Blocked", "To review")
    assert "approach.txt:5: " in blocked["checks"][0]["message"]
    (own / "approach.txt").write_text("Subject: S\n\nDear {{ greeting }},\n\nMended.\n")
    routine.daily()
    assert "Mended." in routine.draft("Ada Okafor")["body"]


def test_a_template_that_cannot_be_read_is_one_line_of_the_days_notices(routine: Routine) -> None:
    routine.with_book([person("Ada"), person("Bo", Organization="Harbor Museum")])
    own = routine.book.parent / "letter_templates"
    own.mkdir()
    (own / "keep_in_touch.txt").write_text("Subject: S\n\n1| Fine.\n2| {% if %}\n")
    assert "".join(routine.daily().said.split()).count("keep_in_touch.txt:4:") == 1
    assert {d["status"] for d in routine.drafts()} == {"To review"}
    (own / "keep_in_touch.txt").unlink()
    routine.run("templates")
    assert ".txt" not in "".join(routine.daily().said.split())


def test_two_files_of_one_letter_are_blocked_and_both_named(routine: Routine) -> None:
    routine.with_book([person("Ada")]).daily()
    code = routine.draft()["code"]
    file = routine.file(code)
    other = file.with_name(f"{code}-approach-ada-okafor (conflicted copy).txt")
    other.write_text(file.read_text() + "\nOne more line.\n")
    draft = routine.draft()
    assert draft["status"] == "Blocked"
    message = draft["checks"][0]["message"]
    assert "changed in two places" in message
    assert file.name in message
    assert other.name in message
    other.unlink()
    assert routine.draft()["status"] == "To review"


def test_a_header_line_that_cannot_be_read_is_all_that_is_said_of_the_letter(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    code = routine.draft()["code"]
    routine.edit_file(code, "To:", "Too:")
    routine.daily()
    [only] = routine.draft()["checks"]
    assert (only["check"], "line 1" in only["message"]) == ("edits", True)
    routine.run("approve", code, code=1)
