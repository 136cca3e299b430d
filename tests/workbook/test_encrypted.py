"""A file with a password is called so, whatever it is and whatever it was given to."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pipeline.importing import read_data
from pipeline.importing.adopt import plan_adoption_of
from pipeline.model.errors import UserError
from pipeline.sheets.read import read_book
from pipeline.workbook.encrypted import OLE2
from tests.workbook.packages import book, worksheet


def records(*kinds: int, begin: bytes) -> bytes:
    """Lay out the records that a workbook of the old format begins with, each of six bytes."""
    return (
        OLE2
        + bytes(600)
        + begin
        + b"".join(k.to_bytes(2, "little") + b"\6\0" + b"\x85\0\x2f\0\x85\0" for k in kinds)
    )


def archive(**members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, text in members.items():
            file.writestr(name.replace("__", "/") + ".xml", text)
    return made.getvalue()


def flagged(data: bytes) -> bytes:
    """Mark every member of a zip as encrypted, in its own header and in the directory."""
    for sign, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        pieces = data.split(sign)
        marked = [bytes([*p[: at - 4], p[at - 4] | 1, *p[at - 3 :]]) for p in pieces[1:]]
        data = sign.join([pieces[0], *marked])
    return data


EXCEL_97 = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)
EXCEL_95 = b"\x09\x08\x08\x00\x00\x05\x05\x00" + bytes(4)
MANIFEST = '<manifest:file-entry manifest:full-path="content.xml">{}</manifest:file-entry>'
ENCRYPTED = {
    "now.xlsx": OLE2 + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "old.xls": records(0x86, 0x2F, 0xE1, begin=EXCEL_97),
    "older.xls": records(0x2F, begin=EXCEL_95),
    "free.ods": archive(
        **{"META-INF__manifest": MANIFEST.format("<manifest:encryption-data/>"), "content": "?"}
    ),
    "zipped.xlsx": flagged(book(worksheet(""))),
}
OPEN = {
    "old.xls": records(0xE1, 0xC1, 0x85, 0x2F, begin=EXCEL_97),
    "free.ods": archive(**{"META-INF__manifest": MANIFEST.format(""), "content": "<office/>"}),
}


@pytest.mark.parametrize("name", ENCRYPTED)
def test_a_password_is_named_by_every_reader(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(ENCRYPTED[name])
    with pytest.raises(UserError, match=f"{name} is encrypted with a password"):
        read_data(ENCRYPTED[name], name)
    with pytest.raises(UserError, match=f"{name} is encrypted with a password"):
        plan_adoption_of(ENCRYPTED[name], name)
    with pytest.raises(UserError, match=f"{name} is encrypted with a password"):
        read_book(path)


@pytest.mark.parametrize("name", OPEN)
def test_what_has_none_is_not_said_to_have_one(name: str) -> None:
    with pytest.raises(UserError) as stop:
        read_data(OPEN[name], name)
    assert "password" not in str(stop.value)
