"""What a resident leaves with a card."""

from dataclasses import dataclass, field

from signalering.domain.commands.signals.log import GivenContact


@dataclass(frozen=True)
class LeaveDetails:
    """The code, the details, whether the box was ticked, and which text stood there to be read."""

    code: str = field(repr=False)
    contact: GivenContact
    agreed: bool
    text_version: str
    language: str
