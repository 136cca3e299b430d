"""A workbook in a folder as people have them, and a program that has a file open the way Excel and Word do."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.workbook.packages import book, worksheet

READ, WRITE, DELETE = 1, 2, 4  # winnt.h: FILE_SHARE_*


def pytest_itemcollected(item: pytest.Item) -> None:
    """Leave these out where there is no Windows: only the tests of this folder are told of here."""
    if sys.platform != "win32":
        item.add_marker(pytest.mark.skip(reason="only on Windows, or in wine: make test-windows"))


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    folder = tmp_path / "My Bücher (1)"
    folder.mkdir()
    path = folder / "networking.xlsx"
    path.write_bytes(book(worksheet("")))
    return path


@contextlib.contextmanager
def held_open(path: Path, sharing: int = READ, *, writing: bool = True) -> Iterator[None]:
    """Have a file open as Excel has its workbook (to write, others may only read), or with another sharing mode."""
    import ctypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.CreateFileW.restype = ctypes.c_void_p
    access = 0x80000000 | (0x40000000 if writing else 0)
    handle = kernel.CreateFileW(ctypes.c_wchar_p(str(path)), access, sharing, None, 3, 0, None)
    assert handle not in (None, ctypes.c_void_p(-1).value), ctypes.get_last_error()  # type: ignore[attr-defined]
    try:
        yield
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


@contextlib.contextmanager
def protected(folder: Path) -> Iterator[None]:
    """Let everybody read a folder and nobody write into it, by its access list: no attribute tells of it."""
    _allow(folder, "GRGX")
    try:
        if _writable(folder):
            pytest.skip("rights bind nobody here: this is the superuser")
        yield
    finally:
        _allow(folder, "GA")


def _allow(folder: Path, rights: str) -> None:
    """Give everybody these rights and no others (SDDL)."""
    import ctypes

    library = ctypes.WinDLL("advapi32", use_last_error=True)  # type: ignore[attr-defined]
    described = ctypes.c_void_p()
    words = ctypes.c_wchar_p(f"D:P(A;OICI;{rights};;;WD)")
    convert = library.ConvertStringSecurityDescriptorToSecurityDescriptorW
    assert convert(words, 1, ctypes.byref(described), None), ctypes.get_last_error()  # type: ignore[attr-defined]
    assert library.SetFileSecurityW(ctypes.c_wchar_p(str(folder)), 4, described)  # DACL_SECURITY_INFORMATION


def _writable(folder: Path) -> bool:
    try:
        (folder / "tried").touch()
    except PermissionError:
        return False
    (folder / "tried").unlink()
    return True


Holder = Callable[..., contextlib.AbstractContextManager[None]]


@pytest.fixture
def holder() -> Holder:
    return held_open
