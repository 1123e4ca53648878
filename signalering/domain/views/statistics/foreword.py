"""A foreword as its form shows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ForewordView:
    """What is kept of a period: nothing yet has version 0 and nobody who wrote it."""

    period: str
    text: str
    written_by: str
    version: int
