"""Let a tool in that has a key for open data, and account for what it fetched.

Nobody is logged in: the key stands for the tool, and entries of the audit trail name it as what
they are about.
"""

from sqlalchemy import ColumnElement, select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.throttles import Tried
from signalering.domain.views.statistics.open_data import Reader
from signalering.models.statistics.open_data_key import OpenDataKey
from signalering.services.accounts import throttle
from signalering.services.audit.record import record
from signalering.services.public.visitors import visitor_of
from signalering.services.work import Work
from signalering.vault.links import token_hash


def let_in(work: Work, token: str) -> Reader | None:
    """Whose key this is, if it works today."""
    key_id = work.data.scalar(
        select(OpenDataKey.id).where(OpenDataKey.token_hash == token_hash(token), *_working(work))
    )
    return None if key_id is None else Reader(key_id)


def use(work: Work, reader: Reader) -> bool:
    """Write down that the key was used today, no time; whether it still works at this moment."""
    used = work.data.scalar(
        update(OpenDataKey)
        .where(OpenDataKey.id == reader.key_id, *_working(work))
        .values(used_on=work.clock.today())
        .returning(OpenDataKey.id)
    )
    return used is not None


def count_wrong(work: Work, address: str) -> None:
    """Count a try with a key that lets nobody in, and commit it. Raises TooOften."""
    throttle.claim(work, Tried.OPEN_DATA, visitor_of(work, address))


def count_read(work: Work, reader: Reader) -> None:
    """Count a read of this key, and commit it. Raises TooOften when a minute has had enough."""
    throttle.claim_in_minute(work, Tried.OPEN_DATA_READ, str(reader.key_id))


def account_for(work: Work, reader: Reader, period: str, family: str) -> None:
    """The entry about what was handed out. Raises IntakeClosed: then nothing is."""
    record(work, AuditAction.OPEN_DATA_READ, reader.key_id, period=period, family=family)


def _working(work: Work) -> tuple[ColumnElement[bool], ...]:
    return OpenDataKey.withdrawn_on.is_(None), OpenDataKey.until_on >= work.clock.today()
