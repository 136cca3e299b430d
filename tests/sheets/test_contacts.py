"""Every problem in the contacts is listed at once, with its cell, what is wrong and what to do."""

import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import CallResult, Channel, Held, Settings, Severity, Source
from pipeline.model.addresses import address_fault
from pipeline.model.contactid import contact_id
from pipeline.sheets import schema
from pipeline.sheets.acrossrows import cross_problems
from pipeline.sheets.cells import ErrorValue
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.events import read_events
from pipeline.sheets.read import read_book
from pipeline.sheets.settings import read_settings
from pipeline.sheets.typed import typed_cell
from tests.books import at, make_book, make_table, person

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def read(tmp_path):
    """Write rows into a workbook and read them: the contacts, their problems, and those that need several rows."""

    def write_and_read(*rows, history=(), settings=None, **more):
        book = read_book(
            make_book(tmp_path / "networking.xlsx", rows, history=history, settings=settings, **more)
        )
        table = book.tables["Contacts"]
        contacts, problems = read_contacts(table, book.uncached, TODAY)
        events, _ = read_events(book.tables["History"])
        own, _ = read_settings(book.tables["Settings"])
        return contacts, problems, cross_problems(contacts, table, own, events, TODAY)

    return write_and_read


def told(problems):
    return [(p.where, p.severity.value) for p in problems]


@pytest.mark.parametrize("cell", ["a" + " " * 32_765 + "b", "x" * 32_767, "xs" * 16_383, "a\n" * 16_383])
def test_cells_as_long_as_excel_has_them_take_no_time(cell):
    headers = [c.header for c in schema.CONTACTS.columns]
    table = make_table("Contacts", 1, headers, [[cell]] * len(headers))
    began = time.process_time()
    read_contacts(table, (), TODAY)
    assert time.process_time() - began < 5


def test_a_full_row_is_read(read):
    (contact,), problems, cross = read(
        person(
            "Ada",
            "Okafor",
            Phone="555-0101",
            Priority="a",
            Source="alumni",
            Channel="e-mail",
            Called_on=YESTERDAY,
            Call_result="accepted – in person",
            Interview_on="3 Dec 2026, 2:30 pm",
            Interview_type="In Person",
            Fit=4.0,
            Enclose_resume="yes",
            On_hold="2026-12-01",
            Approach_sent=datetime(2026, 11, 2),
            Salutation="Dr. Okafor",
        )
    )
    assert contact.name == "Ada Okafor"
    assert (contact.priority, contact.source, contact.channel) == ("A", Source.ALUMNI, Channel.EMAIL)
    assert (contact.called_on, contact.call_result) == (YESTERDAY, CallResult.ACCEPTED_IN_PERSON)
    assert f"{contact.interview_on} {contact.interview_time:%H:%M}" == "2026-12-03 14:30"
    assert (contact.fit, contact.enclose_resume, contact.on_hold) == (4, True, date(2026, 12, 1))
    assert contact.approach_sent == date(2026, 11, 2)
    assert contact.email_valid
    assert not contact.id_written
    assert problems == cross == ()


def test_all_problems_are_listed_at_once_and_no_row_stops_the_others(read):
    contacts, problems, _ = read(
        person("Ada", "One", Email="ada@", Called_on="next Tuesday"),
        person("Bo", "Two", Interview_on="03/04/2026", Fit=9),
        person("Cy", "Three", Call_result="Perhaps", Channel="Pigeon"),
        person("Di", "Four"),
    )
    assert [p.where for p in problems] == [
        at("Email", 2),
        at("Called on", 2),
        at("Interview on", 3),
        at("Fit", 3),
        at("Channel", 4),
        at("Call result", 4),
    ]
    assert {p.severity for p in problems} == {Severity.ERROR}
    assert [set(c.unreadable) for c in contacts] == [
        {"email", "called_on"},
        {"interview_on", "fit"},
        {"channel", "call_result"},
        set(),
    ]
    assert [set(c.in_doubt) for c in contacts] == [
        {"email", "called_on"},
        {"interview_on"},
        {"channel", "call_result"},
        set(),
    ]
    assert contacts[0].called_on is None
    assert contacts[1].interview_on is None
    assert {p.contact_id for p in problems} == {c.id for c in contacts[:3]}
    assert all(p.row == int(p.where[-1]) for p in problems)
    assert {p.column for p in problems} >= {"Email", "Called on", "Call result"}


def test_a_problem_names_the_column_as_the_workbook_has_it(read):
    _, (problem,), _ = read(person(Email="none"), headers={"Email": "E-Mail address"})
    assert problem.column == "E-Mail address"
    assert problem.message.startswith("E-Mail address holds “none”")


@pytest.mark.parametrize(
    ("email", "good"),
    [
        ("ada@example.org", True),
        ("Ada.O'Neil+work@mail.example.org", True),
        ("zoë@example.org", True),
        ("ada@münchen.example.org", True),
        ("ada@", False),
        ("@example.org", False),
        ("ada example.org", False),
        ("ada@example", False),
        ("ada..b@example.org", False),
        ("ada@example..org", False),
        (".ada@example.org", False),
        ("ada@-example.org", False),
        ("a@example.org; b@example.org", False),
        ("Ada <ada@example.org>", False),
        ("ada@exam ple.org", False),
        ("x" * 65 + "@example.org", False),
        ("n/a", False),
    ],
)
def test_addresses_are_told_from_what_is_none(email, good):
    assert (address_fault(email) == "") is good


def test_an_address_is_freed_of_what_cannot_be_seen(read):
    (contact,), problems, _ = read(person(Email="\u200bmailto:ada@example.org\u00a0"))
    assert (contact.email, contact.email_valid, problems) == ("ada@example.org", True, ())


def test_ids_are_computed_where_blank_and_kept_where_written(read):
    contacts, _, _ = read(
        person(), person("Bo", ID="C123456789"), person("Cy", Email=None, Organization="Example Clinic")
    )
    assert contacts[0].id == contact_id("ADA.okafor@example.org", "", "")
    assert (contacts[1].id, contacts[1].id_written) == ("C123456789", True)
    assert contacts[2].id == contact_id("", "cy  OKAFOR", "Example clinic")
    assert all(len(c.id) == 10 and c.id[0] == "C" for c in contacts)


def test_rows_without_any_name_do_not_share_an_id(read):
    contacts, problems, cross = read(
        {"Organization": "Example Clinic"}, {"Organization": "Example Clinic"}, {"Notes": "ask"}
    )
    assert len({c.id for c in contacts}) == 3
    assert problems == ()
    assert told(cross) == [
        (at("Last name", 2), "warning"),
        (at("Last name", 3), "warning"),
        (at("Last name", 4), "warning"),
    ]


def test_a_copied_row_is_a_problem_of_both(read):
    contacts, problems, _ = read(person(ID="C1"), person("Bo", ID="C2"), person(ID="C1"))
    assert told(problems) == [(at("ID", 2), "error"), (at("ID", 4), "error")]
    assert "rows 2 and 4" in problems[0].message
    assert [bool(c.duplicate) for c in contacts] == [True, False, True]


@pytest.mark.parametrize(
    ("cells", "who"),
    [
        ({}, "Ada Okafor at Example Clinic"),
        ({"Email": None}, "Ada Okafor at Example Clinic"),
        ({"Organization": None}, "Ada Okafor: neither"),
    ],
)
def test_two_rows_typed_alike_before_the_first_run_are_told_by_name_not_by_a_blank_id(read, cells, who):
    contacts, problems, _ = read(person(**cells), person(**cells))
    assert told(problems) == [(at("Last name", 2), "error"), (at("Last name", 3), "error")]
    apart = "tell their names apart, as by a middle initial in each"
    assert all(who in p.message and apart in p.message for p in problems)
    assert not any("ID" in p.message for p in problems)
    assert all(c.duplicate for c in contacts)


def test_a_copied_row_for_somebody_else_is_told_to_blank_the_id(read):
    _, problems, _ = read(person(ID="C1"), person("Bo", ID="C1"))
    assert all("Blank the ID cell" in p.message for p in problems)
    assert len(problems) == 2


def test_an_address_twice_under_one_name_is_a_problem_of_both(read):
    contacts, problems, _ = read(
        person(Email="a@example.org"), person(Email="A@example.org", Organization="Other")
    )
    assert [p.severity for p in problems] == [Severity.ERROR] * 2
    assert all(c.duplicate for c in contacts)


def test_one_person_at_one_organization_twice_is_a_problem_of_both(read):
    contacts, problems, _ = read(
        person(Email="a@example.org", Organization="Example Works"),
        person("ADA", Email="b@example.org", Organization="EXAMPLE works"),
    )
    assert told(problems) == [
        (at("Last name", 2), "error"),
        (at("First name", 3), "warning"),  # the capitals
        (at("Last name", 3), "error"),
    ]
    assert all(c.duplicate for c in contacts)


def test_an_address_shared_by_different_names_is_a_warning_and_they_stay_two(read):
    contacts, problems, _ = read(person(Email="info@example.org"), person("Bo", Email="info@example.org"))
    assert [p.severity for p in problems] == [Severity.WARNING] * 2
    assert len({c.id for c in contacts}) == 2
    assert not any(c.duplicate for c in contacts)


def at_one_address(read, *names):
    """Tell which of those who stand at one address, each at an organization of their own, get no letters."""
    rows = [person(first, last, Email="info@example.org") for first, last in names]
    contacts, problems, _ = read(*rows)
    of_email = [p for p in problems if p.where.startswith(at("Email", 2)[:-1])]
    held = [c.row for c in contacts if c.duplicate]
    assert {p.row for p in of_email if p.severity is Severity.ERROR} == {*held}
    return held, [p.row for p in of_email if p.severity is Severity.WARNING]


@pytest.mark.parametrize(
    "again",
    [("Dr. Ann", "Lee"), ("Ann", "Lee, PhD"), ("Lee", "Ann"), ("Lee,", "Ann")],
)
def test_one_name_at_one_address_counts_however_it_is_written(read, again):
    assert at_one_address(read, ("Ann", "Lee"), again)[0] == [2, 3]


@pytest.mark.parametrize(
    "again",
    [("Ann M.", "Lee"), ("A.", "Lee"), ("Annie", "Lee"), ("Ann", "Lee-Park"), ("Mrs. Ann", "Lee"), ("Ann", None)],
)  # fmt: skip
def test_at_one_address_a_name_spelled_a_little_otherwise_is_asked_about(read, again):
    assert at_one_address(read, ("Ann", "Lee"), again) == ([3], [])
    assert at_one_address(read, again, ("Ann", "Lee")) == ([3], [])


def test_father_and_son_at_one_address_are_told_apart_once_both_say_which(read):
    assert at_one_address(read, ("Tom", "Lee"), ("Tom", "Lee Jr."))[0] == [3]
    assert at_one_address(read, ("Tom", "Lee Sr."), ("Tom", "Lee Jr.")) == ([], [2, 3])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Tom", "Lee"), ("Ann", "Lee")),
        (("Mr.", "Lee"), ("Mrs.", "Lee")),
        (("L.", "Lee"), ("Ann", "Lee")),
        (("T.", "Lee"), ("Ann", "Lee")),
        (("Ann", "Lee"), ("Ann", "Park")),
        (("Ann B.", "Lee"), ("Ann C.", "Lee")),
    ],
)
def test_a_couple_at_one_address_stays_a_warning(read, one, other):
    assert at_one_address(read, one, other) == ([], [2, 3])


def test_who_may_be_either_of_two_at_one_address_is_asked_about_and_they_are_not(read):
    assert at_one_address(read, ("A.", "Lee"), ("Ann", "Lee"), ("Al", "Lee")) == ([2], [3, 4])
    assert at_one_address(read, ("Ann", "Lee"), ("Al", "Lee"), ("A.", "Lee")) == ([4], [2, 3])


def test_the_row_that_was_written_to_is_the_one_to_keep(read):
    shared = {"Email": "info@example.org"}
    contacts, problems, _ = read(
        person("Annie", "Lee", **shared), person("Ann", "Lee", **shared, Approach_sent=TODAY)
    )
    assert [bool(c.duplicate) for c in contacts] == [True, False]
    [said] = [p.message for p in problems if p.severity is Severity.ERROR]
    assert "seem to be one person's, Annie Lee or Ann Lee" in said
    assert "into row 3, whose letters and talks are on record" in said


def test_namesakes_elsewhere_are_two_people(read):
    _, problems, _ = read(
        person(Email="a@example.org"), person(Email="b@example.org", Organization="Example Works")
    )
    assert problems == ()


@pytest.mark.parametrize(
    "column",
    [
        "Called on",
        "Replied on",
        "Answered on",
        "Approach sent",
        "Follow-up sent",
        "Thank-you sent",
        "Last contact",
    ],
)
def test_what_has_happened_cannot_lie_in_the_future(read, column):
    (contact,), (problem, *_), _ = read({**person(), column: TOMORROW})
    assert (problem.column, problem.severity) == (column, "error")
    assert "after today" in problem.message
    assert len(contact.unreadable) == 1
    _, today, _ = read({**person(), column: TODAY})
    assert today == ()


@pytest.mark.parametrize("column", ["Interview on", "Call again on", "On hold"])
def test_what_is_planned_may_lie_in_the_future(read, column):
    assert read({**person(), column: TOMORROW})[1] == ()


@pytest.mark.parametrize(
    ("cells", "where"),
    [
        ({"Interview_held": "Yes"}, at("Interview on", 2)),
        ({"Interview_held": "No-show"}, at("Interview on", 2)),
        ({"Interview_held": "Yes", "Interview_on": TOMORROW}, at("Interview held", 2)),
        ({"Interview_held": "No-show", "Interview_on": TOMORROW}, at("Interview held", 2)),
        ({"Call_result": "Put off"}, at("Called on", 2)),
        ({"Call_result": "Left message"}, at("Called on", 2)),
    ],
)
def test_outcomes_without_their_day_are_problems(read, cells, where):
    (contact,), problems, _ = read(person(**cells))
    assert told(problems) == [(where, "error")]
    assert contact.unreadable == ()


@pytest.mark.parametrize(
    "cells",
    [
        {"Interview_held": "Yes", "Interview_on": TODAY},
        {"Interview_held": "Cancelled", "Interview_on": TOMORROW},
        {"Interview_held": "Cancelled", "Called_on": YESTERDAY, "Call_result": "Accepted - phone"},
        {"Call_result": "Put off", "Replied_on": YESTERDAY},
        {"Call_result": "No answer", "Called_on": TODAY},
    ],
)
def test_outcomes_with_their_day_are_none(read, cells):
    assert read(person(**cells))[1] == ()


def test_an_undated_conversation_says_that_its_thank_you_is_due(read):
    assert "due today" in read(person(Call_result="Declined"))[1][0].message
    assert "due today" not in read(person(Call_result="No answer"))[1][0].message


def test_an_unreadable_date_is_told_once(read):
    _, problems, _ = read(person(Interview_held="Yes", Interview_on="03/04/2026"))
    assert told(problems) == [(at("Interview on", 2), "error")]


def test_a_thank_you_without_any_conversation_is_a_problem(read):
    _, _, cross = read({**person(), "Thank-you sent": YESTERDAY})
    assert told(cross) == [(at("Thank-you sent", 2), "error")]


@pytest.mark.parametrize(
    "more",
    [
        {"cells": {"Interview held": "Yes", "Interview on": YESTERDAY}},
        {"cells": {"Call result": "Put off", "Called on": YESTERDAY}},
        {"history": [{"Date": YESTERDAY, "ID": "C1", "Event": "Interview"}]},
        {"history": [{"Date": YESTERDAY, "ID": "C1", "Event": "Call", "Detail": "Put off"}]},
        {"settings": {"Act from": TODAY}},
    ],
)
def test_a_thank_you_for_a_conversation_that_is_known_is_none(read, more):
    row = {**person(ID="C1"), "Thank-you sent": YESTERDAY, **more.get("cells", {})}
    assert read(row, history=more.get("history", ()), settings=more.get("settings"))[2] == ()


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        ({"Interview held": "Yes", "Interview on": YESTERDAY}, True),
        ({"Call result": "Interviewed on this call", "Called on": YESTERDAY}, True),
        ({"Interview held": "No-show", "Interview on": YESTERDAY}, False),
        ({"Interview held": "Yes", "Interview on": TODAY - timedelta(days=15)}, False),
        ({"Interview held": "Yes", "Interview on": TODAY}, False),
    ],
)
def test_thanks_for_a_talk_just_before_act_from_are_asked_about(read, cells, asked):
    row = {**person(ID="C1"), **cells}
    cross = read(row, settings={"Act from": TODAY})[2]
    assert told(cross) == ([(at("Thank-you sent", 2), "warning")] if asked else [])
    sent = {"Date": YESTERDAY, "ID": "C1", "Event": "Thank-you letter"}
    assert read(row, history=[sent], settings={"Act from": TODAY})[2] == ()


@pytest.mark.parametrize(
    ("lacking", "where"),
    [
        ({"First name": None, "Last name": None}, at("Last name", 2)),
        ({"Organization": None}, at("Organization", 2)),
        ({"Position": None}, at("Position", 2)),
        ({"Email": None}, at("Email", 2)),
        ({"Channel": "Post"}, at("Address", 2)),
        ({"Email": None, "Position": None}, at("Position", 2)),
    ],
)
def test_an_incomplete_target_is_a_warning_at_what_is_missing_first(read, lacking, where):
    _, problems, cross = read({**person(), **lacking})
    assert problems == ()
    assert told(cross) == [(where, "warning")]


@pytest.mark.parametrize(
    "cells",
    [
        {"Called on": YESTERDAY, "Call result": "No answer"},
        {"Replied on": YESTERDAY},
        {"Approach sent": YESTERDAY},
        {"Last contact": YESTERDAY},
        {"Interview on": TOMORROW},
        {"On hold": "Yes"},
    ],
)
def test_only_targets_can_be_incomplete(read, cells):
    assert read({**person(Position=None), **cells})[2] == ()


def test_who_stands_in_history_is_no_incomplete_target(read):
    assert (
        read(person(Position=None, ID="C1"), history=[{"Date": YESTERDAY, "ID": "C1", "Event": "Call"}])[2]
        == ()
    )


def test_samples_are_checked_but_not_called_incomplete_beside_real_contacts(read):
    sample = person("Sample", Source="Sample", Position=None)
    assert len(read(sample)[2]) == 1
    _, problems, cross = read({**sample, "Called on": "soon"}, person())
    assert (told(problems), cross) == ([(at("Called on", 2), "error")], ())


def test_referrers_are_looked_for_whatever_accents_and_case(read):
    assert read(person("Zoë"), person("Bo", Source="Referral", Referred_by="zoe okafor"))[2] == ()


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"Referred_by": "Eve Nobody"}, "not in Contacts"),
        ({"Source": "Referral"}, "is blank"),
        ({"Referred_by": "Bo Okafor"}, "themselves"),
    ],
)
def test_referrers_that_cannot_be_thanked_are_warnings(read, cells, says):
    _, _, (problem,) = read(person(), person("Bo", **cells))
    assert (problem.where, problem.severity) == (at("Referred by", 3), "warning")
    assert says in problem.message


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        (
            "Zoë Okafor, Goldman Sachs",
            ("“Zoë Okafor” and more (Goldman Sachs)", "name “Zoë Okafor” alone, and thank"),
        ),
        (
            "Goldman Sachs, Zoë Okafor",
            ("“Zoë Okafor” and more (Goldman Sachs)", "name “Zoë Okafor” alone, and thank"),
        ),
        ("Zoë Okafor, Ann", ("“Zoë Okafor” and more (Ann)", "name “Zoë Okafor” alone")),
        ("Eve Fox; Zoë Okafor", ("“Eve Fox” and more (Zoë Okafor)", "thank nobody")),
        ("Zoë Okafor and Eve Fox", ("Keep “Zoë Okafor” alone", "thanks go to one")),
        ("Lind, Zdenka", ("says “Lind, Zdenka”, and letters would name them so", "in this order")),
        ("Thomas, James", ("says “Thomas, James”, and letters would name them so", "in this order")),
        ("Met Eve Fox", ("says “Met Eve Fox”, which begins with “Met”", "Type the name alone")),
    ],
)
def test_a_referrer_that_is_not_clearly_one_is_a_warning_that_says_what_letters_do(read, cell, says):
    _, _, (problem,) = read(person("Zoë"), person("Bo", Referred_by=cell))
    assert (problem.where, problem.severity) == (at("Referred by", 3), "warning")
    assert all(part in problem.message for part in says)
    assert "not in Contacts and so" not in problem.message


@pytest.mark.parametrize("cell", ["Met Eve Fox; Cy Cruz", "eve@example.org", "Eve Fox will email; Cy Cruz"])
def test_a_name_given_that_no_letter_should_say_is_a_warning(read, cell):
    _, _, (problem,) = read(person("Bo", Referrals_given=cell))
    assert (problem.severity, problem.column) == ("warning", "Referrals given")
    assert "letters would name them so" in problem.message


@pytest.mark.parametrize(
    "cell",
    [
        "Okafor, Tina",
        "Okafor, Tina, CFO",
        "Tina Okafor, CFO",
        "Mayo Clinic, Tina Okafor",
        "• Tina Okafor",
        "Tina Okafor @ Quay",
    ],
)
def test_a_last_name_in_front_is_the_person_of_the_list(read, cell):
    contacts, _, cross = read(person("Tina"), person("Bo", Referred_by=cell))
    assert (contacts[1].referred_by, cross) == ("Tina Okafor", ())


@pytest.mark.parametrize(
    ("given", "cell"),
    [
        ("Bo Okafor", "Zoë"),
        ("Bo Okafor (at Quay); Cy Cruz", "zoe"),
        ("Bo Okafor", "Ms. Okafor"),
        ("Bo", "Zoë"),
        ("Dr. Okafor", "Zoë"),
    ],
)
def test_a_part_of_a_referrers_name_is_who_named_that_person(read, given, cell):
    contacts, _, cross = read(person("Zoë", Referrals_given=given), person("Bo", Referred_by=cell))
    assert (contacts[1].referred_by, cross) == ("Zoë Okafor", ())


@pytest.mark.parametrize(
    ("others", "cell", "says"),
    [
        ([{}], "Zoë", "If Zoë Okafor (row 2) is meant"),
        ([{"Referrals given": "Cy Cruz"}], "Zoë", "If Zoë Okafor (row 2) is meant"),
        (
            [{"Referrals given": "Bo Okafor"}, {"Last name": "Berg", "Referrals given": "Bo Okafor"}],
            "Zoë",
            "If Zoë Okafor (row 2) or Zoë Berg (row 3) is meant",
        ),
        ([{"Referrals given": "Bo Okafor"}], "Eve", "names “Eve”, who is not in Contacts"),
        ([{"Referrals given": "Bo Okafor"}], "Z.", "names “Z.”, who is not in Contacts"),
        ([{"Referrals given": "Bo Okafor"}], "Zoë Fox", "names “Zoë Fox”, who is not in Contacts"),
    ],
)
def test_a_part_of_a_name_that_nobody_bears_out_is_asked_for_whole(read, others, cell, says):
    emails = ({"Email": f"z{n}@example.org", "Organization": f"Quay {n}"} for n in range(9))
    rows = [person("Zoë") | email | more for more, email in zip(others, emails, strict=False)]
    contacts, _, cross = read(*rows, person("Bo", Referred_by=cell))
    assert contacts[-1].referred_by == cell
    assert [p.where for p in cross] == [at("Referred by", len(rows) + 2)]
    assert says in cross[0].message


def test_a_row_of_just_that_name_is_the_referrer(read):
    contacts, _, _ = read(
        person("Zoë", Referrals_given="Bo Okafor"), person("Zoë", None), person("Bo", Referred_by="Zoë")
    )
    assert contacts[2].referred_by == "Zoë"


def test_a_referrers_name_that_several_contacts_have_is_a_warning(read):
    _, _, (problem,) = read(
        person(), person(Organization="Other", Email="o@example.org"), person("Bo", Referred_by="Ada Okafor")
    )
    assert "2 contacts" in problem.message


def test_problems_in_own_columns_are_warnings_and_blank_rows_below_a_formula_are_none(read):
    contacts, problems, _ = read(person(Room="#N/A"), {"Room": "=1+1"}, extra_columns=["Room"])
    assert told(problems) == [(at("Room", 2, own=["Room"]), "warning")]
    assert len(contacts) == 1
    assert contacts[0].extra == {"Room": ""}
    assert contacts[0].unreadable == ()


def test_held_is_read_in_both_spellings(read):
    assert read(person(Interview_held="Canceled", Interview_on=TODAY))[0][0].interview_held is Held.CANCELLED


VALUES = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-10, 99_999),
    st.floats(allow_nan=False),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.just(ErrorValue("#REF!")),
    st.sampled_from(
        [
            "Yes",
            "Put off",
            "2026-11-20",
            "03/04/2026",
            "ada@example.org",
            "Ada",
            "Sample",
            "Referral",
            "Post",
            "C1",
        ]
    ),
)
ROWS = st.lists(
    st.dictionaries(st.sampled_from([c.attr for c in schema.CONTACTS.columns]), VALUES, max_size=8),
    max_size=5,
)


@given(ROWS)
def test_no_row_stops_the_reading_and_each_problem_has_its_cell(rows):
    headers = [c.header for c in schema.CONTACTS.columns]
    columns = [[row.get(c.attr) for row in rows] for c in schema.CONTACTS.columns]
    table = make_table("Contacts", 1, headers, columns)
    contacts, problems = read_contacts(table, (), TODAY)
    cross = cross_problems(contacts, table, Settings(), (), TODAY)
    assert [c.row for c in contacts] == sorted({c.row for c in contacts})
    assert all(c.id for c in contacts)
    for problem in (*problems, *cross):
        assert problem.where.startswith("Contacts!")
        assert 2 <= problem.row <= len(rows) + 1
        assert problem.message.startswith(problem.column)
        assert problem.contact_id in {c.id for c in contacts}


def test_blanking_the_id_of_the_newer_of_two_rows_gives_it_another(read):
    """What the problem advises for two people of one name works when it is followed."""
    older = person("John", "Smith", Organization="Acme", ID="C-111111")
    first, newer = read(older, person("John", "Smith", Organization="Borg", ID="C-111111"))[0]
    assert first.id == newer.id
    contacts, _, cross = read(older, person("John", "Smith", Organization="Borg"))
    assert contacts[0].id == "C-111111" != contacts[1].id
    assert not cross
    own = contact_id("", "John Smith", "Acme")
    older, newer = read(
        person("John", "Smith", Organization="Acme", ID=own), person("John", "Smith", Organization="Acme")
    )[0]
    assert older.id == own != newer.id
    assert older.duplicate
    assert newer.duplicate  # as one person at one organization, whose names can be told apart


def test_of_two_rows_with_one_name_and_nothing_else_only_one_gets_letters(read):
    own = contact_id("", "John Smith", "")
    contacts, _, _ = read(person("John", "Smith", ID=own), person("John", "Smith"))
    assert len({c.id for c in contacts}) == 2
    assert any(c.duplicate for c in contacts)


def test_a_column_that_a_layout_does_not_name_stands_in_a_new_workbook_all_the_same():
    columns = (
        schema.CONTACTS.column("first_name"),
        schema.CONTACTS.column("notes"),
        schema.CONTACTS.column("id"),
    )
    sheet = schema.Sheet("Contacts", "Contacts", columns, layout=("id", ("first_name",)))
    assert [c.attr for c in sheet.laid_out] == ["id", "first_name", "notes"]
    assert set(schema.CONTACTS.laid_out) == set(schema.CONTACTS.columns)


def test_what_is_typed_for_a_cell_of_one_line_has_one_line():
    assert typed_cell("first_name", "Two\nLines  here", TODAY) == "Two Lines here"
    assert typed_cell("advice", "one\ntwo", TODAY) == "one\ntwo"
