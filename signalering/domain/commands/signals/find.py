"""Which signal or case somebody has the number of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FindByReference:
    """A number as it was heard or typed: in any case, with or without its hyphen."""

    text: str
