"""A plan can be foreseen without being fixed by it."""

from kit.published import publish
from kit.town import Town
from sqlalchemy import func, select

from signalering.models.statistics.release import PublishedCell, TablePlan
from signalering.privacy.disclosure.periods import Length
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


def test_what_was_published_as_nought_is_merged_in_the_next_plan(town: Town) -> None:
    publish(town, [2025])
    with town.committed() as work:
        cell = work.data.get_one(PublishedCell, ("registered", "2025", "areas-9", "de-lier"))
        cell.figure = 0
    with town.work(writes=False) as work:
        made, _ = foreseen(work, 2026)
        codes = {
            axis.code
            for table in made.of(Length.YEAR)
            for axis in table.axes
            if axis.dimension == "area"
        }
        before, _ = foreseen(work, 2025)
    assert codes == {"areas-3"}
    assert "areas-9" in {axis.code for table in before.of(Length.YEAR) for axis in table.axes}
