"""The year's table plan: made once from published figures and administration, then kept."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from signalering.domain.vocabularies import group_of_domain
from signalering.models.partners.partner import Partner
from signalering.models.statistics.release import PublishedCell, Release
from signalering.models.statistics.release import TablePlan as PlanRow
from signalering.privacy.disclosure.classifications import Classification, CountedClass
from signalering.privacy.disclosure.periods import Length
from signalering.privacy.disclosure.plan import Table, TablePlan, expected_yearly, plan
from signalering.services.work import Work

REGISTERED = "registered"
TOTAL = "total"


def plan_of(work: Work, year: int) -> TablePlan:
    """The plan of a year; made now if there is none yet, from what was released of years before.

    Of two who make it at once the first one's stands.
    """
    row = work.data.get(PlanRow, year)
    if row is None:
        made = _made(work, year)
        row = PlanRow(year=year, expected=made.yearly, plan=_written(made))
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


def read(row: PlanRow) -> TablePlan:
    """The plan as it was kept, whatever the program's classifications are by now."""
    lengths = json.loads(row.plan)
    return TablePlan(
        row.expected,
        {
            Length[name]: tuple(
                Table(table["family"], tuple(_axis(axis) for axis in table["axes"]))
                for table in tables
            )
            for name, tables in lengths.items()
        },
    )


def _expected(work: Work, year: int) -> int:
    """T for a year. A year that was not counted from its first quarter on says too little."""
    whole = _whole_years(work)
    rows = work.data.execute(
        select(PublishedCell.period, PublishedCell.figure)
        .where(
            PublishedCell.family == REGISTERED,
            PublishedCell.table == TOTAL,
            func.length(PublishedCell.period) == 4,
            PublishedCell.period < f"{year:04}",
        )
        .order_by(PublishedCell.period)
    )
    return expected_yearly([figure for period, figure in rows if period in whole])


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


def _written(made: TablePlan) -> str:
    lengths = {
        length.name: [
            {
                "family": table.family,
                "axes": [
                    {
                        "code": axis.code,
                        "dimension": axis.dimension,
                        "classes": [
                            [held.code, held.nl, held.en, list(held.members)]
                            for held in axis.classes
                        ],
                    }
                    for axis in table.axes
                ],
            }
            for table in tables
        ]
        for length, tables in made.tables.items()
    }
    return json.dumps(lengths, ensure_ascii=False, sort_keys=True)


def _axis(axis: Mapping[str, Any]) -> Classification:
    return Classification(
        axis["code"],
        axis["dimension"],
        tuple(
            CountedClass(code, nl, en, tuple(members)) for code, nl, en, members in axis["classes"]
        ),
    )
