"""What people answered: a look in the mailbox, by the commands and the window alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.day.world import World
from pipeline.ledger.ledger import Ledger
from pipeline.model.errors import FAILED, UserError
from pipeline.model.texts import joined

if TYPE_CHECKING:
    from pipeline.mail.look import Brought


def look_for_replies(world: World) -> Brought | None:
    """Look in the mailbox and keep what came in the ledger; None where none is set up. Raises MailboxDown, UserError."""
    from pipeline.mail.account import account_of  # a window opens sooner without what talks to servers
    from pipeline.mail.look import look
    from pipeline.mail.mailbox import Mailbox

    account = account_of(world.settings)
    if account.imap is None:
        return None
    with (
        Mailbox.open(account, None, world.settings.sent_folder) as mailbox,
        Ledger(world.ledger_path) as ledger,
    ):
        return look(mailbox, ledger, world.contacts, world.settings, world.today, history=world.events)


def look_now(world: World) -> Brought | None:
    """Look where nothing else is wanted. Raises UserError (exit 1) where the mailbox can't be reached."""
    from pipeline.mail.outgoing import MailboxDown

    try:
        return look_for_replies(world)
    except MailboxDown as down:
        again = "" if down.lasting else "Try again later."
        told = joined(f"The mailbox could not be looked at: {down}", again, "Nothing was changed.")
        raise UserError(told, exit_code=FAILED) from None
