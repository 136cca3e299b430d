"""What people answered: a look in the mailbox, by the commands and the window alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from email import message_from_bytes
from typing import TYPE_CHECKING, TypeVar

from pipeline.day.world import World
from pipeline.ledger.ledger import Ledger
from pipeline.model.errors import FAILED, UserError
from pipeline.model.texts import joined

if TYPE_CHECKING:
    from pipeline.mail.look import Brought
    from pipeline.mail.mailbox import Mailbox

_T = TypeVar("_T")


def look_for_replies(world: World) -> Brought | None:
    """Look in the mailbox and keep what came in the ledger; None where none is set up. Raises MailboxDown, UserError."""
    from pipeline.mail.look import look  # a window opens sooner without what talks to servers

    mailbox = _opened(world)
    if mailbox is None:
        return None
    with mailbox, Ledger(world.ledger_path) as ledger:
        return look(mailbox, ledger, world.contacts, world.settings, world.today, history=world.events)


def _opened(world: World) -> Mailbox | None:
    from pipeline.mail.account import account_of
    from pipeline.mail.mailbox import Mailbox

    account = account_of(world.settings)
    return Mailbox.open(account, None, world.settings.sent_folder) if account.imap else None


def look_now(world: World) -> Brought | None:
    """Look where nothing else is wanted. Raises UserError (exit 1) where the mailbox can't be reached."""
    return _reached(lambda: look_for_replies(world))


def new_in_mailbox(lines: Sequence[str]) -> str:
    """Say what a look brought, several mails one a line; "" for nothing."""
    return ("\n" if len(lines) > 1 else " ").join(["New in the mailbox:", *lines]) if lines else ""


def beginning_of(world: World, message_id: str) -> str:
    """Read in the mailbox how a mail begins, and keep it nowhere; "" where it is not there, or has no words.

    Raises UserError (exit 1) where the mailbox can't be reached.
    """
    from pipeline.mail.incoming.texts import first_line, plain_text

    def read() -> str:
        mailbox = _opened(world)
        if mailbox is None:
            return ""
        with mailbox:
            return first_line(plain_text(message_from_bytes(mailbox.mail(message_id))))

    return _reached(read)


def _reached(work: Callable[[], _T]) -> _T:
    from pipeline.mail.outgoing import MailboxDown

    try:
        return work()
    except MailboxDown as down:
        again = "" if down.lasting else "Try again later."
        told = joined(f"The mailbox could not be looked at: {down}", again, "Nothing was changed.")
        raise UserError(told, exit_code=FAILED) from None
