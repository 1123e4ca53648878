"""A session's PIN: what opens a locked session again, together with its cookie.

Six digits are few: who has cookie and row can try them all. That is why the server counts three
tries and destroys the row, and why each try costs an Argon2id run.
"""

import secrets

from signalering.domain.errors import CannotOpen
from signalering.vault import symmetric
from signalering.vault.derivation import derive_key
from signalering.vault.kinds import KEY_LENGTH, SessionSecret, UserSecret
from signalering.vault.passphrases import SALT_LENGTH
from signalering.vault.stretching import Cost, stretched


def seal_with_pin(cookie: SessionSecret, pin: str, secret: UserSecret, cost: Cost) -> bytes:
    """Wrap the user secret under cookie and PIN together; the salt stands in front.

    Takes a good part of a second: never inside a transaction. Raises ValueError when the cookie
    is not 32 bytes long.
    """
    salt = secrets.token_bytes(SALT_LENGTH)
    return salt + symmetric.encrypt(_key(cookie, pin, salt, cost), secret, "session-pin", salt)


def open_with_pin(cookie: SessionSecret, pin: str, blob: bytes, cost: Cost) -> UserSecret:
    """Open what `seal_with_pin` made, at the same cost. Every failure is CannotOpen."""
    salt, sealed = blob[:SALT_LENGTH], blob[SALT_LENGTH:]
    if len(cookie) != KEY_LENGTH or len(salt) != SALT_LENGTH:
        raise CannotOpen
    secret = symmetric.decrypt(_key(cookie, pin, salt, cost), sealed, "session-pin", salt)
    if len(secret) != KEY_LENGTH:
        raise CannotOpen
    return UserSecret(secret)


def _key(cookie: SessionSecret, pin: str, salt: bytes, cost: Cost) -> bytes:
    stretch = stretched(pin.encode(), salt, cost)
    return derive_key(cookie, "session-pin", "v1", salt=stretch)
