"""The code on a contact card: eleven random signs and one that checks them.

Read off paper by people of eighty, said over the phone, typed on a small screen: no vowels, so no
words, and no two that look alike. The last sign is that of ISO 7064's hybrid system (MOD 23,22
here): it finds any one wrong sign, and 19 in 20 of two that changed places.
"""

import secrets

from signalering.domain.errors import InvalidInput

ALPHABET = "BCDFGHJKLMNPRTVWXY3469"
LENGTH = 12
GROUP = 4
LONGEST_TYPED = 60
# What eyes take for a sign that we do have.
LOOKS_LIKE = str.maketrans({"8": "B", "1": "L", "I": "L"})
# Dashes as keyboards and mail programs make them, and blanks.
BETWEEN = "-\u2010\u2011\u2013\u2014_. \t\u00a0"
_SIZE = len(ALPHABET)


def new_code() -> str:
    """A fresh code, 49 bits of it random, without dashes."""
    random = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return random + check_sign(random)


def check_sign(text: str) -> str:
    """The sign that makes `text` check. Raises ValueError for a foreign sign."""
    return ALPHABET[(1 - _doubled(_folded(text))) % _SIZE]


def normalised(typed: str) -> str:
    """What was typed as it is kept: capitals, no dashes. Raises InvalidInput on `code` for what

    can't be one of our codes: too long or short, a foreign sign, a typing error.
    """
    signs = typed.upper().translate(LOOKS_LIKE)
    code = "".join(sign for sign in signs if sign not in BETWEEN)
    if not code:
        raise InvalidInput("code", "required")
    whole = len(code) == LENGTH and all(sign in ALPHABET for sign in code)
    if not whole or check_sign(code[:-1]) != code[-1]:
        raise InvalidInput("code", "card_mistyped")
    return code


def shown(code: str) -> str:
    """In groups of four, as it stands on the card."""
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def _folded(text: str) -> int:
    # Half of it: doubled, the whole, with which the standard begins.
    check = _SIZE // 2
    for sign in text:
        check = (_doubled(check) + ALPHABET.index(sign)) % _SIZE
    return check


def _doubled(check: int) -> int:
    return (check or _SIZE) * 2 % (_SIZE + 1)
