"""In which class of durations the middle one falls, as far as published figures prove it."""

from collections.abc import Sequence

from signalering.privacy.disclosure.rounding import possible_counts


def middle(figures: Sequence[int]) -> tuple[int, ...]:
    """The places of all classes, in their order, in which the middle one can fall.

    A published figure is at most 4 off, so each class holds from 4 fewer (never below 0) to 4
    more. A class is left out only where no such counts put the middle one in it: with one place
    left the class is certain, with more it is one of these. None for figures that are all 0.
    Raises ValueError for what is no published figure.
    """
    if not any(figures):
        return ()
    fewest = [possible_counts(figure)[0] for figure in figures]
    most = [possible_counts(figure)[-1] for figure in figures]
    return tuple(
        place
        for place in range(len(figures))
        if sum(fewest[:place]) <= sum(most[place:])
        and sum(fewest[place + 1 :]) <= sum(most[: place + 1])
    )
