"""Which step is next, due yet or not, and where a contact stands: the rules in their order."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model import LetterKind, Stage, Step
from pipeline.rules.approaches import approach, follow_up, incomplete
from pipeline.rules.calls import call
from pipeline.rules.facts import Facts
from pipeline.rules.fields import closed_to
from pipeline.rules.holds import blocked, on_hold
from pipeline.rules.interviews import record_outcome
from pipeline.rules.replies import answer_reply
from pipeline.rules.ruling import Day, Found, Ruling
from pipeline.rules.thanks import thank_you
from pipeline.rules.touch import keep_in_touch

RULES: tuple[tuple[str, Callable[[Facts, Day], Ruling]], ...] = (
    ("R4", record_outcome),
    ("R5", thank_you),
    ("R6", answer_reply),
    ("R8", call),
    ("R10", follow_up),
    ("R11", keep_in_touch),
    ("R12", approach),
)
FIRST_LETTER = RULES[-1:]


def next_step(f: Facts, day: Day) -> Found | None:
    """Return a contact's next step, due yet or not: the first rule that holds; None where R14 stops it or none does."""
    stopped = blocked(f, day)
    if stopped is not None:
        return stopped if isinstance(stopped, Found) else None
    for _, rule in FIRST_LETTER if f.is_stranger else RULES:
        ruling = rule(f, day)
        if isinstance(ruling, Found):
            return ruling
    return None


def stage(f: Facts, day: Day, step: Found | None) -> Stage:
    """Say where a contact stands: the first stage that fits."""
    if on_hold(f.contact, day.today):
        return Stage.ON_HOLD
    if f.bounced:
        return Stage.BOUNCED
    if not f.begun:
        return Stage.TARGET if step else _before_the_first_letter(f, day)
    if f.refused:
        return Stage.DECLINED
    if f.interview_ahead(day.today) or (step and step.step is Step.RECORD_OUTCOME):
        return Stage.SCHEDULED
    if step and step.rule == "R6":
        return Stage.REPLIED
    if f.latest:
        return _after_a_talk(f, day, step)
    return Stage.APPROACHED if step else Stage.RESTING


def _before_the_first_letter(f: Facts, day: Day) -> Stage:
    if incomplete(f.contact):
        return Stage.INCOMPLETE
    return Stage.RESTING if closed_to(f, day) else Stage.TARGET


def _after_a_talk(f: Facts, day: Day, step: Found | None) -> Stage:
    latest = f.latest
    earlier = latest is not None and day.before_us(latest.date)
    if latest and f.unthanked and not earlier:
        return Stage.PUT_OFF if latest.letter is LetterKind.THANK_YOU_PUT_OFF else Stage.MET
    if f.thanked or earlier:
        return Stage.IN_TOUCH if step or not f.thanked or f.interview_missed else Stage.RESTING
    return Stage.APPROACHED if step else Stage.RESTING
