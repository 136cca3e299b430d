"""The workbook on disk: single cells and rows of any .xlsx or .xlsm file changed, everything else kept byte for byte; of contacts it knows nothing (sheets)."""

from pipeline.workbook.edits import CachedValue, CellChange, Edit, FittedRows, NewRows, RowValues, Value
from pipeline.workbook.patch import append_rows, apply_edits, patch_cells, patched_package, refuse_harm
from pipeline.workbook.replace import replace_file

__all__ = [
    "CachedValue",
    "CellChange",
    "Edit",
    "FittedRows",
    "NewRows",
    "RowValues",
    "Value",
    "append_rows",
    "apply_edits",
    "patch_cells",
    "patched_package",
    "refuse_harm",
    "replace_file",
]
