"""What a session has opened: the user secret, and from it all that may be opened in this hat."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.vault.kinds import GroupSecret, TagKey, UserSecret, WrappingKey
from signalering.vault.users import tag_key


@dataclass(frozen=True)
class OpenGroup:
    """A group's secret of the open epoch, opened with one's own grant."""

    group: str
    epoch_id: UUID
    secret: GroupSecret = field(repr=False)
    wrapping_key: WrappingKey = field(repr=False)


@dataclass
class Opened:
    """Lives for one request; the user secret comes out of the cookie's own blob."""

    account_id: UUID | None = None
    user_secret: UserSecret | None = field(default=None, repr=False)
    groups: dict[str, OpenGroup] = field(default_factory=dict, repr=False)

    @property
    def tags(self) -> TagKey:
        """The key of one's own tags. Raises RuntimeError when nothing is open."""
        return tag_key(self.secret)

    @property
    def secret(self) -> UserSecret:
        """The user secret. Raises RuntimeError when nothing is open."""
        if self.user_secret is None:
            raise RuntimeError("no keys are open")
        return self.user_secret
