"""A referral that nobody answered expires by itself, once; its case goes on."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from kit.cards import ADDRESS, case_with_card
from kit.cases import referral_in, referral_row, stepped
from kit.receivers import asked, linked
from kit.town import Town
from sqlalchemy import event, select

from signalering.domain.errors import Conflict, NotAllowedNow
from signalering.domain.states import ReferralState
from signalering.models.keys.group import PackageShare
from signalering.services.public.withdraw import withdraw
from signalering.services.referrals.expire import expire

FORTNIGHT = timedelta(days=14)
DROPPING = "DELETE FROM package_share"


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


@pytest.mark.parametrize("act", ["withdraw", "send"])
def test_who_acts_while_it_expires_waits_in_one_database_alone(town: Town, act: str) -> None:
    case_id, code = case_with_card(town)
    referral_id, _ = asked(town, case_id)
    town.clock.move_to(town.clock.now() + FORTNIGHT + timedelta(days=1))
    faults: list[Exception] = []

    def other() -> None:
        try:
            if act == "send":
                linked(town, referral_id)
            else:
                with town.committed() as work:
                    withdraw(work, code, ADDRESS)
        except (Conflict, NotAllowedNow):
            pass
        except Exception as fault:
            faults.append(fault)

    begun = threading.Thread(target=other)

    # It holds what it found in the data, and is about to reach into the keystore.
    def about_to_drop(*args: Any) -> None:
        if args[2].startswith(DROPPING) and not begun.ident:
            begun.start()
            begun.join(0.5)

    event.listen(town.house.keystore, "before_cursor_execute", about_to_drop)
    try:
        assert run(town) == 1
    finally:
        event.remove(town.house.keystore, "before_cursor_execute", about_to_drop)
    begun.join(60)
    assert faults == []
    with town.work(writes=False) as work:
        hanging = work.keys.scalars(select(PackageShare)).all()
    row = referral_row(town, referral_id)
    assert len(hanging) == (1 if row.package_id else 0)
