"""Small hand-made packages: just the parts a test is about, written out as XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from pipeline.workbook.package import Package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET = "xl/worksheets/sheet1.xml"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>'
    '<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill/></fill><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="0" fillId="1"/>'
    '<xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>'
)


class Related(NamedTuple):
    """A part that another one relates to."""

    kind: str
    target: str
    mode: str = ""


def worksheet(rows: str, before: str = "", after: str = "", root: str = "") -> str:
    """Wrap rows in a worksheet."""
    return f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}"{root}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def strings(*texts: str, counts: bool = True) -> str:
    """Write a shared strings part."""
    attributes = f' count="{len(texts)}" uniqueCount="{len(texts)}"' if counts else ""
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'{DECLARATION}<sst xmlns="{MAIN}"{attributes}>{items}</sst>'


def relationships(*related: Related, base: str = RELATIONS) -> str:
    """Write a relationships part."""
    items = "".join(
        f'<Relationship Id="rId{at}" Type="{base}/{r.kind}" Target="{r.target}"{r.mode}/>'
        for at, r in enumerate(related, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONS}">{items}</Relationships>'


def workbook(
    *names: str, extra: str = "", properties: str = "", namespace: str = MAIN, base: str = RELATIONS
) -> str:
    """Write a workbook part; sheet n is related as rIdn."""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(names, 1)
    )
    return f'{DECLARATION}<workbook xmlns="{namespace}" xmlns:r="{base}">{properties}<sheets>{sheets}</sheets>{extra}</workbook>'


def parts(
    *sheets: str | bytes,
    sst: str | None = None,
    styles: str | None = STYLES,
    tables: Mapping[int, list[str]] | None = None,
    names: tuple[str, ...] = (),
    extra: str = "",
    properties: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> dict[str, str | bytes]:
    """List the parts of a whole workbook by path; `tables` gives sheets (from 1) their tables."""
    names = names or tuple(f"Sheet{at}" for at in range(1, len(sheets) + 1))
    related = [Related("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)]
    related += [Related("sharedStrings", "sharedStrings.xml")] if sst is not None else []
    related += [Related("styles", "styles.xml")] if styles is not None else []
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(len(sheets), tables or {}),
        "_rels/.rels": relationships(Related("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(*names, extra=extra, properties=properties),
        "xl/_rels/workbook.xml.rels": relationships(*related),
    }
    found.update({f"xl/worksheets/sheet{at}.xml": sheet for at, sheet in enumerate(sheets, 1)})
    for at, listed in (tables or {}).items():
        targets = [Related("table", f"../tables/table{at}{n}.xml") for n in range(1, len(listed) + 1)]
        found[f"xl/worksheets/_rels/sheet{at}.xml.rels"] = relationships(*targets)
        found.update({f"xl/tables/table{at}{n}.xml": table for n, table in enumerate(listed, 1)})
    if sst is not None:
        found["xl/sharedStrings.xml"] = sst
    if styles is not None:
        found["xl/styles.xml"] = styles
    found.update(more or {})
    return found


def content_types(sheets: int, tables: Mapping[int, list[str]]) -> str:
    """Write the content types of a workbook's parts."""
    kinds = {
        "xl/workbook.xml": "sheet.main",
        "xl/sharedStrings.xml": "sharedStrings",
        "xl/styles.xml": "styles",
    }
    kinds |= {f"xl/worksheets/sheet{at}.xml": "worksheet" for at in range(1, sheets + 1)}
    kinds |= {
        f"xl/tables/table{at}{n}.xml": "table"
        for at, listed in tables.items()
        for n in range(1, len(listed) + 1)
    }
    stem = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    written = "".join(
        f'<Override PartName="/{name}" ContentType="{stem}{kind}+xml"/>' for name, kind in kinds.items()
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'{DECLARATION}<Types xmlns="{namespace}">{defaults}{written}</Types>'


def packed(content: Mapping[str, str | bytes], stored: tuple[str, ...] = ()) -> bytes:
    """Zip parts, some of them stored."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in content.items():
            method = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), part, method)
    return file.getvalue()


def book(*sheets: str | bytes, **options: object) -> bytes:
    """Make a workbook of some sheets; see `parts`."""
    return packed(parts(*sheets, **options))  # type: ignore[arg-type]


def table(
    ref: str,
    *columns: str,
    name: str = "Table1",
    attributes: str = "",
    filtered: bool = True,
    inside: str = "",
) -> str:
    """Write a table part; a column given as "Name=FORMULA" is a calculated one."""
    written = []
    for at, column in enumerate(columns, 1):
        title, _, formula = column.partition("=")
        held = f"<calculatedColumnFormula>{formula}</calculatedColumnFormula>" if formula else ""
        written.append(f'<tableColumn id="{at}" name="{title}">{held}</tableColumn>')
    filter_ = f'<autoFilter ref="{ref}"/>' if filtered else ""
    return (
        f'{DECLARATION}<table xmlns="{MAIN}" id="1" name="{name}" displayName="{name}" ref="{ref}"{attributes}>{filter_}'
        f'{inside}<tableColumns count="{len(columns)}">{"".join(written)}</tableColumns></table>'
    )


def table_parts(count: int) -> str:
    """Write a sheet's list of tables."""
    return (
        f'<tableParts count="{count}">'
        + "".join(f'<tablePart r:id="rId{n}"/>' for n in range(1, count + 1))
        + "</tableParts>"
    )


def part(data: bytes, name: str = SHEET) -> str:
    """Read one part of a package, as text."""
    return Package(data).read(name).decode()


def raw(data: bytes, name: str = SHEET) -> bytes:
    """Read one part of a package by another reader than ours, as bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def rows(data: bytes, name: str = SHEET) -> str:
    """Read what stands between a sheet's sheetData tags."""
    text = part(data, name)
    return text[text.index("<sheetData>") + 11 : text.index("</sheetData>")]
