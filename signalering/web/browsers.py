"""The cookie by which a browser is known again: who logged in from it before, and who gave the

second factor from it today. It is signed and names nobody: accounts stand in it as keyed hashes
that are this browser's own. Losing it costs a code, and a turn in the queue that strangers share.
"""

import hmac
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from flask import Request, Response
from itsdangerous import BadData, URLSafeSerializer

from signalering.config import Settings
from signalering.domain.clock import NODES_DIFFER

YEAR = 365 * 24 * 3600
MOST = 8
REMEMBERED_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class Proof:
    """One account that logged in here: until when, and for which of its session epochs, the

    second factor is remembered. Without one: epoch -1.
    """

    epoch: int = -1
    until: int = 0


@dataclass(frozen=True)
class Browser:
    """One browser; the newest accounts stand last."""

    id: str
    key: bytes = field(repr=False)
    known: dict[str, Proof] = field(default_factory=dict)

    def id_for(self, account_id: UUID) -> str | None:
        """This browser's id if the account logged in from it before."""
        return self.id if self._tag(account_id) in self.known else None

    def remembered(self, account_id: UUID, now: datetime) -> int | None:
        """The session epoch for which the second factor was given here within a day.

        What lasts longer than a day from now was given while the clock was ahead.
        """
        proof = self.known.get(self._tag(account_id), Proof())
        left = proof.until - now.timestamp()
        return proof.epoch if 0 < left <= (REMEMBERED_FOR + NODES_DIFFER).total_seconds() else None

    def proven(self, account_id: UUID) -> "Browser":
        """The same browser, once the account has logged in from it."""
        return self._with(account_id, self.known.get(self._tag(account_id), Proof()))

    def remembering(self, account_id: UUID, epoch: int, now: datetime) -> "Browser":
        """The same browser, once the account has given its second factor."""
        until = int((now + REMEMBERED_FOR).timestamp())
        return self._with(account_id, Proof(epoch, until))

    def _with(self, account_id: UUID, proof: Proof) -> "Browser":
        tag = self._tag(account_id)
        others = [(known, old) for known, old in self.known.items() if known != tag]
        return replace(self, known=dict([*others, (tag, proof)][-MOST:]))

    def _tag(self, account_id: UUID) -> str:
        return hmac.digest(self.key, f"{self.id} {account_id}".encode(), "sha256").hex()[:32]


def cookie_name(settings: Settings) -> str:
    """As for the session: the prefix needs https."""
    return "__Host-browser" if settings.secure else "browser"


def this_browser(request: Request, settings: Settings) -> Browser:
    """The browser that asks; a new one when it has no cookie of ours."""
    text = request.cookies.get(cookie_name(settings), "")
    try:
        value = _serializer(settings).loads(text)
        known = {str(tag): Proof(int(epoch), int(until)) for tag, epoch, until in value["known"]}
        return Browser(str(value["id"]), settings.lookup_key, known)
    except (BadData, KeyError, TypeError, ValueError):
        return Browser(secrets.token_hex(16), settings.lookup_key)


def cookie_text(browser: Browser, settings: Settings) -> str:
    """What the cookie says."""
    known = [(tag, proof.epoch, proof.until) for tag, proof in browser.known.items()]
    return str(_serializer(settings).dumps({"id": browser.id, "known": known}))


def set_browser(response: Response, settings: Settings, browser: Browser) -> None:
    """Let the browser be known again, for a year."""
    response.set_cookie(
        cookie_name(settings),
        cookie_text(browser, settings),
        max_age=YEAR,
        secure=settings.secure,
        httponly=True,
        samesite="Strict",
        path="/",
    )


def _serializer(settings: Settings) -> URLSafeSerializer:
    return URLSafeSerializer(settings.secret_key, salt="browser")
