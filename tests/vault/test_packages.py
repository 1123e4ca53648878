"""A package opens with both halves."""

import pytest

from signalering.vault.kinds import LinkSecret, Share
from signalering.vault.packages import new_link_secret, new_share, package_key

LINK = LinkSecret(bytes(range(32)))
SHARE = Share(bytes(32))


def test_the_key_is_pinned() -> None:
    assert package_key(LINK, SHARE).hex() == (
        "eaf09292d8286e9e0485feba77b65bf149562cb9a87cb43a1ee7820813fbcbec"
    )


def test_either_half_changes_the_key() -> None:
    made = {
        package_key(LINK, SHARE),
        package_key(LINK, new_share()),
        package_key(new_link_secret(), SHARE),
        package_key(LinkSecret(SHARE), Share(LINK)),
    }
    assert len(made) == 4


@pytest.mark.parametrize("length", [0, 31, 33])
def test_half_a_half_makes_no_key(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        package_key(LinkSecret(bytes(length)), SHARE)
    with pytest.raises(ValueError, match="32 bytes"):
        package_key(LINK, Share(bytes(length)))
