"""An organisation says whether it comes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AnswerMeeting:
    """How many people come, who stay nameless; the address is for news of this meeting alone."""

    comes: bool
    people: int | None = None
    contact_address: str = ""
