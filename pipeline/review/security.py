"""Who may talk to the review page: this computer's browser, from this page, and nobody else."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping

HOST = "127.0.0.1"
UPLOADS = "/upload/"
"""What the addresses that take files begin with, under the secret path; only they take more than a form's worth."""
MOST_UPLOAD = 25 * 1024 * 1024
"""Bytes of a request there: a list of contacts, or a resume with the form it came in."""
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
    """The secrets of one review: a token that opens the page once, the path that all its pages lie under, the mark of each form.

    The path, not a cookie: a browser shows the cookies of 127.0.0.1 to whatever listens on any of its ports (RFC 6265, 8.5),
    and every login on this computer may listen on one.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self._token, self._path, self._key = (secrets.token_urlsafe(24) for _ in range(3))
        self._opened, self._again = False, 0

    @property
    def origin(self) -> str:
        """Return the only origin that may speak."""
        return f"http://{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """Return the address to open; it works once."""
        return f"{self.origin}/open/{self._token}"

    @property
    def base(self) -> str:
        """Return the path that every page lies under; whoever knows it is let in."""
        return f"/{self._path}"

    @property
    def opened(self) -> bool:
        """Tell whether the address was opened."""
        return self._opened

    @property
    def again(self) -> int:
        """Count the times that the address was opened once more, and refused."""
        return self._again

    def stranger(self, host: str, origin: str | None, site: str, *, opening: bool) -> bool:
        """Tell whether a request comes from elsewhere: another name for us (DNS rebinding), or another page.

        `site` is Sec-Fetch-Site, blank where the browser sends none; the address may be opened from anywhere.
        """
        if host != f"{HOST}:{self.port}" or (origin is not None and origin != self.origin):
            return True
        return site not in OWN_SITE and not opening

    def under(self, path: str) -> str | None:
        """Return what of a path lies under the secret one; None where it does not."""
        first, _, rest = path.removeprefix("/").partition("/")
        return f"/{rest}" if _same(first, self._path) else None

    def redeem(self, token: str) -> bool:
        """Let the token in, the first time only; a second time is counted."""
        if not _same(token, self._token):
            return False
        self._again += self._opened
        first, self._opened = not self._opened, True
        return first

    def mark(self, verb: str, code: str, shown: str) -> str:
        """Make what a form carries: it stands for one act on one letter as it was shown."""
        return hmac.digest(self._key.encode(), "\n".join((verb, code, shown)).encode(), "sha256").hex()

    def ours(self, mark: str | None, verb: str, code: str, shown: str) -> bool:
        """Tell whether a form came from our page, for this act on this letter as it was shown."""
        return _same(mark, self.mark(verb, code, shown))


def _same(given: str | None, expected: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode(), expected.encode())
