"""Whole sheets of one workbook put behind those of another, with all that they relate to; nothing else changes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.model.errors import UserError
from pipeline.workbook.book import Parts
from pipeline.workbook.graft_styles import MAIN, StyleGraft
from pipeline.workbook.markup import (
    Element,
    Splice,
    attribute_splice,
    escape,
    escape_attribute,
    parse,
    spliced,
)
from pipeline.workbook.package import Package
from pipeline.workbook.strings import SharedStrings
from pipeline.workbook.values import text_element

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "[Content_Types].xml"
_NAMES_TABLE = re.compile(r"\b([^\W\d]\w*)\[")
_TABLE_FORMATS = re.compile(r"\w*[dD]xfId\Z")


@dataclass
class Graft:
    """Sheets on their way from `donor` into `book`'s package; call `finish` once all are taken.

    A formula that names no table but its own sheet's comes along. The others stay behind: they name the donor's tables, which
    here are called otherwise, or are no tables.
    """

    book: Parts
    donor: Parts
    main_splices: list[Splice] = field(default_factory=list)

    def __post_init__(self) -> None:
        refuse_fixed(self.book)
        package, donor = self.book.package, self.donor.package
        self.package = package
        self._styles_part = _styles_of(package)
        self.styles = StyleGraft(package.read(self._styles_part), donor.read(_styles_of(donor)))
        part = donor.related(donor.main_part, "sharedStrings")
        self._texts = SharedStrings(donor.read(part)) if part else None
        self._types, self._types_root = package.tree(_TYPES)
        self._donor_types = _content_types(donor)
        self._copied: dict[str, str] = {}
        self._overrides: list[tuple[str, str]] = []
        self._sheets: list[tuple[str, str]] = []
        self._main, self.main_root = package.tree(package.main_part)
        self.tables = _table_names(self.book)
        self._table_id = max([0, *self.tables.values()])
        self.renamed: dict[str, str] = {}

    def take(self, names: Sequence[str]) -> None:
        """Take over sheets by name, in this order; their tables get free names and numbers."""
        for name in names:
            info = self.donor.worksheet(name)
            self._sheets.append((info.name, self._copy(info.part)))

    def finish(self) -> None:
        """Put everything in place: sheet list, relationships, content types and formats."""
        package = self.package
        if self._sheets:
            self._enter_sheets()
        if self._overrides:
            tag = self._types_root.prefix + "Override"
            content = "".join(
                f'<{tag} PartName="/{part}" ContentType="{kind}"/>' for part, kind in self._overrides
            ).encode()
            at = self._types_root.close_start
            package.patch(_TYPES, self._types, [Splice(at, at, content)])
        if self.main_splices:
            package.patch(package.main_part, self._main, self.main_splices)
        changes = self.styles.splices()
        if changes:
            package.patch(self._styles_part, self.styles.data, changes)

    def _enter_sheets(self) -> None:
        package, root = self.package, self.main_root
        folder, base = posixpath.split(package.main_part)
        rels_part = posixpath.join(folder, "_rels", base + ".rels")
        rels, rels_root = package.tree(rels_part)
        listed = root.first("sheets")
        if listed is None or listed.closed:
            raise package.damaged(package.main_part, "it lists no sheets")
        taken = {e.get("Id") for e in rels_root.children}
        last = max((int(e.get("sheetId")) for e in listed.children if e.get("sheetId").isdigit()), default=0)
        ids = (f"rId{n}" for n in range(1, 1 << 20) if f"rId{n}" not in taken)
        rows, links, number = b"", b"", last
        for (name, part), id_ in zip(self._sheets, ids, strict=False):
            number += 1
            rows += (
                f'<{root.prefix}sheet xmlns:r="{RELATIONSHIPS}" name="'.encode()
                + escape_attribute(name)
                + f'" sheetId="{number}" r:id="{id_}"/>'.encode()
            )
            tag = rels_root.prefix + "Relationship"
            links += f'<{tag} Id="{id_}" Type="{RELATIONSHIPS}/worksheet" Target="/{part}"/>'.encode()
        self.main_splices.append(Splice(listed.close_start, listed.close_start, rows))
        self._enter_names(len([e for e in listed.children if e.name == "sheet"]))
        package.patch(rels_part, rels, [Splice(rels_root.close_start, rels_root.close_start, links)])

    def _enter_names(self, first: int) -> None:
        """Take over the names that belong to the sheets taken, such as the rows to repeat on each page."""
        root, donor_root = self.main_root, self.donor.package.tree(self.donor.package.main_part)[1]
        at = {name: first + n for n, (name, _) in enumerate(self._sheets)}
        known = [sheet.name for sheet in self.donor.sheets]
        tag = (root.prefix + "definedName").encode()
        names = b"".join(
            b'<%s name="%s" localSheetId="%d">%s</%s>'
            % (
                tag,
                escape_attribute(e.get("name")),
                at[known[int(e.get("localSheetId"))]],
                escape(e.text),
                tag,
            )
            for e in donor_root.all("definedName")
            if e.get("localSheetId") and known[int(e.get("localSheetId"))] in at
        )
        holder = root.first("definedNames")
        if not names:
            return
        if holder is None or holder.closed:
            outer = (root.prefix + "definedNames").encode()
            before = ("sheets", "functionGroups", "externalReferences")
            place = max(child.end for child in root.children if child.name in before)
            start, end = (holder.start, holder.end) if holder else (place, place)
            self.main_splices.append(Splice(start, end, b"<%s>%s</%s>" % (outer, names, outer)))
        else:
            self.main_splices.append(Splice(holder.close_start, holder.close_start, names))

    def _copy(self, part: str) -> str:
        """Take over a part and what it relates to; give its new name."""
        if part in self._copied:
            return self._copied[part]
        new = self._copied[part] = self._free(part)
        content = self.donor.package.read(part)
        self.package.added[new] = b""  # keeps the name from being given again
        related = self._copy_relationships(part)
        kind = self._donor_types(part)
        if kind.endswith("worksheet+xml"):
            content = self._sheet(content, self._own_tables(part))
        elif kind.endswith("table+xml"):
            content = self._table(content)
        self.package.added[new] = content
        self._overrides.append((new, kind))
        if related:
            folder, base = posixpath.split(new)
            rels = posixpath.join(folder, "_rels", base + ".rels")
            self.package.added[rels] = related
            if not any(e.get("Extension").lower() == "rels" for e in self._types_root.all("Default")):
                self._overrides.append((rels, self._donor_types(rels)))
        return new

    def _copy_relationships(self, part: str) -> bytes:
        folder, base = posixpath.split(part)
        source = posixpath.join(folder, "_rels", base + ".rels")
        if not self.donor.package.has(source):
            return b""
        data, root = self.donor.package.tree(source)
        targets = {r.id: r.target for r in self.donor.package.relationships(part)}
        return b"".join(
            spliced(
                data,
                [
                    attribute_splice(
                        data, e.start, e.open_end, "Target", "/" + self._copy(targets[e.get("Id")])
                    )
                    for e in root.all("Relationship")
                    if e.get("Id") in targets
                ],
            )
        )

    def _free(self, part: str) -> str:
        """Give a part the next free name of its kind beside the target's own."""
        home = posixpath.dirname(self.package.main_part)
        inner = posixpath.relpath(part, posixpath.dirname(self.donor.package.main_part))
        stem, suffix = posixpath.splitext(inner)
        stem = re.sub(r"\d+\Z", "", stem)
        taken = {name.lower() for name in self.package.added}
        for number in range(1, 1 << 20):
            name = posixpath.join(home, f"{stem}{number}{suffix}")
            if not self.package.has(name) and name.lower() not in taken:
                return name
        raise AssertionError("no free name")

    def _own_tables(self, part: str) -> frozenset[str]:
        donor = self.donor.package
        tables = (r.target for r in donor.relationships(part) if r.kind == "table")
        return frozenset(donor.tree(table)[1].get("displayName") for table in tables)

    def _kept(self, formula: Element, own: frozenset[str]) -> list[Splice] | None:
        """Rename the tables in a formula that names only those of its own sheet; None for one that must stay behind."""
        named = set(_NAMES_TABLE.findall(formula.text))
        if not named or not named <= own:
            return None
        text = _NAMES_TABLE.sub(lambda found: self.renamed.get(found[1], found[1]) + "[", formula.text)
        return [Splice(formula.open_end, formula.close_start, escape(text))] if text != formula.text else []

    def _sheet(self, data: bytes, own: frozenset[str]) -> bytes:
        root = parse(data)
        changes: list[Splice] = []

        def put(element: Element, name: str, value: str | None) -> None:
            changes.append(attribute_splice(data, element.start, element.open_end, name, value))

        for element in root.all("c", "row", "col", "cfRule", "sheetView", "f"):
            style = "style" if element.name == "col" else "s"
            if element.name in ("c", "row", "col") and element.get(style):
                put(element, style, str(self.styles.cell_format(int(element.get(style)))))
            if element.get("dxfId"):
                put(element, "dxfId", str(self.styles.difference(int(element.get("dxfId")))))
            if element.get("tabSelected"):
                put(element, "tabSelected", None)
            if element.name == "c" and element.get("t") == "s":
                changes += self._text(data, element)
            formula = element.first("f") if element.name == "c" else None
            if formula:
                kept = self._kept(formula, own)
                stays_behind = [Splice(element.open_end, element.close_start, b"")]
                changes += stays_behind if kept is None else kept
        return b"".join(spliced(data, changes))

    def _text(self, data: bytes, cell: Element) -> list[Splice]:
        value = cell.first("v")
        if value is None or self._texts is None:
            return []
        text = self._texts.text(int(value.text))
        if self.book.strings is not None:
            number = str(self.book.strings.add(text)).encode()
            return [Splice(value.open_end, value.close_start, number)]
        inline = b"<is>" + text_element("t", text) + b"</is>"
        return [
            attribute_splice(data, cell.start, cell.open_end, "t", "inlineStr"),
            Splice(value.start, value.end, inline),
        ]

    def _table(self, data: bytes) -> bytes:
        root = parse(data)
        name, free, number = root.get("displayName"), root.get("displayName"), 1
        while free.casefold() in self.tables:
            number += 1
            free = f"{name}_{number}"
        self._table_id += 1
        self.tables[free.casefold()] = self._table_id
        self.renamed[name] = free
        values = {"id": str(self._table_id), "name": free, "displayName": free}
        changes = [
            attribute_splice(data, root.start, root.open_end, key, value) for key, value in values.items()
        ]
        for formula in root.all("calculatedColumnFormula"):
            kept = self._kept(formula, frozenset({name}))
            changes += [Splice(formula.start, formula.end, b"")] if kept is None else kept
        for element in (root, *root.all("tableColumn")):
            for key, old in element.attributes.items():
                if _TABLE_FORMATS.match(key):
                    moved = str(self.styles.difference(int(old)))
                    changes.append(attribute_splice(data, element.start, element.open_end, key, moved))
        return b"".join(spliced(data, changes))


def refuse_fixed(book: Parts) -> None:
    """Refuse workbooks to which no sheet may be added.

    Raises `UserError` that says what the user can do.
    """
    package = book.package
    root = package.tree(package.main_part)[1]
    locked = root.first("workbookProtection")
    if locked and locked.get("lockStructure") in ("1", "true"):
        raise UserError(
            f"{package.name} is protected against adding sheets. Take that off in Excel (Review, Protect Workbook), then try again."
        )
    if package.related(package.main_part, "revisionHeaders"):
        raise UserError(
            f"{package.name} is a shared workbook with tracked changes. Unshare it in Excel, then try again."
        )
    if MAIN not in root.attributes.values():
        raise UserError(
            f"{package.name} is saved as Strict Open XML. Save it in Excel as a plain .xlsx workbook, then try again."
        )


def _styles_of(package: Package) -> str:
    part = package.related(package.main_part, "styles")
    if part is None:
        raise UserError(
            f"{package.name} has no cell formats at all. Open it in Excel and save it once, then try again."
        )
    return part


def _content_types(package: Package) -> Callable[[str], str]:
    """Look content types up as part 2, 10.1.2.4 says: by name, else by extension."""
    root = package.tree(_TYPES)[1]
    named = {e.get("PartName").lstrip("/").lower(): e.get("ContentType") for e in root.all("Override")}
    usual = {e.get("Extension").lower(): e.get("ContentType") for e in root.all("Default")}
    return lambda part: named.get(part.lower()) or usual[posixpath.splitext(part)[1][1:].lower()]


def _table_names(book: Parts) -> dict[str, int]:
    """List what a table may not be called: other tables, with their numbers, and defined names."""
    package = book.package
    names = {e.get("name").casefold(): 0 for e in package.tree(package.main_part)[1].all("definedName")}
    for sheet in book.sheets:
        for related in package.relationships(sheet.part):
            if related.kind == "table" and package.has(related.target):
                root = package.tree(related.target)[1]
                names[root.get("displayName", root.get("name")).casefold()] = int(root.get("id", "0"))
    return names
