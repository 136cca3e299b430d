"""One row a step: each says what the other rooms ask, and no step is left without words."""

from __future__ import annotations

import pytest

from pipeline.model import Action, Draft, Finding, LetterKind, Level, Status, Step
from pipeline.rules.steps import RANK, STEPS, done_by_hand
from pipeline.rules.wording import first_part, what_to_do
from tests.peers.letters import letter
from tests.people import contact, d

LETTERS = [step for step, row in STEPS.items() if row.letters]


@pytest.mark.parametrize("step", Step)
def test_every_step_has_a_title_a_rule_and_something_to_read_or_do(step: Step) -> None:
    row = STEPS[step]
    assert row.title
    assert row.sentence.endswith(".")
    assert row.letters or row.by_hand
    assert bool(row.by_hand) <= bool(row.group or row.letters)


def test_of_several_letters_thanks_come_first_and_an_approach_last() -> None:
    assert sorted(LETTERS, key=RANK.__getitem__) == [
        Step.THANK_YOU,
        Step.THANK_REFERRER,
        Step.CONFIRM,
        Step.FOLLOW_UP,
        Step.REMINDER,
        Step.KEEP_IN_TOUCH,
        Step.APPROACH,
    ]


def test_what_to_do_names_the_number_the_day_and_the_person() -> None:
    ada = contact(phone="555-0102", interview_on="12-01", where="the library")
    assert done_by_hand(Step.CALL, ada).startswith("Telephone at 555-0102;")
    assert "on 2026-12-01, the library:" in done_by_hand(Step.PREPARE_INTERVIEW, ada)
    assert done_by_hand(Step.ADD_REFERRAL, ada, "Bo Berg").startswith("Add Bo Berg as a row")
    assert done_by_hand(Step.CALL, None).startswith("Telephone;")
    assert done_by_hand(Step.CALL, contact(phone="")).startswith(
        "Telephone (Phone is blank: find the number); then"
    )


def test_what_a_check_says_at_length_is_cut_between_words() -> None:
    said = "Contacts!AQ28 (Last contact) is blank, and Notes (Contacts!S28) says that you wrote to them, or talked"
    assert first_part(said).endswith("says that you wrote to …")
    assert first_part("漢" * 100) == "漢" * 90 + " …"


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("“Dear Dr. Lind,” greets Bo Lind. Greet Ada Okafor.", "“Dear Dr. Lind,” greets Bo Lind"),
        (
            "Bo B. Ek is not named in the first sentence. Say there who it was.",
            "Bo B. Ek is not named in the first sentence",
        ),
        ("St. Mary's has no postal address. Fill in Address.", "St. Mary's has no postal address"),
        (
            "“I need work. Please help.” asks for a job. Say that you don't.",
            "“I need work. Please help.” asks for a job",
        ),
        ("It is gone: send another. Now.", "It is gone"),
    ],
)
def test_what_a_check_says_first_ends_neither_in_a_title_nor_in_what_it_quotes(said: str, first: str) -> None:
    assert first_part(said) == first


@pytest.mark.parametrize("step", LETTERS)
def test_only_of_notes_it_is_said_that_so_many_go_a_day(step: Step) -> None:
    action = Action("ada", "Ada Okafor", 2, step, LetterKind.THANK_YOU_PHONE, d("12-01"), "R5", "why")
    assert ("only so many a day" in what_to_do(action, contact(), None)) is (step is Step.KEEP_IN_TOUCH)


WHY = Finding(
    "placeholder",
    "Letters",
    Level.BLOCK,
    "“[because of …: why you write to this person]” is still to be filled in: write what it stands for, here or there.",
)
RESUME = Finding(
    "enclosure", "R16", Level.BLOCK, "The resume should go along. No resume file is named in Settings."
)
MINOR = Finding("length", "Letters", Level.WARN, "This letter is long.")


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        (
            (MINOR, WHY),
            " is blocked: “[because of …: why you write to this person]” is still to be filled in; see Drafts.",
        ),
        ((WHY, RESUME), " is blocked (R16): The resume should go along; see Drafts."),
        ((), " is blocked: see Drafts."),
    ],
)
def test_of_a_blocked_letter_it_is_said_what_blocks_it(findings: tuple[Finding, ...], said: str) -> None:
    action = Action("ada", "Ada Okafor", 2, Step.APPROACH, LetterKind.APPROACH, d("12-01"), "R12", "why")
    blocked = Draft(letter(), Status.BLOCKED, findings)
    assert what_to_do(action, contact(), blocked) == f"Letter {blocked.letter.code}{said}"
