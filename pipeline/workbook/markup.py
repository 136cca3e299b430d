"""XML read with byte offsets, so that single attributes and elements can be replaced in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from pipeline.model.errors import UserError

# From inside a start tag to its end; quoted values may hold ">" (XML 1.0, 2.4).
TAG_REST = rb"""[^<>"']*+(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+)*+>"""
_TAG = re.compile(rb"<[^<>\"'/!?]" + TAG_REST)
_ATTRIBUTE = re.compile(rb"""\s([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')""")
_DECLARED = re.compile(rb"""\A<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_HIDING = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_DECLARATION, _INSTRUCTION = re.compile(rb"<!"), re.compile(rb"<\?")
_REFERENCE = re.compile(r"&(?:#(\d+)|#[xX]([0-9A-Fa-f]+)|(\w+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Malformed(Exception):
    """Not well-formed, or not what the format allows."""


class Splice(NamedTuple):
    """Replace the bytes from `start` to `end`."""

    start: int
    end: int
    new: bytes


def spliced(data: bytes, splices: Iterable[Splice]) -> Iterator[bytes | memoryview]:
    """Lay out the pieces of `data` with the splices put in; they must not overlap."""
    view, at = memoryview(data), 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        if splice.start < at:
            raise Malformed(f"splices overlap at {splice.start}")
        yield view[at : splice.start]
        yield splice.new
        at = splice.end
    yield view[at:]


class Encoding(NamedTuple):
    """How a part's bytes are written; the work in between is done on UTF-8."""

    codec: str
    mark: bytes

    @property
    def plain(self) -> bool:
        """Tell whether the bytes are worked on as they are."""
        return self.codec == "utf-8" and not self.mark

    def pack(self, content: bytes) -> bytes:
        """Turn UTF-8 back into the part's own bytes."""
        if self.codec == "utf-8":
            return self.mark + content
        return self.mark + content.decode().encode(self.codec)

    def writable(self, splice: Splice) -> Splice:
        """Spell characters the part's encoding lacks as references."""
        if self.codec.startswith("utf"):
            return splice
        new = splice.new.decode().encode(self.codec, "xmlcharrefreplace").decode(self.codec).encode()
        return splice._replace(new=new)


def unpack(data: bytes) -> tuple[bytes, Encoding]:
    """Give a part's content as UTF-8 without byte order mark (XML 1.0, appendix F).

    Raises `Malformed` where that cannot be turned back into the very same bytes.
    """
    encoding = _encoding(data)
    if encoding.plain:
        return data, encoding
    try:
        content = data[len(encoding.mark) :]
        if encoding.codec != "utf-8":
            content = content.decode(encoding.codec).encode()
        if encoding.pack(content) != data:
            raise Malformed(f"cannot be kept in {encoding.codec}")
    except (UnicodeError, LookupError) as error:
        raise Malformed(f"is not written in {encoding.codec}") from error
    return content, encoding


def _encoding(data: bytes) -> Encoding:
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return Encoding(codec, mark)
    if data.startswith(b"<\0"):
        return Encoding("utf-16-le", b"")
    if data.startswith(b"\0<"):
        return Encoding("utf-16-be", b"")
    declared = _DECLARED.match(data)
    return Encoding(
        "utf-8" if not declared or declared[1].lower() == b"utf-8" else declared[1].decode().lower(), b""
    )


def masked(data: bytes) -> bytes:
    """Blank out comments, CDATA sections and processing instructions, every offset kept."""
    after = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    return _HIDING.sub(lambda found: b" " * len(found[0]), data) if hides(data, after, len(data)) else data


def hides(data: bytes, start: int, end: int) -> bool:
    """Tell whether there is any comment, CDATA section, declaration or processing instruction, whose text may look like tags."""
    # Single bytes are looked for first, ten times faster than pairs: most sheets have neither. A pattern finds pairs faster than `find`.
    return (data.find(b"!", start, end) >= 0 and _DECLARATION.search(data, start, end) is not None) or (
        data.find(b"?", start, end) >= 0 and _INSTRUCTION.search(data, start, end) is not None
    )


def new_parser() -> expat.XMLParserType:
    """Make an expat parser for UTF-8 that stops at a document type: a workbook has none, an XML bomb does."""
    parser = expat.ParserCreate("UTF-8")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.buffer_text = True
    # Newer versions put off tokens that might go on; the read-back relies on events arriving with their bytes.
    if hasattr(parser, "SetReparseDeferralEnabled"):
        parser.SetReparseDeferralEnabled(False)
    return parser


def _refuse_doctype(*_: object) -> None:
    raise UserError(
        "The workbook holds a document type declaration, which no spreadsheet program writes and which can be used to do harm."
        " Open it in Excel and save it once under another name."
    )


def local(name: str) -> str:
    """Drop a name's namespace prefix."""
    return name.rpartition(":")[2]


@dataclass(slots=True)
class Element:
    """One element of a small part; offsets are into the part's UTF-8 bytes."""

    tag: str
    attributes: dict[str, str]
    start: int
    open_end: int
    close_start: int = 0
    end: int = 0
    parent: Element | None = None
    children: list[Element] = field(default_factory=list)
    text: str = ""

    @property
    def name(self) -> str:
        """Give the name without prefix: what is transitional, strict or prefixed differs only there."""
        return local(self.tag)

    @property
    def prefix(self) -> str:
        """Give the namespace prefix with its colon, or nothing."""
        return self.tag[: -len(self.name)]

    @property
    def namespace(self) -> str:
        """Give the namespace that a root element declares for itself."""
        return self.get("xmlns:" + self.prefix[:-1] if self.prefix else "xmlns")

    @property
    def closed(self) -> bool:
        """Tell whether it is written `<a/>`."""
        return self.end == self.open_end

    def get(self, name: str, default: str = "") -> str:
        """Look up an attribute without namespace."""
        return self.attributes.get(name, default)

    def get_any(self, name: str) -> str:
        """Look up an attribute whatever its prefix, as in r:id."""
        return next((value for key, value in self.attributes.items() if local(key) == name), "")

    def all(self, *names: str) -> list[Element]:
        """List the elements below with one of these names, in document order."""
        found = []
        for child in self.children:
            if child.name in names:
                found.append(child)
            found += child.all(*names)
        return found

    def first(self, *path: str) -> Element | None:
        """Walk down by names, taking the first child of each."""
        here: Element | None = self
        for name in path:
            here = next((child for child in here.children if child.name == name), None) if here else None
        return here


def tag_end(data: bytes, start: int) -> int:
    """Find the end of the start tag at `start`."""
    found = _TAG.match(data, start)
    if not found:
        raise Malformed(f"no tag at byte {start}")
    return found.end()


def parse(data: bytes) -> Element:
    """Read a small part whole.

    Raises `Malformed` when it is not well-formed, `UserError` when it has a document type.
    """
    root: list[Element] = []
    stack: list[Element] = []
    parser = new_parser()

    def start(tag: str, attributes: dict[str, str]) -> None:
        at = parser.CurrentByteIndex
        element = Element(tag, attributes, at, tag_end(data, at), parent=stack[-1] if stack else None)
        (stack[-1].children if stack else root).append(element)
        stack.append(element)

    def end(_: str) -> None:
        element, at = stack.pop(), parser.CurrentByteIndex
        closed = data[element.open_end - 2 : element.open_end] == b"/>"
        element.close_start = element.open_end if closed else at
        element.end = element.open_end if closed else data.index(b">", at) + 1

    def text(content: str) -> None:
        if stack:
            stack[-1].text += content

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Malformed(str(error)) from error
    return root[0]


def attributes_of(data: bytes, name: str) -> list[dict[str, str]]:
    """Read nothing of a part but the attributes of its elements of one name: a tree of thousands takes four times as long.

    Raises as `parse` does.
    """
    found: list[dict[str, str]] = []
    parser, prefixed = new_parser(), f":{name}"

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == name or tag.endswith(prefixed):
            found.append(attributes)

    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Malformed(str(error)) from error
    return found


def attribute_splice(data: bytes, start: int, open_end: int, name: str, value: str | None) -> Splice:
    """Set one attribute of the tag from `start` to `open_end`, or drop it where `value` is None."""
    new = b"" if value is None else escape_attribute(value)
    for found in _ATTRIBUTE.finditer(data, start, open_end):
        if found[1].decode() == name:
            if value is None:
                return Splice(found.start(), found.end(), b"")
            return Splice(found.start(2) + 1, found.end(2) - 1, new)
    at = open_end - (2 if data[open_end - 2 : open_end] == b"/>" else 1)
    insert = b"" if value is None else b' %s="%s"' % (name.encode(), new)
    return Splice(at, at, insert)


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """Set one attribute of the element that `tag` begins with."""
    return b"".join(spliced(tag, [attribute_splice(tag, 0, tag_end(tag, 0), name, value)]))


def raw_attributes(tag: bytes) -> list[tuple[bytes, bytes]]:
    """List a start tag's attributes: the name, and the whole of it as written."""
    return [(found[1], found[0]) for found in _ATTRIBUTE.finditer(tag)]


def attribute(tag: bytes, name: bytes) -> str | None:
    """Read one attribute of a start tag."""
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name:
            return unescape(found[2][1:-1].decode())
    return None


def unescape(text: str) -> str:
    """Resolve character references (XML 1.0, 4.1)."""
    if "&" not in text:
        return text
    return _REFERENCE.sub(
        lambda m: chr(int(m[1])) if m[1] else chr(int(m[2], 16)) if m[2] else _NAMED.get(m[3], m[0]), text
    )


def escape(text: str) -> bytes:
    """Write character data; a bare CR would be read as a line feed (XML 1.0, 2.11)."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;").encode()
    )


def escape_attribute(text: str) -> bytes:
    """Write an attribute's value."""
    return escape(text).replace(b'"', b"&quot;").replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")


def check_well_formed(pieces: Sequence[bytes | memoryview]) -> None:
    """Run expat without handlers over a part; raises `Malformed` when it is not well-formed."""
    parser = new_parser()
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Malformed(str(error)) from error
