"""Contact cards for tests: printed, handed over with a signal, used."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from kit.signals import a_signal, logged, taken
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.public.leave import LeaveDetails
from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.consent import CARD_TEXT_NOW, CONTACT_TEXT_NOW
from signalering.domain.states import CaseState
from signalering.domain.views.public.card import CardView
from signalering.services.cases.move import move
from signalering.services.cases.open import open as open_case
from signalering.services.public.leave import leave
from signalering.services.signals.print_cards import print_cards

# Documentation's own: nobody's address.
ADDRESS = "203.0.113.7"
GIVEN = GivenContact(name="Wiesława Zmyślona", phone="06 55 55 55 55", best_moment="po południu")


def later(town: Town, by: timedelta) -> None:
    """Let so much time pass."""
    town.clock.move_to(town.clock.now() + by)


@remembered
def printed(town: Town) -> str:
    """The code of a fresh card, as it stands on paper."""
    with town.committed("administrator") as work:
        return print_cards(work, 1)[0].code


@remembered
def with_card(town: Town, *, in_triage: bool = False, **changes: Any) -> tuple[UUID, str]:
    """A signal whose resident was given a card, and the card's code."""
    code = printed(town)
    command = a_signal(contact_answer="card", card_code=code, **changes)
    make = taken if in_triage else logged
    return make(town, command=command), code


def leaving(code: str, contact: GivenContact = GIVEN, **changes: Any) -> LeaveDetails:
    """What a resident sends."""
    sent = {"agreed": True, "text_version": "card-1", "language": "pl"}
    return LeaveDetails(**{"code": code, "contact": contact} | sent | changes)


@remembered
def left(town: Town, code: str, contact: GivenContact = GIVEN, key: str | None = None) -> CardView:
    """Details left with this card, committed; by the resident, or by a colleague who was called."""
    with town.committed(key) as work:
        version = CARD_TEXT_NOW if key is None else CONTACT_TEXT_NOW
        return leave(work, leaving(code, contact, text_version=version), ADDRESS)


@remembered
def case_with_card(town: Town) -> tuple[UUID, str]:
    """A case in conversation whose resident left details with a card, and the card's code."""
    signal_id, code = with_card(town, in_triage=True)
    left(town, code)
    with town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
        move(work, MoveCase(case_id, 1, CaseState.IN_CONVERSATION))
    return case_id, code
