"""Whom to turn to at an organisation."""

from uuid import UUID

from sqlalchemy import delete, insert

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.partners.contact import SaveContact
from signalering.domain.errors import InvalidInput, NotFound
from signalering.domain.partner_facts import MOST_CONTACTS, ContactPerson, checked_contact
from signalering.models.partners.partner import PartnerContact
from signalering.services.audit.record import record
from signalering.services.partners._rows import change, contacts_of, require_keeper
from signalering.services.work import Work


def save_contact(work: Work, command: SaveContact) -> None:
    """Add somebody, change what is known of them, or take them away; the last one stays.

    Raises Denied, NotFound, Conflict, InvalidInput.
    """
    require_keeper(work)
    person = checked_contact(command.person) if command.person else None
    change(work, command.partner_id, command.version, {})
    people = [
        ContactPerson(row.name, row.function, row.email, row.phone or "")
        for row in work.data.scalars(contacts_of(command.partner_id))
    ]
    if not (0 if person else 1) <= command.number <= len(people):
        raise NotFound
    if person is None:
        if len(people) == 1:
            raise InvalidInput("name", "last_contact")
        del people[command.number - 1]
        record(work, AuditAction.PARTNER_CONTACT_REMOVED, command.partner_id)
    else:
        if command.number:
            people[command.number - 1] = person
        elif len(people) >= MOST_CONTACTS:
            raise InvalidInput("name", "contacts_many", limit=str(MOST_CONTACTS))
        else:
            people.append(person)
        new = "no" if command.number else "yes"
        record(work, AuditAction.PARTNER_CONTACT_SAVED, command.partner_id, new=new)
    _write(work, command.partner_id, people)


def _write(work: Work, partner_id: UUID, people: list[ContactPerson]) -> None:
    work.data.execute(delete(PartnerContact).where(PartnerContact.partner_id == partner_id))
    rows = [
        {
            "partner_id": partner_id,
            "number": number,
            "name": person.name,
            "function": person.function,
            "email": person.email,
            "phone": person.phone or None,
        }
        for number, person in enumerate(people, start=1)
    ]
    work.data.execute(insert(PartnerContact), rows)
    work.data.expire_all()
