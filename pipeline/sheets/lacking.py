"""What a workbook made for an older program lacks: it works without, and is told of it once. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.model import Problem, Severity
from pipeline.model.came_in import command
from pipeline.model.errors import UNREADABLE, UserError
from pipeline.model.settings import SCHEMA_VERSION
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell, as_text, parse_whole
from pipeline.sheets.table import Table


def lacking_problems(tables: Mapping[str, Table], sheet_names: Sequence[str]) -> tuple[Problem, ...]:
    """Warn, in one sentence, of the sheets, columns and settings that are not there: they are read as blank."""
    parts = [*_columns(tables), *_sheets(tables, sheet_names)]
    table = tables.get(schema.CONTACTS.name)
    if not parts or table is None:
        return ()
    message = (
        f"The workbook works without these, which newer ones have: {'; '.join(parts)}. If you renamed one, give it that "
        f"name again; else let what is missing be added with: {command('adopt')}."
    )
    return (Problem(table.where(0, -1), "", Severity.WARNING, message, table.header_row),)


def refuse_newer(settings: Table, file: str) -> None:
    """Refuse a workbook whose sheets a newer program laid out. Raises UserError (exit 4)."""
    names = [spelled(_text(name)) for name in settings.values("name")]
    if "schema version" in names:
        refuse_newer_version(settings.cell("value", names.index("schema version")), file)


def refuse_newer_version(said: object, file: str) -> None:
    """Refuse a workbook of which Settings name a newer schema. Raises UserError (exit 4)."""
    try:
        version = parse_whole(said, 1, 1_000_000)
    except BadCell:
        return  # told with the other settings
    if version is not None and version > SCHEMA_VERSION:
        raise UserError(
            f"{file} was laid out by a newer version of this program (schema version {version}; this one knows"
            f" {SCHEMA_VERSION}), and was left as it is. Update the program, then try again.",
            exit_code=UNREADABLE,
        )


def _columns(tables: Mapping[str, Table]) -> Iterator[str]:
    for sheet in schema.SHEETS:
        table = tables.get(sheet.name)
        if table is None:
            continue
        missing = [c.header for c in sheet.columns if c.attr not in table.found]
        if missing:
            yield f"on {table.sheet} the columns {', '.join(missing)}"
        if sheet is schema.SETTINGS_SHEET and (rows := missing_settings(table)):
            yield f"on {table.sheet} the rows {', '.join(rows)}"


def missing_settings(table: Table) -> list[str]:
    """List the settings that have no row."""
    there = {spelled(_text(name)) for name in table.values("name")}
    return [s.name for s in schema.SETTINGS if spelled(s.name) not in there]


def _sheets(tables: Mapping[str, Table], sheet_names: Sequence[str]) -> Iterator[str]:
    there = {spelled(name) for name in sheet_names}
    optional = [s.name for s in schema.SHEETS if s not in schema.NEEDED and spelled(s.name) not in there]
    if optional:
        yield f"the sheets {', '.join(optional)}"
    for sheet in schema.OPTIONAL:
        if sheet.name not in tables and spelled(sheet.name) in there:
            headers = ", ".join(c.header for c in sheet.needed)
            yield f"a sheet {sheet.name} with {headers} (the one of that name is your own: it is left alone; give it another)"


def _text(value: object) -> str:
    try:
        return as_text(value)
    except BadCell:
        return ""
