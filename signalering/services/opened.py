"""What a session has opened: the user secret, and from it all that may be opened in this hat."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.domain.errors import KeysNeeded
from signalering.vault.kinds import GroupSecret, TagKey, UserSecret, WrappingKey
from signalering.vault.users import public_key, tag_key


@dataclass(frozen=True)
class OpenGroup:
    """A group's secret of one epoch, opened with one's own grant."""

    group: str
    epoch_id: UUID
    secret: GroupSecret = field(repr=False)
    wrapping_key: WrappingKey = field(repr=False)


@dataclass
class Opened:
    """Lives for one request; the user secret comes out of the cookie's own blob."""

    account_id: UUID | None = None
    user_secret: UserSecret | None = field(default=None, repr=False)
    # By epoch: while a rotation runs two of them are open.
    groups: dict[UUID, OpenGroup] = field(default_factory=dict, repr=False)
    # What the session's row is found by; empty on the command line.
    session: bytes = field(default=b"", repr=False)
    # What follows from the secret, worked out once; a new key pair is another secret.
    _tags: tuple[UserSecret, TagKey] | None = field(default=None, repr=False, compare=False)
    _public: tuple[UserSecret, bytes] | None = field(default=None, repr=False, compare=False)

    @property
    def tags(self) -> TagKey:
        """The key of one's own tags. Raises KeysNeeded when nothing is open."""
        if self._tags is None or self._tags[0] != self.secret:
            self._tags = (self.secret, tag_key(self.secret))
        return self._tags[1]

    @property
    def public(self) -> bytes:
        """One's own public key, out of the secret. Raises KeysNeeded when nothing is open."""
        if self._public is None or self._public[0] != self.secret:
            self._public = (self.secret, public_key(self.secret))
        return self._public[1]

    @property
    def secret(self) -> UserSecret:
        """The user secret. Raises KeysNeeded when nothing is open."""
        if self.user_secret is None:
            raise KeysNeeded
        return self.user_secret
