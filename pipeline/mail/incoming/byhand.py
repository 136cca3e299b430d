"""What a mail of the user's own may have been: the thank-you that a talk owes, the follow-up of a letter that waits (pure)."""

from __future__ import annotations

from datetime import date

from pipeline.model import ATTEMPTS, MISSED, TALKED, Contact


def unthanked_talk(contact: Contact, by: date) -> date | None:
    """Return the last talk up to a day for which nobody is known to have thanked (R5)."""
    met = None if contact.interview_held in MISSED else contact.interview_on
    called = contact.called_on if contact.call_result in TALKED else None
    last = max((d for d in (met, called) if d and d <= by), default=None)
    thanked = contact.thank_you_sent
    return last if last and (thanked is None or thanked < last) else None


def thanks_settled(contact: Contact, wrote: date) -> bool:
    """Tell whether thanks are known that a mail of that day may have been, or none are owed."""
    if contact.thank_you_sent is not None and contact.thank_you_sent >= wrote:
        return True
    later = contact.interview_on is not None and contact.interview_on > wrote  # typed over the talk's day
    return not later and unthanked_talk(contact, wrote) is None


def waits_for_follow_up(contact: Contact) -> bool:
    """Tell whether somebody has a letter of ours, and nothing has come of it yet (R10)."""
    sent, called = contact.approach_sent, contact.called_on
    if sent is None or contact.replied_on or contact.follow_up_sent or contact.interview_on:
        return False
    before = called is not None and called < sent
    return before or contact.call_result is None or contact.call_result in ATTEMPTS
