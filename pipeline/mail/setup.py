"""Setting up the account: log in once to try it, keep the password, say what was found, and forget it again."""

from __future__ import annotations

from pipeline.mail.account import Account
from pipeline.mail.outgoing import MailboxDown, StopRun
from pipeline.mail.passwords import forget_password, in_environment, keep, keyring_works, speakable
from pipeline.model.errors import FAILED, USAGE, UserError

_FROM_GOOGLE = (
    "Google makes an app password, a second one for one program only, at https://myaccount.google.com/apppasswords (2-Step "
    "Verification has to be on first, at https://myaccount.google.com/security). Type a name there, such as Remembered, choose "
    "Create, and copy the sixteen letters; blanks don't matter."
)
_FROM_OTHERS = (
    "Your provider's page says whether it wants an app password, and how one is made; else it is the password that a mail "
    "program logs in with."
)


def how_to_get(account: Account) -> str:
    """Say how one gets the password that is asked for."""
    google = any(s.host.endswith(".gmail.com") for s in account.servers)
    return _FROM_GOOGLE if google else _FROM_OTHERS


def given_to(account: Account) -> str:
    """Say who will see the password, and nobody else."""
    return f"The password will be given to {' and '.join(map(str, account.servers))}, and kept for no other server."


def login(account: Account, secret: str, sent_folder: str = "") -> str:
    """Keep an app password, blanks taken out, once all servers have taken it. Return what to tell the user."""
    bare = "".join(secret.split()) if _looks_like_app_password(secret) else secret.strip()
    if not bare:
        raise UserError("No password was given; nothing was kept.", exit_code=USAGE)
    report = probe(account, speakable(bare), sent_folder)
    if not keyring_works():
        return (
            f"{report}\nThis computer has no keyring, so the password was not kept. {in_environment(account)}"
        )
    keep(account, bare)
    return f"{report}\nThe password is in this computer's keyring, for {' and '.join(map(str, account.servers))}."


def probe(account: Account, secret: str | None = None, sent_folder: str = "") -> str:
    """Log in to the account's servers, send nothing, and say what was found. Raises UserError where one says no."""
    # the window opens sooner without what talks to servers
    from pipeline.mail.connection import SmtpConnection
    from pipeline.mail.mailbox import Mailbox

    lines = []
    if account.smtp:
        connection = SmtpConnection(account, secret)
        try:
            connection.open()
        except StopRun as stop:
            raise UserError(str(stop), exit_code=FAILED) from None
        connection.close()
        lines.append(f"Sending: logged in to {account.smtp.host} as {account.user}. Nothing was sent.")
    if account.imap is None:
        return "\n".join([*lines, "Mailbox: none set (Settings, IMAP server): replies can't be seen."])
    try:
        with Mailbox.open(account, secret, sent_folder) as mailbox:
            lines.append(f"Mailbox: logged in to {account.imap.host}. {mailbox.folders.said()}")
    except MailboxDown as down:
        raise UserError(f"{' '.join([*lines, 'But the mailbox:'])} {down}", exit_code=FAILED) from None
    return "\n".join(lines)


def logout(account: Account) -> str:
    """Take the password out of the keyring. Return what to tell the user."""
    if not keyring_works() or not forget_password(account):
        return f"The keyring holds no password for {account.user}."
    return f"The password for {account.user} is gone from the keyring. To end its use altogether, delete the app password in your account."


def _looks_like_app_password(text: str) -> bool:
    """Tell Google's four groups of four letters, shown with blanks that aren't part of it, from a password that has some."""
    return all(len(group) == 4 and group.isalnum() for group in text.split())
