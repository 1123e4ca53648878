"""A recovery code is random, easy to copy by hand, and wraps for one account."""

import re
from uuid import UUID

from signalering.vault.recovery_codes import ALPHABET, GROUP, GROUPS, code_kek, new_code, normalise

CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"


def test_it_has_more_than_128_bits() -> None:
    assert len(ALPHABET) ** (GROUPS * GROUP) > 2**128
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", c) for c in codes)


def test_what_looks_alike_counts_as_the_same() -> None:
    assert normalise(" o1l3 4567-89ab") == normalise("0113-4567-89AB")
    assert code_kek(CODE.lower().replace("-", " "), UUID(int=1)) == code_kek(CODE, UUID(int=1))


def test_the_derivation_is_pinned_and_bound_to_the_account() -> None:
    assert (
        code_kek(CODE, UUID(int=1)).hex()
        == "2534ac024193e798eecac6550b17d6402943325a8ee914cdedaedf5f4ffdf524"
    )
    assert code_kek(CODE, UUID(int=2)) != code_kek(CODE, UUID(int=1))
