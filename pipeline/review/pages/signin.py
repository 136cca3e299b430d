"""Sign in to the mail account: the password is tried, kept where the command keeps it, and shown nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from flask import abort, request

from pipeline.day.delivering import refuse_example_sender
from pipeline.ledger.records import digest
from pipeline.mail.account import Account, account_of
from pipeline.mail.passwords import has_passwords
from pipeline.mail.setup import given_to, how_to_get, login, logout, probe
from pipeline.mail.ways import uses_account
from pipeline.model import Settings
from pipeline.model.errors import USAGE, UserError

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window

_Act = Callable[[Account, str, str], str]
_ACTS: Mapping[str, _Act] = {
    "keep": login,
    "test": lambda account, _typed, folder: probe(account, sent_folder=folder),
    "forget": lambda account, _typed, _folder: logout(account),
}
"""What may be done with an account, what was typed, and the name of the folder of sent mail; each says what came of it."""


def sign_in(window: Window) -> Served:
    """Show whose account it is."""
    return _page(window)


def sign(window: Window, verb: str) -> Served:
    """Keep the password, try it, or forget it."""
    act = _ACTS.get(verb)
    if act is None:
        abort(404)
    try:
        window.told.tell(said=_done(act, window.session.world().settings))
    except UserError as stop:
        window.told.tell(alert=str(stop))
    return window.to("/signin")


def _done(act: _Act, settings: Settings) -> str:
    """Do it with the account that was shown, and with no other. Raises UserError as the command does."""
    refuse_example_sender(settings)
    account = account_of(settings)
    if request.form.get("shown") != _shown(account):
        raise UserError(
            "Settings name another account or server since you saw this; nothing was tried. Look at it as it is now.",
            exit_code=USAGE,
        )
    return act(account, request.form.get("password", ""), settings.sent_folder)


def _shown(account: Account) -> str:
    return digest(account.user, *map(str, account.servers))


def _page(window: Window) -> str:
    settings = window.session.world().settings
    try:
        standing = _standing(settings)
    except UserError as none:
        standing = {"account": None, "why_none": str(none)}
    return window.page("signin.html", "settings", **{**standing, **window.told.take()})


def _standing(settings: Settings) -> dict[str, object]:
    """Say whose account it is, who sees the password, and whether one is kept. Raises UserError where there is no account."""
    refuse_example_sender(settings)
    account = account_of(settings)
    return {
        "account": account,
        "how": how_to_get(account),
        "given_to": given_to(account),
        "kept": has_passwords(account),
        "shown": _shown(account),
    }


def lacks_password(settings: Settings) -> bool:
    """Tell whether these Settings want a password that isn't there; what else they lack is said where they are shown."""
    try:
        return uses_account(settings) and not has_passwords(account_of(settings))
    except UserError:
        return False
