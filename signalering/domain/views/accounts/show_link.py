"""A one-time link, to be handed over by somebody other than the mail."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ShownLink:
    """Whose it is, and the token that stands in the address."""

    name: str
    token: str = field(repr=False)
