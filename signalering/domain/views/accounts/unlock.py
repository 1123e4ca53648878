"""What the page says that opens a session again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class UnlockView:
    """Who is locked, and by what means they can open it again. Without `locked` they are logged

    in and have unlocked nothing yet.
    """

    name: str
    locked: bool
    pin: bool
    passphrase: bool
    passkey: bool
