"""The new file read back before it is let out, by means that had no part in making it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from pipeline.model.errors import UserError
from pipeline.workbook.archive import Archive, Damaged, Packed
from pipeline.workbook.book import Parts
from pipeline.workbook.cells import NewCell
from pipeline.workbook.index import Extent, Row
from pipeline.workbook.index_expat import ExpatIndex, Stretch
from pipeline.workbook.index_fast import FastIndex
from pipeline.workbook.markup import Malformed, check_well_formed, unpack
from pipeline.workbook.package import Package, Patch
from pipeline.workbook.sheet import Worksheet
from pipeline.workbook.strings import SharedStrings
from pipeline.workbook.values import Current, same

_CHUNK = 1 << 20


class Difference(Exception):
    """The new file is not what was asked for."""


def rebuilt(package: Package, book: Parts, sheets: list[Worksheet]) -> bytes:
    """Give the whole new file, after checking it against the old one and the changes asked for.

    Raises `UserError` when anything else differs: a fault of this program, caught before it does harm.
    """
    if not package.patches and not package.added:
        return package.data
    try:
        by_part = {sheet.info.part: sheet for sheet in sheets}
        for patch in package.patches.values():
            _compare_part(book, patch, by_part.get(patch.part))
        changed, added = package.packed()
        new = package.archive.rebuilt(changed, added)
        _compare_members(package, Archive(new), changed | added)
    except (Damaged, Difference, Malformed) as error:
        raise UserError(
            f"{package.name} was not changed: reading back what would have been saved showed a difference ({error})."
            " This is a fault of the program; please report it with the workbook.",
            exit_code=1,
        ) from error
    return new


def _compare_part(book: Parts, patch: Patch, sheet: Worksheet | None) -> None:
    content, _ = unpack(patch.encoding.pack(patch.new))
    compare_outside(patch, content)
    if sheet:
        compare_sheet(sheet, patch, content)
    else:
        check_well_formed([content])
        _compare_strings(book, patch, content)


def compare_outside(patch: Patch, new: bytes) -> None:
    """Check that a part's bytes outside the splices are the old ones, and those inside the ones meant.

    Raises `Difference`.
    """
    old_at = new_at = 0
    for splice in sorted(patch.splices, key=lambda splice: splice.start):
        new_at = _compare_stretch(patch.data, old_at, splice.start, new, new_at, patch.part)
        if not new.startswith(splice.new, new_at):
            raise Difference(f"{patch.part}: what was put in at byte {splice.start}")
        old_at, new_at = splice.end, new_at + len(splice.new)
    new_at = _compare_stretch(patch.data, old_at, len(patch.data), new, new_at, patch.part)
    if new_at != len(new):
        raise Difference(f"{patch.part}: its length")


def compare_sheet(sheet: Worksheet, patch: Patch, content: bytes) -> None:
    """Let expat confirm each touched row, cell by cell, and everything else's well-formedness.

    Raises `Difference` or `Malformed`.
    """
    fast = FastIndex(content)
    stretches = _touched(sheet, fast)
    if not sheet.index.extent.closed:
        _refuse_outside(patch, fast.extent, len(content), stretches)
    slow = ExpatIndex(content, sheet.pending)
    for row in slow.rows_at(fast.extent, stretches):
        if row != fast.row(row.number):
            raise Difference(f"{sheet.info.part}: where its rows stand")
        _compare_row(sheet, content, row, slow)


def _touched(sheet: Worksheet, fast: FastIndex) -> list[Stretch]:
    """Find the rows that were to change; one that got blank cells only needs not be there."""
    found: list[Stretch] = []
    for number in sorted(sheet.pending):
        span = fast.span(number)
        if span:
            found.append(Stretch(fast.before(number), *span))
        elif any(new.content.body for new in sheet.pending[number].values()):
            raise Difference(f"{sheet.info.part}: row {number} is missing")
    return found


def _refuse_outside(patch: Patch, extent: Extent, size: int, rows: Sequence[Stretch]) -> None:
    """Refuse a change outside of the rows that were to change, and of what stands before and after all rows."""
    starts = [0, *(row.start for row in rows), extent.close_start]
    ends = [extent.open_end, *(row.end for row in rows), size]
    for at in range(len(rows), 1, -1):  # rows side by side may have come in one piece
        if ends[at - 1] == starts[at]:
            ends[at - 1] = ends[at]
    moved = 0
    for splice in sorted(patch.splices, key=lambda splice: splice.start):
        start = splice.start + moved
        if start + len(splice.new) > ends[bisect_right(starts, start) - 1]:
            raise Difference(
                f"{patch.part}: a change at byte {splice.start}, outside of the rows that were to change"
            )
        moved += len(splice.new) - (splice.end - splice.start)


def _compare_members(package: Package, archive: Archive, packed: Mapping[str, Packed]) -> None:
    old = package.archive
    names = [member.name for member in old.members] + list(package.added)
    if names != [member.name for member in archive.members]:
        raise Difference("the members' names or order")
    for before, after in zip(old.members, archive.members, strict=False):
        if before.name in package.patches:
            continue
        if before.central[:42] != after.central[:42] or len(before.central) != len(after.central):
            raise Difference(f"{before.name}: its directory record")
        if before.end - before.start != after.end - after.start:
            raise Difference(f"{before.name}: its size")
        _compare_stretch(old.data, before.start, before.end, archive.data, after.start, before.name)
    for member in archive.members:
        if member.name in packed:
            new = packed[member.name]
            if (bytes(archive.packed(member)), member.method, member.crc, member.size) != new:
                raise Difference(f"{member.name}: what is packed")


def _compare_stretch(old: bytes, start: int, end: int, new: bytes, at: int, what: str) -> int:
    while start < end:
        size = min(_CHUNK, end - start)
        if old[start : start + size] != new[at : at + size]:
            raise Difference(f"{what}: bytes that were not to change, near {start}")
        start, at = start + size, at + size
    return at


def _compare_strings(book: Parts, patch: Patch, content: bytes) -> None:
    strings = book.strings
    if strings is None or patch.data is not strings.data:
        return
    again = SharedStrings(content)
    if again.count != strings.count + len(strings.added):
        raise Difference("the number of shared strings")
    for number, text in strings.added.items():
        if again.text(number) != text:
            raise Difference(f"shared string {number}")


def _compare_row(sheet: Worksheet, content: bytes, row: Row, slow: ExpatIndex) -> None:
    old = sheet.index.row(row.number)
    kept = {cell.column: cell for cell in old.cells} if old else {}
    wanted = sheet.pending[row.number]
    for cell in row.cells:
        before, new = kept.pop(cell.column, None), wanted.get(cell.column)
        if new is not None:
            style = new.style if new.style is not None else before.style if before else 0
            wrong = _wrong(sheet, slow.current(row.number, cell.column), new) or (
                "its look" if cell.style != style else ""
            )
            if wrong:
                raise Difference(f"{sheet.where(row.number, cell.column)}: {wrong}")
        elif before is None or content[cell.start : cell.end] != sheet.data[before.start : before.end]:
            raise Difference(f"{sheet.where(row.number, cell.column)} changed unasked")
    left = [column for column in kept if column not in wanted]
    gone = [c for c, new in wanted.items() if new.content.body and row.at(c) is None]
    if left or gone:
        raise Difference(f"{sheet.where(row.number, (left or gone)[0])} is missing")


def _wrong(sheet: Worksheet, found: Current, new: NewCell) -> str:
    """Say what in a cell is not as asked for."""
    if found.formula != (new.cached or bool(new.formula)):
        return "its formula"
    text = found.text
    if found.kind == "s" and text is not None and sheet.book.strings:
        text = sheet.book.strings.text_added(int(text))
    plain = Current(found.kind, text, False)
    return "" if same(new.value, plain, date1904=sheet.book.date1904, dated=True) else "its value"
