"""A report says what published figures carry, and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kit.made_of import TABLES, figures_of, period, shares_of, table

from signalering.domain.report_texts import TEXTS
from signalering.domain.views.statistics.published import PublishedPeriod
from signalering.domain.views.statistics.report import Said, Statement, Topic
from signalering.privacy.disclosure.gap import gap_rows, gap_statements
from signalering.privacy.disclosure.shown import Change, change, clear_change
from signalering.privacy.disclosure.statements import TABLES as TOLD_FROM
from signalering.privacy.disclosure.statements import missing, statements
from signalering.privacy.disclosure.tables import Kind

AREAS = ("naaldwijk", "monster", "wateringen", "de-lier")


def told(each: PublishedPeriod, topic: Topic) -> list[Said]:
    return [said.kind for said in statements(each, None) if said.topic is topic]


@pytest.mark.parametrize(
    ("earlier", "later", "kind"),
    [
        (100, 160, Said.MORE),
        (160, 100, Said.FEWER),
        (100, 120, Said.NO_CLEAR_CHANGE),
        (50, 50, Said.NO_CLEAR_CHANGE),
        (0, 15, Said.MORE),
    ],
)
def test_more_or_fewer_only_with_a_clear_change(earlier: int, later: int, kind: Said) -> None:
    _, step, *_ = statements(period("2027", later), period("2026", earlier))
    assert step.kind is kind
    assert step.period == "2026"
    assert step.second is not None
    assert step.second.figure == earlier


def test_without_a_period_before_nothing_is_compared() -> None:
    assert told(period("2026", 100), Topic.MANY) == [Said.TOTAL, Said.NOTHING_BEFORE]


def test_a_small_period_has_its_total_alone() -> None:
    small = period("2026Q1", 15, table(Kind.AREA, dict.fromkeys(AREAS, 5), 15))
    said = statements(small, None)
    assert [each.kind for each in said] == [Said.TOTAL, Said.NOTHING_BEFORE, Said.ALONE]
    assert missing(small, yearly=False) == ()


@pytest.mark.parametrize(
    ("figures", "kind", "named"),
    [
        ((60, 10, 10, 10), Said.MOST, ["naaldwijk"]),
        ((60, 55, 5, 0), Said.SEVERAL, ["naaldwijk", "monster"]),
        ((30, 25, 20, 20), Said.SPREAD, []),
        ((0, 0, 0, 0), Said.TOO_SMALL, []),
    ],
)
def test_an_area_is_named_only_if_it_clearly_leads(
    figures: tuple[int, ...], kind: Said, named: list[str]
) -> None:
    cells = dict(zip(AREAS, figures, strict=True))
    (said,) = statements(period("2026", 95, table(Kind.AREA, cells, 95)), None)[2:]
    assert said.kind is kind
    assert [each.label.code for each in said.named] == named


def test_a_share_needs_a_base_of_fifty() -> None:
    for base, share in ((45, None), (50, 60)):
        cells = dict(zip(AREAS, (30, 0, 0, 0), strict=True))
        (said,) = statements(period("2026Q1", base, table(Kind.AREA, cells, base)), None)[2:]
        assert said.named[0].percent == share


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        ({"less": 60, "more": 10, "not_measured": 5}, [Said.BETTER, Said.NOT_MEASURED]),
        ({"less": 10, "more": 60}, [Said.WORSE]),
        ({"less": 20, "more": 15}, [Said.NO_CLEAR_DIFFERENCE]),
        ({"less": 0, "more": 0, "not_measured": 0}, [Said.TOO_SMALL, Said.NOT_MEASURED]),
        ({"less": 20}, [Said.TOO_SMALL]),
    ],
)
def test_loneliness_changed_only_with_a_clear_difference(
    cells: dict[str, int], kinds: list[Said]
) -> None:
    assert told(period("2026", 95, table(Kind.CHANGE, cells)), Topic.CHANGE) == kinds


@pytest.mark.parametrize(
    ("cells", "kind", "named"),
    [
        ((200, 10, 5, 0), Said.MIDDLE, 1),
        ((50, 50, 5, 0), Said.MIDDLE_ONE_OF, 2),
        ((5, 5, 5, 5), Said.MIDDLE_UNSURE, 0),
        ((0, 0, 0, 0), Said.MIDDLE_UNSURE, 0),
    ],
)
def test_the_middle_one_has_a_class_and_no_number(
    cells: tuple[int, ...], kind: Said, named: int
) -> None:
    held = dict(zip(("0-2", "3-5", "6-10", "11+"), cells, strict=True))
    (said,) = statements(period("2026", 100, table(Kind.PICK_UP, held)), None)[2:]
    assert (said.kind, len(said.named)) == (kind, named)
    assert all(each.figure is None for each in said.named)


def test_what_is_missing_says_why() -> None:
    quarter = period("2026Q1", 40, table(Kind.AREA, dict.fromkeys(AREAS, 10), 40))
    found = dict(missing(quarter, yearly=False))
    assert Topic.AREA not in found
    assert found[Topic.AGE] is Said.NOT_YET
    assert found[Topic.OUTCOME] is Said.YEAR_ONLY
    assert set(dict(missing(period("2026", 40), yearly=True)).values()) == {Said.NOT_YET}


def test_a_gap_is_a_clear_one_between_what_can_be_compared() -> None:
    wishes = {"encounters": 60, "activities": 20, "development": 5, "listening": 90}
    linked = {"encounters": 15, "activities": 15, "development": 30}
    year = period("2026", 200, table(Kind.WISH, wishes, 200), table(Kind.PILLAR, linked))
    (said,) = gap_statements(year)
    assert said.kind is Said.GAP
    assert [each.label.code for each in said.named] == ["encounters"]
    assert [row.figures[1] is None for row in gap_rows(year)] == [False, False, False, True]
    level = period("2026", 200, table(Kind.WISH, linked, 200), table(Kind.PILLAR, linked))
    assert [each.kind for each in gap_statements(level)] == [Said.NO_GAP]
    assert gap_statements(period("2026", 200, table(Kind.WISH, wishes, 200))) == ()
    assert gap_rows(period("2026", 200)) == ()


FIGURES = st.one_of(st.integers(0, 3), st.integers(0, 40)).map(lambda fives: 5 * fives)


@st.composite
def periods(draw: st.DrawFn, code: str) -> PublishedPeriod:
    """Any figures at all, whether they go together or not."""
    tables = []
    for kind in draw(st.sets(st.sampled_from(sorted(TOLD_FROM.values())))):
        cells = {held.code: draw(FIGURES) for held in TABLES[kind].axes[0].classes}
        tables.append(table(kind, cells, draw(st.none() | FIGURES)))
    return period(code, draw(FIGURES), *tables, closed=draw(st.none() | FIGURES))


def carried(said: Statement) -> set[int]:
    held = [said.first, said.second, *(each.figure for each in said.named)]
    return {each.figure for each in held if each is not None} - {0}


@given(st.none() | periods("2026"), periods("2027"))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_figures_no_statement_says_more(
    earlier: PublishedPeriod | None, now: PublishedPeriod
) -> None:
    known = figures_of(now) | (figures_of(earlier) if earlier else set())
    shares = shares_of(now) | {None}
    for said in (*statements(now, earlier), *gap_statements(now)):
        assert said.text == TEXTS[said.topic, said.kind]
        assert carried(said) <= known
        assert {said.percent, *(each.percent for each in said.named)} <= shares
        _holds(said, now)


def _holds(said: Statement, now: PublishedPeriod) -> None:
    """Judged again, by the figures that the sentence itself carries."""
    first = said.first.figure if said.first else 0
    second = said.second.figure if said.second else 0
    if said.kind in (Said.MORE, Said.BETTER, Said.GAP):
        assert change(second, first) is Change.MORE
    if said.kind in (Said.FEWER, Said.WORSE):
        assert change(second, first) is Change.FEWER
    if said.kind in (Said.NO_CLEAR_CHANGE, Said.NO_CLEAR_DIFFERENCE):
        assert not clear_change(second, first)
    if said.kind in (Said.MOST, Said.SEVERAL):
        held = now.table(TOLD_FROM[said.topic])
        assert held is not None
        named = {each.label.code for each in said.named}
        rest = [cell.figure for codes, cell in held.cells.items() if codes[0] not in named]
        for each in said.named:
            assert each.figure is not None
            assert each.figure == held.cells[each.label.code,]
            assert all(change(other, each.figure.figure) is Change.MORE for other in rest)
