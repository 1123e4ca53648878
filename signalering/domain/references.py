"""References such as `7KMD-R3XW`: their letters, and how a person may have read or typed one."""

from itertools import product

# No two that look or sound alike, and no vowels: what comes out is never a word.
ALPHABET = "CDFGHJKMPRTWXY34679"
HALF = 4
# What somebody may have seen who typed a sign that no reference has.
LOOKS_LIKE = {
    "0": "DCG",
    "O": "DCG",
    "Q": "GD",
    "1": "7JT",
    "I": "JT7",
    "L": "JT",
    "2": "7",
    "Z": "7",
    "5": "36",
    "S": "39",
    "8": "369",
    "B": "R36",
    "E": "F3",
    "N": "MH",
    "U": "W",
    "V": "WY",
    "A": "4R",
}
BLANKS = str.maketrans("", "", " -.\u2010\u2011\u2012\u2013\u2014")
# More than so many signs that no reference has: it is something else.
MISREAD = 3


def to_the_letter(text: str) -> str:
    """The reference that this text is, as it is stored; empty when it is none.

    For what may not be done to another case or signal than the one that was meant.
    """
    typed = text.strip().upper()
    halves = typed.split("-")
    whole = len(halves) == 2 and all(
        len(half) == HALF and set(half) <= set(ALPHABET) for half in halves
    )
    return typed if whole else ""


def read_references(text: str) -> tuple[str, ...]:
    """Every reference that this text may stand for, as it is stored; none when it is no reference.

    In any case, with or without its hyphen; a sign outside the alphabet stands for those that look
    like it.
    """
    signs = text.upper().translate(BLANKS)
    if len(signs) != 2 * HALF:
        return ()
    if sum(sign not in ALPHABET for sign in signs) > MISREAD:
        return ()
    meant = [sign if sign in ALPHABET else LOOKS_LIKE.get(sign, "") for sign in signs]
    return tuple(f"{''.join(one[:HALF])}-{''.join(one[HALF:])}" for one in product(*meant))
