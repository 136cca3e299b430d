"""Second versions of a workbook beside it: known by the Workbook ID inside, whatever a sync service calls them."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from pipeline.model.errors import UNREADABLE, UserError
from pipeline.sheets.read import id_in
from pipeline.workbook.locks import conflict_copies


def second_versions(workbook: Path) -> tuple[Path, ...]:
    """List the files in the workbook's folder that hold its Workbook ID.

    A file that can't be read, as one that is still in the cloud, counts where its name is that of a conflict copy.
    """
    own = id_in(workbook)
    found = []
    for path in _neighbors(workbook):
        other = id_in(path)
        if (own and other == own) or (not other and path in conflict_copies(workbook)):
            found.append(path)
    return tuple(found)


def refuse_copies(workbook: Path) -> None:
    """Raise UserError (exit 4) where a second version lies beside the workbook: which of them is right, nobody knows."""
    copies = second_versions(workbook)
    if copies:
        raise UserError(
            f"A second version of the workbook lies beside it ({copies[0].name}), as sync services leave. Bring the two "
            "together, move the copy into another folder, then send.",
            exit_code=UNREADABLE,
        )


def _neighbors(workbook: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return [
            path
            for path in sorted(workbook.parent.iterdir())
            if (path.suffix.lower() in (".xlsx", ".xlsm") or path.name.startswith(workbook.stem))
            and path.name[0] not in "~."
            and path.is_file()
            and not os.path.samefile(path, workbook)
        ]
    return []
