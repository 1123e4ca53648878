"""What waits for who is logged in, at the top of every page; a fault takes no page away."""

from flask import url_for
from flask_babel import gettext, ngettext

from signalering.domain.lifecycles import Stage
from signalering.domain.views.accounts.waiting import Waiting, WaitingKind
from signalering.services.accounts.waiting import MOST
from signalering.services.accounts.waiting import waiting as service
from signalering.services.work import Work
from signalering.web.around import asked
from signalering.web.visitor import current_visitor

# Where it is done.
PAGES = {
    WaitingKind.NEW_SIGNALS: "signals.inbox",
    WaitingKind.NEWS: "cases.today",
    WaitingKind.OFFERS: "directory.assure",
    WaitingKind.REVIEWS: "audit.reviews",
}


def waiting(work: Work | None) -> list[tuple[str, str]]:
    """Address and text of each, for who is logged in."""
    visitor = current_visitor()
    if work is None or visitor is None or visitor.state.stage is not Stage.OPEN:
        return []  # a passphrase alone is told nothing
    found = asked(work, "waiting", service, tuple[Waiting, ...]())
    return [(url_for(PAGES[one.kind]), _text(one)) for one in found]


def _text(one: Waiting) -> str:
    count = one.count
    most = MOST - 1
    match one.kind:
        case WaitingKind.NEW_SIGNALS if count > most:
            return str(gettext("meer dan %(num)s nieuwe signalen", num=most))
        case WaitingKind.NEWS if count > most:
            return str(gettext("meer dan %(num)s dossiers met nieuws", num=most))
        case WaitingKind.NEW_SIGNALS:
            return str(ngettext("%(num)s nieuw signaal", "%(num)s nieuwe signalen", count))
        case WaitingKind.NEWS:
            return str(ngettext("%(num)s dossier met nieuws", "%(num)s dossiers met nieuws", count))
        case WaitingKind.OFFERS:
            return str(
                ngettext("%(num)s antwoord over aanbod", "%(num)s antwoorden over aanbod", count)
            )
        case WaitingKind.REVIEWS:
            return str(ngettext("%(num)s maand nakijken", "%(num)s maanden nakijken", count))
