"""How a person is called in a letter: the Salutation cell mended where that is safe, and what is no name (pure)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from pipeline.letters.greetings import NAMES_TOO, find_greeting
from pipeline.model import Contact, namewords
from pipeline.model.texts import flat, word_set

_TITLE = "holds the title “{}”, which belongs in Salutation"
_NOTE = re.compile(
    r"\b(?:first|last|full|given|middle|nick)[ -]?names?\b|\b(?:goes by|prefers?|call (?:me|her|him|them)|ask (?:me|her|him|them)|see notes?)\b",
    re.IGNORECASE,
)
_NOTES_ALONE = word_set("formal informal same unknown female male she he they")
NO_PART_OF_A_NAME = re.compile(
    rf",(?!\s*(?:{'|'.join(sorted(namewords.GENERATIONS))})\b)|[;:]|^[-–—]\s|\s[-–—|]\s|\s(?:at|via|from)\s|c/o\s"
    r"|(?<=\s)(?-i:n[eé]e|né|formerly|ex|aka|fka|ret\.?)(?=\s|$)",
    re.IGNORECASE,
)
"""What stands between a name and something else: a comma, a dash, a word."""
POSSESSED = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}['’]s$")
_TITLE_RUN_ON = re.compile(r"\b(?P<title>Dr|Mr|Mrs|Ms|Mx|Prof|Rev)\.(?=[^\W\d_a-z])")
_INITIAL_RUN_ON = re.compile(r"(?<![^\W\d_])(?P<initial>[^\W\d_])\.(?=[^\W\d_][^\W\d_])")
_RUN_ON = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}\.[^\W\d_a-z][^\W\d_]+")
_SHORTENED = word_set("wm chas geo thos jas jos robt edw st ste")
_OF_SEVERAL = word_set("drs messrs mmes profs revs")
_GREETED = r"(?i)(?:dear|dearest|hello|hi|attn|attention)\b[\s.:,]+\w"
_NO_SIGNS = frozenset('•*_?"“”„')
_END = " \t,;:!،，：！—–-"


def called(contact: Contact) -> str:
    """Say what stands after "Dear": Salutation, mended, else first and last name; "" where there is neither."""
    said = _TITLE_RUN_ON.sub(r"\g<title>. ", " ".join(contact.salutation.split()))
    if not said:
        return contact.name
    said = _without_greeting(said, contact).strip(_END)
    if said.endswith(".") and not _abbreviated(said):
        said = said[:-1]
    if is_title(said) and contact.last_name and flat(said) not in ("sir", "madam"):
        return f"{said} {contact.last_name}"
    return said or contact.name


def name_mended(text: str) -> str:
    """Mend a name where that is safe: "Fox." ends without the stop, "A.Fox" gets its blank."""
    if "." not in text:
        return text  # as nearly all
    text = _INITIAL_RUN_ON.sub(r"\g<initial>. ", text)
    bare = text.rstrip(" .")
    kept = (
        not bare or _abbreviated(f"{bare}.") or flat(bare.split()[-1]) in _SHORTENED or title_of_several(text)
    )
    return text if kept or not text.endswith(".") else bare


def run_on_in(text: str) -> str:
    """Find two words of a name with a stop and no blank between them, as "Fox.Dow"; "" where there are none."""
    found = _RUN_ON.search(text)
    return found[0] if found else ""


def begins_with_m(text: str, contact: Contact) -> bool:
    """Tell a bare "M" in front, of which nobody knows whether it is Mr., Ms. or an initial; "M." is Monsieur."""
    first, *behind = text.split() or [""]
    return flat(first) == "m" and bool(behind) and flat(contact.first_name)[:1] != "m"


def title_of_several(text: str) -> str:
    """Find a title that greets more than one, as "Drs." and "Messrs."; "" where there is none."""
    return next((w for w in text.split() if flat(w.strip(".,")) in _OF_SEVERAL), "")


def last_name_alone(contact: Contact) -> bool:
    """Tell whether a letter would greet with a last name and nothing before it: "Dear Haddad,"."""
    if contact.first_name or contact.salutation:
        return False
    *before, last = contact.last_name.split() or [""]
    return len(last) > 1 and all(flat(w) in namewords.PARTICLES for w in before)


def is_title(text: str) -> bool:
    """Tell whether a text is a title, or several, without a name."""
    words = [flat(w.strip(".,")) for w in text.split()]
    return bool(words) and all(w in namewords.TITLES for w in words)


def is_bare_title(text: str) -> bool:
    """Tell "Ms." and "Prof. Dr." from Dean and Major, which are names too."""
    words = text.split()
    return bool(words) and all(flat(w.strip(".,")) in namewords.ONLY_TITLES for w in words)


def foreign_to_names(text: str) -> str:
    """Say what stands in a text that stands in no name and no greeting, of whatever language; "" where nothing does."""
    if garbled(text):
        return "holds characters that were garbled on the way"
    if any(c.isdigit() for c in text):
        return "holds a number"
    if "@" in text:
        return "holds a mail address"
    if note := namewords.NOTED.search(text):
        return f"holds “{note[0]}”, which is no name"
    return "holds pronouns" if namewords.PRONOUNS.search(text) else ""


def name_fault(text: str, *names: str) -> str:
    """Say what in a cell of a name is none; "" where nothing is. `names`: the row's names, in which MA or DO may be one."""
    if fault := foreign_to_names(text):
        return fault
    if re.match(_GREETED, text):
        return f"begins with “{text.split()[0]}”, which is a greeting"
    if re.search(r"[\[\](){}<>]", text):
        return "holds brackets"
    if re.search(r"\w\s*[&+/]\s*\w|\s(?:and|und|et)\s(?!zu[mr]?\b)", text, re.IGNORECASE):
        return "holds the names of two people"
    if several := title_of_several(text):
        return f"holds “{several}”, the title of more than one"
    if run_on := run_on_in(text):
        return f"holds “{run_on}”, without a blank behind its stop"
    if any(unicodedata.category(c) in {"So", "Sm", "Cn", "Co"} for c in text):
        return "holds a sign that is no letter"
    degree = next((w for w in re.split(r"[\s,]+", text) if namewords.is_degree(w, *names)), "")
    if degree and flat(degree.strip(".")) not in namewords.TITLES:
        return f"holds the degree “{degree}”"
    word = next(
        (w for w in text.split() if flat(w) in ("yes", "true", "false", "none", "nan") and w != "Nan"), ""
    )
    if word and word != "True":
        return f"holds “{word}”, which is no name"
    stray = NO_PART_OF_A_NAME.search(text)
    sign = stray[0].strip() if stray else next((c for c in text if c in _NO_SIGNS), "")
    return f"holds “{sign}”, which is no part of a name" if sign else ""


def is_note(text: str, *names: str) -> bool:
    """Tell what somebody notes of a greeting, as "Use First Name" and "informal", from one; `names` are the row's."""
    alone = flat(text.strip(" .!"))
    return _NOTE.search(text) is not None or (alone in _NOTES_ALONE and alone not in map(flat, names))


def named_twice(contact: Contact) -> str:
    """Find the cell of a name that holds the other too: "Ann Lee" and "Lee"; "" where neither does, as in Thomas Thomas."""
    first, last = (flat(name).split() for name in (contact.first_name, contact.last_name))
    if last and len(first) > len(last) and first[-len(last) :] == last:
        return "first_name"
    particle = contact.last_name[:1].islower() and set(first) <= namewords.PARTICLES  # Van van Dyke
    if first and len(last) > len(first) and last[: len(first)] == first and not particle:
        return "last_name"
    return "last_name" if len(first) > 1 and first == last else ""


def misplaced_title(words: Iterable[str], *names: str) -> str:
    """Find a title after a name's first word, as in "Tom Dr. Reed"; `names` are those that are the word and nothing else."""
    named = False
    for word in words:
        low = flat(word.strip(".,"))
        if low not in namewords.ONLY_TITLES:
            named = True
        elif named and low not in {flat(name.strip(".,")) for name in names}:
            return word.strip(",")
    return ""


def last_named_twice(name: str) -> bool:
    """Tell "Mr Brown Brown" from Thomas Thomas."""
    words = [flat(word.strip(".,")) for word in name.split()]
    return len(words) > 2 and words[0] in namewords.ONLY_TITLES and words[-1] == words[-2]


def title_faults(contact: Contact) -> dict[str, str]:
    """Say which cell of the name holds a title that would stand inside it, by attribute."""
    names = contact.first_name, contact.last_name
    first, last = (name.split() for name in names)
    if not any(flat(word.strip(".,")) in namewords.ONLY_TITLES for word in (*first, *last)):
        return {}  # as nearly all
    if last_named_twice(f"{contact.first_name} {contact.last_name}"):
        return {"first_name": f"holds “{contact.first_name}”, and the last name has its own cell"}
    if title := misplaced_title(first, *names):
        return {"first_name": _TITLE.format(title)}
    title = misplaced_title((*first, *last), *names)
    return {"last_name": _TITLE.format(title)} if title else {}


def salutation_fault(contact: Contact) -> str:
    """Say what in Salutation can't be mended without guessing; "" where nothing is, or where it mends itself."""
    said = " ".join(contact.salutation.split())
    if not said:
        return ""
    calls, names = called(contact), (contact.first_name, contact.last_name)
    if begins_with_m(calls, contact):
        return f"says “{said}”, which may be Mr., Ms. or an initial"
    if is_note(calls, *names):
        return f"holds “{calls}”, a note and not how the person is called"
    if contact.name and all(flat(w.strip(".")) in namewords.NOBODY for w in calls.split()):
        return f"holds “{calls}”, which names nobody"
    if fault := name_fault(calls, *names):
        return fault
    if whose := POSSESSED.search(calls):
        return f"holds “{whose[0]}”, which says that something is theirs"
    if is_title(calls):
        return "holds a title, and the row has no last name to put after it"
    words = [flat(w.strip(".,")) for w in calls.split()]
    if words and all(w in namewords.JOBS | namewords.TITLES for w in words):
        return "holds a job, not how the person is called"
    return ""


def garbled(text: str) -> bool:
    """Tell whether text was written in one encoding and read in another: "JosÃ©", "ÐÐ½Ð½Ð°", "J?rgen", U+FFFD."""
    if "\ufffd" in text or re.search(r"[^\W\d_]\?+[^\W\d_]|[\u0080-\u009f]", text):
        return True
    return any(_misread(word) for word in text.split() if not word.isascii())


def _misread(word: str) -> bool:
    if re.search(r"[ÃÂ][\u00a0-\u00bf]|[ÐÑ][\u0080-\u00bf]|â€|ï»¿|√[^\w\s]", word):
        return True
    for encoding in ("cp1252", "latin-1", "cp1251", "mac_roman"):
        try:
            read = word.encode(encoding).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if len(read) < len(word):
            return True
    return False


def _without_greeting(said: str, contact: Contact) -> str:
    """Take "Dear" and "Hello" off the front."""
    names = {flat(w) for w in f"{contact.first_name} {contact.last_name}".split()}
    found = find_greeting(said, names)
    while found and found.opener and found.pieces and found.opener not in NAMES_TOO:
        said = said[said.find(found.pieces[0]) :]
        found = find_greeting(said, names)
    return said


def _abbreviated(said: str) -> bool:
    last = said.split()[-1].rstrip(".")
    return len(last) <= 1 or flat(last) in namewords.TITLES | {"jr", "sr", "esq"} or "." in last
