"""Whether this node can serve: asked by what stands in front of it, and by who watches it."""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from signalering.domain.lifecycles import EpochState, KeyGroup
from signalering.models.keys.group import GroupEpoch
from signalering.models.schema import is_current
from signalering.services.keys.marks import wrong_secrets
from signalering.services.work import House, open_work


def ready(house: House) -> Mapping[str, bool]:
    """Each thing that has to be there, and whether it is. Never raises for what is not there."""
    return dict(_parts(house))


def _parts(house: House) -> Iterator[tuple[str, bool]]:
    yield "database", _holds(lambda: is_current(house.data))
    yield "keystore", _holds(lambda: is_current(house.keystore))
    yield "secrets", _holds(lambda: _own_secrets(house))
    yield "team_key", _holds(lambda: _can_seal(house))


def _holds(asked: Callable[[], bool]) -> bool:
    try:
        return asked()
    except SQLAlchemyError:
        return False


def _own_secrets(house: House) -> bool:
    with open_work(house, writes=False) as work:
        return not wrong_secrets(work)


def _can_seal(house: House) -> bool:
    """Each group has a key that words can be sealed to."""
    with open_work(house, writes=False) as work:
        found = select(GroupEpoch.group).where(GroupEpoch.state == EpochState.OPEN.value)
        return set(work.keys.scalars(found)) >= {group.value for group in KeyGroup}
