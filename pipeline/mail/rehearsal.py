"""A rehearsal: the same letters to the user's own address, under other Message-IDs, recorded as nothing."""

from __future__ import annotations

import smtplib
from collections.abc import Sequence
from dataclasses import replace
from email.utils import make_msgid

from pipeline.mail.account import Account
from pipeline.mail.connection import SmtpConnection
from pipeline.mail.outgoing import Clock, Outgoing, Progress, SendOutcome, StopRun, final_bytes
from pipeline.model.errors import UserError


def rehearse(
    outgoing: Sequence[Outgoing],
    account: Account,
    clock: Clock,
    *,
    secret: str | None = None,
    progress: Progress = lambda _done, _all, _outcome: None,
) -> list[SendOutcome]:
    """Send letters to the user's own address, under other Message-IDs, recorded as nothing.

    Raises UserError where the server can't be reached or refuses.
    """
    postman = SmtpConnection(account, secret)
    outcomes = []
    try:
        smtp = postman.open()
        for number, one in enumerate(outgoing, start=1):
            rehearsed = make_msgid("rehearsal", account.address.rpartition("@")[2])
            letter = replace(one.letter, identity=replace(one.letter.identity, message_id=rehearsed))
            content = final_bytes(
                replace(one, letter=letter), account, clock.now(), to_override=account.address
            )
            smtp.sendmail(account.address, [account.address], content)
            outcomes.append(
                SendOutcome(
                    letter.code, letter.name, "sent", letter.message_id, f"to yourself, {account.address}"
                )
            )
            progress(number, len(outgoing), outcomes[-1])
    except StopRun as stop:
        raise UserError(str(stop), exit_code=1) from None
    except (OSError, smtplib.SMTPException) as fault:
        raise UserError(
            f"The rehearsal stopped after {len(outcomes)} of {len(outgoing)} ({type(fault).__name__}).",
            exit_code=1,
        ) from None
    finally:
        postman.close()
    return outcomes
