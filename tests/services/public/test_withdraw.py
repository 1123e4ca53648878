"""A resident takes back the yes with a card: the words are gone, and who must know is told."""

from collections.abc import Callable
from uuid import UUID

import pytest
from kit.cards import ADDRESS, GIVEN, leaving, left, with_card
from kit.cases import version
from kit.signals import details_at, words_of
from kit.town import Town
from kit.trail import entries
from sqlalchemy import delete, select

from signalering.domain.errors import CannotOpen, IntakeClosed, InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import CardState, EpochState, MailKind
from signalering.models.keys.group import GroupEpoch, PackageShare
from signalering.models.network.outbox import OutboxMail
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.services.cases.open import open as open_case
from signalering.services.cases.show import open_record
from signalering.services.cases.take_news import take_news
from signalering.services.public.card import card
from signalering.services.public.erase import erase
from signalering.services.public.leave import leave
from signalering.services.public.withdraw import withdraw
from signalering.services.signals.show import open_record as open_signal
from signalering.services.work import Work


def in_case(town: Town) -> tuple[str, UUID]:
    """The code of a card whose details lie in a case, and the case's id."""
    signal_id, code = with_card(town, in_triage=True)
    left(town, code)
    with town.committed("coordinator") as work:
        return code, open_case(work, signal_id)


def details(town: Town) -> ContactDetails:
    with town.work(writes=False) as work:
        row = work.data.scalars(select(ContactDetails)).one()
        work.data.expunge(row)
        return row


@pytest.fixture
def closed(town: Town) -> Callable[[bool], None]:
    """Shuts intake, or opens it again."""

    def turn(shut: bool) -> None:
        state = EpochState.CLOSED if shut else EpochState.OPEN
        with town.committed() as work:
            query = select(GroupEpoch).where(GroupEpoch.group == "casework")
            work.keys.scalars(query).one().state = state

    return turn


@pytest.mark.parametrize("step", [withdraw, erase])
def test_a_no_is_taken_while_intake_is_closed(
    town: Town, closed: Callable[[bool], None], step: Callable[[Work, str, str], object]
) -> None:
    code, case_id = in_case(town)
    before = details(town)
    closed(True)
    with town.committed() as work:
        step(work, code, ADDRESS)
    closed(False)
    with pytest.raises(CannotOpen):
        words_of(town, before)
    mark = details(town)
    assert (mark.has_phone, mark.has_email, mark.has_address) == (False, False, False)
    with town.committed("coordinator") as work:
        take_news(work, case_id, version(work, case_id))
    with town.committed("coordinator") as work:
        assert not open_record(work, case_id).news


def test_nothing_else_is_taken_then(town: Town, closed: Callable[[bool], None]) -> None:
    _, code = with_card(town)
    closed(True)
    with town.work() as work, pytest.raises(IntakeClosed):
        leave(work, leaving(code), ADDRESS)


def test_from_that_moment_nobody_reads_it_and_the_card_stays_good(town: Town) -> None:
    signal_id, code = with_card(town, in_triage=True)
    left(town, code)
    before = details_at(town, signal_id)
    assert before is not None
    with town.committed() as work:
        view = withdraw(work, code, ADDRESS)
    assert (view.kinds, view.taken_back, view.until) == ((), True, None)
    with pytest.raises(CannotOpen):
        words_of(town, before)
    after = details_at(town, signal_id)
    assert after is not None
    assert words_of(town, after)["name"] == ""
    with town.committed("coordinator") as work:
        shown = open_signal(work, signal_id)
        assert shown.details is not None
        assert shown.details.taken_back
    assert left(town, code).kinds == ("phone",), "who changes their mind again"


def test_the_keeper_hears_that_something_waits(town: Town) -> None:
    _, code = with_card(town, in_triage=True)
    left(town, code)
    with town.committed() as work:
        work.data.execute(delete(OutboxMail))
    with town.committed() as work:
        withdraw(work, code, ADDRESS)
    with town.work(writes=False) as work:
        (mail,) = work.data.scalars(select(OutboxMail))
        assert mail.kind == MailKind.SIGNAL_NEWS
        assert mail.account_id == town.people["coordinator"].account_id


def test_in_a_case_the_no_waits_to_be_written_down(town: Town) -> None:
    code, case_id = in_case(town)
    with town.committed() as work:
        withdraw(work, code, ADDRESS)
    with town.committed("coordinator") as work:
        view = open_record(work, case_id)
        assert (view.news, view.contact, view.contact_withdrawn) == ("withdrawn", None, True)
        assert view.consents, "the timeline doesn't know yet"
    with town.committed("coordinator") as work:
        take_news(work, case_id, version(work, case_id))
    with town.committed("coordinator") as work:
        view = open_record(work, case_id)
        assert (view.news, view.consents) == ("", ())
        assert view.timeline[0].given is False
        assert view.timeline[0].way == "own_page"
    with town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        take_news(work, case_id, version(work, case_id))
    # And back again, with a new yes.
    left(town, code)
    with town.committed("coordinator") as work:
        assert open_record(work, case_id).news == "left"
        take_news(work, case_id, version(work, case_id))
    with town.committed("coordinator") as work:
        view = open_record(work, case_id)
        assert view.contact is not None
        assert view.contact.name == GIVEN.name
        assert len(view.consents) == 1


def test_packages_go_with_the_yes_and_stay_with_new_details(town: Town) -> None:
    code, _ = in_case(town)
    key_id = details(town).key_id
    with town.committed() as work:
        share = PackageShare(package_id=key_id, contact_key_id=key_id, share=b"s" * 32)
        work.keys.add(share)
    left(town, code)
    with town.work(writes=False) as work:
        (share,) = work.keys.scalars(select(PackageShare))
        assert share.contact_key_id == details(town).key_id != key_id
    with town.committed() as work:
        withdraw(work, code, ADDRESS)
    with town.work(writes=False) as work:
        assert work.keys.scalars(select(PackageShare)).all() == []


def test_erasing_ends_the_card_too(town: Town) -> None:
    code, case_id = in_case(town)
    with town.committed() as work:
        erase(work, code, ADDRESS)
    with town.work() as work, pytest.raises(InvalidInput, match="card_unknown"):
        card(work, code, ADDRESS)
    with town.work(writes=False) as work:
        row = work.data.scalars(select(ContactCard)).one()
        assert (row.state, row.contact_id, row.signal_id) == (CardState.VOID, None, None)
    with town.committed("coordinator") as work:
        assert open_record(work, case_id).news == "erased"
        take_news(work, case_id, version(work, case_id))
    with town.work(writes=False) as work:
        assert work.data.scalars(select(ContactDetails)).all() == []
    assert len(entries(town, "card_details_erased")) == 1


def test_a_card_without_details_has_nothing_to_take_back(town: Town) -> None:
    _, code = with_card(town)
    with town.work() as work, pytest.raises(InvalidInput, match="card_unknown"):
        withdraw(work, code, ADDRESS)
    with town.committed() as work:
        erase(work, code, ADDRESS)
    with town.work() as work, pytest.raises(InvalidInput, match="card_unknown"):
        leave(work, leaving(code), ADDRESS)
