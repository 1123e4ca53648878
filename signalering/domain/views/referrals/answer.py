"""What became of a referral without its coordinator."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AnswerView:
    """One answer that waits to be taken into the case; codes, but for the initiative's name."""

    initiative: str
    said: str
    reason: str
    said_on: date
