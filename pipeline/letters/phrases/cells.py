"""What each cell must read like that goes into a letter as a piece of a sentence (pure)."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.letters.phrases.openers import (
    ASKS,
    CLAUSE,
    DETERMINER,
    DOING,
    EXPLORING,
    NO_FIELD,
    NO_OFFERS,
    NOTHING_OFFERED,
    POSITION_OPENERS,
    WHY_OPENERS,
    words_among,
)

_NO_MATCH = r"(?!)"


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
    wordings: str = _NO_MATCH
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
            rf"{_ADVERBS}(?:in order )?(?:not )?to\s+(?:\w+ly )?(?!{CLAUSE}|{DETERMINER})\w",
            r"\b(?:my )?purpose (?:is|was)(?: still| simply)?\s+",
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
            rf"{_ADVERBS}(?:(?:\w+ly|both|if only|not(?: only)?) (?=because))?(?:{WHY_OPENERS})\b",
            _any(r"\bI(?: am|'m|’m) writing(?: to you)?\s+", r"\bI write to you\s+"),
            _any(r"^i(?:'m|’m| am) writing(?: to you)?,?\s+", r"^i (?:write|wrote)(?: to you)?,?\s+", r"^(?:the )?reason(?: is|:)\s+"),
            _any(
                r"\b(?:thought of|(?:learn|a little) from|turn to|questions to|speak with|(?:request is|go|letter comes|writing|(?:decided|chosen|glad) to write) to|are for|(?:chosen|decided) to ask) you(?: yourself| with my questions)?,?\s+",
                r"\b(?:(?:hear|value) your|your own) view,\s+",
                r"\b(?:what you think|you think yourself|think and see|you see things|(?:seen|know) yourself|no less|can tell me|gladly talk with),\s+",
                r"\bown account; I write it\s+",
            ),
            praises=True,
            usual=words_among(WHY_OPENERS) | {"because"},
        ),
        Phrase(
            "thank_them_for",
            "Thank them for",
            "Thank you in particular {}.",
            "for …",
            ("for telling me how a budget is really made", "for the names of two people in Duluth"),
            ("for your time",),
            "One thing, and a new one for each letter.",
            rf"{_ADVERBS}for\s+\S",
            r"\bthank you(?: very much)? (?:in particular|especially|above all|most of all|once more|again)\s+",
            r"^(?:many |my )?(?:thanks|thank you|thank-you|i(?: want to| would like to)? thank you)(?: so much| very much| again)?,?\s+",
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
            _any(rf"(?:{POSITION_OPENERS})\b", DOING, r"\w+ly\b", r"(?!graduate|student|member|alum|university|college|school)\w+ of\b", r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+, (?:an?|the)\b"),
            r"\bI am\s+(?=I\b)",
            r"^(?:i(?:'m|’m| am)|am)\s+",
            r"\b(?-i:As|Being)\s+",
            usual=words_among(POSITION_OPENERS) | {"a", "an"},
        ),
        Phrase(
            "they_offered",
            "They offered",
            "You offered {}.",
            "to …",
            ("to introduce me to the head of planning", "to send me the report on night shifts"),
            ("will introduce me",),
            "The thank-you takes it up.",
            rf"(?!(?:{NO_OFFERS})\b|{NOTHING_OFFERED})\S",
            r"\byou(?: kindly| also| even)? offered\s+",
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
            r"\S",
            r"\bI have noted is\s+",
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
            ASKS,
            _NO_MATCH,
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
    rf"(?:not |never |always |first )?to\s+(?:\w+ly )?(?!{CLAUSE}|{DETERMINER})\w",
    r"\byour advice\s+",
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
    rf"(?!(?:{NO_FIELD})(?![\w/-]))\S",
    _NO_MATCH,
    _any(
        r"^(?:your |my |some )?(?:advice |questions? |more |the )?about\s+",
        r"^(?:in|for)\s+(?!v|situ)",
        r"^(?:the )?field(?: of|:| is|:)\s+",
        rf"^{EXPLORING}\s+",
    ),
    r"\b(?:about|in|know|view of)\s+",
)
"""Of Settings: no cell's phrase has a row of its own in the Guide for it, and it stands in subjects."""
MY_PHRASES = frozenset({"purpose", "position", "field"})  # of Settings; the others are a contact's
