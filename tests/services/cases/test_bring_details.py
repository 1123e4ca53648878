"""Details that came to a signal with a case: the newest word counts, for its referrals too."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from kit.cards import ADDRESS, later, left, with_card
from kit.cases import contact_row, do, referral_in, referral_row, stepped, version
from kit.receivers import asked, opened_by
from kit.signals import taken, with_details
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.referrals.renew import RenewLink
from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.consent import CONTACT_TEXT_NOW
from signalering.domain.errors import InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import LinkWay
from signalering.domain.states import CaseState, ReferralState
from signalering.models.keys.group import PackageShare
from signalering.services.cases.bring_details import bring_details
from signalering.services.cases.card import card
from signalering.services.cases.move import move
from signalering.services.cases.open import open as open_case
from signalering.services.cases.take_news import take_news
from signalering.services.public.withdraw import withdraw
from signalering.services.referrals.renew import renew
from signalering.services.signals.add_details import add_details
from signalering.services.signals.take import take

R = ReferralState
NEWER = GivenContact(name="Truida Verzonnen", phone="06 55 55 55 56", text_version=CONTACT_TEXT_NOW)


def talking(town: Town, signal_id: UUID) -> UUID:
    """The case of this signal, in conversation."""
    with town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
        move(work, MoveCase(case_id, 1, CaseState.IN_CONVERSATION))
    return case_id


def brought(town: Town, signal_id: UUID) -> None:
    """A coordinator takes the signal that came back, and brings its details to the case."""
    with town.committed("coordinator") as work:
        take(work, signal_id)
        bring_details(work, signal_id)


def test_a_running_link_goes_on_under_new_details_and_ends_with_a_no(town: Town) -> None:
    signal_id = taken(town, command=with_details())
    case_id = talking(town, signal_id)
    referral_id, link = asked(town, case_id)
    with town.committed("worker") as work:
        add_details(work, signal_id, NEWER)
    brought(town, signal_id)
    view = opened_by(town, link)
    assert view.package is not None
    contact = contact_row(town, case_id)
    assert contact is not None
    with town.work(writes=False) as work:
        (share,) = work.keys.scalars(select(PackageShare))
        assert share.contact_key_id == contact.key_id, "a no destroys it from now on"
    assert referral_row(town, referral_id).state == R.SENT


def test_a_no_that_is_brought_ends_every_link_at_once(town: Town) -> None:
    signal_id, code = with_card(town, in_triage=True)
    case_id = talking(town, signal_id)
    referral_id = referral_in(town, R.ACCEPTED, case_id)
    seen = referral_row(town, referral_id).version
    link = do(town, lambda work: renew(work, RenewLink(referral_id, seen, LinkWay.PAPER)))
    left(town, code)
    with town.committed() as work:
        withdraw(work, code, ADDRESS)
    brought(town, signal_id)
    with pytest.raises(NotFound):
        opened_by(town, link)
    do(town, lambda work: take_news(work, case_id, version(work, case_id)))
    assert referral_row(town, referral_id).state == R.REVOKED


def test_a_no_that_nobody_took_in_is_not_laid_over(town: Town) -> None:
    signal_id, code = with_card(town, in_triage=True)
    left(town, code)
    case_id = talking(town, signal_id)
    referral_id = referral_in(town, R.CONSENTED, case_id)
    with town.committed() as work:
        withdraw(work, code, ADDRESS)
    with town.committed("worker") as work:
        add_details(work, signal_id, replace(NEWER, name="Iemand Anders"))
    with pytest.raises(NotAllowedNow, match="resident_wrote"):
        brought(town, signal_id)
    do(town, lambda work: take_news(work, case_id, version(work, case_id)))
    assert referral_row(town, referral_id).state == R.REVOKED
    brought(town, signal_id)
    do(town, lambda work: take_news(work, case_id, version(work, case_id)))
    contact = contact_row(town, case_id)
    assert contact is not None
    assert contact.has_phone
    with pytest.raises(NotAllowedNow):
        stepped(town, referral_id, R.SENT)


def test_a_card_that_was_left_behind_stays_good_for_its_days_alone(file_town: Town) -> None:
    signal_id = taken(file_town, command=with_details())
    with file_town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    code = do(file_town, lambda work: card(work, case_id, version(work, case_id))).code
    with file_town.committed("worker") as work:
        add_details(work, signal_id, NEWER)
    brought(file_town, signal_id)
    later(file_town, timedelta(days=61))
    with pytest.raises(InvalidInput, match="card_unknown"):
        left(file_town, code)
