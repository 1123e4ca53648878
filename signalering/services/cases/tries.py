"""Attempts as the contact protocol looks at them, read off the timeline."""

from signalering.domain.contact_protocol import REACHED, Try
from signalering.domain.states import AttemptResult, CaseState, Channel
from signalering.services.cases.entries import Entries


def tries_since_contact(entries: Entries) -> list[Try]:
    """Attempts since the resident was last spoken to, or since contact was lost."""
    tries: list[Try] = []
    for _, payload in entries:
        if payload["kind"] == "attempt":
            result = AttemptResult(payload["result"])
            if result in REACHED:
                tries.clear()
            else:
                tries.append(Try(Channel(payload["channel"]), result, payload["part_of_day"]))
        elif payload["kind"] == "status" and payload["from"] != CaseState.OPENED:
            tries.clear()
    return tries


def had_contact(entries: Entries) -> bool:
    """Whether the resident was ever spoken to in this case."""
    return any(
        (payload["kind"] == "attempt" and AttemptResult(payload["result"]) in REACHED)
        or (payload["kind"] == "status" and payload["to"] == CaseState.IN_CONVERSATION)
        for _, payload in entries
    )
