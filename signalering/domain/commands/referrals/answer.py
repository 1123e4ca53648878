"""What a receiver answers by the link."""

from dataclasses import dataclass, field

from signalering.domain.lifecycles import ReceiverSaid


@dataclass(frozen=True)
class AnswerReferral:
    """One answer, with the reason that it asks for."""

    token: str = field(repr=False)
    said: ReceiverSaid
    reason: str | None = None
