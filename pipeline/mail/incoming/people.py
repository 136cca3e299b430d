"""Whose mail it may be: contacts by address, our letters by Message-ID, and who is near: colleagues, namesakes, one subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from pipeline.mail.incoming.headers import bare_subject
from pipeline.mail.incoming.texts import decoded
from pipeline.model.addresses import domain_of
from pipeline.model.texts import folded

_ADDRESS = re.compile(rb"[^\s<>@:;,\"()\[\]]+@[^\s<>@:;,\"()\[\]]+")
_SERVERS = re.compile(
    rb"mailer-daemon|postmaster|mail delivery|multipart/report|x-failed-recipients|remembered\."
    rb"|calendar-notification|text/calendar|application/ics|calendarmessage|calendar-originator-id"
)
_SAID = re.compile(rb"^(from|subject):((?:.*)(?:\r?\n[ \t].*)*)", re.IGNORECASE | re.MULTILINE)
# Second-level domains under which a country registers everybody: to share one says nothing.
_REGISTRIES = frozenset(
    [
        "ac",
        "co",
        "com",
        "edu",
        "go",
        "gob",
        "gouv",
        "gov",
        "govt",
        "gv",
        "ltd",
        "me",
        "mil",
        "ne",
        "net",
        "nic",
        "nom",
        "or",
        "org",
        "plc",
        "sch",
    ]
)
_SIGNED_WITHIN, _LONGEST_NAME = 6, 4


@dataclass(frozen=True, slots=True)
class Known:
    """What mail is matched against.

    `contacts`: IDs by lower-case address; `letters`: IDs by our Message-ID; `own`: the user's addresses. Of those written to
    who never answered: `open_domains`, each to one person, what several share being in none; of them and of those with whom a
    talk is set (`asked`): `open_names` (folded), likewise, and `open_subjects` (bare), each to all that share it. `people`:
    everybody's folded name. `last_letters`: our newest letter to an address, for reports that return nothing. `answerers`: for
    whom somebody at an address that is no contact's answered in the thread of a letter; `threads`: IDs by the Message-IDs of
    what they and the user wrote there. `user`: the words of the user's name. `sharers`: all to whom an address belongs, where
    it is not one's. `subjects`: of all our letters, bare.
    """

    contacts: Mapping[str, str]
    letters: Mapping[str, str]
    own: frozenset[str]
    open_domains: Mapping[str, str]
    open_names: Mapping[str, str] = field(default_factory=dict)
    open_subjects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    last_letters: Mapping[str, str] = field(default_factory=dict)
    answerers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    threads: Mapping[str, str] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    user: frozenset[str] = frozenset()
    sharers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    subjects: frozenset[str] = frozenset()

    def with_answerers(self, addresses: Mapping[str, Iterable[str]], threads: Mapping[str, str]) -> Known:
        """Know besides from which addresses contacts were answered for, by ID, and what was said in their letters' threads."""
        served = {a: list(who) for a, who in self.answerers.items()}
        for who, theirs in addresses.items():
            for address in theirs:
                if address not in self.contacts and address not in self.own and who in self.people:
                    served.setdefault(address, []).append(who)
        answerers = {a: tuple(dict.fromkeys(who)) for a, who in served.items()}
        return replace(self, answerers=answerers, threads={**self.threads, **threads})

    def answered_for(self, addresses: Iterable[str], ids: Iterable[str]) -> str:
        """Return for whom one of these addresses answered, in the thread of these Message-IDs."""
        serves = {who for address in addresses for who in self.answerers.get(address, ())}
        return next((who for who in self._threads_of(ids) if who in serves), "")

    def thread_of(self, ids: Iterable[str]) -> str:
        """Return in whose thread a mail is that answers these Message-IDs, the nearest first; "" where it is in none."""
        return next(filter(None, self._threads_of(ids)), "")

    def at(self, address: str, ids: Iterable[str]) -> str:
        """Return whose an address is: of several who share it, the one in whose thread these Message-IDs are."""
        who = self.thread_of(ids)
        return who if who in self.sharers.get(address, ()) else self.contacts.get(address, "")

    def senders(self, address: str, ids: list[str], name: str) -> tuple[str, ...]:
        """Return whose a mail from an address is: of several who share it, the thread's, else who bears its name, else all asked."""
        sharing = self.sharers.get(address, ())
        if not sharing or self.thread_of(ids) in sharing:
            return tuple(filter(None, [self.at(address, ids)]))
        named = tuple(who for who in sharing if self.bears_name(who, name))
        return named or tuple(who for who in sharing if who in self.asked) or sharing

    def _threads_of(self, ids: Iterable[str]) -> Iterator[str]:
        return (self.letters.get(i) or self.threads.get(i, "") for i in ids)

    def bears_name(self, contact: str, name: str) -> bool:
        """Tell whether a sender's name is a contact's."""
        return _is_named(self.people.get(contact, ""), set(plain_words(name)))

    def may_be_user(self, name: str) -> bool:
        """Tell whether a sender's name may be the user's; one without a name may be."""
        said = set(plain_words(name))
        return not said or not self.user or not self.user.isdisjoint(said)

    def invited_with(self, addresses: Iterable[str], about: str, among: Iterable[str]) -> tuple[str, ...]:
        """Return whom a meeting is with: the contacts invited, else those of `among` whose names are in what it is `about`."""
        said = set(plain_words(about))
        invited = dict.fromkeys(self.contacts[a] for a in addresses if a in self.contacts)
        return tuple(invited) or tuple(who for who in among if _is_named(self.people.get(who, ""), said))

    def near(self, sender: str, name: str, subject: str, said: str = "") -> tuple[str, ...]:
        """Return whose answer a mail from an unknown address may be: a colleague's, a namesake's, else of those who share its subject.

        Of several a last name in the sender, or at the end of what is `said`, decides; else it may be any of them.
        """
        one = self.beside(sender, name)
        return (one,) if one else self._sharing(subject, sender, name, said)

    def beside(self, sender: str, name: str) -> str:
        """Return whose name, or else whose domain, an unknown sender has."""
        domains = (self.open_domains.get(d, "") for d in with_parents(domain_of(sender)))
        return self.named(name) or next(filter(None, domains), "")

    def _sharing(self, subject: str, sender: str, name: str, said: str) -> tuple[str, ...]:
        sharing = self.open_subjects.get(subject, ())
        if len(sharing) < 2:
            return sharing
        names = {who: plain_words(self.people.get(who, "")) or [""] for who in sharing}
        called, signed, local = set(plain_words(name)), _signed(said), folded(sender.partition("@")[0])
        found = tuple(who for who, own in names.items() if own[-1] in called) or tuple(
            who for who, own in names.items() if own[-1] in signed or (len(own[-1]) > 3 and own[-1] in local)
        )
        if found:
            return found
        firsts = {own[0] for own in names.values()}
        if any(len(word) > 1 for word in called - firsts):
            return sharing  # somebody else of that first name
        return tuple(who for who, own in names.items() if own[0] in called | signed) or sharing

    def named(self, name: str) -> str:
        """Return the one person whose first and last names are in a name, in whatever order and with whatever titles."""
        said = set(plain_words(name))
        found = {who for own, who in self.open_names.items() if _is_named(own, said)}
        return next(iter(found)) if len(found) == 1 else ""


def _is_named(name: str, said: Set[str]) -> bool:
    """Tell whether somebody's first and last names are among the words said."""
    words = plain_words(name)
    return bool(words) and {words[0], words[-1]} <= said


def plain_words(name: str) -> list[str]:
    """Return the words of a name, folded, without what stands between them."""
    return folded(name).split()


def _signed(said: str) -> set[str]:
    """Return the words of the last few lines that may be a name."""
    lines = [words for line in said.split("\n") if (words := line.strip(" ,.-–—").split())]
    return {
        word
        for words in lines[-_SIGNED_WITHIN:]
        if len(words) <= _LONGEST_NAME and all(w[0].isupper() for w in words)
        for word in plain_words(" ".join(words))
    }


def with_parents(domain: str) -> Iterator[str]:
    """Yield a domain and the ones it lies in, down to what somebody can register."""
    labels = domain.split(".")
    for start in range(len(labels) - 1):
        rest = labels[start:]
        if len(rest) == 2 and start and len(rest[1]) == 2 and rest[0] in _REGISTRIES:
            return
        yield ".".join(rest)


def open_domains(people: Iterable[tuple[str, str, bool]], free_domains: frozenset[str]) -> dict[str, str]:
    """Map domains, and those they lie in, to the one person there who was written to and never answered.

    `people` are (ID, address, open); a mail provider's domain, or one that several share, says nothing.
    """
    found: dict[str, set[str]] = {}
    exact: set[str] = set()
    for contact, address, is_open in people:
        domain = domain_of(address)
        if not domain or domain in free_domains:
            continue
        exact.add(domain)
        for d in with_parents(domain):
            if d not in free_domains:
                found.setdefault(d, set()).add(contact if is_open else f"not open: {contact}")
    return {
        d: next(iter(who))
        for d, who in found.items()
        if len(who) == 1 and not next(iter(who)).startswith("not open: ")
    }


def named_in(known: Known) -> frozenset[bytes]:
    """Return the addresses and Message-IDs by which a mail names somebody, as `names_any` finds them."""
    ids = (i.strip("<>") for i in (*known.letters, *known.threads))
    return frozenset(a.lower().encode() for a in (*known.contacts, *known.answerers, *ids))


def names_any(raw: bytes, wanted: Set[bytes]) -> bool:
    """Tell whether a raw header holds one of these addresses or Message-IDs."""
    return not wanted.isdisjoint(_ADDRESS.findall(raw.lower()))


class Sieve:
    """Tell at a glance, without parsing, which headers can't matter: most mail is from neither contacts nor mail servers."""

    def __init__(self, known: Known) -> None:
        self._wanted = named_in(known)
        self._domains = known.open_domains
        self._names = known.open_names
        self._last_words = frozenset(plain_words(n)[-1] for n in known.open_names)
        self._subjects = known.open_subjects
        self._near: dict[bytes, bool] = {}

    def may_matter(self, raw: bytes) -> bool:
        """Tell whether a header names a contact, a letter of ours, somebody near, or looks like a server's report."""
        text = raw.lower()
        found = _ADDRESS.findall(text)
        return (
            not self._wanted.isdisjoint(found)
            or _SERVERS.search(text) is not None
            or (bool(self._domains) and any(self._is_near(a.rpartition(b"@")[2]) for a in found))
            or (bool(self._names or self._subjects) and self._names_somebody(raw))
        )

    def _is_near(self, domain: bytes) -> bool:
        known = self._near.get(domain)
        if known is None:
            text = domain.decode("ascii", "replace")
            known = self._near[domain] = any(d in self._domains for d in with_parents(text))
        return known

    def _names_somebody(self, raw: bytes) -> bool:
        for found in _SAID.finditer(raw):
            line = found[2]
            text = (
                decoded(line.decode("ascii", "replace")) if b"=?" in line else line.decode("utf-8", "replace")
            )
            if found[1].lower() == b"subject":
                if bare_subject(text.strip()) in self._subjects:
                    return True
            elif not self._last_words.isdisjoint(plain_words(text.partition("<")[0])):
                return True
        return False
