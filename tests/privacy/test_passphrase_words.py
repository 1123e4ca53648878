"""The list that passphrases are drawn from: enough words, told apart by four letters, all plain."""

import math
import re

from signalering.domain.words import passphrase_words

# A sample of what a person should not be handed: rude, violent, frightening, ill, or about belief.
UNWANTED = frozenset(
    {"dood", "moord", "kanker", "bloed", "seks", "hoer", "lul", "kut", "poep", "stront", "oorlog",
     "wapen", "drugs", "terreur", "nazi", "jood", "moslim", "neger", "homo",
     "verkracht", "zelfmoord",
     "marteling", "angst", "haat", "geweld", "tumor", "virus", "lijk", "graf", "duivel", "satan",
     "idioot", "mongool", "sukkel", "trut", "teef", "eikel", "incest", "abortus", "porno", "sperma",
     "penis", "vagina", "slaaf", "bom", "zwakzinnig", "facebook", "tesla", "paniek", "wreed"}
)  # fmt: skip


def test_four_words_are_51_bits_and_six_are_77() -> None:
    bits = math.log2(len(passphrase_words()))
    assert len(passphrase_words()) >= 6900
    assert round(4 * bits) == 51
    assert round(6 * bits) == 77


def test_four_letters_tell_the_words_apart() -> None:
    words = passphrase_words()
    assert len({word[:4] for word in words}) == len(words)


def test_words_are_plain_and_sorted() -> None:
    words = passphrase_words()
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)
    assert list(words) == sorted(words)


def test_no_word_hurts_frightens_or_sells() -> None:
    assert not UNWANTED & set(passphrase_words())
