"""Cell formats (ECMA-376 part 1, 18.8): which of them show a date, and the few that are added."""

from __future__ import annotations

import re

from pipeline.workbook.markup import Element, Malformed, Splice, attribute_splice, parse, with_attribute

SHORT_DATE, DATE_AND_TIME = 14, 22
MAX_FORMATS = 65_000
# 18.8.30; 27 to 36 and 50 to 58 are the East Asian ones, 18 to 21, 32 to 35 and 45 to 47 times of day.
_BUILT_IN_TIMES = frozenset({18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47})
_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58})
# Quoted and escaped characters, colors and locales; [h] is a count of hours and stays.
_NOT_CODE = re.compile(r'"[^"]*"|\[(?![hms]+\])[^\]]*\]|\\.|_.|\*.', re.IGNORECASE)

_MARKED = re.compile(r'[0#?"\\\[(+]')
_DECIMAL = re.compile(r"[0#?,]+\.[0#?]")


def shows_date(code: str) -> bool:
    """Tell whether a number format's code shows a day, month or year."""
    first = _NOT_CODE.sub("", code.split(";")[0]).lower()
    if "general" in first:
        return False
    return bool(re.search(r"[yd]|m{3}", first)) or ("m" in first and not re.search("[hs]", first))


class Styles:
    """The styles part."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        root = parse(data)
        self._holder = root.first("cellXfs")
        self._formats = (
            [child for child in self._holder.children if child.name == "xf"] if self._holder else []
        )
        self._raw = [data[xf.start : xf.end] for xf in self._formats]
        self._old_count = len(self._raw)
        self._dates: dict[int, bool] = {}
        fonts = root.first("fonts")
        self._struck_fonts = (
            {
                str(at)
                for at, font in enumerate(c for c in fonts.children if c.name == "font")
                if (strike := font.first("strike")) and strike.get("val", "1") not in ("0", "false")
            }
            if fonts
            else set()
        )
        self._codes = {fmt.get("numFmtId"): fmt.get("formatCode") for fmt in root.all("numFmt") if _top(fmt)}

    @property
    def usable(self) -> bool:
        """Tell whether formats can be added."""
        return self._holder is not None and self._old_count > 0 and len(self._raw) < MAX_FORMATS

    @property
    def count(self) -> int:
        """Count the formats there were."""
        return self._old_count

    def is_date(self, style: int) -> bool:
        """Tell whether a style shows a date."""
        if style not in self._dates:
            number = self.number_format(style)
            code = self._codes.get(number)
            built_in = number.isdecimal() and int(number) in _BUILT_IN_DATES
            self._dates[style] = built_in if code is None else shows_date(code)
        return self._dates[style]

    def shows_time(self, style: int) -> bool:
        """Tell whether a style shows a date, a time of day or a count of hours."""
        number = self.number_format(style)
        code = self._codes.get(number)
        if code is None:
            return number.isdecimal() and int(number) in _BUILT_IN_DATES | _BUILT_IN_TIMES
        plain = _NOT_CODE.sub("", code).lower()
        return "general" not in plain and bool(re.search("[ymdhs]", plain))

    def number_format(self, style: int) -> str:
        """Give the id of a style's number format."""
        if style < self._old_count:
            return self._formats[style].get("numFmtId", "0")
        return parse(self._raw[style]).get("numFmtId", "0") if style < len(self._raw) else "0"

    def marked_codes(self) -> dict[int, str]:
        """Give the codes of those styles whose number format is the book's own and begins like one of digits and marks."""
        own = {
            number: code
            for number, code in self._codes.items()
            if _MARKED.match(code) and not _DECIMAL.match(code)
        }
        return (
            {
                style: own[number]
                for style in range(self._old_count)
                if (number := self.number_format(style)) in own
            }
            if own
            else {}
        )

    def struck(self) -> frozenset[int]:
        """List the formats whose font is struck through (18.4.10)."""
        if not self._struck_fonts:
            return frozenset()
        return frozenset(
            at for at, raw in enumerate(self._raw) if parse(raw).get("fontId") in self._struck_fonts
        )

    def with_format(self, style: int, number_format: str) -> int:
        """Find or add a style like another one but for its number format."""
        raw = with_attribute(self._base(style), "numFmtId", number_format)
        raw = with_attribute(raw, "applyNumberFormat", "1")
        return self._number(_without_quote(raw))

    def quoted(self, style: int) -> int:
        """Find or add a style like another one that keeps a text a text when it is edited."""
        base = self._base(style)
        if parse(base).get("quotePrefix") in ("1", "true"):
            return style
        return self._number(with_attribute(base, "quotePrefix", "1"))

    def splices(self) -> list[Splice]:
        """List the changes."""
        if not self._holder or len(self._raw) == self._old_count:
            return []
        holder, at = self._holder, self._formats[-1].end
        changes = [Splice(at, at, b"".join(self._raw[self._old_count :]))]
        if holder.get("count").isdecimal():
            count = str(len(self._raw))
            changes.append(attribute_splice(self.data, holder.start, holder.open_end, "count", count))
        return changes

    def _base(self, style: int) -> bytes:
        if style >= len(self._raw):
            raise Malformed(f"has no cell format {style}")
        return self._raw[style]

    def _number(self, raw: bytes) -> int:
        if raw not in self._raw:
            self._raw.append(raw)
        return self._raw.index(raw)


def _top(fmt: Element) -> bool:
    return fmt.parent is not None and fmt.parent.name == "numFmts"


def _without_quote(raw: bytes) -> bytes:
    return with_attribute(raw, "quotePrefix", "0") if b"quotePrefix" in raw else raw
