"""One judgment of what day can be meant, whatever door it comes in by."""

from __future__ import annotations

from datetime import date, datetime
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.letters.letterfile import parse_letter
from pipeline.mail.incoming.meetings import meeting_in
from pipeline.model.dates import BadDay, plausible, read_day
from pipeline.sheets.cells import BadCell, parse_date

NEVER = [date(26, 11, 25), date(1, 1, 1), date(1899, 12, 30), date(9999, 12, 31), date(2101, 1, 1)]


@pytest.mark.parametrize("day", NEVER)
@pytest.mark.parametrize(
    "form", [lambda d: d, lambda d: datetime(d.year, d.month, d.day), lambda d: d.isoformat()]
)
def test_no_cell_holds_a_day_that_cant_be_meant(day, form):
    with pytest.raises(BadCell, match="year"):
        parse_date(form(day))


@pytest.mark.parametrize("day", NEVER)
def test_nor_a_text_nor_a_value(day):
    with pytest.raises(BadDay, match="year"):
        read_day(day.isoformat())
    with pytest.raises(BadDay):
        plausible(day)


@pytest.mark.parametrize(
    "text", ["112526", "2026-W48-3", "20261125", "26-11-25", "2026-02-30", "", "2026-11-25T10:00"]
)
def test_a_day_is_written_in_one_way_only(text):
    with pytest.raises(BadDay):
        read_day(text)


def test_the_days_that_are_meant_are_read():
    assert read_day(" 2026-11-25 ") == parse_date("2026-11-25") == date(2026, 11, 25)


@pytest.mark.parametrize("day", ["0026-11-25", "0001-01-01", "9999-12-31", "2026-13-01"])
def test_the_command_line_refuses_it_in_a_sentence(day, tmp_path):
    done = CliRunner().invoke(main, ["daily", "--today", day, "-w", str(tmp_path / "networking.xlsx")])
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert "year" in done.output or "2026-12-31" in done.output


def test_a_letters_file_names_it():
    letter = parse_letter(
        "ABCDE", "ABCDE-x.txt", "To: a@example.org\nSubject: S\nCall on: 0026-11-25\n\nText"
    )
    assert "is no date" in letter.fault


def test_an_invitation_for_it_is_none():
    mail = EmailMessage()
    mail.set_content("See you")
    calendar = (
        "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nDTSTART:00261125T100000\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    mail.add_attachment(calendar.encode(), "text", "calendar")
    assert meeting_in(mail, ZoneInfo("UTC")) is None
