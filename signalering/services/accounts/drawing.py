"""Draw words for somebody, carry them sealed from step to step, and have two typed back.

Nothing of a draw is stored here: the page carries it, under a key that follows from what its
visitor holds. Up to five draws, and never words of one's own: choosing among five costs 2.3 bits.
Somebody who opens the link afresh begins with a first draw again; that costs as little.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict, replace
from uuid import UUID

from signalering.domain.errors import CannotOpen, InvalidInput
from signalering.domain.hats import KEY_GROUP_OF_HAT, words_for
from signalering.domain.states import Hat
from signalering.domain.views.accounts.drawn import Drawn
from signalering.domain.words import passphrase_words
from signalering.vault import passphrases
from signalering.vault.kinds import SessionSecret
from signalering.vault.links import Carrier, carried, carry
from signalering.vault.recovery_codes import GROUPS, new_code, normalise

__all__ = ["Carrier", "Cookie", "check_typed", "draw", "draw_again", "open_drawn", "seal_drawn"]

Cookie = SessionSecret
MOST_DRAWS = 5


def draw(account_id: UUID, hats: Iterable[Hat], kept: str = "") -> Drawn:
    """The first draw, with a recovery code for who holds a group's key."""
    held = frozenset(hats)
    code = new_code() if held & KEY_GROUP_OF_HAT.keys() else ""
    return _drawn(
        Drawn(account_id, 1, (1, 2), _two_of(GROUPS), False, (), code, kept), words_for(held)
    )


def draw_again(drawn: Drawn) -> Drawn:
    """Other words; the code stays. Raises InvalidInput after the fifth draw."""
    if drawn.number >= MOST_DRAWS:
        raise InvalidInput("words", "no_more_draws")
    return _drawn(replace(drawn, number=drawn.number + 1), len(drawn.words))


def check_typed(drawn: Drawn, words: tuple[str, str], groups: tuple[str, str]) -> None:
    """Raise InvalidInput unless the asked words, and groups of the code, were typed back."""
    for field, place, typed in zip(("first", "second"), drawn.asked, words, strict=True):
        wanted = drawn.words[place - 1]
        if passphrases.normalise(typed) != passphrases.normalise(wanted):
            raise InvalidInput(field, "other_word")
    if not drawn.code:
        return
    shown = drawn.code.split("-")
    fields = ("code_first", "code_second")
    for field, place, typed in zip(fields, drawn.code_asked, groups, strict=True):
        if normalise(typed) != shown[place - 1]:
            raise InvalidInput(field, "other_code")


def seal_drawn(carrier: Carrier, drawn: Drawn) -> str:
    """For the page's hidden field."""
    values = {name: value for name, value in asdict(drawn).items() if name != "account_id"}
    return carry(carrier, drawn.account_id, json.dumps(values).encode())


def open_drawn(carrier: Carrier, account_id: UUID, text: str) -> Drawn:
    """What the page brought back. Raises CannotOpen for what was not sealed for this visitor."""
    values = json.loads(carried(carrier, account_id, text))
    try:
        return Drawn(
            account_id=account_id,
            number=int(values["number"]),
            asked=_pair(values["asked"]),
            code_asked=_pair(values["code_asked"]),
            last=bool(values["last"]),
            words=tuple(values["words"]),
            code=str(values["code"]),
            kept=str(values["kept"]),
        )
    except (KeyError, TypeError, ValueError):
        raise CannotOpen from None


def _drawn(drawn: Drawn, count: int) -> Drawn:
    words = tuple(passphrases.generate(passphrase_words(), count).split())
    last = drawn.number >= MOST_DRAWS
    return replace(drawn, words=words, asked=_two_of(count), last=last)


def _two_of(count: int) -> tuple[int, int]:
    first, second = sorted(secrets.SystemRandom().sample(range(1, count + 1), 2))
    return first, second


def _pair(values: list[int]) -> tuple[int, int]:
    first, second = values
    return int(first), int(second)
