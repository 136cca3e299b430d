"""Who may talk to the review page: this computer's browser, from this page, and nobody else."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping

HOST = "127.0.0.1"
OWN_SITE = frozenset({"", "same-origin", "none"})
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with it a browser sends `Origin: null` on our own forms (Fetch, "append a request Origin header"),
    # and the Origin could not be checked. Other sites are told nothing either way.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
"""What every answer carries. Letters are plain text, escaped; where a script got in all the same, nothing would run it."""


class Guard:
    """The secrets of one review: a token that opens the page once, the cookie it becomes, and what each form carries."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._token: str | None = secrets.token_urlsafe(32)
        self._cookie, self.csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)

    @property
    def origin(self) -> str:
        """Return the only origin that may speak."""
        return f"http://{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """Return the address to open; it works once."""
        return f"{self.origin}/open/{self._token}"

    @property
    def cookie_name(self) -> str:
        """Name the cookie by the port too: cookies of one host are shared by all its ports (RFC 6265, 8.5)."""
        return f"remembered_{self.port}"

    def stranger(self, host: str, origin: str | None, site: str, *, opening: bool) -> bool:
        """Tell whether a request comes from elsewhere: another name for us (DNS rebinding), or another page.

        `site` is Sec-Fetch-Site, blank where the browser sends none; the address may be opened from anywhere.
        """
        if host != f"{HOST}:{self.port}" or (origin is not None and origin != self.origin):
            return True
        return site not in OWN_SITE and not opening

    def redeem(self, token: str) -> str | None:
        """Give the cookie for the token, the first time only."""
        if self._token is None or not _same(token, self._token):
            return None
        self._token = None
        return self._cookie

    def known(self, cookie: str | None) -> bool:
        """Tell whether a request carries our cookie."""
        return _same(cookie, self._cookie)

    def ours(self, csrf: str | None) -> bool:
        """Tell whether a form came from our page."""
        return _same(csrf, self.csrf)


def _same(given: str | None, expected: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode(), expected.encode())
