"""Each closed period is released once, in order, audited, and never changes again."""

import json
import threading
from datetime import date

from kit.figures import AGES, AREAS, GROUPS, a_fact, at, pended, settled, signals
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.states import CaseOutcome, SignalState, StatisticsEvent
from signalering.models.partners.partner import Partner
from signalering.models.statistics.fact import StatFact
from signalering.models.statistics.release import PublishedCell, Release
from signalering.privacy.disclosure.addresses import address
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.rounding import RoundingSecret, possible_counts, rounded
from signalering.privacy.disclosure.year_axes import STAGE_EVENTS
from signalering.services.audit.verify import verify
from signalering.services.statistics.plan import plan_of
from signalering.services.statistics.release import Released, release_due

Cells = dict[tuple[str, str, str, str], int]


def cells(town: Town) -> Cells:
    with town.work(writes=False) as work:
        return {
            (cell.family, cell.period, cell.table, cell.categories): cell.figure
            for cell in work.data.scalars(select(PublishedCell))
        }


def releases(town: Town) -> dict[str, str]:
    with town.work(writes=False) as work:
        return {row.period: row.rung for row in work.data.scalars(select(Release))}


def partners(town: Town, *domains: str, each: int = 3) -> None:
    with town.committed() as work:
        for domain in domains:
            for number in range(each):
                work.data.add(
                    Partner(
                        name=f"{domain} {number}",
                        domain=domain,
                        agreement_on=date(2026, 1, 1),
                        agreement_version="1",
                    )
                )


def test_nothing_is_due_before_a_period_is_over(town: Town) -> None:
    signals(town, date(2026, 11, 2), 30)
    at(town, 2026, 12, 31)
    assert settled(town) == []


def test_shorter_periods_come_first_and_each_once(town: Town) -> None:
    signals(town, date(2026, 11, 2), 60)
    at(town, 2027, 1, 4)
    assert settled(town) == ["2026Q4", "2026H2", "2026"]
    assert settled(town) == []
    at(town, 2027, 4, 2)
    assert settled(town) == ["2027Q1"]


def test_a_period_waits_until_facts_were_moved_after_its_end(town: Town) -> None:
    signals(town, date(2026, 11, 2), 40)
    pended(town, [a_fact(StatisticsEvent.PICKED_UP)])
    at(town, 2027, 1, 4)
    assert release_due(town.house) == Released(())
    assert settled(town) == ["2026Q4", "2026H2", "2026"]


def test_a_record_added_after_the_freeze_changes_no_byte(town: Town) -> None:
    signals(town, date(2026, 11, 2), 60)
    at(town, 2027, 1, 4)
    settled(town)
    before = cells(town)
    signals(town, date(2026, 11, 3), 25)
    pended(town, [a_fact(StatisticsEvent.CLOSED, CaseOutcome.DECLINED)])
    for month in (2, 3):
        at(town, 2027, month, 2)
        assert settled(town) == []
    assert cells(town) == before


def test_under_twenty_a_period_shows_its_total_alone(town: Town) -> None:
    signals(town, date(2026, 11, 2), 11)
    at(town, 2027, 1, 4)
    settled(town)
    assert {key[2] for key in cells(town)} == {"total"}
    assert set(releases(town).values()) == {"total"}


def test_figures_are_rounded_under_their_own_address(town: Town) -> None:
    signals(town, date(2026, 11, 2), 60)
    at(town, 2027, 1, 4)
    settled(town)
    secret = RoundingSecret(town.house.settings.figures_key)
    found = cells(town)
    total = found["registered", "2026", "total", ""]
    assert total == rounded(60, address("registered", Period.parse("2026")), secret)
    half = Period.parse("2026H2")
    ages = {key[3]: figure for key, figure in found.items() if key[1:3] == ("2026H2", "ages-4")}
    assert set(ages) == {"18-34", "35-64", "65-74", "75+"}
    for code, figure in ages.items():
        assert figure == rounded(15, address("registered", half, {"age": code}), secret)
        assert 15 in possible_counts(figure)


def test_a_period_has_every_table_of_its_plan_and_no_other(town: Town) -> None:
    partners(town, "care_welfare", "housing", "faith")
    signals(town, date(2026, 11, 2), 90)
    pended(town, [a_fact(StatisticsEvent.CLOSED, CaseOutcome.MOVED)] * 40)
    at(town, 2027, 1, 4)
    settled(town)
    with town.work(writes=False) as work:
        made = plan_of(work, 2026)
    for code, rung in releases(town).items():
        of_plan = {
            (table.counted.value, table.code, "|".join(codes))
            for table in made.of(Period.parse(code).length)
            for codes in table.codes()
        }
        found = {(f, table, codes) for f, period, table, codes in cells(town) if period == code}
        assert {cell for cell in found if cell[1] != "total"} == of_plan
        assert rung == ("plan" if of_plan else "total")


def test_withdrawn_signals_are_not_counted(town: Town) -> None:
    signals(town, date(2026, 11, 2), 40)
    signals(town, date(2026, 11, 2), 40, state=SignalState.WITHDRAWN)
    at(town, 2027, 1, 4)
    settled(town)
    assert 40 in possible_counts(cells(town)["registered", "2026Q4", "total", ""])


def test_outcomes_come_in_five_classes_with_the_year(town: Town) -> None:
    signals(town, date(2026, 11, 2), 60)
    ends = (
        [CaseOutcome.LINKED_AND_STARTED] * 12
        + [CaseOutcome.REFERRED_TO_CARE] * 9
        + [CaseOutcome.OWN_STRENGTH] * 10
        + [CaseOutcome.DECLINED] * 8
        + [CaseOutcome.LINKED_NOT_STARTED] * 8
    )
    pended(town, [a_fact(StatisticsEvent.CLOSED, outcome) for outcome in ends])
    at(town, 2027, 1, 4)
    settled(town)
    found = {key[3]: value for key, value in cells(town).items() if key[2] == "outcomes-5"}
    assert releases(town)["2026"] == "plan"
    assert set(found) == {"started", "not_started", "own_or_information", "care", "ended_otherwise"}
    assert 12 in possible_counts(found["started"])
    assert {key[1] for key in cells(town) if key[0] == "closed"} == {"2026"}


def test_the_funnel_never_rises(town: Town) -> None:
    signals(town, date(2026, 11, 2), 48)
    whose = [
        {"area": area, "age_band": AGES[at % 4], "reporter_group": GROUPS[at % 3]}
        for at, area in enumerate(AREAS * 8)
    ]
    facts = [a_fact(StatisticsEvent.PICKED_UP, **one) for one in whose]
    facts += [a_fact(StatisticsEvent.PICKED_UP, registered_in="2025Q4", **whose[0])]
    facts += [a_fact(StatisticsEvent.REFERRED, **one) for one in whose[:21]]
    facts += [a_fact(StatisticsEvent.ATTENDED_FIRST, **one) for one in whose[:20]]
    facts += [a_fact(StatisticsEvent.ATTENDED_THIRD, **one) for one in whose[:30]]
    facts += [a_fact(StatisticsEvent.STILL_ATTENDING, **one) for one in whose[:9]]
    pended(town, facts)
    at(town, 2027, 1, 4)
    settled(town)
    found = cells(town)
    assert releases(town)["2026"] == "plan"
    stages = [stage.value for stage in STAGE_EVENTS]
    funnel = [found["registered", "2026", "stages-6", stage] for stage in stages]
    assert funnel == sorted(funnel, reverse=True)
    assert found["registered", "2026", "total", ""] == funnel[0] == funnel[1], (
        "one offset for all stages: the same count, the same figure"
    )
    assert funnel[3] == funnel[4], "nobody comes a third time who never came"
    assert 9 in possible_counts(funnel[5])


def test_facts_go_when_their_year_is_out(town: Town) -> None:
    signals(town, date(2026, 11, 2), 40)
    pended(town, [a_fact(StatisticsEvent.PICKED_UP)])
    at(town, 2027, 1, 4)
    settled(town)
    with town.work(writes=False) as work:
        assert work.data.scalar(select(func.count()).select_from(StatFact)) == 0


def test_the_verdict_names_rungs_and_no_cell(town: Town) -> None:
    signals(town, date(2026, 11, 2), 60)
    at(town, 2027, 1, 4)
    settled(town)
    with town.work(writes=False) as work:
        for row in work.data.scalars(select(Release)):
            verdict = json.loads(row.verdict)
            assert set(verdict) == {"failed", "passed", "checks"}
            assert verdict["passed"] == row.rung
            assert (verdict["checks"] > 0) == (row.rung != "total")


def test_two_processes_release_each_period_once(town: Town) -> None:
    signals(town, date(2026, 11, 2), 60)
    at(town, 2027, 1, 4)
    results: list[tuple[str, ...]] = []
    barrier = threading.Barrier(2)

    def run() -> None:
        barrier.wait()
        results.append(release_due(town.house).periods)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(code for done in results for code in done) == ["2026", "2026H2", "2026Q4"]
    assert set(releases(town)) == {"2026", "2026H2", "2026Q4"}
    with town.work(writes=False) as work:
        assert verify(work).whole


def test_a_plan_is_kept_when_partners_leave(town: Town) -> None:
    partners(town, "care_welfare", "housing")
    with town.committed() as work:
        first = plan_of(work, 2026)
        for partner in work.data.scalars(select(Partner)):
            partner.active = False
    with town.committed() as work:
        assert plan_of(work, 2026) == first
        assert plan_of(work, 2027) != first


def test_a_group_with_too_few_partners_joins_the_others(town: Town) -> None:
    partners(town, "care_welfare", "housing", "faith")
    partners(town, "sport", "finance", each=2)
    with town.committed() as work:
        table = next(t for t in plan_of(work, 2026).one_way(Length.YEAR) if t.family == "group")
    axis = table.axes[0]
    assert axis.class_of["housing"] != axis.class_of["community"]
    assert axis.class_of["debt_finance"] == axis.class_of["community"]


def test_the_plan_follows_whole_released_years(town: Town) -> None:
    """A year that was counted from its last quarter on says too little about the next."""
    signals(town, date(2026, 11, 2), 30)
    for month in range(1, 13):
        signals(town, date(2027, month, 5), 4)
    at(town, 2027, 1, 4)
    settled(town)
    at(town, 2028, 1, 4)
    settled(town)
    with town.committed() as work:
        assert plan_of(work, 2027).yearly == 60, "made before the year 2026 was out"
        assert plan_of(work, 2028).yearly == 60, "made before the year 2027 was out"
        released = cells(town)["registered", "2027", "total", ""]
        assert plan_of(work, 2029).yearly == min(60, released) < 60
