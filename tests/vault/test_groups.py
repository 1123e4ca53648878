"""Who holds a group's key, how it is handed on, and who vouches for whom."""

import re
from uuid import UUID, uuid4

import pytest

from signalering.domain.errors import CannotOpen
from signalering.vault import groups, hybrid, shares, users
from signalering.vault.encoding import frame
from signalering.vault.kinds import GroupSecret

EPOCH = UUID("66666666-7777-4888-9999-aaaaaaaaaaaa")
MEMBER = UUID("11111111-2222-4333-8444-555555555555")
SECRET = GroupSecret(bytes(range(32)))
RECOVERY = shares.new_recovery_secret()
RECOVERY_PUBLIC = shares.recovery_public_key(RECOVERY)
USER = users.new_user_secret()
USER_PUBLIC = users.public_key(USER)


def test_a_member_opens_their_grant_and_learns_which_recovery_key_belongs_to_it() -> None:
    blob = groups.grant(USER_PUBLIC, SECRET, "casework", EPOCH, MEMBER, RECOVERY_PUBLIC)
    opened = groups.open_grant(USER, blob, "casework", EPOCH, MEMBER)
    assert opened.secret == SECRET
    assert opened.recovery_hash == groups.recovery_hash(RECOVERY_PUBLIC)
    swapped = shares.recovery_public_key(shares.new_recovery_secret())
    assert opened.recovery_hash != groups.recovery_hash(swapped)


@pytest.mark.parametrize(
    ("group", "epoch", "member"),
    [("audit", EPOCH, MEMBER), ("casework", uuid4(), MEMBER), ("casework", EPOCH, uuid4())],
)
def test_a_grant_counts_for_one_group_one_epoch_and_one_member(
    group: str, epoch: UUID, member: UUID
) -> None:
    blob = groups.grant(USER_PUBLIC, SECRET, "casework", EPOCH, MEMBER, RECOVERY_PUBLIC)
    with pytest.raises(CannotOpen):
        groups.open_grant(USER, blob, group, epoch, member)


def test_a_colleague_can_not_open_it() -> None:
    blob = groups.grant(USER_PUBLIC, SECRET, "casework", EPOCH, MEMBER, RECOVERY_PUBLIC)
    with pytest.raises(CannotOpen):
        groups.open_grant(users.new_user_secret(), blob, "casework", EPOCH, MEMBER)


def test_a_grant_of_another_length_is_no_grant() -> None:
    blob = hybrid.seal_to(USER_PUBLIC, SECRET, frame("grant", "casework", EPOCH, MEMBER))
    with pytest.raises(CannotOpen):
        groups.open_grant(USER, blob, "casework", EPOCH, MEMBER)


def test_an_opened_grant_is_never_printed() -> None:
    assert SECRET.hex() not in repr(groups.Grant(SECRET, b"hash"))
    assert repr(bytes(SECRET)) not in repr(groups.Grant(SECRET, b"hash"))


def test_the_recovery_secret_opens_the_group_secret_of_its_epoch() -> None:
    blob = groups.recovery_wrap(RECOVERY_PUBLIC, SECRET, "audit", EPOCH)
    assert groups.open_recovery_wrap(RECOVERY, blob, "audit", EPOCH) == SECRET
    with pytest.raises(CannotOpen):
        groups.open_recovery_wrap(RECOVERY, blob, "casework", EPOCH)
    with pytest.raises(CannotOpen):
        groups.open_recovery_wrap(RECOVERY, blob, "audit", MEMBER)
    with pytest.raises(CannotOpen):
        groups.open_recovery_wrap(shares.new_recovery_secret(), blob, "audit", EPOCH)


def test_a_recovery_wrap_of_another_length_is_none() -> None:
    blob = hybrid.seal_to(RECOVERY_PUBLIC, b"short", frame("recovery", "audit", EPOCH))
    with pytest.raises(CannotOpen):
        groups.open_recovery_wrap(RECOVERY, blob, "audit", EPOCH)


def test_an_endorsement_holds_for_one_account_and_one_key() -> None:
    stored = groups.endorsement(SECRET, MEMBER, USER_PUBLIC)
    other_public = users.public_key(users.new_user_secret())
    assert groups.endorsed(SECRET, MEMBER, USER_PUBLIC, stored)
    assert not groups.endorsed(SECRET, EPOCH, USER_PUBLIC, stored)
    assert not groups.endorsed(SECRET, MEMBER, other_public, stored)
    assert not groups.endorsed(groups.new_group_secret(), MEMBER, USER_PUBLIC, stored)
    assert not groups.endorsed(SECRET, MEMBER, USER_PUBLIC, b"")


def test_wrapping_keys_differ_by_group_epoch_and_secret() -> None:
    other = groups.new_group_secret()
    made = {
        groups.wrapping_key(SECRET, "casework", EPOCH),
        groups.wrapping_key(SECRET, "audit", EPOCH),
        groups.wrapping_key(SECRET, "casework", MEMBER),
        groups.wrapping_key(other, "casework", EPOCH),
        SECRET,
    }
    assert len(made) == 5


def test_derivations_are_pinned() -> None:
    assert groups.wrapping_key(SECRET, "casework", EPOCH).hex() == (
        "95be9e4572978eb74f9cae17e0e0a43b530ff759744fac0b565246d2ae96b359"
    )
    assert groups.recovery_hash(b"public").hex() == (
        "4162c13293810d756edd7008376cccf027141faa37d4999f8acf1c16434adf53"
    )
    assert groups.endorsement(SECRET, MEMBER, b"public").hex() == (
        "7be155c5644efbebe9acc2e0dd87eaf166f653a61debbc3d9ec536bddfac932f"
    )
    assert groups.voucher(SECRET, EPOCH, SECRET).hex() == (
        "3c546d8f97ec3d9696f7a7066827c708855e5c85bac5246efa71ac1f9cfed65a"
    )


def test_a_fingerprint_can_be_read_by_phone() -> None:
    assert groups.fingerprint(b"public") == "5467 3160 5732 3075 4299"
    for _ in range(20):
        public = users.public_key(users.new_user_secret())
        assert re.fullmatch(r"[0-9]{4}( [0-9]{4}){4}", groups.fingerprint(public))
        assert groups.fingerprint(public) != groups.fingerprint(USER_PUBLIC)


def test_an_unknown_group_gets_no_keys() -> None:
    with pytest.raises(ValueError, match="unknown key group"):
        groups.wrapping_key(SECRET, "managers", EPOCH)
    with pytest.raises(ValueError, match="unknown key group"):
        groups.grant(USER_PUBLIC, SECRET, "managers", EPOCH, MEMBER, RECOVERY_PUBLIC)
    with pytest.raises(ValueError, match="unknown key group"):
        groups.recovery_wrap(RECOVERY_PUBLIC, SECRET, "managers", EPOCH)


def test_the_group_key_opens_what_a_stranger_sealed() -> None:
    public = groups.group_public_key(SECRET)
    assert hybrid.open_with(SECRET, hybrid.seal_to(public, b"x", b"i"), b"i") == b"x"


def test_an_earlier_secret_is_vouched_for_by_the_next_one_alone() -> None:
    earlier, other = groups.new_group_secret(), groups.new_group_secret()
    stored = groups.voucher(SECRET, EPOCH, earlier)
    assert groups.vouched(SECRET, EPOCH, earlier, stored)
    assert not groups.vouched(SECRET, EPOCH, other, stored)
    assert not groups.vouched(SECRET, MEMBER, earlier, stored)
    assert not groups.vouched(other, EPOCH, earlier, stored)
    assert not groups.vouched(SECRET, EPOCH, earlier, groups.endorsement(SECRET, EPOCH, earlier))
