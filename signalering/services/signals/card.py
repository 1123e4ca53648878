"""One contact card: made for a desk that hands it over at once, and as it is printed."""

from datetime import date

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.card_codes import new_code, normalised, shown
from signalering.domain.case_clocks import end_of_month
from signalering.domain.retention import add_months
from signalering.domain.throttles import Tried
from signalering.domain.views.signals.print_cards import CardToPrint
from signalering.services.accounts import throttle
from signalering.services.accounts.totp import qr_code
from signalering.services.audit.record import record
from signalering.services.signals.cards import add_cards
from signalering.services.work import Work


def make_card(work: Work) -> str:
    """The code of a fresh card, as it stands on paper. Raises Denied, TooOften."""
    throttle.claim(work, Tried.CARD_MADE, str(work.by().account_id))
    require(Permission.LOG_SIGNAL, work.by(), None, work.clock.today())
    # It is handed over at once or not at all. To the month: a day would tell of somebody's work.
    until = end_of_month(add_months(work.clock.today(), work.periods.desk_card_months))
    (code,) = new_cards(work, 1, until)
    return shown(code)


def new_cards(work: Work, count: int, until: date | None = None) -> list[str]:
    """So many fresh codes, kept as hashes. The caller asks whether it may."""
    codes = [new_code() for _ in range(count)]
    add_cards(work, codes, until)
    record(work, AuditAction.CARDS_PRINTED, count=count)
    return codes


def card(work: Work, typed: str) -> CardToPrint:
    """What stands on the card of this code; nothing is looked up. Raises InvalidInput on `code`.

    The code stands behind the '#': browsers send that to nobody.
    """
    code = normalised(typed)
    return CardToPrint(shown(code), qr_code(f"{work.settings.public_url}/card#{code}"))
