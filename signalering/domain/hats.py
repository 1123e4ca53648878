"""Rules about the hats people wear: which go together, and what each needs."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from signalering.domain.errors import InvalidInput
from signalering.domain.states import Hat

# Four words of the list are 51 bits, six are 77: who holds a group's key gets six.
WORDS_PER_PASSPHRASE: Mapping[Hat, int] = MappingProxyType(
    {
        Hat.FRONTLINE: 4,
        Hat.MANAGER: 4,
        Hat.ADMINISTRATOR: 4,
        Hat.COORDINATOR: 6,
        Hat.PRIVACY_OFFICER: 6,
        Hat.DATA_PROTECTION_OFFICER: 6,
    }
)

# Keys open only in the hat that needs them; a hat that is absent here opens none.
KEY_GROUP_OF_HAT: Mapping[Hat, str] = MappingProxyType(
    {
        Hat.COORDINATOR: "casework",
        Hat.PRIVACY_OFFICER: "audit",
        Hat.DATA_PROTECTION_OFFICER: "audit",
    }
)

# Who keeps a group's key going: gives it to colleagues, changes it, and is never the last to
# leave. Whoever only reads with it keeps nothing alive.
KEEPER_OF_GROUP: Mapping[str, Hat] = MappingProxyType(
    {"casework": Hat.COORDINATOR, "audit": Hat.PRIVACY_OFFICER}
)

# Who holds a group's key, or may let others in, proves it by more than a passphrase.
SECOND_FACTOR_HATS = frozenset(
    {Hat.COORDINATOR, Hat.PRIVACY_OFFICER, Hat.ADMINISTRATOR, Hat.DATA_PROTECTION_OFFICER}
)

# One account may hold hats of one of these sets; each set ordered by what one starts the day in.
HATS_TOGETHER: tuple[tuple[Hat, ...], ...] = (
    (Hat.COORDINATOR, Hat.MANAGER, Hat.ADMINISTRATOR),
    (Hat.COORDINATOR, Hat.FRONTLINE),
    (Hat.PRIVACY_OFFICER,),
    # GDPR 38(3) and 38(6): supervises independently, so does nothing here that is supervised.
    (Hat.DATA_PROTECTION_OFFICER,),
)


def words_for(hats: Iterable[Hat]) -> int:
    """How many words the passphrase of an account with these hats has: its strictest hat's."""
    return max(WORDS_PER_PASSPHRASE[hat] for hat in hats)


def needs_second_factor(hats: Iterable[Hat]) -> bool:
    """Whether an account with these hats needs a passkey or a code besides its passphrase."""
    return not SECOND_FACTOR_HATS.isdisjoint(hats)


def check_hats(hats: Iterable[Hat]) -> None:
    """Raise InvalidInput when one account may not hold these hats together, or has none."""
    held = frozenset(hats)
    if not held:
        raise InvalidInput("hats", "required")
    if not any(held <= frozenset(together) for together in HATS_TOGETHER):
        raise InvalidInput("hats", "hats_together")
