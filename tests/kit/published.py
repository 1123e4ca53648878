"""Periods that are released with made-up figures, so that pages have something to show."""

import random
from collections.abc import Iterable

from kit.town import Town
from signalering.domain.vocabularies import vocabulary
from signalering.models.statistics.release import PublishedCell, Release
from signalering.models.statistics.release import TablePlan as PlanRow
from signalering.privacy.disclosure.audit import Rung
from signalering.privacy.disclosure.ladders import Expected
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.plan import plan
from signalering.privacy.disclosure.rounding import STEP
from signalering.privacy.disclosure.tables import Counted, Table
from signalering.services.statistics._plan_rows import written
from signalering.services.statistics._published import categories
from signalering.services.statistics.plan import TOTAL

PARTNERS = dict.fromkeys(vocabulary("statistics_groups").codes, 4)


def publish(town: Town, years: Iterable[int], yearly: int = 200, *, seed: int = 1) -> list[str]:
    """Release every period of these years with all tables that a plan for `yearly` has.

    The figures are drawn, not counted: multiples of five that roughly add up, with a funnel that
    falls. Everything of a year is admitted (linked, attending and closed are half of `yearly`).
    Gives the periods' codes, oldest first.
    """
    chance = random.Random(seed)
    codes: list[str] = []
    with town.committed() as work:
        for year in years:
            half = yearly // 2
            made = plan(Expected(yearly, linked=half, attending=half, closed=half), PARTNERS)
            work.data.add(PlanRow(year=year, expected=yearly, plan=written(made)))
            for length in sorted(made.tables):
                for part in range(1, Length.YEAR // length + 1):
                    period = Period(year, length, part)
                    codes.append(period.code)
                    work.data.add(Release(period=period.code, rung=Rung.PLAN, verdict="{}"))
                    work.data.flush()
                    total = _near(chance, yearly * length / Length.YEAR)
                    cells = [(Counted.REGISTERED, TOTAL, "", total)]
                    if length is Length.YEAR:
                        cells.append((Counted.CLOSED, TOTAL, "", _near(chance, half)))
                    for table in made.of(length):
                        cells += _drawn(chance, table, total)
                    work.data.add_all(
                        PublishedCell(
                            family=family,
                            period=period.code,
                            table=name,
                            categories=codes_,
                            figure=figure,
                        )
                        for family, name, codes_, figure in cells
                    )
    return codes


def _near(chance: random.Random, about: float) -> int:
    return STEP * round(about * chance.uniform(0.8, 1.2) / STEP)


def _drawn(chance: random.Random, table: Table, total: int) -> list[tuple[Counted, str, str, int]]:
    """Cells of a table; of stages each is at most the one before it."""
    staged = table.axes[0].dimension == "stage"
    size = table.cells // len(table.axes[0]) if staged else table.cells
    found = []
    for codes in table.codes():
        about = total / size
        if staged:
            position = [held.code for held in table.axes[0].classes].index(codes[0])
            figure = STEP * int(about * (1 - position / 8) / STEP)
        else:
            figure = _near(chance, about)
        found.append((table.counted, table.code, categories(codes), figure))
    return found
