"""Make a key for a tool that fetches released figures."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MakeKey:
    """What the tool is called, and the last day on which its key works."""

    name: str
    until_on: date
