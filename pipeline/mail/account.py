"""The mail account: which servers, and its password, which is in the keyring or the environment and nowhere else."""

from __future__ import annotations

import os
import ssl
from dataclasses import dataclass

from pipeline.mail.message import one_address
from pipeline.model import Settings
from pipeline.model.errors import FAILED, USAGE, UserError

PASSWORD_VARIABLE = "REMEMBERED_PASSWORD"  # noqa: S105  (a name, not a password)
_SERVICE = "yagmail"
_SMTP_STARTTLS, _IMAP_STARTTLS = (25, 587), (143,)


@dataclass(frozen=True, slots=True)
class Account:
    """Where mail goes out and comes in. `imap_host` blank: no mailbox. Time-outs in seconds; the last reply may take longer."""

    user: str
    sender: str
    smtp_host: str
    smtp_port: int
    starttls: bool
    imap_host: str = ""
    imap_port: int = 993
    imap_starttls: bool = False
    timeout: float = 30.0
    reply_timeout: float = 120.0


def account_of(settings: Settings) -> Account:
    """Read the account from Settings. Raises UserError naming the cell that is missing or wrong."""
    if not settings.email:
        raise UserError("Settings has no Email, your own address; fill it in.", exit_code=USAGE)
    user = one_address(settings.email)
    if settings.send_through == "Gmail":
        return Account(user, settings.name, "smtp.gmail.com", 465, False, "imap.gmail.com", 993)
    if settings.send_through != "Other server":
        raise UserError(
            "Settings, Send through, is Files: no mail account is needed. Choose Gmail or Other server there to use one.",
            exit_code=USAGE,
        )
    if not settings.smtp_server:
        raise UserError("Settings, SMTP server, is blank; write it as mail.example.com:465.", exit_code=USAGE)
    host, port, starttls = _server(settings.smtp_server, "SMTP server", 465, _SMTP_STARTTLS)
    if not settings.imap_server:
        return Account(user, settings.name, host, port, starttls)
    imap_host, imap_port, imap_starttls = _server(settings.imap_server, "IMAP server", 993, _IMAP_STARTTLS)
    return Account(user, settings.name, host, port, starttls, imap_host, imap_port, imap_starttls)


def _server(text: str, setting: str, default: int, starttls_ports: tuple[int, ...]) -> tuple[str, int, bool]:
    """Read host:port; the word starttls after it for ports where that can't be told. There is no unencrypted way."""
    address, _, word = text.strip().partition(" ")
    host, _, port = address.partition(":")
    if (
        not host
        or (port and not (port.isdigit() and 0 < int(port) < 65536))
        or word.strip().lower() not in ("", "starttls")
    ):
        raise UserError(
            f"Settings, {setting}, is not a server: write it as mail.example.com:{default}.", exit_code=USAGE
        )
    number = int(port) if port else default
    return host, number, bool(word) or number in starttls_ports


def tls_context() -> ssl.SSLContext:
    """Make the context that verifies certificates and host names."""
    return ssl.create_default_context()


def password(account: Account) -> str:
    """Return the account's password from the keyring, else from the environment. Raises UserError where neither has it."""
    found = _from_keyring(account.user) or os.environ.get(PASSWORD_VARIABLE, "")
    if not found:
        raise UserError(
            f"There is no password for {account.user} yet. Run `remembered gmail login`"
            f"{'' if keyring_works() else f', or set {PASSWORD_VARIABLE}, for this computer has no keyring'}.",
            exit_code=FAILED,
        )
    return found


def keyring_works() -> bool:
    """Tell whether this computer has a keyring to keep a password in."""
    try:
        import keyring
        from keyring.backends import fail, null
    except (ImportError, RuntimeError):
        return False
    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def login(account: Account, secret: str) -> str:
    """Keep an app password, blanks taken out, once both servers have taken it. Return what to tell the user."""
    bare = "".join(secret.split())
    if not bare:
        raise UserError("No password was given; nothing was kept.", exit_code=USAGE)
    report = probe(account, bare)
    if not keyring_works():
        return (
            f"{report}\nThis computer has no keyring, so the password was not kept. Set the environment variable {PASSWORD_VARIABLE} "
            "to it before `remembered send` or `remembered daily`."
        )
    import yagmail

    try:
        yagmail.register(account.user, bare)
    except Exception as fault:
        raise UserError(
            f"The keyring did not take the password ({type(fault).__name__}). Set {PASSWORD_VARIABLE} instead.",
            exit_code=FAILED,
        ) from None
    return f"{report}\nThe password is in this computer's keyring."


def probe(account: Account, secret: str | None = None, sent_folder: str = "") -> str:
    """Log in to both servers, send nothing, and say what was found. Raises UserError where a server says no."""
    from pipeline.mail.mailbox import Mailbox
    from pipeline.mail.outgoing import MailboxDown, StopRun
    from pipeline.mail.postman import SmtpPostman

    secret = secret or password(account)
    postman = SmtpPostman(account, secret)
    try:
        postman.open()
    except StopRun as stop:
        raise UserError(str(stop), exit_code=FAILED) from None
    postman.close()
    lines = [f"Sending: logged in to {account.smtp_host} as {account.user}. Nothing was sent."]
    if not account.imap_host:
        return lines[0] + "\nMailbox: none set (Settings, IMAP server): replies can't be seen."
    try:
        with Mailbox.open(account, secret, sent_folder) as mailbox:
            lines.append(f"Mailbox: logged in to {account.imap_host}. {mailbox.folders.said()}")
    except MailboxDown as down:
        raise UserError(f"{lines[0]} But the mailbox: {down}", exit_code=FAILED) from None
    return "\n".join(lines)


def logout(account: Account) -> str:
    """Take the password out of the keyring. Return what to tell the user."""
    if not keyring_works() or not _from_keyring(account.user):
        return f"The keyring holds no password for {account.user}."
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(_SERVICE, account.user)
    except KeyringError as fault:
        raise UserError(
            f'The keyring did not let go of the password ({type(fault).__name__}); remove the entry "{_SERVICE}" there.',
            exit_code=FAILED,
        ) from None
    return f"The password for {account.user} is gone from the keyring. To end its use altogether, delete the app password in your account."


def _from_keyring(user: str) -> str:
    if not keyring_works():
        return ""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, user) or ""
    except KeyringError:
        return ""
