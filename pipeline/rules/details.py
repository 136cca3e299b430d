"""History's Detail, as it is written and as it is read: a promised day, a conversation, people, results. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.model import ATTEMPTS, CallResult, Contact, Event, EventKind, Held, InterviewType, LetterKind
from pipeline.model.identity import Identified
from pipeline.model.texts import spelled, word_set

ENTERED = "entered in Contacts"
"""A letter of which the user typed the date, having sent it on their own."""

UNDATED = "undated"
"""The occasion of a conversation whose day nobody filled in."""

_NO_REPLY = "no reply, you say"
_ASKS_REST = "asks not to be written to"

_ISO = r"(\d{4}-\d{2}-\d{2})"
_CALL_ON = re.compile(r"\bcall on " + _ISO)
_BACK = re.compile(r"\bback " + _ISO)
_LEFT = re.compile(r"left ([^\s;]+@[^\s;]+)(?:; (now at|names) (\S+))?")
_ADDRESS = re.compile(r"[^\s<>;,]+@[^\s<>;,]+")
_WRITTEN_BY = re.compile(rf"(?:^|; )from ([^\s;]+@[^\s;]+)(?=$|; {_ASKS_REST}$)")
_POSTED = "posted to "
_TOLD = ("address ", _POSTED, "try again ", "refused ")
_PEOPLE = re.compile(r"\(([^()]*)\)")
AS_REFERRAL = "by referral"
# The longest first: "Put off, talked then" begins with "Put off".
_RESULTS = sorted(CallResult, key=len, reverse=True)
_ALIKE = {
    CallResult.DECLINED: frozenset({CallResult.WRONG_PERSON}),
    CallResult.PUT_OFF: frozenset({CallResult.CALL_LATER}),
}
_TYPE = re.compile(rf"\b(?:{'|'.join(InterviewType)})\b")
_EVERYDAY = ATTEMPTS | _ALIKE.keys()
_TALKED = word_set("yes held met interviewed talked")
_NOT_TALKED = frozenset(
    {"cancelled", "canceled", "no show", "noshow", "postponed", "rescheduled", "not held"}
)
_BESIDE_IT = word_set(
    "but then and was got it i we she he they later again sorry the same day last minute by her him them me"
)
_HOW_INSTEAD = _BESIDE_IT | word_set("on in phone telephone video zoom person instead next week days after")
_SOMEBODYS = word_set("the a an my her his their")
_NO_PERSON = _BESIDE_IT | word_set("about for briefly today")
_BETWEEN = re.compile(r"[,;:/()\n]|\s[-–—]\s")


def letter_detail(kind: LetterKind, occasion: str, call_on: date | None, about: Sequence[str]) -> str:
    """Write what History keeps of a letter: the conversation, the interview, the people, and the promised call day."""
    said = {
        EventKind.THANK_YOU: f"for the conversation on {occasion}",
        EventKind.CONFIRM: f"for the interview on {occasion}",
        EventKind.REMINDER: f"of the offer made on {occasion}",
        EventKind.THANK_REFERRER: f"for {', '.join(about)} ({occasion})",
    }.get(kind.event, "")
    promise = f"call on {call_on:%Y-%m-%d}" if call_on else ""
    referral = AS_REFERRAL if kind is LetterKind.APPROACH_REFERRAL else ""
    return "; ".join(filter(None, (said or referral, promise)))


def named_referrer(event: Event) -> bool:
    """Tell whether a first letter named who had referred the user (R9)."""
    return event.kind is EventKind.APPROACH and event.detail.startswith(AS_REFERRAL)


def promised_call(event: Event) -> date | None:
    """Read the call day that a sent letter named (R8)."""
    return _day(_CALL_ON, event)


def for_undated(event: Event) -> bool:
    """Tell whether a thank-you is for a conversation whose day nobody filled in."""
    return UNDATED in event.detail


def confirms(event: Event, interview: date) -> bool:
    """Tell whether a confirmation is of the interview on a day (R7)."""
    return interview.isoformat() in _CALL_ON.sub("", event.detail)


def thanks_for(event: Event, contact_id: str) -> bool | None:
    """Tell whether a referrer is thanked for a person there (R9); None where it names nobody by ID."""
    named = [i.strip() for part in _PEOPLE.findall(event.detail) for i in re.split(r"[,+]", part)]
    return contact_id in named if named else None


def met_through(letter: Identified, people: Mapping[str, Contact]) -> tuple[str, ...]:
    """Name whom a letter of thanks to a referrer is about (R9), of those who stand in Contacts; nobody for another letter."""
    if letter.kind is not LetterKind.THANK_REFERRER:
        return ()
    ids = letter.occasion.partition("+")[0].split(",")
    return tuple(people[i].name for i in ids if i in people)


def names_occasion(event: Event, occasion: str) -> bool:
    """Tell whether a letter's detail names just this occasion: a part of an ID is another ID, a promised day is none."""
    said = _CALL_ON.sub("", event.detail)
    return bool(occasion) and re.search(rf"(?<![\w-]){re.escape(occasion)}(?![\w-])", said) is not None


def away_detail(back: date | None) -> str:
    """Write what History keeps of an automatic reply: the day of return, where it names one."""
    return f"back {back.isoformat()}" if back else ""


def back_on(event: Event) -> date | None:
    """Read the return date of an automatic reply."""
    return _day(_BACK, event)


class Departure(NamedTuple):
    """What an automatic reply says of somebody who is gone for good: from which address, and which it names, theirs or not."""

    address: str
    named: str = ""
    theirs: bool = False


def left_detail(left: Departure) -> str:
    """Write what History keeps of an automatic reply that says that somebody is gone for good (R14)."""
    named = f"; {'now at' if left.theirs else 'names'} {left.named}" if left.named else ""
    return f"left {left.address}{named}"


def left_in(event: Event) -> Departure | None:
    """Read whether an automatic reply says that somebody is gone for good; a Detail that the user blanked says nothing."""
    found = _LEFT.match(event.detail) if event.kind is EventKind.AUTOMATIC else None
    return Departure(found[1].casefold(), found[3] or "", found[2] == "now at") if found else None


def bounce_detail(address: str, words: str = "") -> str:
    """Write what History keeps of a bounce: the address that could not be reached, and what its server, or the post, said."""
    said = f"address {address}" if "@" in address else _POSTED + _in_detail(address)
    return _with_words(said, words)


def is_told(event: Event) -> bool:
    """Tell a bounce that we wrote down, or named the address of, from one as the user typed it into History."""
    return event.detail.startswith(_TOLD)


def came_back_from(event: Event, address: str) -> bool:
    """Tell whether a bounce is of an address; one that names none is of any."""
    return bounced_address(event) in ("", _in_detail(address).casefold())


def _in_detail(address: str) -> str:
    """Write a postal address as a detail holds it: what follows a semicolon there is the server's, or the post's, words."""
    return address.replace(";", ",")


def try_again_detail(address: str, words: str = "") -> str:
    """Write it of a letter that came back while the address is right: a full mailbox, a server that was down."""
    return _with_words(f"try again {address}", words)


def refused_detail(address: str, words: str = "") -> str:
    """Write it of a letter that the other side does not take from us: no other letter by mail will do better."""
    return _with_words(f"refused {address}", words)


def may_be_tried_again(event: Event) -> bool:
    """Tell whether a letter came back from an address that is right."""
    return event.detail.startswith("try again")


def was_refused(event: Event) -> bool:
    """Tell whether the other side's server does not take our mail."""
    return event.detail.startswith("refused")


def bounce_words(event: Event) -> str:
    """Read the server's own words."""
    return event.detail.partition("; ")[2]


def _with_words(said: str, words: str) -> str:
    return f"{said}; {words}" if words else said


def bounced_address(event: Event) -> str:
    """Read the address that a bounce names, a postal one in one line; "" where it names none."""
    if event.detail.startswith(_POSTED):
        return event.detail.removeprefix(_POSTED).partition("; ")[0].casefold()
    found = _ADDRESS.search(event.detail)
    return found[0].strip(".:'\"()[]").casefold() if found else ""


def reply_detail(subject: str, another: str, *, asks_rest: bool) -> str:
    """Write it of a reply: its subject, from which address it came where that is not the contact's, and what it asks for."""
    sender = f"from {another}" if another else ""
    return "; ".join(filter(None, (subject, sender, _ASKS_REST if asks_rest else "")))


def written_by(event: Event) -> str:
    """Read from which other address than the contact's a reply came, else ""."""
    found = _WRITTEN_BY.search(event.detail)
    return found[1] if found else ""


def wants_rest(event: Event) -> bool:
    """Tell whether a reply asks not to be written to again."""
    return event.kind is EventKind.REPLY and event.detail.endswith(_ASKS_REST)


def subject_of(event: Event) -> str:
    """Read the subject of a reply that the mailbox brought."""
    said = event.detail.removesuffix(_ASKS_REST).removesuffix("; ")
    return said.removesuffix(f"from {written_by(event)}").removesuffix("; ") if written_by(event) else said


def no_reply_detail(detail: str) -> str:
    """Write it of a mail that was taken for a reply until the user blanked Replied on; its subject stays behind it."""
    return _with_words(_NO_REPLY, detail)


def is_no_reply(event: Event) -> bool:
    """Tell whether the user has said that a mail was no reply."""
    return event.kind is EventKind.REPLY and event.detail.startswith(_NO_REPLY)


def interview_detail(held: Held, kind: InterviewType | None) -> str:
    """Write what History keeps of an interview: how it went, and of what type it was."""
    return ", ".join(filter(None, (str(held), str(kind or ""))))


def held_of(event: Event) -> Held | None:
    """Read how an interview went."""
    held = next((held for held in Held if _begins(event, held)), None)
    return None if held and unsays(held, event.detail[len(held) :]) else held


def unsays(held: Held, rest: str) -> bool:
    """Tell whether what stands behind says that it went otherwise, or asks: "Yes, but she cancelled", "Yes/No", "Yes?"."""
    pieces = [spelled(piece).split() for piece in pieces_of(rest)]
    if rest.lstrip(" ,;(/").startswith("?") or (held is Held.YES and pieces[:1] == [["no"]]):
        return True
    if held is Held.YES:
        return any(" ".join(w for w in words if w not in _BESIDE_IT) in _NOT_TALKED for words in pieces)
    bare = ([w for w in words if w not in _HOW_INSTEAD and not w.isdigit()] for words in pieces)
    return any(" ".join(words) in _TALKED for words in bare)


def pieces_of(detail: str) -> list[str]:
    """Split a detail at its commas, brackets and the like."""
    return [piece.strip(" .") for piece in _BETWEEN.split(detail) if piece.strip(" .")]


def type_of(event: Event) -> InterviewType | None:
    """Read of what type an interview was: the first that is named, a remark may name another."""
    found = _TYPE.search(event.detail)
    return InterviewType(found[0]) if found else None


def result_of(event: Event) -> CallResult | None:
    """Read the call result that a Call's or a Reply's detail begins with; a mail's own subject says nothing."""
    if event.kind is EventKind.REPLY and event.message_id:
        return next((r for r in _RESULTS if event.detail == r), None)
    result = next((r for r in _RESULTS if _begins(event, r)), None)
    if result and event.kind is EventKind.CALL and contradicts(result, event.detail[len(result) :]):
        return None
    return result


def contradicts(result: CallResult, rest: str) -> bool:
    """Tell whether what stands beside a result of everyday words names another: "declined to talk now, call later".

    "Put off; talked 10 minutes" is the talk of which "Put off, talked then" speaks.
    """
    if not rest or result not in _EVERYDAY:
        return False
    if result is CallResult.PUT_OFF and _tells_of_talk(spelled(rest).split()):
        return True
    said, alike = f" {spelled(rest)} ", ATTEMPTS if result in ATTEMPTS else _ALIKE[result]
    return any(f" {spelled(r)} " in said for r in CallResult if r is not result and r not in alike)


def _tells_of_talk(words: Sequence[str]) -> bool:
    """Tell whether words say that one talked: not "talked to her secretary", nor "not talked"."""
    for at, word in enumerate(words):
        behind = words[at + 1 : at + 4]
        to_another = (
            len(behind) == 3
            and behind[0] in ("to", "with")
            and behind[1] in _SOMEBODYS
            and behind[2].isalpha()
            and behind[2] not in _NO_PERSON
        )
        if word == "talked" and not to_another and words[at - 1 : at] not in (["not"], ["never"], ["t"]):
            return True
    return False


def _begins(event: Event, word: str) -> bool:
    """Tell whether a detail begins with a word or words, whole ones: "Yesterday" says no Yes."""
    return event.detail.startswith(word) and not event.detail[len(word) : len(word) + 1].isalnum()


def is_result(detail: str) -> bool:
    """Tell whether a detail is a call result and nothing else."""
    return detail in _ALL_RESULTS


_ALL_RESULTS: Collection[str] = frozenset(map(str, CallResult))


def _day(pattern: re.Pattern[str], event: Event) -> date | None:
    found = pattern.search(event.detail)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
