"""Words that were drawn for somebody, on their way from one step to the next."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class Drawn:
    """The `number`th draw. `asked` and `code_asked` are the places, from 1, that are typed back.

    `code` is empty for who gets no recovery code. `kept` is what else travels along, as text.
    """

    account_id: UUID
    number: int
    asked: tuple[int, int]
    code_asked: tuple[int, int]
    last: bool
    words: tuple[str, ...] = field(repr=False)
    code: str = field(default="", repr=False)
    kept: str = field(default="", repr=False)
