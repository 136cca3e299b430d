"""The shared strings (ECMA-376 part 1, 18.4): only ever added to, so that every number in every sheet stays true."""

from __future__ import annotations

import re
from array import array

from pipeline.workbook.markup import (
    TAG_REST,
    Malformed,
    Splice,
    attribute,
    attribute_splice,
    masked,
    parse,
    tag_end,
)
from pipeline.workbook.values import runs_text, text_element

_MAX_COUNT = 1 << 31
_ROOT = re.compile(rb"<((?:[^\s<>/:\"'=!?]+:)?)sst(?=[\s/>])" + TAG_REST)


class SharedStrings:
    """The strings part.

    Raises `Malformed` when it is not one.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._text = masked(data)
        root = _ROOT.search(self._text)
        if not root:
            raise Malformed("has no sst element")
        self.prefix = root[1].decode()
        self._root = root.span()
        self._closed = root[0].endswith(b"/>")
        self._item = re.compile(rb"<" + re.escape(root[1]) + rb"si(?=[\s/>])")
        self._item_end = re.compile(rb"</" + re.escape(root[1]) + rb"si\s*>")
        self.count = self._count()
        self._starts: array[int] | None = None
        self._numbers: dict[str, int] = {}
        self._new: list[bytes] = []
        self._texts: list[str] = []
        self.references = 0

    def text(self, number: int) -> str:
        """Read one string.

        Raises `Malformed` when there is none of that number.
        """
        if self._starts is None:
            self._starts = array("Q", (found.start() for found in self._item.finditer(self._text)))
        if number >= len(self._starts):
            raise Malformed(f"has no string {number}")
        start = self._starts[number]
        end = tag_end(self._text, start)
        if self._text[end - 2 : end] != b"/>":
            closing = self._item_end.search(self._text, end)
            if not closing:
                raise Malformed(f"has no end of string {number}")
            end = closing.end()
        return runs_text(parse(self.data[start:end]))

    def add(self, text: str) -> int:
        """Add a string and give its number; texts added in the same save share one.

        Raises `Unwritable` for a text no cell can hold.
        """
        if text not in self._numbers:
            si = self.prefix.encode() + b"si"
            item = b"<" + si + b">" + text_element(self.prefix + "t", text) + b"</" + si + b">"
            self._numbers[text] = self.count + len(self._new)
            self._new.append(item)
            self._texts.append(text)
        self.references += 1
        return self._numbers[text]

    def text_added(self, number: int) -> str | None:
        """Give an added string by its number."""
        at = number - self.count
        return self._texts[at] if 0 <= at < len(self._texts) else None

    @property
    def added(self) -> dict[int, str]:
        """Give the added strings by number."""
        return dict(enumerate(self._texts, self.count))

    def drop_reference(self) -> None:
        """Note that a cell no longer points here."""
        self.references -= 1

    def splices(self) -> list[Splice]:
        """List the changes; the counts follow only where they are kept and make sense."""
        if not self._new:
            return []
        start, end = self._root
        tag, changes = self.data[start:end], []
        for name, more in (("count", self.references), ("uniqueCount", len(self._new))):
            old = attribute(tag, name.encode())
            if old and old.isdecimal() and more and int(old) < _MAX_COUNT:
                changes.append(attribute_splice(self.data, start, end, name, str(max(0, int(old) + more))))
        items = b"".join(self._new)
        if self._closed:
            closing = b"</" + self.prefix.encode() + b"sst>"
            return [*changes, Splice(end - 2, end, b">" + items + closing)]
        at = self._text.rfind(b"</" + self.prefix.encode() + b"sst")
        return [*changes, Splice(at, at, items)]

    def _count(self) -> int:
        stem = b"<" + self.prefix.encode() + b"si"
        quick = sum(self._text.count(stem + end) for end in (b">", b"/>", b" "))
        # A line break after the name is legal and rare: then the slow count is the right one.
        if any(stem + end in self._text for end in (b"\n", b"\r", b"\t")):
            return sum(1 for _ in self._item.finditer(self._text))
        return quick
