"""The first line of a letter: it greets the person whom the letter is for, in whatever form, or does not go."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.letters.greetings import after_greeting, find_greeting
from pipeline.letters.order import values
from pipeline.letters.salutation import called, name_fault, name_mended, salutation_fault, title_faults
from pipeline.model import Contact, LetterKind, Level, Source
from pipeline.model.invented import PERSON
from tests.letters.greetings import BAD, DOUBTFUL, GOOD, greetings
from tests.letters.letter_orders import sparse
from tests.letters.test_checks import BODY, GRACE, ME, found, letter, levels, saying, situation

Row = tuple[str, str, str, str]


def person(first: str, last: str, salutation: str = "", **more: Any) -> Contact:
    names = {"first_name": first, "last_name": last, "salutation": salutation}
    return GRACE._replace(**{**names, "organization": "Harbor Museum", **more})


def judged(row: Row) -> list[Level]:
    first, last, salutation, line = row
    return levels(
        "greeting",
        letter(BODY.replace("Dear Dr. Okafor,", line)),
        situation(person(first, last, salutation)),
    )


def test_the_tables_are_large() -> None:
    assert len(greetings(GOOD)) >= 150
    assert len(greetings(BAD)) >= 150


@pytest.mark.parametrize("row", greetings(GOOD), ids=str)
def test_the_persons_own_greeting_passes(row: Row) -> None:
    assert judged(row) == []


@pytest.mark.parametrize("row", greetings(BAD), ids=str)
def test_a_greeting_that_is_not_theirs_blocks(row: Row) -> None:
    assert judged(row) == [Level.BLOCK]


@pytest.mark.parametrize("row", greetings(DOUBTFUL), ids=str)
def test_a_greeting_at_which_a_careful_reader_stops_is_a_warning(row: Row) -> None:
    assert judged(row) == [Level.WARN]


@pytest.mark.parametrize("line", ["Dear ,", "Dear:", "Sehr geehrte ,", "Estimada:", "To:", "Chère ,"])
def test_a_greeting_that_needs_a_name_and_has_none_blocks(line: str) -> None:
    assert levels("placeholder", letter(BODY.replace("Dear Dr. Okafor,", line))) == [Level.BLOCK]


@pytest.mark.parametrize(
    ("salutation", "expected"),
    [
        ("", "Ines Shah"),
        ("Ms.", "Ms. Shah"),
        ("Ms", "Ms Shah"),
        ("Frau Dr.", "Frau Dr. Shah"),
        ("Dear Ms. Shah", "Ms. Shah"),
        ("Dear Ms. Shah,", "Ms. Shah"),
        ("dear ines", "ines"),
        ("Hello Ines!", "Ines"),
        ("Ines,", "Ines"),
        ("Ines.", "Ines"),
        ("Ms. Shah:", "Ms. Shah"),
        ("Dear Ms.", "Ms. Shah"),
        ("Sehr geehrte Frau Shah", "Frau Shah"),
        ("Dr. I. M.", "Dr. I. M."),
        ("Shah Jr.", "Shah Jr."),
        ("Commander Shah", "Commander Shah"),
        ("Sir", "Sir"),
    ],
)
def test_a_salutation_mends_itself_where_that_is_safe(salutation: str, expected: str) -> None:
    ines = person("Ines", "Shah", salutation)
    assert called(ines) == expected
    assert values(sparse(LetterKind.APPROACH)._replace(contact=ines))["greeting"] == expected


@pytest.mark.parametrize("salutation", ["Mila", "Cara Shah", "Dag", "Priya Shah"])
def test_who_is_called_like_a_greeting_keeps_the_name(salutation: str) -> None:
    assert called(person("Ines", "Shah", salutation)) == salutation


@pytest.mark.parametrize("line", ["Mila,", "Kara,", "Dag,", "Priya,"])
def test_a_greetings_word_alone_is_no_greeting_of_theirs(line: str) -> None:
    text = letter(BODY.replace("Dear Dr. Okafor,", line))
    assert Level.BLOCK in levels("placeholder", text) + levels("greeting", text)


@pytest.mark.parametrize(
    ("first", "last", "salutation"),
    [
        ("Ines", "", "Ms."),
        ("Ines", "Shah", "CEO"),
        ("Ines", "Shah", "Ms. Shah (she/her)"),
        ("Ines", "Shah", "Ines Shah, PhD"),
        ("Ines", "Shah", "Ines & Tom"),
        ("Ines", "Shah", "ines@example.com"),
        ("Ines", "Shah", "Ms. Shah 2"),
        ("Ines", "Shah", "InÃ©s"),
        ("Ines", "Shah", "Yes"),
    ],
)
def test_a_salutation_that_cannot_be_mended_is_named(first: str, last: str, salutation: str) -> None:
    assert salutation_fault(person(first, last, salutation))


@pytest.mark.parametrize("salutation", ["", "Ms.", "Dear Ms. Shah", "Tom,", "Prof. Shah", "Ines", "Dr. Ma"])
def test_a_salutation_that_is_well_or_mends_itself_is_no_fault(salutation: str) -> None:
    assert salutation_fault(person("Ines", "Shah", salutation)) == ""


@pytest.mark.parametrize(
    ("first", "last", "attr"),
    [
        ("Ines", "Dr. Shah", "last_name"),
        ("Ines", "Mr Shah", "last_name"),
        ("Ines", "Shah, Dr.", "last_name"),
        ("Ines, Prof.", "Shah", "first_name"),
        ("Dr. Ines", "Shah", ""),
        ("", "Dr. Shah", ""),
        ("Anna", "De Heer", ""),
        ("Anna", "Frau", ""),
        ("Mr Brown", "Brown", "first_name"),
        ("Mr. Tom Brown", "Brown", "first_name"),
        ("Thomas", "Thomas", ""),
        ("Mr. Thomas", "Brown", ""),
    ],
)
def test_a_title_inside_a_name_is_named_at_its_cell(first: str, last: str, attr: str) -> None:
    assert list(title_faults(person(first, last))) == ([attr] if attr else [])


@pytest.mark.parametrize("text", ["Dear Tom", "Hi Tom", "Attn: Tom", "Hello, Tom"])
def test_a_greeting_in_a_cell_of_a_name_is_a_fault(text: str) -> None:
    assert name_fault(text)


@pytest.mark.parametrize("name", ["Ruiz lol", "XX", "Ruiz (haha)", "Ruiz idk"])
def test_a_note_in_a_cell_of_a_name_is_a_fault_there_and_blocks_the_letter(name: str) -> None:
    assert name_fault(name)
    contact = person("Ana", name)
    text = letter(f"Dear Ana {name},\n\nThank you.\n\nSincerely,\n\nDana")
    assert levels("greeting", text, situation(contact)) == [Level.BLOCK]


@pytest.mark.parametrize(
    "first", ["Lol", "Haha", "Xx", "Tbilisi", "von und zu Hohenfels", "vom und zum Stein"]
)
def test_a_name_that_looks_like_a_note_is_let_be(first: str) -> None:
    assert name_fault(first) == ""


def greeted(contact: Contact) -> list[tuple[Level, str]]:
    text = letter(BODY.replace("Dear Dr. Okafor,", f"Dear {called(contact)},"))
    return [(f.level, f.message) for f in found("greeting", text, situation(contact))]


@pytest.mark.parametrize(
    ("first", "last"),
    [("Front", "Desk"), ("Help Desk", ""), ("Nurse", "Manager"), ("Alumni", "Relations"), ("Main", "Number"), ("Charge", "Nurse"),
     ("Mercy", "Hospital"), ("Ana Ruiz", "Mercy Hospital"), ("Reception", ""), ("Harbor Museum", ""), ("Harbor", "Museum"),
     ("Ana", "Ruiz Manager"), ("Ana", "Recruiter"), ("Ana", "Ruiz HR"), ("Ruiz", "Family"), ("Ms.", ""), ("Ana Ruiz", "Ruiz"), ("Ana", "Ana Ruiz"), ("Ana Ruiz", "Ana Ruiz"),
     ("- Ana", "Ruiz"), ("Ana;", "Ruiz"), ("Ana", "Ruiz née Fox"), ("Ana", "Ruiz formerly Fox"), ("Ana", "Ruiz ret."), ("aNA", "rUIZ")],
)  # fmt: skip
def test_a_name_that_greets_nobody_or_holds_more_is_told(first: str, last: str) -> None:
    assert [level for level, _ in greeted(person(first, last))] == [Level.WARN]


@pytest.mark.parametrize(
    ("first", "last"),
    [("Art", "Desk"), ("Bill", "Service"), ("Rustom", "Engineer"), ("Kay", "Dean"), ("Dean", ""), ("Major", ""), ("Tom", "Head"), ("Nurse", "Cruz"), ("Dean", "Reed"),
     ("Amy", "School"), ("Christian", "Church"), ("Thomas", "Thomas"), ("Wei Wei", "Li"), ("Mary Ann", "Fox"), ("Ana", "García García"),
     ("José", "Ortega y Gasset"), ("Watchman", "Nee"), ("Ana", "Ruiz, Jr."), ("Ludwig", "van der Berg"), ("Zoë", "Provost"), ("DeShawn", "McDonald")],
)  # fmt: skip
def test_a_name_that_looks_like_a_post_or_is_said_twice_is_let_be(first: str, last: str) -> None:
    assert greeted(person(first, last)) == []


@pytest.mark.parametrize("salutation", ["Ann Fox", "Dr. Ann Fox", "Ann M. Fox", "Annie Fox"])
def test_a_salutation_with_another_last_name_is_told(salutation: str) -> None:
    [(level, said)] = greeted(person("Ann", "Lee", salutation))
    assert level is Level.WARN
    assert "the row's name is Ann Lee" in said


@pytest.mark.parametrize(
    ("first", "last", "salutation"),
    [("Ann", "Lee", "Ann Marie"), ("Ann", "Lee", "Ann-Mette"), ("Ann", "Lee", "Ann F."), ("Ann", "Lee", "Ann Fox Lee"), ("Ann", "Lee", "Ann Lee-Fox"),
     ("Ann", "Lee", "Ann Ma’am"), ("Ann", "Lee", "Sister Ann"), ("Anna", "Ivanova", "Anna Petrovna"), ("Анна", "Иванова", "Анна Петровна"),
     ("Lakshmi", "S.", "Lakshmi Subramanian"), ("Ann", "", "Ann Fox"), ("Ann", "Lee", "Ms. Lee"), ("Ann", "Lee", "Annie"), ("Ann", "Lee", "Coach Lee")],
)  # fmt: skip
def test_a_salutation_of_the_same_person_is_let_be(first: str, last: str, salutation: str) -> None:
    assert greeted(person(first, last, salutation)) == []


@pytest.mark.parametrize(
    "salutation",
    ["Use First Name", "first name only", "Call me Ann", "goes by Annie", "Informal", "Female", "Ann Lee's", "Ann's", "Ms. Lee (first name ok)"],
)  # fmt: skip
def test_a_note_in_salutation_blocks_the_letter_and_is_named_at_its_cell(salutation: str) -> None:
    contact = person("Ann", "Lee", salutation)
    assert [level for level, _ in greeted(contact)] == [Level.BLOCK]
    assert salutation_fault(contact)


@pytest.mark.parametrize("salutation", ["Sir Or Madam", "sir or madam", "Friend", "To Whom It May Concern"])
def test_a_salutation_that_names_nobody_is_named_at_its_cell(salutation: str) -> None:
    assert "names nobody" in salutation_fault(person("Ann", "Lee", salutation))


def test_a_title_run_on_is_taken_apart() -> None:
    assert called(person("Ann", "Lee", "Ms.Lee")) == "Ms. Lee"


@pytest.mark.parametrize(
    "name",
    ["• Ann", "- Ann", "Ann,", "Ann;", "Ann Lee - Quay", 'Ann "Annie"', "Ann?", "Ann_Lee", "Lee formerly Fox", "Lee ret.", "Lee FACHE", "Lee PT", "Lee OTR/L"],
)  # fmt: skip
def test_what_is_no_part_of_a_name_is_named_at_its_cell(name: str) -> None:
    assert name_fault(name)


@pytest.mark.parametrize(
    "name",
    [
        "Nee",
        "Pt",
        "Lee, Jr.",
        "Soo-jin",
        "d'Arcy",
        "Ó hEithir",
        "Ruiz y Gasset",
        "Cota",
        "Faan",
        "Same",
        "Call",
        "See",
    ],
)
def test_a_name_as_names_are_is_no_fault(name: str) -> None:
    assert name_fault(name) == ""


@pytest.mark.parametrize(("first", "told"), [("Mr Brown", 1), ("Mr Tom", 0), ("Brown", 0)])
def test_a_last_name_behind_a_title_and_once_more_is_told(first: str, told: int) -> None:
    text = letter(f"Dear {first} Brown,\n\nThank you.\n\nSincerely,\n\nDana")
    found_ = found("greeting", text, situation(person(first, "Brown")))
    assert [("twice" in f.message, f.level) for f in found_] == [(True, Level.WARN)] * told


@pytest.mark.parametrize(
    "opening", ["Dear, dear Grace,", "Good morning, good morning, Grace,", "Dear: Dear Grace,"]
)
def test_who_is_greeted_twice_is_told(opening: str) -> None:
    [finding] = found("greeting", letter(BODY.replace("Dear Dr. Okafor,", opening)))
    assert (finding.level, "greets twice" in finding.message) == (Level.BLOCK, True)


# --- the starter's person ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("attr", ["name", "email", "phone", "position", "purpose"])
def test_the_invented_persons_values_block_a_letter_to_a_real_person(attr: str) -> None:
    mine = ME._replace(**{attr: PERSON[attr]})
    text = letter(saying(f"I am {PERSON[attr]}."))
    [finding] = found("placeholder", text, situation(settings=mine))
    assert finding.level is Level.BLOCK
    assert PERSON[attr] in finding.message
    sample = GRACE._replace(source=Source.SAMPLE)
    assert found("placeholder", text, situation(sample, settings=mine)) == []


def test_an_invented_value_blocks_only_where_it_goes_along() -> None:
    phone = ME._replace(phone=PERSON["phone"])
    assert levels("placeholder", letter(), situation(settings=phone)) == []
    name = ME._replace(name=PERSON["name"])
    assert levels("placeholder", letter(), situation(settings=name)) == [Level.BLOCK]


def test_a_field_is_nobodys_own() -> None:
    field = ME._replace(field=PERSON["field"])
    text = letter(saying("Much of what I read about hospital administration is old."))
    assert levels("placeholder", text, situation(settings=field)) == []
    both = field._replace(position=PERSON["position"])
    assert levels("placeholder", text, situation(settings=both)) == [Level.BLOCK]


def test_a_greeting_of_two_is_told_that_a_letter_goes_to_one_person() -> None:
    couple = GRACE._replace(first_name="Tom and Sara", last_name="Whitlock", salutation="")
    text = letter("Dear Tom and Sara Whitlock,\n\nThank you.\n\nSincerely,\n\nDana")
    [said] = [f.message for f in found("greeting", text, situation(couple))]
    assert "a letter goes to one person" in said
    assert "give the other a row" in said
    assert "alone" not in said


@pytest.mark.parametrize(
    ("row", "warned"),
    [
        (("", "Haddad", "", "Dear Haddad,"), True),
        (("", "van der Berg", "", "Dear van der Berg,"), True),
        (("", "Haddad", "", "Dear Ms. Haddad,"), False),
        (("", "Haddad", "Haddad", "Dear Haddad,"), False),
        (("Lena", "", "", "Dear Lena,"), False),
        (("", "Lena Haddad", "", "Dear Lena Haddad,"), False),
    ],
)
def test_a_last_name_alone_is_a_warning(row: Row, *, warned: bool) -> None:
    assert judged(row) == ([Level.WARN] if warned else [])


def test_a_letter_signed_in_small_letters_is_told_and_not_where_the_signature_means_it() -> None:
    small = ME._replace(name="dana whitfield")
    text = letter(
        saying("I am looking forward to it.").replace(ME.name, small.name)
        + "\n\nSincerely,\n\ndana whitfield"
    )
    [finding] = found("placeholder", text, situation(settings=small))
    assert (finding.level, "Type “Dana Whitfield” into Your name" in finding.message) == (Level.WARN, True)
    assert found("placeholder", text, situation(settings=small._replace(signature="dana whitfield"))) == []
    assert found("placeholder", letter(), situation(settings=ME)) == []


@pytest.mark.parametrize("above", ["Boston, MA 02115,", "Monday, November 30, 2026:", "12 Elm Street"])
def test_a_date_or_an_address_above_the_greeting_is_passed_over(above: str) -> None:
    found = find_greeting(f"{above}\n\nDear Ines,\n\nYour work is known to me.")
    assert found is not None
    assert found.line == "Dear Ines,"


def test_a_sentence_in_the_line_of_the_greeting_belongs_to_the_letter() -> None:
    said = "Bo Lind told me of your work.\n\nMay I ask you about it?"
    assert after_greeting(f"Dear Ines, {said}") == said


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        *(("Fox.", "Fox"), ("Fox..", "Fox"), ("Ann.", "Ann"), ("Fox .", "Fox"), ("A.Fox", "A. Fox")),
        *(("O.Fox", "O. Fox"), ("J.R.Fox", "J.R. Fox"), ("Ann Fox.", "Ann Fox")),
        *(
            (text, text)
            for text in ("F.", "A.", "J.R.", "J.R.R.", "Fox Jr.", "Ann B.", "Wm.", "O'Fox", "Drs.", "Fox")
        ),
    ],
)
def test_a_stop_that_is_no_part_of_a_name_is_taken_off_and_an_initial_gets_its_blank(
    typed: str, mended: str
) -> None:
    assert name_mended(typed) == mended


@pytest.mark.parametrize(
    "row",
    [
        ("Ann", "Fox", "M", "Dear M Fox,"),
        ("Ann", "Fox", "M Fox", "Dear M Fox,"),
        ("Drs.", "Fox", "", "Dear Drs. Fox,"),
        ("Ann", "Fox", "Drs. Fox", "Dear Drs. Fox,"),
        ("Messrs.", "Fox", "", "Dear Messrs. Fox,"),
        ("Ann", "Fox.Dow", "", "Dear Ann Fox.Dow,"),
    ],
    ids=str,
)
def test_a_greeting_of_several_or_of_nobody_knows_whom_blocks_and_its_cell_is_named(row: Row) -> None:
    assert judged(row) == [Level.BLOCK]
    contact = person(*row[:3])
    names = (contact.first_name, contact.last_name)
    assert salutation_fault(contact) or any(name_fault(name, *names) for name in names)


@pytest.mark.parametrize(
    "row",
    [
        ("Ann", "Fox", "M.", "Dear M. Fox,"),
        ("Mia", "Fox", "M Fox", "Dear M Fox,"),
        ("M", "Fox", "", "Dear M Fox,"),
    ],
    ids=str,
)
def test_monsieur_and_an_initial_of_their_own_pass(row: Row) -> None:
    assert judged(row) == []
    assert salutation_fault(person(*row[:3])) == ""
