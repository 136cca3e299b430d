"""The Dashboard's four charts: calm colors, the title in words, no more lines than needed."""

from __future__ import annotations

from typing import Any

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.sheets import dashboard_cells as at
from workbook_templates import look

LETTERS, PEOPLE, RATES, FITS = "4F8A8B", "5B7DB1", "8C7AA9", "B08A4F"
# Column and row, from 0, of the first cell and of the one behind the last.
_PLACES = {
    "letters": (1, 8, 7, 25),
    "people": (8, 8, 13, 25),
    "sources": (1, 26, 7, 42),
    "fit": (8, 26, 13, 42),
}


def add(sheet: Worksheet) -> None:
    """Put the four charts between the tiles and the numbers."""
    _place(sheet, _letters(sheet), "letters")
    _place(
        sheet,
        _bars(
            sheet, "From the list to a referral", PEOPLE, at.STEP, at.PEOPLE, at.FIRST, len(at.FUNNEL), "0"
        ),
        "people",
    )
    sources = _bars(
        sheet, "Who agreed to talk, by source", RATES, at.LABEL, at.RATE, at.FIRST, len(at.SOURCES), "0%"
    )
    sources.y_axis.scaling.max, sources.y_axis.majorUnit = 1, 0.25
    _place(sheet, sources, "sources")
    fit = _bars(
        sheet, "How the work fits, 1 to 5, by field", FITS, at.FIELD, at.MEAN, at.FIT_FIRST, at.FIELDS, "0"
    )
    fit.y_axis.scaling.max, fit.y_axis.majorUnit = 5, 1
    _place(sheet, fit, "fit")


def _letters(sheet: Worksheet) -> BarChart:
    bars, goal = BarChart(), LineChart()
    bars.title, bars.gapWidth = "First letters a week, against the goal", 45
    bars.add_data(_cells(sheet, at.LETTERS, at.HEADS, at.LAST_WEEK), titles_from_data=True)
    goal.add_data(_cells(sheet, at.GOAL, at.HEADS, at.LAST_WEEK), titles_from_data=True)
    bars.set_categories(_cells(sheet, at.WEEK, at.FIRST, at.LAST_WEEK))
    _fill(bars, LETTERS)
    line = goal.series[0]
    line.graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=look.LATE, w=15875, prstDash="dash")
    )
    line.marker.symbol, line.smooth = "none", False
    bars += goal
    bars.legend.position = "b"
    bars.x_axis.number_format, bars.y_axis.number_format = "d\\ mmm", "0"
    bars.x_axis.numFmt.sourceLinked = False
    bars.x_axis.auto = False  # else Excel makes it a scale of days, and the bars hairlines
    _calm(bars)
    return bars


def _bars(
    sheet: Worksheet,
    title: str,
    color: str,
    names: int,
    values: int,
    first: int,
    count: int,
    number_format: str,
) -> BarChart:
    chart = BarChart()
    chart.type, chart.title, chart.legend, chart.gapWidth = "bar", title, None, 45
    chart.add_data(_cells(sheet, values, first, first + count - 1))
    chart.set_categories(_cells(sheet, names, first, first + count - 1))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.number_format = number_format
    chart.y_axis.crosses = "max"  # the scale stands below although the first bar is on top
    _fill(chart, color)
    if values == at.PEOPLE:
        chart.dataLabels = DataLabelList(
            showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
        )
        chart.dataLabels.txPr = _text(10, look.INK)
    _calm(chart)
    if values == at.PEOPLE:  # the bars carry their numbers
        chart.y_axis.delete, chart.y_axis.majorGridlines = True, None
    return chart


def _cells(sheet: Worksheet, column: int, first: int, last: int) -> Reference:
    return Reference(sheet, min_col=column, min_row=first, max_row=last)


def _fill(chart: BarChart, color: str) -> None:
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill=color, ln=LineProperties(noFill=True))
    chart.series[0].invertIfNegative = False


def _calm(chart: BarChart) -> None:
    """One thin grid, no frames, small grey letters."""
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete, axis.majorTickMark, axis.minorTickMark = False, "none", "none"
        axis.txPr = _text(9, look.MUTED)
        axis.title = None
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=look.LINE))
    chart.y_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill="ECEFF2")))
    chart.y_axis.scaling.min = 0
    chart.graphical_properties = GraphicalProperties(
        solidFill="FFFFFF", ln=LineProperties(solidFill=look.LINE)
    )
    chart.roundedCorners = False
    title: Any = chart.title  # made of the text that was given
    title.overlay = False
    title.layout = Layout(manualLayout=ManualLayout(xMode="edge", yMode="edge", x=0.03, y=0.03))
    for paragraph in title.tx.rich.p:
        paragraph.pPr = ParagraphProperties(defRPr=_letters_of(12, look.YOURS, bold=True))
        for run in paragraph.r:
            run.rPr = _letters_of(12, look.YOURS, bold=True)
    if chart.legend:
        chart.legend.txPr = _text(9, look.MUTED)


def _letters_of(size: int, color: str, *, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=size * 100, b=bold, solidFill=color, latin=Font(typeface=look.FACE))


def _text(size: int, color: str) -> RichText:
    return RichText(
        p=[
            Paragraph(
                pPr=ParagraphProperties(defRPr=_letters_of(size, color)), endParaRPr=CharacterProperties()
            )
        ]
    )


def _place(sheet: Worksheet, chart: Any, name: str) -> None:
    left, top, right, bottom = _PLACES[name]
    chart.anchor = TwoCellAnchor(
        editAs="oneCell", _from=AnchorMarker(col=left, row=top), to=AnchorMarker(col=right, row=bottom)
    )
    sheet.add_chart(chart)
