"""A closed list and its terms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Term:
    """One code with its labels; `extra` holds further codes (area, group, pillar, help_hint)."""

    code: str
    nl: str
    en: str
    extra: Mapping[str, str] = field(default_factory=lambda: _NOTHING, hash=False)

    def label(self, language: str = "nl") -> str:
        """The label in a language; Dutch for any other than English."""
        return self.en if language == "en" else self.nl


class Vocabulary:
    """A closed list, in the order in which people should see it."""

    def __init__(self, name: str, terms: Iterable[Term]) -> None:
        self.name = name
        self.terms = tuple(terms)
        self._by_code = {term.code: term for term in self.terms}

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in their order."""
        return tuple(self._by_code)

    def term(self, code: str) -> Term:
        """The term of a code. Raises KeyError for a foreign one."""
        return self._by_code[code]

    def label(self, code: str, language: str = "nl") -> str:
        """The label of a code. Raises KeyError for a foreign one."""
        return self._by_code[code].label(language)

    def choices(self, language: str = "nl") -> list[tuple[str, str]]:
        """Pairs of code and label, for a form."""
        return [(term.code, term.label(language)) for term in self.terms]

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)
