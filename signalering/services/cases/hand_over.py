"""Move a caseload to colleagues in one step: all that was chosen goes, or nothing does."""

from signalering.domain.commands.cases.hand_over import OVERTAKEN, HandOverCases
from signalering.domain.commands.cases.reassign import ReassignCase
from signalering.domain.errors import (
    CannotOpen,
    Conflict,
    Denied,
    InvalidInput,
    InvalidLines,
    NotAllowedNow,
    NotFound,
)
from signalering.domain.lifecycles import KeyGroup
from signalering.services.cases.finding import case_of
from signalering.services.cases.reassign import give, tell_receivers
from signalering.services.keys.coverage import holders
from signalering.services.sealing import is_forgotten
from signalering.services.work import Work

MOST = 50


def hand_over(work: Work, command: HandOverCases) -> int:
    """Each case with its note to its colleague; gives how many.

    Raises InvalidInput when none was chosen or too many, and InvalidLines with one for each case
    that can't go: changed meanwhile, somebody else's by now, or with a word that can't be taken.
    The fields are `note_` or `to_` and the case's id in 32 digits. Raises CannotOpen.
    """
    if not command.cases:
        raise InvalidInput("cases", "handover_none")
    if len(command.cases) > MOST:
        raise InvalidInput("cases", "between", least="1", most=str(MOST))
    able = holders(work, KeyGroup.CASEWORK)
    refused: list[InvalidInput] = []
    # In one order, so that two who hand over at once don't wait for each other.
    for one in sorted(command.cases, key=lambda case: case.case_id):
        try:
            give(work, one, able)
        except InvalidInput as error:
            field = "note" if error.field != "owner" else "to"
            refused.append(InvalidInput(f"{field}_{one.case_id.hex}", error.code, **error.params))
        except (Conflict, Denied, NotAllowedNow, NotFound):
            refused.append(_overtaken(one))
        except CannotOpen:
            # One that is being erased; without a grant nothing opens at all.
            if not is_forgotten(work, KeyGroup.CASEWORK, case_of(work, one.case_id).key_id):
                raise
            refused.append(_overtaken(one))
    if refused:
        raise InvalidLines(refused)
    tell_receivers(work, {one.owner_id for one in command.cases})
    return len(command.cases)


def _overtaken(one: ReassignCase) -> InvalidInput:
    return InvalidInput(f"to_{one.case_id.hex}", OVERTAKEN)
