"""What a cell may hold and no letter may say is found in every wording of ours, and what only looks like it passes."""

from __future__ import annotations

import re
from functools import cache

import pytest

from pipeline.letters.asides import AS_TYPED, IN_A_PLACE, IN_NOTES, OWN_NEED
from pipeline.letters.checks import check
from pipeline.letters.checks.denying import DENIES, DENIES_NOTHING
from pipeline.letters.checks.phrase import flaw_of_phrase, phrase
from pipeline.letters.jobwords import JOB_IN
from pipeline.letters.order import values
from pipeline.letters.patterns import read_table
from pipeline.letters.phrases import ADVICE, MY_PHRASES, PHRASES, flaw_in, phrase_mended
from pipeline.letters.templates import load_templates
from pipeline.letters.wordings import worded
from pipeline.model import LetterKind, Level
from tests.letters.cell_kinds import KINDS
from tests.letters.letter_orders import rich
from tests.letters.phrase_sentences import phrases
from tests.letters.test_checks import GRACE, ME, letter, saying, situation

SLOTS = {
    "why_this_person": ("why",),
    "thank_them_for": ("thanks", "contact.thank_them_for"),
    "position": ("i_am",),
    "they_offered": ("offered",),
    "purpose": ("purpose",),
    "my_question": ("question",),
    "where": ("contact.where",),
}


@cache
def wordings(attr: str) -> tuple[str, ...]:
    """List our sentences that a cell's words stand in, {} for them, with whatever of each is not always there."""
    lines = {w for t in load_templates(None).values() for s in worded(t.text) for w in s.wordings}
    slots = [f"{{{{ {slot} }}}}" for slot in SLOTS[attr]]
    found = {re.sub(r"{%.*?%}", "", line) for line in lines if any(slot in line for slot in slots)}
    for slot in slots:
        found = {line.replace(slot, "⁂") for line in found}
    return tuple(sorted(re.sub(r"{{.*?}}", "that", line).replace("⁂", "{}") for line in found))


def levels_in(attr: str, text: str) -> dict[str, set[Level]]:
    """Judge a cell in each of our sentences: the levels of what the check of phrases finds."""
    if attr == "advice":
        flaw = flaw_of_phrase(ADVICE, text)
        return {ADVICE.frame: {flaw.level} if flaw else set()}
    contact = GRACE if attr in MY_PHRASES else GRACE._replace(**{attr: text})
    mine = ME._replace(**{attr: text}) if attr in MY_PHRASES else ME
    order = rich(LetterKind.APPROACH)._replace(contact=contact, settings=mine)
    name = {"position": "i_am", "purpose": "purpose", "my_question": "question"}.get(attr)
    said = values(order)
    words = said[name] if name else getattr(said["contact"], attr)
    here = situation(contact, settings=mine)
    return {
        w: {f.level for f in phrase(letter(saying(w.format(words).replace("II", "I"))), here)}
        for w in wordings(attr)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_no_letter_may_say_is_found_in_every_wording(kind: str) -> None:
    for attr, text, level in phrases(KINDS[kind][0]):
        found = levels_in(attr, text)
        missed = [
            w for w, levels in found.items() if not levels or (level == "B" and Level.BLOCK not in levels)
        ]
        assert not missed, (attr, text, missed)


@pytest.mark.parametrize("kind", KINDS)
def test_what_only_looks_like_it_passes_in_every_wording(kind: str) -> None:
    for attr, text in phrases(KINDS[kind][1]):
        assert not any(levels_in(attr, text).values()), (attr, text)


@pytest.mark.parametrize(
    ("attr", "text", "better"),
    [
        ("why_this_person", "because of her book on dikes", "because of your book on dikes"),
        ("why_this_person", "because she runs an archive", "because you run an archive"),
        ("why_this_person", "because I admire him", "because I admire you"),
        ("thank_them_for", "for telling me how she teaches", "for telling me how you teach"),
        ("thank_them_for", "for the the tour", "for the tour"),
        ("thank_them_for", "for the tour (ask Ana for the date)", "for the tour"),
        ("my_question", "What does he like about it?", "What do you like about it?"),
        ("my_question", "I wonder how nurses do it", "how nurses do it"),
        ("why_this_person", "because of **your book** on dikes", "because of your book on dikes"),
        ("position", "a engineer at Siemens", "an engineer at Siemens"),
        ("position", "a 44 years old nurse", "a 44-year-old nurse"),
        ("where", "her office (ask for the key)", "your office (ask for the key)"),
        ("why_this_person", "because of your work<br>on dikes", "because of your work on dikes"),
        ("my_question", "to ask how nurses do it.", "how nurses do it"),
        ("why_this_person", "met at Jill's party", "because we met at Jill's party"),
        ("why_this_person", "met thru Al", "because we met through Al"),
        ("why_this_person", "saw on LinkedIn", "because I saw you on LinkedIn"),
        ("why_this_person", "saw on LinkedIn that you moved", "because I saw on LinkedIn that you moved"),
        ("why_this_person", "read in the Dispatch", None),
        ("why_this_person", "met w/ her 30 min", None),
        ("why_this_person", "bc of your talk on barges", "because of your talk on barges"),
        ("why_this_person", "because of blah blah", None),
        ("why_this_person", "to learn from you", None),
        ("why_this_person", "to find out how you left law", "in the hope of finding out how you left law"),
        ("thank_them_for", "met at Jill's party", "for meeting me at Jill's party"),
        ("thank_them_for", "met w/ her at the plant", "for meeting with me at the plant"),
        ("thank_them_for", "met w/ her 30 min", None),
        ("thank_them_for", "met me at the plant", "for meeting me at the plant"),
        ("thank_them_for", "talked abt unions", "for talking with me about unions"),
        ("thank_them_for", "talked abt unions 20 min", None),
        ("thank_them_for", "talked to Jim for me", "for talking to Jim for me"),
        ("thank_them_for", "for the tour (Jim was late lol)", "for the tour"),
        ("they_offered", "to call me back about it (doubt it)", "to call me back about it"),
        ("thank_them_for", "for the tour (he was late)", "for the tour"),
        ("thank_them_for", "for your 30 min on the phone", "for your 30 minutes on the phone"),
        ("thank_them_for", "for the 20 min call", "for the 20-minute call"),
        ("thank_them_for", "for 20 min. of your time", "for 20 minutes of your time"),
        ("thank_them_for", "for the 2 hr tour of the ward", "for the 2-hour tour of the ward"),
        ("thank_them_for", "for the 45 mins you gave me", "for the 45 minutes you gave me"),
        ("thank_them_for", "for the 20 min informative call", "for the 20-minute informative call"),
        ("thank_them_for", "for have helped me with grants", "for having helped me with grants"),
        ("thank_them_for", "Being Mortal", None),
        ("thank_them_for", "Introducing Bob Lee", "for introducing Bob Lee"),
        ("they_offered", "hour of your time", "an hour of your time"),
        ("they_offered", "to maybe send names", "to send names"),
        ("they_offered", "to connect me w Bob", "to connect me with Bob"),
        ("purpose", "reading lists", None),
        ("my_question", "whats the hardest part", "what's the hardest part"),
        ("position", "asst mgr at Ford", "an assistant manager at Ford"),
        ("position", "a recently graduated from Kent", "recently graduated from Kent"),
        ("thank_them_for", "for explaining me the budget", "for explaining to me the budget"),
        ("thank_them_for", "for the informations on grants", "for the information on grants"),
        ("purpose", "to explore about nursing", "to explore nursing"),
        ("position", "a 30 y/o nurse", "a 30-year-old nurse"),
        ("they_offered", "maybe", None),
        ("why_this_person", "because of your work with", None),
    ],
)
def test_a_mended_form_is_offered_where_one_reading_is_likely(
    attr: str, text: str, better: str | None
) -> None:
    flaw = flaw_in(PHRASES[attr], text)
    assert flaw is not None
    assert flaw.mended == phrase_mended(PHRASES[attr], text) == better


def test_who_the_letter_says_has_referred_us_may_be_meant() -> None:
    contact = GRACE._replace(why_this_person="because she spoke so warmly of the clinic")
    text = letter(saying("I am writing to you because she spoke so warmly of the clinic."))
    assert [f.level for f in phrase(text, situation(contact))] == [Level.BLOCK]
    assert [f.level for f in phrase(text, situation(contact, referrer="Ana Ruiz"))] == [Level.WARN]


def test_a_second_sentence_in_a_cell_blocks_where_words_follow_it_and_is_seen_elsewhere() -> None:
    two = "because of your book on dikes. It changed my mind"
    contact = GRACE._replace(why_this_person=two)
    for said, level in (("I am writing to you {}.", Level.WARN), ("It is {} that I write.", Level.BLOCK)):
        assert [f.level for f in phrase(letter(saying(said.format(two))), situation(contact))] == [level]


@pytest.mark.parametrize(
    "position", ["studying chemistry at Leeds", "unemployed", "in my third year", "a nurse", "head of a ward"]
)
def test_who_the_user_is_reads_in_every_wording_and_is_seen_where_a_template_of_ones_own_breaks_it(
    position: str,
) -> None:
    mine = situation(settings=ME._replace(position=position))
    assert not any(levels_in("position", position).values())
    own = list(phrase(letter(saying(f"As {position}, I turn to you because of your book on dikes.")), mine))
    assert [f.level for f in own] == ([] if position in ("a nurse", "head of a ward") else [Level.WARN])


@pytest.mark.parametrize("left", ["TBD", "xxx", "???", "TODO"])
def test_what_is_left_to_fill_in_blocks_in_an_edited_letter_too(left: str) -> None:
    found = check(letter(saying(f"I read your article on {left} with care.")), situation())
    assert ("placeholder", Level.BLOCK) in [(f.check, f.level) for f in found]


@pytest.mark.parametrize(
    ("attr", "text"),
    [
        ("my_question", "What's your favorite part of the job?"),
        ("my_question", "How'd you get started?"),
        ("my_question", "Teaching or research?"),
        ("why_this_person", "precisely because you left medicine for farming"),
        ("why_this_person", "not because of your title but because of your article on debt"),
        ("why_this_person", "because my landlord says he never met a fairer builder"),
        ("position", "no longer a lawyer"),
        ("position", "co-owner of a bakery in Akron"),
        ("where", "Her Majesty's Theatre, stage door"),
        ("where", "I Love Sushi, 40 Pine Street"),
        ("where", "Let's Eat, Fifth Avenue"),
    ],
)
def test_what_people_say_so_is_let_be(attr: str, text: str) -> None:
    assert flaw_in(PHRASES[attr], text) is None


@pytest.mark.parametrize(
    ("attr", "text"),
    [
        ("my_question", "how does a dentist find her first patients?"),
        ("thank_them_for", "for the story about the plumber and his van"),
    ],
)
def test_a_trade_before_her_may_be_whom_she_is_and_is_never_mended_into_the_reader(
    attr: str, text: str
) -> None:
    flaw = flaw_in(PHRASES[attr], text)
    assert flaw is not None
    assert (flaw.level, flaw.mended) == (Level.WARN, None)


@pytest.mark.parametrize(
    "text",
    [
        "because she's the best in Ohio",
        "because he doesn't give up",
        "because she runs a lab and teaches",
        "because she often speaks and always listens",
    ],
)
def test_where_more_than_a_word_would_have_to_change_no_mend_is_offered(text: str) -> None:
    flaw = flaw_in(PHRASES["why_this_person"], text)
    assert flaw is not None
    assert (flaw.level, flaw.mended) == (Level.BLOCK, None)


@pytest.mark.parametrize("text", ["declined", "too busy now", "wants me to call in January", "can't say yet"])
def test_what_became_of_asking_is_no_offer(text: str) -> None:
    flaw = flaw_in(PHRASES["they_offered"], text)
    assert flaw is not None
    assert flaw.level is Level.BLOCK


@pytest.mark.parametrize("table", [AS_TYPED, IN_NOTES, IN_A_PLACE, OWN_NEED, DENIES, DENIES_NOTHING])
def test_each_pattern_finds_what_it_is_for(table: str) -> None:
    for pattern, said in read_table(table):
        assert re.search(pattern, said) or re.search(pattern, said.lower()), said


@pytest.mark.parametrize("attr", JOB_IN)
def test_each_pattern_of_a_job_is_told_by_the_cell_that_it_is_for(attr: str) -> None:
    for pattern, said in read_table(JOB_IN[attr]):
        assert re.match(pattern, said.lower()), said
        asked = ADVICE if attr == "advice" else PHRASES[attr]
        flaw = flaw_of_phrase(asked, said)
        assert flaw is not None, said
        assert flaw.level is Level.BLOCK, said
