"""Which of a person's own columns are which of ours."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.importing.mapping import Mapping, map_columns
from pipeline.model.fullname import FullName, split_name
from pipeline.sheets.columns.headers import find_header
from pipeline.sheets.schema import CONTACTS, columns_found, renamed_headers

PEOPLE = [
    ["Ada Okafor", "Example Clinic", "ada@example.org"],
    ["Joe Fox", "Example Works", "joe@example.com"],
]


def mapped(*rows: list[object], **options: object) -> Mapping:
    header = find_header(rows)
    assert header is not None
    return map_columns(rows, header, **options)  # type: ignore[arg-type]


def pairs(mapping: Mapping) -> dict[str, str]:
    return {match.attr: match.header for match in mapping.matches}


def test_title_rows_above_the_header_are_passed_over() -> None:
    rows = [["My search", "", ""], ["", "", ""], ["Name", "Company", "E-mail"], *PEOPLE]
    header = find_header(rows)
    assert header is not None
    assert (header.row, header.full_name) == (3, 1)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Item", "Price"], ["Pen", 2]],
        [["Name", "Price"], ["Pen", 2]],
        [["Email"], ["ada@example.org"]],
        [["ada@example.org", "Ada", "Okafor"]],
    ],
)
def test_what_is_no_list_of_contacts_is_none(rows: list[list[object]]) -> None:
    assert find_header(rows) is None


def test_other_spellings_are_known() -> None:
    mapping = mapped(
        ["Surname", "Forename", "Employer", "Job title", "E-mail address"],
        ["Fox", "Joe", "X", "Y", "j@example.org"],
    )
    assert pairs(mapping) == {
        "last_name": "Surname",
        "first_name": "Forename",
        "organization": "Employer",
        "position": "Job title",
        "email": "E-mail address",
    }
    assert mapping.column_names == ""


def test_a_column_of_addresses_is_email_whatever_its_header() -> None:
    mapping = mapped(["Name", "Company", "Reach at"], *PEOPLE)
    assert pairs(mapping)["email"] == "Reach at"
    assert mapping.column_names == "Email = Reach at"


@pytest.mark.parametrize("header", ["Address", "E-Mail Adress", "Adress", "Company", "Where"])
def test_a_header_that_says_something_else_does_not_hide_a_column_of_addresses(header: str) -> None:
    mapping = mapped(
        ["First name", "Last name", header],
        ["Ada", "Okafor", "ada@example.org"],
        ["Joe", "Fox", "joe@example.com"],
    )
    assert pairs(mapping)["email"] == header
    assert list(pairs(mapping).values()).count(header) == 1


def test_a_column_of_numbers_to_call_is_phone() -> None:
    rows = [
        ["Name", "Email", "Office line"],
        ["Ada", "a@example.org", "(555) 555-0101"],
        ["Joe", "j@example.org", "555-0102"],
    ]
    assert pairs(mapped(*rows))["phone"] == "Office line"


def test_dates_and_postal_codes_are_no_phone_numbers() -> None:
    rows = [
        ["Name", "Email", "Born", "Zip"],
        ["Ada", "a@example.org", "1970-01-02", "12345"],
        ["Joe", "j@example.org", "1971-02-03", "54321"],
    ]
    assert "phone" not in pairs(mapped(*rows))


def test_name_beside_surname_holds_first_names() -> None:
    mapping = mapped(["Name", "Surname", "Email"], ["Ada", "Okafor", "ada@example.org"])
    assert pairs(mapping)["first_name"] == "Name"
    assert mapping.header.full_name == 0
    assert mapping.column_names == "First name = Name"


@pytest.mark.parametrize(
    ("header", "value", "attr"),
    [
        ("Due", "when I get to it", "due"),
        ("ID", 17, "id"),
        ("Stage", "warm", "stage"),
        ("Problem", "", "problem"),
        ("Problem", "hard of hearing", "problem"),
        ("Stage", "Met", "stage"),
        ("Due", date(2026, 12, 24), "due"),
        ("Last contact", date(2026, 1, 5), "last_contact"),
        ("Source", "LinkedIn", "source"),
        ("Priority", "high", "priority"),
        ("Fit", "good", "fit"),
        ("Interview on", "yes", "interview_on"),
    ],
)
def test_a_column_of_theirs_under_a_header_of_ours_stays_theirs(
    header: str, value: object, attr: str
) -> None:
    mapping = mapped(["Name", "Email", header], ["Ada Okafor", "ada@example.org", value])
    assert attr not in pairs(mapping)
    assert header in mapping.own
    added = dict(mapping.added)[attr]
    assert added == f"{header} (Remembered)"
    headers = ["Name", "Email", header, added]
    found = columns_found(CONTACTS, renamed_headers(headers, mapping.column_names))
    assert found[attr] == 3


@pytest.mark.parametrize(
    ("header", "value"),
    [("Location", "Boston"), ("Why", "met at fair"), ("Warum", "Messe"), ("Resume", "v3.pdf")],
)
def test_a_spelling_that_may_mean_something_else_is_left_to_its_owner(header: str, value: str) -> None:
    mapping = mapped(["Name", "Email", header], ["Ada Okafor", "ada@example.org", value])
    assert header in mapping.own
    added = [text for _, text in mapping.added]
    found = columns_found(CONTACTS, renamed_headers(["Name", "Email", header, *added], mapping.column_names))
    assert 2 not in found.values()


@pytest.mark.parametrize(
    "value", ["because of the clinic you opened", "wegen der Klinik, die Sie eröffnet haben", ""]
)
def test_a_why_is_known_by_other_words_where_phrases_stand_below(value: str) -> None:
    mapping = mapped(["Name", "E-Mail", "Warum"], ["Ada Okafor", "ada@example.org", value])
    assert pairs(mapping)["why_this_person"] == "Warum"
    assert "Why this person = Warum" in mapping.column_names


ADDRESSED = [
    "Ms.",
    "Dr., Mr, Frau",
    "Prof. Dr., Mx",
    "Dr. Okafor, Ms. Fox",
    "Rev., Judge, Sir, Professor",
    "Hr., Fru",
    "Dr, -, Ms",
]
JOBS = """Curator|Nurse|Dean, Chair, President|Director, VP, Director|Director of Nursing, Dean of Students|Coach, Captain|HR, HR
Principal, Nurse, Ms.|Professor of Law, Professor Emeritus|Chief, Officer|Dr., Nurse, Chair|Doctor of Medicine, Mayor|Pastor, Rabbi"""


@pytest.mark.parametrize(
    ("titles", "attr"),
    [(t, "salutation") for t in ADDRESSED]
    + [(t, "position") for line in JOBS.splitlines() for t in line.split("|")],
)
@pytest.mark.parametrize("header", ["Title", "Titel"])
def test_a_title_is_what_stands_below_it(header: str, titles: str, attr: str) -> None:
    people = [["Ada Okafor", "ada@example.org", title] for title in titles.split(", ")]
    assert pairs(mapped(["Name", "Email", header], *people))[attr] == header


@pytest.mark.parametrize(("titles", "greeted"), [(["Nurse", "Dean"], False), (["Ms.", "Dr."], True)])
def test_a_title_beside_a_role_is_no_salutation_unless_people_are_addressed_so(
    titles: list[str], greeted: bool
) -> None:
    people = [["Ada Okafor", "ada@example.org", "Head of Ward", title] for title in titles]
    found = pairs(mapped(["Name", "Email", "Role", "Title"], *people))
    assert found["position"] == "Role"
    assert ("salutation" in found) == greeted


def test_our_own_kind_of_values_is_taken_as_ours() -> None:
    mapping = mapped(["Name", "Email", "Call date", "Prio"], ["Ada", "a@example.org", date(2026, 11, 2), "A"])
    assert pairs(mapping)["called_on"] == "Call date"
    assert pairs(mapping)["priority"] == "Prio"


def test_our_mark_in_a_header_is_believed_and_hides_theirs() -> None:
    mapping = mapped(["Name", "Email", "Due", "Due (Remembered)"], ["Ada", "a@example.org", "soon", None])
    assert pairs(mapping)["due"] == "Due (Remembered)"
    assert mapping.column_names == "Due = Due (Remembered)"


def test_what_is_lacking_comes_in_the_order_of_the_schema() -> None:
    mapping = mapped(["Name", "Email"], ["Ada Okafor", "ada@example.org"])
    lacking = [attr for attr, _ in mapping.added]
    assert lacking == [column.attr for column in CONTACTS.columns if column.attr != "email"]


def test_headers_are_believed_in_a_workbook_that_is_ours() -> None:
    headers = [column.header for column in CONTACTS.columns]
    mapping = mapped(headers, ["x"] * len(headers), ours=True)
    assert mapping.added == ()


@pytest.mark.parametrize(
    ("text", "first", "last", "salutation"),
    [
        ("Ada Okafor", "Ada", "Okafor", ""),
        ("Okafor, Ada", "Ada", "Okafor", ""),
        ("  Ada   Okafor ", "Ada", "Okafor", ""),
        ("Dr. Ludwig van der Berg, PhD", "Ludwig", "van der Berg", "Dr. van der Berg"),
        ("Okafor, Dr. Ada", "Ada", "Okafor", "Dr. Okafor"),
        ("Ms. Lindqvist", "", "Lindqvist", "Ms. Lindqvist"),
        ("John Smith Jr.", "John", "Smith", ""),
        ("Smith, John, MD", "John", "Smith", ""),
        ("Mary Ann Lee MD", "Mary Ann", "Lee", ""),
        ("Wei Ming Ma", "Wei Ming", "Ma", ""),
        ("Nguyen, Do", "Do", "Nguyen", ""),
        ("Robert (Bob) Smith", "Robert", "Smith", ""),
        ("De La Cruz, Maria", "Maria", "De La Cruz", ""),
        ("Maria do Carmo", "Maria", "do Carmo", ""),
        ("Mary St John", "Mary", "St John", ""),
        ("Ms. Mary St. John", "Mary", "St. John", "Ms. St. John"),
        ("Bo Mac Fox", "Bo", "Mac Fox", ""),
        ("Bo A Lind", "Bo A", "Lind", ""),
        ("Cher", "Cher", "", ""),
    ],
)
def test_a_full_name_is_taken_apart(text: str, first: str, last: str, salutation: str) -> None:
    assert split_name(text) == FullName(first, last, salutation)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "Ann and Joe Fox", "Fox & Sons", "ada@example.org", "Suite 12", "a, b, c, d", "(none)"],
)
def test_what_is_no_one_persons_name_is_left_alone(text: str) -> None:
    assert split_name(text) is None


WHERE = ["Lakeside Hospital", "Quay Museum", "Harbor Bank", "Ann's Books"]


def where_list(*more: str, values: list[str] = WHERE) -> list[list[object]]:
    people = [
        [f"Ann Lee{n}", f"a{n}@example.org", text, *("" for _ in more)] for n, text in enumerate(values)
    ]
    return [["Name", "Email", "Where", *more], *people]


def test_a_column_of_organizations_heads_no_interviews() -> None:
    mapping = mapped(*where_list())
    assert pairs(mapping)["organization"] == "Where"
    assert "where" not in pairs(mapping)
    assert dict(mapping.added)["where"] == "Where (Remembered)"
    assert "Organization = Where" in mapping.column_names


def test_where_they_live_is_left_alone() -> None:
    mapping = mapped(*where_list(values=["Columbus, OH", "Dayton", "Boston"]))
    assert pairs(mapping).keys() & {"where", "organization"} == set()
    assert "Where" in mapping.own


def test_where_beside_the_day_of_an_interview_is_its_place() -> None:
    assert pairs(mapped(*where_list("Interview on")))["where"] == "Where"


def test_a_header_of_ours_that_is_chosen_for_another_is_not_added_twice() -> None:
    rows = where_list("Interview on")
    mapping = mapped(*rows, chosen={3: "Organization"})
    assert dict(mapping.added)["where"] == "Where (Remembered)"
    headers = [*rows[0], *(header for _, header in mapping.added)]
    assert len({header.casefold() for header in headers}) == len(headers)
    found = columns_found(CONTACTS, renamed_headers(headers, mapping.column_names))
    assert headers[found["organization"]] == "Where"
    assert headers[found["where"]] == "Where (Remembered)"
