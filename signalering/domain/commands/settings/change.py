"""Another value for a setting."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChangeSetting:
    """`number`: the decision that the page showed, 0 for none; `value` as it was typed."""

    name: str
    number: int
    value: str
