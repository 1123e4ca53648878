"""Who acts, on what, and the questions the access table asks about the two.

A predicate about a row answers yes while there is no row: the guard of a page asks before the
row is known, the service asks again with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from signalering.domain.periods import Periods
from signalering.domain.states import Hat


@dataclass(frozen=True)
class Actor:
    """Somebody at work, in one hat. `training_valid_until` is the last valid day."""

    account_id: UUID
    hat: Hat
    hats: frozenset[Hat]
    name: str
    partner_id: UUID | None = None
    reporter_group: str | None = None
    training_valid_until: date | None = None
    # For how long a lapsed certificate still opens the form, with a warning.
    training_grace: timedelta = Periods().training_grace
    language: str = "nl"
    shortcuts: bool = True
    # Whether the guide of this role was read and put away.
    guide_away: bool = True
    # Colleagues whose work is this person's too today, as coordinator; theirs alone, and no
    # further: whom they stand in for is not in here.
    covers: frozenset[UUID] = frozenset()

    @property
    def in_hand(self) -> frozenset[UUID]:
        """Whose work is at hand: one's own, and that of who is covered today."""
        return self.covers | {self.account_id}

    def keeps(self, owner_id: UUID | None) -> bool:
        """Whether what this account owns is at hand; what nobody owns is not."""
        return owner_id in self.in_hand

    def stands_in(self, owner_id: UUID | None) -> bool:
        """Whether it is at hand for a colleague, and not one's own."""
        return owner_id in self.covers


@dataclass(frozen=True)
class Subject:
    """What a rule may know of a row: who has it in hand, and whether the actor reported it.

    Who reported a signal stands inside its seal; `is_reporter` says that the actor's own tags
    found it.
    """

    owner_id: UUID | None = None
    is_reporter: bool = False


Predicate = Callable[[Actor, Subject | None, date], bool]
Clause = tuple[Predicate, ...]


def wears(*hats: Hat) -> Predicate:
    """Yes in one of these hats. Other hats that the account holds don't count meanwhile."""
    wanted = frozenset(hats)

    def predicate(actor: Actor, _subject: Subject | None, _today: date) -> bool:
        return actor.hat in wanted

    return predicate


def trained(actor: Actor, _subject: Subject | None, today: date) -> bool:
    """Yes while the certificate is valid, grace included."""
    last = actor.training_valid_until
    return last is not None and today <= last + actor.training_grace


def owner(actor: Actor, subject: Subject | None, _today: date) -> bool:
    """Yes when the actor has this very row in hand, be it for a colleague who is away."""
    return subject is None or actor.keeps(subject.owner_id)


def reporter(_actor: Actor, subject: Subject | None, _today: date) -> bool:
    """Yes when the actor is the one who logged this signal."""
    return subject is None or subject.is_reporter
