"""Rows of totals that people write below, and with time in, their own lists: a sum is nobody. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from pipeline.model.texts import flat, word_set
from pipeline.sheets.schema import CONTACTS, Owner
from pipeline.sheets.table import Table
from pipeline.workbook.formulas import carried

FormulaAt = Callable[[int, int], str]
"""Gives the formula of a cell by Excel's row and the 1-based column; "" where there is none."""

_LABELS = word_set("""
    total totals subtotal subtotals sum sums count counts average averages avg mean median minimum maximum
    summe summen gesamt gesamtsumme gesamtzahl insgesamt zwischensumme anzahl durchschnitt mittelwert
    somme nombre moyenne totaux suma cuenta promedio recuento totale totali somma conteggio totaal som aantal gemiddelde
    soma contagem razem srednia summa antal Σ ∑ ø
""")
_BESIDE_LABELS = word_set("""
    of the all in my so far sub grand overall number no contact contacts person persons people name names entry entries row rows record
    records list network kontakt kontakte kontakten person personen einträge zeilen namen der die aller im
    des les personnes noms los las contactos personas nombres dei contatti persone contacten
""")
_WORDS_AT_MOST = 6
_NUMBER = re.compile(r"[+-]?\d[\d.,' ]*%?")
_GATHERS = re.compile(
    r"\b(?:SUM\w*|COUNT\w*|AVERAGE\w*|SUBTOTAL|AGGREGATE|MIN|MAX|MEDIAN|ROWS|STDEV[\w.]*|VAR[\w.]*)\s*\(",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)", re.IGNORECASE)
_COUNTED_AT_MOST = 1_000_000  # a longer number is rather one to call
_NAMING = ("email", "organization", "last_name", "first_name")
_NAMES_TOO = word_set("sum suma soma som antal")
_NOWHERE: frozenset[int] = frozenset()


def totals_of(table: Table, formula_at: FormulaAt) -> tuple[int, ...]:
    """List by index the rows of Contacts that only add up other rows."""
    naming = [*_naming(table.found), *((table.full_name,) if table.full_name is not None else ())]
    rows: Iterable[int] = range(table.count)
    for column in (table.columns[at] for at in naming):
        rows = [index for index in rows if not _names(column[index])]
    own = _not_ours(table.found, len(table.headers))
    return tuple(
        index
        for index in rows
        if is_totals(
            {at: table.columns[at][index] for at in own},
            table.row_number(index),
            formula_at,
            frozenset(naming),
        )
    )


def totals_below(
    rows: Sequence[Sequence[object]], header_row: int, found: Mapping[str, int], formula_at: FormulaAt
) -> tuple[int, ...]:
    """List by Excel's number the rows below a header that only add up others; `found` has the places of our columns."""
    own, naming = _not_ours(found, max(map(len, rows), default=0)), frozenset(_naming(found))
    return tuple(
        number
        for number, row in enumerate(rows[header_row:], header_row + 1)
        if is_totals({at: row[at] for at in own if at < len(row)}, number, formula_at, naming)
    )


def look_of_new(table: Table) -> int:
    """Give Excel's number of the person whose look new people take where totals stand last; 0 where none do, or nobody is there."""
    if not _stand_last(table):
        return 0
    filled = (
        i for i in range(table.count - 1, -1, -1) if any(column[i] is not None for column in table.columns)
    )
    return next(map(table.row_number, filled), 0)


def _stand_last(table: Table) -> bool:
    return bool(table.totals) and table.totals[-1] == table.row_number(table.count - 1)


def added_below(table: Table) -> str:
    """Say that new people go below the totals that stand last, where they do; "" else."""
    if not _stand_last(table):
        return ""
    where = table.where(0, table.index_of(table.totals[-1]))
    return (
        f"New people go below your totals ({where}), which stay as they are and don't count them: in Excel, move the totals "
        "back to the end, and let their formulas reach as far as the list."
    )


def is_totals(
    cells: Mapping[int, object], row: int, formula_at: FormulaAt, naming: frozenset[int] = _NOWHERE
) -> bool:
    """Tell a row of totals, by its cells' values by index: what it says is labels and numbers, or formulas over other rows.

    Without a label all must be such formulas. A name, a date, or an address beside them makes it a person's;
    a formula that is carried down from row to row, or works with its own row, says nothing. `naming`: the
    columns that name somebody, where formulas can be told from typed numbers.
    """
    said = {at: value for at, value in cells.items() if value is not None and value != ""}
    if not said or any(
        isinstance(v, str) and _names(v) and not formula_at(row, at + 1) for at, v in said.items()
    ):
        return False  # as nearly all
    formulas = {at: text for at in cells if (text := formula_at(row, at + 1))}
    own = {
        at
        for at, text in formulas.items()
        if carried(formula_at(row - 1, at + 1), 1) != text and not _of_row(text, row)
    }
    over_rows = {at for at in own if _over_rows(formulas[at])}
    rest = {at: value for at, value in said.items() if at not in over_rows}
    typed = (v for at, v in rest.items() if at not in own or isinstance(v, str))
    if any(not _is_number(v) and (not isinstance(v, str) or _names(v)) for v in typed):
        return False
    if not any(isinstance(v, str) and is_label(v) for v in said.values()):
        return bool(over_rows) and formulas.keys() == over_rows and not rest
    counted = {at for at, v in rest.items() if at not in formulas and _counts(v)}
    return bool(own) or (bool(counted) and not _may_be_somebody(said, counted, naming))


def _may_be_somebody(said: Mapping[int, object], counted: set[int], naming: frozenset[int]) -> bool:
    """Tell Sum or Soma, beside whose name no more than a number is typed so far; a total's own number may stand where a name would."""
    labels = {at: flat(v).strip() for at, v in said.items() if isinstance(v, str) and is_label(v)}
    return labels.keys() <= naming and _NAMES_TOO.issuperset(labels.values()) and naming.isdisjoint(counted)


@lru_cache(maxsize=1 << 10)
def is_label(text: str) -> bool:
    """Tell what stands beside a total: "Total", "Summe:", "Total contacts", "Total: 33"."""
    words = [
        word
        for part in flat(text).split()
        if (word := part.strip(".:=()#-–—")) and not _NUMBER.fullmatch(word)
    ]
    return (
        0 < len(words) <= _WORDS_AT_MOST
        and not _LABELS_FLAT.isdisjoint(words)
        and _WORDS_FLAT.issuperset(words)
    )


_LABELS_FLAT = frozenset(map(flat, _LABELS))
_WORDS_FLAT = _LABELS_FLAT | frozenset(map(flat, _BESIDE_LABELS))


def _naming(found: Mapping[str, int]) -> list[int]:
    """List the columns that name somebody."""
    return [found[attr] for attr in _NAMING if attr in found]


def _not_ours(found: Mapping[str, int], width: int) -> list[int]:
    """List the columns that the program doesn't fill."""
    program = {found.get(c.attr) for c in CONTACTS.columns if c.owner is Owner.PROGRAM}
    return [at for at in range(width) if at not in program]


def _names(value: object) -> bool:
    """Tell a text that is neither a number nor a label, nor what stands beside one alone: "35", "contacts"."""
    if not isinstance(value, str):
        return False
    said = value.strip()
    return "@" in said or not (
        _NUMBER.fullmatch(said) or is_label(said) or _WORDS_FLAT.issuperset(flat(said).split())
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _counts(value: object) -> bool:
    if isinstance(value, int | float):
        return _is_number(value) and value < _COUNTED_AT_MOST
    digits = re.sub(r"\D", "", str(value))
    return bool(digits) and int(digits) < _COUNTED_AT_MOST


def _of_row(formula: str, row: int) -> bool:
    """Tell a formula that works with other cells of its row."""
    return bool(re.search(rf"[A-Z]\$?{row}(?!\d)", formula, re.IGNORECASE))


def _over_rows(formula: str) -> bool:
    """Tell a formula that gathers what stands in several rows."""
    ranges = _RANGE.findall(formula)
    return bool(_GATHERS.search(formula)) and (not ranges or any(top != bottom for top, bottom in ranges))
