"""Tags: found by their owner, strangers to everybody else."""

import hmac

import pytest

from signalering.vault.encoding import frame
from signalering.vault.kinds import TagKey
from signalering.vault.tags import purpose_tag, tags

KEY = TagKey(bytes(range(32)))


def test_tags_are_pinned() -> None:
    assert [tag.hex() for tag in tags(KEY, "2026-11", 0, 2)] == [
        "ac6baf76a1ad737d46912aa63238d59d",
        "fed7a7e8de2b1bddd5a6b5274e0ebb26",
    ]
    assert purpose_tag(KEY, "draft", "x").hex() == "525d69e1ef32039c60369ddede243cb1"


def test_a_tag_is_the_keyed_hash_of_month_and_number() -> None:
    [tag] = tags(KEY, "2026-11", 7, 1)
    assert tag == hmac.digest(KEY, frame("2026-11", 7), "sha256")[:16]


def test_counting_on_gives_the_same_tags_as_counting_at_once() -> None:
    assert tags(KEY, "2026-11", 0, 5) + tags(KEY, "2026-11", 5, 5) == tags(KEY, "2026-11", 0, 10)


def test_no_tag_comes_twice() -> None:
    months = [f"{year}-{month:02d}" for year in (2025, 2026) for month in range(1, 13)]
    keys = [KEY, TagKey(bytes(32))]
    made = [tag for key in keys for month in months for tag in tags(key, month, 0, 32)]
    made += [purpose_tag(key, purpose, 1) for key in keys for purpose in ("draft", "session")]
    assert len(set(made)) == len(made)


def test_a_purpose_tag_tells_types_of_values_apart() -> None:
    assert purpose_tag(KEY, "draft", "1") != purpose_tag(KEY, "draft", 1)


@pytest.mark.parametrize("month", ["2026-1", "2026-13", "2026-00", "26-11", "2026-11-01", ""])
def test_a_month_is_spelled_in_one_way(month: str) -> None:
    with pytest.raises(ValueError, match="month"):
        tags(KEY, month, 0, 1)
