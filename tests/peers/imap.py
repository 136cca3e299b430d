"""IMAP servers on loopback with one user: pymap (STARTTLS, no special-use flags) and Dovecot (TLS, a folder tree like Gmail's)."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import imap_tools

from .certs import Certs
from .clock import NOW
from .smtp import PASSWORD, USER, free_port

DOVECOT = shutil.which("dovecot")
_PYMAP = """
import asyncio
from pymap.config import IMAPConfig
from pymap.main import main
from pysasl.hashing import BuiltinHash
asyncio.AbstractEventLoop.add_signal_handler = lambda *_: None  # which the loops of Windows don't have
IMAPConfig._get_hash_context = lambda *_: BuiltinHash(rounds=1)  # not half a million: this password guards nothing
main()
"""
_STARTING = 120
"""Seconds that a server may take to start: a busy machine is no fault of the program."""
_LEAVING = 5
"""Seconds after which a server that was asked to end is ended."""


class ImapPeer:
    """A running server. `put` files a mail in a folder as the outside world would."""

    def __init__(self, certs: Certs, folder: Path) -> None:
        self.certs, self.folder, self.port = certs, folder, free_port()
        self.sent, self.all, self.starttls = "Sent", "", True
        self._process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None

    def _command(self) -> tuple[list[str], dict[str, Any]]:
        return [
            sys.executable,
            "-c",
            _PYMAP,
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "--cert",
            str(self.certs.cert_file),
            "--key",
            str(self.certs.key_file),
            "dict",
            "--demo-user",
            USER,
            "--demo-password",
            PASSWORD,
        ], {}

    def __enter__(self) -> ImapPeer:
        command, options = self._command()
        self._log = (self.folder / "imap.log").open("wb")
        self._process = subprocess.Popen(command, stdout=self._log, stderr=self._log, **options)
        until = time.monotonic() + _STARTING
        while time.monotonic() < until:
            if self._process.poll() is not None:
                break
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                with self.client() as box:
                    if self.sent == "Sent" and not box.folder.exists("Sent"):
                        box.folder.create("Sent")
                return self
            time.sleep(0.05)
        raise RuntimeError((self.folder / "imap.log").read_text())

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(_LEAVING)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._log is not None:
            self._log.close()

    def client(self) -> Any:
        import ssl

        context = ssl.create_default_context(cafile=str(self.certs.ca_file))
        kind = imap_tools.MailBoxStartTls if self.starttls else imap_tools.MailBox
        return kind("127.0.0.1", port=self.port, timeout=120, ssl_context=context).login(
            USER, PASSWORD, initial_folder=None
        )

    def put(self, raw: bytes, folder: str = "INBOX", when: datetime | None = None) -> None:
        self.put_all([raw], folder, when)

    def put_all(self, mails: Iterable[bytes], folder: str = "INBOX", when: datetime | None = None) -> None:
        with self.client() as box:
            for raw in mails:
                box.append(raw, folder, dt=when or NOW)
                if self.all:
                    box.append(raw, self.all, dt=when or NOW)

    def file_sent(self, raw: bytes) -> None:
        """File a sent copy, as Gmail does by itself."""
        self.put(raw, self.sent)

    def empty(self) -> None:
        with self.client() as box:
            for folder in (f for f in box.folder.list() if "\\Noselect" not in f.flags):
                box.folder.set(folder.name)
                uids = box.uids()
                if uids:
                    box.delete(uids)

    def flags_of(self, folder: str = "INBOX") -> list[tuple[str, ...]]:
        with self.client() as box:
            box.folder.set(folder, readonly=True)
            return [m.flags for m in box.fetch(mark_seen=False, headers_only=True)]


_CONFIG = """
protocols = imap
base_dir = {run}
state_dir = {run}
log_path = {log}
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
disable_plaintext_auth = no
auth_mechanisms = plain login
ssl = required
ssl_cert = <{cert}
ssl_key = <{key}
mail_location = maildir:{home}/mail
mail_max_userip_connections = 50
first_valid_uid = 1
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox "[Gmail]/Gesendet" {{
    special_use = \\Sent
    auto = create
  }}
  mailbox "[Gmail]/Alle Nachrichten" {{
    special_use = \\All
    auto = create
  }}
  mailbox "[Gmail]/Drafts" {{
    special_use = \\Drafts
    auto = create
  }}
}}
"""


class DovecotPeer(ImapPeer):
    """Dovecot, as nobody where started by root."""

    def __init__(self, certs: Certs, folder: Path) -> None:
        super().__init__(certs, folder)
        self.sent, self.all, self.starttls = "[Gmail]/Gesendet", "[Gmail]/Alle Nachrichten", False

    def _command(self) -> tuple[list[str], dict[str, Any]]:
        import grp
        import pwd

        user = "nobody" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        entry = pwd.getpwnam(user)
        group = grp.getgrgid(entry.pw_gid).gr_name
        home, run = self.folder / "home", self.folder / "run"
        for path in (home, run):
            path.mkdir(exist_ok=True)
        cert, key = self.folder / "cert.pem", self.folder / "key.pem"
        shutil.copy(self.certs.cert_file, cert)
        shutil.copy(self.certs.key_file, key)
        config = self.folder / "dovecot.conf"
        config.write_text(
            _CONFIG.format(
                run=run,
                log=self.folder / "dovecot.log",
                user=user,
                group=group,
                cert=cert,
                key=key,
                home=home,
                password=PASSWORD,
                port=self.port,
            )
        )
        options: dict[str, Any] = {}
        if os.getuid() == 0:
            for path in (self.folder, home, run, cert, key, config):
                os.chown(path, entry.pw_uid, entry.pw_gid)
            options = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
        return [DOVECOT or "dovecot", "-F", "-c", str(config)], options
