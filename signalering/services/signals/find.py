"""Find a signal, or a case, by the number that somebody reads aloud."""

from sqlalchemy import select

from signalering.domain.access import Permission, require
from signalering.domain.commands.signals.find import FindByReference
from signalering.domain.errors import InvalidInput
from signalering.domain.references import read_references
from signalering.domain.views.signals.find import Numbered
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.work import Work

AT_MOST = 20


def find_by_reference(work: Work, command: FindByReference) -> tuple[Numbered, ...]:
    """What has this number, or one that it was misread from. Nothing is opened, so no entry:

    that comes when the page of one of them is. Raises Denied, InvalidInput for what is no number.
    """
    require(Permission.TRIAGE, work.by(), None, work.clock.today())
    possible = read_references(command.text)
    if not possible:
        raise InvalidInput("reference", "no_reference")
    return tuple(
        Numbered(model is Case, row_id, reference)
        for model in (Signal, Case)
        for row_id, reference in work.data.execute(
            select(model.id, model.reference)
            .where(model.reference.in_(possible))
            .order_by(model.reference)
            .limit(AT_MOST)
        )
    )
