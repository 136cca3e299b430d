"""A certificate authority for one test run."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme


class Certs:
    """Server contexts: a good one, an expired one, one for another name, one of an unknown authority."""

    def __init__(self, folder: Path) -> None:
        authority = trustme.CA()
        self.folder = folder
        self.ca_file = folder / "ca.pem"
        authority.cert_pem.write_to_path(self.ca_file)
        past = datetime.now(UTC) - timedelta(days=3)
        self._kinds = {
            "good": authority.issue_cert("127.0.0.1", "localhost"),
            "expired": authority.issue_cert("127.0.0.1", not_before=past - timedelta(days=9), not_after=past),
            "wrong-name": authority.issue_cert("mail.example.com"),
            "unknown": trustme.CA().issue_cert("127.0.0.1"),
        }
        self.cert_file, self.key_file = folder / "server.pem", folder / "server.key"
        good = self._kinds["good"]
        self.cert_file.write_bytes(b"".join(b.bytes() for b in good.cert_chain_pems))
        good.private_key_pem.write_to_path(self.key_file)

    def server(self, kind: str = "good") -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._kinds[kind].configure_cert(context)
        return context
