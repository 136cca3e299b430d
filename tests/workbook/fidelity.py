"""Try the edits people make on a folder of real workbooks, and look at each result with other programs' eyes.

    python -m tests.workbook.fidelity DIR [--validator validate_xlsx.py] [--jobs N] [--verbose]

Lists that are made up (`generated.py`) are tried with them.
Prints a table of files, done, refused (by reason) and wrong; exits 1 if anything is wrong.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, Edit, NewRows, patched_package
from pipeline.workbook.book import Parts, SheetInfo
from pipeline.workbook.index_expat import ExpatIndex
from pipeline.workbook.index_fast import FastIndex
from pipeline.workbook.markup import Malformed, parse
from pipeline.workbook.package import Package
from pipeline.workbook.tables import TablePart, read_tables
from tests.workbook import sdk
from tests.workbook.generated import write_generated

TEXT = 'Zoë & "Søn" <x> 𝄞'
CANDIDATES = 5
SECONDS_A_FILE = 120
QUICK = bool(os.environ.get("FIDELITY_QUICK"))  # without openpyxl, which takes nine tenths of the time
Cells = dict[tuple[str, int, int], Any]


@dataclass
class Spot:
    """A cell a scenario may be tried on."""

    sheet: str
    row: int
    column: int


@dataclass
class Subject:
    """One file, read once by everybody."""

    path: Path
    data: bytes
    package: Package
    book: Parts
    parts: dict[str, bytes] = field(default_factory=dict)
    indexes: dict[str, ExpatIndex] = field(default_factory=dict)
    tables: dict[str, list[TablePart]] = field(default_factory=dict)
    openpyxl: Cells | None = None
    dates: list[Spot] = field(default_factory=list)
    calamine: Cells | None = None
    complaints: set[str] = field(default_factory=set)

    @property
    def worksheets(self) -> list[SheetInfo]:
        return [sheet for sheet in self.book.sheets if sheet.kind == "worksheet"]


@dataclass
class Outcome:
    """What became of one scenario on one file."""

    file: str
    scenario: str
    verdict: str
    detail: str = ""


def subject_of(path: Path, validator: Any) -> Subject:
    data = path.read_bytes()
    package = Package(data, path.name)
    subject = Subject(path, data, package, Parts(package))
    for sheet in subject.worksheets:
        content = package.read(sheet.part)
        slow, fast = ExpatIndex(content).whole(), FastIndex(content)
        if slow.extent != fast.extent or list(slow) != list(fast):
            raise AssertionError(f"the indexers differ on {sheet.name}")
        extent = fast.extent
        frame = parse(content[: extent.start] + content[extent.end :])
        subject.parts[sheet.name], subject.indexes[sheet.name] = content, slow
        subject.tables[sheet.name] = read_tables(package, sheet.part, frame)
    if not QUICK and b"purl.oclc.org" not in package.read(
        package.main_part
    ):  # openpyxl reads nothing in strict files
        subject.openpyxl, subject.dates = by_openpyxl(data)
    subject.calamine = by_calamine(data)
    if validator:
        subject.complaints = complaints(validator, data)
    return subject


def by_openpyxl(data: bytes) -> tuple[Cells | None, list[Spot]]:
    import openpyxl

    cells, dates = Cells(), list[Spot]()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data))
        for sheet in book.worksheets:
            for (row, column), cell in sheet._cells.items():
                link = cell.hyperlink
                if cell.value is not None and not (link and cell.value in (link.target, link.location)):
                    # openpyxl shows a link's target as the value of a blank cell
                    cells[sheet.title, row, column] = plain(cell.value)
                    if cell.is_date and isinstance(cell.value, date):
                        dates.append(Spot(sheet.title, row, column))
    except Exception:
        return None, []
    return cells, dates


def plain(value: Any) -> Any:
    """Make openpyxl's formula objects comparable."""
    return (
        value
        if isinstance(value, str | int | float | bool | date | time | timedelta)
        else str(sorted(vars(value).items()))
    )


def by_calamine(data: bytes) -> Cells | None:
    import python_calamine

    cells = Cells()
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            with contextlib.suppress(python_calamine.WorksheetNotFound):
                sheet = book.get_sheet_by_name(name)
                top, left = sheet.start or (0, 0)
                for r, row in enumerate(sheet.to_python(), top + 1):
                    cells.update(
                        {(name, r, c): value for c, value in enumerate(row, left + 1) if value != ""}
                    )
    except TooSlow:
        raise
    except BaseException:  # a panic in its Rust code is no Exception
        return None
    return cells


def complaints(validator: Any, data: bytes) -> set[str]:
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(data)
        file.flush()
        try:
            # how many styles there are in all is no fault of the cell that names one beyond them
            return {re.sub(r"(style \d+) of \d+", r"\1", fault) for fault in validator.check(file.name)}
        except Exception as error:
            return {f"unreadable: {error!r}"[:160]}


def held(subject: Subject, wanted: Callable[[bytes, str], bool]) -> Iterator[Spot]:
    for name, index in subject.indexes.items():
        for row in index:
            for cell in row.cells:
                if wanted(subject.parts[name][cell.start : cell.end], cell.kind):
                    yield Spot(name, row.number, cell.column)


def valued(*kinds: str) -> Callable[[bytes, str], bool]:
    def wanted(fragment: bytes, kind: str) -> bool:
        return kind in kinds and not re.search(rb"<(\w+:)?f[\s>/]", fragment) and b"</" in fragment

    return wanted


def last_blank_styled(subject: Subject) -> Iterator[Spot]:
    for name, index in subject.indexes.items():
        for row in index:
            if row.cells and row.cells[-1].closed and row.cells[-1].style:
                yield Spot(name, row.number, row.cells[-1].column)


def right_of_used(subject: Subject) -> Iterator[Spot]:
    for name, index in subject.indexes.items():
        widest = max((cell.column for row in index for cell in row.cells), default=0)
        yield Spot(name, 2, widest + 1)


def changes(spots: Iterator[Spot] | list[Spot], value: Any) -> Iterator[list[Edit]]:
    for spot in spots:
        yield [CellChange(spot.sheet, spot.row, spot.column, value)]


def several_sheets(subject: Subject) -> Iterator[list[Edit]]:
    if len(subject.indexes) > 1:
        for value in (TEXT, 12.5):
            spots = islice(right_of_used(subject), 3)
            yield [CellChange(spot.sheet, spot.row + 1, spot.column, value) for spot in spots]


def table_rows(subject: Subject) -> Iterator[list[Edit]]:
    for name, tables in subject.tables.items():
        for table in tables[:1]:
            row = tuple(None if column.formula else f"{TEXT} {at}" for at, column in enumerate(table.columns))
            yield [NewRows(name, (row,) * 50)]


def plain_rows(subject: Subject) -> Iterator[list[Edit]]:
    for name in subject.indexes:
        if not subject.tables[name]:
            yield [NewRows(name, ((TEXT, 1.5, True, date(2026, 3, 4), None, "=1+1"),) * 50)]


SCENARIOS: dict[str, Callable[[Subject], Iterator[list[Edit]]]] = {
    "fill the last blank styled cell of a row": lambda s: changes(last_blank_styled(s), TEXT),
    "a new cell right of the used range": lambda s: changes(right_of_used(s), TEXT),
    "a new date right of the used range": lambda s: changes(right_of_used(s), date(2026, 3, 4)),
    "replace a shared string": lambda s: changes(held(s, valued("s")), TEXT),
    "replace an inline string": lambda s: changes(held(s, valued("inlineStr")), TEXT),
    "replace a number": lambda s: changes(held(s, valued("n")), 1234.5),
    "replace a number by a text": lambda s: changes(held(s, valued("n")), TEXT),
    "replace a date": lambda s: changes(s.dates, datetime(2027, 6, 5, 12, 0)),
    "replace a bool": lambda s: changes(held(s, valued("b")), TEXT),
    "clear a cell": lambda s: changes(held(s, valued("s", "n", "b", "inlineStr")), None),
    "50 rows appended to a table": table_rows,
    "50 rows below a plain range": plain_rows,
    "several sheets in one save": several_sheets,
}


def attempt(subject: Subject, scenario: str, validator: Any) -> Outcome | None:
    refusal = ""
    for edits in islice(SCENARIOS[scenario](subject), CANDIDATES):
        try:
            result = patched_package(subject.data, edits, name=subject.path.name)
        except UserError as error:
            refusal = str(error)
            if error.exit_code == 1:
                return Outcome(subject.path.name, scenario, "wrong", refusal)
            continue
        except Exception:
            return Outcome(subject.path.name, scenario, "wrong", traceback.format_exc(limit=-3))
        faults = list(faults_in(subject, edits, result, validator))
        return Outcome(subject.path.name, scenario, "wrong" if faults else "done", "; ".join(faults)[:600])
    return Outcome(subject.path.name, scenario, "refused", refusal) if refusal else None


def faults_in(subject: Subject, edits: list[Edit], result: bytes, validator: Any) -> Iterator[str]:
    touched = {edit.sheet for edit in edits}
    yield from untouched_members(subject, touched, result)
    written = Cells()
    for name in touched:
        yield from untouched_bytes(subject, name, result, written)
    for who, before, after in (
        ("openpyxl", subject.openpyxl, by_openpyxl(result)[0] if subject.openpyxl is not None else None),
        ("calamine", subject.calamine, by_calamine(result) if subject.calamine is not None else None),
    ):
        if before is not None:
            yield from reading_faults(who, before, after, edits, written)
    if validator:
        new = complaints(validator, result) - subject.complaints
        yield from (f"validator: {fault}" for fault in sorted(new)[:3])
    if len(touched) > 1 or any(isinstance(edit, NewRows) for edit in edits):  # each look takes a second
        yield from (f"Open XML SDK: {fault}" for fault in sorted(sdk_news(subject.data, result))[:3])


def sdk_news(old: bytes, new: bytes) -> set[str]:
    """List what Excel's own library finds in the new file and not in the old one."""
    if sdk.program() is None:
        return set()
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "old.xlsx"), Path(folder, "new.xlsx")
        before.write_bytes(old)
        after.write_bytes(new)
        return {" ".join(fault) for fault in sdk.news(before, after)}


def untouched_members(subject: Subject, touched: set[str], result: bytes) -> Iterator[str]:
    package = subject.package
    related = {r.kind: r.target for r in package.relationships(package.main_part)}
    may = {sheet.part for sheet in subject.worksheets if sheet.name in touched}
    may |= {related.get("sharedStrings", ""), related.get("styles", ""), package.main_part}
    may |= {table.part for name in touched for table in subject.tables[name]}
    old, new = records(subject.data), records(result)
    if list(old) != list(new):
        yield "the members' names or order"
    for name in old:
        if old[name] != new.get(name) and name.replace("\\", "/").lstrip("/").lower() not in {
            m.lower() for m in may
        }:
            yield f"{name} changed"


def records(data: bytes) -> dict[str, tuple[object, ...]]:
    """Take a zip apart by another reader than ours, packed bytes and headers included."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for i in archive.infolist():
            begin = (
                i.header_offset
                + 30
                + sum(data[i.header_offset + at] << 8 * (at % 2) for at in (26, 27, 28, 29))
            )
            header = data[i.header_offset : begin]
            packed = data[begin : begin + i.compress_size]
            found[i.filename] = (
                header,
                packed,
                i.CRC,
                i.flag_bits,
                i.extra,
                i.comment,
                i.date_time,
                i.external_attr,
            )
    return found


def untouched_bytes(subject: Subject, name: str, result: bytes, written: Cells) -> Iterator[str]:
    """Cut the cells that differ out of both versions of a sheet; what is left has to be the same."""
    part = next(sheet.part for sheet in subject.worksheets if sheet.name == name)
    old, new = subject.parts[name], Package(result).read(part)
    before = {(row.number, c.column): (c.start, c.end) for row in subject.indexes[name] for c in row.cells}
    index = ExpatIndex(new).whole()
    after = {(row.number, c.column): (c.start, c.end) for row in index for c in row.cells}
    same = {at for at, (a, b) in after.items() if at in before and old[slice(*before[at])] == new[a:b]}
    written.update({(name, *at): None for at in after.keys() - same})
    if before.keys() - after.keys():
        yield f"cells of {name} are gone"
    known = {row.number for row in subject.indexes[name]}
    cuts = [after[at] for at in after if at not in same]
    fresh = [(row.start, row.end) for row in index if row.number not in known]
    left = without(new, [cut for cut in cuts if not any(a <= cut[0] < b for a, b in fresh)] + fresh)
    if neutral(left) != neutral(without(old, [before[at] for at in before if at not in same])):
        yield f"bytes of {name} outside the changed cells"


def without(data: bytes, cuts: list[tuple[int, int]]) -> bytes:
    out, at = [], 0
    for start, end in sorted(cuts):
        out.append(data[at:start])
        at = end
    return b"".join([*out, data[at:]])


def neutral(data: bytes) -> bytes:
    """Blank out what must follow a change: dimension, spans, the ranges of validations and formats, self-closing."""
    data = re.sub(rb'(<(?:\w+:)?dimension[^>]*?ref=")[^"]*', rb"\1", data)
    data = re.sub(rb'\sspans="[^"]*"', b"", data)
    data = re.sub(rb'\ssqref="[^"]*"|<xm:sqref>[^<]*', b"", data)
    data = re.sub(rb"></(?:\w+:)?row>", b"/>", data)
    return re.sub(rb"></(?:\w+:)?sheetData>", b"/>", data)


def reading_faults(
    who: str, before: Cells, after: Cells | None, edits: list[Edit], written: Cells
) -> Iterator[str]:
    if after is None:
        yield f"{who} cannot read it any more"
        return
    for at in before.keys() | after.keys():
        if at not in written and not alike(before.get(at), after.get(at)):
            yield f"{who} reads {after.get(at)!r} at {at}, not {before.get(at)!r}"
            return
    for edit in edits:
        if isinstance(edit, CellChange):
            got = after.get((edit.sheet, edit.row, edit.column))
            if not alike(edit.value, got):
                yield f"{who} reads {got!r} for {edit}"


def alike(wanted: Any, got: Any) -> bool:
    wanted, got = (None if value == "" else value for value in (wanted, got))
    if isinstance(wanted, date) and not isinstance(wanted, datetime):
        wanted = datetime.combine(wanted, time())
    if isinstance(got, date) and not isinstance(got, datetime):
        got = datetime.combine(got, time())
    if isinstance(wanted, datetime) and isinstance(got, int | float):
        return any(
            abs((wanted - day).total_seconds() / 86400 - got) < 1e-6
            for day in (datetime(1899, 12, 30), datetime(1904, 1, 1))
        )
    if isinstance(wanted, datetime) and isinstance(got, datetime):
        return abs(wanted - got) < timedelta(seconds=1)
    if isinstance(wanted, int | float) and isinstance(got, datetime | time | timedelta):
        return True  # a number in a cell that shows a time of day or a date
    return bool(wanted == got or (wanted != wanted and got != got) or str(wanted) == str(got))


class TooSlow(BaseException):
    """The readers take too long over a file; it is no fault of the patch."""


def give_up(*_: object) -> None:
    raise TooSlow


def try_file(job: tuple[Path, str | None]) -> list[Outcome]:
    path, validator_path = job
    warnings.simplefilter("ignore")
    validator = load_validator(validator_path) if validator_path else None
    try:
        subject = subject_of(path, validator)
    except UserError as error:
        return [Outcome(path.name, "open", "refused", str(error))]
    except Malformed as error:
        return [Outcome(path.name, "open", "refused", f"damaged: {error}")]
    except Exception:
        return [Outcome(path.name, "open", "wrong", traceback.format_exc(limit=-3))]
    return [
        Outcome(path.name, "open", "done"),
        *(found for name in SCENARIOS if (found := attempt(subject, name, validator))),
    ]


def try_in_time(job: tuple[Path, str | None]) -> list[Outcome]:
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, give_up)
        signal.alarm(SECONDS_A_FILE)
    try:
        return try_file(job)
    except TooSlow:
        return [Outcome(job[0].name, "open", "slow", f"given up after {SECONDS_A_FILE} seconds")]
    finally:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(0)


def load_validator(path: str) -> Any:
    spec = importlib.util.spec_from_file_location("validator", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reason(detail: str) -> str:
    """Strip what is particular to a file from a sentence."""
    detail = re.sub(r"('[^']*'|[\w.-]+)![A-Z]+\d+", "CELL", detail)
    detail = re.sub(r'"[^"]*"', "NAME", detail)
    detail = re.sub(r"(?<=[Tt]able )\S+( on .*? (?=ends|is filled))?", "NAME ", detail)
    detail = re.sub(r"\S+\.(xlsx|xlsm|xltx|xltm)\b", "FILE", detail, flags=re.I)
    return re.sub(r"\d+", "N", detail)[:150]


def table_of(outcomes: list[Outcome], files: int) -> str:
    lines = [f"{files} files", "", "| scenario | tried | done | refused | wrong |", "|---|---|---|---|---|"]
    for scenario in ("open", *SCENARIOS):
        counts = Counter(o.verdict for o in outcomes if o.scenario == scenario)
        cells = (scenario, counts.total(), counts["done"], counts["refused"], counts["wrong"])
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    slow = sum(o.verdict == "slow" for o in outcomes)
    lines += [f"\n{slow} given up: other programs took too long to read them"] if slow else []
    reasons = Counter(reason(o.detail) for o in outcomes if o.verdict == "refused")
    if reasons:
        lines += ["", "| refused | times |", "|---|---|"]
        lines += [f"| {text} | {count} |" for text, count in reasons.most_common()]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--validator", help="a script whose check(path) lists faults")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="name each file that was refused")
    options = parser.parse_args(arguments)
    files = workbooks_in(options.folder)
    if not files:
        print(f"no workbooks in {options.folder}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as made:
        write_generated(Path(made))
        return try_all([*files, *workbooks_in(Path(made))], options)


def workbooks_in(folder: Path) -> list[Path]:
    suffixes = (".xlsx", ".xlsm", ".xltx", ".xltm")
    return sorted(f for f in folder.rglob("*") if f.suffix.lower() in suffixes and f.is_file())


def try_all(files: list[Path], options: argparse.Namespace) -> int:
    outcomes: list[Outcome] = []
    with multiprocessing.Pool(options.jobs, maxtasksperchild=50) as pool:
        for found in pool.imap_unordered(try_in_time, [(file, options.validator) for file in files]):
            outcomes += found
            for outcome in found:
                if outcome.verdict == "wrong":
                    print(
                        f"wrong: {outcome.file}: {outcome.scenario}: {outcome.detail}",
                        file=sys.stderr,
                        flush=True,
                    )
    print(table_of(outcomes, len(files)))
    if sdk.program() is None:
        print(sdk.MISSING)
    for outcome in outcomes:
        if options.verbose and outcome.verdict in ("refused", "slow"):
            print(f"{outcome.verdict}: {outcome.file}: {outcome.scenario}: {outcome.detail}")
    return 1 if any(outcome.verdict == "wrong" for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
