"""Details that come by phone land in the case, with the yes; never twice, never past a no."""

from dataclasses import replace
from uuid import UUID

import pytest
from kit import trail
from kit.cards import ADDRESS, GIVEN, left, with_card
from kit.cases import case_row, closed_case, contact_row, do, opened, told, version
from kit.signals import CONTACT, a_signal, words_of
from kit.town import Town

from signalering.domain.commands.cases.add_details import AddDetails
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow
from signalering.domain.states import Channel, ConsentScope, ConsentWay
from signalering.services.cases.add_details import add_details
from signalering.services.cases.card import card
from signalering.services.cases.open import open as open_case
from signalering.services.cases.show import open_record
from signalering.services.cases.take_news import take_news
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.public.card import card as look
from signalering.services.public.withdraw import withdraw


def add(
    town: Town, case_id: UUID, contact: GivenContact = CONTACT, key: str = "coordinator"
) -> None:
    """Write them down as a form that was just shown would."""
    do(town, lambda w: add_details(w, AddDetails(case_id, version(w, case_id), contact)), key)


def test_they_are_sealed_and_the_yes_stands_in_the_timeline(town: Town) -> None:
    case_id = opened(town, command=a_signal())
    add(town, case_id)
    contact = contact_row(town, case_id)
    assert contact is not None
    assert (contact.has_phone, contact.has_address, contact.news) == (True, False, None)
    assert words_of(town, contact)["name"] == CONTACT.name
    said = told(town, case_id, "consent")[-1]
    assert (said["scope"], said["way"], said["text_version"], said["given"]) == (
        "contact",
        "spoken_to_coordinator",
        CONTACT.text_version,
        True,
    )
    with town.committed("coordinator") as work:
        view = open_record(work, case_id)
    assert view.next_steps[0].channel == Channel.PHONE
    assert view.contact is not None
    (entry,) = trail.entries(town, "case_details_added")
    assert entry["details"] == {"way": "spoken_to_coordinator"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "contact_name"),
        ({"phone": ""}, "contact_phone"),
        ({"text_version": "card-1"}, "contact_answer"),
        ({"text_version": "hello"}, "contact_answer"),
        ({"email": "hier"}, "contact_email"),
    ],
)
def test_not_without_a_name_a_way_and_a_text_that_was_read_out(
    file_town: Town, changes: dict[str, str], field: str
) -> None:
    case_id = opened(file_town, command=a_signal())
    with pytest.raises(InvalidInput) as refusal:
        add(file_town, case_id, replace(CONTACT, **changes))
    assert refusal.value.field == field
    assert told(file_town, case_id, "consent") == []


def test_not_over_others_not_in_a_closed_case_only_by_its_keeper(file_town: Town) -> None:
    there = opened(file_town)
    with pytest.raises(InvalidInput, match="details_in_case"):
        add(file_town, there)
    with pytest.raises(NotAllowedNow):
        add(file_town, closed_case(file_town))
    case_id = opened(file_town, command=a_signal())
    for key in ("other_coordinator", "worker", "manager", "administrator"):
        with pytest.raises(Denied):
            add(file_town, case_id, key=key)
    stale = case_row(file_town, case_id).version
    add(file_town, case_id)
    with pytest.raises(Conflict):
        do(file_town, lambda w: add_details(w, AddDetails(case_id, stale, CONTACT)))


def test_a_later_yes_goes_before_an_earlier_no(file_town: Town) -> None:
    case_id = opened(file_town)
    way = ConsentWay.SPOKEN_TO_COORDINATOR
    seen = case_row(file_town, case_id).version
    command = WithdrawConsent(case_id, seen, ConsentScope.CONTACT, way, confirmed=True)
    do(file_town, lambda w: withdraw_consent(w, command))
    add(file_town, case_id)
    with file_town.committed("coordinator") as work:
        view = open_record(work, case_id)
    assert not view.contact_withdrawn
    assert view.contact is not None


def test_a_no_by_card_is_taken_in_first(file_town: Town) -> None:
    signal_id, code = with_card(file_town, in_triage=True)
    left(file_town, code)
    with file_town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    with file_town.committed() as work:
        withdraw(work, code, ADDRESS)
    with pytest.raises(NotAllowedNow, match="resident_wrote"):
        add(file_town, case_id)
    do(file_town, lambda w: take_news(w, case_id, version(w, case_id)))
    add(file_town, case_id)
    contact = contact_row(file_town, case_id)
    assert contact is not None
    assert contact.has_phone


@pytest.mark.parametrize("of_case", [True, False])
def test_cards_that_wait_serve_them_from_now_on(file_town: Town, of_case: bool) -> None:
    signal_id, code = with_card(file_town, in_triage=True)
    with file_town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    if of_case:
        code = do(file_town, lambda w: card(w, case_id, version(w, case_id))).code
    add(file_town, case_id)
    left(file_town, code, GIVEN)
    with file_town.committed() as work:
        assert look(work, code, ADDRESS).kinds == ("phone",)
    do(file_town, lambda w: take_news(w, case_id, version(w, case_id)))
    contact = contact_row(file_town, case_id)
    assert contact is not None
    assert words_of(file_town, contact)["name"] == GIVEN.name
