"""A resident has everything erased: it is told, and true whoever else is at work at that moment."""

import threading
from collections.abc import Callable
from uuid import UUID

import pytest
from kit.cards import ADDRESS, leaving, left, with_card
from kit.signals import details_at, row_of
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.errors import DomainError
from signalering.domain.retention import Erasable
from signalering.domain.states import SignalState
from signalering.models.network.outbox import OutboxMail
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.services.public.erase import erase
from signalering.services.public.leave import leave
from signalering.services.public.withdraw import withdraw
from signalering.services.retention._taking import take_down
from signalering.services.signals.take import take
from signalering.services.signals.wait import wait
from signalering.services.signals.withdraw import withdraw as withdraw_signal
from signalering.services.work import Work


def lapse(work: Work) -> None:
    """What a run does to an envelope whose time is over and that was noticed."""
    for details_id in work.data.scalars(select(ContactDetails.id)).all():
        take_down(work, Erasable.DETAILS, details_id)


Step = Callable[[Work], object]


def test_a_card_that_was_never_used_leaves_its_entry_and_who_waits_is_told(town: Town) -> None:
    signal_id, code = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        wait(work, signal_id)
    mails = mail_count(town)
    with town.committed() as work:
        erase(work, code, ADDRESS)
    assert len(entries(town, "card_details_erased")) == 1
    assert mail_count(town) == mails + 1


def mail_count(town: Town) -> int:
    with town.work(writes=False) as work:
        return len(work.data.scalars(select(OutboxMail)).all())


def steps(signal_id: UUID, code: str) -> dict[str, tuple[str | None, Step]]:
    return {
        "leave": (None, lambda work: leave(work, leaving(code), ADDRESS)),
        "withdraw": (None, lambda work: withdraw(work, code, ADDRESS)),
        "erase": (None, lambda work: erase(work, code, ADDRESS)),
        "lapse": (None, lapse),
        "withdraw_signal": ("worker", lambda work: withdraw_signal(work, signal_id)),
        "take": ("coordinator", lambda work: take(work, signal_id)),
    }


@pytest.mark.parametrize("held", [False, True], ids=["unused", "used"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("leave", "leave"),
        ("leave", "erase"),
        ("erase", "erase"),
        ("erase", "leave"),
        ("leave", "withdraw"),
        ("leave", "withdraw_signal"),
        ("withdraw_signal", "leave"),
        ("erase", "withdraw_signal"),
        ("leave", "take"),
        ("take", "leave"),
        ("leave", "lapse"),
    ],
)
def test_two_at_one_card_come_one_after_the_other(
    town: Town, first: str, second: str, held: bool
) -> None:
    signal_id, code = with_card(town)
    if held:
        left(town, code)
    faults: list[Exception] = []

    def other() -> None:
        key, step = steps(signal_id, code)[second]
        try:
            with town.committed(key) as work:
                step(work)
        except DomainError:
            pass  # too late, and told so
        except Exception as error:
            faults.append(error)

    thread = threading.Thread(target=other)
    key, step = steps(signal_id, code)[first]
    with town.committed(key) as work:
        step(work)
        thread.start()
        thread.join(0.3)  # long enough to run into what is held here
    thread.join()
    assert faults == []
    details = details_at(town, signal_id)
    with town.work(writes=False) as work:
        card = work.data.scalars(select(ContactCard)).one()
        state = card.state
        assert card.contact_id is None or work.data.get(ContactDetails, card.contact_id)
    if state == "void" or row_of(town, signal_id).state == SignalState.WITHDRAWN:
        assert details is None or not details.has_phone, "what nobody can take back is not kept"
