"""Whom to call when there is danger: the national numbers, unless an installation has others.

Sources: 113 Zelfmoordpreventie and Veilig Thuis answer day and night, without charge (113 itself
since October 2025). Meldpunt Zorgwekkend Gedrag is free too, but puts callers through to a local
desk, and many of those answer in office hours only. 112 is no setting.
"""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"(?=(?:[^0-9]*[0-9]){3})[0-9+][0-9 ()-]{2,24}")


@dataclass(frozen=True)
class HelpLines:
    """Telephone numbers as they are shown. `gp_post` is the region's; without it none is named."""

    suicide: str = "0800-0113"
    violence: str = "0800-2000"
    concern: str = "0800-1205"
    gp_post: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for what can't be dialled."""
        for name, number in vars(self).items():
            if number and not is_number(number):
                raise ValueError(f"HELP_{name.upper()} must be a telephone number.")


def is_number(text: str) -> bool:
    """Whether this can be dialled."""
    return _NUMBER.fullmatch(text) is not None


def dialled(number: str) -> str:
    """The number as a telephone takes it; the (0) of a number with its country is left out."""
    shown = number.replace("(0)", "") if number.startswith("+") else number
    return "".join(sign for sign in shown if sign.isdigit() or sign == "+")
