"""A referral that nobody answered expires by itself, once; its case goes on."""

from datetime import timedelta

import pytest
from kit.cases import referral_in, referral_row, stepped
from kit.town import Town

from signalering.domain.errors import Conflict, NotAllowedNow
from signalering.domain.states import ReferralState
from signalering.services.referrals.expire import expire

FORTNIGHT = timedelta(days=14)


def run(town: Town) -> int:
    with town.committed() as work:
        return expire(work)


def test_a_day_past_the_fortnight_and_only_once(town: Town) -> None:
    referral_id = referral_in(town, ReferralState.SENT)
    town.clock.move_to(town.clock.now() + FORTNIGHT)
    assert run(town) == 0, "the last day still counts"
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    assert (run(town), run(town)) == (1, 0)
    row = referral_row(town, referral_id)
    assert (row.state, row.deadline_on) == (ReferralState.EXPIRED, None)
    assert (row.package_id, row.package, row.link_hash, row.link_until) == (None,) * 4
    with pytest.raises((Conflict, NotAllowedNow)):
        stepped(town, referral_id, ReferralState.ACCEPTED)


@pytest.mark.parametrize(
    "state", [ReferralState.CONSENTED, ReferralState.ACCEPTED, ReferralState.STARTED]
)
def test_only_what_was_sent_and_not_answered(file_town: Town, state: ReferralState) -> None:
    referral_id = referral_in(file_town, state)
    file_town.clock.move_to(file_town.clock.now() + 10 * FORTNIGHT)
    assert run(file_town) == 0
    assert referral_row(file_town, referral_id).state == state
