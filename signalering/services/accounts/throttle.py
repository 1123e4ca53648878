"""Slow guessing down, across processes and nodes, and let nobody lock out somebody else.

One statement takes a try: it inserts the row, or raises it if its wait is over; whoever comes too
early changes nothing. So ten tries at once count as ten. A row is found by a keyed hash alone, and
holds no time but a wait that runs and, in whole hours, when it may go. Well-known libraries keep
their counts in memory or Redis and know fixed windows only: docs/decisions/0008.
"""

import hmac
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, delete, literal, or_, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from signalering.domain.clock import NODES_DIFFER
from signalering.domain.errors import TooOften
from signalering.domain.throttles import (
    CEILINGS,
    HOUR,
    IN_A_MINUTE,
    MINUTE,
    RULES,
    USED_FOR,
    Rule,
    Tried,
)
from signalering.models.accounts.throttle import Throttle
from signalering.models.base import DataBase, Moment
from signalering.services.work import Work
from signalering.vault.encoding import frame

# Stands where nothing is waited for: it tells nothing about when somebody came.
NO_WAIT = datetime(2000, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def claim(work: Work, what: str, key: str) -> None:
    """Take one try, and commit it before the expensive work begins.

    Comes first in its unit of work: what was read before is read again. Raises TooOften with the
    seconds to wait, ValueError for a `what` that has no rule.
    """
    if work.changed:
        raise RuntimeError("a try is claimed before anything else is written")
    rule = RULES[Tried(what)]
    # Ends what was read: a SQLite transaction that read first may not write any more.
    work.rollback()
    try:
        _take(work, _hash(work, what, key), rule)
        if rule.ceiling is not None:
            together = _hash(work, "all", rule.ceiling.value)
            _take_in_minute(work, together, CEILINGS[rule.ceiling])
    except TooOften:
        work.rollback()
        raise
    work.data.commit()


def claim_in_minute(work: Work, what: Tried, key: str) -> None:
    """Take one of so many a minute, and commit it.

    Comes first in its unit of work, as with `claim`. Raises TooOften with the seconds that are
    left of the minute.
    """
    if work.changed:
        raise RuntimeError("a try is claimed before anything else is written")
    work.rollback()
    try:
        _take_in_minute(work, _hash(work, what, key), IN_A_MINUTE[what])
    except TooOften:
        work.rollback()
        raise
    work.data.commit()


def forgive(work: Work, what: str, key: str) -> None:
    """Forget the tries: this one was right. In the caller's transaction."""
    found = _hash(work, what, key)
    work.data.execute(delete(Throttle).where(Throttle.key_hash == found))


def give_back(work: Work, what: str, key: str) -> None:
    """Commit that this try was right: it costs nothing, and those before it count as they did.

    For where one right answer is no sign that the wrong ones came from its owner: whoever has one
    card would guess without a wait, or keep all others waiting.
    """
    row = Throttle.key_hash == _hash(work, what, key)
    work.data.execute(
        update(Throttle).where(row).values(tries=Throttle.tries - 1, wait_until=NO_WAIT)
    )
    work.data.execute(delete(Throttle).where(row, Throttle.tries < 1))
    ceiling = RULES[Tried(what)].ceiling
    if ceiling is not None:
        together = Throttle.key_hash == _hash(work, "all", ceiling.value)
        work.data.execute(
            update(Throttle).where(together, Throttle.tries > 0).values(tries=Throttle.tries - 1)
        )
    work.data.commit()


def once(work: Work, what: str, key: str) -> bool:
    """Whether this code or challenge is used for the first time; remembered in the caller's

    transaction. `key` must hold a secret that no row has, or a guess at it would tell a time.
    """
    row = {
        "key_hash": _hash(work, f"once {what}", key),
        "tries": 1,
        "wait_until": NO_WAIT,
        "forget_after": _whole(work.clock.now() + USED_FOR, HOUR),
    }
    statement = insert_of(work, Throttle).values(row).on_conflict_do_nothing()
    return work.data.scalar(statement.returning(Throttle.key_hash)) is not None


def sweep(work: Work) -> int:
    """Delete what may be forgotten; gives how many. In the caller's transaction."""
    gone = work.data.scalars(
        delete(Throttle)
        .where(Throttle.forget_after <= work.clock.now())
        .returning(Throttle.key_hash)
    )
    return len(gone.all())


def _take(work: Work, key_hash: bytes, rule: Rule) -> None:
    now = work.clock.now()
    latest = _whole(now + rule.forget_after, HOUR)
    forgotten = _is_over(latest, now)
    values: dict[str, Any] = {
        "tries": case((forgotten, 1), else_=Throttle.tries + 1),
        "wait_until": _wait(rule.waits(), forgotten, now),
        "forget_after": latest,
    }
    first = {
        "key_hash": key_hash,
        "tries": 1,
        "wait_until": _until(rule.waits()[0], now),
        "forget_after": latest,
    }
    open_now = or_(
        forgotten,
        Throttle.wait_until <= now,
        Throttle.wait_until > _until(rule.cap, now) + NODES_DIFFER,
    )
    if not _taken(work, first, values, open_now):
        row = work.data.get_one(Throttle, key_hash)
        raise TooOften(_seconds(row.wait_until - now))


def _take_in_minute(work: Work, key_hash: bytes, most: int) -> None:
    """One row for all that are counted together, its minute as long as the clock's."""
    now = work.clock.now()
    end = _whole(now + timedelta(microseconds=1), MINUTE)
    over = _is_over(end, now)
    first = {
        "key_hash": key_hash,
        "tries": 1,
        "wait_until": NO_WAIT,
        "forget_after": end,
    }
    values: dict[str, Any] = {
        "tries": case((over, 1), else_=Throttle.tries + 1),
        "forget_after": end,
    }
    if not _taken(work, first, values, or_(over, Throttle.tries < most)):
        raise TooOften(_seconds(end - now))


def _is_over(latest: datetime, now: datetime) -> ColumnElement[bool]:
    """Whether what is kept may be forgotten: its time came, or lies further off than any that is

    written now. Then the clock was ahead and was set back, and nobody waits until it was right.
    """
    return or_(Throttle.forget_after <= now, Throttle.forget_after > latest + NODES_DIFFER)


def _wait(
    waits: tuple[int, ...], forgotten: ColumnElement[bool], now: datetime
) -> ColumnElement[Any]:
    """The wait after this try, told by the tries before it: in SQL, for the row is not read."""
    steps = [(forgotten, literal(_until(waits[0], now), Moment))]
    steps += [
        (Throttle.tries == tries, literal(_until(wait, now), Moment))
        for tries, wait in enumerate(waits)
    ]
    return case(*steps, else_=literal(_until(waits[-1], now), Moment))


def _taken(
    work: Work, first: dict[str, Any], values: dict[str, Any], may: ColumnElement[bool]
) -> bool:
    insert = insert_of(work, Throttle)
    statement = insert.values(first).on_conflict_do_update(
        index_elements=[Throttle.key_hash], set_=values, where=may
    )
    return work.data.scalar(statement.returning(Throttle.key_hash)) is not None


def insert_of(work: Work, table: type[DataBase]) -> Any:
    """An INSERT that may meet a row: both databases have it, SQLAlchemy spells it for each."""
    sqlite = work.house.data.dialect.name == "sqlite"
    return (sqlite_insert if sqlite else postgresql_insert)(table)


def _hash(work: Work, what: str, key: str) -> bytes:
    return hmac.digest(work.settings.lookup_key, frame("throttle", what, key), "sha256")


def _until(wait: int, now: datetime) -> datetime:
    return _whole(now + timedelta(seconds=wait), SECOND) if wait else NO_WAIT


def _whole(moment: datetime, unit: timedelta) -> datetime:
    """Rounded up."""
    seconds = unit.total_seconds()
    return datetime.fromtimestamp(-(-moment.timestamp() // seconds) * seconds, UTC)


def _seconds(wait: timedelta) -> int:
    return max(1, -(-wait // SECOND))
