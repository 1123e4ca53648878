"""How long something took, in the few classes in which it is counted."""

from signalering.domain.vocabularies import vocabulary

PICK_UP, FIRST_CONTACT = "pick_up_days", "first_contact_days"


def class_of_days(name: str, days: int) -> str:
    """The class ("0-2", "11+") of a list of such classes that a number of working days falls in.

    What lies before the start counts as at once. Raises KeyError for an unknown list.
    """
    *bounded, last = vocabulary(name).codes
    for code in bounded:
        if days <= int(code.partition("-")[2]):
            return code
    return last
