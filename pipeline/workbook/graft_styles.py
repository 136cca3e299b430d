"""Cell formats of one workbook taken over into another: only ever appended, so that every number in use stays true."""

from __future__ import annotations

import re

from pipeline.workbook.markup import Element, Splice, attribute_splice, parse, spliced

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# What a style sheet's root holds, in order (18.8.39), and what stands in a list that had to be made.
_ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
)
_RESERVED = {
    "fonts": b"<font/>",
    "fills": b'<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    "borders": b"<border/>",
}
_STYLE_ID = re.compile(rb'\sxfId="[^"]*"')
_FIRST_OWN_FORMAT = 164
# The donor's first font, fills and border are its defaults: they become the defaults of the workbook they come into.
_DEFAULTS = {"fonts": 1, "fills": 2, "borders": 1}


class StyleGraft:
    """Formats of `donor` as they become formats of `target`, both style sheets' UTF-8 bytes."""

    def __init__(self, target: bytes, donor: bytes) -> None:
        self.data, self._donor = target, donor
        self._root, self._from = parse(target), parse(donor)
        self._added: dict[str, list[bytes]] = {}
        self._moved: dict[tuple[str, int], int] = {}
        used = [int(e.get("numFmtId")) for e in self._root.all("numFmt") if e.get("numFmtId").isdigit()]
        self._next_format = max([_FIRST_OWN_FORMAT - 1, *used]) + 1

    def cell_format(self, style: int) -> int:
        """Give the number of a donor's cell format in the target."""
        formats = self._list(self._from, "cellXfs")
        if style == 0 or style >= len(formats):
            return 0
        if ("cellXfs", style) not in self._moved:
            self._moved["cellXfs", style] = self._append("cellXfs", self._cell_format(formats[style]))
        return self._moved["cellXfs", style]

    def difference(self, number: int) -> int:
        """Give the number of a donor's differential format in the target."""
        return self._part("dxfs", number)

    def new_difference(self, content: bytes) -> int:
        """Add a differential format."""
        return self._append("dxfs", self._bound(content))

    def splices(self) -> list[Splice]:
        """List the changes to the target."""
        return [
            splice
            for name in _ORDER
            if name in self._added
            for splice in self._list_splices(name, self._added[name])
        ]

    def _cell_format(self, xf: Element) -> bytes:
        raw = _STYLE_ID.sub(b"", self._donor[xf.start : xf.end])
        values = {"numFmtId": self._number_format(xf.get("numFmtId", "0"))}
        for name, holder in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            values[name] = str(self._part(holder, int(xf.get(name, "0"))))
        for name, value in values.items():
            raw = _with(raw, name, value)
        if self._root.first("cellStyleXfs"):  # else there is no named style to point to
            raw = _with(raw, "xfId", "0")
        for name in ("applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"):
            raw = _with(raw, name, "1")
        return self._bound(raw)

    def _part(self, holder: str, number: int) -> int:
        """Take over one entry of a list."""
        if number < _DEFAULTS.get(holder, 0):
            return number
        if (holder, number) not in self._moved:
            element = self._list(self._from, holder)[number]
            content = self._bound(self._donor[element.start : element.end])
            self._moved[holder, number] = self._append(holder, content)
        return self._moved[holder, number]

    def _number_format(self, number: str) -> str:
        if not number.isdigit() or int(number) < _FIRST_OWN_FORMAT:
            return number
        if ("numFmts", int(number)) not in self._moved:
            raw = next(
                self._donor[e.start : e.end]
                for e in self._list(self._from, "numFmts")
                if e.get("numFmtId") == number
            )
            self._append("numFmts", self._bound(_with(raw, "numFmtId", str(self._next_format))))
            self._moved["numFmts", int(number)] = self._next_format
            self._next_format += 1
        return str(self._moved["numFmts", int(number)])

    def _append(self, holder: str, content: bytes) -> int:
        new = self._added.setdefault(holder, [])
        if self._root.first(holder) is None and not new and holder in _RESERVED:
            new.append(self._bound_all(_RESERVED[holder]))
        before = len(self._list(self._root, holder)) if self._root.first(holder) else _DEFAULTS.get(holder, 0)
        if holder in _RESERVED and self._root.first(holder) is None:
            before -= 1  # the reserved entries stand together as the first of `new`
        new.append(content)
        return before + len(new) - 1

    def _list(self, root: Element, name: str) -> list[Element]:
        holder = root.first(name)
        return list(holder.children) if holder else []

    def _list_splices(self, name: str, new: list[bytes]) -> list[Splice]:
        content, holder = b"".join(new), self._root.first(name)
        tag = (self._root.prefix + name).encode()
        if holder is None:
            count = len(new) + _DEFAULTS.get(name, 1) - 1
            at = self._place(name)
            whole = b'<%s count="%d">%s</%s>' % (tag, count, content, tag)
            return [Splice(at, at, whole)]
        changes = []
        if holder.get("count").isdigit():
            count = len(holder.children) + len(new)
            changes.append(attribute_splice(self.data, holder.start, holder.open_end, "count", str(count)))
        if holder.closed:
            return [
                *changes,
                Splice(holder.open_end - 2, holder.open_end, b">" + content + b"</" + tag + b">"),
            ]
        return [*changes, Splice(holder.close_start, holder.close_start, content)]

    def _place(self, name: str) -> int:
        """Find where a list that is not there yet belongs."""
        before = _ORDER[: _ORDER.index(name)]
        ends = [child.end for child in self._root.children if child.name in before]
        return max(ends, default=self._root.open_end)

    def _bound(self, content: bytes) -> bytes:
        """Keep the main namespace where the target has a prefix for it."""
        return _with(content, "xmlns", MAIN) if self._root.prefix else content

    def _bound_all(self, content: bytes) -> bytes:
        root = parse(b"<all>" + content + b"</all>")
        whole = b"<all>" + content + b"</all>"
        return b"".join(self._bound(whole[e.start : e.end]) for e in root.children)


def _with(raw: bytes, name: str, value: str) -> bytes:
    element = parse(raw)
    return b"".join(spliced(raw, [attribute_splice(raw, element.start, element.open_end, name, value)]))
