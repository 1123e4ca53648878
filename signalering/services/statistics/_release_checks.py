"""The checks of an audit, each kept as soon as it is done: whoever is stopped goes on there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import sleep

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from signalering.models.statistics.release import Release, ReleaseCheck
from signalering.privacy.disclosure.audit import Rung
from signalering.privacy.disclosure.checks import Check
from signalering.services.work import House, Work, open_work

# Seconds that others get for the checks that they are at, and between two looks.
PATIENCE = 60.0
PAUSE = 0.25


@dataclass(frozen=True)
class Audit:
    """An audit of a period's figures on one rung; the digest says of which figures."""

    period: str
    rung: Rung
    digest: bytes


class Overtaken(Exception):
    """Somebody else has released the period meanwhile: nothing is kept of its audit any more."""


def run(
    house: House,
    audit: Audit,
    checks: Sequence[Check],
    stopped: Callable[[], bool],
    tell: Callable[[int], None],
) -> bool | None:
    """Whether every check passes; None when it was stopped before that was known.

    No transaction is open while a check runs. What somebody else is at comes last and is waited
    for; not for ever, for they may have been killed. Ends at the first that fails. Raises
    Overtaken.
    """
    patience = PATIENCE
    while True:
        known = _known(house, audit)
        results = [known.get(check.name) for check in checks]
        tell(len(results) - results.count(None))
        if False in results:
            return False
        if None not in results:
            return True
        if stopped():
            return None
        left = [check for check in checks if known.get(check.name) is None]
        check = next((each for each in left if each.name not in known), left[0])
        if check.name in known and patience > 0:
            patience -= PAUSE
            sleep(PAUSE)
            continue
        if not _begin(house, audit, check.name) and check.name not in known:
            continue  # somebody else began with it at this very moment
        try:
            passed = check.run()
        except BaseException:
            _let_go(house, audit, check.name)
            raise
        _keep(house, audit, check.name, passed)


def forget(work: Work, period: str) -> None:
    """Once a period is released nothing of its audit is kept but the verdict."""
    work.data.execute(delete(ReleaseCheck).where(ReleaseCheck.period == period))


def _known(house: House, audit: Audit) -> Mapping[str, bool | None]:
    with open_work(house, writes=False) as work:
        if work.data.get(Release, audit.period) is not None:
            raise Overtaken
        rows = work.data.execute(
            select(ReleaseCheck.name, ReleaseCheck.passed).where(
                ReleaseCheck.period == audit.period,
                ReleaseCheck.rung == audit.rung,
                ReleaseCheck.digest == audit.digest,
            )
        )
        return {row.name: row.passed for row in rows}


def _begin(house: House, audit: Audit, name: str) -> bool:
    """Write down that it is being done; False when it stands there already."""
    with open_work(house, writes=True) as work:
        try:
            work.data.add(_row(audit, name))
            work.commit()
        except IntegrityError:
            return False
    return True


def _keep(house: House, audit: Audit, name: str, passed: bool) -> None:
    """Where it still stands as begun: nothing is kept of a period that was released meanwhile."""
    with open_work(house, writes=True) as work:
        work.data.execute(
            update(ReleaseCheck)
            .where(
                ReleaseCheck.period == audit.period,
                ReleaseCheck.rung == audit.rung,
                ReleaseCheck.digest == audit.digest,
                ReleaseCheck.name == name,
            )
            .values(passed=passed)
        )
        work.commit()


def _let_go(house: House, audit: Audit, name: str) -> None:
    with open_work(house, writes=True) as work:
        row = work.data.get(ReleaseCheck, (audit.period, audit.rung, audit.digest, name))
        if row is not None and row.passed is None:
            work.data.delete(row)
        work.commit()


def _row(audit: Audit, name: str) -> ReleaseCheck:
    return ReleaseCheck(
        period=audit.period, rung=audit.rung, digest=audit.digest, name=name, passed=None
    )
