"""The challenge that a browser is to answer, kept in the application's signed cookie."""

from flask import session

from signalering.services.accounts.passkey_challenge import Asked

NAME = "passkey"


def keep(asked: Asked) -> None:
    """Remember what this browser was asked; the newest question is the one that counts."""
    session[NAME] = asked.kept


def take() -> str | None:
    """What this browser was asked. It is asked once: the cookie forgets it here."""
    kept = session.pop(NAME, None)
    return kept if isinstance(kept, str) else None
