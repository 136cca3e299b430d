"""The resume file as it is found beside the workbook."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from pipeline.day.enclosure import enclosure_contents, keep_resume, read_enclosure
from pipeline.model.errors import UserError
from tests.systems import needs_odd_names

PDF = b"%PDF-1.4 a resume"


@pytest.mark.parametrize(
    "named", ["resume\nTo: other@example.com.pdf", "resume\u202efdp.pdf", "re\tsume.pdf"]
)
@needs_odd_names
def test_a_name_that_breaks_lines_or_hides_signs_does_not_go_along(tmp_path: Path, named: str) -> None:
    (tmp_path / named).write_bytes(PDF)
    found = read_enclosure(tmp_path, named)
    assert (found.name, found.sha256) == ("", "")
    assert "plain name" in found.problem
    assert "\n" not in found.problem


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "resume.pdf")
    assert "is not there" in read_enclosure(tmp_path, "resume.pdf").problem


def test_a_resume_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "résumé, 2026.pdf").write_bytes(PDF)
    found = read_enclosure(tmp_path, "résumé, 2026.pdf")
    assert (found.name, found.problem, len(found.sha256)) == ("résumé, 2026.pdf", "", 64)


def test_only_the_resume_that_was_looked_at_goes_along(tmp_path: Path) -> None:
    (tmp_path / "resume.pdf").write_bytes(PDF)
    resume = read_enclosure(tmp_path, "resume.pdf")
    assert enclosure_contents(("resume.pdf",), resume) == (("resume.pdf", PDF),)
    with pytest.raises(UserError, match=r"older\.pdf is not the resume that Settings name"):
        enclosure_contents(("older.pdf",), resume)
    (tmp_path / "resume.pdf").write_bytes(PDF + b", edited")
    with pytest.raises(UserError, match="changed just now"):
        enclosure_contents(("resume.pdf",), resume)


@pytest.mark.parametrize(("there", "typed"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_accents_in_the_other_form_are_the_same_name(tmp_path: Path, there: str, typed: str) -> None:
    name = "Zoë résumé.pdf"
    (tmp_path / unicodedata.normalize(there, name)).write_bytes(PDF)
    found = read_enclosure(tmp_path, unicodedata.normalize(typed, name))
    assert (found.problem, len(found.sha256)) == ("", 64)


@pytest.mark.parametrize("typed", ['"resume.pdf"', "'resume.pdf'", " “resume.pdf” "])
def test_a_name_copied_with_its_quotation_marks_is_understood(tmp_path: Path, typed: str) -> None:
    (tmp_path / "resume.pdf").write_bytes(PDF)
    assert read_enclosure(tmp_path, typed).problem == ""


@pytest.mark.parametrize(("given", "kept"), [("CON.pdf", "x-con.pdf"), ("nul.2026.pdf", "nul-2026.pdf")])
def test_an_uploaded_resume_gets_no_name_that_windows_keeps_for_itself(
    tmp_path: Path, given: str, kept: str
) -> None:
    assert keep_resume(tmp_path, given, PDF) == kept
