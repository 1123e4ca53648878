"""An installation knows its own secrets again, and names the one that isn't its own."""

from dataclasses import replace
from typing import Any

import pytest
from kit.town import Town, fixed_secret
from sqlalchemy import select

from signalering.models.keys.installation import SecretMark
from signalering.services.keys.marks import write_marks, wrong_secrets

FIELDS = {"FIGURES_KEY": "figures_key", "LOOKUP_KEY": "lookup_key"}


@pytest.fixture
def marked(town: Town) -> Town:
    """A town whose secrets are marked, as set-up does."""
    with town.committed() as work:
        write_marks(work)
    return town


def with_secret(town: Town, **secrets: Any) -> Town:
    """The same databases, started with other secrets."""
    settings = replace(town.house.settings, **secrets)
    return replace(town, house=replace(town.house, settings=settings))


def wrong(town: Town) -> list[str]:
    with town.work(writes=False) as work:
        return wrong_secrets(work)


def test_its_own_secrets_are_right(marked: Town) -> None:
    assert wrong(marked) == []


@pytest.mark.parametrize("name", FIELDS)
def test_a_wrong_one_is_named_and_no_other(marked: Town, name: str) -> None:
    assert wrong(with_secret(marked, **{FIELDS[name]: fixed_secret("another")})) == [name]


def test_two_wrong_ones_are_both_named(marked: Town) -> None:
    others = {field: fixed_secret(f"another {field}") for field in FIELDS.values()}
    assert wrong(with_secret(marked, **others)) == list(FIELDS)


def test_swapped_ones_are_both_wrong(marked: Town) -> None:
    settings = marked.house.settings
    swapped = with_secret(marked, figures_key=settings.lookup_key, lookup_key=settings.figures_key)
    assert wrong(swapped) == list(FIELDS)


def test_the_key_of_forms_may_be_renewed(marked: Town) -> None:
    """It signs tokens only; a new one costs nobody anything."""
    assert wrong(with_secret(marked, secret_key=fixed_secret("renewed"))) == []


def test_without_marks_none_is_right(town: Town) -> None:
    assert wrong(town) == list(FIELDS)


def test_a_mark_is_not_the_secret(marked: Town) -> None:
    with marked.work(writes=False) as work:
        marks = {row.name: row.mark for row in work.keys.scalars(select(SecretMark))}
        assert set(marks) == set(FIELDS)
        assert not set(marks.values()) & {work.settings.figures_key, work.settings.lookup_key}
    same = with_secret(
        marked,
        figures_key=marked.house.settings.figures_key,
        lookup_key=marked.house.settings.figures_key,
    )
    with same.work(writes=False) as work:
        assert wrong_secrets(work) == ["LOOKUP_KEY"]
