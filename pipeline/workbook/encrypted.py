"""Files that can't be read for want of their password."""

from __future__ import annotations

import io
import re
import zipfile

from pipeline.model.errors import UserError

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# The record that begins a workbook of Excel 97 or later, and of Excel 95.
_BEGIN = re.compile(rb"\x09\x08(?:\x10\x00\x00\x06|\x08\x00\x00\x05)\x05\x00")
_FILE_PASS, _SHEET, _END = 0x2F, 0x85, 0x0A
_MANIFEST = "META-INF/manifest.xml"
_ENOUGH = 2**20  # bytes


def refuse_password(data: bytes, name: str) -> None:
    """Raise UserError where a file is encrypted with a password."""
    if has_password(data):
        raise UserError(
            f"{name} is encrypted with a password. Save a copy without one, then try again with it."
        )


def has_password(data: bytes) -> bool:
    """Tell whether a workbook is encrypted: by Excel, now (MS-OFFCRYPTO 2.3.4.4) or before 2007 (MS-XLS 2.4.117), or by LibreOffice
    (OpenDocument 1.2, part 3, 3.4.1).
    """
    if data.startswith(OLE2):
        return _PACKAGE in data or _has_file_pass(data)
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(member.flag_bits & 1 for member in archive.infolist()):
                return True
            with archive.open(_MANIFEST) as manifest:
                return b"encryption-data" in manifest.read(_ENOUGH)
    except (KeyError, OSError, RuntimeError, NotImplementedError, ValueError, zipfile.BadZipFile):
        return False  # what else is wrong with it is said where it is read


def _has_file_pass(data: bytes) -> bool:
    """Walk the records that begin a workbook of the old format; their kinds and lengths are never encrypted."""
    begin = _BEGIN.search(data)
    at = begin.start() if begin else len(data)
    while at <= len(data) - 4:
        kind, length = (
            int.from_bytes(data[at : at + 2], "little"),
            int.from_bytes(data[at + 2 : at + 4], "little"),
        )
        if kind == _FILE_PASS:
            return True
        if kind in (_SHEET, _END):
            return False
        at += 4 + length
    return False
