"""The zip file and the package: odd ones are read, copied as they are, or refused."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib

import pytest

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, patched_package, refuse_harm
from pipeline.workbook.archive import Archive
from pipeline.workbook.package import OLE2, Package, resolve_target
from tests.workbook.packages import (
    DECLARATION,
    MAIN,
    PACKAGE_RELATIONS,
    RELATIONS,
    SHEET,
    STRICT,
    STRICT_RELATIONS,
    Related,
    book,
    packed,
    part,
    parts,
    raw,
    relationships,
    rows,
    strings,
    workbook,
    worksheet,
)

CONTENT = parts(
    worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'), more={"docProps/app.xml": "<Properties/>" * 50}
)
FIVE = '<row r="1"><c r="A1"><v>5</v></c></row>'


def put(data: bytes, value: object = 5) -> bytes:
    return patched_package(data, [CellChange("Sheet1", 1, 1, value)], name="list.xlsx")  # type: ignore[arg-type]


def member_bytes(data: bytes, name: str) -> bytes:
    archive = Archive(data)
    return bytes(archive.raw(next(member for member in archive.members if member.name == name)))


def check_others_are_copied(old: bytes, new: bytes, changed: str = SHEET) -> None:
    assert [m.name for m in Archive(old).members] == [m.name for m in Archive(new).members]
    for member in Archive(old).members:
        if member.name != changed:
            assert member_bytes(old, member.name) == member_bytes(new, member.name)
    assert zipfile.ZipFile(io.BytesIO(new)).testzip() is None


def streamed(content: dict[str, str | bytes]) -> bytes:
    """Zip without seeking back, so that sizes follow the data (APPNOTE.TXT 4.3.9)."""

    class OneWay(io.RawIOBase):
        def __init__(self) -> None:
            self.held = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.held += bytes(data)  # type: ignore[call-overload]
            return len(data)  # type: ignore[arg-type]

    out = OneWay()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, text in content.items():
            archive.writestr(name, text)
    return out.held


def test_untouched_members_keep_their_compressed_bytes() -> None:
    old = packed(CONTENT)
    new = put(old)
    assert rows(new) == FIVE
    check_others_are_copied(old, new)


def test_data_descriptors() -> None:
    old = streamed(CONTENT)
    assert all(info.flag_bits & 8 for info in zipfile.ZipFile(io.BytesIO(old)).infolist())
    new = put(old)
    assert rows(new) == FIVE
    check_others_are_copied(old, new)
    flags = {info.filename: info.flag_bits & 8 for info in zipfile.ZipFile(io.BytesIO(new)).infolist()}
    assert flags.pop(SHEET) == 0
    assert set(flags.values()) == {8}


def test_stored_members_stay_stored() -> None:
    old = packed(CONTENT, stored=(SHEET, "xl/workbook.xml"))
    new = put(old)
    methods = {info.filename: info.compress_type for info in zipfile.ZipFile(io.BytesIO(new)).infolist()}
    assert (methods[SHEET], methods["xl/workbook.xml"]) == (zipfile.ZIP_STORED, zipfile.ZIP_STORED)
    check_others_are_copied(old, new)


def test_content_types_not_first_stays_where_it_is() -> None:
    old = packed(dict(reversed(CONTENT.items())))
    assert Archive(old).members[-1].name == "[Content_Types].xml"
    check_others_are_copied(old, put(old))


@pytest.mark.skipif(os.sep == "\\", reason="zipfile writes no such names on Windows")
def test_backslash_names() -> None:
    old = packed({name.replace("/", "\\"): content for name, content in CONTENT.items()})
    new = put(old)
    assert raw(new, SHEET.replace("/", "\\")).decode().count("<v>5</v>") == 1
    check_others_are_copied(old, new, SHEET.replace("/", "\\"))


def test_names_equal_but_for_case_are_refused() -> None:
    with pytest.raises(UserError, match="twice"):
        put(packed({**CONTENT, SHEET.upper(): "<x/>"}))


def test_names_in_another_case_than_the_relationship() -> None:
    new = put(
        packed(
            {"XL/Worksheets/SHEET1.xml" if name == SHEET else name: text for name, text in CONTENT.items()}
        )
    )
    assert raw(new, "XL/Worksheets/SHEET1.xml").count(b"<v>5</v>") == 1


def test_zip_comment_and_leading_bytes_stay() -> None:
    file = io.BytesIO(packed(CONTENT))
    with zipfile.ZipFile(file, "a") as archive:
        archive.comment = b"a comment"
    assert zipfile.ZipFile(io.BytesIO(put(file.getvalue()))).comment == b"a comment"
    led = b"#!/bin/sh\n" + file.getvalue()
    new = put(led)
    assert new.startswith(b"#!/bin/sh\nPK")
    check_others_are_copied(led, new)


def test_zip64_records_of_a_small_file() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in CONTENT.items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(text.encode() if isinstance(text, str) else text)
    old = with_zip64_end(file.getvalue())
    new = put(old)
    assert rows(new) == FIVE
    check_others_are_copied(old, new)
    assert b"PK\6\6" in new


def with_zip64_end(data: bytes) -> bytes:
    at = data.rfind(b"PK\5\6")
    count, size, offset = struct.unpack_from("<HII", data, at + 10)
    record = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, at, 1)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF, 0)
    return data[:at] + record + locator + end


def test_encrypted_member_is_refused() -> None:
    data = bytearray(packed(CONTENT))
    at = data.index(b"PK\1\2")
    data[at + 8] |= 1
    with pytest.raises(UserError, match="encrypted"):
        put(bytes(data))


def test_beyond_4_gib_is_refused() -> None:
    data = bytearray(packed(CONTENT))
    at = data.index(b"PK\1\2")
    data[at + 24 : at + 28] = b"\xff" * 4
    with pytest.raises(UserError, match="4 GB"):
        put(bytes(data))


def test_inflated_size_is_not_believed() -> None:
    bomb = bytearray(packed({**CONTENT, SHEET: b"<worksheet>" + b" " * 50_000_000}))
    for at in (bomb.index(b"PK\3\4", bomb.index(SHEET.encode()) - 31) + 22, bomb.rindex(SHEET.encode()) - 22):
        bomb[at : at + 4] = (1000).to_bytes(4, "little")
    with pytest.raises(UserError, match="damaged"):
        put(bytes(bomb))


def test_declared_size_over_the_limit_is_refused() -> None:
    data = bytearray(packed(CONTENT))
    at = data.rindex(SHEET.encode()) - 22
    data[at : at + 4] = (2_000_000_000).to_bytes(4, "little")
    with pytest.raises(UserError, match="1907 MB when unpacked"):
        put(bytes(data))


def test_wrong_checksum_is_refused() -> None:
    data = bytearray(packed(CONTENT, stored=(SHEET,)))
    data[data.index(b"<v>1</v>") + 3] = ord("2")
    with pytest.raises(UserError, match="damaged"):
        put(bytes(data))


def test_other_compression_is_refused_only_where_it_must_be_read() -> None:
    file = io.BytesIO(packed(CONTENT))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/media/x.bin", b"x" * 100, zipfile.ZIP_BZIP2)
    assert rows(put(file.getvalue())) == FIVE
    content = {name: text for name, text in CONTENT.items() if name != SHEET}
    file = io.BytesIO(packed(content))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(SHEET, CONTENT[SHEET], zipfile.ZIP_LZMA)
    with pytest.raises(UserError, match="method 14"):
        put(file.getvalue())


@pytest.mark.parametrize("cut", [10, 200, 700])
def test_cut_off_file_is_refused(cut: int) -> None:
    with pytest.raises(UserError, match=r"list\.xlsx is damaged|not an Excel workbook"):
        put(packed(CONTENT)[:-cut])


def test_ole2_says_which() -> None:
    with pytest.raises(UserError, match=r"old \.xls format"):
        put(OLE2 + bytes(1000))
    with pytest.raises(UserError, match="encrypted with a password"):
        put(OLE2 + bytes(1000) + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize("data", [b"a,b\n1,2\n", b"%PDF-1.7", zlib.compress(b"x"), b"PK\5\6" + bytes(18)])
def test_something_else_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="not an Excel workbook"):
        put(data)


@pytest.mark.parametrize("data", [b"", bytes(3_000)])
def test_a_file_of_which_nothing_is_left_is_called_empty(data: bytes) -> None:
    with pytest.raises(UserError, match="is empty"):
        put(data)


def test_binary_workbook_is_refused() -> None:
    content = {
        **CONTENT,
        "xl/workbook.bin": b"\x83\x01\x00",
        "_rels/.rels": relationships(Related("officeDocument", "xl/workbook.bin")),
    }
    with pytest.raises(UserError, match="binary workbook"):
        put(packed(content))


def test_document_of_another_kind_is_refused() -> None:
    with pytest.raises(UserError, match="no workbook"):
        put(packed({**CONTENT, "xl/workbook.xml": "<document/>"}))


@pytest.mark.parametrize("name", ["xl/workbook.xml", SHEET])
def test_format_of_a_beta_is_refused(name: str) -> None:
    text = CONTENT[name]
    assert isinstance(text, str)
    beta = text.replace(f'xmlns="{MAIN}"', 'xmlns="http://schemas.microsoft.com/office/excel/2006/2"')
    with pytest.raises(UserError, match="not written in the format of Excel 2007"):
        put(packed({**CONTENT, name: beta}))


def test_signed_package_is_refused() -> None:
    with pytest.raises(UserError, match="digitally signed"):
        put(packed({**CONTENT, "_xmlsignatures/sig1.xml": "<Signature/>"}))


@pytest.mark.parametrize(
    "name", ["xl/workbook.xml", SHEET, "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"]
)
def test_document_type_is_refused(name: str) -> None:
    content = parts(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), sst=strings("a"))
    text = content[name]
    assert isinstance(text, str)
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    with pytest.raises(UserError, match="document type"):
        put(packed({**content, name: DECLARATION + bomb + text.removeprefix(DECLARATION)}), "=b")


@pytest.mark.parametrize(
    "target", ["/xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml", "./worksheets/../worksheets/sheet1.xml"]
)
def test_odd_targets(target: str) -> None:
    related = relationships(Related("worksheet", target))
    assert rows(put(packed({**CONTENT, "xl/_rels/workbook.xml.rels": related}))) == FIVE


@pytest.mark.parametrize("name", ["xl/worksheets/my sheet.xml", "xl/worksheets/my%20sheet.xml"])
def test_percent_encoded_targets(name: str) -> None:
    content = {name if key == SHEET else key: text for key, text in CONTENT.items()}
    content["xl/_rels/workbook.xml.rels"] = relationships(Related("worksheet", "worksheets/my%20sheet.xml"))
    assert raw(put(packed(content)), name).count(b"<v>5</v>") == 1


def test_workbook_part_at_the_root() -> None:
    content = {
        "[Content_Types].xml": CONTENT["[Content_Types].xml"],
        "_rels/.rels": relationships(Related("officeDocument", "/workbook.xml")),
        "workbook.xml": workbook("Sheet1"),
        "_rels/workbook.xml.rels": relationships(Related("worksheet", "data.xml")),
        "data.xml": CONTENT[SHEET],
    }
    assert raw(put(packed(content)), "data.xml").count(b"<v>5</v>") == 1


def test_external_relationships_are_not_followed() -> None:
    related = relationships(
        Related("worksheet", "worksheets/sheet1.xml"),
        Related("styles", "http://x/s.xml", ' TargetMode="External"'),
    )
    assert rows(put(packed({**CONTENT, "xl/_rels/workbook.xml.rels": related}))) == FIVE


def test_strict_workbook() -> None:
    content = {
        **CONTENT,
        "_rels/.rels": relationships(Related("officeDocument", "xl/workbook.xml"), base=STRICT_RELATIONS),
        "xl/workbook.xml": workbook("Sheet1", namespace=STRICT, base=STRICT_RELATIONS),
        "xl/_rels/workbook.xml.rels": relationships(
            Related("worksheet", "worksheets/sheet1.xml"),
            Related("sharedStrings", "sharedStrings.xml"),
            base=STRICT_RELATIONS,
        ),
        SHEET: worksheet('<row r="1"><c r="A1" t="d"><v>2026-03-04</v></c></row>').replace(MAIN, STRICT),
        "xl/sharedStrings.xml": strings("a").replace(MAIN, STRICT),
    }
    assert rows(put(packed(content), "b")) == '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'


def test_alternative_content_beside_the_sheets_is_left_alone() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    alternative = f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="x"><row/><sheetData/></mc:Choice></mc:AlternateContent>'
    data = book(worksheet("", after=alternative), extra=alternative)
    assert alternative in part(put(data))
    with pytest.raises(UserError, match="AlternateContent"):
        put(book(worksheet(alternative)))


def test_strings_relationship_that_points_to_nothing() -> None:
    related = relationships(
        Related("worksheet", "worksheets/sheet1.xml"), Related("sharedStrings", "sharedStrings.xml")
    )
    assert 't="inlineStr"' in rows(put(packed({**CONTENT, "xl/_rels/workbook.xml.rels": related}), "t"))


def test_prefixed_relationships_part() -> None:
    related = f'<p:Relationships xmlns:p="{PACKAGE_RELATIONS}"><p:Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></p:Relationships>'
    assert rows(put(packed({**CONTENT, "xl/_rels/workbook.xml.rels": related}))) == FIVE


def test_resolve() -> None:
    assert resolve_target("xl/worksheets", "../tables/t.xml#x") == "xl/tables/t.xml"
    assert resolve_target("", "xl/workbook.xml") == "xl/workbook.xml"
    assert resolve_target("xl", "../../../../etc/passwd") == "etc/passwd"


def test_what_was_tried_is_written_as_if_it_had_not_been() -> None:
    edits, old = [CellChange("Sheet1", 1, 1, 5)], packed(CONTENT)
    tried = Package(old, "list.xlsx")
    refuse_harm(tried, edits)
    assert patched_package(tried, edits) == put(old)
