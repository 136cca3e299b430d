"""Phrases: each cell that goes into a letter as a piece of a sentence reads there, or is shown with what it would read like."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline.letters.checks.phrase import flaw_of_phrase
from pipeline.letters.order import values
from pipeline.letters.phrases import (
    FIELD,
    MY_PHRASES,
    PHRASES,
    Phrase,
    flaw_in,
    phrase_mended,
    sentence,
    tidy,
)
from pipeline.letters.templates import load_templates
from pipeline.letters.wordings import worded
from pipeline.model import InterviewType, LetterKind, Level
from pipeline.sheets.wordcells import word_faults
from tests.letters.letter_orders import rich
from tests.letters.phrase_sentences import BAD, EMPTY, FOREIGN, GOOD, phrases
from tests.letters.test_checks import GRACE, ME, found, letter, levels, saying, situation


def test_the_tables_are_large() -> None:
    assert len(phrases(GOOD)) >= 120
    assert len(phrases(BAD)) >= 120


@pytest.mark.parametrize(("attr", "text"), phrases(GOOD))
def test_what_reads_well_passes(attr: str, text: str) -> None:
    assert flaw_in(PHRASES[attr], text) is None


@pytest.mark.parametrize(("attr", "text", "better"), phrases(BAD))
def test_what_does_not_read_blocks_and_is_mended_where_one_reading_is_likely(
    attr: str, text: str, better: str
) -> None:
    flaw = flaw_in(PHRASES[attr], text)
    assert flaw is not None
    assert flaw.level is Level.BLOCK
    assert (flaw.mended or "") == better == (phrase_mended(PHRASES[attr], text) or "")
    assert flaw.sentence == sentence(PHRASES[attr], text)
    assert flaw.sentence in flaw.message
    assert not better or (again := flaw_in(PHRASES[attr], better)) is None or again.level is Level.WARN


@pytest.mark.parametrize(("attr", "text"), phrases(EMPTY))
def test_praise_that_anybody_could_get_is_a_warning(attr: str, text: str) -> None:
    flaw = flaw_in(PHRASES[attr], text)
    assert flaw is not None
    assert flaw.level is Level.WARN


@pytest.mark.parametrize(("attr", "text"), phrases(FOREIGN))
def test_a_phrase_in_another_language_is_left_alone(attr: str, text: str) -> None:
    assert flaw_in(PHRASES[attr], text) is None


@pytest.mark.parametrize(
    ("attr", "typed", "tidied"),
    [
        ("purpose", "To learn how archives work.", "to learn how archives work"),
        ("why_this_person", " Because of  your article! ", "because of your article"),
        ("thank_them_for", "For the tour;", "for the tour"),
        ("position", "A nurse at Lakeside.", "a nurse at Lakeside"),
        ("position", "MBA student at Kent", "MBA student at Kent"),
        ("why_this_person", "I read your book", "I read your book"),
        ("purpose", "to ...", "to ..."),
        ("where", "The lobby", "The lobby"),
    ],
)
def test_typing_is_mended_in_silence(attr: str, typed: str, tidied: str) -> None:
    assert tidy(PHRASES[attr], typed) == tidied


def test_the_letter_has_the_tidied_phrase() -> None:
    order = rich(LetterKind.APPROACH)
    typed = order.contact._replace(why_this_person="Because of your article!")
    assert values(order._replace(contact=typed))["why"] == "because of your article"


# --- in the draft -----------------------------------------------------------------------------------------------------


def draft(why: str, lead: str = "I am writing to you", **me: Any) -> list[Level]:
    contact = GRACE._replace(why_this_person=why)
    text = tidy(PHRASES["why_this_person"], why)
    return levels(
        "phrase",
        letter(saying(f"{lead} {text}.")),
        situation(contact, settings=ME._replace(**me)),
    )


def test_a_phrase_that_does_not_read_blocks_the_letter_and_is_mended() -> None:
    contact = GRACE._replace(why_this_person="I read your article.")
    text = letter(saying("I am writing to you I read your article."))
    [finding] = found("phrase", text, situation(contact))
    assert finding.level is Level.BLOCK
    assert "“I am writing to you I read your article.”" in finding.message
    assert "“because I read your article”" in finding.message


def test_the_same_words_typed_into_the_draft_block_too() -> None:
    contact = GRACE._replace(why_this_person="because of your article")
    for line in (
        "I am writing to you I read your article.",
        "My purpose is I want to learn more.",
        "Thank you in particular you told me about pay.",
    ):
        assert levels("phrase", letter(saying(line)), situation(contact)) == [Level.BLOCK]


def test_a_phrase_that_the_draft_no_longer_has_is_no_finding() -> None:
    contact = GRACE._replace(why_this_person="I read your article.")
    text = letter(saying("I am writing to you because I read your article on dikes."))
    assert levels("phrase", text, situation(contact)) == []


def test_after_words_of_ones_own_another_opener_is_only_a_warning() -> None:
    assert draft("your article on dikes") == [Level.BLOCK]
    assert draft("your article on dikes", "What caught my eye is") == [Level.WARN]


def test_empty_praise_is_a_warning_in_the_draft() -> None:
    assert draft("because of your success") == [Level.WARN]
    assert draft("because of your success with the Quincy terminal") == []


def test_the_position_of_settings_is_judged() -> None:
    text = letter(saying("I am nurse at Lakeside."))
    assert levels("phrase", text, situation(settings=ME._replace(position="nurse at Lakeside"))) == [
        Level.BLOCK
    ]


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=lambda phrase: phrase.attr)
def test_what_is_said_of_a_phrase_is_true_of_it(phrase: Phrase) -> None:
    assert len(phrase.note) <= 255
    assert [flaw_in(phrase, text) for text in phrase.examples] == [None] * len(phrase.examples)
    assert all(flaw_in(phrase, text) for text in phrase.never)


@pytest.mark.parametrize(("attr", "text", "better"), phrases(BAD))
def test_a_mended_form_can_be_taken_into_the_letter(attr: str, text: str, better: str) -> None:
    phrase = PHRASES[attr]
    if not (wanted := phrase_mended(phrase, text)):
        return
    contact, me = GRACE, ME
    if attr in MY_PHRASES:
        me = ME._replace(**{attr: text})
    else:
        contact = GRACE._replace(**{attr: text})
    here = situation(contact, settings=me)
    [finding] = found("phrase", letter(saying(sentence(phrase, text))), here)
    assert finding.level is Level.BLOCK
    assert finding.mend
    assert phrase.frame.format(wanted) in finding.mend.body
    assert Level.BLOCK not in levels("phrase", letter(finding.mend.body), here)


@pytest.mark.parametrize("typed", ["I want to get a job as a planner", "get a job as a planner"])
def test_no_words_are_offered_that_ask_for_a_job(typed: str) -> None:
    flaw = flaw_of_phrase(PHRASES["purpose"], typed)
    assert flaw is not None
    assert flaw.mended is None
    assert "R2" in flaw.message
    learns = flaw_of_phrase(PHRASES["purpose"], "I want to learn how planners work")
    assert learns is not None
    assert learns.mended == "to learn how planners work"


def test_a_purpose_that_may_be_read_as_asking_for_a_job_is_minded_where_it_is_typed_and_once_in_a_letter() -> (
    None
):
    typed = "to find out what jobs there are in water management and how to get an internship"
    flaw = flaw_of_phrase(PHRASES["purpose"], typed)
    assert flaw is not None
    assert flaw.level is Level.WARN
    assert "R2" in flaw.message
    text, here = letter(saying(f"My purpose is {typed}.")), situation(settings=ME._replace(purpose=typed))
    assert levels("phrase", text, here) == []
    assert levels("asks-for-job", text, here) == [Level.WARN]


def test_a_flaw_in_a_letter_shows_the_letters_own_sentence() -> None:
    contact = GRACE._replace(why_this_person="your success")
    body = "Dear Dr. Okafor,\n\nA word first. I turn to you today your success, and to nobody else! Then more.\n\nSam"
    said = [f.message for f in found("phrase", letter(body=body), situation(contact=contact))]
    assert any("“I turn to you today your success, and to nobody else!”" in message for message in said), said


@pytest.mark.parametrize(
    ("thanks", "offered", "mended"),
    [
        ("for the tour last week", "tour", "a tour"),
        ("for your introduction to Tom", "introduction to Tom", "an introduction to Tom"),
        ("for the tour and the words about the tour", "tour", "a tour"),
    ],
)
def test_a_flaw_is_found_behind_its_lead_though_the_letter_says_the_words_earlier(
    thanks: str, offered: str, mended: str
) -> None:
    contact = GRACE._replace(thank_them_for=thanks, they_offered=offered)
    body = f"Dear Dr. Okafor,\n\nThank you in particular {thanks}. You also offered {offered}, which would help me.\n\nSam"
    [finding] = found("phrase", letter(body, LetterKind.THANK_YOU_PHONE), situation(contact=contact))
    assert finding.level is Level.BLOCK
    assert finding.mend
    assert f"You also offered {mended}, which" in finding.mend.body
    assert f"Thank you in particular {thanks}." in finding.mend.body


def test_words_that_another_cell_has_too_stay_quiet_where_both_read() -> None:
    contact = GRACE._replace(thank_them_for="for the names", they_offered="the names of two nurses")
    body = "Dear Dr. Okafor,\n\nThank you in particular for the names. You also offered the names of two nurses.\n\nSam"
    assert found("phrase", letter(body, LetterKind.THANK_YOU_PHONE), situation(contact=contact)) == []


FIELDS = [
    "hospital administration", "R&D", "IT", "NURSING", "data/AI", "law (environmental)", "UX / UI design", "C++ programming",
    "K-12 education", "I/O psychology", "the restoration of furniture", "how hospitals are run", "becoming a nurse",
    "working with children", "not-for-profit management", "in-house law", "in vitro research", "open source software",
    "no-code tools", "for-profit housing", "data science, above all in health", "my own field, physics", "nursing.",
]  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_work_reads_after_about(field: str) -> None:
    assert flaw_of_phrase(FIELD, field) is None
    mine = ME._replace(field=field)
    subject = f"Your advice about {tidy(FIELD, field)}"
    assert found("phrase", letter(subject=subject), situation(settings=mine)) == []


@pytest.mark.parametrize("field", ["Learning Design", "learning design", "Human Resources"])
def test_a_field_keeps_the_capitals_of_its_name(field: str) -> None:
    assert tidy(FIELD, field) == field


@pytest.mark.parametrize(
    ("field", "better"),
    [
        ("to explore nursing", "nursing"),
        ("about nursing", "nursing"),
        ("nursing?", "nursing"),
        ("in nursing", "nursing"),
        ("I want to learn about nursing", "nursing"),
        ("interested in social work", "social work"),
        ("work in museums", "museums"),
        ("field: nursing", "nursing"),
        ("undecided", None),
        ("Undecided - maybe nursing", None),
        ("not sure yet", None),
        ("anything in health", None),
        ("n/a", None),
        ("nursing...", None),
        ("I am a nurse", None),
    ],
)
def test_what_is_no_field_of_work_is_told_where_a_subject_or_a_sentence_has_it(
    field: str, better: str | None
) -> None:
    flaw = flaw_of_phrase(FIELD, field)
    assert flaw is not None
    assert flaw.mended == better
    mine = ME._replace(field=field)
    told = f"Your advice about {tidy(FIELD, field)}"
    assert found("phrase", letter(subject=told), situation(settings=mine))[0].level is Level.BLOCK
    in_body = letter(saying(f"I am glad to hear of others in {tidy(FIELD, field)}."))
    assert found("phrase", in_body, situation(settings=mine))[0].level is Level.BLOCK
    assert found("phrase", letter(), situation(settings=mine)) == []


@pytest.mark.parametrize(
    "where", ["Zoom", "phone", "By phone", "Video call", "online", "the phone", "Google Meet"]
)
def test_a_call_is_no_place_to_meet_in_person(where: str) -> None:
    for met, levels_told in ((InterviewType.IN_PERSON, [Level.WARN]), (InterviewType.VIDEO, [])):
        here = situation(contact=GRACE._replace(where=where, interview_type=met))
        told = saying(f"The place I have noted is {where}.")
        assert levels("phrase", letter(told, LetterKind.CONFIRM), here) == levels_told
        faults = [f.message for f in word_faults({0: here.contact}) if f.attr == "where"]
        assert len(faults) == len(levels_told)


@pytest.mark.parametrize(
    "where", ["the Zoom Room at the library", "the phone museum", "Online Archive, Main Street 2"]
)
def test_a_place_with_a_calls_word_in_its_name_is_one(where: str) -> None:
    here = situation(contact=GRACE._replace(where=where, interview_type=InterviewType.IN_PERSON))
    told = saying(f"The place I have noted is {where}.")
    assert levels("phrase", letter(told, LetterKind.CONFIRM), here) == []


def test_no_wording_of_ours_has_a_preposition_before_a_place_which_may_have_its_own() -> None:
    """In the cafeteria, downtown."""
    text = load_templates(None)[LetterKind.CONFIRM].text
    assert not re.search(r"\b(?:to|at|in|from|outside) {{ contact\.where }}", text)


@pytest.mark.parametrize(
    "where", ["same as last time", "Same place", "zoom link to follow", "address to come", "will send"]
)
def test_a_note_in_place_of_a_place_is_told(where: str) -> None:
    flaw = flaw_in(PHRASES["where"], where)
    assert flaw is not None
    assert "no place" in flaw.what


@pytest.mark.parametrize(
    ("attr", "text", "better"),
    [
        ("thank_them_for", "for you help with DRGs", "for your help with DRGs"),
        ("thank_them_for", "for your advise on DRGs", "for your advice on DRGs"),
        ("thank_them_for", "for the advices about DRGs", "for the advice about DRGs"),
        ("why_this_person", "because i loved your essay on barges", "because I loved your essay on barges"),
        ("why_this_person", "because I saw you're talk on barges", "because I saw your talk on barges"),
        ("why_this_person", "because of you're work on the cottages", "because of your work on the cottages"),
    ],
)
def test_a_slip_of_the_pen_is_told_and_offered_mended(attr: str, text: str, better: str) -> None:
    flaw = flaw_in(PHRASES[attr], text)
    assert flaw is not None
    assert (flaw.level, flaw.mended) == (Level.WARN, better)


@pytest.mark.parametrize(
    ("attr", "text"),
    [
        ("why_this_person", "because you're working on barges"),
        ("why_this_person", "because I saw you talk in Dayton"),
        ("why_this_person", "because I heard you're research director at the museum"),
        ("why_this_person", "because you run a clinic and you work nights"),
        ("why_this_person", "because of what Ms. Lee told me about your ward"),
        ("why_this_person", "because of what my sister told me about your clinic"),
        ("why_this_person", "because of the way Dr. Klein spoke of your lab"),
        ("why_this_person", "because of everything my professor told me about your lab"),
        ("why_this_person", "because of the care your nurses gave my mother"),
        ("thank_them_for", "for telling me how nurses advise families"),
        ("thank_them_for", "for showing me what it takes of you to help a ward"),
        ("my_question", "What does it take for you to help a ward?"),
    ],
)
def test_what_only_looks_like_a_slip_or_a_sentence_is_let_be(attr: str, text: str) -> None:
    assert flaw_in(PHRASES[attr], text) is None


@pytest.mark.parametrize(
    "text", ["because of my professor told me about your lab", "because of the article is great"]
)
def test_a_sentence_behind_because_of_still_blocks(text: str) -> None:
    flaw = flaw_in(PHRASES["why_this_person"], text)
    assert flaw is not None
    assert flaw.level is Level.BLOCK


SLOTS = {
    "why": ("why_this_person", "your work on the cottages", "because of your work on the cottages"),
    "thanks": ("thank_them_for", "your candid view of nights", "for your candid view of nights"),
    "contact.thank_them_for": (
        "thank_them_for",
        "your candid view of nights",
        "for your candid view of nights",
    ),
    "i_am": ("position", "nurse at a clinic", "a nurse at a clinic"),
    "offered": ("they_offered", "introduction to Tom", "to introduce me to Tom"),
}
"""A name in the templates, the cell that fills it, words that break the sentence, and words that don't. A purpose is a noun
of its own in most wordings ("I have one purpose: learning …"), and so is what `values` makes of it."""


def wordings_with(slot: str) -> list[str]:
    """List the shipped sentences that a cell's words stand in, each with whatever of it is not always there."""
    lines = {
        line
        for template in load_templates(None).values()
        for said in worded(template.text)
        for line in said.wordings
    }
    return sorted(re.sub(r"{%.*?%}", "", line) for line in lines if f"{{{{ {slot} }}}}" in line)


@pytest.mark.parametrize("slot", SLOTS)
def test_in_every_wording_of_ours_a_cell_that_breaks_its_sentence_blocks_the_letter(slot: str) -> None:
    attr, broken, right = SLOTS[slot]
    sentences = wordings_with(slot)
    assert len(sentences) > 4
    levels_of: dict[str, tuple[list[Level], list[Level]]] = {}
    for said in sentences:
        both = []
        for words in (broken, right):
            mine = ME._replace(position=words) if attr in MY_PHRASES else ME
            theirs = GRACE if attr in MY_PHRASES else GRACE._replace(**{attr: words})
            sentence_ = re.sub(r"{{.*?}}", "that", said.replace(f"{{{{ {slot} }}}}", words)).replace(
                "II", "I"
            )
            both.append(levels("phrase", letter(saying(sentence_)), situation(theirs, settings=mine)))
        levels_of[said] = (both[0], both[1])
    assert levels_of == dict.fromkeys(sentences, ([Level.BLOCK], []))


@pytest.mark.parametrize(
    "purpose",
    [
        "to find employment in a museum",
        "to be hired by a good hospital",
        "to get a job in museums",
        "to find a first position in publishing",
        "to find paid work",
    ],
)
def test_a_purpose_that_is_a_job_blocks_in_every_wording(purpose: str) -> None:
    mine = ME._replace(purpose=purpose)
    for said in wordings_with("purpose"):
        sentence_ = re.sub(r"{{.*?}}", "that", said.replace("{{ purpose }}", purpose))
        assert Level.BLOCK in levels("phrase", letter(saying(sentence_)), situation(settings=mine)), said
    assert flaw_of_phrase(PHRASES["purpose"], f"I want {purpose}.").mended is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "purpose",
    [
        "to learn how people find a job in museums",
        "to find out what a first job in museums is like",
        "to see how one gets a position",
        "to find the right work",
        "to get to know the work of a registrar",
    ],
)
def test_a_purpose_that_speaks_of_jobs_and_asks_for_none_passes(purpose: str) -> None:
    assert flaw_of_phrase(PHRASES["purpose"], purpose) is None


@pytest.mark.parametrize("text", ["BECAUSE OF YOUR WORK ON TRIAGE", "A TALK THAT YOU GAVE IN MAY"])
def test_a_phrase_in_capitals_blocks_and_no_word_of_it_is_broken(text: str) -> None:
    flaw = flaw_in(PHRASES["why_this_person"], text)
    assert flaw is not None
    assert flaw.level is Level.BLOCK
    assert flaw.mended is None


@pytest.mark.parametrize(("text", "better"), [("RN", "an RN"), ("MBA student", "an MBA student")])
def test_an_abbreviation_is_no_shouting(text: str, better: str) -> None:
    assert phrase_mended(PHRASES["position"], text) == better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("English teacher at Lincoln High", "an English teacher at Lincoln High"),
        ("Spanish teacher", "a Spanish teacher"),
        ("European history student at Kent", "a European history student at Kent"),
        ("PhD student", "a PhD student"),
        ("McKinley's manager", "a McKinley's manager"),
        ("one-time nurse at Mercy", "a one-time nurse at Mercy"),
        ("NICU nurse at Mercy", "a NICU nurse at Mercy"),
        ("ICU nurse at Mercy", "an ICU nurse at Mercy"),
        ("Nurse at Mercy", "a nurse at Mercy"),
        ("Office manager", "an office manager"),
        ("Union organizer at Quay Works", "a union organizer at Quay Works"),
    ],
)
def test_a_capital_that_belongs_to_its_word_stays_and_the_article_goes_by_the_sound(
    text: str, better: str
) -> None:
    assert phrase_mended(PHRASES["position"], text) == better


@pytest.mark.parametrize(
    "text", ["to put me in touch with her", "to introduce me to him next week", "to connect me with her"]
)
def test_whom_an_offer_leads_to_is_not_who_made_it(text: str) -> None:
    flaw = flaw_in(PHRASES["they_offered"], text)
    assert flaw is not None
    assert (flaw.level, flaw.mended) == (Level.WARN, None)
    assert "may speak of them as of somebody else" in flaw.message
