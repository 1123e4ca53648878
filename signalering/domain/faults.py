"""What is wrong with a row of a file that somebody brings."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row: `file` is a file or a part, `row` its number there, from 1.

    In a CSV file the heading is row 1; in JSON rows are the services, counted from 1.
    """

    file: str
    row: int
    name: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)
