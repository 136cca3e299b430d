"""Sending through Files: exported is not sent."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.books import given, person

from .routine import MONDAY, Routine, steady, typed


@pytest.fixture
def exported(routine: Routine) -> tuple[Routine, str]:
    """One approach, approved and exported on Monday."""
    routine.with_book([person(Phone="555-0101")]).daily()
    code = routine.draft()["code"]
    routine.run("approve", code)
    routine.run("send")
    return routine, code


def read(path: Path) -> EmailMessage:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_file_opens_in_a_mail_program_ready_to_send(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    [path] = routine.ready.iterdir()
    message = read(path)
    assert path.name == f"2026-12-07-ada-okafor-approach-{code}.eml"
    assert (message["X-Unsent"], message["Date"], message["Message-ID"]) == ("1", None, None)
    assert "ada.okafor@example.org" in message["To"]
    assert message["Subject"] == routine.draft()["subject"]
    body = message.get_body()
    assert body is not None
    assert " ".join(body.get_content().split()) == " ".join(routine.draft()["body"].split())


def test_enclosures_go_along_and_lie_beside_it(routine: Routine) -> None:
    routine.resume(content=b"%PDF-1.4 mine")
    routine.with_book(
        [
            person(
                Called_on=date(2026, 12, 4),
                Call_result="Interviewed on this call",
                Thank_them_for="for your time",
            )
        ],
        settings={"Resume file": "resume.pdf"},
    ).daily()
    routine.run("approve", routine.draft()["code"])
    routine.run("send")
    files = sorted(routine.ready.iterdir(), key=lambda p: p.suffix)
    assert [p.suffix for p in files] == [".eml", ".pdf"]
    assert files[1].read_bytes() == b"%PDF-1.4 mine"
    [attachment] = read(files[0]).iter_attachments()
    assert attachment.get_content() == b"%PDF-1.4 mine"


def test_the_folder_of_the_files_is_named_once(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    routine.run("approve", routine.draft()["code"])
    said = routine.run("send").said
    [path] = routine.ready.iterdir()
    assert f"exported ({path.name})" in said
    assert said.count(routine.ready.name) == 1


def test_exported_is_not_sent(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    row = routine.on_drafts(code)
    assert (row["Status"], row["Sent on"].date()) == ("Exported", MONDAY)
    assert routine.rows()[0]["Approach sent"] is None
    assert routine.rows("History") == []
    assert routine.steps() == [("approach", "Ada Okafor")]
    assert "exported on 2026-12-07: sent it?" in routine.rows("Today")[0]["What to do"]
    steady(routine)


def test_it_is_asked_about_first_the_next_day(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    routine.today = date(2026, 12, 8)
    assert f"Letter {code} to Ada Okafor was exported on 2026-12-07: sent it?" in routine.daily().said
    assert routine.on_drafts(code)["Status"] == "Exported"
    assert routine.draft()["status"] == "Exported"


def test_it_is_locked(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    text = routine.file(code).read_bytes()
    assert typed("resolve") in routine.run("approve", code, code=1).err
    assert typed("resolve") in routine.run("skip", code, code=1).err
    routine.type_on_drafts(code, Text="Something else", Approve="Approve")
    routine.type_on_contacts(2, Salutation="Dr. Okafor")
    routine.daily()
    assert routine.on_drafts(code)["Status"] == "Exported"
    assert routine.file(code).read_bytes() == text


def test_what_is_known_to_be_sent_leaves_ready(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    [path] = routine.ready.iterdir()
    routine.run("resolve", code, "sent")
    assert list(routine.ready.iterdir()) == []
    assert (routine.outbox / "sent" / path.name).is_file()
    assert not (routine.outbox / f"{code}-approach-ada-okafor.txt").exists()


def test_a_released_letter_is_put_off_changed_and_approved_as_before(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    assert "can't be changed" in routine.run("skip", code, code=1).err
    routine.run("resolve", code, "release")
    routine.run("skip", code)
    routine.today = date(2026, 12, 8)
    routine.daily()
    routine.edit_file(code, "Sincerely", "Yours sincerely")
    routine.run("approve", code)
    assert [o["code"] for o in routine.went()] == [code]


def test_it_is_never_exported_twice(exported: tuple[Routine, str]) -> None:
    routine, _ = exported
    [path] = routine.ready.iterdir()
    path.unlink()
    for day in (MONDAY, date(2026, 12, 8)):
        routine.today = day
        assert routine.went() == []
    assert list(routine.ready.iterdir()) == []


def test_it_counts_in_the_daily_goal(routine: Routine) -> None:
    routine.with_book([person(given(n)) for n in range(6)]).daily()
    code = routine.drafts()[0]["code"]
    routine.run("approve", code)
    routine.run("send")
    assert len(routine.drafts()) == 3
    routine.run("resolve", code, "sent")
    assert len(routine.drafts()) == 2
    routine.today = date(2026, 12, 8)
    assert len(routine.drafts()) == 3


@pytest.mark.parametrize("by", ["resolve", "sheet"])
def test_said_to_be_sent_it_is_recorded(exported: tuple[Routine, str], by: str) -> None:
    routine, code = exported
    routine.today = date(2026, 12, 8)
    if by == "resolve":
        routine.run("resolve", code, "sent")
    else:
        routine.type_on_drafts(code, Approve="Sent by me")
        routine.daily()
    assert routine.rows()[0]["Approach sent"].date() == MONDAY
    [event] = routine.rows("History")
    assert (event["Event"], event["Detail"], event["Channel"]) == (
        "Approach letter",
        "call on 2026-12-14",
        "Email",
    )
    assert event["Message-ID"].startswith("<remembered.")
    assert routine.drafts() == []
    routine.daily()
    steady(routine)


def test_released_it_can_be_changed_and_exported_again(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    routine.run("resolve", code, "release")
    row = routine.on_drafts(code)
    assert (row["Status"], row["Sent on"]) == ("Approved", None)
    routine.edit_file(code, "Sincerely", "With kind regards")
    assert routine.went() == []
    routine.run("approve", code)
    assert [o["outcome"] for o in routine.run("send", "--json").document] == ["exported"]


def test_resolve_of_what_does_not_wait(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    assert "ZZZZZ" in routine.run("resolve", "ZZZZZ", "sent", code=2).err
    routine.run("resolve", code, "sent")
    assert code in routine.run("resolve", code, "sent", code=2).err
    assert len(routine.rows("History")) == 1


def test_the_letter_stays_to_be_asked_about_when_its_step_is_over(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    routine.type_on_contacts(2, On_hold="Yes")
    routine.daily()
    assert routine.on_drafts(code)["Status"] == "Exported"
    routine.run("resolve", code, "sent")
    assert routine.rows("History")[0]["Event"] == "Approach letter"


def test_a_dry_run_says_all_and_writes_nothing(routine: Routine, data_folder: Path) -> None:
    routine.with_book([person()]).daily()
    routine.run("approve", routine.draft()["code"])
    before, ledgers = (
        routine.prints(),
        {p.name: p.read_bytes() for p in data_folder.iterdir() if p.suffix == ".sqlite"},
    )
    answer = routine.run("send", "--dry-run")
    assert routine.draft()["body"].splitlines()[0] in answer.out
    assert f"1 letter would go. To send: {typed('send')}" in answer.said
    [held] = routine.run("send", "--dry-run", "--json").document
    assert list(held) == ["code", "name", "outcome", "message_id", "detail"]
    assert routine.prints() == before
    assert {p.name: p.read_bytes() for p in data_folder.iterdir() if p.suffix == ".sqlite"} == ledgers
    assert not routine.ready.exists()


def test_at_most_so_many(routine: Routine) -> None:
    routine.with_book([person("Ada"), person("Bo")]).daily()
    routine.run("approve", *[d["code"] for d in routine.drafts()])
    assert len(routine.run("send", "--dry-run", "--limit", "1", "--json").document) == 1
    assert len(routine.run("send", "--limit", "1", "--json").document) == 1
    assert [d["status"] for d in routine.drafts()] == ["Exported", "Approved"]
    routine.run("send", "--limit", "0", code=2)


def test_nothing_approved_nothing_goes(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    assert "No letter is approved" in routine.run("send").out
    assert not routine.ready.exists()


def test_the_send_document_is_as_promised(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    code = routine.draft()["code"]
    routine.run("approve", code)
    [outcome] = routine.run("send", "--json").document
    assert list(outcome) == ["code", "name", "outcome", "message_id", "detail"]
    assert (outcome["code"], outcome["name"], outcome["outcome"]) == (code, "Ada Okafor", "exported")
    assert Path(outcome["detail"]).is_file()


def test_letters_by_post_become_documents(routine: Routine) -> None:
    from docx import Document

    routine.with_book(
        [person(Channel="Post", Address="1 Example Street\nExampleton", Email=None)],
        settings={"Address": "2 Sample Road\nSampleton"},
    ).daily()
    routine.run("approve", routine.draft()["code"])
    routine.run("send")
    [path] = routine.ready.iterdir()
    text = "\n".join(p.text for p in Document(str(path)).paragraphs)
    assert path.suffix == ".docx"
    assert "1 Example Street" in text
    assert routine.on_drafts(routine.draft()["code"])["Status"] == "Exported"


def test_files_never_ask_and_may_be_made_on_another_day(exported: tuple[Routine, str]) -> None:
    routine, _ = exported
    assert list(routine.ready.glob("*.eml"))


def test_a_conflict_copy_of_a_sync_service_stops_it(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    routine.run("approve", routine.draft()["code"])
    copy = routine.folder / "networking (Sam's conflicted copy 2026-12-06).xlsx"
    copy.write_bytes(routine.book.read_bytes())
    assert copy.name in routine.run("send", code=4).err
    assert not routine.ready.exists()
    routine.daily()
    copy.unlink()
    assert [o["outcome"] for o in routine.run("send", "--json").document] == ["exported"]


def test_where_a_file_cannot_be_written_the_others_still_go(routine: Routine) -> None:
    routine.with_book([person("Ada"), person("Bo")]).daily()
    codes = [d["code"] for d in routine.drafts()]
    routine.run("approve", *codes)
    routine.ready.mkdir()
    (routine.ready / f"{routine.today}-ada-okafor-approach-{codes[0]}.eml").mkdir()
    answer = routine.run("send", "--json", code=5)
    assert [(o["code"], o["outcome"]) for o in answer.document] == [
        (codes[0], "held"),
        (codes[1], "exported"),
    ]
    assert [routine.draft(code=c)["status"] for c in codes] == ["Approved", "Exported"]


def test_a_letter_whose_file_could_not_be_written_is_at_once_as_before(routine: Routine) -> None:
    from datetime import datetime

    from pipeline.day.decide import decide
    from pipeline.day.exporting import export_all
    from pipeline.day.gather import gather

    routine.with_book([person()]).daily()
    routine.run("approve", routine.draft()["code"])
    routine.ready.write_bytes(b"no folder")
    now = datetime(2026, 12, 7, 9)
    decision = decide(gather(routine.book, MONDAY, now))
    assert [o.outcome for o in export_all(decision, decision.review.drafts, now)] == ["held"]
    state = gather(routine.book, MONDAY, now).state
    assert (dict(state.receipts), list(state.approvals)) == ({}, [decision.review.drafts[0].letter.code])


def test_a_letter_that_history_knows_is_sent_whatever_the_ledger_says(
    exported: tuple[Routine, str], data_folder: Path
) -> None:
    routine, code = exported
    routine.run("resolve", code, "sent")
    for path in data_folder.iterdir():
        path.unlink()
    routine.daily()
    assert routine.drafts() == []
    assert len(routine.rows("History")) == 1
    steady(routine)


def test_sent_by_me_counts_even_when_the_ledger_is_gone(routine: Routine, data_folder: Path) -> None:
    routine.with_book([person()]).daily()
    code = routine.draft()["code"]
    for path in data_folder.iterdir():
        path.unlink()
    routine.type_on_drafts(code, Approve="Sent by me", Sent_on=date(2026, 12, 3))
    assert routine.run("daily", "--json").document["problems"] == []
    assert routine.rows()[0]["Approach sent"].date() == date(2026, 12, 3)
    assert routine.drafts() == []


def test_a_date_typed_first_and_sent_by_me_later_are_one_letter(exported: tuple[Routine, str]) -> None:
    routine, code = exported
    routine.type_on_contacts(2, Approach_sent=date(2026, 12, 4))
    routine.daily()
    routine.run("resolve", code, "sent")
    [letter] = routine.rows("History")
    assert (letter["Date"].date(), letter["Event"]) == (date(2026, 12, 4), "Approach letter")
    assert letter["Message-ID"].startswith("<remembered.")
    assert routine.rows()[0]["Approach sent"].date() == date(2026, 12, 4)
    steady(routine)


def test_a_run_that_decided_before_another_exported_leaves_the_letter(routine: Routine) -> None:
    from datetime import datetime

    from pipeline.day.decide import decide
    from pipeline.day.exporting import export_all
    from pipeline.day.gather import gather

    routine.with_book([person()]).daily()
    routine.run("approve", routine.draft()["code"])
    now = datetime(2026, 12, 7, 9)
    late = decide(gather(routine.book, MONDAY, now))
    routine.run("send")
    for path in routine.ready.iterdir():
        path.unlink()
    assert [o.outcome for o in export_all(late, late.review.drafts, now)] == ["held"]
    assert list(routine.ready.iterdir()) == []
