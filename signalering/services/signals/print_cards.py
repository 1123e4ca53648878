"""Make contact cards to print: their codes are shown once and can't be shown again."""

from signalering.domain.access import Permission, require
from signalering.domain.errors import InvalidInput
from signalering.domain.views.signals.print_cards import CardToPrint
from signalering.services.signals.card import card, new_cards
from signalering.services.work import Work

MOST = 200


def print_cards(work: Work, count: int) -> tuple[CardToPrint, ...]:
    """A batch for workers to carry. Raises Denied, InvalidInput on `count`."""
    require(Permission.CARDS, work.by(), None, work.clock.today())
    if not 1 <= count <= MOST:
        raise InvalidInput("count", "between", least="1", most=str(MOST))
    return tuple(card(work, code) for code in new_cards(work, count))
