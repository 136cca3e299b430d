"""What other people's libraries make of the same thing in test after test, kept from the first time, as the same is made of it each time."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from io import BytesIO
from typing import Any

import flask
import jinja2
import pandas
from werkzeug.routing import Rule

_SHEETS_AT_ONCE = 400


class _Pages(jinja2.BytecodeCache):
    """Pages as they were compiled for the first window: each test opens one of its own."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


class _Address(Rule):
    """An address of a window, compiled for the first one that had it."""

    _builders: dict[tuple[Any, ...], Any] = {}  # noqa: RUF012

    def _compile_builder(self, append_unknown: bool = True) -> Any:
        key = (self.rule, self.subdomain, self.host, str(self.defaults), append_unknown)
        if key not in self._builders:
            self._builders[key] = super()._compile_builder(append_unknown)
        return self._builders[key]


class _File(pandas.ExcelFile):
    """A workbook that is known again by its bytes."""

    def __init__(self, source: Any, *args: Any, **how: Any) -> None:
        super().__init__(source, *args, **how)
        self.print = hashlib.sha256(source.getvalue()).digest() if isinstance(source, BytesIO) else None


class _Sheets:
    """Sheets as they were parsed first: nearly every command reads what the one before it wrote. Whoever reads one copies it."""

    def __init__(self, read: Callable[..., pandas.DataFrame]) -> None:
        self._read = read
        self._sheets: OrderedDict[tuple[Any, ...], pandas.DataFrame] = OrderedDict()

    def read_excel(self, file: Any, *which: Any, **how: Any) -> pandas.DataFrame:
        if getattr(file, "print", None) is None:
            return self._read(file, *which, **how)
        key = (file.print, file.engine, str(which), str(how))
        if key not in self._sheets:
            self._sheets[key] = self._read(file, *which, **how)
            if len(self._sheets) > _SHEETS_AT_ONCE:
                self._sheets.popitem(last=False)
        return self._sheets[key]


def keep() -> None:
    """Keep pages, addresses and sheets for the tests of this process; what a test starts makes its own."""
    flask.Flask.jinja_options = {"bytecode_cache": _Pages()}
    flask.Flask.url_rule_class = _Address
    pandas.ExcelFile, pandas.read_excel = _File, _Sheets(pandas.read_excel).read_excel  # type: ignore[misc]
