"""Who may see and who may write: hosts, the token, the forms' own token, and what every answer tells the browser to refuse."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import urlsplit

from dateline.tell.web.render import policy

SHORTEST_TOKEN = 16  # characters
COOKIE = "dateline-session"
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")

_SELF = "'self'"
HEADERS = {
    "Content-Security-Policy": f"{policy(_SELF, _SELF)}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # other sites learn nothing; our own forms must say where they come from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine can reach a server that listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Guard:
    """The secrets of one run of the server. They are never written down: a restart ends every session.

    token: what a visitor must know, None where only this machine can reach the server.
    """

    def __init__(self, token: str | None = None) -> None:
        self._token = token
        self._secret = secrets.token_bytes(32)

    # ------------------------------------------------------------ seeing

    @property
    def open(self) -> bool:
        return self._token is None

    def knows(self, given: str) -> bool:
        """Whether it is the token; the time it takes tells nothing."""
        return self._token is not None and _same(given, self._token)

    def session(self) -> str:
        """What the browser of a visitor who knows the token keeps."""
        return self._signed("session")

    def admits(self, cookies: Mapping[str, str], authorization: str) -> bool:
        """Whether a request may be answered: by its cookie, or by "Bearer TOKEN"."""
        if self.open or _same(cookies.get(COOKIE, ""), self.session()):
            return True
        scheme, _, given = authorization.partition(" ")
        return scheme.lower() == "bearer" and self.knows(given.strip())

    def host_fits(self, host: str) -> bool:
        """Whether the name in the address is one of this machine's own: another name was pointed here by somebody else."""
        return not self.open or (urlsplit(f"//{host}").hostname or "") in LOOPBACK_NAMES

    # ------------------------------------------------------------ writing

    def form_token(self) -> str:
        """What our own forms send along, and pages of other sites cannot know."""
        return self._signed("form")

    def form_fits(self, given: str, headers: Mapping[str, str]) -> bool:
        """Whether a form was sent from a page of ours."""
        site, origin = headers.get("sec-fetch-site", "same-origin"), headers.get("origin", "")
        ours = not origin or urlsplit(origin).netloc == headers.get("host", "")
        return ours and site in ("same-origin", "none") and _same(given, self.form_token())

    def _signed(self, purpose: str) -> str:
        return hmac.new(self._secret, purpose.encode(), sha256).hexdigest()


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode("utf-8", "replace"))
