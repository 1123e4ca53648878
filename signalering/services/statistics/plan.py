"""The year's table plan: made once from published figures and administration, then kept."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from signalering.domain.states import StatisticsEvent
from signalering.domain.vocabularies import group_of_domain
from signalering.models.partners.partner import Partner
from signalering.models.statistics.release import PublishedCell, Release
from signalering.models.statistics.release import TablePlan as PlanRow
from signalering.privacy.disclosure.ladders import Expected
from signalering.privacy.disclosure.periods import Length
from signalering.privacy.disclosure.plan import TablePlan, expected_yearly, plan
from signalering.privacy.disclosure.tables import Counted
from signalering.privacy.disclosure.year_axes import STAGES
from signalering.services.statistics._plan_rows import read, written
from signalering.services.work import Work

REGISTERED = Counted.REGISTERED
TOTAL = "total"


def plan_of(work: Work, year: int) -> TablePlan:
    """The plan of a year; made now if there is none yet, from what was released of years before.

    Of two who make it at once the first one's stands.
    """
    row = work.data.get(PlanRow, year)
    if row is None:
        made = _made(work, year)
        row = PlanRow(year=year, expected=made.yearly, plan=written(made))
        try:
            with work.data.begin_nested():
                work.data.add(row)
                work.data.flush()
        except IntegrityError:
            row = work.data.get_one(PlanRow, year)
    return read(row)


def foreseen(work: Work, year: int) -> tuple[TablePlan, bool]:
    """The plan of a year and whether it is fixed; else the plan as it would be made now."""
    row = work.data.get(PlanRow, year)
    return (_made(work, year), False) if row is None else (read(row), True)


def _made(work: Work, year: int) -> TablePlan:
    return plan(_expected(work, year), _active_partners(work))


def _expected(work: Work, year: int) -> Expected:
    """From yearly figures. A year not counted from its first quarter on says too little."""
    whole = sorted(code for code in _whole_years(work) if code < f"{year:04}")

    def lower(counted: Counted, table: str, categories: str) -> int:
        """The lower of the last two; nought as long as there is none."""
        return min(
            work.data.scalars(
                select(PublishedCell.figure).where(
                    PublishedCell.family == counted,
                    PublishedCell.table == table,
                    PublishedCell.categories == categories,
                    PublishedCell.period.in_(whole[-2:]),
                )
            ),
            default=0,
        )

    totals = work.data.execute(
        select(PublishedCell.period, PublishedCell.figure)
        .where(PublishedCell.family == REGISTERED, PublishedCell.table == TOTAL)
        .order_by(PublishedCell.period)
    )
    return Expected(
        expected_yearly([figure for period, figure in totals if period in whole]),
        linked=lower(REGISTERED, STAGES.code, StatisticsEvent.REFERRED),
        attending=lower(REGISTERED, STAGES.code, StatisticsEvent.STILL_ATTENDING),
        closed=lower(Counted.CLOSED, TOTAL, ""),
        rare=_rare(work, whole[-2:]),
    )


def _rare(work: Work, years: list[str]) -> frozenset[tuple[str, str]]:
    """Codes of areas, ages and groups whose class was published as nought in one of these years.

    Of nought to four a year fewer than one may come in a quarter; of any other figure more do.
    """
    found: set[tuple[str, str]] = set()
    for year in years:
        row = work.data.get(PlanRow, int(year))
        tables = read(row).one_way(Length.YEAR) if row is not None else ()
        for table in tables:
            (axis,) = table.axes
            nought = work.data.scalars(
                select(PublishedCell.categories).where(
                    PublishedCell.family == table.counted,
                    PublishedCell.period == year,
                    PublishedCell.table == table.code,
                    PublishedCell.figure == 0,
                )
            ).all()
            found |= {
                (axis.dimension, member)
                for held in axis.classes
                if held.code in nought
                for member in held.members
            }
    return frozenset(found)


def _whole_years(work: Work) -> frozenset[str]:
    """Years whose four quarters were all released."""
    released = set(work.data.scalars(select(Release.period).where(Release.period.like("____Q_"))))
    return frozenset(
        code[:4]
        for code in released
        if all(f"{code[:4]}Q{part}" in released for part in range(1, 5))
    )


def _active_partners(work: Work) -> dict[str, int]:
    counts: dict[str, int] = {}
    domains = work.data.scalars(
        select(Partner.domain).where(Partner.active, Partner.agreement_on.is_not(None))
    )
    for domain in domains:
        group = group_of_domain(domain)
        counts[group] = counts.get(group, 0) + 1
    return counts
