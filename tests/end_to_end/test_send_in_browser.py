"""Sending through the user's own mail in a browser: a link opens the letter there, filled in."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

from tests.books import person

from .routine import Routine, steady


def test_each_letter_gets_links_that_hold_all_of_it_and_counts_as_exported(routine: Routine) -> None:
    routine.with_book([person(Phone="555-0101")], settings={"Send through": "Browser"}).daily()
    draft = routine.draft()
    routine.run("approve", draft["code"])
    said = routine.run("send").out
    links = {
        words[2].rstrip(":"): words[-1]
        for line in said.splitlines()
        if (words := line.split())[:2] == ["open", "in"]
    }
    gmail, outlook = (parse_qs(urlsplit(links[way]).query) for way in ("Gmail", "Outlook"))
    assert (gmail["to"], gmail["su"], gmail["body"]) == ([draft["to"]], [draft["subject"]], [draft["body"]])
    assert (outlook["to"], outlook["subject"], outlook["body"]) == (
        [draft["to"]],
        [draft["subject"]],
        [draft["body"]],
    )
    assert routine.on_drafts(draft["code"])["Status"] == "Exported"
    assert not routine.ready.exists()
    assert draft["code"] not in routine.run("send").said
    steady(routine)


def test_a_letter_with_a_resume_says_which_file_to_attach(routine: Routine) -> None:
    routine.resume(content=b"%PDF-1.4 mine")
    talked = {
        "Called_on": date(2026, 12, 4),
        "Call_result": "Interviewed on this call",
        "Thank_them_for": "for your time",
    }
    settings = {"Resume file": "resume.pdf", "Send through": "Browser"}
    routine.with_book([person(**talked)], settings=settings).daily()
    routine.run("approve", routine.draft()["code"])
    assert "attach by hand" in (said := routine.run("send").said)
    assert "resume.pdf" in said


def test_a_letter_too_long_for_any_link_becomes_a_file(routine: Routine) -> None:
    routine.with_book([person(Phone="555-0101")], settings={"Send through": "Browser"}).daily()
    draft = routine.draft()
    routine.edit_file(draft["code"], draft["body"].splitlines()[-1], "Щ" * 900)
    routine.run("approve", draft["code"])
    assert "open in" not in routine.run("send").out
    assert [p.suffix for p in routine.ready.iterdir()] == [".eml"]
    assert routine.on_drafts(draft["code"])["Status"] == "Exported"
    steady(routine)
