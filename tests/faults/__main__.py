"""Run the long form: every fault of the table, and 200 kills and more, printed as tables. `python -m tests.faults [kills]`"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path

_PAIRS = 100


def main(kills: int = 280) -> int:
    import logging

    from tests.faults import doubt, kill, pairs
    from tests.faults.run import run_fault
    from tests.faults.table import FAULTS
    from tests.peers.certs import Certs
    from tests.peers.imap import ImapPeer

    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    failed = 0
    with tempfile.TemporaryDirectory(prefix="rm-") as name:
        folder = Path(name)
        certs = Certs(folder)
        os.environ["SSL_CERT_FILE"] = str(certs.ca_file)
        (folder / "imap").mkdir()
        with ImapPeer(certs, folder / "imap") as imap:
            print("| fault | first run | next run | copies of the first | holds |\n|---|---|---|---|---|")
            for number, fault in enumerate(FAULTS):
                imap.empty()
                place = folder / f"fault{number}"
                place.mkdir()
                first, then, copies = run_fault(fault, place, certs, imap)
                holds = (tuple(o.outcome for o in first), tuple(o.outcome for o in then), copies) == (
                    fault.first,
                    fault.then,
                    fault.copies,
                )
                failed += not holds
                print(
                    f"| {fault.name} | {', '.join(o.outcome for o in first)} | {', '.join(o.outcome for o in then)} | {copies} | "
                    f"{'yes' if holds else 'NO'} |",
                    flush=True,
                )
            failed += _kills(kill, kills, folder, certs, imap)
            failed += _doubts(doubt, folder, certs)
        failed += _pairs(pairs, folder, certs, ImapPeer)
    return 1 if failed else 0


def _pairs(pairs, folder, certs, peer) -> int:  # type: ignore[no-untyped-def]
    began = time.monotonic()
    twice, missing = pairs.many(
        folder / "pairs", certs, lambda place: peer(certs, place), _PAIRS, seed=int(time.time())
    )
    print(
        f"\n{_PAIRS} pairs of computers at real spacing, {pairs.LETTERS} letters each: {twice} went twice, {missing} not at all, "
        f"in {time.monotonic() - began:.0f} s."
    )
    return int(bool(twice or missing))


def _doubts(doubt, folder, certs, times: int = 4) -> int:  # type: ignore[no-untyped-def]
    print(
        "\n| in doubt, then the ledger is | rounds | killed | answer lost | went again by itself |\n|---|---|---|---|---|"
    )
    again = 0
    for mishap in doubt.MISHAPS:
        done = []
        for number, way in enumerate((*doubt.KILLS, *doubt.LOST_ANSWERS) * times):
            place = folder / f"doubt-{mishap.__name__}{number}"
            place.mkdir()
            done.append(doubt.doubted(mishap, way, place, certs))
        itself = sum(d.after - d.before for d in done)
        killed = sum(d.way in doubt.KILLS for d in done)
        said = mishap.__name__.replace("_", " ")
        print(f"| {said} | {len(done)} | {killed} | {len(done) - killed} | {itself} |", flush=True)
        again += itself
    return int(again > 0)


def _kills(kill, kills, folder, certs, imap) -> int:  # type: ignore[no-untyped-def]
    began, table, landed = time.monotonic(), {}, Counter()
    points = list(kill.at_points((False, True)))
    moments = kill.random_moments(max(0, kills - len(points)), seed=int(time.time()))
    plan = [lambda p, f=p_: kill.kill_at(*f, p, certs, imap) for p_ in points]
    # With a mailbox a run takes some 20 times as long, so the moments are spread over that.
    plan += [
        lambda p, s=s_ * (20 if n % 2 else 1), m=bool(n % 2): kill.kill_after(s, m, p, certs, imap)
        for n, s_ in enumerate(moments)
    ]
    for number, one in enumerate(plan):
        place = folder / f"kill{number}"
        place.mkdir()
        done = one(place)
        key = (done.where.partition(" of ")[0], "yes" if done.mailbox else "no")
        counts = table.setdefault(key, Counter())
        counts["rounds"] += 1
        counts["killed"] += done.landed
        counts["most copies"] = max(counts["most copies"], *done.copies)
        counts.update(done.states)
        landed["all"] += done.landed
    print(
        "\n| killed at | mailbox | rounds | killed in time | most copies of a letter | accepted | check |\n|---|---|---|---|---|---|---|"
    )
    for (where, mailbox), c in table.items():
        print(
            f"| {where} | {mailbox} | {c['rounds']} | {c['killed']} | {c['most copies']} | {c['accepted']} | {c['check']} |"
        )
    print(f"\n{len(plan)} rounds, {landed['all']} kills that landed, in {time.monotonic() - began:.0f} s.")
    return int(any(c["most copies"] > 1 for c in table.values()))


if __name__ == "__main__":
    sys.exit(main(*(int(a) for a in sys.argv[1:2])))
