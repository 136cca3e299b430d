"""R6: whoever wrote is answered, and called where silence follows the answer."""

from __future__ import annotations

from datetime import date

from pipeline.model import ASKING, EventKind, Step
from pipeline.rules.details import wants_rest
from pipeline.rules.facts import Facts, outgoing_before
from pipeline.rules.ruling import EARLIER, Day, Found, Ruling

_LET_REST = "Let it rest, at most with a last word, then fill in On hold (Yes)."


def answer_reply(f: Facts, day: Day) -> Ruling:
    """R6: they wrote, and nothing answered them; or you answered, and silence followed."""
    if f.replied is None:
        return "no reply"
    if f.letter and f.replied < f.letter:
        return "the reply came before your last letter"
    if outgoing_before(f, f.replied) not in (None, *ASKING):
        return "the reply answers a thank-you or a note, which owes nothing"
    if f.latest and f.latest.date >= f.replied:
        return "it is a conversation, or one followed it"
    settled = [d for d in (f.last_call and f.last_call.date, f.interview) if d and d >= f.replied]
    if f.answered and f.answered >= f.replied:
        if any(d >= f.answered for d in settled):
            return "a call or an interview followed your answer"
        return _after_silence(f, f.answered, day)
    if settled:
        return "a call or an interview followed the reply"
    if day.before_us(f.replied):
        return EARLIER
    due = day.bd(f.replied, day.intervals.answer_reply)
    if asked_rest(f):
        why = f"They replied on {f.replied}, and ask not to be written to again."
        return Found("R6", Step.ANSWER_REPLY, due, why, to_do=_LET_REST)
    return Found("R6", Step.ANSWER_REPLY, due, f"They replied on {f.replied}; answer them yourself.")


def asked_rest(f: Facts) -> bool:
    """Tell whether their latest reply asks not to be written to again."""
    return any(wants_rest(e) for e in f.past.of(EventKind.REPLY) if e.date == f.replied)


def refused_in(f: Facts, day: Day) -> date | None:
    """Return the day of the mail in which a refusal told now was said: one to be answered, or answered and no call due since (R6)."""
    found = answer_reply(f, day)
    if isinstance(found, Found):
        return None if found.step is Step.CALL and found.due <= day.today else f.replied
    return f.replied if found is EARLIER else None


def _after_silence(f: Facts, answered: date, day: Day) -> Ruling:
    noted = f.call_again_since(answered)
    due = noted or day.bd(answered, day.intervals.answer_silence)
    if day.before_us(answered, noted):
        return EARLIER
    why = f"You answered on {answered}, and nothing has come since."
    if asked_rest(f):
        why = f"They ask not to be written to again, and you answered on {answered}."
        return Found("R6", Step.ANSWER_REPLY, due, why, to_do=_LET_REST)
    if f.contact.phone:
        return Found("R6", Step.CALL, due, f"You noted to call again on {noted}." if noted else why)
    again = "Write to them once more yourself, then put the new day into Answered on."
    return Found("R6", Step.ANSWER_REPLY, due, why, to_do=again)
