"""Fonts, shades and formats, one name for each."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

FACE = "Calibri"
INK, MUTED, LINE = "1F2933", "7B8794", "D9DEE4"
YOURS, OURS = "1F4E5F", "6B7785"
OURS_CELL = "F2F4F6"
LATE, LATE_SHADE = "9C3D10", "FDF1E7"
BAD, BAD_SHADE = "9B1C1C", "FBE9E7"
GOOD, GOOD_SHADE = "1E6B3A", "E6F3EA"
AWAY, AWAY_SHADE = "1F4E79", "E4EEF7"

DATE_FORMAT, MOMENT_FORMAT = "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm"


def font(size: float = 11, color: str = INK, *, bold: bool = False, italic: bool = False) -> Font:
    """Make a font of the one typeface."""
    return Font(name=FACE, size=size, color=color, bold=bold, italic=italic, family=2)


def shade(color: str) -> PatternFill:
    """Make a plain fill."""
    return PatternFill("solid", start_color=color, end_color=color)


def changed(color: str, fill: str = "", *, bold: bool = False, italic: bool = False) -> DifferentialStyle:
    """Make what a conditional format changes."""
    return DifferentialStyle(
        font=Font(color=color, bold=bold or None, italic=italic or None),
        fill=PatternFill(bgColor=fill) if fill else None,
    )


UNDERLINE = Border(bottom=Side("thin", color=LINE))
TOP = Alignment(vertical="top")
TOP_WRAPPED = Alignment(vertical="top", wrap_text=True)
TOP_LEFT_WRAPPED = Alignment(vertical="top", horizontal="left", wrap_text=True)
TOP_LEFT = Alignment(vertical="top", horizontal="left")
TOP_RIGHT = Alignment(vertical="top", horizontal="right", indent=1)
TOP_CENTERED = Alignment(vertical="top", horizontal="center")
HEADER = Alignment(vertical="center", wrap_text=True)


def page(sheet: Worksheet, *, landscape: bool = True, pages_wide: int = 1) -> None:
    """Set up printing: margins, as many pages wide as given, the sheet's name and the page number below."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 1
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages_wide, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom = 0.6, 0.7
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "Page &P of &N"
    sheet.oddFooter.left.size = sheet.oddFooter.right.size = 9
