"""Whom to turn to at the first partners of the list, and a program of one. All are invented."""

from signalering.demo.stage import Stage
from signalering.domain.api import CLIENT_LASTS, ApiScope
from signalering.domain.commands.partners.clients import MakeClient
from signalering.domain.commands.partners.contact import SaveContact
from signalering.domain.partner_facts import ContactPerson
from signalering.services.partners.clients import make_client
from signalering.services.partners.contact import save_contact
from signalering.services.partners.edit import to_edit
from signalering.services.partners.list import list_partners

PEOPLE = (
    ContactPerson("Anja Aanspreek", "teamleider", "anja@voorbeeld.example", "0174 000001"),
    ContactPerson("Bram Bereikbaar", "directeur", "bram@voorbeeld.example"),
    ContactPerson("Cisca Contact", "coördinator vrijwilligers", "cisca@voorbeeld.example"),
)


def partners(stage: Stage) -> None:
    """One person at each of some; two at the first, for a list to see; a program may come in."""
    with stage.as_("administrator") as work:
        found = [line.id for line in list_partners(work).lines]
        for partner_id, person in zip([found[0], *found], PEOPLE, strict=False):
            version = to_edit(work, partner_id).version
            save_contact(work, SaveContact(partner_id, 0, person, version))
        until = work.clock.today() + CLIENT_LASTS
        scopes = (ApiScope.TRAINING, ApiScope.SIGNAL_LINKS)
        # Its secret is told nobody: whoever wants to try makes another.
        make_client(work, MakeClient(found[0], "Dossiersysteem", scopes, until))
