"""Open results of the patch in LibreOffice, and see what it shows.

    python -m tests.workbook.opened_by_libreoffice DIR

Each workbook gets a text right of its used range, and rows in its first table or below its first sheet's range;
LibreOffice converts it, and what it wrote has to hold the new texts and as many cells as it made of the old file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, Edit, NewRows, patched_package
from pipeline.workbook.book import Parts
from pipeline.workbook.index_fast import FastIndex
from pipeline.workbook.package import Package
from tests.workbook.fidelity import by_calamine

TEXT = 'Zoë & "Søn" <x>'


def patched(path: Path) -> bytes | None:
    """Make the edits that are possible; None where none is."""
    data = path.read_bytes()
    try:
        package = Package(data, path.name)
        sheet = next(sheet for sheet in Parts(package).sheets if sheet.kind == "worksheet")
        index = FastIndex(package.read(sheet.part))
    except (UserError, StopIteration):
        return None
    widest = max((cell.column for row in index for cell in row.cells), default=0)
    result = None
    edits: list[Edit] = [CellChange(sheet.name, 2, widest + 1, TEXT), NewRows(sheet.name, ((TEXT,), (TEXT,)))]
    for edit in edits:
        try:
            result = patched_package(result or data, [edit])
        except UserError as error:
            print(f"refused: {error}")
    return result


def converted(folder: Path, soffice: str) -> Path:
    """Let LibreOffice open and save every workbook of a folder."""
    out, profile = folder / "out", folder / "profile"
    files = sorted(folder.glob("*.xls?"))
    for start in range(0, len(files), 20):
        command = [soffice, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "xlsx"]
        subprocess.run(
            [*command, "--outdir", str(out), *map(str, files[start : start + 20])],
            check=False,
            capture_output=True,
            timeout=600,
        )
    return out


def compare(files: list[Path], soffice: str) -> list[str]:
    """List what LibreOffice shows otherwise than it should."""
    wrong, tried = [], 0
    with tempfile.TemporaryDirectory() as old_folder, tempfile.TemporaryDirectory() as new_folder:
        for path in files:
            result = patched(path)
            if result:
                (Path(old_folder) / path.name).write_bytes(path.read_bytes())
                (Path(new_folder) / path.name).write_bytes(result)
        before, after = converted(Path(old_folder), soffice), converted(Path(new_folder), soffice)
        for path in sorted(Path(new_folder).glob("*.xls?")):
            old, new = (folder / f"{path.stem}.xlsx" for folder in (before, after))
            if not old.exists():
                print(f"LibreOffice cannot open {path.name} as it was")
                continue
            tried += 1
            shown = by_calamine(new.read_bytes()) if new.exists() else None
            earlier = by_calamine(old.read_bytes()) or {}
            texts = list((shown or {}).values()).count(TEXT)
            if shown is None or not texts or len(shown) - texts < len(earlier):
                wrong.append(
                    f"{path.name}: {texts} new texts, {len(shown or {})} cells, {len(earlier)} before"
                )
    print(f"{tried} results opened by LibreOffice, {len(wrong)} wrong")
    return wrong


def main() -> int:
    """Compare the workbooks of a folder."""
    soffice = shutil.which("soffice")
    if not soffice:
        print("soffice is not installed", file=sys.stderr)
        return 2
    warnings.simplefilter("ignore")
    wrong = compare(
        sorted(path for path in Path(sys.argv[1]).rglob("*") if path.suffix.lower() in (".xlsx", ".xlsm")),
        soffice,
    )
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
