"""Attackers of a year's figures, over all its releases together: bounds, a stranger, a partner."""

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from signalering.privacy.disclosure.bounds import Program
from signalering.privacy.disclosure.layout import Whole
from signalering.privacy.disclosure.model import Fact, Model, Shows
from signalering.privacy.disclosure.question import Question, starts
from signalering.privacy.disclosure.readers import (
    Asked,
    Reader,
    ask,
    claims,
    knowing,
    narrow,
    sampled,
)
from signalering.privacy.disclosure.signals import Signals, classes, of_facts
from signalering.privacy.disclosure.tally import Targets

# How many targets an attacker is sure of, and how many of those rightly.
Score = tuple[int, int]


def truth(asked: Question, facts: Sequence[Fact]) -> tuple[Model, Signals]:
    """The true signals, in the reading of somebody who knows that every code is in a class."""
    model = asked.model(closed=True)
    tables = chain.from_iterable(each.tables for each in (asked.candidate, *asked.frozen))
    return model, of_facts(model, facts, tables)


def bounds(asked: Question, facts: Sequence[Fact]) -> Score:
    """Published cells that don't show their count, and of which one count alone is possible."""
    model, signals = truth(asked, facts)
    true = Targets(model).values(counts_of(model, signals))
    right = [count == true[target] for target, count in _sure(asked, model)]
    return len(right), int(sum(right))


def _sure(asked: Question, model: Model) -> Iterator[tuple[int, int]]:
    """Fractions are allowed here: what is sure with them is sure, and crossed counts take long."""
    targets, program = Targets(model), Program(model, relaxed=True)
    seen = [
        targets.values(counts_of(start.model, each))
        for start in [starts(asked)]
        for each in start.signals
    ]
    if not starts(asked).closed:
        seen = []
    for target, cell in enumerate(model.cells):
        if cell.shows is Shows.EXACT or len({int(values[target]) for values in seen}) > 1:
            continue
        high = program.least(*targets[target], -1)
        low = program.least(*targets[target], 1)
        if low is not None and low == high:
            yield target, low


def proven(asked: Question) -> int:
    """How many targets have an interval that the audit does not allow."""
    return sum(1 for _ in narrow(sampled(asked, Reader(), usual=False, closed=True)))


def stranger(asked: Question, facts: Sequence[Fact]) -> Score:
    """What must be believed by somebody who knows what is published, with either prior."""
    return _scored(
        (sampled(asked, Reader(), usual=usual, closed=True) for usual in (False, True)),
        truth(asked, facts),
    )


def partner(asked: Question, facts: Sequence[Fact]) -> Score:
    """The same of the largest group of reporters, which knows its own true facts."""
    model, signals = truth(asked, facts)
    if "group" not in model.dimensions:
        return 0, 0
    sizes = np.bincount(classes(model, signals, "group"))
    reader = Reader(int(sizes.argmax()))
    known = knowing(asked, reader, signals, model, True)
    rest = asked.model(closed=True, without_group=reader.group)
    return _scored(
        (ask(asked, reader, (known,), usual=usual, closed=True) for usual in (False, True)),
        (rest, known.rest),
    )


def _scored(every: Iterator[Asked], true: tuple[Model, Signals]) -> Score:
    """A target that both priors claim counts once."""
    model, signals = true
    counts = counts_of(model, signals)
    values = Targets(model).values(counts)
    found = {(claim.target, claim.count) for asked in every for _, claim in claims(asked)}
    return len(found), int(sum(values[target] == count for target, count in found))


def counts_of(model: Model, signals: Signals) -> list[Whole]:
    """Counts per block of single signals."""
    return [
        np.bincount(atoms, minlength=block.atoms)
        for atoms, block in zip(signals, model.blocks, strict=True)
    ]
