"""Made-up signals are the same for a seed, and lean as life does."""

from collections import Counter

from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.classifications import AGES_4, AREAS_9
from signalering.privacy.disclosure.made_up import AGES, GROUPS, inhabitants, made_up


def test_a_seed_gives_the_same_signals() -> None:
    first = list(made_up(3, 50))
    assert first == list(made_up(3, 50))
    assert first != list(made_up(4, 50))
    assert first[:20] == list(made_up(3, 20))


def test_codes_are_those_that_are_counted() -> None:
    assert set(inhabitants()) == set(AREAS_9.class_of)
    assert set(AGES) == set(AGES_4.class_of)
    assert set(GROUPS) <= set(vocabulary("statistics_groups").codes)


def test_shares_are_kept() -> None:
    signals = list(made_up(1, 2000))
    ages = Counter(signal.age for signal in signals)
    assert [code for code, _ in ages.most_common()] == ["75+", "65-74", "35-64", "18-34"]
    areas = Counter(signal.area for signal in signals)
    assert areas["naaldwijk"] > 3 * areas["maasdijk"] > 0
    assert set(Counter(signal.quarter for signal in signals)) == {1, 2, 3, 4}
    assert len({signal.number for signal in signals}) == 2000
