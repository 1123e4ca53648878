"""Single signals behind tables: from counts per block to lists, and from one reading to another."""

from collections.abc import Iterable, Sequence

import numpy as np

from signalering.privacy.disclosure.layout import Whole
from signalering.privacy.disclosure.model import Fact, Model
from signalering.privacy.disclosure.periods import Length
from signalering.privacy.disclosure.tables import Table

# Per block the atom of each signal, in one order of signals.
Signals = list[Whole]


def of_counts(model: Model, counts: Sequence[Whole], chance: np.random.Generator) -> Signals:
    """Signals that have these counts per block; what blocks leave open is left to chance."""
    found: Signals = []
    for number, block in enumerate(model.blocks):
        atoms = np.repeat(np.arange(block.atoms), counts[number])
        if block.parent is None:
            found.append(atoms)
            continue
        own, parents = (np.array(side, np.int64) for side in model.separators(number))
        atoms = chance.permutation(atoms)
        placed = np.empty_like(atoms)
        # Both sides have as many in each shared class.
        there = np.argsort(parents[found[block.parent]], kind="stable")
        placed[there] = atoms[np.argsort(own[atoms], kind="stable")]
        found.append(placed)
    return found


def classes(model: Model, signals: Signals, dim: str) -> Whole:
    """The class of each signal in a dimension."""
    place = next(at for at, block in enumerate(model.blocks) if dim in block.dims)
    block = model.blocks[place]
    return signals[place] // block.stride(dim) % block.sizes[block.dims.index(dim)]


def moved(signals: Signals, old: Model, new: Model, without_group: int | None = None) -> Signals:
    """The same signals in another reading of the same figures; none is of the group left out."""
    found: Signals = []
    for number, block in enumerate(new.blocks):
        atoms = np.zeros_like(signals[number])
        for dim in block.dims:
            place = classes(old, signals, dim)
            if dim == "group" and without_group is not None:
                place = place - (place > without_group)
            atoms += place * block.stride(dim)
        found.append(atoms)
    return found


def of_facts(model: Model, facts: Sequence[Fact], tables: Iterable[Table]) -> Signals:
    """Single signals of a year by their codes, in a model of that year's tables."""
    axes = {axis.code: axis for table in tables for axis in table.axes}
    periods, parts = (len(model.dimensions[name]) for name in ("period", "part"))
    within = Length.YEAR // periods
    found = [np.zeros(len(facts), np.int64) for _ in model.blocks]
    for number, fact in enumerate(facts):
        quarter = fact.quarter - 1
        places = {"period": quarter // within, "part": quarter % within * parts // within}
        for name, code in fact.codes.items():
            for place, classes_ in enumerate(
                model.dimensions[name].places if name in model.dimensions else ()
            ):
                if all(axes[axis].class_of.get(code) == held for axis, held in classes_.items()):
                    places[name] = place
                    break
        for at, block in enumerate(model.blocks):
            found[at][number] = sum(places[dim] * block.stride(dim) for dim in block.dims)
    return found


def laid(starts: Sequence[Signals], slots: int) -> list[Whole]:
    """Lists side by side as a sampler holds them: an atom per chain and slot, -1 where empty."""
    blocks = len(starts[0])
    found = [np.full((len(starts), slots), -1, np.int64) for _ in range(blocks)]
    for chain, start in enumerate(starts):
        for place in range(blocks):
            found[place][chain, : len(start[place])] = start[place]
    return found
