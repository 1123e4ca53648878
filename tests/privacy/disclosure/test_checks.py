"""The audit: harmless figures pass, figures that prove something don't, the same everywhere."""

import subprocess
import sys

import pytest

from signalering.privacy.disclosure.checks import Figures, checks
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.question import question
from signalering.privacy.disclosure.readers import Reader, claims, sampled
from signalering.privacy.disclosure.rounding import possible_counts, weight
from signalering.privacy.disclosure.tables import Counted
from tests.privacy.disclosure.figures import axis, figures, table

AREA, AGE, GROUP = (axis(name, "a", "b") for name in ("area", "age", "group"))
HARMLESS = figures(
    30,
    {
        table(AREA): [15, 10],
        table(GROUP): [20, 10],
        table(AREA, GROUP): [10, 5, 10, 5],
    },
)
HALVES = [
    figures(10, {table(AREA): [10, f]}, Period(2026, Length.HALF, part))
    for part, f in ((1, 0), (2, 5))
]


def failed(candidate: Figures, frozen: list[Figures]) -> list[str]:
    return [check.name for check in checks(candidate, frozen) if not check.run()]


def test_harmless_figures_pass() -> None:
    assert failed(HARMLESS, []) == []


def test_names_are_unique_and_tell_no_cell() -> None:
    names = [check.name for check in checks(HARMLESS, [])]
    assert len(names) == len(set(names)) == 1 + 2 * (1 + 2 + 1)
    assert names == [check.name for check in checks(HARMLESS, [])]
    assert not any("area" in name for name in names)


def test_a_total_alone_needs_no_audit() -> None:
    assert checks(figures(30, {}), HALVES) == ()


def test_a_year_that_proves_one_to_four_in_a_half_fails() -> None:
    year = figures(20, {table(AREA): [20, 0]})
    assert failed(year, []) == []
    beside = {check.name: check for check in checks(year, HALVES)}
    assert not beside["registered: intervals"].run()


def test_figures_that_no_counts_fit_fail() -> None:
    assert failed(figures(20, {table(GROUP): [50, 50]}), []) != []


def test_a_count_that_must_be_believed_is_a_claim() -> None:
    """One in fifty is usual there, and the figure says that somebody is: it is one."""
    candidate = figures(
        200,
        {table(AREA): [195, 5], table(AGE): [195, 5], table(AREA, AGE): [190, 5, 5, 5]},
    )
    asked = question(candidate, [], Counted.REGISTERED)
    found = sampled(asked, Reader(), usual=True)
    claimed = {found.model.cells[c.target].spot[2] for _, c in claims(found) if c.target < 9}
    assert ("b", "b") in claimed


def test_a_check_gives_the_same_in_another_process() -> None:
    """Chance hangs on the figures alone, so that an audit can be resumed anywhere."""
    code = (
        "from tests.privacy.disclosure.test_checks import told\n"
        "import sys; sys.stdout.write(told())"
    )
    other = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONPATH": "tests:.", "PYTHONHASHSEED": "7"},
    )
    assert other.stdout == told()


def told() -> str:
    """What the samples of one check say, exactly."""
    found = sampled(question(HARMLESS, [], Counted.REGISTERED), Reader(1), usual=True)
    return " ".join(map(str, found.tally.shares(0).ravel()))


@pytest.mark.parametrize("figure", range(0, 60, 5))
def test_a_figure_alone_breaks_no_rule(figure: int) -> None:
    """Why tables without sums have no checks."""
    counts = possible_counts(figure)
    assert len(counts) >= 5
    assert counts[0] == 0 or counts[-1] > 4
    whole = sum(weight(count, figure) for count in counts)
    assert all(weight(count, figure) < 0.4 * whole for count in range(1, 5))


def test_a_server_starts_without_the_engine() -> None:
    code = (
        "import sys, signalering.privacy.disclosure.checks\n"
        "import signalering.services.statistics.attack\n"
        "sys.exit(bool({'numpy', 'highspy'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
