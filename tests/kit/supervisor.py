"""The functionaris gegevensbescherming: comes later, and is given the audit group's key."""

from kit.newcomers import invited
from kit.story import remembered
from kit.town import Person, Town
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import Hat
from signalering.services.keys.grant import grant

KEY = "data_protection_officer"


@remembered
def supervised(town: Town) -> Person:
    """Invited, and granted by the privacy officer; `town.work(KEY)` works from then on."""
    person = invited(town, KEY, Hat.DATA_PROTECTION_OFFICER)
    with town.committed("privacy_officer") as work:
        grant(work, KeyGroup.AUDIT, person.account_id)
    return person
