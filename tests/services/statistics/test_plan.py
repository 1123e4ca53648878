"""A plan can be foreseen without being fixed by it."""

from kit.town import Town
from sqlalchemy import func, select

from signalering.models.statistics.release import TablePlan
from signalering.services.statistics.plan import foreseen, plan_of


def test_to_foresee_a_plan_fixes_nothing(town: Town) -> None:
    with town.work(writes=False) as work:
        made, fixed = foreseen(work, 2026)
        assert not fixed
        assert work.data.scalar(select(func.count()).select_from(TablePlan)) == 0
    with town.committed() as work:
        kept = plan_of(work, 2026)
    assert kept.yearly == made.yearly
    with town.work(writes=False) as work:
        found, fixed = foreseen(work, 2026)
    assert fixed
    assert found == kept == made
