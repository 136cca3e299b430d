"""The Dashboard sheet: tiles and charts over the tables, in formulas that need nobody but Excel.

The formulas keep to what Excel 2016 and LibreOffice 7.4 know alike: SUMPRODUCT, COUNTIFS and structured references.
"""

from __future__ import annotations

from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import CallResult, Held, Source, Stage
from pipeline.sheets import dashboard_cells as at
from workbook_templates import charts, look

WIDTHS = dict(zip("ABCDEFGHIJKLM", (2, 13, 13, 9, 2, 26, 12, 2, 24, 11, 11, 9, 22), strict=True))
_SOURCE = f'(Contacts[Source]<>"{Source.SAMPLE}")'
_REAL = f'Contacts[Source],"<>{Source.SAMPLE}"'
_GAP = Border(left=Side("thick", color="FFFFFF"))
_LEFT_CENTERED = Alignment(horizontal="left", vertical="center", indent=1)


def lay_out(sheet: Worksheet) -> None:
    """Write tiles, charts and the numbers behind them."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = look.OURS
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    _put(sheet, 2, 2, "Dashboard", look.font(20, look.YOURS, bold=True))
    _put(
        sheet,
        3,
        2,
        "How the search is going, counted from your own workbook alone. Samples count nowhere: the numbers begin with your first real contact.",
        look.font(color=look.MUTED),
    )
    sheet.row_dimensions[2].height = 28
    _tiles(sheet)
    _weeks(sheet)
    _people(sheet)
    _sources(sheet)
    _fields(sheet)
    _openings(sheet)
    _market(sheet)
    _put(sheet, at.HEADS - 2, 2, "The numbers behind the charts", look.font(14, look.YOURS, bold=True))
    _put(
        sheet,
        at.MARKER_AT[0],
        2,
        "Calculated by formulas; what the daily run fills in is marked *. The program finds the cells by the word at the right: leave it.",
        look.font(9, look.MUTED),
    )
    _put(sheet, *at.MARKER_AT, at.MARKER, look.font(9, look.MUTED))
    charts.add(sheet)
    sheet.print_area = f"A1:M{at.MARKER_AT[0]}"
    look.page(sheet)


def _tiles(sheet: Worksheet) -> None:
    last, people = f"{_letter(at.LETTERS)}{at.LAST_WEEK}", _letter(at.PEOPLE)
    daily = f"{people}{at.DAILY_GOAL_ROW}"
    tiles = (
        (
            at.THIS_WEEK,
            4,
            "First letters this week",
            f'={last}&" of "&{_letter(at.GOAL)}{at.LAST_WEEK}',
            "of the daily goal x 5",
        ),
        (
            at.RUNWAY,
            7,
            "Runway, business days",
            f'=IF({daily}>0,INT({people}{at.LEFT_ROW}/{daily}),"no goal")',
            "until nobody is left to write to",
        ),
        (
            at.AGREED,
            9,
            "Agreed to talk",
            f'=J{at.ALL_ROW}&" of "&K{at.ALL_ROW}',
            "of those who answered, or rest",
        ),
        (
            at.THANKED,
            11,
            "Thanked within 24 hours",
            f'={people}{at.THANKED_ROW}&" of "&{people}{at.CONVERSATIONS_ROW}',
            "talks, by the next day",
        ),
        (
            at.OPENINGS,
            13,
            "Openings mentioned",
            f'=COUNTIFS(Contacts[Opening mentioned],"?*",{_REAL})',
            "for you: no letter brings them up",
        ),
    )
    for tile in tiles:
        _tile(sheet, *tile)
    _mark_short_runway(sheet)


def _tile(sheet: Worksheet, first: int, last: int, label: str, formula: str, caption: str) -> None:
    for row, text, font, height in (
        (at.TILE_LABEL, label, look.font(10, look.MUTED, bold=True), 22),
        (at.TILE_VALUE, formula, look.font(22, look.YOURS, bold=True), 34),
        (at.TILE_CAPTION, caption, look.font(9, look.MUTED), 20),
    ):
        for column in range(first, last + 1):
            sheet.cell(row, column).fill = look.shade(look.OURS_CELL)
        sheet.cell(row, first).border = _GAP
        _put(sheet, row, first, text, font, _LEFT_CENTERED)
        sheet.row_dimensions[row].height = height
        if last > first:
            sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)


def _mark_short_runway(sheet: Worksheet) -> None:
    runway = f"{_letter(at.RUNWAY)}{at.TILE_VALUE}"
    sheet.conditional_formatting.add(
        runway,
        Rule(
            type="expression",
            formula=[f"AND(ISNUMBER({runway}),{runway}<5)"],
            dxf=look.changed(look.LATE, look.LATE_SHADE, bold=True),
        ),
    )


def _weeks(sheet: Worksheet) -> None:
    _heads(sheet, at.HEADS, at.WEEK, "Week of", "First letters", "Goal")
    week = _letter(at.WEEK)
    for row in range(at.FIRST, at.LAST_WEEK + 1):
        monday = f"=TODAY()-WEEKDAY(TODAY(),3)-{7 * (at.LAST_WEEK - row)}"
        until = f"MIN({week}{row}+7,TODAY()+1)"
        sent = "Contacts[Approach sent]"
        _put(sheet, row, at.WEEK, monday).number_format = look.DATE_FORMAT
        _put(
            sheet,
            row,
            at.LETTERS,
            f'=COUNTIFS({sent},">="&MAX({week}{row},{_from()}),{sent},"<"&{until},{_REAL})',
        )
        _put(sheet, row, at.GOAL, f"=5*{_letter(at.PEOPLE)}${at.DAILY_GOAL_ROW}")


def _people(sheet: Worksheet) -> None:
    _heads(sheet, at.HEADS, at.STEP, "So far", "People")
    formulas = (
        f'=COUNTIFS(Contacts[ID],"?*",{_REAL})',
        f'=COUNTIFS(Contacts[Approach sent],">="&MAX({_from()},1),{_REAL})',
        f"=SUMPRODUCT({_SOURCE}*(({_talked()})>0))",
        f'=SUMPRODUCT({_SOURCE}*(({_talked()})>0)*(Contacts[Referrals given]<>""))',
    )
    for row, (step, formula) in enumerate(zip(at.FUNNEL, formulas, strict=True), at.FIRST):
        _put(sheet, row, at.STEP, step)
        _put(sheet, row, at.PEOPLE, formula)
    goal, since = _setting("Daily prospecting goal"), _setting("Act from")
    for row, label, value in (
        (at.CONVERSATIONS_ROW, "Conversations *", 0),
        (at.THANKED_ROW, "Thanked within 24 hours *", 0),
        (at.LEFT_ROW, "Left to write to", f'=COUNTIFS(Contacts[Stage],"{Stage.TARGET}",{_REAL})'),
        (at.DAILY_GOAL_ROW, "Daily prospecting goal", f"=IF(ISNUMBER({goal}),MAX({goal},0),3)"),
        (
            at.FROM_ROW,
            "Counted from (Act from)",
            f"=IF(ISNUMBER({since}),INT({since}),IFERROR(DATEVALUE({since}),0))",
        ),
    ):
        _put(sheet, row, at.STEP, label)
        _put(sheet, row, at.PEOPLE, value)
    sheet.cell(at.FROM_ROW, at.PEOPLE).number_format = look.DATE_FORMAT + ';;"always"'


def _sources(sheet: Worksheet) -> None:
    _heads(sheet, at.HEADS, at.SOURCE, "Source", "Agreed", "Answered", "Rate", "In the chart")
    yes, answered = _letter(at.YES), _letter(at.ANSWERED)
    for row, source in enumerate(at.SOURCES, at.FIRST):
        _put(sheet, row, at.SOURCE, source)
        for column, whom in ((at.YES, _agreed()), (at.ANSWERED, _settled())):
            known = f'(Contacts[Source]="{source}")'
            if source == at.SOURCES[-1]:
                known = _SOURCE + "".join(f'*(Contacts[Source]<>"{s}")' for s in at.SOURCES[:-1])
            _put(sheet, row, column, f"=SUMPRODUCT({known}*(({whom})>0))")
        _rate(sheet, row)
        cell = f"{_letter(at.SOURCE)}{row}"
        _put(
            sheet,
            row,
            at.LABEL,
            f'={cell}&IF({answered}{row}=0,""," ("&{yes}{row}&" of "&{answered}{row}&")")',
        )
    _put(sheet, at.ALL_ROW, at.SOURCE, "All", look.font(bold=True))
    for column, whom in ((at.YES, _agreed()), (at.ANSWERED, _settled())):
        _put(sheet, at.ALL_ROW, column, f"=SUMPRODUCT({_SOURCE}*(({whom})>0))", look.font(bold=True))
    _rate(sheet, at.ALL_ROW)


def _rate(sheet: Worksheet, row: int) -> None:
    cell = _put(sheet, row, at.RATE, f'=IF(K{row}=0,"",J{row}/K{row})')
    cell.number_format = "0%"


def _fields(sheet: Worksheet) -> None:
    """Fill in the field's names by the program: which there are, no formula tells that both programs know."""
    _heads(sheet, at.FIT_HEADS, at.FIELD, "Field *", "Fit", "People")
    for row in range(at.FIT_FIRST, at.FIT_FIRST + at.FIELDS):
        name, count = f"${_letter(at.FIELD)}{row}", f"{_letter(at.MARKS)}{row}"
        marked = f'{_SOURCE}*(TRIM(Contacts[Field])=IF({name}="No field","",{name}))*(Contacts[Fit]>=1)*(Contacts[Fit]<=5)'
        _put(sheet, row, at.FIELD, None)
        _put(
            sheet, row, at.MEAN, f'=IF(N({count})=0,"",SUMPRODUCT({marked},Contacts[Fit])/{count})'
        ).number_format = "0.0"
        _put(sheet, row, at.MARKS, f'=IF({name}="","",SUMPRODUCT({marked}))')


def _openings(sheet: Worksheet) -> None:
    _heads(sheet, at.OPENING_HEADS, at.OPENING, "Openings mentioned *", "")
    for row in range(at.OPENING_FIRST, at.OPENING_FIRST + at.SHOWN_OPENINGS):
        _put(sheet, row, at.OPENING, None)


def _market(sheet: Worksheet) -> None:
    for column in range(at.SIDE, at.FROM_APPLICATIONS + 2):
        _heads(sheet, at.MARKET_HEADS, column, at.SIDE_HEADS.get(column, ""))
    for row, label in at.SIDE_ROWS.items():
        _put(sheet, row, at.SIDE, label)
        for column in (at.FROM_LETTERS, at.FROM_APPLICATIONS):
            _put(sheet, row, column, None)


def _dated() -> str:
    """Whether the latest result counts: by the call's date, else the reply's; without any where nothing is left out."""
    called, replied, since = "Contacts[Called on]", "Contacts[Replied on]", _from()
    by_mail = f'({replied}<>"")*({replied}>={since})+({replied}="")*({since}=0)'
    return f'(({called}<>"")*({called}>={since})+({called}="")*({by_mail}))'


def _results(*results: CallResult) -> str:
    return "(" + "+".join(f'(Contacts[Call result]="{r}")' for r in results) + ")*" + _dated()


def _on(column: str) -> str:
    return f'({column}<>"")*({column}>={_from()})'


def _agreed() -> str:
    return (
        _results(
            CallResult.ACCEPTED_IN_PERSON,
            CallResult.ACCEPTED_PHONE,
            CallResult.ACCEPTED_VIDEO,
            CallResult.INTERVIEWED,
        )
        + "+"
        + _on("Contacts[Interview on]")
    )


def _settled() -> str:
    refused = _results(CallResult.PUT_OFF, CallResult.DECLINED, CallResult.WRONG_PERSON)
    resting = (
        f'(Contacts[Stage]="{Stage.RESTING}")*({_on("Contacts[Approach sent]")}+{_on("Contacts[Called on]")})'
    )
    return f"{_agreed()}+{refused}+{resting}"


def _talked() -> str:
    talked = _results(
        CallResult.INTERVIEWED, CallResult.PUT_OFF, CallResult.DECLINED, CallResult.WRONG_PERSON
    )
    held = f'(Contacts[Interview held]="{Held.YES}")*{_on("Contacts[Interview on]")}'
    return f"{talked}+{held}+{_on('Contacts[[Thank-you sent]]')}"


def _from() -> str:
    return f"${_letter(at.PEOPLE)}${at.FROM_ROW}"


def _setting(name: str) -> str:
    return f'INDEX(Settings[Value],MATCH("{name}",Settings[Setting],0))'


def _heads(sheet: Worksheet, row: int, column: int, *heads: str) -> None:
    for number, head in enumerate(heads, column):
        cell = _put(sheet, row, number, head, look.font(10, "FFFFFF", bold=True))
        cell.fill = look.shade(look.OURS)


def _put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: Any,
    font: Font | None = None,
    alignment: Alignment | None = None,
) -> Any:
    cell = sheet.cell(row, column, value)
    cell.font, cell.alignment = font or look.font(), alignment or look.TOP_LEFT
    return cell


def _letter(column: int) -> str:
    return str(get_column_letter(column))
