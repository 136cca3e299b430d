"""What stands in a letter for a cell that is blank, and which cell that is. Pure."""

from __future__ import annotations

from typing import NamedTuple


class Blank(NamedTuple):
    """A placeholder, with the attribute of the contact's cell that fills it, or of the setting; both blank for neither."""

    text: str
    attr: str = ""
    setting: str = ""


GREETING = Blank("[greeting]", "salutation")
PURPOSE = Blank("[to …: your purpose, on the Settings sheet]", setting="purpose")
WHY = Blank("[because of …: why you write to this person]", "why_this_person")
THANKS = Blank("[for …: one specific thing that they said or did]", "thank_them_for")
REFERRER = Blank("[who referred you]", "referred_by")
MET = Blank("[whom you have met]")
DAY = Blank("[the day]", "interview_on")
OFFERED = Blank("[what they offered]", "they_offered")
YOUR_NAME = Blank("[your name]", setting="name")
BLANKS = (GREETING, PURPOSE, WHY, THANKS, REFERRER, MET, DAY, OFFERED, YOUR_NAME)


def blank_in(message: str) -> Blank | None:
    """Find the placeholder of which a check speaks."""
    return next((b for b in BLANKS if b.text in message), None)
