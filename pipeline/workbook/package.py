"""The workbook as a package of parts (ECMA-376 part 2): where each part is, what it relates to, and what replaces it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import cached_property
from io import BytesIO
from typing import NamedTuple

from pipeline.model.errors import UserError
from pipeline.workbook.archive import Archive, Damaged, Member, Packed, pack
from pipeline.workbook.encrypted import OLE2, refuse_password
from pipeline.workbook.index_fast import FastIndex
from pipeline.workbook.markup import (
    Element,
    Encoding,
    Malformed,
    Splice,
    attributes_of,
    local,
    parse,
    spliced,
    unpack,
)

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_AGAIN = "Open it in Excel, save it there as an .xlsx workbook, and try again."


class Relationship(NamedTuple):
    """One relationship of a part; `kind` is the last word of its type, the same in transitional and strict files."""

    id: str
    kind: str
    target: str


class Patch(NamedTuple):
    """What is to change in one part; offsets are into its content as UTF-8, from which `new` is made."""

    part: str
    data: bytes
    splices: tuple[Splice, ...]
    encoding: Encoding
    new: bytes


class Package:
    """The parts of one workbook, and what is to replace them.

    Raises `UserError` for whatever is not an Excel workbook that can be changed without harm.
    """

    def __init__(self, data: bytes, name: str = "The workbook") -> None:
        self.name = name
        self.data = data
        self._refuse_foreign()
        try:
            self.archive = Archive(data)
        except Damaged as error:
            raise UserError(f"{name} is damaged or not an Excel workbook ({error}). {_AGAIN}") from error
        self.patches: dict[str, Patch] = {}
        self.added: dict[str, bytes] = {}
        self._kept: dict[str, bytes] = {}
        self._indexes: dict[str, FastIndex] = {}
        self._encodings: dict[str, Encoding] = {}
        self._members: dict[str, Member] = {}
        self._relations: dict[str, tuple[list[Relationship], dict[str, str]]] = {}
        for member in self.archive.members:
            self._add(member)

    def has(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return _key(part) in self._members

    def unchanged(self) -> Package:
        """Give the same package with nothing to change; the parts that were kept need no unpacking again."""
        fresh = Package(self.data, self.name)
        fresh._kept, fresh._indexes, fresh._encodings = self._kept, self._indexes, self._encodings
        fresh._relations = self._relations
        return fresh

    def read(self, part: str, *, keep: bool = False) -> bytes:
        """Read a part as UTF-8, whatever it is written in; `keep` it where it will be asked for again."""
        kept = self._kept.get(_key(part))
        if kept is not None:
            return kept
        member = self._member(part)
        try:
            content, encoding = unpack(self.archive.read(member))
        except (Damaged, Malformed) as error:
            raise self.damaged(part, error) from error
        self._encodings[_key(part)] = encoding
        if keep:
            self._kept[_key(part)] = content
        return content

    def index(self, part: str) -> FastIndex:
        """Find a sheet's rows, once.

        Raises `UserError` where they are out of order.
        """
        key, content = _key(part), self.read(part, keep=True)
        if key not in self._indexes:
            try:
                self._indexes[key] = FastIndex(content)
            except Malformed as error:
                raise self.damaged(part, error) from error
        return self._indexes[key]

    def tree(self, part: str) -> tuple[bytes, Element]:
        """Read a small part as its UTF-8 bytes and its elements."""
        data = self.read(part)
        try:
            return data, parse(data)
        except Malformed as error:
            raise self.damaged(part, error) from error

    def patch(self, part: str, data: bytes, splices: Sequence[Splice]) -> None:
        """Change a part, whose UTF-8 content `data` is, when the package is rebuilt."""
        encoding = self._encodings[_key(part)]
        writable = tuple(map(encoding.writable, splices))
        new = _laid_out(data, writable)
        self.patches[self._member(part).name] = Patch(part, data, writable, encoding, new)

    def packed(self) -> tuple[dict[str, Packed], dict[str, Packed]]:
        """Pack what is new in the members that change, and the members that are added.

        Raises `Damaged` where unpacking does not give it back.
        """
        methods = {member.name: member.method for member in self.archive.members}
        changed = {
            name: pack(patch.encoding.pack(patch.new), methods[name]) for name, patch in self.patches.items()
        }
        return changed, {name: pack(content) for name, content in self.added.items()}

    def relationships(self, part: str) -> list[Relationship]:
        """List a part's relationships to other parts in the package; "" is the package itself."""
        return self._related(part)[0]

    def links(self, part: str) -> dict[str, str]:
        """Give the addresses outside the package that a part relates to, by the relationships' IDs."""
        return self._related(part)[1]

    def _related(self, part: str) -> tuple[list[Relationship], dict[str, str]]:
        """Read a part's relationships once: a list with a link in each row has thousands."""
        if part not in self._relations:
            folder, base = posixpath.split(part)
            source = posixpath.join(folder, "_rels", base + ".rels")
            inside, outside = list[Relationship](), dict[str, str]()
            for each in self._attributes(source, "Relationship") if self.has(source) else ():
                name, target = each.get("Id", ""), each.get("Target", "")
                if each.get("TargetMode") == "External":
                    outside[name] = target
                else:
                    kind = local_kind(each.get("Type", ""))
                    inside.append(Relationship(name, kind, resolve_target(folder, target)))
            self._relations[part] = inside, outside
        return self._relations[part]

    def _attributes(self, part: str, name: str) -> list[dict[str, str]]:
        try:
            return attributes_of(self.read(part), name)
        except Malformed as error:
            raise self.damaged(part, error) from error

    def related(self, part: str, kind: str) -> str | None:
        """Find the first part of a kind that a part relates to and that is there."""
        return next(
            (r.target for r in self.relationships(part) if r.kind == kind and self.has(r.target)), None
        )

    @cached_property
    def main_part(self) -> str:
        """Find the workbook part by its relationship: its path is nowhere laid down."""
        part = self.related("", "officeDocument")
        if part is None:
            raise UserError(f"{self.name} is not an Excel workbook. {_AGAIN}")
        if not self.read(part).lstrip()[:1] == b"<":
            raise UserError(f"{self.name} is a binary workbook (.xlsb). {_AGAIN}")
        return part

    def check_namespace(self, root: Element) -> None:
        """Raise `UserError` unless a part's root is in one of the two namespaces there are (ECMA-376 parts 1 and 4).

        Betas of Excel 2007 wrote others, whose elements have the same names and some other ones.
        """
        if root.namespace not in _NAMESPACES:
            raise UserError(f"{self.name} is not written in the format of Excel 2007 or later. {_AGAIN}")

    def damaged(self, part: str, error: object) -> UserError:
        """Say that a part cannot be read."""
        return UserError(f"{self.name} is damaged: {part or 'it'} cannot be read ({error}). {_AGAIN}")

    def _member(self, part: str) -> Member:
        try:
            return self._members[_key(part)]
        except KeyError:
            raise self.damaged(part, "it is missing") from None

    def _add(self, member: Member) -> None:
        key = _key(member.name)
        if key in self._members:
            raise UserError(
                f"{self.name} holds {member.name} twice (names that differ only in case count as one),"
                f" and programs disagree on which of them is meant. {_AGAIN}"
            )
        if key.startswith("_xmlsignatures/") and not key.endswith("/"):
            raise UserError(
                f"{self.name} is digitally signed, and any change would break the signature."
                " Remove the signature in Excel (File, Info, View Signatures) or work on a copy without one."
            )
        self._members[key] = member

    def _refuse_foreign(self) -> None:
        refuse_password(self.data, self.name)
        if not self.data.strip(b"\0"):
            raise UserError(
                f"{self.name} is empty. Take an earlier version of it, from a backup or from where it came, and try again."
            )
        if self.data.startswith(OLE2):
            raise UserError(f"{self.name} is in the old .xls format. {_AGAIN}")
        if not self.data.startswith(b"PK") and b"PK\5\6" not in self.data[-70_000:]:
            raise UserError(f"{self.name} is not an Excel workbook. {_AGAIN}")


def _laid_out(data: bytes, splices: Sequence[Splice]) -> bytes:
    """Write `data` with the splices put in, piece by piece into room taken at once: of a large sheet it would else lie there twice."""
    laid = BytesIO()
    laid.seek(len(data) + sum(len(splice.new) - (splice.end - splice.start) for splice in splices) - 1)
    laid.write(b"\0")
    laid.seek(0)
    laid.writelines(spliced(data, splices))
    return laid.getvalue()


def local_kind(uri: str) -> str:
    """Give the last word of a relationship type."""
    return local(uri.rstrip("/").rpartition("/")[2])


def resolve_target(folder: str, target: str) -> str:
    """Resolve a relationship's target against its source's folder; writers use both slashes (part 2, 9.3)."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath("/" + (path if path.startswith("/") else posixpath.join(folder, path))).lstrip(
        "/"
    )


def unquote(name: str) -> str:
    """Resolve percent-encoded bytes (urllib's does the same, and takes longer to import than a patch takes)."""
    if "%" not in name:
        return name
    return _PERCENT.sub(lambda found: bytes([int(found[1], 16)]), name.encode()).decode("utf-8", "replace")


def _key(name: str) -> str:
    return unquote(name).replace("\\", "/").lstrip("/").lower()
