"""Trying many targets at once proves what asking them one by one proves."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.privacy.disclosure.audit import wide
from signalering.privacy.disclosure.bounds import Program
from signalering.privacy.disclosure.model import Block, Cell, Model
from signalering.privacy.disclosure.tally import Targets
from signalering.privacy.disclosure.witnesses import witnesses


def crossed(figures: list[list[int]], down: list[int], total: int) -> Model:
    """Figures of a table of rows and columns, of its rows, and of all."""
    columns = len(figures[0])
    cells = [
        Cell(("p", "crossed", (str(row), str(at))), figure, 10 + row * columns + at, 0, 0, (place,))
        for row, line in enumerate(figures)
        for at, figure in enumerate(line)
        for place in [row * columns + at]
    ]
    cells += [
        Cell(
            ("p", "rows", (str(row),)),
            figure,
            100 + row,
            0,
            1,
            tuple(range(row * columns, (row + 1) * columns)),
        )
        for row, figure in enumerate(down)
    ]
    every = tuple(range(len(figures) * columns))
    cells.append(Cell(("p", "total", ()), total, 1, 0, 2, every))
    return Model(
        {}, (Block(("row", "column"), (len(figures), columns)),), tuple(cells), total, total + 4
    )


def exact(model: Model) -> list[tuple[int, int] | None]:
    program, targets = Program(model), Targets(model)
    found = []
    for target in range(len(targets)):
        low, high = (program.least(*targets[target], sense) for sense in (1, -1))
        found.append(None if low is None or high is None else (low, high))
    return found


FIVES = st.sampled_from([0, 0, 0, 5, 10])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(FIVES, min_size=3, max_size=3), min_size=3, max_size=3), st.data())
def test_each_witness_fits_and_what_is_left_is_what_cannot_be(
    figures: list[list[int]], data: st.DataObject
) -> None:
    down = [data.draw(st.sampled_from([0, 5, 10, sum(row)])) for row in figures]
    model = crossed(figures, down, data.draw(st.sampled_from([sum(down), sum(down) + 5])))
    program, targets = Program(model), Targets(model)
    spans = exact(model)
    start = program.feasible(np.random.default_rng(1))
    if start is None:
        assert set(spans) == {None}
        return
    least = targets.values(start)
    most = least.copy()
    for values in witnesses(program, targets, least, most):
        for count, span in zip(values, spans, strict=True):
            assert span is not None
            assert span[0] <= count <= span[1]
        np.minimum(least, values, out=least)
        np.maximum(most, values, out=most)
    for low, high, span in zip(least, most, spans, strict=True):
        assert span is not None
        if wide(int(low), int(high)):
            assert wide(*span)
        else:
            # Nothing that holds enough was kept back: it can't hold more than that.
            assert span[1] < max(int(low) + 2, 5 if low else 0)
