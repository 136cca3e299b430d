"""The workbook part: its sheets, what all of them share, and whether formulas are to be calculated anew on opening."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from pipeline.model.errors import UserError
from pipeline.workbook import formulas
from pipeline.workbook.markup import Element, Malformed, Splice, attribute_splice
from pipeline.workbook.package import Package
from pipeline.workbook.strings import SharedStrings
from pipeline.workbook.styles import Styles

# What stands before calcPr in a workbook part (18.2.27).
_BEFORE_CALCULATION = ("sheets", "functionGroups", "externalReferences", "definedNames")


class SheetInfo(NamedTuple):
    """One sheet; `kind` is "worksheet" for all that can be written to."""

    name: str
    part: str
    kind: str


class Parts:
    """A workbook as its parts tell it."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._data, self._root = package.tree(package.main_part)
        if self._root.name != "workbook":
            raise package.damaged(package.main_part, "it is no workbook")
        package.check_namespace(self._root)
        self._related = {r.id: r for r in package.relationships(package.main_part)}
        self.sheets = [info for element in self._root.all("sheet") if (info := self._sheet(element))]

    @cached_property
    def date1904(self) -> bool:
        """Tell whether days are counted from 1904."""
        properties = self._root.first("workbookPr")
        return properties is not None and properties.get("date1904") in ("1", "true")

    @cached_property
    def strings(self) -> SharedStrings | None:
        """Read the shared strings, where there are any."""
        part = self._strings_part
        if part is None:
            return None
        try:
            return SharedStrings(self.package.read(part))
        except Malformed as error:
            raise self.package.damaged(part, error) from error

    @cached_property
    def styles(self) -> Styles | None:
        """Read the styles, where there are any that can be added to."""
        part = self._styles_part
        if part is None:
            return None
        try:
            styles = Styles(self.package.read(part))
        except Malformed as error:
            raise self.package.damaged(part, error) from error
        return styles if styles.usable else None

    def worksheet(self, name: str) -> SheetInfo:
        """Find a sheet that can be written to; Excel takes no heed of case.

        Raises `UserError` when there is none.
        """
        for sheet in self.sheets:
            if sheet.name.casefold() == name.casefold():
                if sheet.kind != "worksheet":
                    raise UserError(
                        f'"{sheet.name}" is a {sheet.kind}, it has no cells to write to. Name a worksheet.'
                    )
                return sheet
        known = ", ".join(sheet.name for sheet in self.sheets if sheet.kind == "worksheet")
        raise UserError(f'{self.package.name} has no sheet "{name}"; it has: {known}.')

    def owner_of_table(self, name: str) -> SheetInfo | None:
        """Find the sheet that has a table of this (casefolded) name."""
        for sheet in self.sheets:
            for related in self.package.relationships(sheet.part):
                if related.kind == "table" and self.package.has(related.target):
                    root = self.package.tree(related.target)[1]
                    if name in (root.get("displayName").casefold(), root.get("name").casefold()):
                        return sheet
        return None

    def finish_shared(self) -> None:
        """Put the added strings and styles in place."""
        for part, holder in ((self._strings_part, "strings"), (self._styles_part, "styles")):
            shared: SharedStrings | Styles | None = self.__dict__.get(holder)
            changes = shared.splices() if shared else []
            if part and shared and changes:
                self.package.patch(part, shared.data, changes)

    def finish_calculation(self, changed: dict[str, list[str]], *, local: bool, new_formulas: bool) -> None:
        """Ask for a calculation on opening where formulas read what changed.

        `changed` has the tables' names by the name of each changed sheet; `local` tells whether one has formulas itself.
        """
        calculation = self._root.first("calcPr")
        manual = calculation is not None and calculation.get("calcMode") == "manual"
        if new_formulas or (not manual and changed and (local or self._read_by_formulas(changed))):
            changes = self._calculation_splices(calculation)
            if changes:
                self.package.patch(self.package.main_part, self._data, changes)

    @cached_property
    def _strings_part(self) -> str | None:
        return self._part("sharedStrings")

    @cached_property
    def _styles_part(self) -> str | None:
        return self._part("styles")

    def _part(self, kind: str) -> str | None:
        return next(
            (r.target for r in self._related.values() if r.kind == kind and self.package.has(r.target)), None
        )

    def _sheet(self, element: Element) -> SheetInfo | None:
        related = self._related.get(element.get_any("id"))
        if related is None or not self.package.has(related.target):
            return None
        return SheetInfo(element.get("name"), related.target, related.kind)

    def _calculation_splices(self, calculation: Element | None) -> list[Splice]:
        if calculation:
            if calculation.get("fullCalcOnLoad") in ("1", "true"):
                return []
            return [
                attribute_splice(self._data, calculation.start, calculation.open_end, "fullCalcOnLoad", "1")
            ]
        before = [child for child in self._root.children if child.name in _BEFORE_CALCULATION]
        if not before:
            return []
        new = f'<{self._root.prefix}calcPr fullCalcOnLoad="1"/>'.encode()
        return [Splice(before[-1].end, before[-1].end, new)]

    def _read_by_formulas(self, changed: dict[str, list[str]]) -> bool:
        wanted = [(name, [*tables, *self._names_for(name, tables)]) for name, tables in changed.items()]
        for sheet in self.sheets:
            if sheet.kind == "worksheet" and sheet.name not in changed:
                there = formulas.texts(self.package.read(sheet.part))
                if any(formulas.formulas_mention(there, name, names) for name, names in wanted):
                    return True
        return False

    def _names_for(self, sheet: str, tables: list[str]) -> list[str]:
        """List the defined names that stand for a part of a sheet, also by way of other names."""
        defined = [(e.get("name"), e.text.casefold()) for e in self._root.all("definedName")]
        found: list[str] = []
        while True:
            known = [*tables, *found]
            more = [
                n for n, text in defined if n not in found and formulas.formulas_mention(text, sheet, known)
            ]
            if not more:
                return found
            found += more
