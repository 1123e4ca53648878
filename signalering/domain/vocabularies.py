"""Closed lists with their labels, from the packaged data: what forms offer and pages show.

A code never changes its meaning; labels may. Loaded once, at import (some milliseconds).
"""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.term_lists import all_lists
from signalering.domain.terms import Term, Vocabulary

__all__ = [
    "VOCABULARIES",
    "Term",
    "Vocabulary",
    "area_of_place",
    "group_of_domain",
    "pillar_of_kind",
    "vocabulary",
]

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType(
    {name: Vocabulary(name, terms) for name, terms in all_lists().items()}
)


def vocabulary(name: str) -> Vocabulary:
    """A closed list by its name. Raises KeyError for an unknown name."""
    return VOCABULARIES[name]


def area_of_place(place: str) -> str:
    """The area in which a village (or elsewhere, or unknown) is counted. Raises KeyError."""
    return vocabulary("places").term(place).extra["area"]


def group_of_domain(domain: str) -> str:
    """The statistics group of a partner's domain. Raises KeyError."""
    return vocabulary("partner_domains").term(domain).extra["group"]


def pillar_of_kind(kind: str) -> str | None:
    """The pillar of a kind of offer; None for practical help, outside them. Raises KeyError."""
    return vocabulary("kinds").term(kind).extra["pillar"] or None
