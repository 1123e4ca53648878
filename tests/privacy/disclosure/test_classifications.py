"""Classes share no code, and coarser ones are made of whole finer ones."""

import pytest

from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.classifications import (
    AGES_3,
    AGES_4,
    AREAS_3,
    AREAS_4,
    AREAS_9,
    Classification,
)
from signalering.privacy.disclosure.groups import COLLECTOR, groups

ENOUGH = dict.fromkeys(("care", "housing", "debt_finance", "public", "community"), 3)


def members(held: Classification) -> list[str]:
    return [member for each in held.classes for member in each.members]


@pytest.mark.parametrize(
    ("held", "size"), [(AREAS_9, 9), (AREAS_4, 4), (AREAS_3, 3), (AGES_4, 4), (AGES_3, 3)]
)
def test_classes_share_no_code(held: Classification, size: int) -> None:
    assert len(held) == size
    assert len(set(members(held))) == len(members(held))
    assert all(each.nl and each.en and each.members for each in held.classes)


@pytest.mark.parametrize(
    ("coarse", "fine"), [(AREAS_4, AREAS_9), (AREAS_3, AREAS_4), (AGES_3, AGES_4)]
)
def test_coarser_classes_are_made_of_finer_ones(
    coarse: Classification, fine: Classification
) -> None:
    assert set(members(coarse)) == set(members(fine))
    for each in fine.classes:
        assert len({coarse.class_of[member] for member in each.members}) == 1


def test_what_is_unknown_is_in_no_class() -> None:
    assert "unknown" not in {*AGES_4.class_of, *AREAS_9.class_of, *AREAS_3.class_of}
    assert "elsewhere" not in AREAS_9.class_of


def test_all_groups_are_shown_when_each_has_three_partners() -> None:
    fine, coarse = groups(ENOUGH)
    assert (len(fine), len(coarse)) == (5, 3)
    for held in (fine, coarse):
        assert sorted(members(held)) == sorted(vocabulary("statistics_groups").codes)
    assert fine.class_of["resident"] == COLLECTOR


def test_a_group_with_two_partners_merges_in_both_classifications() -> None:
    fine, coarse = groups({**ENOUGH, "housing": 2})
    assert fine.class_of["housing"] == COLLECTOR
    assert coarse.class_of["housing"] == coarse.class_of["community"]
    assert coarse.class_of["debt_finance"] != coarse.class_of["community"]


def test_the_collecting_group_itself_never_stands_on_fewer_than_three() -> None:
    fine, _ = groups({"care": 9, "housing": 4, "debt_finance": 5, "public": 3})
    assert fine.class_of["public"] == COLLECTOR
    assert len(fine) == 4


def test_without_partners_all_is_one_class() -> None:
    fine, coarse = groups({})
    assert (len(fine), len(coarse)) == (1, 1)


def test_a_coarse_class_is_not_called_after_a_group_that_is_not_in_it() -> None:
    names = {held.code: held.nl for held in groups({**ENOUGH, "debt_finance": 1})[1].classes}
    assert names == {"care": "Zorg en welzijn", "living": "Wonen", "society": "Alle anderen"}
    whole = {held.code: held.nl for held in groups(ENOUGH)[1].classes}
    assert whole == {
        "care": "Zorg en welzijn",
        "living": "Wonen, schuld en geld",
        "society": "Overheid, vereniging en inwoner",
    }
