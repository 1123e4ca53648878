"""A caseload goes to colleagues in one step."""

from dataclasses import dataclass

from signalering.domain.commands.cases.reassign import ReassignCase

# What a refusal says of a case that somebody else changed meanwhile.
OVERTAKEN = "handover_overtaken"


@dataclass(frozen=True)
class HandOverCases:
    """Each case with its own colleague and note."""

    cases: tuple[ReassignCase, ...]
