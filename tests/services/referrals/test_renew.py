"""A new link for attendance: the old one is dead, and nothing of the resident lies behind it."""

from datetime import timedelta
from uuid import UUID

import pytest
from kit.at_once import at_once
from kit.cards import ADDRESS, case_with_card
from kit.cases import do, referral_in, referral_row
from kit.receivers import asked, heard, opened_by
from kit.town import Town

from signalering.domain.commands.referrals.renew import RenewLink
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import LinkWay, ReceiverSaid
from signalering.domain.states import ReferralState
from signalering.domain.views.referrals.send import MadeLink
from signalering.services.public.withdraw import withdraw
from signalering.services.referrals.renew import renew

R = ReferralState


def renewed(town: Town, referral_id: UUID, way: LinkWay = LinkWay.PAPER) -> MadeLink:
    """A new link, made now."""
    command = RenewLink(referral_id, referral_row(town, referral_id).version, way)
    link: MadeLink = do(town, lambda work: renew(work, command))
    return link


@pytest.mark.parametrize("state", [R.ACCEPTED, R.WAITING_LIST, R.STARTED])
def test_the_new_one_lasts_six_months_and_the_old_one_is_dead(
    town: Town, state: ReferralState
) -> None:
    referral_id = referral_in(town, state)
    first = renewed(town, referral_id)
    town.clock.move_to(town.clock.now() + timedelta(days=30))
    second = renewed(town, referral_id)
    with pytest.raises(NotFound):
        opened_by(town, first)
    view = opened_by(town, second)
    assert (view.package, view.state) == (None, state)
    assert second.until.isoformat() == "2027-06-23"
    assert not second.has_package


def test_it_takes_the_place_of_the_link_that_was_sent(town: Town) -> None:
    referral_id, link = asked(town)
    heard(town, link, ReceiverSaid.ACCEPTED)
    fresh = renewed(town, referral_id)
    with pytest.raises(NotFound):
        opened_by(town, link)
    assert heard(town, fresh, ReceiverSaid.STARTED).state == R.STARTED


@pytest.mark.parametrize("state", [R.PROPOSED, R.CONSENTED, R.SENT, R.DECLINED, R.COMPLETED])
def test_only_for_who_took_it_on(file_town: Town, state: ReferralState) -> None:
    referral_id = referral_in(file_town, state)
    with pytest.raises(NotAllowedNow):
        renewed(file_town, referral_id)


def test_only_the_keeper_from_a_page_of_now_to_an_address(file_town: Town) -> None:
    referral_id = referral_in(file_town, R.STARTED)
    command = RenewLink(referral_id, 1, LinkWay.PAPER)
    with file_town.work("coordinator") as work, pytest.raises(Conflict):
        renew(work, command)
    with file_town.work("other_coordinator") as work, pytest.raises(Denied):
        renew(work, command)
    with pytest.raises(InvalidInput):
        renewed(file_town, referral_id, LinkWay.MAIL)


def test_a_no_at_this_very_moment_leaves_no_new_link(town: Town) -> None:
    case_id, code = case_with_card(town)
    referral_id = referral_in(town, R.STARTED, case_id)
    seen = referral_row(town, referral_id).version
    command = RenewLink(referral_id, seen, LinkWay.PAPER)
    told, faults = at_once(
        town,
        (None, lambda work: withdraw(work, code, ADDRESS)),
        ("coordinator", lambda work: renew(work, command)),
    )
    assert faults == []
    assert [error.code for error in told] == ["resident_wrote"]
    assert referral_row(town, referral_id).link_hash is None
