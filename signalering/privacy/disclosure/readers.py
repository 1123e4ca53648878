"""Who reads figures, what they know beforehand, and which rules their conclusions break.

The audit never sees a true count. What a reader knows is drawn from tables that fit the figures:
such a table is as likely the true one as the figures allow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from signalering.privacy.disclosure.audit import wide
from signalering.privacy.disclosure.bounds import Program
from signalering.privacy.disclosure.layout import Whole
from signalering.privacy.disclosure.model import Model
from signalering.privacy.disclosure.question import Question, layout_of, starts
from signalering.privacy.disclosure.sampler import Prior, Sampler
from signalering.privacy.disclosure.signals import Signals, classes, laid, moved
from signalering.privacy.disclosure.tally import Claim, Tally, Targets

DRAWS = 3
KNOWN_BY_MANY = 0.8
# Chains and samples: 256 * 8 of the figures, and as many of a reader over all draws.
CHAINS = 256
_KEPT = 8
# Steps per signal before the first sample and between samples. By then the means of chains from
# different starts differ no more than chance makes them: decision 0028 has the measurements.
_BURN_IN = 120
_THIN = 6
# A reader's chains start from a table that is a sample already.
_BURN_IN_KNOWING = 60
_DRAWING_CHAINS = 16


@dataclass(frozen=True)
class Reader:
    """Somebody who knows the facts of one refined group of reporters, or most facts of all.

    With neither it is a stranger, who knows what is published.
    """

    group: int | None = None
    most: bool = False

    @property
    def stranger(self) -> bool:
        """Whether it knows no fact at all."""
        return self.group is None and not self.most


@dataclass(frozen=True)
class Known:
    """One draw of what a reader knows: per cell how many, and the signals it doesn't know."""

    cells: Whole
    rest: Signals


@dataclass(frozen=True)
class Asked:
    """A reader's samples: what `tally` says is about what it doesn't know, per draw of facts."""

    model: Model
    known: tuple[Known, ...]
    tally: Tally


def readers(asked: Question) -> Iterator[Reader]:
    """All readers of some figures."""
    yield Reader()
    groups = asked.model(closed=True).dimensions.get("group")
    yield from (Reader(group) for group in range(len(groups or ())))
    yield Reader(most=True)


@lru_cache(maxsize=8)
def sampled(asked: Question, reader: Reader, *, usual: bool, closed: bool | None = None) -> Asked:
    """Ask a reader. Unless told, the flat prior has a remainder of codes that are in no class.

    Raises NothingFits or OutOfTime where there is no table to start from.
    """
    narrowest = starts(asked).closed if usual or closed else False
    return ask(asked, reader, _known(asked, reader, narrowest), usual=usual, closed=narrowest)


def ask(
    asked: Question, reader: Reader, known: tuple[Known, ...], *, usual: bool, closed: bool
) -> Asked:
    """Sample what a reader must believe who knows these facts (one of them at a time)."""
    model = asked.model(closed=closed, without_group=reader.group)
    which = [chain % len(known) for chain in range(CHAINS)]
    cells = np.stack([held.cells for held in known])
    slots = max(1, int(model.most - cells[:, 0].min()))
    sampler = Sampler(
        layout_of(asked, closed, reader.group),
        _prior(asked, reader, model) if usual else Prior(),
        laid([known[draw].rest for draw in which], slots),
        cells[which],
        asked.chance("samples", reader, usual),
    )
    tally = Tally([0] * CHAINS if reader.stranger else which)
    sampler.run((_BURN_IN if reader.stranger else _BURN_IN_KNOWING) * slots)
    for _ in range(_KEPT):
        sampler.run(_THIN * slots)
        tally.add(sampler)
    return Asked(model, known, tally)


def _prior(asked: Question, reader: Reader, model: Model) -> Prior:
    if reader.most:
        return asked.usual(model, 1 - KNOWN_BY_MANY)
    if reader.group is None:
        return asked.usual(model)
    whole = asked.usual(asked.model(closed=starts(asked).closed))
    shares = whole.shares or {}
    return asked.usual(model, max(1 - shares["group"][reader.group], 1e-6))


def _known(asked: Question, reader: Reader, closed: bool) -> tuple[Known, ...]:
    """What a reader knows, as often as it is drawn; a stranger's draws are starts."""
    begun = starts(asked)
    if reader.stranger:
        return tuple(knowing(asked, reader, held, begun.model, closed) for held in begun.signals)
    return tuple(
        knowing(asked, reader, held, begun.model, closed) for held in fitting(asked)[:DRAWS]
    )


def knowing(asked: Question, reader: Reader, signals: Signals, model: Model, closed: bool) -> Known:
    """What a reader knows and doesn't know of signals, which are given in the reading of a model.

    `closed` is the reading in which it is asked.
    """
    whole = asked.model(closed=closed)
    own = asked.model(closed=closed, without_group=reader.group)
    layout = layout_of(asked, closed)
    knows = np.zeros(len(signals[0]), bool)
    if reader.most:
        knows = asked.chance("facts", reader, *signals[0]).random(len(knows)) < KNOWN_BY_MANY
    elif reader.group is not None:
        knows = classes(model, signals, "group") == reader.group
    facts = moved([atoms[knows] for atoms in signals], model, whole)
    counted = np.zeros(layout.cells + 1, np.int64)
    for atoms, block in zip(facts, layout.blocks, strict=True):
        np.add.at(counted, block.cells[atoms], 1)
    rest = [atoms[~knows] for atoms in signals]
    return Known(counted[:-1], moved(rest, model, own, reader.group))


@lru_cache(maxsize=4)
def fitting(asked: Question) -> tuple[Signals, ...]:
    """Some independent draws of the signals, as somebody with usual expectations draws them."""
    begun = starts(asked)
    chains = [begun.signals[chain % len(begun.signals)] for chain in range(_DRAWING_CHAINS)]
    layout = layout_of(asked, begun.closed)
    sampler = Sampler(
        layout,
        asked.usual(begun.model),
        laid(chains, begun.model.most),
        np.zeros((len(chains), layout.cells), np.int64),
        asked.chance("tables"),
    )
    sampler.run(_BURN_IN * begun.model.most)
    return tuple(
        [atoms[chain][sampler.alive[chain]] for atoms in sampler.records]
        for chain in range(_DRAWING_CHAINS)
    )


def claims(found: Asked) -> Iterator[tuple[int, Claim]]:
    """What a reader must believe, with the draw of facts that makes it do so."""
    for draw in range(found.tally.number):
        for claim in found.tally.claims(draw):
            yield draw, claim


def narrow(found: Asked) -> Iterator[int]:
    """Targets of which a stranger can prove that 1-4 are in it, or the count but for one or two.

    Samples are witnesses of what is possible, and so is each solution of an integer program, which
    proves what no witness shows. Raises OutOfTime.
    """
    targets = Targets(found.model)
    program = Program(found.model)
    least, most = found.tally.least[0].copy(), found.tally.most[0].copy()
    for target in range(len(targets)):
        # Nobody at all is nearly always seen to be possible: what lacks is more people.
        for sense in (-1, 1):
            if wide(int(least[target]), int(most[target])):
                break
            counts = program.extreme(*targets[target], sense)
            if counts is not None:
                values = targets.values(counts)
                np.minimum(least, values, out=least)
                np.maximum(most, values, out=most)
        if not wide(int(least[target]), int(most[target])):
            yield target
