"""Open codes that one's own organisation's program laid ready: once, as a draft of one's own."""

from sqlalchemy import delete, select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, NotAllowedNow, NotFound
from signalering.models.api.signal_link import SignalLink
from signalering.services.accounts import draft
from signalering.services.api.signal_links import codes_of
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault.links import token_hash


def waits(work: Work, token: str) -> None:
    """That there is something to open for this worker. Raises Denied, NotFound."""
    _codes(work, token)


def open_link(work: Work, token: str, place: str) -> None:
    """Take the codes, and keep them where the form is found half filled in; the link is used up.

    Raises Denied; NotFound for a link of another organisation as for one that is used, over or was
    never there; KeysNeeded; NotAllowedNow while something of the worker's own waits at `place`.
    """
    codes = _codes(work, token)
    if draft.find(work, place) is not None:
        raise NotAllowedNow("draft_waits")
    used = work.data.scalar(
        delete(SignalLink)
        .where(SignalLink.token_hash == token_hash(token), SignalLink.until > work.clock.now())
        .returning(SignalLink.token_hash)
    )
    if used is None:  # the same worker, in another window at this very moment
        raise NotFound
    draft.keep(work, place, [(name, code) for name, listed in codes.items() for code in listed])
    record(work, AuditAction.SIGNAL_LINK_OPENED)


def _codes(work: Work, token: str) -> dict[str, list[str]]:
    actor = work.by()
    require(Permission.LOG_SIGNAL, actor, None, work.clock.today())
    sealed = work.data.scalar(
        select(SignalLink.sealed).where(
            SignalLink.token_hash == token_hash(token), SignalLink.until > work.clock.now()
        )
    )
    if sealed is None or actor.partner_id is None:
        raise NotFound
    try:
        return codes_of(token, actor.partner_id, sealed)
    except CannotOpen:  # another organisation's
        raise NotFound from None
