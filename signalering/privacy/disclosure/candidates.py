"""Candidate figures: counts, rounded each under its cell's one address, and the ladder's rungs."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signalering.privacy.disclosure.addresses import Address, address
from signalering.privacy.disclosure.audit import Rung
from signalering.privacy.disclosure.checks import Codes, Figures
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.rounding import RoundingSecret, rounded
from signalering.privacy.disclosure.shown import total_alone
from signalering.privacy.disclosure.tables import Counted, Table

STAGE = "stage"
# Raised when a rule of the audit changes: what passed an older one has then passed nothing.
RULES = 2


@dataclass(frozen=True)
class Counts:
    """True counts of a period: they go into rounding and nowhere else."""

    totals: Mapping[Counted, int]
    tables: Mapping[Table, Mapping[Codes, int]]


def cell_address(period: Period, table: Table, codes: Codes) -> Address:
    """The address of a table's cell.

    It says what is counted in the cell and not how the table calls that: a class that two
    classifications share is one cell and has one offset. The stages of a cell share theirs.
    """
    counted_in = {}
    for axis, code in zip(table.axes, codes, strict=True):
        if axis.dimension != STAGE:
            members = next(held.members for held in axis.classes if held.code == code)
            counted_in[axis.dimension] = "+".join(sorted(members))
    return address(table.counted, period, counted_in)


def candidates(period: Period, counts: Counts, secret: RoundingSecret) -> Figures:
    """Every count as the figure that it would be published as.

    Without the tables of what has a total of its own that is too small: it stands alone.
    """
    totals = {
        counted: rounded(count, address(counted, period), secret)
        for counted, count in counts.totals.items()
    }
    small = {counted for counted, figure in totals.items() if total_alone(figure)}
    return Figures(
        period,
        totals,
        {
            table: {
                codes: rounded(count, cell_address(period, table, codes), secret)
                for codes, count in cells.items()
            }
            for table, cells in counts.tables.items()
            if table.counted not in small
        },
    )


def rungs(whole: Figures, frozen: Sequence[Figures] = ()) -> tuple[tuple[Rung, Figures], ...]:
    """The fixed ladder for a period's figures, from all of them to the total alone.

    `frozen` are the figures of the periods inside it. A table that they show by the same classes
    adds up to theirs, cell by cell: that is where figures most often narrow each other, so the
    second rung goes without such tables. A period with a total below twenty has the last rung
    alone; a rung that would say the same as the one before it is none.
    """
    period, totals = whole.period, whole.totals
    alone = (Rung.TOTAL, Figures(period, {Counted.REGISTERED: totals[Counted.REGISTERED]}, {}))
    if total_alone(totals[Counted.REGISTERED]):
        return (alone,)
    inside = {(table.counted, table.code) for held in frozen for table in held.tables}
    apart = {
        table: cells
        for table, cells in whole.tables.items()
        if (table.counted, table.code) not in inside
    }
    one_way = {table: cells for table, cells in apart.items() if table.one_way}
    ladder = ((Rung.PLAN, whole.tables), (Rung.APART, apart), (Rung.ONE_WAY, one_way))
    steps: list[tuple[Rung, Figures]] = []
    for rung, tables in ladder:
        if tables and not (steps and len(tables) == len(steps[-1][1].tables)):
            steps.append((rung, Figures(period, totals, tables)))
    return (*steps, alone)


def digest(candidate: Figures, frozen: Sequence[Figures], secret: RoundingSecret) -> bytes:
    """Which figures an audit is about. Nobody without the secret finds figures by it."""
    told = [RULES, *(_told(figures) for figures in (candidate, *frozen))]
    return hmac.digest(secret, json.dumps(told, sort_keys=True).encode(), hashlib.sha256)


def _told(figures: Figures) -> object:
    return [
        figures.period.code,
        {counted.value: figure for counted, figure in figures.totals.items()},
        [
            [
                table.counted.value,
                str(table.family),
                [[axis.code, [held.members for held in axis.classes]] for axis in table.axes],
                [[list(codes), figure] for codes, figure in sorted(cells.items())],
            ]
            for table, cells in figures.tables.items()
        ],
    ]
