"""Fixed classifications: which class a code is counted in, from finest to coarsest.

"Unknown" ages, and areas "elsewhere" and "unknown", are in no class: they are counted in the total
alone. A class of their own would nearly always be small, and spreading them would be guessing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from signalering.domain.vocabularies import vocabulary


@dataclass(frozen=True)
class CountedClass:
    """One class with its labels and the codes that are counted in it."""

    code: str
    nl: str
    en: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Classification:
    """Classes of one dimension ("area", "age", "group") that share no code."""

    code: str
    dimension: str
    classes: tuple[CountedClass, ...]

    @property
    def class_of(self) -> Mapping[str, str]:
        """Code to class; a code that is missing is counted in the total alone."""
        return MappingProxyType(
            {member: held.code for held in self.classes for member in held.members}
        )

    def __len__(self) -> int:
        return len(self.classes)


def _as_listed(code: str, dimension: str, name: str, without: tuple[str, ...]) -> Classification:
    terms = [term for term in vocabulary(name).terms if term.code not in without]
    return Classification(
        code,
        dimension,
        tuple(CountedClass(term.code, term.nl, term.en, (term.code,)) for term in terms),
    )


def _merged(code: str, dimension: str, *classes: CountedClass) -> Classification:
    return Classification(code, dimension, classes)


_NAALDWIJK = ("naaldwijk", "honselersdijk", "maasdijk")
_EAST = CountedClass(
    "east",
    "Wateringen, Kwintsheul en Poeldijk",
    "Wateringen, Kwintsheul and Poeldijk",
    ("wateringen", "kwintsheul", "poeldijk"),
)
_COAST = CountedClass(
    "coast",
    "'s-Gravenzande en Monster",
    "'s-Gravenzande and Monster",
    ("s-gravenzande", "monster"),
)

AREAS_9 = _as_listed("areas-9", "area", "areas", ("elsewhere", "unknown"))
AREAS_4 = _merged(
    "areas-4",
    "area",
    CountedClass(
        "centre",
        "Naaldwijk, Honselersdijk en Maasdijk",
        "Naaldwijk, Honselersdijk and Maasdijk",
        _NAALDWIJK,
    ),
    _COAST,
    _EAST,
    CountedClass("de-lier", "De Lier", "De Lier", ("de-lier",)),
)
# De Lier borders on Maasdijk and Naaldwijk.
AREAS_3 = _merged(
    "areas-3",
    "area",
    CountedClass(
        "centre-and-de-lier",
        "Naaldwijk, Honselersdijk, Maasdijk en De Lier",
        "Naaldwijk, Honselersdijk, Maasdijk and De Lier",
        (*_NAALDWIJK, "de-lier"),
    ),
    _COAST,
    _EAST,
)

AGES_4 = _as_listed("ages-4", "age", "age_bands", ("unknown",))
AGES_3 = _merged(
    "ages-3",
    "age",
    CountedClass("18-64", "18 tot en met 64 jaar", "18 to 64", ("18-34", "35-64")),
    CountedClass("65-74", "65 tot en met 74 jaar", "65 to 74", ("65-74",)),
    CountedClass("75+", "75 jaar of ouder", "75 or older", ("75+",)),
)
