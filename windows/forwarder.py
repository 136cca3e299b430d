"""The one library that Rust's wheels (calamine, typst) ask Windows for and wine 8 lacks, as a forwarder of 1.5 KB."""

from __future__ import annotations

import struct


def forwarder() -> bytes:
    """Give a bcryptprimitives.dll whose ProcessPrng is advapi32's SystemFunction036 (RtlGenRandom); Microsoft's PE format."""
    rva, raw = 0x1000, 0x400
    name, export, target = b"bcryptprimitives.dll\0", b"ProcessPrng\0", b"advapi32.SystemFunction036\0"
    at = [rva + 40]
    for text in (name, export, target):
        at.append(at[-1] + len(text))
    table = at[3] + -at[3] % 4
    body = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, at[0], 1, 1, 1, table, table + 4, table + 8)
    body = (body + name + export + target).ljust(table - rva, b"\0") + struct.pack("<IIH", at[2], at[1], 0)
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", 0x80) + bytes(0x40)
    coff = struct.pack("<4sHHIIIHH", b"PE\0\0", 0x8664, 1, 0, 0, 0, 240, 0x2022)
    code = (0x20B, 14, 0, 0, 0x200, 0, 0, 0x1000)
    image = (0x180000000, 0x1000, 0x200, 6, 0, 0, 0, 6, 0, 0, 0x2000, raw, 0, 2, 0x140)
    optional = struct.pack("<HBBIIIII", *code) + struct.pack("<QIIHHHHHHIIIIHH", *image)
    optional += struct.pack("<QQQQII", 0x100000, 0x1000, 0x100000, 0x1000, 0, 16)
    optional += struct.pack("<II", rva, len(body)) + bytes(8 * 15)
    section = struct.pack("<8sIIIIIIHHI", b".edata", len(body), rva, 0x200, raw, 0, 0, 0, 0, 0x40000040)
    return (dos + coff + optional + section).ljust(raw, b"\0") + body.ljust(0x200, b"\0")
