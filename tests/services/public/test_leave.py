"""A resident leaves details with a card: sealed to the coordinators, and who waited hears of it."""

from datetime import date, timedelta

import pytest
from kit.cards import ADDRESS, GIVEN, later, leaving, left, printed, with_card
from kit.signals import details_at, row_of, words_of
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.errors import CannotOpen, InvalidInput
from signalering.domain.lifecycles import CardState
from signalering.domain.states import SignalState
from signalering.models.network.outbox import OutboxMail
from signalering.models.signals.contact import ContactCard
from signalering.services.cases.bring_details import bring_details
from signalering.services.cases.open import open as open_case
from signalering.services.cases.show import open_record as open_case_record
from signalering.services.public.leave import leave
from signalering.services.signals.close import close
from signalering.services.signals.expire import expire
from signalering.services.signals.show import open_record
from signalering.services.signals.take import take
from signalering.services.signals.wait import wait
from signalering.services.signals.withdraw import withdraw


def cards(town: Town) -> list[ContactCard]:
    with town.work(writes=False) as work:
        found = list(work.data.scalars(select(ContactCard)))
        work.data.expunge_all()
        return found


def mails(town: Town) -> list[str]:
    with town.work(writes=False) as work:
        return list(work.data.scalars(select(OutboxMail.kind)))


def test_only_coordinators_read_what_was_left(town: Town) -> None:
    signal_id, code = with_card(town)
    view = left(town, code)
    assert view.kinds == ("phone",)
    details = details_at(town, signal_id)
    assert details is not None
    assert view.until == details.lapses_on == town.clock.today() + timedelta(days=30)
    said = words_of(town, details)
    assert (said["name"], said["phone"]) == (GIVEN.name, GIVEN.phone)
    consent = said["consent"]
    assert (consent["way"], consent["text_version"], consent["language"]) == (
        "own_page",
        "card-1",
        "pl",
    )
    assert consent["recorded_by"] is None
    for key in ("worker", "manager", "administrator"):
        with pytest.raises(CannotOpen):
            words_of(town, details, key)
    (card,) = cards(town)
    assert (card.state, card.signal_id, card.valid_until) == (CardState.USED, None, None)


def test_without_a_tick_nothing_is_kept(town: Town) -> None:
    signal_id, code = with_card(town)
    with town.work(None) as work, pytest.raises(InvalidInput, match="consent_tick"):
        leave(work, leaving(code, agreed=False), ADDRESS)
    assert details_at(town, signal_id) is None


@pytest.mark.parametrize(
    ("contact", "field"),
    [
        (GivenContact(phone="06 55 55 55 55"), "contact_name"),
        (GivenContact(name="Truida"), "contact_phone"),
        (GivenContact(name="Truida", email="truida"), "contact_email"),
    ],
)
def test_a_name_and_one_way_are_needed(town: Town, contact: GivenContact, field: str) -> None:
    _, code = with_card(town)
    with town.work(None) as work, pytest.raises(InvalidInput) as refused:
        leave(work, leaving(code, contact), ADDRESS)
    assert refused.value.field == field


def test_one_answer_for_wrong_used_up_and_lapsed(town: Town) -> None:
    signal_id, lapsed = with_card(town)
    own, withdrawn = with_card(town)
    with town.committed("worker") as work:
        withdraw(work, own)
    never = printed(town)
    row = row_of(town, signal_id)
    later(town, timedelta(days=61))
    for code in (lapsed, withdrawn, never, "CDFG-HJKL-MN4D"):
        with town.work(None) as work, pytest.raises(InvalidInput) as refused:
            leave(work, leaving(code), ADDRESS)
        assert refused.value.code in {"card_unknown", "card_mistyped"}
    assert row_of(town, signal_id).state == row.state


def test_a_waiting_signal_goes_on_with_a_fresh_deadline(town: Town) -> None:
    signal_id, code = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        wait(work, signal_id)
    row = row_of(town, signal_id)
    assert (row.state, row.deadline_on, row.deadline_kind) == (
        SignalState.AWAITING_RESIDENT,
        town.clock.today() + timedelta(days=60),
        "card",
    )
    before = len(mails(town))
    later(town, timedelta(days=10))
    left(town, code)
    row = row_of(town, signal_id)
    assert (row.state, row.owner_id) == (
        SignalState.IN_TRIAGE,
        town.people["coordinator"].account_id,
    )
    assert row.deadline_on is not None
    assert row.deadline_on <= town.clock.today() + timedelta(days=6)
    assert len(mails(town)) == before + 1


@pytest.mark.parametrize("ending", ["closed", "expired", "noted"])
def test_late_details_bring_a_signal_back(town: Town, ending: str) -> None:
    request = "none" if ending == "noted" else "contact"
    signal_id, code = with_card(town, in_triage=ending != "noted", request=request)
    day = row_of(town, signal_id).registered_on
    if ending == "closed":
        with town.committed("coordinator") as work:
            close(work, CloseSignal(signal_id, "advice_given"))
        assert row_of(town, signal_id).registered_on == day.replace(day=1)
        (card,) = cards(town)
        assert card.valid_until is not None
        assert (card.valid_until + timedelta(days=1)).day == 1, "no day in clear at a finished one"
        later(town, timedelta(days=40))
    elif ending == "expired":
        with town.committed("coordinator") as work:
            wait(work, signal_id)
            work.data.execute(ContactCard.__table__.update().values(valid_until=date(2027, 6, 30)))
        later(town, timedelta(days=61))
        with town.committed(None) as work:
            assert expire(work) == 1
    left(town, code)
    row = row_of(town, signal_id)
    assert (row.state, row.owner_id, row.deadline_kind) == (SignalState.NEW, None, "triage")
    with town.committed("coordinator") as work:
        take(work, signal_id)
    assert row_of(town, signal_id).registered_on == day, "the sealed day is the day again"


def test_new_details_take_the_place_of_old_ones(town: Town) -> None:
    signal_id, code = with_card(town)
    left(town, code)
    first = details_at(town, signal_id)
    assert first is not None
    view = left(town, code, GivenContact(name="Wiesława", email="w@example.test"))
    assert view.kinds == ("email",)
    second = details_at(town, signal_id)
    assert second is not None
    assert words_of(town, second)["email"] == "w@example.test"
    assert second.key_id != first.key_id
    with pytest.raises(CannotOpen):
        words_of(town, first)


def test_a_coordinator_types_for_who_phones(town: Town) -> None:
    signal_id, code = with_card(town)
    assert left(town, code, key="coordinator").spoken
    details = details_at(town, signal_id)
    assert details is not None
    consent = words_of(town, details)["consent"]
    assert (consent["way"], consent["text_version"]) == ("spoken_to_coordinator", "contact-2")
    assert consent["recorded_by"] == str(town.people["coordinator"].account_id)


@pytest.mark.parametrize(
    ("key", "read"), [(None, "contact-1"), ("coordinator", "card-1"), (None, "")]
)
def test_a_yes_to_another_text_is_no_yes(town: Town, key: str | None, read: str) -> None:
    signal_id, code = with_card(town)
    with town.work(key) as work, pytest.raises(InvalidInput, match="consent_text_other"):
        leave(work, leaving(code, text_version=read), ADDRESS)
    assert details_at(town, signal_id) is None


def test_details_of_a_signal_with_a_case_go_to_the_case(town: Town) -> None:
    signal_id, code = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    left(town, code)
    assert row_of(town, signal_id).state == SignalState.NEW
    with town.committed("coordinator") as work:
        take(work, signal_id)
        shown = open_record(work, signal_id)
        assert shown.allowed.bring_details
        assert bring_details(work, signal_id) == case_id
    with town.committed("coordinator") as work:
        view = open_case_record(work, case_id)
        assert (view.news, view.contact is not None) == ("left", True)
    assert row_of(town, signal_id).state == SignalState.CLOSED
    # The same card still serves, and nothing in clear ties card and signal.
    (card,) = cards(town)
    assert card.signal_id is None
    assert left(town, code).until is None


def test_the_trail_tells_it_and_names_nobody(town: Town) -> None:
    _, code = with_card(town)
    left(town, code)
    (told,) = entries(town, "card_details_left")
    assert (told["actor"], told["details"]) == ("", {"way": "own_page"})
