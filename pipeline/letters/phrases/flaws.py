"""What keeps a cell from reading as its piece of a sentence, and how it is mended (pure)."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.letters.phrases.addressed import (
    may_speak_of_receiver,
    speaks_of_receiver,
    theirs_of_receiver,
    to_receiver,
)
from pipeline.letters.phrases.articles import article_too_many, lacks_article
from pipeline.letters.phrases.cells import MY_PHRASES, Phrase
from pipeline.letters.phrases.clauses import holds_sentence, misformed
from pipeline.letters.phrases.foreignwords import foreign
from pipeline.letters.phrases.menders import MENDERS
from pipeline.letters.phrases.openers import (
    CLAUSE,
    GREETING,
    LOWERED,
    NO_PLACE,
    NOTHING_OFFERED,
    NUMBER_ALONE,
    QUESTION_ELSEWHERE,
    QUOTED_END,
    THEIRS,
    UNFINISHED,
    first_word,
)
from pipeline.letters.phrases.praise import empty_praise, says_purpose
from pipeline.letters.phrases.slips import ASIDE_OF_THEM, LASTED, grammar_mended, without_marks
from pipeline.letters.phrases.strays import (
    InWords,
    as_a_title,
    breaks_off,
    doubt_in,
    may_hurt,
    names_passing_day,
    needs_of_mine,
    says_nothing,
    sentences_inside,
    slip_in,
    split_words,
    stray_in,
)
from pipeline.model import Level
from pipeline.model.texts import SENTENCE_END


class Flaw(NamedTuple):
    """What is wrong with a phrase: the whole sentence as it would read, and the phrase mended, where that is safe.

    `told_by_letter`: in a letter the check of its sentences says so, too.
    """

    level: Level
    what: str
    sentence: str
    mended: str | None = None
    by_opener: bool = False
    told_by_letter: bool = False

    @property
    def said(self) -> str:
        """Say what is wrong."""
        return f"{self.what}: it would read “{self.sentence}”"

    @property
    def message(self) -> str:
        """Say it in full, with what to do."""
        better = f", for example “{self.mended}”" if self.mended else ""
        return f"{self.said} Write it anew{better}."


TWICE = "says a word twice"
PERHAPS_OF_THEM = "may speak of them as of somebody else; the letter goes to them, and says “you”"
OF_THEM = "speaks of them as of somebody else: the letter goes to them, so say “you”"
SEVERAL_SENTENCES = "holds more than one sentence"


def tidy(phrase: Phrase, text: str) -> str:
    """Mend in silence what is only typing: blanks, the stop at the end, the capital of an opener."""
    text = " ".join(text.split())
    if phrase.attr == "my_question":
        return text.rstrip(" ;,:")
    if not re.search(r"(?:\.\.|…)$", text):
        text = text.rstrip(" .;,!:") if phrase.attr != "where" else text.rstrip(" ;,").removesuffix(".")
    first = re.match(r"[A-Z](?![A-Z])[\w'’]*", text)
    titled = phrase.attr == "field" and re.match(r"\S+ [A-Z]", text)  # Learning Design
    if phrase.attr != "where" and first and first[0].lower() in LOWERED and not titled:
        text = text[0].lower() + text[1:]
    return text


def sentence(phrase: Phrase, text: str) -> str:
    """Show the whole sentence as it will read."""
    return phrase.frame.format(tidy(phrase, text))


def flaw_in(phrase: Phrase, text: str) -> Flaw | None:
    """Find what keeps a phrase from reading as the piece of a sentence that it is; None where all is well, or blank."""
    text = tidy(phrase, text)
    if not text or foreign(text):
        return None
    said = split_words(text)
    found = _broken(phrase, said)
    if found:
        what, by_opener = found
        better = phrase_mended(phrase, text)
        return Flaw(Level.BLOCK, f"{phrase.cell} {what}", sentence(phrase, text), better, by_opener)
    if doubt := _doubted(phrase, said):
        return Flaw(Level.WARN, f"{phrase.cell} {doubt}", sentence(phrase, text), phrase_mended(phrase, text))
    return None


def phrase_mended(phrase: Phrase, text: str) -> str | None:
    """Give the phrase mended, where only one reading is likely; None where the user must write it."""
    text = tidy(phrase, text)
    bare = "" if _beyond_mending(text) else _receivers(phrase, _without_slips(phrase, text))
    for candidate in (bare, MENDERS[phrase.attr](bare)) if bare else ():
        if (
            candidate
            and candidate != text
            and not re.search(LASTED, candidate)
            and _broken(phrase, split_words(candidate)) is None
        ):
            return candidate
    return None


def _beyond_mending(text: str) -> bool:
    unwritten = not text or _in_capitals(text) or _unfinished(text) or "[" in text
    return unwritten or re.match(GREETING, text, re.IGNORECASE) is not None


def _without_slips(phrase: Phrase, text: str) -> str:
    """Take out what stands twice, question marks where nobody asks, and marks that no sentence has."""
    bare = re.sub(phrase.repeated, "", text, count=1, flags=re.IGNORECASE)
    bare = re.sub(r"^(\w+(?: of)?) \1 ", r"\1 ", bare, flags=re.IGNORECASE)
    if slip_in(split_words(bare)) == TWICE:
        bare = re.sub(r"\b(\w+) \1\b", r"\1", bare)
    if phrase.attr == "my_question":
        bare = bare.rstrip(" .")
    elif not re.search(QUESTION_ELSEWHERE, bare):
        bare = bare.rstrip("?! ")
    return tidy(phrase, without_marks(bare, in_place=phrase.attr == "where"))


def _receivers(phrase: Phrase, bare: str) -> str:
    """Say “you” where a phrase speaks of who gets the letter as of somebody else."""
    if phrase.attr == "they_offered" and theirs_of_receiver(bare):
        bare = bare.replace(" their ", " your ", 1)
    if not _of_them(phrase, split_words(bare)):
        return bare
    if phrase.attr == "where":
        bare = re.sub(
            THEIRS, lambda m: f"{(m[1] or '').lower()}your {m[2].lower()}", bare, flags=re.IGNORECASE
        )
    return to_receiver(re.sub(ASIDE_OF_THEM, "", bare))


def clause_after_lead(phrase: Phrase, body: str) -> str:
    """Find in a finished letter the words after the phrase's lead where a sentence of its own begins; else ""."""
    for lead in re.finditer(phrase.lead, body, re.IGNORECASE):
        rest = SENTENCE_END.split(body[lead.end() :].partition("\n")[0], maxsplit=1)[0]
        if re.match(rf"(?:{CLAUSE})\b", rest):
            return rest
    return ""


def _in_capitals(text: str) -> bool:
    """Tell a phrase typed in capitals, its first letter aside, from an abbreviation or two."""
    return text[1:].isupper() and len(text.split()) > 2


def _broken(phrase: Phrase, said: InWords) -> tuple[str, bool] | None:
    """Say what breaks the sentence, and whether it is only the words that it begins with."""
    if what := _not_written_out(phrase, said) or _not_joined(phrase, said):
        return what, False
    lacking = phrase.attr == "position" and lacks_article(said.text)
    return None if _opened(phrase, said.text) and not lacking else _not_opened(phrase, said.text)


def _not_written_out(phrase: Phrase, said: InWords) -> str:
    """Find a note, a greeting, capitals: what is no part of any sentence."""
    if _unfinished(said.text) or breaks_off(said):
        return "is not finished"
    if re.match(GREETING, said.text, re.IGNORECASE):
        return "holds a greeting"
    if stray := stray_in(said, in_place=phrase.attr == "where"):
        return stray
    if _in_capitals(said.text):
        return "is written in capitals"
    return "holds a question mark" if phrase.attr != "my_question" and _asks(said.text) else ""


def _not_joined(phrase: Phrase, said: InWords) -> str:
    """Find what does not go on from the letter's own words."""
    if re.match(phrase.repeated, said.text, re.IGNORECASE):
        return "says once more what the letter says before it"
    if holds_sentence(phrase.attr, said.text):
        return "holds a sentence of its own"
    if slip := slip_in(said) or (phrase.asked == "to …" and misformed(said.text)):
        return slip
    if _of_them(phrase, said):
        return OF_THEM
    return "holds an “a” too many" if phrase.attr == "position" and article_too_many(said.low) else ""


def _opened(phrase: Phrase, text: str) -> bool:
    """Tell whether a text begins as the phrase may; the usual words spare asking the pattern."""
    usual = first_word(text.lower()) in phrase.usual
    return usual or re.match(phrase.openers, text, re.IGNORECASE) is not None


def _of_them(phrase: Phrase, said: InWords) -> bool:
    """Tell a "her" that means the receiver; Her Majesty's Theatre is a place."""
    if phrase.attr == "where" and re.match(THEIRS, said.text, re.IGNORECASE):
        return True
    named = phrase.attr == "where" and re.match(r"(?i:her|his|their) [A-Z]", said.text)
    return phrase.attr not in MY_PHRASES and not named and speaks_of_receiver(said)


def _not_opened(phrase: Phrase, text: str) -> tuple[str, bool]:
    if phrase.attr == "my_question":
        return "asks nothing", False
    if phrase.attr == "they_offered" and re.match(NOTHING_OFFERED, text, re.IGNORECASE):
        return "names no offer", False
    if phrase.attr == "field":
        return "names no field of work", False
    return f"should begin with “{phrase.asked}”", True


def _asks(text: str) -> bool:
    """Tell whether a phrase asks something, other than in a title or an address."""
    return (text.endswith("?") and not re.search(QUOTED_END, text)) or bool(re.search(r"\?\?|\s\?", text))


def _doubted(phrase: Phrase, said: InWords) -> str:
    """Say what a careful reader of a phrase would stop at; "" where nothing."""
    if phrase.attr == "where":
        return _doubted_place(said)
    if phrase.praises and empty_praise(said.text):
        return "says what anybody could be told; name one thing that is theirs"
    if phrase.attr == "why_this_person" and (of_oneself := _said_of_oneself(said)):
        return of_oneself
    if doubt := doubt_in(said):
        return doubt
    if phrase.attr not in MY_PHRASES and may_hurt(said):
        return "may hurt who reads it; say what you value"
    if phrase.attr != "field" and as_a_title(said):
        return "has capitals as a title has them"
    if says_nothing(said, phrase.attr):
        return "names nothing where “stuff” or “something” stands; say what it is"
    offered_theirs = phrase.attr == "they_offered" and theirs_of_receiver(said.text)
    if offered_theirs or (phrase.attr not in MY_PHRASES and may_speak_of_receiver(said)):
        return PERHAPS_OF_THEM
    if phrase.attr == "they_offered" and names_passing_day(said):
        return "names a day that is over when the letter goes; say what they offered without it"
    return _badly_put(phrase, said)


def _badly_put(phrase: Phrase, said: InWords) -> str:
    if grammar_mended(said.text) != said.text:
        return "is not put as one says it"
    return SEVERAL_SENTENCES if phrase.attr != "my_question" and sentences_inside(said) else ""


def _doubted_place(said: InWords) -> str:
    if re.fullmatch(NUMBER_ALONE, said.text, re.IGNORECASE):
        return "is a number, and no place"
    return "is a note to yourself, and no place" if re.fullmatch(NO_PLACE, said.text, re.IGNORECASE) else ""


def _said_of_oneself(said: InWords) -> str:
    if needs_of_mine(said):
        return "says what you need, and nothing of them; name one thing that is theirs"
    if says_purpose(said.low):
        return "says what you want, as your purpose does, and not why you ask them"
    return ""


def _unfinished(text: str) -> bool:
    return bool(re.search(UNFINISHED, text, re.IGNORECASE))
