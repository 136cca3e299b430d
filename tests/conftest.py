"""What holds for every test: no network beyond this machine, and nothing read from or written to the developer's own folders."""

from __future__ import annotations

import gc
import ipaddress
import os
import shutil
import signal
import socket
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from pipeline.model.came_in import WayIn, come_in
from tests.kept import keep
from tests.systems import few_on_windows

# A busy machine is no fault of the program. Where a change lands, the same examples are tried each time; everywhere else new ones are.
settings.register_profile("anywhere", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("landing", settings.get_profile("anywhere"), derandomize=True)
settings.load_profile("landing" if os.environ.get("CI") else "anywhere")


# The tests are run through make, or not; what they run came in by its name, as typed.
for variable in ("MAKELEVEL", "REMEMBERED_STARTED", "REMEMBERED_WORKBOOK"):
    os.environ.pop(variable, None)
# What a shell starts in the background never hears Ctrl+C, nor does what that starts in its turn: and some tests press it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# What is written here is flushed a hundred thousand times, and none of it has to outlive the machine: memory is enough of a disk.
# Wine sees that folder, too, but not as Windows' own: without short names.
_MEMORY, _ROOM = "/dev/shm", 2 << 30
if os.name == "posix" and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", _MEMORY)
    # openpyxl writes each sheet into a file of its own first, and LibreOffice and Chromium their profiles.
    tempfile.tempdir = os.environ["TMPDIR"] = os.environ["PYTEST_DEBUG_TEMPROOT"]
os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of a test whose cases are all tried everywhere."""
    config.addinivalue_line("markers", "every_case: on Windows too, all its cases are tried")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On Windows try a few cases of each test, from its first to its last."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    chosen = {item for found in cases.values() for item in few_on_windows(found)}
    chosen |= {item for item in items if item.get_closest_marker("every_case") is not None}
    left_out = [item for item in items if item not in chosen]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item in chosen]


def pytest_collection_finish() -> None:
    """Leave what was collected out of every later search for garbage: thousands of tests are many objects, and all stay."""
    gc.collect()
    gc.freeze()


keep()


class NetworkBarred(OSError):
    """Something tried to reach beyond this machine."""


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    connect, connect_ex, lookup = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded(real: Any) -> Any:
        def run(self: socket.socket, address: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
                raise NetworkBarred(f"a test may not connect to {address}")
            return real(self, address)

        return run

    def guarded_lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host and not _is_here(host.decode() if isinstance(host, bytes) else host):
            raise socket.gaierror(socket.EAI_NONAME, f"a test may not look up {host}")
        return lookup(host, *args, **kwargs)

    socket.socket.connect, socket.socket.connect_ex = guarded(connect), guarded(connect_ex)  # type: ignore[method-assign]
    socket.getaddrinfo = guarded_lookup
    yield
    socket.socket.connect, socket.socket.connect_ex = connect, connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = lookup


def _is_here(host: str) -> bool:
    if host in ("", "localhost", "localhost.localdomain", socket.gethostname()):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


@pytest.fixture(autouse=True)
def _typed() -> Iterator[None]:
    """Let each test begin as somebody who types: a window that another one opened is over."""
    before = come_in(WayIn())
    yield
    come_in(before)


@pytest.fixture(scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


@pytest.fixture(autouse=True)
def data_folder(_own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test its own folder of ledgers, and settings, caches and keyrings that are nobody's."""
    folder = _own_folders / uuid.uuid4().hex
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(_own_folders / name.lower()))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    for name in [
        n
        for n in os.environ
        if n.startswith("REMEMBERED_") and n not in ("REMEMBERED_DATA_DIR", "REMEMBERED_VALIDATOR")
    ]:
        monkeypatch.delenv(name)
    return folder
