"""The first line of a letter, judged against the one person whom it is for: whose name it bears, and what no greeting holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from pipeline.letters.checks.greeting_case import odd_spelling
from pipeline.letters.checks.greeting_doubts import doubtful, generic, passes_as_doubtful
from pipeline.letters.checks.personnames import Names, Word, initials, names_of, words_of
from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import block, own_lines, quote, warn
from pipeline.letters.greetings import NAMES_TOO, Greeting, find_greeting
from pipeline.letters.salutation import (
    POSSESSED,
    begins_with_m,
    called,
    foreign_to_names,
    garbled,
    is_note,
    misplaced_title,
    run_on_in,
    title_of_several,
)
from pipeline.model import Contact, Finding, Letter, namewords
from pipeline.model.described import calls_nobody
from pipeline.model.texts import flat, word_set
from pipeline.model.wishes import wish_in

_CORRECT = "Correct the name, or put how you call them into Salutation."
_TWICE = "greets twice. Leave one greeting out; Salutation holds only what stands after “Dear”."
_BESIDE_NAMES = (
    namewords.TITLES
    | namewords.HONORIFICS
    | namewords.PARTICLES
    | namewords.AND_IN_NAMES
    | namewords.GENERATIONS
)
_AFTER_NAMES = namewords.GENERATIONS - namewords.TITLES - {"v"}
_SEVERAL = re.compile(r"\w\S*\s*[&+/]\s*\w|\s(?:and|und|et|og|och|samt|plus)\s", re.IGNORECASE)
_EITHER = re.compile(
    r"\w[\w.]*\sor\s(?=[^\W\d_a-z]|whom|whoever|any|other|colleague|team)"
)  # "Tom or Ann"; Or is a first name, too
_LEFT_TO_FILL_IN = re.compile(r"\[|\{\{|\{%")
_BEFORE_NO_NAME = word_set("for from at by with about re cc fao")
_GREETS = word_set("dear dearest hello attn attention")
# Who begins a sentence so calls nobody: "Yesterday, I read …".
_SENTENCE_STARTS = word_set("""
    yesterday today tomorrow recently lately first finally last this next in on at as after when since
    while before during thank thanks please however unfortunately perhaps maybe yes no well so and but
    if again once earlier now then here there with for from of years months weeks days i it we you he
    she they my your his her our their the a an that these those what how why who congratulations
    apologies sorry
""")


def greeting(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Find a greeting that is not this person's, and what no greeting holds."""
    contact = situation.contact
    names = names_of(contact)
    found = find_greeting(own_lines(letter.body), names.all - _GREETS)
    if found is None or _LEFT_TO_FILL_IN.search(found.line):
        return  # the placeholder check says so
    if wish_in(contact.name):
        return  # the recipient check says so, and no word of mending the name
    if not found.opener and not _stands_alone(found, names):
        yield warn(
            "greeting",
            "Letters",
            f"The letter greets nobody ({quote(found.line, 50)}). Begin it with “Dear …,” and {names.known}'s name.",
        )
    elif fault := _odd(found, contact) or _twice(found, names) or _judged(found, names):
        yield block("greeting", "Letters", f"{quote(found.line)} {fault}")
    else:
        words = _all_words(found, names)
        if doubt := doubtful(found, words, names):
            yield warn("greeting", "Letters", f"{quote(found.line)} {doubt}")
        elif odd := odd_spelling(found, words, names, letter.body):
            yield odd


def _stands_alone(found: Greeting, names: Names) -> bool:
    """Tell whether a line without a word of greeting is one: a name set apart, or called at the start of a sentence."""
    set_apart = found.ended and not found.spoken and len(found.line.split()) <= 6  # "Happy Monday, Ada!"
    words = words_of(" ".join(found.pieces if set_apart else found.pieces[:1]), names)
    if not words or len(words) > 6:
        return False
    if any(w.theirs for w in words):
        return True
    if words[0].low in _SENTENCE_STARTS or any(c.isdigit() for c in found.line):
        return False
    called = all(not w.text[:1].islower() or w.low in namewords.PARTICLES for w in words)
    return called and (found.ended or found.spoken or len(words) <= 3)


def _odd(found: Greeting, contact: Contact) -> str:
    """Find characters and words that no greeting of one person has."""
    line = " ".join((found.opener, *found.pieces)) if found.spoken else found.line
    if calls_nobody(contact.name) and any(map(calls_nobody, found.pieces)):
        return "describes somebody, and calls nobody by name. Fill in First name and Last name."
    if fault := foreign_to_names(line):
        return f"{fault}. {'Type the name anew' if garbled(line) else 'Write the name alone'}."
    if note := next((p for p in found.pieces if is_note(p, contact.first_name, contact.last_name)), ""):
        return f"holds “{note}”, a note and no name. {_CORRECT}"
    if found.pieces and (whose := POSSESSED.search(found.pieces[0])):
        return f"has “{whose[0]}”, which says that something is theirs. Write the name alone."
    several = _SEVERAL.search(line) or _EITHER.search(line)
    if contact.name and several and not generic(found):
        if _SEVERAL.search(contact.name) or _EITHER.search(contact.name):
            return "greets more than one, and a letter goes to one person. Write one name here, and give the other a row."
        return f"greets more than one, and the letter goes to {contact.name} alone. Write one name."
    stray = next((c for c in line if not _fits(c)), "")
    if stray and (contact.name or stray not in "&+/"):
        return f"holds “{stray}”, which stands in no greeting. Write the name alone."
    return _unclear(found, contact)


def _unclear(found: Greeting, contact: Contact) -> str:
    """Find a title that may be another's or is of several, and a name whose words nothing parts."""
    called_so = " ".join(found.pieces)
    if begins_with_m(called_so, contact):
        return f"begins with “M”, which may be Mr., Ms. or an initial. {_CORRECT}"
    if title := title_of_several(called_so):
        return f"has “{title}”, the title of more than one, and a letter goes to one person. {_CORRECT}"
    if (run_on := run_on_in(called(contact))) and run_on in found.line:
        return f"has “{run_on}”, without a blank behind its stop. {_CORRECT}"
    return ""


def _fits(c: str) -> bool:
    kind = unicodedata.category(c)
    return kind[0] in "LMZ" or kind in {"Cf", "Pd"} or c in ",.:;!'’‘‚`´·・‧،，：；！、。¡¿…״׳"


def _twice(found: Greeting, names: Names) -> str:
    """Find a greeting in front of another; after a comma only the same one: "Good morning, dear Ana" is well."""
    first = found.pieces[0] if found.pieces else ""
    inner = find_greeting(first, names.all - _GREETS) if first else None
    words = pairwise(words_of(first, names))
    if any(w.low == found.opener and w.low not in names.all and name.theirs for w, name in words):
        return _TWICE
    if not found.opener or inner is None or not inner.opener or _a_short_form(inner.opener, names):
        return ""
    apart = re.search(r"[,;:!،，：！—–]\s*$", found.line[: found.line.find(first)])
    if apart and inner.opener != found.opener:
        return ""
    return _TWICE


def _a_short_form(opener: str, names: Names) -> bool:
    """Tell whether a word of greeting is how the person may be called: "Dear Dag" to Dagfinn."""
    return opener in NAMES_TOO and any(namewords.is_nickname(opener, n) for n in names.first)


def _all_words(found: Greeting, names: Names) -> list[Word]:
    return [w for piece in found.pieces for w in _until_sentence(words_of(piece, names))]


def _judged(found: Greeting, names: Names) -> str:
    """Say what blocks in the words of the greeting, piece by piece; "" where nothing does."""
    contact = names.contact
    pieces = found.pieces
    while (
        not found.opener
        and len(pieces) > 1
        and not _has_theirs(pieces[0], names)
        and _has_theirs(pieces[1], names)
    ):
        pieces = pieces[1:]  # what stands before the name is a greeting that no list has
    for place, piece in enumerate(pieces):
        degree = next(
            (w for w in piece.split() if namewords.is_degree(w, contact.first_name, contact.last_name)), ""
        )
        if degree:
            return f"holds the degree “{degree}”. Titles stand before the name; leave degrees out."
        inner = find_greeting(piece, names.all) if place else None
        words = _until_sentence(words_of(" ".join(inner.pieces) if inner else piece, names))
        nothing = next((w.text for w in words if _stands_for_nothing(w, contact)), "")
        if nothing:
            return f"holds “{nothing}”, which is no name. {_CORRECT}"
        if place and not all(w.theirs or not w.text[:1].islower() for w in words):
            continue  # a sentence
        if words and words[0].low in _AFTER_NAMES and any(w.theirs for w in words[1:]):
            return f"begins with “{words[0].text}”, which stands after a name. {_CORRECT}"
        if fault := _out_of_place(words, names):
            return f"{fault}. {_CORRECT}"
        if fault := _stranger(words, found, names, first=place == 0):
            return fault
    return ""


def _out_of_place(words: list[Word], names: Names) -> str:
    """Find a word that no name has where it stands: "for Tom", "The Tom Reed", "Tom Dr. Reed", "Mr. Reed Dear Tom"."""
    theirs = [i for i, w in enumerate(words) if w.theirs]
    if not theirs:
        return ""
    within = words[: theirs[-1] + 1]
    cells = names.contact.first_name, names.contact.last_name
    if title := misplaced_title((w.text for w in within[theirs[0] :]), *cells):
        return f"has “{title}” in the middle of the name"
    for i, w in enumerate(within):
        if w.low in names.all:
            continue
        if w.low in _BEFORE_NO_NAME or (w.low == "the" and words[i + 1].theirs):
            return f"has “{w.text}” before the name"
        if i > theirs[0] and w.low in _GREETS:
            return f"has “{w.text}” in the middle of the name"
    return ""


def _has_theirs(piece: str, names: Names) -> bool:
    return any(w.theirs for w in words_of(piece, names))


def _stands_for_nothing(word: Word, contact: Contact) -> bool:
    if word.low not in namewords.NO_VALUES:
        return False
    if word.low in ("null", "nan"):  # a last name and a first name
        return not (word.theirs and word.text == word.text.capitalize())
    return word.low != "true" or "true" not in flat(contact.salutation).split()


def _until_sentence(words: list[Word]) -> list[Word]:
    """Cut off a sentence that begins without a comma: "Hi Grace thank you for writing"."""
    for i, w in enumerate(words):
        if i and words[i - 1].theirs and not w.theirs and w.text[:1].islower() and w.low not in _BESIDE_NAMES:
            return words[:i]
    return words


def _stranger(words: list[Word], found: Greeting, names: Names, *, first: bool) -> str:
    """Say whose name stands where the person's should; words before the right last name are titles, whatever they are."""
    somebody = f"greets somebody else than {names.known}. {_CORRECT}"
    theirs = [i for i, w in enumerate(words) if w.theirs or _inflected(w, found, names)]
    if not theirs or not _more_than_a_job(words, theirs, names):
        return _nobody(words, found, names, somebody, first=first)
    after = (w for w in words[theirs[-1] + 1 :] if not _may_follow(w, names))
    before = (w for w in words[: theirs[0]] if _other_given(w, names))
    return somebody if any(after) or any(before) else ""


def _more_than_a_job(words: list[Word], theirs: list[int], names: Names) -> bool:
    return any(words[i].low not in namewords.JOBS or words[i].spellings & names.own for i in theirs)


def _may_follow(word: Word, names: Names) -> bool:
    low = word.low
    return (
        len(low) < 2
        or low in namewords.GENERATIONS
        or low in namewords.HONORIFICS
        or (low in namewords.PARTICLES and low in names.all)
    )


def _other_given(word: Word, names: Names) -> bool:
    """Tell whether a word before the right name is another person's first name, and neither a title nor a short form."""
    if (
        word.low not in namewords.GIVEN
        or not names.first
        or word.low[:1] in initials(names.contact.first_name)
    ):
        return False
    return not any(namewords.is_nickname(word.low, n) for n in names.first)


def _inflected(word: Word, found: Greeting, names: Names) -> bool:
    """Allow for the endings of names in other languages: Nováku for Novák, Anno for Anna."""
    if found.english and found.opener:
        return False
    return any(_one_stem(s, own) for s in word.spellings for own in names.own if min(len(own), len(s)) > 2)


def _one_stem(one: str, other: str) -> bool:
    common = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return common >= max(3, min(len(one), len(other)) - 2) and abs(len(one) - len(other)) <= 2


def _nobody(words: list[Word], found: Greeting, names: Names, somebody: str, *, first: bool) -> str:
    """Say what is wrong where no word is the person's: a title alone, or a stranger."""
    lows = [w.low for w in words]
    if not lows or lows[0] == "from":
        return ""
    titles = all(low in _BESIDE_NAMES | namewords.JOBS for low in lows)
    if not first:
        return "" if titles or generic(found) else somebody
    if passes_as_doubtful(words, found, names):
        return ""
    return f"is a title without a name. Write {names.known}'s name after it." if titles else somebody
