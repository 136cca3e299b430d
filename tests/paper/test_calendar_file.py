"""The calendar file, read back with icalendar."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from pipeline.model import (
    Action,
    Contact,
    Event,
    EventKind,
    Held,
    InterviewType,
    LetterKind,
    Settings,
    Source,
    Step,
)
from pipeline.paper.calendar import calendar_ics

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, 30, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
ME = Settings(
    name="Sam Rivera", purpose="to learn how people come into hospital administration", workbook_id="WB-TEST"
)
ADA = Contact(5, "c1", first_name="Ada", last_name="Okafor", organization="Example Clinic", phone="555-0101")
BO = Contact(
    6,
    "c2",
    first_name="Bo",
    last_name="Ek",
    interview_on=date(2026, 11, 30),
    interview_time=time(14, 30),
    interview_type=InterviewType.IN_PERSON,
    where="1 Long Street, Springfield",
    organization="Müller & Söhne; 山田, Ltd.",
)
CALL = Action(
    "c1", "Ada Okafor", 5, Step.CALL, None, date(2026, 11, 25), "R8", "the day named in your letter"
)
THANKS = Action(
    "c1",
    "Ada Okafor",
    5,
    Step.THANK_YOU,
    LetterKind.THANK_YOU_PHONE,
    date(2026, 11, 20),
    "R5",
    "…",
    occasion="2026-11-20",
)


def made(actions=(), contacts=(ADA, BO), today=TODAY, now=NOW, **more):
    return calendar_ics(actions, contacts, ME, today, now, LONDON, **more)


def found(data):
    return {str(e["summary"]): e for e in icalendar.Calendar.from_ical(data).walk("VEVENT")}


def imported(store, data):
    """What a calendar program does (RFC 5546 2.1.5): the same UID is replaced by a higher SEQUENCE, then a later DTSTAMP."""
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        known = store.get(str(event["uid"]))
        newer = known is None or (event["sequence"], event["dtstamp"].dt) > (
            known["sequence"],
            known["dtstamp"].dt,
        )
        if newer:
            store[str(event["uid"])] = event
    return store


def test_a_call_stands_on_its_day_with_the_number_and_the_sheet():
    event = found(made([CALL]))["Call Ada Okafor, 555-0101"]
    assert event["dtstart"].dt == date(2026, 11, 25)
    assert event["dtend"].dt == date(2026, 11, 26)
    assert "I am not looking for a job with you" in event["description"]
    assert event["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("zone", "day", "hour"),
    [
        ("Europe/London", date(2026, 11, 30), 14),
        ("America/New_York", date(2027, 3, 8), 19),
        ("America/New_York", date(2027, 3, 15), 18),
        ("Asia/Tokyo", date(2026, 11, 30), 5),
    ],
    ids=str,
)
def test_the_time_of_an_interview_is_the_same_moment_in_every_calendar(zone, day, hour):
    data = calendar_ics([], [BO._replace(interview_on=day)], ME, TODAY, NOW, ZoneInfo(zone))
    event = found(data)["Informational interview: Bo Ek, Müller & Söhne; 山田, Ltd."]
    assert event["dtstart"].dt == datetime(day.year, day.month, day.day, hour, 30, tzinfo=UTC)
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=1)
    for stamp in re.findall(rb"^DT(?:START|END)[^\r\n]*", data, re.MULTILINE):
        assert stamp.endswith(b"Z") or b"VALUE=DATE:" in stamp


def test_an_interview_stands_at_its_time_with_place_and_sheet():
    event = found(made(questions=[("", "What does a week look like?")]))[
        "Informational interview: Bo Ek, Müller & Söhne; 山田, Ltd."
    ]
    assert event["dtstart"].dt == datetime(2026, 11, 30, 14, 30, tzinfo=UTC)
    assert event["location"] == "1 Long Street, Springfield"
    assert "competence, intelligence, honesty and likeability" in event["description"]
    assert "What does a week look like?" in event["description"]
    assert len(event.walk("VALARM")) == 1


def test_without_a_time_an_interview_takes_the_day():
    event = found(made(contacts=[BO._replace(interview_time=None)]))[
        "Informational interview: Bo Ek, Müller & Söhne; 山田, Ltd."
    ]
    assert event["dtstart"].dt == date(2026, 11, 30)
    assert event.walk("VALARM") == []


def test_the_thank_you_deadline_is_the_day_after_and_a_late_one_today():
    events = found(made([THANKS]))
    assert events["Thank Bo Ek in writing, at the latest today"]["dtstart"].dt == date(2026, 12, 1)
    assert events["Thank Ada Okafor in writing, at the latest today"]["dtstart"].dt == TODAY


def test_a_second_import_updates_and_adds_nothing():
    store = imported({}, made([CALL, THANKS]))
    before = dict(store)
    moved = BO._replace(interview_on=date(2026, 12, 8), interview_time=time(9))
    again = made(
        [CALL._replace(due=date(2026, 12, 2)), THANKS],
        contacts=[ADA, moved],
        today=TODAY + timedelta(1),
        now=NOW + timedelta(days=1),
    )
    imported(store, again)
    assert store.keys() == before.keys()
    days = {str(e["summary"]): e["dtstart"].dt for e in store.values()}
    assert days["Call Ada Okafor, 555-0101"] == date(2026, 12, 2)
    assert days["Informational interview: Bo Ek, Müller & Söhne; 山田, Ltd."] == datetime(
        2026, 12, 8, 9, tzinfo=UTC
    )


def test_the_deadline_set_ahead_is_the_one_that_the_thank_you_later_moves():
    ahead = found(made())["Thank Bo Ek in writing, at the latest today"]
    held = BO._replace(interview_held=Held.YES, thank_them_for="for the tour")
    action = Action(
        "c2",
        "Bo Ek",
        6,
        Step.THANK_YOU,
        LetterKind.THANK_YOU_IN_PERSON,
        date(2026, 11, 30),
        "R5",
        "…",
        occasion="2026-11-30",
    )
    happened = Event(date(2026, 11, 30), "c2", "Bo Ek", EventKind.INTERVIEW, "", "Yes, In person")
    later = found(made([action], [held], date(2026, 11, 30), NOW + timedelta(7), events=[happened]))
    assert later["Thank Bo Ek in writing, at the latest today"]["uid"] == ahead["uid"]
    assert "for the tour" in later["Thank Bo Ek in writing, at the latest today"]["description"]
    assert "Informational interview: Bo Ek, Müller & Söhne; 山田, Ltd." not in later


def test_a_cancelled_interview_is_taken_back_and_the_next_one_is_another():
    first = found(made())["Informational interview: Bo Ek, Müller & Söhne; 山田, Ltd."]
    cancelled = found(made(contacts=[BO._replace(interview_held=Held.CANCELLED)]))
    event = cancelled["Informational interview: Bo Ek, Müller & Söhne; 山田, Ltd."]
    assert (event["uid"], event["status"]) == (first["uid"], "CANCELLED")
    history = [Event(date(2026, 11, 30), "c2", "Bo Ek", EventKind.INTERVIEW, "", "Cancelled")]
    new = found(made(contacts=[BO._replace(interview_on=date(2026, 12, 9))], events=history))
    assert new["Informational interview: Bo Ek, Müller & Söhne; 山田, Ltd."]["uid"] != first["uid"]


def test_uids_differ_between_people_steps_and_workbooks():
    one = icalendar.Calendar.from_ical(made([CALL, THANKS])).walk("VEVENT")
    other = icalendar.Calendar.from_ical(
        calendar_ics([CALL, THANKS], (ADA, BO), ME._replace(workbook_id="WB-OTHER"), TODAY, NOW, LONDON)
    ).walk("VEVENT")
    uids = [str(e["uid"]) for e in [*one, *other]]
    assert len(set(uids)) == len(uids) == 8
    assert all("okafor" not in uid.lower() for uid in uids)


def test_the_file_is_well_formed():
    data = made(
        [CALL, THANKS],
        events=[Event(TODAY, "c1", "x", EventKind.CALL, "Phone", "Left message, " + "ü" * 200)],
    )
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        assert {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY"} <= event.keys()
        assert event["dtstamp"].dt.tzinfo is not None
        assert 0 < event["sequence"] < 2**31


def test_past_interviews_and_samples_beside_real_people_stay_out():
    past = BO._replace(interview_on=date(2026, 11, 20))
    sample = BO._replace(id="c3", source=Source.SAMPLE)
    assert found(made(contacts=[ADA, past, sample])) == {}
    assert found(made(contacts=[sample]))


def test_an_empty_calendar_is_a_calendar():
    assert icalendar.Calendar.from_ical(made(contacts=[])).walk("VEVENT") == []


def test_the_moment_needs_a_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        made(now=datetime(2026, 11, 23, 9, 14))
