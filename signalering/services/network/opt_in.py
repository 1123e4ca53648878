"""The link in the mail is used: from now on the newsletter comes."""

from sqlalchemy import update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotFound
from signalering.domain.lifecycles import SubscriberState
from signalering.domain.throttles import Tried
from signalering.models.network.newsletter import Subscriber
from signalering.services.accounts import throttle
from signalering.services.audit.record import record
from signalering.services.network._subscribers import oldest_waiting
from signalering.services.public.visitors import visitor_of
from signalering.services.work import Work
from signalering.vault.links import token_hash


def opt_in(work: Work, token: str, visitor: str) -> None:
    """Take the yes, by one UPDATE. One answer for a link that is wrong, used or too old.

    A wrong one counts as a try. Raises NotFound, TooOften.
    """
    work.actor = None
    today = work.clock.today()
    found = work.data.scalar(
        update(Subscriber)
        .where(
            Subscriber.confirm_hash == token_hash(token),
            Subscriber.state == SubscriberState.WAITING.value,
            Subscriber.since >= oldest_waiting(today),
        )
        .values(state=SubscriberState.CONFIRMED.value, since=today, confirm_hash=None)
        .returning(Subscriber.id)
        .execution_options(synchronize_session=False)
    )
    if found is None:
        throttle.claim(work, Tried.SUBSCRIBE_LINK, visitor_of(work, visitor))
        raise NotFound("newsletter_link_gone")
    record(work, AuditAction.NEWSLETTER_CONFIRMED, found)
