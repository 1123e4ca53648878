"""What endings and outcomes have in common: named sets that rules ask for."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from signalering.domain.states import CaseOutcome, SignalEnding

# A case may end this way before anybody has spoken with the resident.
OUTCOMES_WITHOUT_CONVERSATION: frozenset[CaseOutcome] = frozenset(
    {
        CaseOutcome.NOT_REACHED,
        CaseOutcome.DECLINED,
        CaseOutcome.MOVED,
        CaseOutcome.DECEASED,
        CaseOutcome.DUPLICATE,
        CaseOutcome.OWN_STRENGTH,
        CaseOutcome.INFORMATION_ONLY,
    }
)

# Retention asks whether there was follow-up. An outcome that can also end a case in which nobody
# was spoken to counts as none: in doubt the shorter period.
OUTCOMES_WITH_FOLLOW_UP: frozenset[CaseOutcome] = (
    frozenset(CaseOutcome) - OUTCOMES_WITHOUT_CONVERSATION
)

# After these the reporter hears nothing: somebody died, or it goes on in another case.
OUTCOMES_WITHOUT_FEEDBACK: frozenset[CaseOutcome] = frozenset(
    {CaseOutcome.DECEASED, CaseOutcome.DUPLICATE}
)

# After these nobody is left to be told of the case: somebody died, the other case tells, or none of
# the tries reached anybody (GDPR article 14(5)(b): it proved impossible).
OUTCOMES_WITHOUT_INFORMING: frozenset[CaseOutcome] = OUTCOMES_WITHOUT_FEEDBACK | {
    CaseOutcome.NOT_REACHED
}

# These endings tell a reporter that the work on the signal is finished; the others that it was
# not picked up.
ENDINGS_FINISHED: frozenset[SignalEnding] = frozenset(
    {
        SignalEnding.CASE_OPENED,
        SignalEnding.ADVICE_GIVEN,
        SignalEnding.SIGNPOSTED,
        SignalEnding.HANDED_OVER,
    }
)


class OutcomeClass(StrEnum):
    """The five classes in which outcomes are counted."""

    STARTED = "started"
    NOT_STARTED = "not_started"
    OWN_OR_INFORMATION = "own_or_information"
    CARE = "care"
    ENDED_OTHERWISE = "ended_otherwise"


OUTCOME_CLASS: Mapping[CaseOutcome, OutcomeClass] = MappingProxyType(
    {
        CaseOutcome.LINKED_AND_STARTED: OutcomeClass.STARTED,
        CaseOutcome.LINKED_NOT_STARTED: OutcomeClass.NOT_STARTED,
        CaseOutcome.OWN_STRENGTH: OutcomeClass.OWN_OR_INFORMATION,
        CaseOutcome.INFORMATION_ONLY: OutcomeClass.OWN_OR_INFORMATION,
        CaseOutcome.REFERRED_TO_CARE: OutcomeClass.CARE,
        CaseOutcome.DECLINED: OutcomeClass.ENDED_OTHERWISE,
        CaseOutcome.NOT_REACHED: OutcomeClass.ENDED_OTHERWISE,
        CaseOutcome.MOVED: OutcomeClass.ENDED_OTHERWISE,
        CaseOutcome.DECEASED: OutcomeClass.ENDED_OTHERWISE,
        CaseOutcome.DUPLICATE: OutcomeClass.ENDED_OTHERWISE,
    }
)
