"""Whether something keeps a case from being erased."""

from datetime import date

from signalering.models.cases.case import Case


def is_held(case: Case, today: date) -> bool:
    """A hold that runs, or a restriction that its resident asked for (GDPR article 18(1))."""
    return case.restricted or (case.hold_until is not None and case.hold_until >= today)
