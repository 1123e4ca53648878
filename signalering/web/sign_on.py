"""The short-lived cookie of a single sign-on: what was asked, then who it turned out to be.

It is Lax, for the service sends the browser here from its own site; the session's cookie, which is
Strict, comes along from the next page on.
"""

from collections.abc import Mapping
from datetime import timedelta

from flask import Request, Response
from itsdangerous import BadData, URLSafeSerializer

from signalering.config import Settings
from signalering.domain.clock import Clock

LIVES = timedelta(minutes=10)


def cookie_name(settings: Settings) -> str:
    """As for the session: the prefix needs https."""
    return "__Host-sign-on" if settings.secure else "sign-on"


def set_sign_on(
    response: Response, settings: Settings, clock: Clock, step: str, values: Mapping[str, str]
) -> None:
    """Keep the values of this step for ten minutes, signed."""
    until = int((clock.now() + LIVES).timestamp())
    response.set_cookie(
        cookie_name(settings),
        str(_serializer(settings, step).dumps({**values, "until": until})),
        max_age=int(LIVES.total_seconds()),
        secure=settings.secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def read_sign_on(
    request: Request, settings: Settings, clock: Clock, step: str
) -> dict[str, str] | None:
    """The values of this step; None when there are none, or none of ours, or none any more."""
    text = request.cookies.get(cookie_name(settings), "")
    try:
        values = _serializer(settings, step).loads(text)
    except BadData:
        return None
    if clock.now().timestamp() >= values.pop("until"):
        return None
    return {str(name): str(value) for name, value in values.items()}


def clear_sign_on(response: Response, settings: Settings) -> None:
    """Take it back."""
    response.delete_cookie(
        cookie_name(settings), secure=settings.secure, httponly=True, samesite="Lax", path="/"
    )


def _serializer(settings: Settings, step: str) -> URLSafeSerializer:
    return URLSafeSerializer(settings.secret_key, salt=f"sign-on {step}")
