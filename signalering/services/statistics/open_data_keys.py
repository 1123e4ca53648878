"""Keys for open data: which there are, and a new one."""

from datetime import timedelta

from sqlalchemy import delete, func, or_, select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.statistics.open_data_keys import MakeKey
from signalering.domain.errors import InvalidInput
from signalering.domain.permissions import Permission
from signalering.domain.views.statistics.open_data_keys import KeyLine, KeysView
from signalering.models.statistics.open_data_key import OpenDataKey
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault import links

LONGEST = timedelta(days=365)
# More than a municipality has tools: a stuck button ends here.
MOST = 50
# As long as somebody may ask which tool it was.
KEPT = timedelta(days=400)


def open_data_keys(work: Work) -> KeysView:
    """All that are kept. Raises Denied."""
    require(Permission.OPEN_DATA_KEYS, work.by(), None, work.clock.today())
    today = work.clock.today()
    rows = work.data.scalars(
        select(OpenDataKey).order_by(OpenDataKey.made_on.desc(), func.lower(OpenDataKey.name))
    )
    lines = [
        KeyLine(
            id=row.id,
            tool=row.name,
            made_on=row.made_on,
            until_on=row.until_on,
            used_on=row.used_on,
            withdrawn_on=row.withdrawn_on,
            works=row.withdrawn_on is None and today <= row.until_on,
        )
        for row in rows
    ]
    return KeysView(tuple(sorted(lines, key=lambda line: not line.works)))


def make_key(work: Work, command: MakeKey) -> str:
    """A new key, told once. Raises Denied, and InvalidInput for days that can't be and a name

    that a working key has: whoever withdraws one must know which.
    """
    require(Permission.OPEN_DATA_KEYS, work.by(), None, work.clock.today())
    today = work.clock.today()
    if command.until_on <= today:
        raise InvalidInput("until_on", "key_past")
    if command.until_on - today > LONGEST:
        raise InvalidInput("until_on", "key_long")
    working = [OpenDataKey.withdrawn_on.is_(None), OpenDataKey.until_on >= today]
    if work.data.scalars(select(func.count(OpenDataKey.id)).where(*working)).one() >= MOST:
        raise InvalidInput("name", "keys_many", limit=str(MOST))
    same = func.lower(OpenDataKey.name) == command.name.lower()
    if work.data.scalar(select(OpenDataKey.id).where(same, *working).limit(1)) is not None:
        raise InvalidInput("name", "known_name")
    token = links.new_token()
    row = OpenDataKey(
        name=command.name,
        token_hash=links.token_hash(token),
        made_on=today,
        until_on=command.until_on,
    )
    work.data.add(row)
    work.data.flush()
    record(work, AuditAction.OPEN_DATA_KEY_MADE, row.id, valid_until=command.until_on.isoformat())
    return token


def sweep(work: Work) -> None:
    """Forget keys that stopped working long ago. In the caller's transaction."""
    before = work.clock.today() - KEPT
    over = or_(OpenDataKey.until_on < before, OpenDataKey.withdrawn_on < before)
    work.data.execute(delete(OpenDataKey).where(over))
