"""Hypothesis strategies for sheets written in every way the format allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from hypothesis import strategies as st

from pipeline.workbook.refs import cell_name
from tests.workbook.packages import DECLARATION, MAIN, STYLES, book, strings

SHARED = ("one", " two ", "a &amp; b", "_x0041_", "")
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t &<>]\"'_x="),
    max_size=12,
)
VALUES = st.one_of(
    st.none(),
    TEXTS,
    st.booleans(),
    st.integers(-(10**14), 10**14),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 1, 1), date(9999, 12, 31)),
    st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 30)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
)
BETWEEN = st.sampled_from(
    ["", "", "", "\n  ", "<!-- <row r='1'><c/></row> -->", "<?pi <c r='A1'/> ?>", "\r\n\t"]
)
QUOTES = st.sampled_from("\"'")


@dataclass
class Sheet:
    """A sheet's XML and the package it stands in."""

    xml: str
    data: bytes


@st.composite
def cells(draw: st.DrawFn, row: int, column: int, prefix: str, named: bool) -> str:
    p, quote = prefix, draw(QUOTES)
    attributes = [f"r={quote}{cell_name(row, column)}{quote}"] if named else []
    attributes += draw(
        st.sampled_from([[], [], [f"s={quote}2{quote}"], [f"s={quote}1{quote}", 'ph="1"'], ['foo="a>b"']])
    )
    kind = draw(
        st.sampled_from(
            ["blank", "blank", "empty", "number", "shared", "inline", "cdata", "bool", "formula", "error"]
        )
    )
    text = escape(draw(TEXTS)).replace("\r", "")
    types = {"shared": "s", "inline": "inlineStr", "cdata": "inlineStr", "bool": "b", "error": "e"}
    if kind in types:
        attributes.insert(draw(st.integers(0, len(attributes))), f't="{types[kind]}"')
    content = {
        "number": f"<{p}v>{draw(st.integers(0, 99))}</{p}v>",
        "shared": f"<{p}v>{draw(st.integers(0, len(SHARED) - 1))}</{p}v>",
        "inline": f"<{p}is><{p}t xml:space='preserve'>{text}</{p}t></{p}is>",
        "cdata": f"<{p}is><{p}t><![CDATA[</c></row><row><c r='Z9'/>]]></{p}t></{p}is>",
        "bool": f"<{p}v>1</{p}v>",
        "formula": f"<{p}f>1+1</{p}f><{p}v>2</{p}v>",
        "error": f"<{p}v>#N/A</{p}v>",
    }.get(kind, "")
    space = draw(st.sampled_from([" ", "\n", "  "]))
    opening = f"<{p}c{''.join(space + a for a in attributes)}{draw(st.sampled_from(['', ' ']))}"
    if kind == "blank":
        return opening + "/>"
    return f"{opening}>{content}</{p}c{draw(st.sampled_from(['', ' ']))}>"


@st.composite
def rows(draw: st.DrawFn, number: int, prefix: str, named: bool) -> str:
    quote, p = draw(QUOTES), prefix
    attributes = f" r={quote}{number}{quote}" if named else ""
    attributes += draw(
        st.sampled_from(
            ["", ' spans="1:3"', " ht='20' customHeight='1'", ' s="2" customFormat="1"', ' a="/>"']
        )
    )
    content, column = "", 0
    for _ in range(draw(st.integers(0, 4))):
        gap = draw(st.integers(1, 3))
        column += gap
        content += draw(BETWEEN) + draw(cells(number, column, p, gap > 1 or draw(st.booleans())))
    content += draw(BETWEEN)
    if not content and draw(st.booleans()):
        return f"<{p}row{attributes}/>"
    return f"<{p}row{attributes}>{content}</{p}row>"


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw a sheet and its package."""
    p = draw(st.sampled_from(["", "", "x:", "ss:"]))
    number, content = 0, ""
    for _ in range(draw(st.integers(0, 5))):
        gap = draw(st.integers(1, 3))
        number += gap
        content += draw(BETWEEN) + draw(rows(number, p, gap > 1 or draw(st.booleans())))
    content += draw(BETWEEN)
    data = f"<{p}sheetData{'/>' if not content and draw(st.booleans()) else f'>{content}</{p}sheetData>'}"
    namespace = f"xmlns{':' + p[:-1] if p else ''}={quoteattr(MAIN)}"
    dimension = draw(st.sampled_from(["", f'<{p}dimension ref="A1"/>', f'<{p}dimension ref="B2:D9"/>']))
    xml = f"{DECLARATION}<{p}worksheet {namespace}>{dimension}{data}<{p}pageMargins/></{p}worksheet>"
    sst = draw(st.sampled_from([strings(*SHARED), strings(*SHARED, counts=False)]))
    codec = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16"]))
    written = xml if codec.startswith("utf-8") else xml.replace('"UTF-8"', '"UTF-16"')
    return Sheet(xml, book(written.encode(codec), sst=sst, styles=STYLES))
