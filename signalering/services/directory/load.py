"""Bring the packaged sample of initiatives into an installation."""

from uuid import uuid4

from sqlalchemy import select

from signalering.domain.samples import sample_initiatives
from signalering.domain.schedules import of_short
from signalering.domain.vocabularies import pillar_of_kind
from signalering.models.directory.initiative import Initiative
from signalering.services.directory.schedules import set_schedules
from signalering.services.work import Work


def load(work: Work) -> int:
    """Add what isn't there yet, by name; gives how many. For the demonstration and for setup.

    The pillar is that of the kind: practical help stands outside them, whatever the sample says.
    """
    known = set(work.data.scalars(select(Initiative.name)))
    added = 0
    for row in sample_initiatives():
        if row.name in known:
            continue
        offer = Initiative(
            id=uuid4(),
            name=row.name,
            pillar=pillar_of_kind(row.kind),
            kind=row.kind,
            area=row.area,
            capacity=row.capacity,
            note=row.note,
            assured_on=row.assured_on,
        )
        work.data.add(offer)
        work.data.flush()
        rule = of_short(row.weekday, row.frequency)
        set_schedules(work, offer.id, (rule,) if rule else ())
        known.add(row.name)
        added += 1
    work.data.expire_all()
    return added
