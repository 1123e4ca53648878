"""How a plan is kept: whole, so that it stands whatever the program's classes are by then."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from signalering.models.statistics.release import TablePlan as PlanRow
from signalering.privacy.disclosure.classifications import Classification, CountedClass
from signalering.privacy.disclosure.periods import Length
from signalering.privacy.disclosure.plan import TablePlan
from signalering.privacy.disclosure.tables import Counted, Table
from signalering.services.work import Work

_FURTHER = "FURTHER"
Written = Mapping[str, Any]


def hold_years(work: Work) -> None:
    """Until this work ends nobody else moves facts into a year, or releases one.

    SQLite lets one write at a time anyway.
    """
    work.data.execute(select(PlanRow.year).order_by(PlanRow.year).with_for_update())


def written(made: TablePlan) -> str:
    """A plan as text."""
    kept = {length.name: _tables(tables) for length, tables in made.tables.items()}
    kept[_FURTHER] = _tables(made.further)
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def read(row: PlanRow) -> TablePlan:
    """The plan as it was kept, whatever the program's classifications are by now."""
    kept = json.loads(row.plan)
    further = tuple(_table(table) for table in kept.pop(_FURTHER, ()))
    lengths = {
        Length[name]: tuple(_table(table) for table in tables) for name, tables in kept.items()
    }
    return TablePlan(row.expected, lengths, further)


def _tables(tables: Iterable[Table]) -> list[Written]:
    return [
        {
            "family": str(table.family),
            "counted": table.counted.value,
            "axes": [
                {
                    "code": axis.code,
                    "dimension": axis.dimension,
                    "classes": [
                        [held.code, held.nl, held.en, list(held.members)] for held in axis.classes
                    ],
                }
                for axis in table.axes
            ],
        }
        for table in tables
    ]


def _table(table: Written) -> Table:
    return Table(
        table["family"],
        tuple(_axis(axis) for axis in table["axes"]),
        Counted(table.get("counted", Counted.REGISTERED)),
    )


def _axis(axis: Written) -> Classification:
    return Classification(
        axis["code"],
        axis["dimension"],
        tuple(
            CountedClass(code, nl, en, tuple(members)) for code, nl, en, members in axis["classes"]
        ),
    )
