"""Tell a person's name from words that only describe somebody, or something: "the lady at the desk", "Mom's friend Judy", "conference in May". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.model.namewords import GIVEN, JOBS, NOTED, PARTICLES, SHORT, TITLES, is_given
from pipeline.model.texts import flat, word_set

# In small letters no part of any name. Names that are such words, as Will, May and My, begin with a capital.
_SMALL = word_set("""
    at in on from with for of to by the via through thru about after before during near across between behind into over under since
    until like or but my his her their our your its who whom whose that this these those which where when how is was were are be
    been has had have not maybe perhaps probably possibly think guess unsure again also still just once then there here me him us them he she they we
    met meet worked works working knew knows known heard saw seen introduced referred recommended suggested said says told asked
    called emailed wrote got gave sent found talked spoke together back out ago
    formerly née nee aka fka etc yesterday today tomorrow tonight soon later thanked
""")
_SOMEBODY = word_set(
    "someone somebody anyone anybody everyone everybody nobody himself herself themselves myself yourself itself"
)
_OF_WHOM = word_set("my his her their our your the a an some one another old former ex")
_MANY_OF_WHOM = word_set("his their our your the some another")
_RELATIONS = word_set("""
    friend friends brother sister cousin uncle aunt nephew niece stepfather stepmother wife husband spouse partner fiance fiancee
    girlfriend boyfriend son daughter boss supervisor manager colleague colleagues coworker coworkers co-worker classmate roommate
    housemate neighbor neighbors neighbour neighbours teacher tutor mentor coach trainer dentist therapist hairdresser landlord
    landlady lady guy man woman girl boy kid person people folks guys gentleman barista receptionist recruiter assistant secretary
    deputy student alum alumnus alumna alumni member members contact contacts client customer speaker organizer presenter volunteer
    intern acquaintance acquaintances buddy pal in-law brother-in-law sister-in-law mother-in-law father-in-law
    kollege kollegin freundin nachbar nachbarin bekannte bekannter
""")
_KIN = word_set(
    "mom mum mommy mummy mama mother dad daddy papa father grandma grandpa granny grandmother grandfather"
)
_OCCASIONS = word_set("""
    conference congress convention seminar webinar workshop course lecture meetup networking event events party dinner lunch
    breakfast yoga gym pilates zumba choir school university work office internship volunteering club alumni reunion wedding funeral
    linkedin facebook twitter instagram xing google internet online website newsletter email e-mail article newspaper magazine
    podcast radio career cold walk-in reception neighborhood neighbourhood family hospital clinic library museum department dept team committee agency training
    bootcamp fellowship referral various several konferenz arbeit schule
""")
_ALONE = _OCCASIONS | word_set(
    "church temple synagogue mosque golf tennis soccer football softball camp college class band orchestra job web mail phone tv ad "
    "kindergarten daycare fair expo meeting talk coffee army navy military service search self cold call list directory uni messe"
)
_AT_THE_END = word_set("""
    center centre university college hospital clinic museum library institute foundation association society club committee department
    dept office school conference seminar workshop alumni linkedin choir team group services program network chapter desk meeting
""")
_POSTS_BEGIN = word_set("""
    front help service information info main general customer client patient guest member visitor alumni career student public media
    human financial community volunteer program project product office nurse nursing unit case care clinic department dept branch
    store charge head senior assistant deputy associate vice executive managing operations sales marketing hiring talent recruiting
    recruitment hr it pr intake admissions registration billing scheduling development donor research medical clinical
    administrative corporate regional district reception volunteers
""")
POSTS_END = word_set("""
    desk manager clerk coordinator director number line service services relations affairs office team department dept nurse
    supervisor administrator assistant specialist representative rep receptionist operator secretary staff support resources recruiter
    officer hotline advisor adviser mailbox inbox access
""")
JOBS_ALONE = word_set("""
    manager owner founder cofounder recruiter consultant supervisor administrator coordinator director assistant specialist
    receptionist hr ceo cfo cto coo cio cmo vp svp evp family household
""")
"""Jobs and the like that nobody is called by, wherever they stand in a name."""
_OFFICES = frozenset({"HR", "IT", "PR", "R&D"})
_POSTS = (JOBS - {"head", "partner"}) | word_set(
    "director president chairman chairwoman chair provost principal secretary nurse officer chancellor minister dean professor"
)
_NAMES_TOO = word_set("dean chair chancellor minister principal curator professor nurse founder")
_RANKS = frozenset({"CEO", "CFO", "CTO", "COO", "CIO", "CMO", "VP", "SVP", "EVP"})
_UNNAMED = re.compile(
    r"\b(?:do not|don['’]?t|never)\b(?! (?:really )?(?:know|remember|recall|think|have|met|spoke|talked|worked)\b)"
    r"|\b(?:not to (?:be|use|say|mention|name|tell)|no names?|without|prefers? not|rather not|between us|off the record)\b"
    r"|\b(?:ask|check)(?: with)?(?: him| her| them)? (?:first|before)\b|\bkeep (?:him|her|them|it|(?:his|her|their|the) name)\b|\b(?:confidential|anonym|secret(?!ar(?:y|ies|ial)\b))\w*"
    r"|\bprivat(?!doz|bank|schul|klinik|praxis|wirtschaft)\w*\b(?! (?:practice|equity|bank|banking|wealth|clients?|school|college|university|sector|clinic|hospital|foundation|duty|nurse|tutor|teacher|lessons?)\b)",
    re.IGNORECASE,
)
_NO_PART = re.compile(r"[@?()\[\]{}<>]")
_NO_FIRST = word_set("from through via with thanks maybe perhaps probably possibly not")
_HOW_KNOWN = word_set("intro introduction recommendation connected connection referral lead tip")
_BY = word_set("by from via through thru")
_UNKNOWN = word_set("unknown none tbd n/a unsure unclear yes")
_NO_NAME_ALONE = (_RELATIONS - word_set("guy man boy kid girl pal mentor")) | word_set(
    "professor prof instructor advisor adviser doctor dr mr mrs ms"
)
_BEFORE_POSTS = word_set("vice deputy assistant associate senior chief managing executive head charge")
_ARTICLES = frozenset({"de", "den", "der", "dem", "het", "'t", "’t", "t"})
_NO_PART_OF_NAMES = _SMALL | _SOMEBODY | _RELATIONS
_BEGINS_NO_NAME = _SMALL | _SOMEBODY | _OF_WHOM | _RELATIONS | _ALONE
_NAMES_NEXT = word_set("knows knew introduced referred recommended suggested said says told")
_POSSESSIVE = re.compile(r"\w\w(?:['’]s|s['’])$", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def is_described(text: str) -> bool:
    """Tell words that describe somebody or something from a bare name."""
    words = text.split()
    low = [_bare(word) for word in words]
    if not words:
        return False
    if len(words) == 1:
        return low[0] in _ALONE | _SOMEBODY or words[0] in _OFFICES or bool(_POSSESSIVE.search(words[0]))
    return (
        _is_occasion(words, low)
        or _is_of_somebody(words, low)
        or any(_POSSESSIVE.search(word) for word in words)
        or any(_is_small(words, at) for at in range(len(words)))
    )


def name_before(text: str) -> str:
    """Give what stands before the first small word, as the name in "Tina Brook at Quay"; "" where all or none of it does."""
    words = text.split()
    at = next((at for at in range(len(words)) if _is_small(words, at)), 0)
    return " ".join(words[:at])


class Before(NamedTuple):
    """The small words before a name: whether they lead to one ("knows"), and say what they are to somebody ("her boss")."""

    leads: bool
    relation: bool


def names_behind(text: str) -> Iterator[tuple[Before, str]]:
    """List what stands behind small words up to the next ones, as the second name in "Lena Voss knows Bo Lind"."""
    words = text.split()
    small = [_is_small(words, at) for at in range(len(words))]
    starts = [at for at in range(1, len(words)) if small[at - 1] and not small[at]]
    for at in starts:
        end = next((to for to in range(at, len(words)) if small[to]), len(words))
        begun = next((back for back in range(at - 1, -1, -1) if not small[back]), -1) + 1
        run = {_bare(word) for word in words[begun:at]}
        relation = _bare(words[at - 1]) in _RELATIONS
        yield Before(relation or bool(run & _NAMES_NEXT), relation), " ".join(words[at:end])


def calls_nobody(text: str) -> bool:
    """Tell words that no greeting may hold, as "Mom's friend Judy"; "Bob from the choir" and "Sales Team" begin or end as names do."""
    words = text.split()
    low = [_bare(word) for word in words]
    if not is_described(text) or _begins_as_name(words, low):
        return False
    return not _is_occasion(words, low) or any(word.islower() for word in words)


def asks_no_name(text: str) -> bool:
    """Tell words beside a name that ask that nobody be told it: "(don't mention)", "- ask first"."""
    return _UNNAMED.search(text) is not None


@lru_cache(maxsize=1 << 14)
def is_nobody(text: str) -> bool:
    """Tell what can't be said of a person in a letter: "conference in May", "her boss"; "my cousin Ed" and "Bob from the choir" can."""
    words = text.split()
    low = [_bare(word) for word in words]
    if not any(c.isalpha() for c in text) or any(c.isdigit() for c in text):
        return True
    if _NO_PART.search(text) or NOTED.search(text) or asks_no_name(text) or low[:2] == ["no", "one"]:
        return True
    if is_office(text) or (len(words) > 1 and (low[0] in _NO_FIRST or words[-1].strip(".,;:!?") in _SMALL)):
        return True
    if low[0] in _HOW_KNOWN and words[1:] and words[1] in _BY:
        return True
    if len(words) == 1:
        return (
            is_described(text)
            or low[0] in _UNKNOWN | _NO_NAME_ALONE
            or (words[0].islower() and low[0] not in GIVEN | _KIN)
        )
    if is_described(text):
        return _is_occasion(words, low) or not (_begins_as_name(words, low) or _ends_as_name(words, low))
    begun = words[0].islower() and low[0] not in GIVEN and not PARTICLES & set(low)
    return begun and not (len(words) == 2 and words[1].islower())  # danah boyd


def is_office(text: str) -> bool:
    """Tell what somebody is by their work, as "VP Sales", "the CFO" and "Dean of Students", from Dean Reed and Nurse Cruz."""
    words = [word.strip(".,;:") for word in text.split()]
    led = words[0].casefold() if words[1:] else ""
    words = words[1:] if led in ("the", "a", "an", "their", "our") else words
    low = [flat(word) for word in words]
    if not words:
        return False
    if len(words) == 1:
        return words[0] in _RANKS or low[0] in (
            _POSTS if led in ("the", "their", "our") else _POSTS - _NAMES_TOO
        )
    if (low[1] in ("of", "for") and low[0] in _POSTS | {"head"}) or (
        low[0] in _BEFORE_POSTS and low[-1] in _POSTS
    ):
        return True
    named = any(word in GIVEN or word in SHORT for word in low)
    return not named and (words[0] in _RANKS or low[-1] in _POSTS - _NAMES_TOO)


def is_post(text: str) -> bool:
    """Tell a desk or a post, as Front Desk and Nurse Manager, from people: Art Desk, Rustom Engineer."""
    low = [flat(word.strip(".,;:")) for word in text.split()]
    return (
        len(low) > 1 and low[-1] in POSTS_END and all(word in _POSTS_BEGIN | POSTS_END for word in low[:-1])
    )


def job_behind(text: str) -> str:
    """Find the job that stands where a last name ends: "Ann Lee Manager", "Ann Recruiter"."""
    words = text.split()
    last = words[-1].strip(".,;:") if len(words) > 1 else ""
    return last if flat(last) in JOBS_ALONE else ""


def _bare(word: str) -> str:
    return flat(word.strip('.,;:!?"“”'))


def _is_occasion(words: list[str], low: list[str]) -> bool:
    if len(words) == 1:
        return low[0] in _ALONE
    begun = low[0] in _OCCASIONS or words[0] in _OFFICES or (low[0] in _ALONE and words[1].islower())
    called_desk = words[-1] == "Desk" and len(words) == 2 and is_given(words[0])
    ends = low[-1] in _AT_THE_END and not called_desk
    return begun or (ends and not any(_is_small(words, at) for at in range(len(words) - 1)))


def _is_of_somebody(words: list[str], low: list[str]) -> bool:
    """Tell "the lady", "My cousin Ed" and "somebody" from My Linh Tran, An Nguyen and the Rev. Reed."""
    if low[0] in _SOMEBODY:
        return True
    if low[0] not in _OF_WHOM or low[1] in TITLES or (words[0] != "A" and words[0].endswith(".")):
        return False
    return low[0] in _MANY_OF_WHOM or low[1] in _RELATIONS or words[1].islower()


def _is_small(words: list[str], at: int) -> bool:
    """Tell a small word that is no part of a name; in der Au and in 't Veld are names."""
    word = words[at].strip(".,;:!?")
    if word not in _NO_PART_OF_NAMES:
        return False
    return not (word == "in" and words[at + 1 : at + 2] and words[at + 1] in _ARTICLES)


def _begins_as_name(words: list[str], low: list[str]) -> bool:
    """Tell "Bob from the choir"."""
    named = (words[0][:1].isupper() or low[0] in GIVEN) and words[0] not in _OFFICES
    return named and not (low[0] in _BEGINS_NO_NAME or _POSSESSIVE.search(words[0]))


def _ends_as_name(words: list[str], low: list[str]) -> bool:
    """Tell "my cousin Ed", "uncle Bob", "my neighbor Tom Becker" and "Mom's friend Judy"."""
    of = low[0] in _OF_WHOM or words[0] in _RELATIONS or any(_POSSESSIVE.search(word) for word in words[:-1])
    begins = next((at for at in range(len(low), 0, -1) if low[at - 1] in _RELATIONS | _KIN), len(low))
    name = words[begins:]
    return (
        of
        and bool(name)
        and not is_office(" ".join(name))
        and name[-1][:1].isupper()
        and all(word[:1].isupper() or flat(word) in PARTICLES for word in name)
        and low[-1] not in _ALONE | _SOMEBODY
    )
