"""What a browser sends of a passkey that somebody showed."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ShownPasskey:
    """The authenticator's answer as JSON, and its PRF output in base64url (may be empty)."""

    answer: str = field(repr=False)
    prf: str = field(repr=False)
