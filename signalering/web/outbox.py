"""Mail that failed, told to administrators on every page: in the name of the link to it."""

import structlog
from flask_babel import gettext, ngettext

from signalering.domain.access import allowed
from signalering.domain.permissions import Permission
from signalering.services.network.mail import failed_count
from signalering.services.work import open_work
from signalering.web.context import house
from signalering.web.visitor import current_visitor

log = structlog.get_logger()


def mail_label(text: str) -> str:
    """The link's own text, with how many mails failed for who may mend that."""
    count = _failed()
    if not count:
        return str(gettext(text))
    return str(ngettext("Mail: %(num)s mislukt", "Mail: %(num)s mislukt", count))


def _failed() -> int:
    visitor = current_visitor()
    today = house().clock.today()
    if visitor is None or not allowed(Permission.MAIL, visitor.actor, None, today):
        return 0
    try:
        with open_work(house(), visitor.actor, writes=False) as work:
            return failed_count(work)
    except Exception as error:  # a page stands without it
        log.error("failed_mails", kind=type(error).__name__)
        return 0
