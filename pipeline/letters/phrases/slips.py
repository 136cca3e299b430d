"""Marks and slips of the pen that can be put right whatever the cell (pure)."""

from __future__ import annotations

import re

from pipeline.letters.phrases.strays import THEIRS_OFTEN, split_words, stray_in


def without_marks(text: str, *, in_place: bool = False) -> str:
    """Take out what is no word and can go without harm: emphasis, a note in brackets; and mend the articles."""
    bare = re.sub(
        r"</?(?:b|i|em|strong|u|span)\b[^<>]*>|\*\*|__", "", re.sub(r"\s*<(?:br|p)\b[^<>]*>\s*", " ", text)
    )
    for aside in re.findall(r" \([^()]*\)", bare):
        if stray_in(split_words(aside.strip()), in_place=in_place):
            bare = bare.replace(aside, "")
    return grammar_mended(bare)


ASIDE_OF_THEM = r" \([^()]*\b(?:he|she|him|his|hers?)\b[^()]*\)"
_SPELLED = r"(?=(?:RN|LPN|LVN|NP|MBA|MSW|MPH|MPA|MD|MLS|MLIS|EMT|EMS|ER|ICU|HR|LCSW|RD|IT|AI|SLP|FBI|NGO|NYU|MIT|OT)\b)"
_CALLED_OUT = r"(?=(?:UX|UI|US|USC|UCLA|PT|CNA|CPA|PhD|DJ|VP|GP|BA|BS)\b)"
"""Abbreviations that are spelled out, by the sound of their first letter."""
_NO_VOWEL = r"(?!(?:one|once|in|is|of|or|and|at|on|as|if|it|I)\b|one-|[eE]u|[eE]we|[oO]ui)"
_A_FOR_AN = rf"\ba (?={_NO_VOWEL}[aeioAEIO][a-z]|un(?!i|anim)[a-z]|u(?:mb|gl|pp|rb|ps|lt|rg|nd))"
_AN_FOR_A = (
    r"\ban (?=[bcdfgjklmnpqrtvwyz][aeiouylrhw]|s[ceiklmnopqtuwyah][a-z]|(?:[uU]ni(?![nm])|[uU]se|[eE]uro))"
)
_AGED = r"\b(an?) (\d+)(?:[ -]years?[ -]olds?| ?y/?o)\b(?= (?!(?:and|with|who|from|in)\b)\w)"
_AGED_ALONE = r"\ban? (\d+) years? old\b"
_IN_HASTE = {
    "w/": "with", "w/o": "without", "b/c": "because", "bc": "because", "cuz": "because", "tho": "though", "thru": "through",
    "abt": "about", "ppl": "people", "pls": "please", "plz": "please", "thx": "thanks", "ur": "your", "u": "you", "w": "with",
    "gimme": "give me", "lemme": "let me", "gonna": "going to", "wanna": "want to", "gotta": "have to", "kinda": "kind of",
    "sorta": "sort of", "alot": "a lot", "msg": "message", "appt": "appointment", "mtg": "meeting", "convo": "conversation",
    "mgr": "manager", "asst": "assistant", "yr": "year", "yrs": "years", "wk": "week", "wks": "weeks", "ive": "I've", "youre": "you're",
    "youve": "you've", "theyre": "they're", "thats": "that's", "whats": "what's", "hows": "how's", "wheres": "where's", "whos": "who's",
    "theres": "there's", "dont": "don't", "didnt": "didn't", "doesnt": "doesn't", "isnt": "isn't", "wasnt": "wasn't", "arent": "aren't",
    "informations": "information", "feedbacks": "feedback", "nite": "night", "carrer": "career", "carreer": "career", "becuase": "because",
    "becasue": "because", "recieved": "received", "definately": "definitely", "experiance": "experience", "oportunity": "opportunity",
    "buisness": "business", "managment": "management", "goverment": "government", "knowlege": "knowledge", "intrested": "interested",
    "proffesional": "professional", "proffessor": "professor", "helpfull": "helpful", "greatful": "grateful", "untill": "until",
    "wich": "which", "teh": "the", "adress": "address", "recomend": "recommend", "reccomend": "recommend", "acheive": "achieve",
    "werent": "weren't", "havent": "haven't", "hasnt": "hasn't", "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't",
}  # fmt: skip
_HASTE = rf"(?<![\w/'’.-])(?:{'|'.join(sorted(map(re.escape, _IN_HASTE), key=len, reverse=True))})(?:(?<=\w)(?![\w/'’.-])|(?<=w/) ?(?!o\b))"
LASTED = r"(?<!for )(?<!about )(?<!in )(?<!\d)\b\d+ ?(?:min|mins|minutes|hrs?|hours?)\.?$"
"""How long it took, noted at the end without a word before it."""
_YOURS = rf"((?:(?!(?:to|and|a|the|my|who|in|at|of|for)\b)\w+ )?(?:{'|'.join(sorted(THEIRS_OFTEN))})\b)"
_YOUR = rf"(?i:\b(for|of|about|on) (?:you|ur?) {_YOURS}|\b(for|of|about|on|all|saw|read|heard|loved|enjoyed|liked) you['’]re {_YOURS})(?= *$|,| (?:on|about|in|at|with|for|from|last|and|to)\b)(?! (?:at|in|on|from|for) (?:home|work)\b)"
_ADVISE = r"\b(?i:(?P<whose>your|the|some|this|good|honest|clear|more|any|for) advi(?:ses?|ces)|(?P<told>explain(?:ing|ed|s)?) (?P<whom>me|us)(?= (?:the|an?|your|how|what|why|it|this)\b)|(?P<of>explor(?:e|ing|ed)|discuss(?:ing|ed)?) about)\b"
_SMALL_I = r"\b(because|when|since|that|after|as|what|while|where|how|and|before|if) i(?=['’ ](?!-)[a-z])"
"""Slips of the pen: you're talk, for you help, your advise, because i."""
_NO_QUALITY = r"(?:of|on|for|at|in|into|you|i|we|with|from|to|by|and|or|a|an|the|your|my|our|before|after|between|during|when|while|that)"
_MINUTES = rf"\b(\d+) ?(?:mins?|hrs?)(?!\w)(\.? (?=(?:(?!{_NO_QUALITY}\b)[a-z]+ ){{0,2}}(?:phone|video|zoom|call|conversation|chat|talk|tour|visit|meeting|interview|walk|drive|ride|lecture|session|presentation)\b))?(?:\.(?= [a-z]))?"


def _as_yours(said: re.Match[str]) -> str:
    return f"{said[1] or said[3]} your {said[2] or said[4]}"


def _as_one_says(said: re.Match[str]) -> str:
    if said["whose"]:
        return f"{said['whose']} advice"
    return said["of"] or f"{said['told']} to {said['whom']}"


def _of_time(said: re.Match[str]) -> str:
    unit = "minute" if "m" in said[0] else "hour"
    if said[2]:
        return f"{said[1]}-{unit} "
    return f"{said[1]} {unit}{'' if said[1] == '1' else 's'}"


def _written_out(short: str) -> str:
    word = _IN_HASTE[short.strip()]
    return f"{word} " if "/" in short and word == "with" else word


def grammar_mended(text: str) -> str:
    """Write out what is typed in haste; put "an" for "a" before a vowel that is heard, "a" for "an" before none, and an age as it is said."""
    text = re.sub(_MINUTES, _of_time, re.sub(_HASTE, lambda m: _written_out(m[0]), text))
    text = re.sub(_YOUR, _as_yours, re.sub(_ADVISE, _as_one_says, text))
    text = re.sub(_SMALL_I, r"\1 I", text)
    if " a " not in (spaced := f" {text}") and " an " not in spaced:
        return text
    text = re.sub(_AGED_ALONE, r"\1 years old", re.sub(_AGED, r"\1 \2-year-old", text))
    text = re.sub(rf"\ba {_SPELLED}", "an ", re.sub(rf"\ban {_CALLED_OUT}", "a ", text))
    return re.sub(_AN_FOR_A, "a ", re.sub(_A_FOR_AN, "an ", text))
