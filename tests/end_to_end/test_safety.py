"""The lines that keep a wrong or double letter back, each tried where it alone stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from pipeline.day import exporting
from pipeline.day.decide import Decision, decide
from pipeline.day.delivering import _outgoing, rechecker
from pipeline.day.enclosure import enclosure_contents, read_enclosure
from pipeline.day.gather import gather
from pipeline.day.live import LiveDay
from pipeline.day.recording import letter_went
from pipeline.day.sending import Wish, going, is_early
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import GONE, LOCKED, DraftRecord, LedgerState, Receipt, SendState
from pipeline.letters.compose import inspect, want
from pipeline.mail.doubt import one_sender
from pipeline.model import Event, EventKind, LetterKind, Status
from pipeline.model.errors import UserError
from pipeline.review.session import Review
from pipeline.rules.details import names_occasion
from tests.books import change, person

from .routine import MONDAY, Routine


def two_at_one_desk(routine: Routine, **first: object) -> Routine:
    people = [
        person("Ada", "Okafor", **{"Email": "desk@example.org", **first}),
        person("Bo", "Lind", Email="desk@example.org", Organization="Fennel Works"),
    ]
    return routine.with_book(people)


def checks(routine: Routine, name: str) -> list[str]:
    return [c["message"] for c in routine.draft(name)["checks"] if c["level"] == "block"]


@pytest.mark.parametrize(("ago", "blocked"), [(29, True), (30, False)])
def test_the_thirtieth_day_is_far_enough(routine: Routine, ago: int, blocked: bool) -> None:
    two_at_one_desk(routine, Approach_sent=MONDAY - timedelta(days=ago)).daily()
    assert any("under 30 days ago, to Ada Okafor" in m for m in checks(routine, "Bo Lind")) == blocked


def test_a_first_letter_that_stands_exported_keeps_the_second_back(routine: Routine) -> None:
    two_at_one_desk(routine).daily()
    code = routine.draft("Ada Okafor")["code"]
    routine.run("approve", code)
    routine.run("send")
    routine.today = date(2026, 12, 9)
    routine.daily()
    assert any("is on its way" in m for m in checks(routine, "Bo Lind"))


@pytest.mark.parametrize("state", sorted(LOCKED))
@pytest.mark.parametrize(("day", "waits"), [(date(2027, 1, 5), True), (date(2027, 1, 6), False)])
def test_so_does_one_of_which_nobody_knows_whether_it_went(
    routine: Routine, state: SendState, day: date, waits: bool
) -> None:
    two_at_one_desk(routine).daily()
    decision = decided(routine)
    first, second = decision.review.drafts
    receipt = Receipt(first.letter.identity, state, MONDAY, datetime(2026, 12, 7, 9), "Desk@Example.org")
    later = decision.desk._replace(
        day=decision.desk.day._replace(today=day),
        state=decision.desk.state._replace(receipts={receipt.message_id: receipt}),
    )
    found = inspect(second.letter, decision.review.wanted[second.letter.code], later, for_real=False)
    assert any("is on its way" in f.message for f in found) == waits


@pytest.mark.parametrize(
    ("day", "back", "blocked"),
    [(date(2027, 1, 5), False, True), (date(2027, 1, 5), True, False), (date(2027, 1, 6), False, False)],
)
def test_an_address_that_a_letter_went_to_waits_whoever_has_it_now(
    routine: Routine, day: date, back: bool, blocked: bool
) -> None:
    routine.with_book([person("Ada", "Okafor", Email="desk@example.org")]).daily()
    code = routine.draft()["code"]
    routine.run("approve", code)
    routine.went()
    routine.run("resolve", code, "sent")
    if back:
        bounce = {"Event": "Bounce", "Detail": "try again desk@example.org"}
        change(routine.book, "History", None, {"Date": MONDAY, "Name": "Ada Okafor", **bounce})
        routine.daily()
    successor = person("Bo", "Lind", Email="Desk@example.org", Organization="Fennel Works")
    routine.type_on_contacts(2, Email="ada@example.net")
    change(routine.book, "Contacts", None, successor)
    routine.today = day
    routine.daily()
    assert any("went to desk@example.org on 2026-12-07" in m for m in checks(routine, "Bo Lind")) == blocked


@pytest.mark.parametrize("state", sorted(GONE | LOCKED))
@pytest.mark.parametrize(
    ("to", "theirs", "blocked"),
    [
        ("Desk@Example.org", False, True),
        ("old.address@example.org", True, True),
        ("old.address@example.org", False, False),
    ],
)
def test_nothing_goes_on_a_day_on_which_another_letter_went_there_or_may_have(
    routine: Routine, state: SendState, to: str, theirs: bool, blocked: bool
) -> None:
    two_at_one_desk(routine).daily()
    decision = decided(routine)
    first, second = decision.review.drafts
    whose = second if theirs else first
    other = replace(
        first.letter.identity,
        contact_id=whose.letter.contact_id,
        kind=LetterKind.THANK_REFERRER,
        message_id="<remembered.other@example.com>",
    )
    receipt = Receipt(other, state, MONDAY, datetime(2026, 12, 7, 9), to)
    desk = decision.desk._replace(state=decision.desk.state._replace(receipts={receipt.message_id: receipt}))
    found = inspect(second.letter, decision.review.wanted[second.letter.code], desk, for_real=False)
    assert any(f.check == "same-day" for f in found) == blocked


def test_a_confirmation_on_its_last_day_goes_beside_thanks_for_a_referral(routine: Routine) -> None:
    ada = person(
        Approach_sent=date(2026, 11, 20),
        Called_on=date(2026, 11, 30),
        Call_result="Accepted - in person",
        Interview_on=date(2026, 12, 8),
        Interview_type="In Person",
    )
    bo = person(
        "Bo",
        "Lind",
        Referred_by="Ada Okafor",
        Interview_on=date(2026, 12, 3),
        Interview_type="In Person",
        Interview_held="Yes",
        **{"Thank-you sent": date(2026, 12, 4)},
    )
    routine.with_book([ada, bo]).daily()
    for code in [d["code"] for d in routine.drafts() if d["name"] == "Ada Okafor"]:
        routine.run("approve", code)
    assert [routine.draft(code=o["code"])["letter"] for o in routine.went()] == ["thank_referrer", "confirm"]
    blocked = [c["message"] for d in routine.drafts() for c in d["checks"] if c["check"] == "same-day"]
    assert blocked == []


def test_a_letter_that_was_put_off_waits_and_says_until_when(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    decision = decided(routine)
    (draft,) = decision.review.drafts
    wanted = decision.review.wanted[draft.letter.code]
    later = replace(wanted, action=wanted.action._replace(put_off=True, due=date(2026, 12, 8)))
    other = replace(draft.letter.identity, kind=LetterKind.THANK_REFERRER, message_id="<other@example.com>")
    gone = Receipt(other, SendState.ACCEPTED, MONDAY, datetime(2026, 12, 7, 9), draft.letter.to)
    desk = decision.desk._replace(state=decision.desk.state._replace(receipts={gone.message_id: gone}))
    for w, for_real, level in ((later, False, "warn"), (later, True, "block"), (wanted, False, "block")):
        [found] = [f for f in inspect(draft.letter, w, desk, for_real=for_real) if f.check == "same-day"]
        assert found.level == level
        assert ("until Tuesday, December 8" in found.message) == (level == "warn")


@pytest.mark.parametrize("email", ["desk@example.org", "Desk@Example.org"])
def test_of_two_letters_to_one_address_a_run_exports_one(routine: Routine, email: str) -> None:
    two_at_one_desk(routine, Email=email).daily()
    routine.run("approve", *(d["code"] for d in routine.drafts()))
    said = routine.run("send", "--json", code=5).document
    assert [o["outcome"] for o in said] == ["exported", "held"]
    assert len(list(routine.ready.iterdir())) == 1


def test_while_another_run_sends_no_file_is_made(routine: Routine) -> None:
    code = approved(routine)
    with Ledger(decided(routine).world.ledger_path) as ledger, one_sender(ledger):
        assert "Another run of Remembered is sending" in routine.run("send", code=1).err
    assert not list(routine.ready.glob("*"))
    assert [o["code"] for o in routine.went()] == [code]


def test_a_letter_that_could_not_be_made_keeps_no_other_back(
    routine: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_at_one_desk(routine).daily()
    routine.run("approve", *(d["code"] for d in routine.drafts()))
    real, faults = exporting.export, [OSError("the disk is full")]

    def once_full(*words: Any) -> Any:
        if faults:
            raise faults.pop()
        return real(*words)

    monkeypatch.setattr(exporting, "export", once_full)
    said = routine.run("send", "--json", code=5).document
    assert [o["outcome"] for o in said] == ["held", "exported"]


def test_two_letters_never_share_a_code(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    decision = decided(routine)
    [(code, wanted)] = decision.review.wanted.items()
    other = replace(wanted.identity, contact_id="x", message_id="<remembered.other@example.com>")
    desk = decision.desk._replace(state=LedgerState({code: DraftRecord(other, "", "")}))
    [found] = want([wanted.action], desk)
    assert (found.code != code, found.message_id) == (True, wanted.message_id)


def test_a_part_of_an_id_is_another_id() -> None:
    sent = Event(MONDAY, "x", "Ada", EventKind.THANK_REFERRER, detail="for Bo Lind (17)")
    assert names_occasion(sent, "17")
    assert not names_occasion(sent, "7")
    assert not names_occasion(sent, "1")
    assert not names_occasion(sent, "")


def test_nothing_is_said_to_be_held_that_the_user_sent(routine: Routine) -> None:
    code = approved(routine)
    session = Review(routine.book, MONDAY)
    session.sent_by_me(code, shown=session.shown(code))
    assert routine.run("send", "--json").document == []


def test_an_approval_that_fell_away_is_named_at_every_sending_until_it_is_given_anew(
    routine: Routine,
) -> None:
    code = approved(routine)
    routine.edit_file(code, "Sincerely", "With kind regards")
    for _ in range(2):
        routine.daily()
        assert "its approval fell away" in routine.run("send", code=5).said


def test_a_letter_whose_day_has_not_come_is_early(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    [draft] = decided(routine).review.drafts
    assert not is_early(draft._replace(due=MONDAY), MONDAY)
    assert is_early(draft._replace(due=date(2026, 12, 8)), MONDAY)


def test_a_copy_left_by_a_sync_service_stops_sending(routine: Routine) -> None:
    approved(routine)
    copy = routine.folder / "networking (Sam's conflicted copy 2026-12-07).xlsx"
    copy.write_bytes(routine.book.read_bytes())
    assert copy.name in routine.run("send", code=4).err
    assert not routine.ready.exists()


def test_an_open_workbook_stops_sending(routine: Routine) -> None:
    approved(routine)
    (routine.folder / "~$networking.xlsx").write_bytes(b"\x03Sam")
    assert "open" in routine.run("send", code=4).err
    assert not routine.ready.exists()


def test_real_letters_go_only_on_the_real_day(routine: Routine) -> None:
    approved(routine)
    routine.type_setting("Send through", "Gmail")
    assert "real day" in routine.run("send", "--yes", code=2).err


def approved(routine: Routine) -> str:
    routine.with_book([person()]).daily()
    code = str(routine.draft()["code"])
    routine.run("approve", code)
    return code


def decided(routine: Routine) -> Decision:
    return decide(gather(routine.book, MONDAY, datetime(2026, 12, 7, 9)))


def test_letters_by_post_go_by_hand_also_where_the_others_go_through_a_server(routine: Routine) -> None:
    ada = person(Channel="Post", Address="1 Example Street\nExampleton", Email=None)
    bo = person("Bo", "Lind")
    routine.with_book([ada, bo], settings={"Send through": "Gmail", "Email": "sam@example.org"}).daily()
    for draft in routine.drafts():
        routine.run("approve", draft["code"])
    found = going(decided(routine), Wish(None))
    assert [d.letter.name for d in found.by_hand] == ["Ada Okafor"]
    assert [d.letter.name for d in found.by_mail] == ["Bo Lind"]


def test_the_last_look_sees_what_changed_since_the_approval(routine: Routine) -> None:
    code = approved(routine)
    decision = decided(routine)
    [one], _ = _outgoing(decision, decision.review.drafts[:1])
    look = rechecker(LiveDay(routine.book, MONDAY))
    assert look(one) is None
    routine.edit_file(code, "Dear", "My dear")
    assert "no longer as you approved it" in (look(one) or "")


def test_the_last_look_compares_what_was_approved_with_what_goes(routine: Routine) -> None:
    approved(routine)
    decision = decided(routine)
    [one], _ = _outgoing(decision, decision.review.drafts[:1])
    look = rechecker(LiveDay(routine.book, MONDAY))
    assert "no longer as you approved it" in (look(replace(one, sha256="0" * 64)) or "")


def test_the_last_look_sees_an_approval_taken_back(routine: Routine) -> None:
    code = approved(routine)
    decision = decided(routine)
    [one], _ = _outgoing(decision, decision.review.drafts[:1])
    routine.run("skip", code)
    assert "no longer as you approved it" in (rechecker(LiveDay(routine.book, MONDAY))(one) or "")


def test_a_letter_that_was_to_go_by_mail_does_not_go_once_it_is_to_go_by_post(routine: Routine) -> None:
    approved(routine)
    decision = decided(routine)
    [one], _ = _outgoing(decision, decision.review.drafts[:1])
    routine.type_on_contacts(2, Channel="Post", Address="1 Main Street, Columbus")
    assert rechecker(LiveDay(routine.book, MONDAY))(one)


def test_a_sample_is_approved_and_never_really_sent(routine: Routine) -> None:
    routine.with_book([person(Source="Sample")]).daily()
    routine.run("approve", routine.draft()["code"])
    decision = decided(routine)
    [one], _ = _outgoing(decision, decision.review.drafts[:1])
    assert "sample" in (rechecker(LiveDay(routine.book, MONDAY))(one) or "")


def test_a_resume_swapped_after_it_was_looked_at_does_not_go(routine: Routine) -> None:
    routine.resume(content=b"%PDF-1.4 mine")
    seen = read_enclosure(routine.folder, "resume.pdf")
    assert enclosure_contents(["resume.pdf"], seen) == (("resume.pdf", b"%PDF-1.4 mine"),)
    routine.resume(content=b"%PDF-1.4 another's")
    with pytest.raises(UserError, match="changed just now"):
        enclosure_contents(["resume.pdf"], seen)


ACTS: dict[str, Callable[[Review, str, str], object]] = {
    "edit": lambda session, code, shown: session.edit(code, "Hello", "Dear Ada Okafor,", shown=shown),
    "restore": lambda session, code, shown: session.restore(code, shown=shown),
    "approve": lambda session, code, shown: session.approve(code, shown=shown),
    "revoke": lambda session, code, shown: session.revoke(code, shown=shown),
    "skip": lambda session, code, shown: session.skip(code, shown=shown),
    "bring back": lambda session, code, shown: session.bring_back(code, shown=shown),
    "sent by me": lambda session, code, shown: session.sent_by_me(code, shown=shown),
}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_done_to_a_letter_that_changed_since_it_was_shown(routine: Routine, act: str) -> None:
    routine.with_book([person()]).daily()
    code = str(routine.draft()["code"])
    session = Review(routine.book, MONDAY)
    shown = session.shown(code)
    routine.edit_file(code, "Dear", "My dear")
    with pytest.raises(UserError, match="changed since you saw it"):
        ACTS[act](session, code, shown)
    [draft] = decided(routine).review.drafts
    assert draft.letter.body.startswith("My dear")
    assert draft.status is Status.TO_REVIEW


@pytest.mark.parametrize("act", sorted(ACTS.keys() - {"sent by me"}))
def test_nothing_is_done_to_a_letter_that_stands_exported(routine: Routine, act: str) -> None:
    code = approved(routine)
    routine.run("send")
    before = routine.prints()
    session = Review(routine.book, MONDAY)
    with pytest.raises(UserError, match="can't be changed"):
        ACTS[act](session, code, session.shown(code))
    assert routine.prints() == before


def test_what_became_of_a_letter_is_said_of_the_one_that_was_shown(routine: Routine) -> None:
    code = approved(routine)
    routine.run("send")
    session = Review(routine.book, MONDAY)
    with pytest.raises(UserError, match="changed since you saw it"):
        session.resolve(code, "release", shown="0" * 64)
    assert session.draft(code).status is Status.EXPORTED


def test_a_letter_that_was_put_off_and_is_approved_all_the_same_goes(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    code = str(routine.draft()["code"])
    session = Review(routine.book, MONDAY)
    session.skip(code, MONDAY + timedelta(days=3), shown=session.shown(code))
    assert session.approve(code, shown=session.shown(code)).status is Status.APPROVED
    assert [o["code"] for o in routine.went()] == [code]


def test_a_letter_drafted_anew_is_to_be_read_anew(routine: Routine) -> None:
    code = approved(routine)
    session = Review(routine.book, MONDAY)
    assert session.restore(code, shown=session.shown(code)).status is Status.TO_REVIEW
    assert routine.went() == []


def test_which_of_two_letters_went_is_asked(routine: Routine) -> None:
    approved(routine)
    decision = decided(routine)
    two = decision._replace(review=decision.review._replace(drafts=decision.review.drafts * 2))
    with pytest.raises(UserError, match="has 2 letters in review"):
        letter_went(two, decision.review.drafts[0].letter.contact_id, "Ada Okafor", MONDAY)


def test_a_blocked_letter_is_approved_nowhere(routine: Routine) -> None:
    routine.with_book([person(Why_this_person=None)]).daily()
    code = routine.draft()["code"]
    assert routine.draft()["status"] == "Blocked"
    routine.run("approve", code, code=1)
    session = Review(routine.book, MONDAY)
    with pytest.raises(UserError, match="can't be approved"):
        session.approve(code, shown=session.shown(code))
    routine.type_on_drafts(code, Approve="Approve")
    routine.daily()
    assert routine.draft()["status"] == "Blocked"
    routine.run("send")
    assert not routine.ready.exists()


def test_what_is_approved_is_printed(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    draft = routine.draft()
    said = routine.run("approve", draft["code"]).out
    for part in (draft["to"], draft["subject"], draft["body"]):
        assert part in said
    assert routine.draft()["status"] == "Approved"


def test_a_sentence_added_while_it_was_printed_is_not_approved(
    routine: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    routine.with_book([person()]).daily()
    code = routine.draft()["code"]

    def printed(_text: object) -> None:
        routine.edit_file(code, "Dear", "My dear")

    with monkeypatch.context() as printing:
        printing.setattr("pipeline.commands.reviewing.print_letter", printed)
        routine.run("approve", code, code=1)
    assert routine.draft()["status"] == "To review"


def test_an_approval_asked_for_while_a_check_blocked_never_comes_to_count(routine: Routine) -> None:
    two_at_one_desk(routine, Approach_sent=MONDAY - timedelta(days=29)).daily()
    code = routine.draft("Bo Lind")["code"]
    assert routine.draft("Bo Lind")["status"] == "Blocked"
    routine.type_on_drafts(code, Approve="Approve")
    routine.daily()
    routine.today = date(2026, 12, 8)
    routine.daily()
    assert routine.draft("Bo Lind")["status"] == "To review"


def test_two_swapped_ids_stop_the_day(routine: Routine) -> None:
    routine.with_book([person("Ada", "Okafor"), person("Bo", "Lind", Organization="Fennel Works")]).daily()
    first, second = (r["ID"] for r in routine.rows())
    routine.type_on_contacts(2, ID=second)
    routine.type_on_contacts(3, ID=first)
    before = routine.prints()
    assert "partly sorted" in routine.daily(code=4).err
    assert routine.prints() == before


def test_addresses_sorted_alone_stop_the_day_though_all_were_written_to(routine: Routine) -> None:
    routine.with_book([person("Ada", "Okafor"), person("Bo", "Lind")]).daily()
    for draft in routine.drafts():
        routine.type_on_drafts(draft["code"], Approve="Sent by me")
    routine.daily()
    ada, bo = routine.rows()
    routine.type_on_contacts(2, Email=bo["Email"])
    routine.type_on_contacts(3, Email=ada["Email"])
    routine.today = date(2026, 12, 29)
    before = routine.prints()
    assert "partly sorted: in rows 2, 3" in routine.daily(code=4).err
    assert "partly sorted" in routine.run("check", code=4).err
    assert routine.prints() == before
