"""The zip for Windows, as far as it can be judged without building it: what it is made of."""

from __future__ import annotations

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from windows.build import ROOT, WHEELS

PINNED = {
    canonicalize_name(name): version
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", WHEELS.read_text(), re.MULTILINE)
}


def test_the_zip_brings_all_that_the_program_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = [Requirement(line) for line in project["dependencies"]]
    assert [str(r) for r in needed if PINNED.get(canonicalize_name(r.name)) is None] == []
    assert [str(r) for r in needed if not r.specifier.contains(PINNED[canonicalize_name(r.name)])] == []


def test_every_wheel_is_known_by_its_digest() -> None:
    pins = [text for text in re.split(r"\n(?=[\w.-]+==)", WHEELS.read_text()) if not text.startswith("#")]
    assert len(pins) == len(PINNED)
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []
