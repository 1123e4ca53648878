"""Tables that show many targets to be possible at once, so that few are asked one by one.

A chain seldom comes where a small cell holds more than one: most of what samples leave open is
possible. Which tables are tried has no bearing on what is proven, for each fits the figures.
"""

from collections.abc import Iterator

import numpy as np

from signalering.privacy.disclosure.audit import NARROWEST, SMALL, wide
from signalering.privacy.disclosure.bounds import Program
from signalering.privacy.disclosure.layout import Whole
from signalering.privacy.disclosure.tally import Targets

_SEVERAL = 8


def witnesses(program: Program, targets: Targets, least: Whole, most: Whole) -> Iterator[Whole]:
    """Values of all targets, of tables in which some hold more than was seen.

    The caller widens `least` and `most` by each before it takes the next.
    """
    chance = np.random.default_rng(0)
    open_ = [t for t in range(len(targets)) if not wide(int(least[t]), int(most[t]))]
    several = _SEVERAL
    while open_:
        chosen = [open_[place] for place in chance.permutation(len(open_))[:several]]
        counts = program.holding([(*targets[t], _enough(int(least[t]))) for t in chosen])
        if counts is not None:
            yield targets.values(counts)
            several = 2 * len(chosen)
        elif len(chosen) > 1:
            several = len(chosen) // 2
        else:
            open_.remove(chosen[0])
        open_ = [t for t in open_ if not wide(int(least[t]), int(most[t]))]


def _enough(least: int) -> int:
    """From which count on a target is wide, if it can be as low as this."""
    return least + NARROWEST - 1 if least < SMALL[0] else max(least + NARROWEST - 1, SMALL[-1] + 1)
