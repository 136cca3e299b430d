"""The last look before a save: whatever the program itself does wrong is caught, and nothing is let out."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.model.errors import FAILED, UserError
from pipeline.workbook import CellChange, archive, patch, patched_package, readback
from pipeline.workbook import package as packages
from pipeline.workbook import strings as shared
from pipeline.workbook.archive import Archive
from pipeline.workbook.book import Parts
from pipeline.workbook.index import Row
from pipeline.workbook.markup import Malformed, Splice, unpack
from pipeline.workbook.package import Package, Patch
from pipeline.workbook.readback import Difference, compare_outside
from pipeline.workbook.sheet import Worksheet
from tests.workbook.packages import book, strings, worksheet

NAME = "xl/worksheets/sheet1.xml"
ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/></row><row r="2"><c r="A2"><v>99</v></c></row>'
A1 = b'<c r="A1"><v>1</v></c>'
DATE = 14  # in a directory record (APPNOTE 4.3.12)
DATA = book(worksheet(ROWS), sst=strings("one"))


@pytest.fixture(params=["read for this", "read before"])
def refused(request: pytest.FixtureRequest) -> Callable[[], str]:
    """Ask for B1 = 7, of the bytes or of a package whose sheet was read before; it must be refused, with a sentence."""

    def ask() -> str:
        package = Package(DATA)
        package.read(NAME, keep=True)
        return _refused(DATA if request.param == "read for this" else package)

    return ask


def _refused(source: bytes | Package, *more: CellChange) -> str:
    with pytest.raises(UserError, match="was not changed: reading back what would have been saved") as caught:
        patched_package(source, [CellChange("Sheet1", 1, 2, 7), *more])
    assert caught.value.exit_code == FAILED
    return str(caught.value)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda s: s._replace(end=s.end + len("</row>")), "no end of row 1"),
        (lambda s: s._replace(new=s.new.replace(b"7", b"8")), "Sheet1!B1: its value"),
        (lambda s: s._replace(new=s.new.replace(b' s="2"', b"")), "Sheet1!B1: its look"),
        (lambda s: s._replace(new=s.new.replace(b"<v>", b"<f>1</f><v>")), "Sheet1!B1: its formula"),
        (lambda s: s._replace(new=s.new + b'<c r="C1"><v>1</v></c>'), "Sheet1!C1 changed unasked"),
        (lambda s: s._replace(new=s.new.replace(b"B1", b"C1")), "Sheet1!C1 changed unasked"),
        (lambda s: s._replace(new=b""), "Sheet1!B1 is missing"),
        (
            lambda s: Splice(s.start - len(A1), s.end, A1.replace(b"1</v>", b"2</v>") + s.new),
            "Sheet1!A1 changed unasked",
        ),
        (lambda s: s._replace(start=s.start - len(A1)), "Sheet1!A1 is missing"),
        (lambda s: s._replace(new=s.new + b'</row><row r="1"><c r="B1"/>'), "row 1 after row 1"),
    ],
)
def test_a_wrong_splice_is_caught(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[], str], spoil: Callable[[Splice], Splice], said: str
) -> None:
    right = patch.sheet_splices
    monkeypatch.setattr(patch, "sheet_splices", lambda sheet: [spoil(splice) for splice in right(sheet)])
    assert said in refused()


def test_a_change_in_a_row_that_was_not_to_change_is_caught(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[], str]
) -> None:
    """It would be well-formed, and just what the splice says."""
    right = patch.sheet_splices

    def one_more(sheet: Worksheet) -> list[Splice]:
        at = sheet.data.index(b"99")
        return [*right(sheet), Splice(at, at + 2, b"66")]

    monkeypatch.setattr(patch, "sheet_splices", one_more)
    assert "outside of the rows that were to change" in refused()


def test_a_byte_that_no_splice_names_is_caught(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[], str]
) -> None:
    right = packages._laid_out
    monkeypatch.setattr(packages, "_laid_out", lambda *laid: right(*laid).replace(b"99", b"98"))
    assert f"{NAME}: bytes that were not to change" in refused()


def test_a_row_that_was_forgotten_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    right = patch.sheet_splices
    monkeypatch.setattr(patch, "sheet_splices", lambda sheet: right(sheet)[:1])
    assert "row 5 is missing" in _refused(DATA, CellChange("Sheet1", 5, 1, 6))


def test_rows_that_the_two_readers_find_in_other_places_are_caught(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[], str]
) -> None:
    class Astray(readback.FastIndex):
        def row(self, number: int) -> Row | None:
            found = super().row(number)
            return found and found._replace(cells=found.cells[:-1])

    monkeypatch.setattr(readback, "FastIndex", Astray)
    assert "where its rows stand" in refused()


def test_a_text_that_is_written_as_another_one_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    right = shared.text_element
    monkeypatch.setattr(shared, "text_element", lambda name, text: right(name, text.swapcase()))
    assert "shared string 1" in _refused(DATA, CellChange("Sheet1", 2, 2, "two"))


def test_a_text_more_than_asked_for_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    right = shared.SharedStrings.splices

    def one_more(texts: shared.SharedStrings) -> list[Splice]:
        *counts, items = right(texts)
        return [*counts, items._replace(new=items.new + b"<si><t>more</t></si>")]

    monkeypatch.setattr(shared.SharedStrings, "splices", one_more)
    assert "the number of shared strings" in _refused(DATA, CellChange("Sheet1", 2, 2, "two"))


def test_a_part_without_cells_that_is_no_longer_well_formed_is_caught() -> None:
    old = b"<table><columns/></table>"
    _, encoding = unpack(old)
    asked = Patch("xl/tables/table1.xml", old, (Splice(15, 17, b">"),), encoding, b"<table><columns></table>")
    with pytest.raises(Malformed):
        readback._compare_part(Parts(Package(DATA)), asked, None)


def test_what_looks_like_rows_in_a_comment_is_not_passed_over() -> None:
    hidden = book(
        worksheet(
            '<row r="1"><c r="A1"/></row><!-- <row r="2"><c r="A2"/></row> --><row r="3"><c r="A3"/></row><row r="4"/>'
        )
    )
    package = Package(hidden)
    package.read(NAME, keep=True)
    new = patched_package(package, [CellChange("Sheet1", 3, 1, 7), CellChange("Sheet1", 1, 1, 6)])
    assert new == patched_package(hidden, [CellChange("Sheet1", 3, 1, 7), CellChange("Sheet1", 1, 1, 6)])


def test_packed_content_that_does_not_come_back_is_caught(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[], str]
) -> None:
    class Forgetful:
        def __init__(self, *how: int) -> None:
            self._real = zlib.compressobj(*how)

        def compress(self, content: bytes) -> bytes:
            return self._real.compress(content[:-1])

        def flush(self) -> bytes:
            return self._real.flush()

    monkeypatch.setattr(archive, "zlib", type("zlib", (), {**vars(zlib), "compressobj": Forgetful}))
    assert "comes back" in refused()


@pytest.mark.parametrize(
    "new", [b"xbZZdef", b"abZYdef", b"abZZdxf", b"abZZdef!", b"abZZde", b"abZdef", b"abcdef"]
)
def test_any_byte_of_a_part_but_those_put_in_stays(new: bytes) -> None:
    old = b"abcdef"
    _, encoding = unpack(old)
    asked = Patch(NAME, old, (Splice(2, 3, b"ZZ"),), encoding, b"abZZdef")
    compare_outside(asked, b"abZZdef")
    with pytest.raises(Difference, match=NAME):
        compare_outside(asked, new)


def test_what_the_directory_says_of_an_untouched_member_stays(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[], str]
) -> None:
    right = Archive.rebuilt

    def dated(self: Archive, *content: object) -> bytes:
        new = bytearray(right(self, *content))  # type: ignore[arg-type]
        member = next(m for m in Archive(bytes(new)).members if m.name == "xl/styles.xml")
        new[new.rindex(member.central) + DATE] ^= 1
        return bytes(new)

    monkeypatch.setattr(Archive, "rebuilt", dated)
    assert "xl/styles.xml: its directory record" in refused()


def test_bytes_behind_an_untouched_member_are_caught(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[], str]
) -> None:
    class Longer(Archive):
        def __init__(self, data: bytes) -> None:
            super().__init__(data)
            self.members = [
                replace(m, end=m.end + 1) if m.name == "xl/styles.xml" else m for m in self.members
            ]

    monkeypatch.setattr(readback, "Archive", Longer)
    assert "xl/styles.xml: its size" in refused()


@pytest.mark.parametrize("old", ["xl/styles.xml", "xl/worksheets/sheet1.xml"])
def test_a_byte_that_flips_in_the_new_file_is_caught(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[], str], old: str
) -> None:
    right = Archive.rebuilt

    def flipped(self: Archive, *content: object) -> bytes:
        new = bytearray(right(self, *content))  # type: ignore[arg-type]
        member = next(m for m in Archive(bytes(new)).members if m.name == old)
        new[member.end - 1] ^= 1
        return bytes(new)

    monkeypatch.setattr(Archive, "rebuilt", flipped)
    assert old in refused()


def test_a_member_left_out_is_caught(monkeypatch: pytest.MonkeyPatch, refused: Callable[[], str]) -> None:
    empty = book(worksheet(ROWS))
    monkeypatch.setattr(Archive, "rebuilt", lambda _self, _changed, _added: empty)
    assert "the members' names or order" in refused()
