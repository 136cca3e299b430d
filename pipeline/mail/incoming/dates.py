"""The day on which somebody is back, out of an absence note in one of eight languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

_FARTHEST, _JUST_PAST, _FAR = timedelta(days=370), timedelta(days=90), timedelta(days=100)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner jaenner janvier janv enero ene gennaio gen janeiro januari",
            "february feb februar fevrier fevr fev febrero febbraio fevereiro februari",
            "march mar marz maerz mrz mars marzo marco maart mrt",
            "april apr avril avr abril abr aprile",
            "may mai mayo maggio mag maio mei",
            "june jun juni juin junio giugno giu junho",
            "july jul juli juillet juil julio luglio lug julho",
            "august aug aout agosto ago augustus",
            "september sep sept septembre septiembre settembre set setembro",
            "october oct oktober okt octobre octubre ottobre ott outubro out",
            "november nov novembre noviembre novembro",
            "december dec dezember dez decembre diciembre dic dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST_WORDS = re.compile(
    r"\b(bis|ab|wieder|zuruck|buro|abwesend|jusqu|retour|absente?|bureau|conges?|partir|hasta|regres\w*|vuelv\w*|oficina|ausente"
    r"|rentr\w*|fino|rientr\w*|ufficio|ferie|assente|ate|retorn\w*|voltarei|escritorio|ferias|tot|terug|afwezig|kantoor|vanaf)\b"
)
_PATTERNS = (
    re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"),
    re.compile(r"(?:(?P<y>20\d\d)\s*年\s*)?(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"),
    re.compile(r"\b(?P<y>20\d\d)/(?P<m>\d{1,2})/(?P<d>\d{1,2})\b"),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?\s*(?:of\s+|de\s+|d')?(?P<name>{_MONTH})\b\.?,?\s*(?:de\s+|del\s+)?(?P<y>20\d\d)?\b"
    ),
    re.compile(rf"\b(?P<name>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y>20\d\d)\b)?"),
    re.compile(r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.(?:\s?(?P<y>20\d\d|\d\d)\b)?"),
    re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>20\d\d|\d\d))?(?![\d/]|-[a-z])"),
    re.compile(r"(?<![\d-])(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>20\d\d)\b"),
)
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag lundi lunes lunedi segunda maandag 月曜",
            "tuesday tue dienstag mardi martes martedi terca dinsdag 火曜",
            "wednesday wed mittwoch mercredi miercoles mercoledi quarta woensdag 水曜",
            "thursday thu donnerstag jeudi jueves giovedi quinta donderdag 木曜",
            "friday fri freitag vendredi viernes venerdi sexta vrijdag 金曜",
            "saturday samstag sonnabend samedi sabado sabato zaterdag 土曜",
            "sunday sonntag dimanche domingo domenica zondag 日曜",
        )
    )
    for name in names.split()
}
_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_BACK_WORDS = (
    r"(?:back|return\w*|until|till|through|wieder|zuruck|bis|ab|retour|jusqu'?(?:a|au)?|hasta|regres\w*|vuelv\w*|partir"
    r"|rentr\w*|fino|rientr\w*|torn\w+|ate|retorn\w*|volt\w*|terug|tot|vanaf)"
)
_BACK_ON = re.compile(
    rf"\b{_BACK_WORDS}\b(?:\W+\w+){{0,3}}?\W+(?P<day>{_WEEKDAY})\b|(?P<ja>[月火水木金土日]曜)日?\s*(?:まで|に戻|より|から)"
)
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "eine": 1, "einer": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "une": 1, "un": 1, "deux": 2, "trois": 3, "quatre": 4,
    "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "due": 2, "tre": 3, "quattro": 4, "uma": 1, "um": 1, "duas": 2, "dois": 2,
    "quatro": 4, "een": 1, "twee": 2, "drie": 3,
}  # fmt: skip
_SPANS = (
    (re.compile(r"^(?:day|tag|jour|dia|giorn|dag)"), 1),
    (re.compile(r"^fortnight"), 14),
    (re.compile(r"^(?:week|woche|semaine|semana|settiman|weken)"), 7),
    (re.compile(r"^(?:month|monat|mois|mes|maand)"), 30),
)
_LENGTH = re.compile(
    r"\b(?P<before>\w+\s+)?(?P<n>\d{1,2}|"
    + "|".join(_NUMBERS)
    + r")[\s-]+(?P<span>(?:day|fortnight|week|month|tag|woche|monat|jour|semaine"
    r"|mois|dia|semana|mes|giorn|settiman|dag|weken|maand)\w*)"
)
_PAST_WORDS = frozenset(
    [
        "last",
        "past",
        "letzten",
        "vergangenen",
        "dernieres",
        "derniers",
        "ultimas",
        "ultimos",
        "scorse",
        "afgelopen",
    ]
)
# A day alone, "until the 30th": only where the wording says that a day of the month is meant, and no hour.
_DAY_ALONE = re.compile(
    r"\b(?:the|on) (?P<en>\d{1,2})(?:st|nd|rd|th)\b"
    r"|\b(?:bis zum|ab dem|am) (?P<de>\d{1,2})\.(?![\d\w]| ?\w)"
    r"|\b(?:jusqu'au|le|a partir du|hasta el|el dia|al|fino al|dal|il|ate(?: o)? dia|dia|tot de|tot en met de|op de|vanaf de) (?P<other>\d{1,2})e?\b(?! ?[/.:-]?\d| ?h\b| \w+ (?:de )?20\d\d)"
    r"|(?<![\d月])(?P<ja>\d{1,2})日(?=\s*[(（]?[月火水木金土日]?[)）]?\s*(?:まで|に|より|から))"
)
_NEXT_WEEK = re.compile(
    r"\b(?:next week|nachste woche|kommende woche|semaine prochaine|proxima semana|semana que vem|prossima settimana|volgende week)\b|来週"
)
_TOMORROW = re.compile(r"\b(?:tomorrow|morgen wieder|demain|manana|domani|amanha)\b|明日")


_NOT = r"\b(?:not|never|nicht|nie|pas|plus|no|non|nao|niet)\b"
_RETURNS = re.compile(
    rf"\b(?:i am|i'm|i will be|i'll be|i get|when i|once i|after i|until i)\b(?:(?!{_NOT})[^.!?\n]){{0,40}}\b(?:back|return|returned)\b(?! to you)|\b(?:after|on|upon) my return\b|\bi (?:will )?return (?:on|from|to the office)\b"
    rf"|\b(?:bin ich|ich bin|wenn ich|sobald ich)\b(?:(?!{_NOT})[^!?\n]){{0,40}}\b(?:wieder (?:da|im|zuruck|erreichbar)|zuruck)\b|\b(?:bei|nach) meiner ruckkehr\b|\bkehre\b[^.!?\n]{{0,40}}\bzuruck\b"
    rf"|\bde retour\b|\b(?:a|des) mon retour\b|\bje (?:rentre|reviens)\b|\b(?:vuelvo|volvere|regreso|regresare)\b(?! a \w+r\b)|\bal? mi (?:regreso|vuelta)\b|\b(?:torno|tornero|rientro|rientrero)\b(?! a )|\bal mio (?:ritorno|rientro)\b"
    rf"|\b(?:volto|voltarei|regresso|regressarei|retorno|retornarei)\b(?! a \w+r\b)|\bno meu (?:regresso|retorno)\b|\bben (?:ik )?(?:(?!{_NOT})[^.!?\n]){{0,40}}\bterug\b|\b(?:bij|na) mijn terugkeer\b"
)
"""Said of themselves by somebody who will be back."""


def speaks_of_return(text: str) -> bool:
    """Tell whether somebody says of themselves that they will be back."""
    return _RETURNS.search(_folded(text)) is not None


def talk_after_return(text: str, arrived: date) -> date | None:
    """Return the day that an answer names whose writer speaks of being back; None where it speaks of no return, or no day."""
    return return_date(text, arrived) if speaks_of_return(text) else None


def return_date(text: str, arrived: date) -> date | None:
    """Return the day of return that an absence note names, after its arrival and within a year; None where it names none.

    Of several dates the latest: "from the 1st to the 5th" and "back on the 5th" both give the 5th, and to wait a day too
    long does no harm. A weekday counts only after a word of returning, a length of time only where no day is named.
    """
    said = _folded(text)
    days = [d for d in _dates(said, arrived) if arrived <= d <= arrived + _FARTHEST]
    found = max(days, default=None) or max(_days_alone(said, arrived), default=None)
    return found or _weekday(said, arrived) or _after_a_while(said, arrived)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return unicodedata.normalize(
        "NFC", "".join(c for c in plain if unicodedata.category(c) != "Mn" or c in "\u3099\u309a")
    )


def _dates(text: str, arrived: date) -> Iterator[date]:
    day_first = bool(_DAY_FIRST_WORDS.search(text))
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            if "a" in parts:
                yield from _slashed(int(parts["a"]), int(parts["b"]), parts["y"], arrived, day_first)
            else:
                month = _MONTHS[parts["name"]] if parts.get("name") else int(parts["m"])
                yield from _dated(int(parts["d"]), month, parts["y"], arrived)


def _slashed(a: int, b: int, year: str | None, arrived: date, day_first: bool) -> Iterator[date]:
    """Read 5/12: by the language's order, unless that lies in the past or far off and the other order does not."""
    pairs = [(a, b), (b, a)] if day_first else [(b, a), (a, b)]
    readings = [found for day, month in pairs for found in _dated(day, month, year, arrived)]
    near = [d for d in readings if not year and arrived <= d <= arrived + _FAR]
    ahead = [d for d in readings if arrived <= d]
    yield from (near or ahead or readings)[:1]


def _dated(day: int, month: int, year: str | None, arrived: date) -> Iterator[date]:
    """Yield the date; without a year the next one, unless the last was less than 90 days ago: then that is meant."""
    years = [int(year) + (2000 if int(year) < 100 else 0)] if year else [arrived.year, arrived.year + 1]
    for y in years:
        try:
            found = date(y, month, day)
        except ValueError:
            continue
        if year or found >= arrived - _JUST_PAST:
            yield found
            return


def _days_alone(text: str, arrived: date) -> Iterator[date]:
    """Yield the next day of the month that has the number named."""
    for match in _DAY_ALONE.finditer(text):
        number = int(next(filter(None, match.groups())))
        month_on = (arrived.replace(day=1) + timedelta(days=31)).replace(day=1)
        for first in (arrived.replace(day=1), month_on):
            found = first + timedelta(days=number - 1)
            if number and found.month == first.month and found >= arrived:
                yield found
                break


def _weekday(text: str, arrived: date) -> date | None:
    days = []
    for match in _BACK_ON.finditer(text):
        number = _WEEKDAYS[match["day"] or match["ja"]]
        days.append(arrived + timedelta(days=(number - arrived.weekday() - 1) % 7 + 1))
    return max(days, default=None)


def _after_a_while(text: str, arrived: date) -> date | None:
    for match in _LENGTH.finditer(text):
        if (match["before"] or "").strip() in _PAST_WORDS:
            continue
        number = int(match["n"]) if match["n"].isdigit() else _NUMBERS[match["n"]]
        days = next((d for word, d in _SPANS if word.match(match["span"])), 0)
        if days and number:
            return min(arrived + timedelta(days=number * days), arrived + _FARTHEST)
    if _NEXT_WEEK.search(text):
        return arrived + timedelta(days=7 - arrived.weekday())
    return arrived + timedelta(days=1) if _TOMORROW.search(text) else None
