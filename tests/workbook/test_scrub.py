"""Shared strings that no cell shows any more are blanked; those that one shows still stay, and all keep their numbers."""

from __future__ import annotations

from pipeline.workbook.package import Package
from pipeline.workbook.scrub import without_orphans

from .packages import book, part, strings, worksheet


def test_only_orphans_of_the_texts_named_are_blanked() -> None:
    sheet = worksheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s" s="3"><v>3</v></c><c r="C1"><v>1</v></c></row>'
    )
    data = book(sheet, sst=strings("Ada", "Bo &amp; Co", "Old note", "Kept"))
    new = without_orphans(data, {"Ada", "Bo & Co", "Kept"})
    assert [i.split("</si>")[0] for i in part(new, "xl/sharedStrings.xml").split("<si>")[1:]] == [
        "<t>Ada</t>",
        "<t/>",
        part(data, "xl/sharedStrings.xml").split("<si>")[3].split("</si>")[0],
        part(data, "xl/sharedStrings.xml").split("<si>")[4].split("</si>")[0],
    ]
    assert without_orphans(data, {"Ada"}) == data
    Package(new)
