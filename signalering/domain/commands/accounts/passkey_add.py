"""What a browser sends about a passkey that was just made."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class AddPasskey:
    """The authenticator's answer as JSON, its PRF output in base64url (may be empty), a name."""

    answer: str = field(repr=False)
    prf: str = field(repr=False)
    name: str
