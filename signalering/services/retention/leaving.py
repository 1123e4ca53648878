"""What was noticed of the work of somebody: cases in these hands, and signals of nobody."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, or_, select

from signalering.domain.retention import Erasable, erased_from
from signalering.domain.views.retention.leaving import Leaving, LeavingCase
from signalering.models.cases.case import Case
from signalering.models.retention.notice import ErasureNotice
from signalering.services.work import Work

AT_MOST = 50


def leaving(work: Work, owners: Collection[UUID]) -> Leaving:
    """Closed cases stay their keeper's; those of nobody are everybody's. No word is opened.

    Finished signals and their envelopes are of nobody: of them a count.
    """
    rows = work.data.execute(
        select(Case.id, Case.reference, ErasureNotice.due_on, ErasureNotice.noticed_on)
        .join(ErasureNotice, ErasureNotice.object_id == Case.id)
        .where(
            ErasureNotice.object_kind == Erasable.CASE.value,
            or_(Case.owner_id.in_(owners), Case.owner_id.is_(None)),
        )
        .order_by(ErasureNotice.due_on, Case.id)
    ).all()
    signals = select(func.count()).where(ErasureNotice.object_kind == Erasable.SIGNAL.value)
    return Leaving(
        cases=tuple(
            LeavingCase(case_id, reference, erased_from(due_on, noticed_on))
            for case_id, reference, due_on, noticed_on in rows[:AT_MOST]
        ),
        more=max(len(rows) - AT_MOST, 0),
        signals=work.data.scalar(signals) or 0,
    )
