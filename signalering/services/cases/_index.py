"""Details of residents in memory, arranged for searching: nothing of it is ever stored."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from rapidfuzz import fuzz, process

from signalering.domain.finding import (
    SearchKind,
    address_words,
    fold,
    fold_mail,
    is_number,
    likeness_of_number,
    likeness_of_phone,
    phone_numbers,
    stem_of,
)

Standing = Mapping[str, Sequence[UUID]]
Scores = dict[UUID, float]
# Of 100: a letter or two off still counts, another name does not.
ALIKE = 70.0
BEGINS = 90.0
# A word of three letters begins another, a shorter one begins everything.
BEGINNING = 3
# Who types more words than a name or an address has, is not found any better by them.
MOST_WORDS = 8
# Small words of Dutch and other surnames, which say nothing by themselves.
SMALL = frozenset(
    ("van", "der", "den", "de", "het", "v", "d", "vd", "ter", "ten", "te", "t", "el", "al", "la")
)


@dataclass(frozen=True)
class Known:
    """What one resident can be found by; the name as names are compared."""

    name: str = field(repr=False)
    phone: str = field(repr=False)
    email: str = field(repr=False)
    address: str = field(repr=False)


@dataclass(frozen=True)
class Index:
    """Details by id; each arrangement is made when it is first asked for, so a search by name
    waits for no folding of streets."""

    known: Mapping[UUID, Known] = field(repr=False)

    @cached_property
    def names(self) -> Standing:
        """In whose name each word stands."""
        return _standing((one, details.name.split()) for one, details in self.known.items())

    @cached_property
    def places(self) -> Standing:
        """In whose address each word, number and postcode stands."""
        return _standing((o, address_words(d.address)) for o, d in self.known.items() if d.address)

    @cached_property
    def phones(self) -> Standing:
        """Whose each number is."""
        return _standing((o, phone_numbers(d.phone)) for o, d in self.known.items() if d.phone)

    @cached_property
    def mails(self) -> Standing:
        """Whose each address of e-mail is."""
        return _standing((o, [fold_mail(d.email)]) for o, d in self.known.items() if d.email)

    def alike(self, kind: SearchKind, text: str) -> Scores:
        """Of 100, how much the details of each are like this; those that are not are left out."""
        if kind is SearchKind.PHONE:
            likeness = likeness_of_phone(text)
            return _best(self.phones, ((number, likeness(number)) for number in self.phones))
        if kind is SearchKind.EMAIL:
            wanted = fold_mail(text)
            return _best(self.mails, ((m, BEGINS) for m in self.mails if m.startswith(wanted)))
        if kind is SearchKind.ADDRESS:
            words = address_words(text)[:MOST_WORDS]
            return _each_word(words, {w: _best(self.places, _places_like(self, w)) for w in words})
        folded = fold(text).split()
        words = tuple([word for word in folded if word not in SMALL] or folded)[:MOST_WORDS]
        return _each_word(words, {w: _best(self.names, _like(self.names, w)) for w in words})


def _standing(words_of: Iterable[tuple[UUID, Iterable[str]]]) -> Standing:
    standing = defaultdict(list)
    for one, words in words_of:
        for word in set(words):
            standing[word].append(one)
    return standing


def _best(standing: Standing, scored: Iterable[tuple[str, float]]) -> Scores:
    best: Scores = {}
    for word, score in scored:
        if score:
            for one in standing[word]:
                best[one] = max(best.get(one, 0.0), score)
    return best


def _each_word(words: Sequence[str], found: Mapping[str, Scores]) -> Scores:
    """Every word counts alike, in whatever order; who lacks too much of them is left out."""
    scores: Scores = defaultdict(float)
    for word in words:
        for one, score in found[word].items():
            scores[one] += score / len(words)
    return {one: score for one, score in scores.items() if score >= ALIKE}


def _like(standing: Standing, word: str) -> Iterable[tuple[str, float]]:
    """Words that sound like this one; a typed beginning of a word is nearly the word."""
    near = process.extract_iter(word, standing.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    yield from ((other, score) for other, score, _ in near)
    if len(word) >= BEGINNING:
        yield from ((other, BEGINS) for other in standing if other.startswith(word))


def _places_like(index: Index, word: str) -> Iterable[tuple[str, float]]:
    """Streets whose own part is alike too: half of Kerkstraat is every street's. No other number
    is like a number."""
    if is_number(word):
        return ((other, likeness_of_number(other, word)) for other in index.places)
    stem = stem_of(word)
    return (
        (other, score)
        for other, score in _like(index.places, word)
        if other.startswith(word) or fuzz.ratio(stem, stem_of(other)) >= ALIKE
    )
