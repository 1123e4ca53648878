"""What waits for who is logged in, in the hat worn now: bare counts from columns in clear.

Reporters have none: which signals are theirs, and what is new there, is sealed. To count it on each
page would be to open them on each page.
"""

from sqlalchemy import bindparam, func, select

from signalering.domain.states import Hat
from signalering.domain.views.accounts.waiting import Waiting, WaitingKind
from signalering.models.audit.review import AuditReview
from signalering.services.accounts.own_work import of_nobody, with_news
from signalering.services.audit.reviews import months
from signalering.services.directory.assure import waiting_count
from signalering.services.work import Work

# Nobody needs to know how many more there are, and counting them all takes long.
MOST = 1000
# Asked with every page, so made once.
_OF_COORDINATOR = select(
    *(
        select(func.count()).select_from(query.limit(MOST).subquery()).scalar_subquery()
        for query in (of_nobody(), with_news(bindparam("owners", expanding=True)))
    )
)


def waiting(work: Work) -> tuple[Waiting, ...]:
    """A line for each kind that has any, what comes first on top."""
    hat = work.by().hat
    if hat is Hat.COORDINATOR:
        found = _of_coordinator(work)
    elif hat is Hat.ADMINISTRATOR:
        found = {WaitingKind.OFFERS: waiting_count(work)}
    elif hat is Hat.PRIVACY_OFFICER:
        found = {WaitingKind.REVIEWS: _unreviewed(work)}
    else:
        found = {}
    return tuple(Waiting(kind, count) for kind, count in found.items() if count)


def _of_coordinator(work: Work) -> dict[WaitingKind, int]:
    counted = work.data.execute(_OF_COORDINATOR, {"owners": list(work.by().in_hand)}).one()
    return dict(zip((WaitingKind.NEW_SIGNALS, WaitingKind.NEWS), counted, strict=True))


def _unreviewed(work: Work) -> int:
    return len({*months(work)} - {*work.data.scalars(select(AuditReview.month))})
