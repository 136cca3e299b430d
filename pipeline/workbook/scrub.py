"""Blank shared strings that no cell shows any more: what was deleted from a sheet stands among them still."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.workbook.book import Parts
from pipeline.workbook.markup import TAG_REST, Splice, masked, parse
from pipeline.workbook.package import Package
from pipeline.workbook.values import runs_text

_PREFIX = rb"(?:[^\s<>/:\"'=!?]+:)?"
_SHARED = re.compile(
    rb"<" + _PREFIX + rb"c(?=\s)(?=[^<>]*\st\s*=\s*[\"']s[\"'])" + TAG_REST
    # What stands before the value: an extension, or nothing.
    + rb"(?:(?!</" + _PREFIX + rb"c\s*>).)*?<" + _PREFIX + rb"v\s*>\s*(\d+)\s*</",
    re.DOTALL,
)  # fmt: skip
_ITEM = re.compile(
    rb"<(" + _PREFIX + rb")si(?=[\s/>])(?:[^<>]*/>|[^<>]*>.*?</" + _PREFIX + rb"si\s*>)", re.DOTALL
)


def without_orphans(data: bytes, texts: Collection[str]) -> bytes:
    """Blank the shared strings of a workbook's bytes that are one of these texts and that no cell of any sheet uses.

    Their numbers stay, so every other cell shows what it showed. Raises UserError where the workbook can't be read.
    """
    package = Package(data)
    book = Parts(package)
    part = package.related(package.main_part, "sharedStrings")
    if part is None or not package.has(part):
        return data
    used = {int(m[1]) for sheet in book.sheets for m in _SHARED.finditer(masked(package.read(sheet.part)))}
    strings = package.read(part)
    splices = [
        Splice(m.start(), m.end(), b"<" + m[1] + b"si><" + m[1] + b"t/></" + m[1] + b"si>")
        for number, m in enumerate(_ITEM.finditer(masked(strings)))
        if number not in used and runs_text(parse(strings[m.start() : m.end()])) in texts
    ]
    if not splices:
        return data
    package.patch(part, strings, splices)
    return package.archive.rebuilt(*package.packed())
