"""Where a case stands in law: whether anything may be done with it."""

from signalering.domain.errors import NotAllowedNow
from signalering.models.cases.case import Case
from signalering.services.cases.entries import Entries
from signalering.services.cases.rights import is_deceased


def require_unrestricted(case: Case) -> None:
    """Nothing but keeping is done with what lies still; GDPR article 18(2).

    Raises NotAllowedNow.
    """
    if case.restricted:
        raise NotAllowedNow("restricted")


def require_living(case: Case, entries: Entries) -> None:
    """The rights end with a life; GDPR recital 27. Raises NotAllowedNow."""
    if is_deceased(case, entries):
        raise NotAllowedNow("resident_deceased")
