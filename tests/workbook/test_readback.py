"""The last look before a save: whatever the program itself does wrong is caught, and nothing is let out."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest

from pipeline.errors import FAILED, UserError
from pipeline.workbook import CellChange, archive, patch, patched_package
from pipeline.workbook.archive import Archive
from pipeline.workbook.markup import Splice
from tests.workbook.packages import book, strings, worksheet

ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/></row><row r="2"><c r="A2"><v>99</v></c></row>'
DATA = book(worksheet(ROWS), sst=strings("one"))


def refused() -> str:
    with pytest.raises(UserError, match="was not changed: reading back what would have been saved") as caught:
        patched_package(DATA, [CellChange("Sheet1", 1, 2, 7)])
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
        (lambda s: s._replace(new=s.new + b'</row><row r="1"><c r="B1"/>'), "row 1 after row 1"),
    ],
)
def test_a_wrong_splice_is_caught(monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Splice], Splice], said: str) -> None:
    right = patch.sheet_splices
    monkeypatch.setattr(patch, "sheet_splices", lambda sheet: [spoil(splice) for splice in right(sheet)])
    assert said in refused()


def test_packed_content_that_does_not_come_back_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    class Forgetful:
        def __init__(self, *how: int) -> None:
            self._real = zlib.compressobj(*how)

        def compress(self, content: bytes) -> bytes:
            return self._real.compress(content[:-1])

        def flush(self) -> bytes:
            return self._real.flush()

    monkeypatch.setattr(archive, "zlib", type("zlib", (), {**vars(zlib), "compressobj": Forgetful}))
    assert "comes back" in refused()


@pytest.mark.parametrize("old", ["xl/styles.xml", "xl/worksheets/sheet1.xml"])
def test_a_byte_that_flips_in_the_new_file_is_caught(monkeypatch: pytest.MonkeyPatch, old: str) -> None:
    right = Archive.rebuilt

    def flipped(self: Archive, *content: object) -> bytes:
        new = bytearray(right(self, *content))  # type: ignore[arg-type]
        member = next(m for m in Archive(bytes(new)).members if m.name == old)
        new[member.end - 1] ^= 1
        return bytes(new)

    monkeypatch.setattr(Archive, "rebuilt", flipped)
    assert old in refused()


def test_a_member_left_out_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = book(worksheet(ROWS))
    monkeypatch.setattr(Archive, "rebuilt", lambda _self, _changed, _added: empty)
    assert "the members' names or order" in refused()
