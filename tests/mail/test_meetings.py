"""Calendar messages as Google, Outlook, Exchange and Apple write them: what they do with a meeting, and when it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from email import message_from_bytes
from zoneinfo import ZoneInfo

import pytest

from pipeline.ledger.records import LedgerState, Notice
from pipeline.mail.incoming.background import Background, Mail
from pipeline.mail.incoming.classify import MailKind, classify
from pipeline.mail.incoming.meaning import Understood, understood
from pipeline.mail.incoming.meetings import Meeting, MeetingAct, meeting_in
from pipeline.mail.incoming.standing import called_off, is_settled, moved
from pipeline.model import Contact, EventKind, Held
from pipeline.sheets.cells import parse_moment
from tests.mail import mails
from tests.peers.letters import ME, contact

LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
TODAY = date(2026, 11, 26)
GOOGLE = ("Sender: Google Calendar <calendar-notification@google.com>", "Auto-Submitted: auto-generated")


def calendar(
    start: str,
    method: str = "REQUEST",
    *,
    zone: str = "",
    sequence: int = 0,
    more: str = "",
    uid: str = "u1@example.org",
    headers: tuple[str, ...] = (),
    number: int = 1,
) -> bytes:
    return mails.mail(f"""From: Ada Okafor <{mails.ADA}>
To: {mails.ME}
Subject: Talk
Message-ID: <cal-{number}@example.org>
{chr(10).join(headers) or "X-Mailer: none"}
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: text/plain; charset="UTF-8"

Talk
--outer
Content-Type: text/calendar; charset="UTF-8"; method={method}

BEGIN:VCALENDAR
PRODID:-//Example//Calendar//EN
VERSION:2.0
METHOD:{method}
{zone}BEGIN:VEVENT
DTSTART{start}
ORGANIZER;CN=Ada Okafor:mailto:{mails.ADA}
UID:{uid}
SEQUENCE:{sequence}
SUMMARY:A talk with a summary so long that it
  is folded
LOCATION:Quay 1\\, Room 2
{more}END:VEVENT
END:VCALENDAR
--outer--
""")


def meeting(raw: bytes, zone: ZoneInfo = LONDON) -> Meeting | None:
    return meeting_in(message_from_bytes(raw), zone)


@pytest.mark.parametrize(
    ("start", "zone", "said"),
    [
        (":20261203T193000Z", "", "2026-12-03 19:30"),
        (";TZID=America/New_York:20261203T143000", "", "2026-12-03 19:30"),
        (";TZID=Eastern Standard Time:20261203T143000", mails.EASTERN.format(name="Eastern Standard Time"), "2026-12-03 19:30"),
        (';TZID="Eastern Standard Time":20261203T143000', mails.EASTERN.format(name="Eastern Standard Time"), "2026-12-03 19:30"),
        (";TZID=Eastern Standard Time:20261203T143000", "", "2026-12-03 19:30"),
        (';TZID="Office, downtown":20261203T143000', mails.EASTERN.format(name="Office\\, downtown"), "2026-12-03 19:30"),
        (";TZID=Customized Time Zone:20260703T143000", mails.EASTERN.format(name="Customized Time Zone"), "2026-07-03 19:30"),
        (";TZID=(UTC-05:00) Eastern Time (US & Canada):20261203T143000", "", "2026-12-03 19:30"),
        (";TZID=/example.org/20260101/Europe/Berlin:20261203T143000", "", "2026-12-03 13:30"),
        (";TZID=W. Europe Standard Time:20260703T143000", "", "2026-07-03 13:30"),
        (";VALUE=DATE:20261203", "", "2026-12-03"),
        (":20261203T143000", "", "2026-12-03 14:30"),
        (";TZID=Tokyo Standard Time:20261203T060000", "", "2026-12-02 21:00"),
        (";TZID=The Moon:20261203T143000", "", "2026-12-03 14:30 (The Moon time)"),
    ],
)  # fmt: skip
def test_a_meeting_is_in_the_users_own_time(start: str, zone: str, said: str) -> None:
    found = meeting(calendar(start, zone=zone))
    assert found is not None
    assert (found.said(), found.place, found.act) == (said, "Quay 1, Room 2", MeetingAct.INVITES)
    moment = parse_moment(found.entered())
    assert moment is not None
    assert moment[0] == found.on


@pytest.mark.parametrize(
    ("method", "more", "sequence", "act"),
    [
        ("REQUEST", "", 0, MeetingAct.INVITES),
        ("REQUEST", "", 2, MeetingAct.MOVES),
        ("CANCEL", "STATUS:CANCELLED\n", 3, MeetingAct.CANCELS),
        ("REQUEST", "STATUS:CANCELLED\n", 3, MeetingAct.CANCELS),
        ("COUNTER", "", 0, MeetingAct.PROPOSES),
        ("REPLY", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.org\n", 0, MeetingAct.ACCEPTS),
        ("REPLY", "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.org\n", 0, MeetingAct.MAY_COME),
        ("REPLY", "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.org\n", 0, MeetingAct.DECLINES),
        ("PUBLISH", "", 0, None),
    ],
)
def test_what_a_calendar_message_does(method: str, more: str, sequence: int, act: MeetingAct | None) -> None:
    found = meeting(calendar(":20261203T193000Z", method, more=more, sequence=sequence))
    assert (found and found.act) == act


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        ("application/octet-stream; name=invite.ics", True),
        ("application/octet-stream; name=report.bin", False),
        ("text/plain; name=invite.ics", False),
    ],
)
def test_an_invitation_as_a_mere_file_is_known_by_its_name(kind: str, *, read: bool) -> None:
    raw = calendar(":20261203T193000Z").replace(
        b'text/calendar; charset="UTF-8"; method=REQUEST', kind.encode()
    )
    assert (meeting(raw) is not None) is read


def test_a_zone_that_is_described_wrongly_is_known_by_its_name() -> None:
    broken = "BEGIN:VTIMEZONE\nTZID:Eastern Standard Time\nBEGIN:STANDARD\nDTSTART:16010101T030000\nEND:STANDARD\nEND:VTIMEZONE\n"
    found = meeting(calendar(";TZID=Eastern Standard Time:20261203T143000", zone=broken))
    assert found is not None
    assert found.said() == "2026-12-03 19:30"


@pytest.mark.parametrize("start", [":99999999T999999Z", ":tomorrow", ";TZID=:", ""])
def test_a_broken_calendar_is_no_meeting(start: str) -> None:
    assert meeting(calendar(start)) is None


ADA = contact(0, id="ADA", first_name="Ada", email=mails.ADA)


def taken_in(*raws: bytes, person: Contact = ADA, standing: tuple[Notice, ...] = ()) -> Understood:
    background = Background([person], (), ME, LedgerState(), LONDON)
    found = []
    for number, raw in enumerate(raws):
        moment = datetime(2026, 11, 26, 12, number, tzinfo=UTC)
        incoming = classify(message_from_bytes(raw), background.known(), moment, LONDON)
        found.append(Mail(incoming, f"<m{number}@example.org>", f"mark{number}", moment))
    return understood(found, background, {}, [], standing)


def newest(found: Understood) -> Notice:
    return {n.key: n for n in found.notices}.popitem()[1]


def test_an_invitation_is_a_reply_and_says_what_to_enter() -> None:
    found = taken_in(calendar(":20261203T193000Z", headers=GOOGLE))
    assert [e.kind for e in found.events] == [EventKind.REPLY]
    assert "enter 2026-12-03 19:30 in Interview on" in newest(found).message
    assert found.lines == [f"{ADA.name}, invitation for 2026-12-03 19:30: “Talk”"]


def test_an_acceptance_of_the_users_own_invitation_is_no_reply_but_says_what_to_enter() -> None:
    accepted = calendar(
        ":20261203T193000Z",
        "REPLY",
        more="ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.org\n",
        headers=GOOGLE,
    )
    found = taken_in(accepted)
    assert (found.events, "accepted your invitation" in newest(found).message) == ([], True)


def test_a_tentative_answer_is_told_as_one_until_they_accept() -> None:
    answer = "ATTENDEE;PARTSTAT={}:mailto:ada@example.org\n"
    perhaps = calendar(":20261203T193000Z", "REPLY", more=answer.format("TENTATIVE"))
    yes = calendar(":20261203T193000Z", "REPLY", more=answer.format("ACCEPTED"), number=2)
    found = taken_in(perhaps)
    assert (found.events, "only tentatively" in newest(found).message) == ([], True)
    assert found.lines == [f"{ADA.name}, tentatively accepts your invitation for 2026-12-03 19:30: “Talk”"]
    assert "tentative" not in newest(taken_in(perhaps, yes)).message


def test_the_newest_word_on_a_meeting_stands_whatever_the_order() -> None:
    first = calendar(":20261203T193000Z")
    moved = calendar(":20261204T100000Z", sequence=1, number=2)
    for order in ((first, moved), (moved, first)):
        found = taken_in(*order)
        assert "2026-12-04 10:00" in newest(found).message
    later = taken_in(first, standing=(newest(taken_in(moved)),))
    assert later.notices == []


def test_another_meeting_of_theirs_stands_beside() -> None:
    found = taken_in(calendar(":20261203T193000Z"), calendar(":20261210T193000Z", uid="u2@example.org"))
    assert len({n.key for n in found.notices}) == 2
    unnamed = [calendar(f":202612{day}T193000Z", uid="", number=day) for day in ("03", "10")]
    assert len({n.key for n in taken_in(*unnamed).notices}) == 2


def entered(day: date | None, **more: object) -> Contact:
    return contact(0, id="ADA", email=mails.ADA, interview_on=day, **more)


def test_a_notice_stands_until_the_day_is_entered() -> None:
    notice = newest(taken_in(calendar(":20261203T193000Z")))
    assert not is_settled(notice, ADA, TODAY)
    assert is_settled(notice, entered(date(2026, 12, 3)), TODAY)
    assert is_settled(notice, entered(date(2026, 12, 9)), TODAY)
    assert not is_settled(notice, ADA, date(2026, 12, 3))
    assert is_settled(notice, ADA, date(2026, 12, 4))


def test_a_meeting_moved_after_it_was_entered_is_asked_about_anew() -> None:
    before = entered(date(2026, 12, 3))
    notice = newest(taken_in(calendar(":20261204T100000Z", sequence=1), person=before))
    assert not is_settled(notice, before, TODAY)
    assert is_settled(notice, entered(date(2026, 12, 4)), TODAY)


MOVED = calendar(":20261203T140000Z", sequence=1)


def test_a_meeting_moved_within_its_day_is_asked_about_and_not_confirmed_until_the_hour_is_entered() -> None:
    before = entered(date(2026, 12, 3), interview_time=time(10))
    notice = newest(taken_in(MOVED, person=before))
    assert "has the meeting on 2026-12-03 14:00 now" in notice.message.replace(", Quay 1, Room 2", "")
    assert not is_settled(notice, before, TODAY)
    assert moved([notice], {"ADA": before}, TODAY) == {"ADA"}
    for hour in (14, 11):  # as told, or as agreed on since
        said = entered(date(2026, 12, 3), interview_time=time(hour))
        assert is_settled(notice, said, TODAY)
        assert moved([notice], {"ADA": said}, TODAY) == frozenset()


@pytest.mark.parametrize("at", [None, time(10)])
def test_the_hour_decides_nothing_where_the_cell_or_the_users_own_clock_lacks_it(at: time | None) -> None:
    person = entered(date(2026, 12, 3), interview_time=at)
    start = ":20261203T140000Z" if at is None else ";TZID=The Moon:20261203T140000"
    notice = newest(taken_in(calendar(start, sequence=1), person=person))
    assert is_settled(notice, person, TODAY)
    assert moved([notice], {"ADA": person}, TODAY) == frozenset()


def test_an_hour_typed_that_is_not_the_one_told_stays_asked_about() -> None:
    notice = newest(taken_in(MOVED, person=entered(date(2026, 12, 3))))
    assert not is_settled(notice, entered(date(2026, 12, 3), interview_time=time(10)), TODAY)


def test_another_meeting_holds_no_confirmation_of_the_first() -> None:
    before = entered(date(2026, 12, 3), interview_time=time(10))
    notice = newest(taken_in(calendar(":20261210T140000Z", uid="u2@example.org"), person=before))
    assert not is_settled(notice, before, TODAY)
    assert moved([notice], {"ADA": before}, TODAY) == frozenset()


def test_a_cancelled_meeting_is_called_off_until_the_workbook_says_so() -> None:
    before = entered(date(2026, 12, 3))
    found = taken_in(calendar(":20261203T193000Z", "CANCEL", sequence=1), person=before)
    notice = newest(found)
    assert (found.events, "choose Cancelled in Interview held" in notice.message) == ([], True)
    assert called_off([notice], {"ADA": before}, TODAY) == {"ADA"}
    for held in (Held.CANCELLED, Held.NO_SHOW):
        said = entered(date(2026, 12, 3), interview_held=held)
        assert called_off([notice], {"ADA": said}, TODAY) == frozenset()
    assert called_off([notice], {"ADA": entered(date(2026, 12, 7))}, TODAY) == frozenset()


def test_a_strangers_invitation_is_nothing() -> None:
    raw = calendar(":20261203T193000Z").replace(mails.ADA.encode(), b"shop@example.net")
    background = Background([ADA], (), ME, LedgerState(), LONDON)
    assert (
        classify(message_from_bytes(raw), background.known(), datetime(2026, 11, 26, tzinfo=UTC), LONDON).kind
        is MailKind.OTHER
    )
