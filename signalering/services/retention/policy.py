"""How long things are kept: the one place where a term is asked."""

from sqlalchemy import false, func, select

from signalering.domain.retention import CASES, FIRST_VALUES, KeepFor, Kept, is_longer
from signalering.models.retention.policy import RetentionPolicy
from signalering.services.work import Work


def term(work: Work, kept: Kept) -> KeepFor:
    """The term in force: the newest decision, or the first value where nobody decided yet."""
    row = newest(work, kept)
    return KeepFor(row.keep_for) if row else FIRST_VALUES[kept]


def terms(work: Work) -> dict[Kept, KeepFor]:
    """All of them."""
    return {kept: term(work, kept) for kept in Kept}


def newest(work: Work, kept: Kept) -> RetentionPolicy | None:
    """The decision in force."""
    return work.data.scalar(
        select(RetentionPolicy)
        .where(RetentionPolicy.kept == kept.value)
        .order_by(RetentionPolicy.number.desc())
        .limit(1)
    )


def unapplied(work: Work) -> bool:
    """Whether closed cases wait for a coordinator, who alone can see which term each has."""
    query = select(func.count()).where(RetentionPolicy.applied.is_(false()))
    return bool(work.data.scalar(query))


def cases_wait(work: Work) -> bool:
    """Whether a term of cases got longer that closed cases have not got yet: then none goes.

    A shorter one waits for nobody: what was promised goes on their old day at the latest.
    """
    return any(_waits(work, kept) for kept in CASES)


def _waits(work: Work, kept: Kept) -> bool:
    rows = work.data.scalars(
        select(RetentionPolicy)
        .where(RetentionPolicy.kept == kept.value)
        .order_by(RetentionPolicy.number)
    ).all()
    before = FIRST_VALUES[kept]
    for row in rows:
        now = KeepFor(row.keep_for)
        if not row.applied and is_longer(now, before):
            return True
        before = now
    return False
