"""The life of a referral's link: what lets in, until when, and one answer for all that does not."""

from datetime import timedelta

import pytest
from kit import trail
from kit.cases import referral_in, referral_row, stepped
from kit.receivers import ADDRESS, asked, heard, opened_by
from kit.town import Town
from sqlalchemy import delete, func, select

from signalering.domain.errors import NotFound, TooOften
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import ReferralState
from signalering.domain.throttles import CEILINGS, RULES, Ceiling, Tried
from signalering.models.accounts.throttle import Throttle
from signalering.models.keys.group import PackageShare
from signalering.models.referrals.referral import Referral
from signalering.services.referrals.receive import receive
from signalering.vault.links import new_token

R = ReferralState
S = ReceiverSaid


def is_gone(town: Town, token: str) -> None:
    """The one answer."""
    with town.work() as work, pytest.raises(NotFound, match="referral_link_gone"):
        receive(work, token, ADDRESS)


def test_wrong_used_expired_and_revoked_links_get_one_answer(town: Town) -> None:
    is_gone(town, new_token())
    _, used = asked(town)
    heard(town, used, S.DECLINED, reason="full")
    is_gone(town, used.token)
    revoked, of_revoked = asked(town)
    with town.committed() as work:
        work.keys.execute(delete(PackageShare))
    assert referral_row(town, revoked).state == R.SENT
    is_gone(town, of_revoked.token)
    _, late = asked(town)
    town.clock.move_to(town.clock.now() + timedelta(days=14))
    assert opened_by(town, late).package is not None, "the last day still counts"
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    is_gone(town, late.token)


def test_a_link_that_was_lost_can_be_opened_again_until_it_is_answered(town: Town) -> None:
    _, link = asked(town)
    assert opened_by(town, link) == opened_by(town, link)
    opened = trail.entries(town, "referral_opened")
    assert len(opened) == 2
    assert not any(entry.get("actor") or entry.get("details") for entry in opened)


def test_no_coordinators_key_is_needed_and_none_is_open(town: Town) -> None:
    _, link = asked(town)
    with town.committed() as work:
        assert work.actor is None
        view = receive(work, link.token, ADDRESS)
    assert view.package is not None


def test_a_package_put_at_another_referral_opens_for_nobody(town: Town) -> None:
    referral_id, link = asked(town)
    other = referral_in(town, R.ACCEPTED)
    row = referral_row(town, referral_id)
    with town.committed() as work:
        mine, theirs = work.data.get_one(Referral, referral_id), work.data.get_one(Referral, other)
        mine.link_hash = mine.link_until = mine.package = mine.package_id = None
        work.data.flush()
        theirs.state, theirs.link_hash, theirs.link_until = "sent", row.link_hash, row.link_until
        theirs.package, theirs.package_id = row.package, row.package_id
    is_gone(town, link.token)


def test_a_call_records_on_behalf_ends_what_the_link_shows(town: Town) -> None:
    referral_id, link = asked(town)
    stepped(town, referral_id, R.ACCEPTED)
    view = opened_by(town, link)
    assert (view.package, view.state) == (None, R.ACCEPTED)
    stepped(town, referral_id, R.NOT_STARTED, reason="transport")
    is_gone(town, link.token)


def test_attendance_links_live_six_months(town: Town) -> None:
    referral_id, link = asked(town)
    heard(town, link, S.ACCEPTED)
    until = referral_row(town, referral_id).link_until
    assert until is not None
    assert until.isoformat() == "2027-05-23"
    town.clock.move_to(town.clock.now() + (until - town.clock.today()))
    assert opened_by(town, link).state == R.ACCEPTED
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    is_gone(town, link.token)


def test_who_tries_too_often_waits_and_no_address_is_kept(town: Town) -> None:
    _, dead = asked(town)
    heard(town, dead, S.DECLINED, reason="full")
    for _ in range(RULES[Tried.REFERRAL].free):
        is_gone(town, new_token())
    is_gone(town, dead.token)
    for token in (new_token(), dead.token):
        with town.work() as work, pytest.raises(TooOften):
            receive(work, token, ADDRESS)
    with town.work(writes=False) as work:
        rows = work.data.scalars(select(Throttle)).all()
        assert rows
        assert not any(ADDRESS.encode() in row.key_hash for row in rows)


def test_strangers_keep_nobody_out_who_was_sent_a_link(file_town: Town) -> None:
    _, link = asked(file_town)
    for number in range(CEILINGS[Ceiling.REFERRALS]):
        with file_town.work() as work, pytest.raises(NotFound):
            receive(work, new_token(), f"198.51.100.{number}")
    for address in (ADDRESS, "198.51.100.1"):
        with file_town.work() as work, pytest.raises(TooOften):
            receive(work, new_token(), address)
        with file_town.committed() as work:
            assert receive(work, link.token, address).package is not None


def test_right_ones_cost_no_try(town: Town) -> None:
    _, link = asked(town)
    for _ in range(RULES[Tried.REFERRAL].free + 5):
        opened_by(town, link)
    with town.work(writes=False) as work:
        tries = work.data.scalar(select(func.sum(Throttle.tries)))
        assert not tries
