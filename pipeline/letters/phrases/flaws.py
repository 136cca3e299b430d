"""What a cell must read like that goes into a letter as a piece of a sentence, and how it is mended (pure)."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.letters.addressed import may_speak_of_receiver, speaks_of_receiver, to_receiver
from pipeline.letters.foreignwords import foreign
from pipeline.letters.phrases import menders as words
from pipeline.letters.strays import (
    InWords,
    as_a_title,
    breaks_off,
    doubt_in,
    needs_of_mine,
    says_nothing,
    sentences_inside,
    slip_in,
    split_words,
    stray_in,
)
from pipeline.model import Level
from pipeline.model.texts import SENTENCE_END

NEVER = r"(?!)"


class Phrase(NamedTuple):
    """A piece of a sentence. `frame` is the sentence with `{}` for it; `openers` what it may begin with; patterns in either case.

    `asked` names the usual opener for a message; `examples` read well, `never` do not, and `more` says why or what else.
    `lead`: the words of a letter after which any other opener breaks the sentence; `wordings`: how else our own letters come
    to it, which only says something where the cell's own words follow. `repeated`: words of the frame that people write once
    more. `praises`: empty praise may stand in it. `usual`: the openers that are a word each.
    """

    attr: str
    cell: str
    frame: str
    asked: str
    examples: tuple[str, ...]
    never: tuple[str, ...]
    more: str
    openers: str
    lead: str
    repeated: str
    wordings: str = NEVER
    praises: bool = False
    usual: frozenset[str] = frozenset()

    @property
    def opening(self) -> str:
        """Give the words of the sentence before the phrase."""
        return self.frame.partition(" {}")[0]

    @property
    def note(self) -> str:
        """Say what belongs in the cell, in the 255 characters that Excel shows beside it."""
        begin = f"begin with “{self.asked}”, as in" if self.asked else "for example"
        return f"Stands in letters after “{self.opening}”: {begin} “{self.examples[0]}”. {self.more}".strip()


class Flaw(NamedTuple):
    """What is wrong with a phrase: the whole sentence as it would read, and the phrase mended, where that is safe."""

    level: Level
    what: str
    sentence: str
    mended: str | None = None
    by_opener: bool = False

    @property
    def said(self) -> str:
        """Say what is wrong."""
        return f"{self.what}: it would read “{self.sentence}”"

    @property
    def message(self) -> str:
        """Say it in full, with what to do."""
        better = f", for example “{self.mended}”" if self.mended else ""
        return f"{self.said} Write it anew{better}."


def _any(*patterns: str) -> str:
    return "|".join(patterns)


_ADVERBS = r"(?:(?:in particular|especially|above all|most of all|once more|once again|again|also|simply|only|mainly|mostly|chiefly|first|partly|just|not least|and)[, ]+)*"

PHRASES: dict[str, Phrase] = {
    p.attr: p
    for p in (
        Phrase(
            "purpose",
            "Purpose",
            "My purpose is {}.",
            "to …",
            ("to learn how people come into hospital administration", "to find out what a first year in museum education is really like"),
            ("a job in a museum",),
            "You ask for information and advice.",
            _any(rf"{_ADVERBS}(?:in order )?(?:not )?to\s+(?:\w+ly )?(?!{words.CLAUSE}|{words.DETERMINER})\w"),
            _any(r"\b(?:my )?purpose (?:is|was)(?: still| simply)?\s+"),
            _any(
                r"^(?:my |the )?(?:purpose|goal|aim|hope|wish)(?: here)? (?:is|was)\s+",
                r"^is\s+(?=to\b)",
                r"^(?:i(?:'m|’m| am)? )?(?:want|would like|hope|wish|am writing|write|writing|am hoping|hoping|'d like|need|seek|am trying|trying)\s+(?=to\b)",
                r"^i['’]d (?:like|love)\s+(?=to\b)",
            ),
        ),
        Phrase(
            "why_this_person",
            "Why this person",
            "I am writing to you {}.",
            "because of …",
            ("because of the clinic that you opened on Water Street", "because of your move from teaching into publishing"),
            ("because of your success",),
            "Say what only this person has done.",
            _any(rf"{_ADVERBS}(?:(?:\w+ly|both|if only|not(?: only)?) (?=because))?(?:{words.WHY_OPENERS})\b"),
            _any(r"\bI(?: am|'m|’m) writing(?: to you)?\s+", r"\bI write to you\s+"),
            _any(r"^i(?:'m|’m| am) writing(?: to you)?,?\s+", r"^i (?:write|wrote)(?: to you)?,?\s+", r"^(?:the )?reason(?: is|:)\s+"),
            _any(
                r"\b(?:thought of|(?:learn|a little) from|turn to|questions to|speak with|(?:request is|go|letter comes|writing|(?:decided|chosen|glad) to write) to|are for|(?:chosen|decided) to ask) you(?: yourself| with my questions)?,?\s+",
                r"\b(?:(?:hear|value) your|your own) view,\s+",
                r"\b(?:what you think|you think yourself|think and see|you see things|(?:seen|know) yourself|no less|can tell me|gladly talk with),\s+",
                r"\bown account; I write it\s+",
            ),
            praises=True,
            usual=words.words_among(words.WHY_OPENERS) | {"because"},
        ),
        Phrase(
            "thank_them_for",
            "Thank them for",
            "Thank you in particular {}.",
            "for …",
            ("for telling me how a budget is really made", "for the names of two people in Duluth"),
            ("for your time",),
            "One thing, and a new one for each letter.",
            _any(rf"{_ADVERBS}for\s+\S"),
            _any(r"\bthank you(?: very much)? (?:in particular|especially|above all|most of all|once more|again)\s+"),
            _any(r"^(?:many |my )?(?:thanks|thank you|thank-you|i(?: want to| would like to)? thank you)(?: so much| very much| again)?,?\s+"),
            r"\b(?:especially grateful(?: to you)?|(?:special|warmest) thanks|all, my thanks|more, and especially|thank you warmly|(?:obliged|gratitude goes) to you)\s+",
            praises=True,
        ),
        Phrase(
            "position",
            "Position or school",
            "I am {}.",
            "a …",
            ("a senior in the geology program", "a nurse on a children's ward"),
            ("I am a nurse",),
            "Who you are now.",
            _any(rf"(?:{words.POSITION_OPENERS})\b", words.DOING, r"\w+ly\b", r"(?!graduate|student|member|alum|university|college|school)\w+ of\b", r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+, (?:an?|the)\b"),
            _any(r"\bI am\s+(?=I\b)"),
            _any(r"^(?:i(?:'m|’m| am)|am)\s+"),
            r"\b(?-i:As|Being)\s+",
            usual=words.words_among(words.POSITION_OPENERS) | {"a", "an"},
        ),
        Phrase(
            "they_offered",
            "They offered",
            "You offered {}.",
            "to …",
            ("to introduce me to the head of planning", "to send me the report on night shifts"),
            ("will introduce me",),
            "The thank-you takes it up.",
            _any(rf"(?!(?:{words.NO_OFFERS})\b|{words.NOTHING_OFFERED})\S"),
            _any(r"\byou(?: kindly| also| even)? offered\s+"),
            _any(r"^(?:you|he|she|they)(?: kindly| had| has)? offered\s+(?=to\b|an?\b)", r"^(?:you|he|she|they)(?:'ll|’ll| will| would| can| could) (?=\w)", r"^to (?:maybe|probably|prob|hopefully) (?=\w)"),
        ),
        Phrase(
            "where",
            "Where",
            "The place I have noted is {}.",
            "",
            ("your office, third floor", "12 Water Street, by the side door"),
            ("TBD",),
            "",
            _any(r"\S"),
            _any(r"\bI have noted is\s+"),
            _any(r"^(?:the )?(?:place|address|location|link) (?:is|:)\s*", r"^where:\s*"),
        ),
        Phrase(
            "my_question",
            "My question",
            "What I most want to know: {}",
            "",
            ("what would you do again in your first year?", "how did you choose between the two schools?"),
            ("night shifts",),
            "The one question that only this person can answer.",
            words.ASKS,
            NEVER,
            _any(
                r"^(?:my |the |one )?questions?(?: is| would be|:)[,:]?\s+(?=\w)",
                r"^(?:i(?:['’]d| would)? )?(?:want|like|love|wonder|wondering|am wondering|am curious|wish|need)(?: to (?:know|ask|hear|learn|understand))?(?: from you| you)?(?: about)?[,:]?\s+(?=(?:how|what|why|which|who|where|when|whether|if)\b)",
                r"^(?:to )?ask (?:him |her |them |you )?(?:about )?(?=(?:how|what|why|which|who|where|when|whether|if)\b)",
            ),
        ),
    )
}  # fmt: skip


ADVICE = Phrase(
    "advice",
    "Advice",
    "What stays with me is your advice {}.",
    "to …",
    ("to begin in the archive", "not to sign up before June"),
    ("She is nice",),
    "It goes into a thank-you only where you choose so on the letter's page.",
    _any(rf"(?:not |never |always |first )?to\s+(?:\w+ly )?(?!{words.CLAUSE}|{words.DETERMINER})\w"),
    _any(r"\byour advice\s+"),
    _any(
        r"^(?:their |your |his |her )?advice(?: is| was|:)\s*",
        r"^(?:you|he|she|they)(?: also| strongly)? (?:said|advised|told|suggested|recommended|thinks?)(?: me)?(?: that)?\s+",
    ),
)
"""No phrase of a cell: Advice holds notes, and only words that the user chose there go into a letter."""
FIELD = Phrase(
    "field",
    "Field",
    "Your advice about {}.",
    "",
    ("hospital administration", "the restoration of furniture"),
    ("about nursing", "undecided"),
    "The work you are exploring; blank, letters name none.",
    _any(rf"(?!(?:{words.NO_FIELD})(?![\w/-]))\S"),
    NEVER,
    _any(
        r"^(?:your |my |some )?(?:advice |questions? |more |the )?about\s+",
        r"^(?:in|for)\s+(?!v|situ)",
        r"^(?:the )?field(?: of|:| is|:)\s+",
        rf"^{words.EXPLORING}\s+",
    ),
    _any(r"\b(?:about|in|know|view of)\s+"),
)
"""Of Settings: no cell's phrase has a row of its own in the Guide for it, and it stands in subjects."""
TWICE = "says a word twice"
PERHAPS_OF_THEM = "may speak of them as of somebody else; the letter goes to them, and says “you”"
OF_THEM = "speaks of them as of somebody else: the letter goes to them, so say “you”"
SEVERAL = "holds more than one sentence"
MY_PHRASES = frozenset({"purpose", "position", "field"})  # of Settings; the others are a contact's


def tidy(phrase: Phrase, text: str) -> str:
    """Mend in silence what is only typing: blanks, the stop at the end, the capital of an opener."""
    text = " ".join(text.split())
    if phrase.attr == "my_question":
        return text.rstrip(" ;,:")
    if not re.search(r"(?:\.\.|…)$", text):
        text = text.rstrip(" .;,!:") if phrase.attr != "where" else text.rstrip(" ;,").removesuffix(".")
    first = re.match(r"[A-Z](?![A-Z])[\w'’]*", text)
    if phrase.attr != "where" and first and first[0].lower() in words.LOWERED:
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
    if (
        not text
        or _in_capitals(text)
        or _unfinished(text)
        or "[" in text
        or re.match(words.GREETING, text, re.IGNORECASE)
    ):
        return None
    bare = re.sub(phrase.repeated, "", text, count=1, flags=re.IGNORECASE)
    bare = re.sub(r"^(\w+(?: of)?) \1 ", r"\1 ", bare, flags=re.IGNORECASE)
    if slip_in(split_words(bare)) == TWICE:
        bare = re.sub(r"\b(\w+) \1\b", r"\1", bare)
    if phrase.attr == "my_question":
        bare = bare.rstrip(" .")
    elif not re.search(words.QUESTION_ELSEWHERE, bare):
        bare = bare.rstrip("?! ")
    bare = tidy(phrase, words.without_marks(bare, in_place=phrase.attr == "where"))
    if _of_them(phrase, split_words(bare)):
        if phrase.attr == "where":
            bare = re.sub(
                words.THEIRS,
                lambda m: f"{(m[1] or '').lower()}your {m[2].lower()}",
                bare,
                flags=re.IGNORECASE,
            )
        bare = to_receiver(re.sub(words.ASIDE_OF_THEM, "", bare))
        if not bare:
            return None
    for candidate in (bare, words.MENDERS[phrase.attr](bare)):
        if (
            candidate
            and candidate != text
            and not re.search(words.LASTED, candidate)
            and _broken(phrase, split_words(candidate)) is None
        ):
            return candidate
    return None


def clause_after_lead(phrase: Phrase, body: str) -> str:
    """Find in a finished letter the words after the phrase's lead where a sentence of its own begins; else ""."""
    for lead in re.finditer(phrase.lead, body, re.IGNORECASE):
        rest = SENTENCE_END.split(body[lead.end() :].partition("\n")[0], maxsplit=1)[0]
        if re.match(rf"(?:{words.CLAUSE})\b", rest):
            return rest
    return ""


def _in_capitals(text: str) -> bool:
    """Tell a phrase typed in capitals, its first letter aside, from an abbreviation or two."""
    return text[1:].isupper() and len(text.split()) > 2


def _broken(phrase: Phrase, said: InWords) -> tuple[str, bool] | None:
    """Say what breaks the sentence, and whether it is only the words that it begins with."""
    if what := _not_written_out(phrase, said) or _not_joined(phrase, said):
        return what, False
    lacking = phrase.attr == "position" and words.lacks_article(said.text)
    return None if _opened(phrase, said.text) and not lacking else _not_opened(phrase, said.text)


def _not_written_out(phrase: Phrase, said: InWords) -> str:
    """Find a note, a greeting, capitals: what is no part of any sentence."""
    if _unfinished(said.text) or breaks_off(said):
        return "is not finished"
    if re.match(words.GREETING, said.text, re.IGNORECASE):
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
    if words.holds_sentence(phrase.attr, said.text):
        return "holds a sentence of its own"
    if slip := slip_in(said) or (phrase.asked == "to …" and words.misformed(said.text)):
        return slip
    if _of_them(phrase, said):
        return OF_THEM
    return "holds an “a” too many" if phrase.attr == "position" and words.article_too_many(said.low) else ""


def _opened(phrase: Phrase, text: str) -> bool:
    """Tell whether a text begins as the phrase may; the usual words spare asking the pattern."""
    usual = words.first_word(text.lower()) in phrase.usual
    return usual or re.match(phrase.openers, text, re.IGNORECASE) is not None


def _of_them(phrase: Phrase, said: InWords) -> bool:
    """Tell a "her" that means the receiver; Her Majesty's Theatre is a place."""
    if phrase.attr == "where" and re.match(words.THEIRS, said.text, re.IGNORECASE):
        return True
    named = phrase.attr == "where" and re.match(r"(?i:her|his|their) [A-Z]", said.text)
    return phrase.attr not in MY_PHRASES and not named and speaks_of_receiver(said)


def _not_opened(phrase: Phrase, text: str) -> tuple[str, bool]:
    if phrase.attr == "my_question":
        return "asks nothing", False
    if phrase.attr == "they_offered" and re.match(words.NOTHING_OFFERED, text, re.IGNORECASE):
        return "names no offer", False
    if phrase.attr == "field":
        return "names no field of work", False
    return f"should begin with “{phrase.asked}”", True


def _asks(text: str) -> bool:
    """Tell whether a phrase asks something, other than in a title or an address."""
    return (text.endswith("?") and not re.search(words.QUOTED_END, text)) or bool(
        re.search(r"\?\?|\s\?", text)
    )


def _doubted(phrase: Phrase, said: InWords) -> str:
    """Say what a careful reader of a phrase would stop at; "" where nothing."""
    if phrase.attr == "where":
        alone = re.fullmatch(words.NUMBER_ALONE, said.text, re.IGNORECASE)
        note = re.fullmatch(words.NO_PLACE, said.text, re.IGNORECASE)
        return "is a number, and no place" if alone else "is a note to yourself, and no place" if note else ""
    if phrase.praises and words.empty_praise(said.text):
        return "says what anybody could be told; name one thing that is theirs"
    if phrase.attr == "why_this_person" and needs_of_mine(said):
        return "says what you need, and nothing of them; name one thing that is theirs"
    if phrase.attr == "why_this_person" and words.says_purpose(said.low):
        return "says what you want, as your purpose does, and not why you ask them"
    if doubt := doubt_in(said):
        return doubt
    if phrase.attr != "field" and as_a_title(said):
        return "has capitals as a title has them"
    if says_nothing(said, phrase.attr):
        return "names nothing where “stuff” or “something” stands; say what it is"
    if phrase.attr not in MY_PHRASES and may_speak_of_receiver(said):
        return PERHAPS_OF_THEM
    if words.grammar_mended(said.text) != said.text:
        return "is not put as one says it"
    return SEVERAL if phrase.attr != "my_question" and sentences_inside(said) else ""


def _unfinished(text: str) -> bool:
    return bool(re.search(words.UNFINISHED, text, re.IGNORECASE))
