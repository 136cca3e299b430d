"""Settings and rules as people fill them in."""

from datetime import date

import pytest
from openpyxl import load_workbook

from pipeline.day.publicdays import knows_country
from pipeline.model import Settings
from pipeline.rules.intervals import Intervals
from pipeline.sheets import schema
from pipeline.sheets.intervals import read_intervals
from pipeline.sheets.read import read_book
from pipeline.sheets.settings import parse_days_off, read_settings
from tests.books import make_book


@pytest.fixture
def read(tmp_path):
    def write_and_read(**settings):
        named = {name.replace("_", " "): value for name, value in settings.items()}
        book = read_book(make_book(tmp_path / "networking.xlsx", settings=named))
        return read_settings(book.tables["Settings"], book.uncached, knows_country)

    return write_and_read


def test_settings_are_read_by_their_names(read):
    settings, problems = read(
        Your_name=" Sam Rivera ",
        Email="sam@example.com",
        Daily_prospecting_goal=5.0,
        Weekly_interview_goal="3",
        Enclose_resume_when_put_off="yes",
        Confirm_interviews=False,
        Send_through="gmail",
        Holiday_country="gb",
        Act_from="1 Nov 2026",
        Quiet_hours="21-7",
        SMTP_server="smtp.example.com:587",
        Days_off=date(2026, 12, 24),
    )
    assert problems == ()
    assert (settings.name, settings.daily_goal, settings.weekly_goal) == ("Sam Rivera", 5, 3)
    assert (settings.resume_when_put_off, settings.confirm_interviews) == (True, False)
    assert (settings.send_through, settings.holiday_country, settings.quiet_hours) == (
        "Gmail",
        "GB",
        "21:00-07:00",
    )
    assert settings.act_from == date(2026, 11, 1)
    assert settings.days_off == ((date(2026, 12, 24), date(2026, 12, 24)),)


def test_the_shipped_settings_have_the_defaults_of_the_model(read):
    settings, problems = read(
        Your_name="", Email="", Phone="", Position_or_school="", Field="", Purpose="", Workbook_ID=""
    )
    assert settings == Settings(extra={})
    assert [p.message for p in problems] == ["Your name is blank: fill it in, letters are signed with it."]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("sam rivera", "Sam Rivera"),
        ("SAM RIVERA", "Sam Rivera"),
        ("SAM RIVERA, MPH", "Sam Rivera, MPH"),
        ("RIVERA, SAM", "Sam Rivera"),
        ("sam de la cruz", "Sam de la Cruz"),
        ("Rivera, Sam", "Sam Rivera"),
        ("rivera, sam", "Sam Rivera"),
        ("sam", "Sam"),
        ("[Sam Rivera]", "Sam Rivera"),
        ("{sam rivera}", "Sam Rivera"),
    ],
)
def test_a_name_that_letters_would_be_signed_with_oddly_is_a_warning(read, typed, written):
    settings, problems = read(Your_name=typed)
    assert settings.name == typed
    assert [p.severity for p in problems] == ["warning"]
    assert f"Type “{written}”" in problems[0].message


@pytest.mark.parametrize(
    "typed",
    ["Sam Rivera", "Sam Rivera, MPH", "Sam Rivera RN", "JD Rivera", "Sam Rivera Jr.", "Sam Rivera III", "Sam de la Cruz", "Sam",
     "Sam Rivera, CHES", "Sam Rivera CHES", "Sam Rivera EMT", "Sam MacLEOD", "Sam O'Neil-McDonald", "Samира", "李伟", "Dr. Sam Rivera", "Sam (Samuel) Rivera", "Sam van 't Hoff"],
)  # fmt: skip
def test_a_name_as_one_signs_is_no_problem(read, typed):
    settings, problems = read(Your_name=typed)
    assert (settings.name, problems) == (typed, ())


def test_who_writes_themselves_small_says_so_in_the_signature(read):
    assert read(Your_name="sam rivera", Signature="sam rivera\n555-0190")[1] == ()


def test_an_address_is_no_name_to_sign_with(read):
    settings, [problem] = read(Your_name="sam@example.com")
    assert (settings.name, problem.severity) == ("", "warning")
    assert "which is an address: read as blank" in problem.message


@pytest.mark.parametrize("typed", ["[Your name]", "your name", "[your name]"])
def test_a_placeholder_is_no_name_to_sign_with_and_none_is_advised(read, typed):
    settings, problems = read(Your_name=typed)
    assert settings.name == ""
    assert "which stands for nothing: read as blank" in problems[0].message
    assert not any("Type “" in p.message for p in problems)


def test_the_users_own_rows_are_texts_and_rows_may_be_sorted(tmp_path):
    path = make_book(
        tmp_path / "networking.xlsx", settings={"My blog": "blog.example.com", "Lucky number": 7}
    )
    book = load_workbook(path)
    page = book["Settings"]
    rows = sorted((list(r) for r in page.iter_rows(min_row=2, values_only=True)), key=lambda r: str(r[0]))
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            page.cell(number, column).value = value
    book.save(path)
    settings, problems = read_settings(read_book(path).tables["Settings"])
    assert settings.name == "Sam Rivera"
    assert settings.extra == {"My blog": "blog.example.com", "Lucky number": "7"}
    assert problems == ()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("Email", "sam@", "not an e-mail address"),
        ("Holiday country", "ZZ", "public holidays are not known"),
        ("Holiday country", "utils", "public holidays are not known"),
        ("Daily prospecting goal", 900, "from 0 to 50"),
        ("Send at most per day", "many", "from 1 to 500"),
        ("Act from", "03/04/2026", "two ways"),
        ("Confirm interviews", "perhaps", "Yes, No"),
        ("Send through", "Fax", "Files, Gmail"),
        ("Quiet hours", "at night", "21:00-07:00"),
        ("Quiet hours", "25:00-07:00", "21:00-07:00"),
        ("SMTP server", "smtp example", "host:port"),
        ("Days off", "24 Dec", "not a date"),
        ("Days off", "2027-01-02 to 2026-12-24", "ends before"),
        ("Your name", "=1+1", "not saved"),
        ("Field", "#REF!", "#REF!"),
    ],
)
def test_a_bad_value_is_a_problem_of_its_cell_and_the_default_stands(read, name, value, says):
    settings, problems = read(**{name: value})
    problem = problems[0]
    row = 2 + [s.name for s in schema.SETTINGS].index(name)
    assert (problem.where, problem.severity, problem.column) == (f"Settings!B{row}", "error", "Value")
    assert says in problem.message
    assert problem.message.startswith(name)
    attr = next(s.attr for s in schema.SETTINGS if s.name == name)
    assert getattr(settings, attr) == getattr(Settings(), attr)


def test_another_server_needs_its_name(read):
    assert "SMTP server is blank" in read(Send_through="Other server")[1][0].message


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-24 to 2027-01-02",
        "24 Dec 2026 - 2 Jan 2027",
        "2026-12-24–2027-01-02",
        "24 Dec 2026 until 2 Jan 2027",
        "2026-12-24..2027-01-02",
        "December 24, 2026 – January 2, 2027",
    ],
)
def test_days_off_may_be_ranges(text):
    assert parse_days_off(text) == (((date(2026, 12, 24), date(2027, 1, 2)),), ())


def test_days_off_stand_one_a_line_and_a_bad_one_stops_no_other():
    ranges, faults = parse_days_off("2026-12-24\n3/4/2026; 3 Feb 2027\n\n")
    assert ranges == ((date(2026, 12, 24),) * 2, (date(2027, 2, 3),) * 2)
    assert len(faults) == 1
    assert "two ways" in faults[0]


def test_intervals_are_read_and_bad_ones_keep_the_default(tmp_path):
    path = make_book(
        tmp_path / "networking.xlsx",
        rules={
            "Call again": 4,
            "Attempts in all": 0,
            "Keep in touch, then": "often",
            "Follow up without a phone number": None,
        },
    )
    table = read_book(path).tables["Rules"]
    intervals, problems = read_intervals(table)
    assert intervals == Intervals(call_retry=4)
    bad = [table.values("name").index(name) for name in ("Attempts in all", "Keep in touch, then")]
    assert [p.where for p in problems] == [table.where("value", index) for index in bad]
    assert "from 1 to 10" in problems[0].message
    assert "3 counts" in problems[0].message


@pytest.mark.parametrize(
    "name",
    [
        "Prepare and confirm",
        "Call after a letter by e-mail",
        "Call after a letter by post",
        "Call again",
        "Follow up without a phone number",
        "Follow up after the last call",
        "Remind of an offer",
        "Keep in touch, first",
        "Keep in touch, then",
        "Unanswered notes at most",
        "Between letters to one address",
    ],
)
def test_no_interval_after_which_a_letter_or_a_call_presses_is_none_at_all(tmp_path, name):
    table = read_book(make_book(tmp_path / "networking.xlsx", rules={name: 0})).tables["Rules"]
    intervals, problems = read_intervals(table)
    assert intervals == Intervals()
    assert [p.where for p in problems] == [table.where("value", table.values("name").index(name))]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("en_GB", "en_GB"),
        ("EN-gb", "en_GB"),
        ("de", "de"),
        ("zh_Hans", "zh_Hans"),
        ("es-419", "es_419"),
        ("sr_latn_rs", "sr_Latn_RS"),
    ],
)
def test_a_language_of_dates_is_any_that_has_words_for_days(read, typed, meant):
    settings, problems = read(Language_of_dates=typed)
    assert (settings.date_language, problems) == (meant, ())


@pytest.mark.parametrize("typed", ["xx", "de_XX", "German", "english", "0", "-", "root", "en_US.UTF-8"])
def test_a_language_that_nobody_speaks_is_a_problem_at_its_cell(read, typed):
    settings, problems = read(Language_of_dates=typed)
    assert settings.date_language == "en_US"
    (problem,) = problems
    assert problem.where.startswith("Settings!B")
    assert typed in problem.message
