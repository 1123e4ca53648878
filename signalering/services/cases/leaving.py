"""Contact cards that a case's keeper leaves behind: they bring the details straight to the case."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update

from signalering.domain.card_codes import new_code
from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.lifecycles import CardState
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.services.cases.contact import held_contact
from signalering.services.signals.cards import code_hash
from signalering.services.signals.details import Place, put
from signalering.services.work import Work

# What the timeline tells of it.
CARD = "card"


def leave_card(work: Work, case: Case) -> str:
    """The code of a fresh card of this case, good for its days. Raises IntakeClosed.

    It hangs on the case's details; where there are none an empty envelope waits for them. Never on
    the signal: a card that appears there so late would tell what became of it.
    """
    contact = held_contact(work, case.id)
    if contact is None:
        # Nobody has said anything yet, so it holds no yes; nor is it a no that anybody takes in.
        contact = put(work, Place(case_id=case.id), GivenContact(), {"given": None})
    code = new_code()
    work.data.add(
        ContactCard(
            code_hash=code_hash(work, code),
            state=CardState.HANDED_OVER.value,
            contact_id=contact.id,
            valid_until=work.clock.today() + timedelta(days=work.periods.card_days),
        )
    )
    work.data.flush()
    return code


def void_unused(work: Work, case_id: UUID) -> None:
    """Cards of this case that nobody used are worth nothing from now on."""
    of_case = select(ContactDetails.id).where(ContactDetails.case_id == case_id)
    work.data.execute(
        update(ContactCard)
        .where(
            ContactCard.contact_id.in_(of_case),
            ContactCard.state == CardState.HANDED_OVER.value,
        )
        .values(state=CardState.VOID.value, contact_id=None, valid_until=None)
        .execution_options(synchronize_session=False)
    )
