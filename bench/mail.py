"""Measure sending and looking at the mailbox against plain libraries. `python bench/mail.py` prints markdown.

Sending: 100 letters to a loopback server, against a smtplib loop that flushes a line to the disk twice a letter.
Looking: 20,000 mails in Dovecot (where it is installed), against imap-tools fetching the same headers.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import smtplib
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LETTERS, MAILS, NEW, ROUNDS = 100, 20_000, 500, 5


def main() -> int:
    """Run both and print the tables; exit 1 where a limit of 2.0 is passed."""
    from tests.peers.certs import Certs  # type: ignore[import-not-found, unused-ignore]

    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory(prefix="rm-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        certs = Certs(folder)
        os.environ["SSL_CERT_FILE"] = str(certs.ca_file)
        ratios = [_sending(folder, certs), *_looking(folder, certs)]
    return int(max(ratios) > 2.0)


def _sending(folder: Path, certs: Any) -> float:
    port, stop, server = _server_process(certs)
    floor, ours = [], []
    for number in range(ROUNDS):  # in turns, so that what else the machine does falls on both
        floor.append(_timed(lambda n=number: _plain_loop(folder / f"plain{n}", port)))  # type: ignore[misc]
        ours.append(_timed(lambda n=number: _send(folder / f"ours{n}", port)))  # type: ignore[misc]
    stop.set()
    server.join()
    ratio = statistics.median(ours) / statistics.median(floor)
    print(f"| {LETTERS} letters, loopback, TLS | median of {ROUNDS} | per letter |\n|---|---|---|")
    print(
        f"| smtplib, two fsyncs a letter | {statistics.median(floor):.2f} s | {statistics.median(floor) / LETTERS * 1000:.1f} ms |"
    )
    print(
        f"| remembered, ledger and protocol | {statistics.median(ours):.2f} s | {statistics.median(ours) / LETTERS * 1000:.1f} ms |"
    )
    print(f"\nRatio {ratio:.2f} (limit 2.0).\n")
    return ratio


def _server_process(certs: Any) -> tuple[int, Any, Any]:
    context = multiprocessing.get_context("fork")
    ready, stop, port = context.Event(), context.Event(), context.Value("i", 0)
    server = context.Process(target=_serve, args=(certs, ready, stop, port))
    server.start()
    ready.wait(20)
    return port.value, stop, server


def _serve(certs: Any, ready: Any, stop: Any, port: Any) -> None:
    import logging

    from tests.peers.smtp import SmtpPeer  # type: ignore[import-not-found, unused-ignore]

    logging.disable(logging.WARNING)
    with SmtpPeer(certs) as peer:
        port.value = peer.port
        ready.set()
        stop.wait()


def _plain_loop(folder: Path, port: int) -> None:
    from pipeline.mail.outgoing import final_bytes
    from pipeline.mail.servers import tls_context
    from tests.peers.clock import NOW  # type: ignore[import-not-found, unused-ignore]
    from tests.peers.letters import account, letter, outgoing  # type: ignore[import-not-found, unused-ignore]
    from tests.peers.smtp import PASSWORD, USER  # type: ignore[import-not-found, unused-ignore]

    folder.mkdir()
    who = account(port)
    with (
        smtplib.SMTP_SSL("127.0.0.1", port, context=tls_context()) as smtp,
        (folder / "log").open("ab") as log,
    ):
        smtp.login(USER, PASSWORD)
        for number in range(LETTERS):
            made = letter(number)
            content = final_bytes(outgoing(made), who, NOW, to_override=None)
            for word in (b"before", b"after"):
                if word == b"after":
                    smtp.sendmail(USER, [made.to], content)
                log.write(word + made.message_id.encode() + b"\n")
                log.flush()
                os.fsync(log.fileno())


def _send(folder: Path, port: int) -> None:
    from pipeline.mail.postman import send_letters
    from tests.peers.clock import NOW, TestClock  # type: ignore[import-not-found, unused-ignore]
    from tests.peers.letters import account, ledger_at, letter, outgoing  # type: ignore[import-not-found, unused-ignore]
    from tests.peers.smtp import PASSWORD  # type: ignore[import-not-found, unused-ignore]

    with ledger_at(folder) as ledger:
        ready = [outgoing(letter(n)) for n in range(LETTERS)]
        with ledger.transaction() as db:
            db.executemany(
                "INSERT INTO approval VALUES (?, ?, ?)",
                [(o.letter.code, o.sha256, NOW.isoformat()) for o in ready],
            )
        outcomes = send_letters(
            ready,
            account(port),
            ledger,
            None,
            TestClock(),
            recheck=lambda _: None,
            daily_limit=1000,
            spacing=0,
            secret=PASSWORD,
        )
    if {o.outcome for o in outcomes} != {"sent"}:
        raise SystemExit(f"not all were sent: {outcomes}")


def _looking(folder: Path, certs: Any) -> list[float]:
    from tests.peers.imap import DOVECOT, DovecotPeer  # type: ignore[import-not-found, unused-ignore]

    if DOVECOT is None:
        print("Dovecot is not installed: looking at the mailbox was not measured.")
        return []
    place = folder / "imap"
    place.mkdir()
    place.chmod(0o755)
    peer = DovecotPeer(certs, place)
    _fill(place / "home" / "mail" / ".[Gmail].Alle Nachrichten" / "cur", place)
    with peer:
        first = _compare(peer, folder, "all", 1)
        later = _compare(peer, folder, "new", MAILS - NEW + 1)
    print(
        f"| {MAILS:,} mails, Dovecot, TLS | imap-tools, same headers | remembered | ratio (limit 2.0) | fetched |\n|---|---|---|---|---|"
    )
    for label, (floor, ours, count) in (("first look", first), (f"the {NEW} since the last look", later)):
        print(f"| {label} | {floor:.2f} s | {ours:.2f} s | {ours / floor:.2f} | {count:,} headers |")
    return [first[1] / first[0], later[1] / later[0]]


def _fill(cur: Path, place: Path) -> None:
    """Write mails straight into the maildir; one in a hundred is from a contact."""
    cur.mkdir(parents=True)
    for number in range(MAILS):
        sender = f"ada{number % 200}@example.org" if number % 100 == 0 else f"shop{number}@example.net"
        raw = (
            f"From: Somebody <{sender}>\nTo: sam.rivera@example.com\nSubject: Mail {number}\nMessage-ID: <m{number}@example.net>\n"
            f"Date: Mon, 23 Nov 2026 09:00:00 +0000\n"
            + "".join(f"Received: from mx{i}.example.net by mail.example.com\n" for i in range(6))
            + f"Content-Type: text/plain\n\n{'Text. ' * 200}\n"
        )
        (cur / f"{1_700_000_000 + number}.M{number}.host:2,").write_text(raw)
    if os.getuid() == 0:
        import pwd

        nobody = pwd.getpwnam("nobody")
        for path in [place / "home", *(place / "home").rglob("*")]:
            os.chown(path, nobody.pw_uid, nobody.pw_gid)


def _compare(peer: Any, folder: Path, label: str, first_uid: int) -> tuple[float, float, int]:
    from pipeline.mail.look import look
    from pipeline.mail.mailbox import Mailbox
    from tests.peers.clock import TODAY  # type: ignore[import-not-found, unused-ignore]
    from tests.peers.letters import ME, account, contact, ledger_at  # type: ignore[import-not-found, unused-ignore]
    from tests.peers.smtp import PASSWORD  # type: ignore[import-not-found, unused-ignore]

    contacts = [contact(n) for n in range(200)]
    who = account(1, peer.port, imap_starttls=False, timeout=60)
    floors, ours, count = [], [], 0
    for number in range(3):
        with peer.client() as box:
            box.folder.set(peer.all, readonly=True)
            validity = box.folder.status(peer.all, ["UIDVALIDITY"])["UIDVALIDITY"]
            floors.append(
                _timed(
                    lambda: [
                        m.headers
                        for m in box.fetch(f"UID {first_uid}:*", mark_seen=False, headers_only=True, bulk=500)
                    ]
                )
            )
        with ledger_at(folder / f"look-{label}{number}") as ledger, Mailbox.open(who, PASSWORD) as mailbox:
            ledger.set(f"read:{peer.all}", f"{validity}:{first_uid - 1}" if first_uid > 1 else "")
            if first_uid > 1:  # the look before has searched for everybody's address
                for c in contacts:
                    ledger.set(f"searched:{c.id}", hashlib.sha256(c.email.lower().encode()).hexdigest()[:16])
            headers: list[int] = []
            original = mailbox.headers_since

            def counted(
                *args: Any, original: Callable[..., Any] = original, headers: list[int] = headers
            ) -> Any:
                found = original(*args)
                headers.append(len(found[0]))
                return found

            mailbox.headers_since = counted  # type: ignore[method-assign, assignment]
            ours.append(_timed(lambda: look(mailbox, ledger, contacts, ME, TODAY)))
            count = sum(headers)
    return statistics.median(floors), statistics.median(ours), count


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
