"""Postfix on loopback, for a real bounce: it takes mail for example.com and example.org and knows one mailbox, the user's."""

from __future__ import annotations

import os
import shutil
import smtplib
import subprocess
import time
from pathlib import Path

from .smtp import USER, free_port

POSTFIX = shutil.which("postfix")
RUNS = POSTFIX is not None and hasattr(os, "getuid") and os.getuid() == 0

_MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/spool
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.com
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = no
default_transport = error:no mail leaves this machine
virtual_mailbox_domains = example.com, example.org
virtual_mailbox_base = {folder}/home
virtual_mailbox_maps = texthash:{folder}/mailboxes
virtual_minimum_uid = 100
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
maillog_file_prefixes = {folder}
maillog_file = {folder}/postfix.log
"""
_MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
"""


class PostfixPeer:
    """A Postfix of its own, with its queue and log in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()

    def __enter__(self) -> PostfixPeer:
        config = self.folder / "etc"
        for path in (config, self.folder / "spool", self.folder / "data", self.folder / "home"):
            path.mkdir(parents=True)
        shutil.chown(self.folder / "data", "postfix", "postfix")
        os.chown(self.folder / "home", 65534, 65534)
        (config / "main.cf").write_text(_MAIN.format(folder=self.folder))
        (config / "master.cf").write_text(_MASTER.format(port=self.port))
        (self.folder / "mailboxes").write_text(f"{USER} mail/\n")
        self._control("start")
        for _ in range(600):
            try:
                smtplib.SMTP("127.0.0.1", self.port, timeout=2).close()
                return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((self.folder / "postfix.log").read_text())

    def __exit__(self, *_: object) -> None:
        self._control("stop")

    def _control(self, command: str) -> None:
        subprocess.run(
            [POSTFIX or "postfix", "-c", str(self.folder / "etc"), command],
            check=True,
            capture_output=True,
            timeout=30,
        )

    def relay(self, raw: bytes, recipient: str) -> None:
        """Hand a letter on, as the sender's own mail server does."""
        with smtplib.SMTP("127.0.0.1", self.port, timeout=10) as smtp:
            smtp.sendmail(USER, [recipient], raw)

    def bounce(self, seconds: float = 120) -> bytes:
        """Wait for what comes back to the user."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for path in (self.folder / "home" / "mail" / "new").glob("*"):
                return path.read_bytes()
            time.sleep(0.1)
        raise TimeoutError((self.folder / "postfix.log").read_text())
