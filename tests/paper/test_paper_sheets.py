"""The sheets to have in hand: what they say, and the PDF."""

import shutil
import subprocess
import sys
from datetime import date, time
from pathlib import Path

import pytest

from pipeline.model import Action, CallResult, Contact, Event, EventKind, Held, InterviewType, Settings, Step
from pipeline.model.errors import UserError
from pipeline.paper.calls import call_sheet
from pipeline.paper.interviews import interview_sheet
from pipeline.paper.picking import sheet_for_person, sheets_for_day
from pipeline.paper.printing import make_sheets, missing_line
from pipeline.paper.sheet import Look, sheet_text

TODAY = date(2026, 11, 23)
ME = Settings(
    name="Sam Rivera",
    position="a senior at Example State College",
    purpose="to learn how people come into hospital administration",
)
ADA = Contact(
    5,
    "c1",
    first_name="Ada",
    last_name="Okafor",
    salutation="Dr. Okafor",
    organization="Example Clinic",
    position="Director",
    phone="555-0101",
    why_this_person="because of your work on patient intake",
    referred_by="Ingrid Lindqvist",
)
STORY = [
    Event(date(2026, 11, 16), "c1", "Ada Okafor", EventKind.APPROACH, "Email", "call on 2026-11-23"),
    Event(date(2026, 11, 19), "c1", "Ada Okafor", EventKind.CALL, "Phone", "Left message"),
    Event(date(2026, 11, 20), "other", "Bo Ek", EventKind.CALL, "Phone", "Declined"),
]
MINE = [("Work", "What does a typical week look like?"), ("Path", "How did you come into this field?")]
MEETING = ADA._replace(
    interview_on=date(2026, 11, 30),
    interview_time=time(14, 30),
    where="1 Long Street",
    interview_type=InterviewType.IN_PERSON,
)


def test_a_call_sheet_has_the_number_the_promise_and_the_purpose_in_one_sentence():
    text = sheet_text(call_sheet(ADA, STORY, ME, MINE, TODAY))
    assert "Number: 555-0101" in text
    assert "My letter of November 16 said that I would call on Monday, November 23." in text
    assert "I am calling to learn how people come into hospital administration." in text
    assert "November 19: Left message" in text
    assert "Declined" not in text.partition("How it went")[0]
    assert "Ingrid Lindqvist suggested" in text


def test_put_off_comes_purpose_then_no_job_then_by_telephone_then_referrals():
    section = next(
        s for s in call_sheet(ADA, STORY, ME, MINE, TODAY).sections if s.heading == "If they put you off"
    )
    said = " ".join(section.lines)
    order = [
        said.index(words)
        for words in (
            ME.purpose,
            "not looking for a job with you",
            "information and advice",
            "by telephone",
            "Whom else",
        )
    ]
    assert order == sorted(order)


def test_the_questions_marked_mine_stand_on_both_sheets():
    for sheet in (call_sheet(ADA, [], ME, MINE, TODAY), interview_sheet(MEETING, [], ME, MINE, TODAY)):
        asked = next(s for s in sheet.sections if s.look is Look.ASK)
        assert asked.lines == ("What does a typical week look like?", "How did you come into this field?")
    assert "put Yes under Mine" in sheet_text(call_sheet(ADA, [], ME, [], TODAY))


def test_an_interview_in_person_takes_the_resume_and_shows_it_near_the_end():
    text = sheet_text(interview_sheet(MEETING, STORY, ME, MINE, TODAY))
    assert "When: Monday, November 30, 2026, 2:30 pm" in text
    assert "Where: 1 Long Street" in text
    assert "copies of your resume" in text.partition("Near the end")[0]
    assert "look at my resume" in text.partition("Near the end")[2]
    for words in (
        "competence, intelligence, honesty and likeability",
        "two more people",
        "nothing more",
        "24 hours",
    ):
        assert words in text


@pytest.mark.parametrize(
    "changes",
    [
        {"interview_type": InterviewType.VIDEO},
        {"interview_type": None, "call_result": CallResult.ACCEPTED_PHONE},
    ],
)
def test_a_resume_is_not_shown_where_nobody_could_see_it(changes):
    text = sheet_text(interview_sheet(MEETING._replace(**changes), STORY, ME, MINE, TODAY))
    assert "copies of your resume" not in text
    assert "look at my resume" not in text


def test_blanks_leave_room_and_never_the_word_none():
    bare = Contact(2, "c2", first_name="Ada")
    for sheet in (
        call_sheet(bare, [], Settings(), [], TODAY),
        interview_sheet(bare, [], Settings(), [], TODAY),
    ):
        assert "None " not in sheet_text(sheet).replace("None are marked", "")
        assert "____" in sheet_text(sheet)


def test_their_answer_is_thanked_for_on_the_call():
    text = sheet_text(call_sheet(ADA._replace(replied_on=date(2026, 11, 18)), STORY, ME, MINE, TODAY))
    assert "Thank you for your answer of November 18." in text


def test_a_day_has_the_interviews_first_and_one_sheet_a_person():
    bo = MEETING._replace(id="c2", first_name="Bo", last_name="Ek")
    due = [
        Action("c1", "Ada Okafor", 5, Step.CALL, None, TODAY, "R8", ""),
        Action("c1", "Ada Okafor", 5, Step.CALL, None, TODAY, "R8", ""),
        Action("c2", "Bo Ek", 6, Step.PREPARE_INTERVIEW, None, TODAY, "R7", ""),
        Action("c2", "Bo Ek", 6, Step.THANK_YOU, None, TODAY, "R5", ""),
        Action("c1", "Ada Okafor", 5, Step.CALL, None, date(2026, 12, 1), "R8", ""),
    ]
    made = sheets_for_day(due, [ADA, bo], STORY, ME, MINE, TODAY)
    assert [(s.kind, s.name) for s in made] == [("Interview sheet", "Bo Ek"), ("Call sheet", "Ada Okafor")]
    assert sheet_for_person(bo, STORY, ME, MINE, TODAY).kind == "Interview sheet"
    assert (
        sheet_for_person(bo._replace(interview_on=date(2026, 11, 20)), STORY, ME, MINE, TODAY).kind
        == "Call sheet"
    )


@pytest.mark.parametrize("quality", ["Competence", "Intelligence", "Honesty", "Likeability"])
def test_each_quality_has_a_line_for_before_and_a_tick_for_after(quality):
    shown = next(s for s in interview_sheet(MEETING, STORY, ME, MINE, TODAY).sections if s.look is Look.SHOW)
    assert quality in shown.lines
    assert "before" in shown.heading
    assert "after" in shown.heading


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        (time(10), "10:20 am", "10:15 am"),
        (time(11, 45), "12:05 pm", "12:00 pm"),
        (time(23, 50), "12:10 am", "12:05 am"),
        (None, "20 minutes", "after 15"),
    ],
)
def test_an_interview_says_when_to_end_and_when_to_say_so(begins, ends, said):
    sheet = interview_sheet(MEETING._replace(interview_time=begins), STORY, ME, MINE, TODAY)
    [line] = [value for label, value in sheet.facts if label == "Ends"]
    assert ends in line
    assert said in line
    assert (f"It is nearly {ends}" if begins else "minutes are nearly over") in sheet_text(sheet)


def test_a_job_interview_is_met_gladly_with_time_asked_and_nothing_sent():
    said = sheet_text(interview_sheet(MEETING, STORY, ME, MINE, TODAY)).partition("turns into a job")[2]
    for words in ("glad", "Ask for time", "Send nothing"):
        assert words in said


RESUME = ("Advice", "Would you look at my résumé?")


@pytest.mark.parametrize("kind", [InterviewType.PHONE, InterviewType.VIDEO])
def test_nothing_is_asked_of_a_resume_that_nobody_sees_and_no_way_leads_to_a_screen(kind):
    text = sheet_text(
        interview_sheet(MEETING._replace(interview_type=kind), STORY, ME, [*MINE, RESUME], TODAY)
    )
    assert "look at my résumé" not in text
    assert "way there" not in text
    assert "look at my résumé" not in sheet_text(call_sheet(ADA, STORY, ME, [*MINE, RESUME], TODAY))


def test_a_meeting_in_person_keeps_the_question_and_the_way():
    text = sheet_text(interview_sheet(MEETING, STORY, ME, [RESUME], TODAY))
    assert "look at my résumé" in text
    assert "The way there" in text


@pytest.mark.parametrize(
    ("changes", "said", "not_said"),
    [
        (
            {"called_on": date(2026, 11, 20), "call_result": CallResult.CALL_LATER, "call_again_on": TODAY},
            "When I called on November 20, you asked me to call again today.",
            "My letter of",
        ),
        (
            {"called_on": date(2026, 11, 20), "call_result": CallResult.CALL_LATER},
            "you asked me to call again later.",
            "None",
        ),
        ({"called_on": date(2026, 11, 20), "call_result": CallResult.NO_ANSWER}, "My letter of", "No answer"),
        (
            {"called_on": date(2026, 11, 20), "call_result": CallResult.PUT_OFF, "call_again_on": TODAY},
            "When I called on November 20, a meeting was not possible.",
            "My letter of",
        ),
        (
            {"called_on": date(2026, 11, 20), "call_result": CallResult.PUT_OFF_TALKED},
            "Thank you again for talking with me on November 20, when we could not meet.",
            "My letter of",
        ),
        (
            {"called_on": date(2026, 11, 20), "call_result": CallResult.ACCEPTED_VIDEO},
            "Which day would suit you?",
            "Could we meet",
        ),
        (
            {"interview_on": date(2026, 11, 20), "interview_held": Held.CANCELLED},
            "Our meeting of November 20 could not take place.",
            "Could we meet",
        ),
        (
            {"interview_on": date(2026, 11, 20), "interview_held": Held.NO_SHOW},
            "Could we find another day?",
            "My letter of",
        ),
        ({}, "I left you a message on November 19.", "Could we find another day?"),
    ],
)
def test_a_call_opens_with_what_happened_last(changes, said, not_said):
    opening = next(
        s
        for s in call_sheet(ADA._replace(**changes), STORY, ME, MINE, TODAY).sections
        if s.heading == "Open with"
    )
    assert said in " ".join(opening.lines)
    assert not_said not in " ".join(opening.lines)


# the PDF

NAMES = ("Zoë Ångström Łukasz Nguyễn", "Ольга Ковалёва", "Γιώργος Παπαδόπουλος")
MORE_NAMES = ("山田太郎", "王小明", "김민준", "محمد علي", "שלמה כהן", "नरेन्द्र शर्मा", "สมชาย")


def words_of(pdf):
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not here")
    return subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, text=True
    ).stdout


def pages_of(pdf):
    return words_of(pdf).count("\f")


def sheets_for(names):
    return [
        call_sheet(ADA._replace(first_name=n, last_name="", salutation=""), STORY, ME, MINE, TODAY)
        for n in names
    ]


def test_names_come_out_without_any_font_of_the_system(tmp_path):
    assert make_sheets(sheets_for(NAMES), tmp_path / "sheets.pdf", today=TODAY, system_fonts=False) == ()
    text = words_of(tmp_path / "sheets.pdf")
    for name in NAMES:
        assert name in text


@pytest.mark.parametrize("name", MORE_NAMES)
def test_names_in_every_script_come_out_where_a_font_has_it(tmp_path, name):
    missing = make_sheets(sheets_for([name]), tmp_path / "sheets.pdf", today=TODAY)
    if missing:
        pytest.skip(f"no font here for {name}")
    letters = {c for c in words_of(tmp_path / "sheets.pdf") if not c.isspace()}
    assert {c for c in name if c.isalpha()} <= letters


def test_a_character_without_a_font_is_named_and_the_sheet_made_all_the_same(tmp_path):
    missing = make_sheets(
        sheets_for(["Ada \U00010380\U00010381"]), tmp_path / "sheets.pdf", today=TODAY, system_fonts=False
    )
    assert "\U00010380" in "".join(missing)
    assert "pip install" in missing_line(missing)
    assert "Ada" in words_of(tmp_path / "sheets.pdf")


def test_what_a_person_wrote_is_text_and_never_markup(tmp_path):
    tricky = '#read("/etc/passwd") *bold* $x$ <label> @ref \\ "quoted" // [a] Müller & Söhne'
    sheet = call_sheet(ADA._replace(organization=tricky), [], ME, [("", tricky)], TODAY)
    make_sheets([sheet], tmp_path / "sheets.pdf", today=TODAY)
    text = " ".join(words_of(tmp_path / "sheets.pdf").split())
    assert text.count('#read("/etc/passwd") *bold* $x$ <label> @ref') == 2
    assert "Müller & Söhne" in text
    assert "root:" not in text


def test_a_call_is_one_page_and_an_interview_two(tmp_path):
    ten = [("", f"Question number {n}, as long as such questions usually are, or nearly?") for n in range(10)]
    for n in range(12):
        made = [call_sheet(ADA, STORY, ME, MINE * 4, TODAY)] * n + [
            interview_sheet(MEETING, STORY, ME, ten, TODAY)
        ]
        if n in (0, 1, 11):
            make_sheets(made, tmp_path / "sheets.pdf", today=TODAY)
            assert pages_of(tmp_path / "sheets.pdf") == n + 2


def test_thirty_questions_are_all_there(tmp_path):
    many = [("", f"Question {n:02} of thirty?") for n in range(30)]
    make_sheets(
        [call_sheet(ADA, STORY, ME, many, TODAY), interview_sheet(MEETING, STORY, ME, many, TODAY)],
        tmp_path / "sheets.pdf",
        today=TODAY,
    )
    text = words_of(tmp_path / "sheets.pdf")
    for _, question in many:
        assert text.count(question) == 2


@pytest.mark.parametrize(("country", "size"), [("US", "612 x 792"), ("DE", "595.276 x 841.89")])
def test_the_paper_is_the_countrys(tmp_path, country, size):
    if not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo is not here")
    make_sheets(sheets_for(["Ada"]), tmp_path / "sheets.pdf", country=country, today=TODAY)
    info = subprocess.run(
        ["pdfinfo", tmp_path / "sheets.pdf"], capture_output=True, check=True, text=True
    ).stdout
    assert size in info


def test_a_target_that_cant_be_written_ends_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="can't be written"):
        make_sheets(sheets_for(["Ada"]), tmp_path / "file" / "sheets.pdf", today=TODAY)


def test_without_typst_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UserError, match="pip install typst"):
        make_sheets(sheets_for(["Ada"]), tmp_path / "sheets.pdf", today=TODAY)


def test_fonts_installed_by_pip_are_found(tmp_path, monkeypatch):
    from pipeline.paper import printing

    (tmp_path / "justmytype_intl_rtl" / "fonts").mkdir(parents=True)
    (tmp_path / "justmytype_intl_rtl" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert tmp_path / "justmytype_intl_rtl" / "fonts" in map(Path, printing._packed_fonts())


def test_where_nobody_is_named_the_organization_is_called_and_asked_who_speaks():
    clinic = ADA._replace(first_name="", last_name="", salutation="")
    sheet = call_sheet(clinic, [], ME, MINE, TODAY)
    text = sheet_text(sheet)
    assert (sheet.name, sheet.subtitle) == ("Example Clinic", "Director")
    assert "Good morning. This is Sam Rivera" in text
    assert "with whom I am speaking" in text
    assert interview_sheet(MEETING._replace(first_name="", last_name=""), [], ME, MINE, TODAY).name


@pytest.mark.parametrize(("names", "questions"), [(0, 15), (1, 14), (2, 12), (3, 9), (4, 8)])
def test_the_places_to_write_stay_together_however_full_the_page_is(tmp_path, names, questions):
    long = ADA._replace(
        first_name="Konstantina " * 4 * names + "Ada", last_name="", salutation="", referred_by=""
    )
    asked = [("Work", f"What does week number {n} look like?") for n in range(questions)]
    pdf = tmp_path / "sheets.pdf"
    make_sheets([call_sheet(long, [], ME, asked, TODAY)], pdf, today=TODAY)
    for page in words_of(pdf).split("\f")[1:-1]:
        assert "What I learned, and advice" in page
