"""What the window shows after a recording is what a reading of the written workbook says, to the last letter."""

from __future__ import annotations

import random
import shutil
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.day import recording
from pipeline.day.apply import Done, run_day
from pipeline.day.decide import Decision
from pipeline.day.live import LiveDay
from pipeline.day.publicdays import workdays_of
from pipeline.day.written import as_written
from pipeline.importing.starter import create
from pipeline.model.errors import UserError
from pipeline.review.outcomes import anything
from pipeline.review.recordform import Typed, entry_typed
from pipeline.review.session import Review
from tests.books import change, make_book, person, rows_of

TODAY = date(2026, 12, 1)
OUTCOMES = [o.key for _, group in anything() for o in group]
TYPED = {
    "call_again_on": "2026-12-09",
    "interview_on": "2026-12-08",
    "offer_kept_on": "2026-11-30",
    "thank_them_for": "for telling me how a budget is made",
    "referrals_given": "Fay Young",
    "fit": "4",
    "email": "another@example.com",
    "on_hold": "Yes",
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder in which the day was worked out, its ledger in it, and move it: where it was, no workbook is a copy's original."""
    folder = tmp_path_factory.mktemp("begun") / "before"
    folder.mkdir()
    sent = {"Approach_sent": date(2026, 11, 23), "Source": "Cold"}
    people = [
        person(Phone="555-0101", ID="ada", Referrals_given="Cy Young", Enclose_resume="No", **sent),
        person("Bo", "Lindqvist", Replied_on=date(2026, 11, 30), ID="bo", **sent),
        person("Cy", "Young", Referred_by="Ada Okafor"),
        person("Di", "Reed", Interview_on=date(2026, 11, 30), They_offered="to read my resume", ID="di", **sent),
        person("Ed", "Stone", Why_this_person=None),
    ]  # fmt: skip
    history = [
        {"Date": date(2026, 11, 23), "ID": i, "Name": name, "Event": "Approach letter", "Channel": "Email",
         "Detail": "call on 2026-12-01", "Message-ID": f"<{i}@example.com>"}
        for i, name in (("ada", "Ada Okafor"), ("bo", "Bo Lindqvist"), ("di", "Di Reed"))
    ]  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REMEMBERED_DATA_DIR", str(folder / "data"))
        run_day(
            make_book(folder / "networking.xlsx", people, history=history), TODAY, datetime(2026, 12, 1, 8)
        )
    return folder.rename(folder.with_name("moved"))


@pytest.fixture
def workbook(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    return tmp_path / "networking.xlsx"


def told(decision: Decision) -> dict[str, Any]:
    """All of a day that pages show, and that forms are held against."""
    world = decision.world
    return {
        "contacts": world.contacts,
        "events": world.events,
        "tables": {name: (table.headers, table.columns) for name, table in world.book.tables.items()},
        "problems": decision.problems,
        "notices": decision.notices,
        "agenda": decision.agenda.actions,
        "waiting": decision.agenda.waiting,
        "standings": {row: (s.stage, s.step) for row, s in decision.agenda.standings.items()},
        "of": {row: s.facts.contact for row, s in decision.agenda.standings.items()},
        "people": (
            decision.agenda.people,
            decision.desk.people,
            decision.desk.at_address,
            decision.desk.of_family,
        ),
        "desk": (decision.desk.contacts, decision.desk.voices),
        "drafts": decision.review.drafts,
        "wanted": decision.review.wanted,
        "state": (world.state, decision.desk.state, world.news, world.files),
        "settings": (world.settings, world.enclosure, decision.fields),
        "book": (world.book.sha256, world.book.saved_at, world.book.problems, world.book.uncached),
        "waits": world.entered.edits,
    }


def record(session: Review, first: str, key: str) -> Decision | None:
    """Record an outcome; give the day that was handed over, None where it is read."""
    decision = session.decision()
    c = next(c for c in decision.world.contacts if c.first_name == first)
    outcome = next(o for _, group in anything() for o in group if o.key == key)
    form = {a: TYPED[a] for a in outcome.asks if a in TYPED}
    session.record(entry_typed(decision, c, outcome, Typed({**form, "on": "2026-12-01"}, TODAY)))
    return session._decision


@pytest.mark.parametrize(
    ("first", "key"),
    [
        (first, key)
        for first in ("Ada", "Di", "Cy")
        for key in OUTCOMES
        if (first, key) != ("Cy", "came-back")  # nothing of ours went to him
    ],
)
def test_the_day_handed_over_is_the_day_that_is_read(workbook: Path, first: str, key: str) -> None:
    session = Review(workbook, TODAY)
    session.decision()
    handed = record(session, first, key)
    read = LiveDay(workbook, TODAY).decision()
    if handed is not None:
        assert told(handed) == told(read)
    assert told(session.decision()) == told(read)


def test_it_is_handed_over_for_a_talk_on_the_telephone(workbook: Path) -> None:
    session = Review(workbook, TODAY)
    handed = record(session, "Ada", "interviewed-on-this-call")
    assert handed is not None
    assert session.decision() is handed
    assert [d.letter.name for d in handed.review.drafts if "how a budget is made" in d.letter.body] == [
        "Ada Okafor"
    ]


def test_what_the_user_saves_after_it_counts(workbook: Path) -> None:
    session = Review(workbook, TODAY)
    handed = record(session, "Ada", "no-answer")
    row = next(n for n, r in enumerate(rows_of(workbook), 2) if r["First name"] == "Bo")
    change(workbook, "Contacts", row, {"Notes": "mine"})
    now = session.decision()
    assert now is not handed
    assert next(c for c in now.world.contacts if c.first_name == "Bo").notes == "mine"


def test_what_somebody_saves_while_it_is_handed_over_counts(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def and_somebody_saves(done: Done, now: datetime) -> Decision | None:
        day = as_written(done, now)
        row = next(n for n, r in enumerate(rows_of(workbook), 2) if r["First name"] == "Bo")
        change(workbook, "Contacts", row, {"Notes": "mine"})
        return day

    monkeypatch.setattr(recording, "as_written", and_somebody_saves)
    session = Review(workbook, TODAY)
    record(session, "Ada", "interviewed-on-this-call")
    assert next(c for c in session.world().contacts if c.first_name == "Bo").notes == "mine"


def test_a_request_of_the_drafts_sheet_is_read_again(workbook: Path) -> None:
    session = Review(workbook, TODAY)
    record(session, "Ada", "interviewed-on-this-call")
    row = next(n for n, r in enumerate(rows_of(workbook, "Drafts"), 2) if r["Contact"] == "Ada Okafor")
    change(workbook, "Drafts", row, {"Approve": "Approve"})
    record(session, "Di", "told")
    assert told(session.decision()) == told(LiveDay(workbook, TODAY).decision())


def test_several_in_a_row_and_an_approval(workbook: Path) -> None:
    session = Review(workbook, TODAY)
    done = (("Bo", "hold"), ("Ada", "interviewed-on-this-call"), ("Di", "held"), ("Cy", "date"))
    for first, key in done:  # Today and Drafts grow shorter and longer
        handed = record(session, first, key)
        assert handed is not None
        assert told(handed) == told(LiveDay(workbook, TODAY).decision())
    draft = next(d for d in session.decision().review.drafts if not d.blocked)
    session.approve(draft.letter.code, shown=session.shown(draft.letter.code))
    read = LiveDay(workbook, TODAY).decision()
    assert told(session.decision()) == told(read)
    assert session.draft(draft.letter.code).status == "Approved"


TOMORROW = date(2026, 12, 2)


def test_the_days_date_beside_todays_headers_is_written_on_the_next_day(workbook: Path) -> None:
    session = Review(workbook, TOMORROW)
    handed = record(session, "Ada", "interviewed-on-this-call")
    assert handed is not None
    assert told(handed) == told(LiveDay(workbook, TOMORROW).decision())
    assert handed.world.book.tables["Today"].headers[-1] == "Wednesday, December 2, 2026"


def test_on_the_day_after_one_on_which_nothing_was_due(workbook: Path) -> None:
    rows = rows_of(workbook)
    for n, _ in enumerate(rows, 2):
        change(workbook, "Contacts", n, {"On hold": "Yes"})
    run_day(workbook, TODAY, datetime(2026, 12, 1, 9))
    assert rows_of(workbook, "Today") == []
    session = Review(workbook, TOMORROW)
    handed = record(session, "Ada", "interviewed-on-this-call")
    assert told(handed or session.decision()) == told(LiveDay(workbook, TOMORROW).decision())


def in_turn(workbook: Path, done: list[tuple[str, str]]) -> tuple[list[bytes], int]:
    """Record one after another; give the workbook after each, and how often the day was handed over."""
    session, saved, handed = Review(workbook, TODAY), [], 0
    for first, key in done:
        with suppress(UserError):  # what contradicts the row is refused
            handed += record(session, first, key) is not None
        saved.append(workbook.read_bytes())
    return saved, handed


def both_ways(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, seed: int, people: list[str]
) -> tuple[list[bytes], list[bytes], int]:
    """Record the same with the workbook held and with it read again."""
    draw = random.Random(seed)
    done = [(draw.choice(people), draw.choice(OUTCOMES)) for _ in range(6)]
    before = workbook.parent.with_name(f"{workbook.parent.name} before")
    shutil.copytree(workbook.parent, before)
    held, handed = in_turn(workbook, done)
    shutil.rmtree(workbook.parent)
    shutil.copytree(before, workbook.parent)
    monkeypatch.setattr("pipeline.day.world.World.as_saved", None)
    return held, in_turn(workbook, done)[0], handed


@pytest.mark.parametrize("seed", range(4))
def test_what_is_written_is_the_same_whether_the_workbook_is_read_again(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    held, read, _ = both_ways(workbook, monkeypatch, seed, ["Ada", "Bo", "Di", "Cy"])
    assert held == read
    assert len(set(held)) > 3


@pytest.mark.parametrize("seed", range(3))
def test_so_it_is_in_the_starters_workbook_with_its_links_and_dashboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    workbook = tmp_path / "networking.xlsx"
    create(workbook, TODAY, "BOOK", empty=False, workdays=workdays_of("US"))
    run_day(workbook, TODAY, datetime(2026, 12, 1, 8))
    people = [str(r["First name"]) for r in rows_of(workbook) if r["First name"]]
    held, read, handed = both_ways(workbook, monkeypatch, seed, people)
    assert held == read
    assert handed
    assert len(set(held)) > 3
