"""Audit a period's figures again: those that were published, or those that would be."""

from collections.abc import Callable

from signalering.domain.errors import NotFound
from signalering.domain.views.statistics.audit import AuditedPeriod, AuditedRung
from signalering.models.statistics.release import Release
from signalering.privacy.disclosure.candidates import rungs
from signalering.privacy.disclosure.checks import Check, checks
from signalering.privacy.disclosure.periods import Period
from signalering.services.statistics._due import due
from signalering.services.statistics._frozen import figures_of, inside
from signalering.services.statistics.release import candidates_of
from signalering.services.work import House, open_work


def audit(house: House, code: str, tell: Callable[[str, str, bool], None]) -> AuditedPeriod:
    """Every check anew; nothing is kept and nothing released. `tell` gets rung, name and result.

    Raises NotFound for a period that is neither released nor due.
    """
    try:
        period = Period.parse(code)
    except ValueError:
        raise NotFound from None
    with open_work(house, writes=False) as work:
        row = work.data.get(Release, period.code)
        frozen = inside(work, period)
        if row is not None:
            steps = [(row.rung, figures_of(work, period))]
        elif period in due(work):
            steps = [
                (rung.value, held) for rung, held in rungs(candidates_of(work, period), frozen)
            ]
        else:
            raise NotFound
    audited = []
    for rung, figures in steps:
        # The total alone needs no audit.
        asked = checks(figures, frozen) if figures.tables else ()
        audited.append(AuditedRung(rung, tuple(_results(rung, asked, tell))))
        if audited[-1].passed:
            break
    return AuditedPeriod(period.code, row is not None, tuple(audited))


def _results(
    rung: str, asked: tuple[Check, ...], tell: Callable[[str, str, bool], None]
) -> list[tuple[str, bool]]:
    found = []
    for check in asked:
        passed = check.run()
        tell(rung, check.name, passed)
        found.append((check.name, passed))
    return found
