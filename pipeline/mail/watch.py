"""The mailbox as sending asks it, just before each letter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from pipeline.ledger.ledger import Ledger
from pipeline.mail.account import Account, account_of
from pipeline.mail.claims import SharedClaim, token_of
from pipeline.mail.incoming.standing import CANCELLED, INVITATION, SINCE_SET, is_settled
from pipeline.mail.look import look
from pipeline.mail.mailbox import Mailbox
from pipeline.mail.outgoing import Down, MailboxDown
from pipeline.mail.ways import reads_replies
from pipeline.model import Contact, Event, Settings


class MailboxWatch:
    """An open mailbox, with what is needed to look again."""

    def __init__(
        self,
        mailbox: Mailbox,
        ledger: Ledger,
        contacts: Sequence[Contact],
        settings: Settings,
        *,
        history: Sequence[Event],
        today: date,
    ) -> None:
        self.mailbox = mailbox
        self._ledger, self._contacts, self._settings, self._history = ledger, contacts, settings, history
        self._today = today
        self._claim = SharedClaim(mailbox, settings.email, token_of(ledger))

    def find(self, message_id: str) -> datetime | None:
        """Return when Sent, or All, got this very Message-ID; None where neither holds it."""
        return self.mailbox.find(message_id)

    def put_up_claim(self, now: datetime) -> str:
        """Put up this run's claim to send, or look at it again, and say whether another computer has one; "" for nobody."""
        return self._claim.put_up_claim(now)

    def release(self) -> None:
        """Take the claim down."""
        self._claim.release()

    def look_again_for(self, contact_id: str) -> str:
        """Look again, and say what came from a contact that the workbook doesn't have yet; "" for nothing."""
        found = look(
            self.mailbox, self._ledger, self._contacts, self._settings, self._today, history=self._history
        )
        news = next((e for e in found.events if e.contact_id == contact_id), None)
        return f"From {news.name}, {news.date:%Y-%m-%d}: {news.kind.lower()}." if news else ""

    def meeting_with(self, contact_id: str) -> str:
        """Say what a contact did with a meeting that the workbook doesn't have yet; "" for nothing."""
        contact = next((c for c in self._contacts if c.id == contact_id), None)
        meetings = (
            n.message
            for n in self._ledger.notices()
            if contact
            and n.contact_id == contact_id
            and n.kind in (INVITATION, CANCELLED, SINCE_SET)
            and not is_settled(n, contact, self._today)
        )
        return next(meetings, "")


def open_watch(
    settings: Settings,
    ledger: Ledger,
    contacts: Sequence[Contact],
    history: Sequence[Event],
    *,
    today: date,
    account: Account | None = None,
    secret: str | None = None,
) -> MailboxWatch | Down | None:
    """Open the mailbox that Settings name: None where none is set up, Down where it can't be reached."""
    if account is None:
        if not reads_replies(settings):
            return None
        account = account_of(settings)
    if account.imap is None:
        return None
    try:
        mailbox = Mailbox.open(account, secret, settings.sent_folder)
    except MailboxDown as down:
        return Down(str(down))
    return MailboxWatch(mailbox, ledger, contacts, settings, history=history, today=today)
