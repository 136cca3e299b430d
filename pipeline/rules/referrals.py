"""R9 and R13: who named whom, thanks to those who did, and names that are nobody's row yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from pipeline.model import CallResult, Contact, EventKind, Held, LetterKind, Step
from pipeline.model.fullname import fits_name, name_key
from pipeline.model.texts import folded, spelled
from pipeline.rules.approaches import incomplete
from pipeline.rules.cellnames import referral_names
from pipeline.rules.details import held_of, named_referrer, result_of, thanks_for
from pipeline.rules.facts import Facts
from pipeline.rules.holds import blocked, on_hold
from pipeline.rules.ruling import Day, Found, replacing
from pipeline.rules.thanks import thank_you

ByName = Mapping[str, list[Contact]]


class Named(NamedTuple):
    """Who named whom, by row of Contacts: `referrer` the name given for one without Referred by, `referred` whom one named."""

    referrer: Mapping[int, str] = MappingProxyType({})
    referred: Mapping[int, tuple[str, ...]] = MappingProxyType({})


def by_name(contacts: Sequence[Contact]) -> dict[str, list[Contact]]:
    """Index by name, letter case and accents aside, who refers and who is referred; most of a long list are neither."""
    said: set[str] = set()
    for c in contacts:
        if c.referred_by or c.referrals_given:
            said.update((c.name, c.referred_by, *referral_names(c.referrals_given)))
    named = set(map(name_key, said))
    people: dict[str, list[Contact]] = defaultdict(list)
    for c in contacts if named else ():
        if (name := name_key(c.name)) and name in named:
            people[name].append(c)
    return people


def whole_referrers(contacts: Mapping[int, Contact]) -> dict[int, str]:
    """Give by its key the whole name of a referrer of whom Referred by says only a part: who named that person, if just one did."""
    givers = [g for g in contacts.values() if g.referrals_given and g.name and not g.duplicate]
    if not givers or not any(c.referred_by for c in contacts.values()):
        return {}
    known = {name_key(c.name) for c in contacts.values()}
    givers_of = _by_words_given(givers)
    found: dict[int, str] = {}
    for key, c in contacts.items():
        if not c.referred_by or name_key(c.referred_by) in known:
            continue
        perhaps = {g.row: g for word in _words_of(c.name) for g in givers_of.get(word, ())}.values()
        named = {g.name for g in perhaps if fits_name(c.referred_by, g.name) and _has_named(g, c)}
        if len(named) == 1:
            found[key] = named.pop()
    return found


def _by_words_given(givers: Sequence[Contact]) -> dict[str, list[Contact]]:
    """Index who named somebody by the words of the names; who named a person has one of that person's words."""
    found: dict[str, list[Contact]] = defaultdict(list)
    for g in givers:
        for word in {word for name in referral_names(g.referrals_given) for word in _words_of(name)}:
            found[word].append(g)
    return found


def _words_of(name: str) -> set[str]:
    return {name_key(name), *spelled(name).split()}


def _has_named(giver: Contact, c: Contact) -> bool:
    """Tell whether somebody named a person, be it by a first name alone."""
    said = referral_names(giver.referrals_given) if giver.row != c.row else ()
    return any(name_key(n) == name_key(c.name) or fits_name(n, c.name) for n in said)


def who_named_whom(live: Sequence[Contact], people: ByName) -> Named:
    """Work out who named whom; of several givers of one name the first by name counts, whatever row they are on."""
    givers: dict[int, list[Contact]] = defaultdict(list)
    referred: dict[int, list[str]] = defaultdict(list)
    for c in live:
        for name in referral_names(c.referrals_given) if c.referrals_given and not c.duplicate else ():
            only = _without_referrer(name, c, people)
            if only:
                givers[only.row].append(c)
                referred[c.row].append(only.id)
        for referrer in people.get(name_key(c.referred_by), ()) if c.referred_by else ():
            if referrer.row != c.row:
                referred[referrer.row].append(c.id)
    first = {row: min(found, key=lambda g: (folded(g.name), g.id)).name for row, found in givers.items()}
    return Named(first, {row: tuple(sorted(ids)) for row, ids in referred.items()})


def _without_referrer(name: str, giver: Contact, people: ByName) -> Contact | None:
    """Find the one contact that a name is, if nobody stands in its Referred by."""
    found = people.get(name_key(name), [])
    fits = len(found) == 1 and found[0].row != giver.row and not found[0].referred_by
    return found[0] if fits and giver.name else None


Owed = tuple[Contact, Found, tuple[str, ...], str]
"""A step in addition: the contact, what is owed, whom it is about, and what to do in words of its own."""


def thank_referrers(
    live: Sequence[Contact], facts: Mapping[int, Facts], people: ByName, day: Day
) -> Iterable[Owed]:
    """R9: one letter to a referrer for all whom one has met since the last one; it waits for their own thanks."""
    for row, all_met in _met_through(live, facts, people, day).items():
        f = facts[row]
        owed = sorted((m for m in all_met if not _thanked_for(f, *m)), key=lambda m: (m[0], m[1].row))
        if not owed or blocked(f, day) is not None:
            continue
        own_first = isinstance(thank_you(f, day), Found)
        due = day.bd(owed[0][0], day.intervals.thank_referrer)
        ids = ",".join(sorted(c.id for _, c in owed))
        found = Found(
            "R9",
            Step.THANK_REFERRER,
            max(due, day.bd(day.bd(day.today, 0), 1)) if own_first else due,
            f"They referred you to {', '.join(c.name for _, c in owed)}, whom you have met.",
            LetterKind.THANK_REFERRER,
            replacing(f"{ids},", EventKind.THANK_REFERRER, f).rstrip(","),
            put_off=own_first,
        )
        yield f.contact, found, tuple(c.id for _, c in owed), ""


def _met_through(
    live: Sequence[Contact], facts: Mapping[int, Facts], people: ByName, day: Day
) -> dict[int, list[tuple[date, Contact]]]:
    met: dict[int, list[tuple[date, Contact]]] = defaultdict(list)
    for c in live:
        when = _first_interview(facts[c.row])
        name = _referrer(facts[c.row]) if when else ""
        if when is None or not name or c.duplicate:
            continue
        referrers = people.get(name_key(name), [])
        if len(referrers) == 1 and referrers[0].row != c.row and not day.before_us(when):
            met[referrers[0].row].append((when, c))
    return met


def _referrer(f: Facts) -> str:
    """Name who is to be thanked: Referred by, else whom the first letter named as the referrer."""
    named = any(named_referrer(e) for e in f.past.letters(EventKind.APPROACH))
    return f.contact.referred_by or (f.referrer if named else "")


def _first_interview(facts: Facts) -> date | None:
    for e in facts.past.of(EventKind.INTERVIEW, EventKind.CALL):
        held = e.kind is EventKind.INTERVIEW and held_of(e) is Held.YES
        if held or result_of(e) is CallResult.INTERVIEWED:
            return e.date
    return None


def _thanked_for(referrer: Facts, when: date, met: Contact) -> bool:
    for letter in referrer.past.letters(EventKind.THANK_REFERRER):
        told = thanks_for(letter, met.id)
        if told or (told is None and letter.date >= when):
            return True
    return False


def add_referrals(
    live: Sequence[Contact], facts: Mapping[int, Facts], people: ByName, day: Day
) -> Iterable[Owed]:
    """R13: names that are nobody's row yet, and people not written to yet of whom nobody says who named them."""
    short: dict[str, list[Contact]] = defaultdict(list)
    for c in live:
        if c.referred_by:
            short[name_key(c.referred_by)].append(c)
    for c in live:
        if not c.referrals_given or on_hold(c, day.today) or c.duplicate:
            continue
        if day.before_us(facts[c.row].last_contact):
            continue
        for name in referral_names(c.referrals_given):
            if name_key(name) not in people:
                # A part of the name of somebody whose Referred by names the giver: "Dr. Keller" of the row Keller.
                if any(fits_name(name, p.name) for p in short.get(name_key(c.name), ())):
                    continue
                why = f"{c.name} named {name}, who is not in {day.settings.contacts_sheet} yet."
                yield c, Found("R13", Step.ADD_REFERRAL, day.today, why), (name,), ""
                continue
            known = _without_referrer(name, c, people)
            if known and not facts[known.row].begun:
                why = f"{c.name} named {known.name} ({day.settings.contacts_sheet} row {known.row}), whose Referred by is blank."
                by_then = "" if incomplete(known) else " A first letter to them says so in any case."
                to_do = f"Fill in Referred by of {known.name}: {c.name}.{by_then}"
                yield c, Found("R13", Step.ADD_REFERRAL, day.today, why), (known.name,), to_do
