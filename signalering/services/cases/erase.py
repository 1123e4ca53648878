"""Erase a case because its resident asks for it."""

from signalering.domain.commands.cases.erase import EraseCase
from signalering.domain.errors import InvalidInput
from signalering.domain.views.retention.erase_case import Declaration
from signalering.services.cases.finding import kept_case
from signalering.services.retention.erase_case import erase_case
from signalering.services.work import Work


def erase(work: Work, command: EraseCase) -> Declaration:
    """The same as on the command line, by whoever keeps the case. GDPR article 17.

    Raises NotFound, Denied, Conflict, NotAllowedNow (a hold runs), InvalidInput.
    """
    case = kept_case(work, command.case_id, command.version)
    if command.typed.strip().upper() != case.reference:
        raise InvalidInput("reference", "other_reference")
    return erase_case(work, case.reference)
