"""Passwords: in the keyring or the environment and nowhere else, each bound to the login and servers it was given for.

Servers are named by cells of a workbook, and workbooks are shared: a password looked up by address alone would follow
whatever host stands there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from pipeline.mail.account import Account
from pipeline.mail.servers import Server
from pipeline.model.came_in import by_way, command
from pipeline.model.errors import FAILED, UserError

PASSWORD_VARIABLE = "REMEMBERED_PASSWORD"  # noqa: S105  (a name, not a password)
HOSTS_VARIABLE = "REMEMBERED_PASSWORD_FOR"
_LONGEST = 500
_SERVICE, _UNBOUND_SERVICE = "remembered", "yagmail"


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry of the keyring: a password, and the servers that took it, as host:port."""

    secret: str
    servers: tuple[str, ...]


def password_for(account: Account, server: Server) -> str:
    """Return the password that was given for this very server and login.

    Raises UserError, so that no connection is made, where there is none, or only one given for another server.
    """
    kept = _kept(account.user)
    if kept and str(server) in kept.servers:
        return speakable(kept.secret)
    named = _named_in_environment()
    from_environment = os.environ.get(PASSWORD_VARIABLE, "")
    if from_environment and {server.host, str(server)} & set(named):
        return speakable(from_environment)
    raise UserError(_why_none(account, server, kept, bool(from_environment), named), exit_code=FAILED)


def variable_of(account: Account, server: Server) -> str:
    """Name the environment variable that holds the password for a server; "" where the keyring does."""
    kept = _kept(account.user)
    return "" if kept and str(server) in kept.servers else PASSWORD_VARIABLE


def speakable(secret: str) -> str:
    """Return a password that a login by mail can say. Raises UserError, which does not quote it, for any other."""
    if secret.isascii() and secret.isprintable() and len(secret) <= _LONGEST:
        return secret
    raise UserError(
        "A login by mail takes a password of plain letters, digits and signs, and this one holds others or is too long: "
        "nothing was tried. Make an app password, or another one.",
        exit_code=FAILED,
    )


def has_passwords(account: Account) -> bool:
    """Tell whether every server of the account has its password."""
    with suppress(UserError):
        return all(password_for(account, server) for server in account.servers)
    return False


def keyring_works() -> bool:
    """Tell whether this computer has a keyring to keep a password in."""
    try:
        import keyring
        from keyring.backends import fail, null
    except (ImportError, RuntimeError):
        return False
    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def keep(account: Account, secret: str) -> None:
    """Keep a password with the servers that took it. An unbound entry of this login goes. Raises UserError."""
    import keyring

    entry = json.dumps({"password": secret, "servers": [str(s) for s in account.servers]})
    try:
        keyring.set_password(_SERVICE, account.user, entry)
    except Exception as fault:
        raise UserError(
            f"The keyring did not take the password ({type(fault).__name__}). {in_environment(account)}",
            exit_code=FAILED,
        ) from None
    _remove(_UNBOUND_SERVICE, account.user)


def forget_password(account: Account) -> bool:
    """Take a login's entries out of the keyring; tell whether there were any. Raises UserError."""
    found = [s for s in (_SERVICE, _UNBOUND_SERVICE) if _entry(s, account.user)]
    for service in found:
        if not _remove(service, account.user):
            raise UserError(
                f'The keyring did not let go of the password; remove the entry "{service}" there.',
                exit_code=FAILED,
            )
    return bool(found)


def in_environment(account: Account) -> str:
    """Say how a computer without a keyring is given the password."""
    hosts = ",".join(dict.fromkeys(s.host for s in account.servers))
    return by_way(
        typed=f"Set the environment variables {PASSWORD_VARIABLE} to the password and {HOSTS_VARIABLE} to {hosts} instead.",
        clicked="Set Send through to Browser in Settings instead: letters then go from your own mail, without a password here.",
    )


def _why_none(
    account: Account, server: Server, kept: _Kept | None, in_variable: bool, named: Iterable[str]
) -> str:
    user, login = account.user, f"sign in ({command('gmail', 'login')})"
    if kept:
        return (
            f"The password for {user} was given for {' and '.join(kept.servers)}, and Settings now name {server}: nothing was "
            f"sent there. If that server is right, {login}; if you don't know it, correct Settings."
        )
    if in_variable:
        said = f"says {', '.join(named)}" if named else "is not set"
        return (
            f"{PASSWORD_VARIABLE} holds a password, but {HOSTS_VARIABLE} {said}: nothing was sent to {server}. "
            f"If that server is right, set {HOSTS_VARIABLE} to {server.host}."
        )
    if _entry(_UNBOUND_SERVICE, user):
        return (
            f"The password kept for {user} doesn't say which server it is for; {login} once more, "
            f"and it is kept for {' and '.join(map(str, account.servers))} alone."
        )
    more = "" if keyring_works() else f". This computer has no keyring. {in_environment(account)}"
    return f"There is no password for {user} yet: {login}{more or '.'}"


def _named_in_environment() -> tuple[str, ...]:
    text = os.environ.get(HOSTS_VARIABLE, "")
    return tuple(host.strip().lower() for host in text.split(",") if host.strip())


def _kept(login: str) -> _Kept | None:
    try:
        found = json.loads(_entry(_SERVICE, login) or "null")
    except ValueError:
        return None
    if not isinstance(found, Mapping) or not isinstance(found.get("servers"), list):
        return None
    return _Kept(str(found.get("password", "")), tuple(map(str, found["servers"])))


def _entry(service: str, login: str) -> str:
    if not keyring_works():
        return ""
    import keyring

    try:
        return keyring.get_password(service, login) or ""
    except Exception:  # what a backend raises is its platform's; without its answer there is no password
        return ""


def _remove(service: str, login: str) -> bool:
    import keyring
    from keyring.errors import KeyringError

    if not _entry(service, login):
        return True
    try:
        keyring.delete_password(service, login)
    except KeyringError:
        return False
    return True
