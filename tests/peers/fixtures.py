"""Fixtures for tests with mail servers: `pytest_plugins = ["tests.peers.fixtures"]`."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from pipeline.ledger.ledger import Ledger

from .certs import Certs
from .imap import DOVECOT, DovecotPeer, ImapPeer
from .keyrings import Keyring
from .letters import ledger_at
from .smtp import Script, SmtpPeer


@pytest.fixture(scope="session")
def certs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Certs]:
    """Make an authority that the rest of the run trusts."""
    made, before = Certs(tmp_path_factory.mktemp("certs")), os.environ.get("SSL_CERT_FILE")
    os.environ["SSL_CERT_FILE"] = str(made.ca_file)
    yield made
    os.environ.pop("SSL_CERT_FILE")
    if before is not None:
        os.environ["SSL_CERT_FILE"] = before


@pytest.fixture(scope="session", params=["pymap", "dovecot"])
def _imap_server(request: pytest.FixtureRequest, certs: Certs) -> Iterator[ImapPeer]:
    if request.param == "dovecot" and DOVECOT is None:
        pytest.skip("Dovecot is not installed")
    with _running(DovecotPeer if request.param == "dovecot" else ImapPeer, certs) as server:
        yield server


@pytest.fixture(scope="session")
def _pymap_server(certs: Certs) -> Iterator[ImapPeer]:
    with _running(ImapPeer, certs) as server:
        yield server


class _running:
    """A server in a short folder that its user may enter: socket paths are limited to 108 bytes."""

    def __init__(self, kind: type[ImapPeer], certs: Certs) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="rm-", ignore_cleanup_errors=True)
        os.chmod(self._folder.name, 0o755)
        self._certs, self._kind = certs, kind

    def __enter__(self) -> ImapPeer:
        self._server = self._kind(self._certs, Path(self._folder.name))
        return self._server.__enter__()

    def __exit__(self, *stop: object) -> None:
        self._server.__exit__(*stop)
        self._folder.cleanup()


@pytest.fixture
def imap(_imap_server: ImapPeer) -> ImapPeer:
    """An empty mailbox, once on each server."""
    _imap_server.empty()
    return _imap_server


@pytest.fixture
def pymap(_pymap_server: ImapPeer) -> ImapPeer:
    """An empty mailbox on the server that is always there."""
    _pymap_server.empty()
    return _pymap_server


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_at(tmp_path) as made:
        yield made


@pytest.fixture
def script() -> Script:
    """What the server for sending is to do wrong; nothing, until a test says so."""
    return Script()


@pytest.fixture
def server(certs: Certs, script: Script) -> Iterator[SmtpPeer]:
    """A server for sending that does what the script says."""
    with SmtpPeer(certs, script) as running:
        yield running


@pytest.fixture
def kept() -> Iterator[Keyring]:
    """Give a keyring that holds nothing yet."""
    before, made = keyring.get_keyring(), Keyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)
