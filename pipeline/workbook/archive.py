"""A zip file of which single members are replaced and everything else is copied as it is.

`zipfile` reads members well but cannot copy one without inflating it, so the records are read here (APPNOTE.TXT 4.3).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

from pipeline.model.errors import UserError

LIMIT = 0xFFFF_FFFF
INFLATED_LIMIT = 1 << 30
DEFLATED, STORED = 8, 0
_STEP = 1 << 16
# Excel's own files are marked "super fast"; this packs a sheet as tightly as they are, in a quarter of level 6's time.
LEVEL = 2
_ENCRYPTED, _DESCRIPTOR, _UTF8 = 0x1, 0x8, 0x800
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR64 = struct.Struct("<4sIQI")


class Packed(NamedTuple):
    """A member's content as it goes into the archive."""

    packed: bytes
    method: int
    crc: int
    size: int


class Damaged(Exception):
    """The records contradict each other."""


@dataclass(slots=True)
class Member:
    """One file in the archive; `start` to `end` are its bytes there, header and descriptor included."""

    name: str
    raw_name: bytes
    central: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    start: int
    end: int = 0
    offset64: int = 0  # where in `central` the offset is kept when it has moved to the zip64 field


def pack(content: bytes, method: int = DEFLATED) -> Packed:
    """Pack a member's content, and make sure that unpacking gives it back.

    Raises `Damaged` where it does not.
    """
    if method == STORED:
        return Packed(content, STORED, zlib.crc32(content), len(content))
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    unpacker, back = zlib.decompressobj(-15), 0
    try:
        for at in range(0, len(packed), _STEP):
            piece = unpacker.decompress(packed[at : at + _STEP])
            if not content.startswith(piece, back):
                raise Damaged(f"what is packed does not come back from byte {back}")
            back += len(piece)
    except zlib.error as error:
        raise Damaged(f"what is packed does not come back ({error})") from error
    if back != len(content) or not unpacker.eof:
        raise Damaged(f"what is packed comes back up to byte {back} only")
    return Packed(packed, DEFLATED, zlib.crc32(content), len(content))


class Archive:
    """The members of a zip file held in memory.

    Raises `UserError` for what cannot be copied safely: encrypted members, 4 GiB and more.
    Raises `Damaged` where the records make no sense.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._read_end()
        self.members = self._read_members()
        self._find_extents()

    def read(self, member: Member) -> bytes:
        """Inflate one member and check it against its size and CRC."""
        if member.size > INFLATED_LIMIT:
            raise UserError(
                f"{member.name} inside the file is {member.size >> 20} MB when unpacked, more than can be handled."
            )
        if member.method not in (STORED, DEFLATED):
            raise UserError(
                f"{member.name} inside the file is compressed in a way that Excel does not use (method {member.method})."
                " Open the workbook in Excel and save it once."
            )
        packed = self.packed(member)
        content = bytes(packed) if member.method == STORED else _inflated(packed, member.size)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise Damaged(f"{member.name} is damaged")
        return content

    def packed(self, member: Member) -> memoryview:
        """Give a member's packed content."""
        begin = self._content_start(member)
        return memoryview(self.data)[begin : begin + member.packed]

    def raw(self, member: Member) -> memoryview:
        """Give a member's bytes as they stand in the file, from its local header on."""
        return memoryview(self.data)[member.start : member.end]

    def rebuilt(self, changed: Mapping[str, Packed], added: Mapping[str, Packed]) -> bytes:
        """Write the archive anew with some members' contents changed and some members added at the end."""
        by_start = sorted(self.members, key=lambda member: member.start)
        first = by_start[0].start if by_start else self._directory
        out: list[bytes | memoryview] = [memoryview(self.data)[:first]]
        at, records = first, dict[int, bytes]()
        for member in by_start:
            if member.name in changed:
                pieces, records[member.start] = self._replaced(member, changed[member.name], at)
                out += pieces
                at += sum(map(len, pieces))
            else:
                records[member.start] = self._moved(member, at)
                out.append(self.raw(member))
                at += member.end - member.start
        directory = [records[member.start] for member in self.members]
        for name, content in added.items():
            pieces, record = _new_member(name, content, at - self._base)
            directory.append(record)
            out += pieces
            at += sum(map(len, pieces))
        out += directory
        out += self._ending(len(directory), sum(map(len, directory)), at)
        if at > LIMIT - (1 << 20):
            raise UserError("The workbook would grow beyond 4 GB, more than can be handled.")
        return b"".join(out)

    def _read_end(self) -> None:
        data = self.data
        at = data.rfind(b"PK\5\6", max(0, len(data) - 65_557))
        while at >= 0 and at + _END.size + int.from_bytes(data[at + 20 : at + 22], "little") > len(data):
            at = data.rfind(b"PK\5\6", 0, at)
        if at < 0:
            raise Damaged("no end of the zip directory")
        _, disk, _, _, count, size, offset, _ = _END.unpack_from(data, at)
        if disk not in (0, 0xFFFF):
            raise Damaged("one of several disks")
        self._end, self._end64 = data[at:], b""
        directory_end = at
        locator = at - _LOCATOR64.size
        if locator >= 0 and data[locator : locator + 4] == b"PK\6\7":
            end64 = data.rfind(b"PK\6\6", 0, locator)
            if end64 < 0 or locator - end64 < _END64.size:
                raise Damaged("no zip64 directory end")
            count, size, offset = _END64.unpack_from(data, end64)[7:10]
            self._end64, directory_end = data[end64:at], end64
        self._count, self._directory = count, directory_end - size
        self._base = self._directory - offset
        if self._directory < 0 or self._base < 0:
            raise Damaged("the zip directory is out of place")

    def _read_members(self) -> list[Member]:
        members, at = [], self._directory
        for _ in range(self._count):
            if at + _CENTRAL.size > len(self.data) or self.data[at : at + 4] != b"PK\1\2":
                raise Damaged("the zip directory is cut off")
            member, at = self._member(at)
            members.append(member)
        return members

    def _member(self, at: int) -> tuple[Member, int]:
        fields = _CENTRAL.unpack_from(self.data, at)
        flags, method, crc, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
        name_length, extra_length, comment_length, offset = fields[10], fields[11], fields[12], fields[16]
        end = at + _CENTRAL.size + name_length + extra_length + comment_length
        raw_name = self.data[at + _CENTRAL.size : at + _CENTRAL.size + name_length]
        name = raw_name.decode("utf-8" if flags & _UTF8 or raw_name.isascii() else "cp437", "replace")
        member = Member(name, raw_name, self.data[at:end], flags, method, crc, packed, size, offset)
        if LIMIT in (packed, size, offset):
            self._read_zip64(member, _CENTRAL.size + name_length, extra_length)
        member.start += self._base
        if flags & _ENCRYPTED:
            raise UserError(
                f"{name} inside the file is encrypted. Save the workbook without a password first."
            )
        return member, end

    def _read_zip64(self, member: Member, at: int, length: int) -> None:
        """Take the sizes that did not fit into the record from its extra field (APPNOTE.TXT 4.5.3)."""
        end = at + length
        while at + 4 <= end:
            kind, size = struct.unpack_from("<2H", member.central, at)
            at += 4
            if kind == 1:
                for field in ("size", "packed", "start"):
                    if getattr(member, field) == LIMIT and at + 8 <= end:
                        setattr(member, field, int.from_bytes(member.central[at : at + 8], "little"))
                        if field == "start":
                            member.offset64 = at
                        at += 8
                break
            at += size
        if max(member.size, member.packed, member.start) >= LIMIT:
            raise UserError("The workbook is over 4 GB, more than can be handled.")

    def _find_extents(self) -> None:
        by_start = sorted(self.members, key=lambda member: member.start)
        starts = [*(member.start for member in by_start), self._directory]
        for member, end in zip(by_start, starts[1:], strict=True):
            member.end = end
            if member.start + _LOCAL.size > end or self.data[member.start : member.start + 4] != b"PK\3\4":
                raise Damaged(f"{member.name} has no header")
            if self._content_start(member) + member.packed > end:
                raise Damaged(f"{member.name} overlaps what follows")

    def _content_start(self, member: Member) -> int:
        name_length, extra_length = struct.unpack_from("<2H", self.data, member.start + 26)
        return member.start + _LOCAL.size + int(name_length) + int(extra_length)

    def _moved(self, member: Member, start: int) -> bytes:
        record, offset = bytearray(member.central), start - self._base
        if member.offset64:
            record[member.offset64 : member.offset64 + 8] = offset.to_bytes(8, "little")
        else:
            record[42:46] = offset.to_bytes(4, "little")
        return bytes(record)

    def _replaced(self, member: Member, new: Packed, start: int) -> tuple[list[bytes], bytes]:
        packed, method, crc, size = new
        if max(size, len(packed)) >= LIMIT:
            raise UserError(
                f"{member.name} inside the file would grow beyond 4 GB, more than can be handled."
            )
        local = list(_LOCAL.unpack_from(self.data, member.start))
        extra_at = member.start + _LOCAL.size + local[9]
        extra = _without_zip64(self.data[extra_at : extra_at + local[10]])
        flags = member.flags & ~_DESCRIPTOR
        local[2:4], local[6:9], local[10] = [flags, method], [crc, len(packed), size], len(extra)
        header = _LOCAL.pack(*local) + self.data[member.start + _LOCAL.size : extra_at] + extra

        fields = list(_CENTRAL.unpack_from(member.central))
        tail = member.central[_CENTRAL.size :]
        name, extra = tail[: fields[10]], _without_zip64(tail[fields[10] : fields[10] + fields[11]])
        comment = tail[fields[10] + fields[11] :]
        fields[3], fields[7:10], fields[11], fields[16] = (
            flags,
            [crc, len(packed), size],
            len(extra),
            start - self._base,
        )
        return [header, packed], _CENTRAL.pack(*fields) + name + extra + comment

    def _ending(self, count: int, size: int, start: int) -> list[bytes]:
        end = list(_END.unpack_from(self._end))
        offset = start - self._base
        end64 = b""
        if self._end64:
            record = list(_END64.unpack_from(self._end64))
            record[6:10] = [count, count, size, offset]
            locator = list(_LOCATOR64.unpack_from(self._end64, len(self._end64) - _LOCATOR64.size))
            locator[2] = offset + size
            middle = self._end64[_END64.size : -_LOCATOR64.size]
            end64 = _END64.pack(*record) + middle + _LOCATOR64.pack(*locator)
        # Where a field is all ones the zip64 record speaks for it, and it must stay so.
        for field, value in ((3, count), (4, count), (5, size), (6, offset)):
            if not (self._end64 and end[field] == (0xFFFF if field < 5 else LIMIT)):
                end[field] = value
        return [end64, _END.pack(*end) + self._end[_END.size :]]


def _inflated(packed: memoryview, size: int) -> bytes:
    """Unpack what was declared, and a byte of what was not, which is enough to know; no more is ever held, and that only once."""
    unpacker, content = zlib.decompressobj(-15), BytesIO()
    try:
        for at in range(0, len(packed), _STEP):
            content.write(unpacker.decompress(packed[at : at + _STEP], size + 1 - content.tell()))
            if content.tell() > size:
                break
    except zlib.error as error:
        raise Damaged(str(error)) from error
    return content.getvalue()


def _without_zip64(extra: bytes) -> bytes:
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != 1:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept


def _new_member(name: str, new: Packed, offset: int) -> tuple[list[bytes], bytes]:
    packed, method, crc, size = new
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8
    # 1980-01-01, as Excel itself writes: the same edit gives the same bytes on any day.
    stamp = (20, flags, method, 0, 0x21, crc, len(packed), size, len(raw))
    header = _LOCAL.pack(b"PK\3\4", *stamp, 0) + raw
    record = _CENTRAL.pack(b"PK\1\2", 20, *stamp, 0, 0, 0, 0, 0, offset) + raw
    return [header, packed], record
