"""The review page on a shared computer: what other logins can read of its address, and what they can make it wait for."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import stat
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.review import server as bounds
from pipeline.review.server import MOST_BODY, MOST_CONNECTIONS, PageServer, door
from tests.systems import PATIENCE, needs_modes, until

from .command import TODAY, Command
from .served import Served

BROWSER = """
import json, os, sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname
page = Path(url2pathname(urlsplit(sys.argv[1]).path))
seen = {"argv": sys.argv[1:], "text": page.read_text(), "file": page.stat().st_mode, "folder": page.parent.stat().st_mode}
Path(__file__).with_suffix(".part").write_text(json.dumps({**seen, "page": str(page)}))
Path(__file__).with_suffix(".part").rename(Path(__file__).with_suffix(".json"))
"""


@needs_modes
def test_the_browsers_command_line_does_not_hold_the_address(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "browser.py"
    script.write_text(BROWSER)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("DISPLAY", ":0")
    command = Command(workbook, browser=f"{sys.executable} {script} %s &")
    try:
        until(script.with_suffix(".json").exists)
        seen = json.loads(script.with_suffix(".json").read_text())
        token = command.address.rpartition("/")[2]
        assert token not in " ".join(seen["argv"])
        assert command.address in seen["text"]
        assert stat.S_IMODE(seen["file"]) == 0o600
        assert stat.S_IMODE(seen["folder"]) == 0o700
        if sys.platform.startswith("linux"):
            assert Path(seen["page"]).is_relative_to(home)
        assert command.inside
        until(lambda: not Path(seen["page"]).parent.exists())
    finally:
        command.close()


def test_a_second_opening_is_said_in_the_terminal_too(workbook: Path) -> None:
    command = Command(workbook)
    try:
        inside = command.inside
        with pytest.raises(urllib.error.HTTPError, match="403") as refused:
            urllib.request.urlopen(command.address)
        assert "opened before" in refused.value.read().decode()
        until(lambda: any("opened a second time" in line for line in command.lines))
        with urllib.request.urlopen(inside + "/") as answer:
            assert "opened a second time" in answer.read().decode()
    finally:
        command.close()


def test_the_server_prints_nothing_of_its_own(workbook: Path) -> None:
    command = Command(workbook)
    try:
        said = list(command.lines)
        inside = command.inside
        host, _, rest = inside.removeprefix("http://").partition("/")
        name, _, port = host.partition(":")
        lines = [socket.create_connection((name, int(port))) for _ in range(20)]
        for line in lines:
            line.sendall(f"GET /{rest}/ HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        for line in lines[:10]:
            line.close()
        for line in lines[10:]:
            assert b"200 OK" in line.recv(100)
            line.close()
        with socket.create_connection((name, int(port))) as odd:
            odd.sendall(b"\x16\x03\x01 no HTTP at all\r\n\r\n")
            odd.recv(100)
        assert command.lines == said
    finally:
        command.close()


def application(environ: dict[str, Any], start: Any) -> list[bytes]:
    start("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "2")])
    return [b"ok"]


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Serve, with a short time for a request to come whole."""
    monkeypatch.setattr(bounds, "MOST_SECONDS", 2.0)
    at = door()
    number = at.getsockname()[1]
    server, stop = PageServer(application, at), threading.Event()

    def serve() -> None:
        while not stop.is_set():
            server.round(0.05)

    thread = threading.Thread(target=serve)
    thread.start()
    yield number
    stop.set()
    thread.join()
    server.close()


def asked(port: int) -> bytes:
    """Ask as a browser does."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    line.request("GET", "/")
    return line.getresponse().read()


def test_idle_connections_leave_room_for_the_person(port: int) -> None:
    held = [socket.create_connection(("127.0.0.1", port)) for _ in range(5 * MOST_CONNECTIONS)]
    assert asked(port) == b"ok"
    for line in held:
        line.close()


def test_a_post_too_large_is_refused_before_it_is_read(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n")
        assert b" 413 " in line.recv(1000)
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        sent = 0
        with contextlib.suppress(OSError):
            while sent < 50 * MOST_BODY and line.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n") is None:
                sent += 0x10000
        assert sent < 50 * MOST_BODY
    assert asked(port) == b"ok"


@pytest.mark.parametrize(
    ("path", "length", "said"),
    [
        ("/upload/list", 2 * MOST_BODY, b" 403 "),
        ("/upload/list", 30 * MOST_BODY, b" 413 "),
        ("/start/list", 2 * MOST_BODY, b" 413 "),
        ("/letter/ABCDE/save", 2 * MOST_BODY, b" 413 "),
    ],
)
def test_only_the_addresses_for_files_take_more_and_no_more_than_a_file(
    workbook: Path, path: str, length: int, said: bytes
) -> None:
    with Served(workbook, date.fromisoformat(TODAY)) as window:
        origin, base = window.guard.origin, window.guard.base
        name, _, at = origin.removeprefix("http://").partition(":")
        for inside, expected in ((base, said), ("", b" 413 "), ("/wrong" + base, b" 413 ")):
            with socket.create_connection((name, int(at)), timeout=PATIENCE) as line:
                head = f"POST {inside}{path} HTTP/1.1\r\nHost: {name}:{at}\r\nOrigin: {origin}\r\nContent-Length: {length}\r\n\r\n"
                line.sendall(head.encode())
                if expected == b" 403 ":  # its form has no mark
                    line.sendall(b"x" * length)
                assert expected in line.recv(1000)


@pytest.mark.parametrize("start", [b"GET / HT", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n"])
def test_a_request_that_comes_drop_by_drop_is_cut_off(port: int, start: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=0.1) as line:
        line.sendall(start)

        def cut() -> bool:
            try:
                line.sendall(b"x")
                return line.recv(1) == b""
            except TimeoutError:
                return False
            except OSError:
                return True

        until(cut)
    assert asked(port) == b"ok"


def test_many_requests_at_once_and_answers_that_nobody_reads_leave_room(port: int) -> None:
    held = [socket.create_connection(("127.0.0.1", port)) for _ in range(2 * MOST_CONNECTIONS)]
    for line in held:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 50)
    assert asked(port) == b"ok"
    for line in held:
        line.close()
