"""Points, classes and changes of the scale, against the same rules worked out plainly."""

from itertools import product

import pytest

from signalering.domain.measures import (
    ONE_POINT,
    Item,
    ItemAnswer,
    Part,
    Response,
    Score,
    change,
    class_of,
    score,
)
from signalering.domain.packaged import packaged
from signalering.domain.states import ChangeClass
from signalering.domain.vocabularies import vocabulary

# Which is which stands in the file: here emotional ones are 2, 3 and 6.
PARTS = ("social", "emotional", "emotional", "social", "social", "emotional")
ITEMS = tuple(
    Item(f"item_{number}", Part(part), "zin", "line") for number, part in enumerate(PARTS)
)
SCALE = next(one for one in packaged("measures")["measures"] if one["code"] == "djg6")
NUMBERS = tuple(range(7))


def plainly(said: tuple[str | None, ...]) -> tuple[int | None, int | None, int | None]:
    """Emotional, social, total: counted by hand, with nothing of the program."""
    emotional = [answer for answer, part in zip(said, PARTS, strict=True) if part == "emotional"]
    social = [answer for answer, part in zip(said, PARTS, strict=True) if part == "social"]
    lonely = emotional.count("yes") + emotional.count("more_or_less")
    left_alone = social.count("no") + social.count("more_or_less")
    return (
        None if None in emotional else lonely,
        None if None in social else left_alone,
        None if said.count(None) > 1 else lonely + left_alone,
    )


def test_every_way_to_answer_six_items_has_the_points_of_the_rule() -> None:
    for said in product((None, "no", "more_or_less", "yes"), repeat=6):
        answers = {
            item.id: ItemAnswer(answer)
            for item, answer in zip(ITEMS, said, strict=True)
            if answer is not None
        }
        found = score(ITEMS, answers)
        assert (found.emotional, found.social, found.total) == plainly(said), said


def test_some_worked_out_on_paper() -> None:
    lonely = dict(zip((i.id for i in ITEMS), ["no", "yes", "yes", "no", "no", "yes"], strict=True))
    answers = {one: ItemAnswer(said) for one, said in lonely.items()}
    assert score(ITEMS, answers) == Score(3, 3, 6)
    del answers["item_0"]
    assert score(ITEMS, answers) == Score(3, None, 5)
    del answers["item_1"]
    assert score(ITEMS, answers) == Score(None, None, None)
    assert score(ITEMS, {}) == Score()


def test_an_order_means_nothing() -> None:
    answers = {"item_0": ItemAnswer.NO, "item_1": ItemAnswer.NO}
    assert score(ITEMS[::-1], answers) == score(ITEMS, answers)


def test_the_points_are_those_of_the_packaged_rules() -> None:
    for part, codes in ONE_POINT.items():
        ordered = [answer for answer in ItemAnswer if answer in codes]
        assert SCALE["scoring"][part] == f"1 point for {' or '.join(ordered)}"
    assert SCALE["answers"] == [*ItemAnswer]


def test_every_total_has_one_class_and_no_other_number_has() -> None:
    assert [class_of(total) for total in NUMBERS] == ["0-1"] * 2 + ["2-4"] * 3 + ["5-6"] * 2
    assert set(map(class_of, NUMBERS)) == set(vocabulary("djg6_classes").codes)
    for total in (-1, 7):
        with pytest.raises(ValueError, match="no total"):
            class_of(total)


@pytest.mark.parametrize(("before", "after"), list(product(NUMBERS, NUMBERS)))
def test_a_change_is_one_of_class(before: int, after: int) -> None:
    band = [0, 0, 1, 1, 1, 2, 2]
    step = band[after] - band[before]
    wanted = "same" if step == 0 else "less" if step < 0 else "more"
    # The direct question says the contrary, and doesn't count.
    assert change((after % 5, before), (before % 5, after)) == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (None, (1, 1), ChangeClass.NOT_MEASURED),
        ((1, 1), None, ChangeClass.NOT_MEASURED),
        ((4, None), (2, None), ChangeClass.LESS),
        ((2, None), (2, None), ChangeClass.SAME),
        ((0, 6), (1, None), ChangeClass.MORE),
        ((None, 6), (1, None), ChangeClass.NOT_MEASURED),
        ((None, None), (1, 1), ChangeClass.NOT_MEASURED),
    ],
)
def test_the_direct_question_decides_where_a_total_is_missing(
    before: tuple[int | None, int | None] | None,
    after: tuple[int | None, int | None] | None,
    wanted: ChangeClass,
) -> None:
    assert change(before, after) == wanted


def test_the_lists_have_these_codes() -> None:
    assert vocabulary("measure_responses").codes == tuple(Response)
    assert vocabulary("scale_answers").codes == tuple(ItemAnswer)
