"""Our cookies: names and flags. The loopback demonstration has no https to bind them to."""

from flask import Response

from signalering.config import Settings
from signalering.vault.kinds import SessionSecret
from signalering.web.visitor import cookie_value

YEAR = 365 * 24 * 3600


def session_cookie_name(settings: Settings) -> str:
    """`__Host-` binds it to this host by https; plain http can't have the prefix everywhere."""
    return "__Host-session" if settings.secure else "session-key"


def set_session(response: Response, settings: Settings, secret: SessionSecret) -> None:
    """Give the browser the session's secret, until it closes."""
    response.set_cookie(
        session_cookie_name(settings),
        cookie_value(secret),
        secure=settings.secure,
        httponly=True,
        samesite="Strict",
        path="/",
    )


def clear_session(response: Response, settings: Settings) -> None:
    """Take it back, and let the browser forget the rest of what it has of us (W3C Clear Site Data).

    Not "cookies": who comes next on this computer keeps the language, and the browser is known
    again, so that strangers who guess can't keep its owner waiting.
    """
    if settings.secure:  # elsewhere browsers take no notice, and complain
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
    response.delete_cookie(
        session_cookie_name(settings),
        secure=settings.secure,
        httponly=True,
        samesite="Strict",
        path="/",
    )


def language_cookie_name(settings: Settings) -> str:
    """As for the session: nobody else's page, under a name beside ours, can set it."""
    return "__Host-language" if settings.secure else "language"


def set_language(response: Response, settings: Settings, language: str) -> None:
    """Remember the language of somebody without an account."""
    response.set_cookie(
        language_cookie_name(settings),
        language,
        max_age=YEAR,
        secure=settings.secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def scheme_cookie_name(settings: Settings) -> str:
    """As for the language."""
    return "__Host-scheme" if settings.secure else "scheme"


def set_scheme(response: Response, settings: Settings, scheme: str) -> None:
    """Remember light or dark in this browser; nothing is kept of who goes by the device."""
    response.set_cookie(
        scheme_cookie_name(settings),
        scheme,
        max_age=YEAR if scheme else 0,
        secure=settings.secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def flask_cookie_settings(settings: Settings) -> dict[str, object]:
    """Flask's own signed cookie: CSRF token, message codes; never words."""
    return {
        "SESSION_COOKIE_NAME": "__Host-notes" if settings.secure else "notes",
        "SESSION_COOKIE_SECURE": settings.secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
    }
