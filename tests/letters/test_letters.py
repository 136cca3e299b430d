"""Letters as written: whole, safe and correct whatever is blank."""

from __future__ import annotations

import itertools
import re
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.letters.background import Acquaintance
from pipeline.letters.checks import Situation, check
from pipeline.letters.order import Order, Written, plain_line, values, write
from pipeline.letters.spelling import spell_day, spell_time, spell_times, spell_wait
from pipeline.letters.templates import copy_templates, load_templates, shipped_folder, stray_templates
from pipeline.model import (
    CallResult,
    Channel,
    Conversation,
    Enclosure,
    Identity,
    InterviewType,
    Letter,
    LetterKind,
    Level,
    Template,
)
from pipeline.model.errors import UserError
from pipeline.rules.workdays import Workdays
from tests.letters.letter_orders import BARE, ME, RICH, SPARSE, TODAY, rich, sparse

TEMPLATES = load_templates(None)
KINDS = list(LetterKind)


def template(text: str) -> dict[LetterKind, Template]:
    return {LetterKind.APPROACH: Template(LetterKind.APPROACH, text, "letter_templates/approach.txt")}


def fill(body: str, order: Order | None = None) -> Written:
    return write(order or rich(LetterKind.APPROACH), template(f"Subject: S\n\n{body}"))


def findings(order: Order, written: Written):  # type: ignore[no-untyped-def]
    letter = Letter(
        Identity("AB2CD", order.contact.id, order.kind, "1", "<a@example.com>", order.contact.name),
        Channel.EMAIL,
        order.contact.email,
        written.subject,
        written.body,
        order.enclosures,
        order.call_on,
    )
    return check(
        letter,
        Situation(
            order.contact,
            order.settings,
            order.today,
            Workdays(),
            for_real=False,
            clash="",
            same_day="",
            enclosure=Enclosure("resume.pdf"),
            referrer=order.referrer,
            mailbox=True,
            met=tuple(c.name for c in order.met),
        ),
    )


# --- the shipped letters ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_shipped_letter_satisfies_every_check(kind: LetterKind) -> None:
    order = rich(kind)
    left = findings(order, write(order, TEMPLATES))
    expected = {"placeholder"} if kind is LetterKind.KEEP_IN_TOUCH else set()
    assert {f.check for f in left} == expected, left


@pytest.mark.parametrize("kind", KINDS)
def test_a_sparse_letter_lacks_only_what_must_be_filled_in(kind: LetterKind) -> None:
    order = sparse(kind)._replace(enclosures=("resume.pdf",) if kind is LetterKind.THANK_YOU_PHONE else ())
    assert {f.check for f in findings(order, write(order, TEMPLATES))} <= {"placeholder"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_person_keeps_for_themselves_never_goes_into_a_letter(kind: LetterKind) -> None:
    written = write(rich(kind), TEMPLATES)
    assert "SECRET" not in written.subject + written.body


@pytest.mark.parametrize(
    "name", ["what_i_learned", "advice", "notes", "opening_mentioned", "fit", "referrals_given"]
)
def test_nor_is_it_within_a_templates_reach(name: str) -> None:
    with pytest.raises(UserError, match=r"approach\.txt:3: .*has no attribute"):
        fill(f"{{{{ contact.{name} }}}}")


OPTIONAL = [
    "salutation",
    "phone",
    "organization",
    "position",
    "why_this_person",
    "where",
    "thank_them_for",
    "interview_time",
    "interview_type",
]


@pytest.mark.parametrize("kind", KINDS)
def test_letters_are_whole_whichever_cells_are_blank(kind: LetterKind) -> None:
    blank = {"interview_time": None, "interview_type": None}
    for mask in itertools.product((False, True), repeat=len(OPTIONAL)):
        gone = {name: blank.get(name, "") for name, without in zip(OPTIONAL, mask, strict=True) if without}
        order = rich(kind)._replace(
            contact=RICH._replace(**gone),
            settings=BARE if mask[0] else ME,
            conversation=None
            if mask[1]
            else Conversation(TODAY, kind, by_mail=mask[2], put_off_before=mask[3]),
            call_on=None if mask[1] else TODAY,
            enclosures=("resume.pdf",) if mask[4] else (),
            background=Acquaintance(
                means=None if mask[1] else InterviewType.PHONE,
                tried=0 if mask[2] else 2,
                messages=0 if mask[3] else 1,
                first_sent=None if mask[5] else TODAY,
                named=("Tom Reed",) if mask[4] else (),
                turned_to=("Tom Reed",) if mask[6] else (),
            ),
        )
        written = write(order, TEMPLATES)
        for text in (written.subject, written.body):
            assert not re.search(r"  | ,| \.|,,|\.\.|,\.|\(\)|\n\n\n| $|^ |\bNone\b", text, re.MULTILINE), (
                text
            )
        assert "\n" not in written.subject


@pytest.mark.parametrize(
    ("blank", "kind", "placeholder"),
    [
        ("why_this_person", LetterKind.APPROACH, "[because of"),
        ("why_this_person", LetterKind.APPROACH_REFERRAL, "[because of"),
        ("thank_them_for", LetterKind.THANK_YOU_IN_PERSON, "[for"),
        ("thank_them_for", LetterKind.THANK_YOU_PHONE, "[for"),
    ],
)
def test_a_blank_cell_leaves_a_visible_placeholder(blank: str, kind: LetterKind, placeholder: str) -> None:
    order = rich(kind)._replace(contact=RICH._replace(**{blank: ""}))
    written = write(order, TEMPLATES)
    assert placeholder in written.body
    assert "placeholder" in {f.check for f in findings(order, written) if f.level is Level.BLOCK}


@pytest.mark.parametrize(
    "kind",
    [LetterKind.APPROACH, LetterKind.APPROACH_REFERRAL, LetterKind.FOLLOW_UP, LetterKind.THANK_YOU_PUT_OFF],
)
def test_a_blank_purpose_leaves_a_placeholder(kind: LetterKind) -> None:
    assert "[to …: your purpose" in write(rich(kind)._replace(settings=BARE), TEMPLATES).body


def test_the_same_thanks_are_not_given_twice() -> None:
    order = rich(LetterKind.THANK_YOU_IN_PERSON)._replace(background=Acquaintance(thanks_used=True))
    body = write(order, TEMPLATES).body
    assert "budget week" not in body
    assert "[for" in body


def test_an_organization_without_a_person_asks_for_a_greeting() -> None:
    order = sparse(LetterKind.APPROACH)._replace(
        contact=SPARSE._replace(first_name="", last_name="", organization="Mercy")
    )
    assert write(order, TEMPLATES).body.startswith("Dear [greeting],")


def test_phrases_go_in_as_they_stand() -> None:
    body = write(rich(LetterKind.APPROACH), TEMPLATES).body
    assert (
        "a nurse at Lakeside Clinic, writing to you because of your move from nursing into administration."
        in body
    )
    assert "My purpose is to learn how nurses come into hospital administration." in body
    assert "I will telephone you on Tuesday, December 1, to ask" in body


def test_the_resume_is_mentioned_only_when_it_goes_along() -> None:
    order = rich(LetterKind.THANK_YOU_PHONE)
    assert "resume is attached" in write(order, TEMPLATES).body
    assert "resume" not in write(order._replace(enclosures=()), TEMPLATES).body


@pytest.mark.parametrize(
    ("first", "subject"),
    [
        ("Your advice", "Re: Your advice"),
        ("Re: RE: Your advice", "Re: Your advice"),
        ("", "My letter of Monday, November 9"),
    ],
)
def test_a_follow_up_answers_in_the_thread(first: str, subject: str) -> None:
    order = rich(LetterKind.FOLLOW_UP)
    past = order.background._replace(first_subject=first)
    assert write(order._replace(background=past), TEMPLATES).subject == subject


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (InterviewType.PHONE, "The number I have for you is 614-555-0123. Mine is 614-555-0100."),
        (InterviewType.VIDEO, "For the call I have noted Mercy Hospital, Room 4."),
        (InterviewType.IN_PERSON, "The place I have noted is Mercy Hospital, Room 4."),
        (None, "our talk on Thursday, December 3, at 2:30 p.m."),
    ],
)
def test_a_confirmation_says_when_and_where(kind: InterviewType | None, expected: str) -> None:
    order = rich(LetterKind.CONFIRM)
    body = write(order._replace(contact=RICH._replace(interview_type=kind)), TEMPLATES).body
    assert expected in body


def test_a_talk_agreed_to_by_telephone_is_one_by_telephone_also_where_the_type_is_blank() -> None:
    agreed = RICH._replace(interview_type=None, call_result=CallResult.ACCEPTED_PHONE)
    assert (
        "our telephone conversation"
        in write(rich(LetterKind.CONFIRM)._replace(contact=agreed), TEMPLATES).body
    )


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (time(14, 30), "2:30 p.m."),
        (time(9), "9 a.m."),
        (time(12), "noon"),
        (time(12, 5), "12:05 p.m."),
        (time(0, 15), "12:15 a.m."),
        (None, ""),
    ],
)
def test_times_are_spelled_the_american_way(at: time | None, text: str) -> None:
    assert spell_time(at) == text


@pytest.mark.parametrize(
    ("language", "day", "at"),
    [
        ("de_DE", "Dienstag, 1. Dezember", "14:30"),
        ("en_GB", "Tuesday, 1 December", "14:30"),
        ("fr", "mardi 1 décembre", "14:30"),
    ],
)
def test_another_language_spells_them_its_own_way(language: str, day: str, at: str) -> None:
    assert spell_day(date(2026, 12, 1), TODAY, language) == day
    assert spell_time(time(14, 30), language) == at
    me = ME._replace(date_language=language)
    body = write(rich(LetterKind.CONFIRM)._replace(settings=me), TEMPLATES).body
    assert spell_day(RICH.interview_on, TODAY, language) in body


def test_counts_and_waits_are_spelled_as_a_person_would() -> None:
    assert [spell_times(n) for n in (0, 1, 2, 3, 12, 13)] == [
        "",
        "once",
        "twice",
        "three times",
        "twelve times",
        "13 times",
    ]
    assert {n: spell_wait(n) for n in (1, 7, 9, 11, 14, 20, 21, 84)} == {
        1: "a few days",
        7: "about a week",
        9: "about ten days",
        11: "about ten days",
        14: "about two weeks",
        20: "about three weeks",
        21: "about three weeks",
        84: "about three months",
    }


def test_a_day_far_away_has_its_year() -> None:
    assert spell_day(date(2026, 12, 1), TODAY) == "Tuesday, December 1"
    assert spell_day(date(2027, 1, 5), TODAY) == "Tuesday, January 5"
    assert spell_day(date(2025, 12, 2), TODAY) == "Tuesday, December 2, 2025"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=40))
def test_no_cell_can_bring_in_a_line_or_an_invisible_character(text: str) -> None:
    cleaned = plain_line(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]", cleaned)
    order = rich(LetterKind.APPROACH_REFERRAL)._replace(referrer=f"Ana {text}")
    assert "\n" not in write(order, TEMPLATES).subject


def test_a_cell_is_never_read_as_a_template() -> None:
    contact = RICH._replace(why_this_person="{{ me.phone }} {% for x in y %} <b>&amp;</b>")
    body = write(rich(LetterKind.APPROACH)._replace(contact=contact), TEMPLATES).body
    assert "{{ me.phone }} {% for x in y %} <b>&amp;</b>" in body


# --- templates --------------------------------------------------------------------------------------------------------


def test_the_users_own_columns_can_be_used() -> None:
    assert (
        fill('We met at {{ contact.extra["Met at"] }}, yes, {{ extra.met_at }}.').body
        == "We met at the spring meeting, yes, the spring meeting."
    )


def test_a_line_of_tags_alone_leaves_no_line() -> None:
    assert fill("A\n{% if me.phone %}\nB\n{% else %}\nC\n{% endif %}\n{# a remark #}\nD").body == "A\nB\nD"


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("one\ntwo {{ contact.frist_name }}", 4, "frist_name"),
        ("{{ nobody }}", 3, "nobody"),
        ("one\n\n{% if %}", 5, "Expected an expression"),
        ("{{ extra.no_such_column }}", 3, "no_such_column"),
        ("{{ contact.__class__ }}", 3, "unsafe"),
        ("{{ ''.join(['a']) }}", 3, "unsafe"),
        ("{{ 'x' * 10 ** 8 }}", 3, "not for letters"),
        ("{{ '%99999999d' % 1 }}", 3, "not for letters"),
        ("{{ 'a' ~ 'b' }}", 3, "not for letters"),
        ("{% for i in range(9) %}{% endfor %}", 3, "range"),
        ("{% include 'x' %}", 3, "not for letters"),
        ("{{ '{:>99999999}'.format(1) }}", 3, "unsafe"),
        ("{% set a = 'x' * 9 %}", 3, "not for letters"),
        ("{{ 'x' | center(99999999) }}", 3, "center"),
        ("{{ 1 / 0 }}", 3, "zero"),
        ("{{ contact.name.ljust(99999999) }}", 3, "unsafe"),
        ("{{ contact() }}", 3, "callable"),
    ],
)
def test_a_fault_in_a_template_names_file_and_line(body: str, line: int, says: str) -> None:
    with pytest.raises(UserError, match=says) as raised:
        fill(body)
    assert str(raised.value).startswith(f"letter_templates/approach.txt:{line}: ")


@pytest.mark.parametrize(
    "body",
    [
        "x" * 20_001,
        "{% for a in [1,2,3,4,5,6,7,8,9] %}" * 9 + "xxxxxxxx" + "{% endfor %}" * 9,
        "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    ],
)
def test_a_letter_cannot_grow_without_end(body: str) -> None:
    with pytest.raises(UserError, match="20,000 characters"):
        fill(body)


@pytest.mark.parametrize(
    "text",
    [
        "Dear Grace,\n\nNo subject.",
        "Subject: S\nCc: tom@example.org\n\nBody",
        "Subject: S",
        "Subject: S\n\n\n",
        "",
    ],
)
def test_a_template_is_a_subject_a_blank_line_and_a_body(text: str) -> None:
    with pytest.raises(UserError, match=r"approach\.txt:[13]: "):
        write(rich(LetterKind.APPROACH), template(text))


def test_every_name_that_a_template_may_use_is_explained() -> None:
    explained = (Path(__file__).parents[2] / "letter_templates" / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(\w+)`(?=[^|]*\|.*\|)", explained)) == set(values(rich(LetterKind.CONFIRM)))


def test_every_kind_has_a_shipped_template() -> None:
    assert set(load_templates(None)) == set(LetterKind)
    assert load_templates(Path("/nowhere")) == load_templates(None)


def test_a_template_beside_the_workbook_wins_alone(tmp_path: Path) -> None:
    (tmp_path / "confirm.txt").write_bytes(
        "\ufeffSubject: Mine\r\n\r\nDear {{ greeting }},\r\n\r\nYes.\r\n".encode()
    )
    templates = load_templates(tmp_path)
    assert write(rich(LetterKind.CONFIRM), templates) == Written("Mine", "Dear Dr. Okafor,\n\nYes.")
    assert templates[LetterKind.APPROACH] == TEMPLATES[LetterKind.APPROACH]


def test_a_template_that_is_misnamed_is_said_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "aproach.txt").write_text("Subject: S\n\nBody")
    assert load_templates(tmp_path) == load_templates(None)
    [said] = stray_templates(tmp_path)
    assert said.startswith("letter_templates/aproach.txt: no letter has this name")
    assert stray_templates(None) == stray_templates(tmp_path / "nowhere") == ()


def test_a_template_that_is_unreadable_keeps_only_its_own_letter_back(tmp_path: Path) -> None:
    (tmp_path / "approach.txt").write_bytes(b"\xff\xfe\x00")
    templates = load_templates(tmp_path)
    with pytest.raises(UserError, match=r"approach\.txt: is not plain text"):
        write(rich(LetterKind.APPROACH), templates)
    assert write(rich(LetterKind.CONFIRM), templates) == write(rich(LetterKind.CONFIRM), TEMPLATES)


def test_the_shipped_folder_is_never_the_users_own() -> None:
    assert stray_templates(shipped_folder()) == ()
    assert load_templates(shipped_folder()) == load_templates(None)
    with pytest.raises(UserError, match="come with the program"):
        copy_templates(shipped_folder())


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"{{% for v{i} in signature %}}" for i in range(6)) + "{% endfor %}" * 6 + "x",
        "".join(f"{{% for v{i} in [1, 2, 3, 4, 5, 6, 7, 8] if v{i} > 9 %}}x{{% endfor %}}" for i in range(2))
        + "{% for a in signature %}" * 4
        + "{% endfor %}" * 4,
    ],
)
def test_loops_have_an_end_though_they_print_nothing(body: str) -> None:
    with pytest.raises(UserError, match=r"approach\.txt:3: its loops take more than 10,000 turns"):
        fill(body)


def test_loops_that_begin_themselves_anew_are_refused() -> None:
    with pytest.raises(UserError, match="loops within themselves"):
        fill("{% for a in signature recursive %}{{ loop(signature) }}{% endfor %}")


def test_an_ordinary_loop_is_filled_in() -> None:
    order = rich(LetterKind.APPROACH)
    order = order._replace(background=order.background._replace(named=("Ann", "Bo")))
    assert (
        fill("{% for n in named_names %}{{ loop.index }}. {{ n }}\n{% endfor %}", order).body
        == "1. Ann\n2. Bo"
    )


def test_copied_templates_keep_what_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "letter_templates"
    folder.mkdir()
    (folder / "confirm.txt").write_text("mine")
    written, kept = copy_templates(folder)
    assert kept == [folder / "confirm.txt"]
    assert {path.name for path in written} == {
        f"{kind}.txt" for kind in KINDS if kind is not LetterKind.CONFIRM
    } | {"README.md"}
    assert (folder / "confirm.txt").read_text() == "mine"
    assert copy_templates(folder)[0] == []
