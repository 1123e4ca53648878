"""Every pair of states of a referral, attendance, and what withdrawn consent does."""

from itertools import product

import pytest

from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows import referral
from signalering.domain.flows.referral import STOP_REASONS_TO_SAY, check_said
from signalering.domain.flows.table import By, Edge, Flow, edge
from signalering.domain.states import Attendance, ReferralState
from signalering.domain.vocabularies import vocabulary

RECEIVER = "receiver owner"
CONSENT = "resident owner system"
ALLOWED = {
    ("proposed", "consented"): ("owner", None),
    ("consented", "sent"): ("owner", None),
    ("sent", "accepted"): (RECEIVER, None),
    ("sent", "declined"): (RECEIVER, "full"),
    ("sent", "expired"): ("system", None),
    ("expired", "sent"): ("owner", None),
    ("accepted", "waiting_list"): (RECEIVER, None),
    ("accepted", "started"): (RECEIVER, None),
    ("accepted", "not_started"): (RECEIVER, "health"),
    ("waiting_list", "started"): (RECEIVER, None),
    ("waiting_list", "not_started"): (RECEIVER, None),
    ("started", "completed"): (RECEIVER, None),
    ("started", "stopped"): (RECEIVER + " resident system", "consent_withdrawn"),
    ("proposed", "revoked"): (CONSENT, None),
    ("consented", "revoked"): (CONSENT, None),
    ("sent", "revoked"): (CONSENT, None),
    ("accepted", "revoked"): (CONSENT, None),
    ("waiting_list", "revoked"): (CONSENT, None),
}
ENDED = {"declined", "not_started", "completed", "stopped", "revoked"}


@pytest.mark.parametrize(("start", "end", "by"), list(product(ReferralState, ReferralState, By)))
def test_every_pair_and_part(start: ReferralState, end: ReferralState, by: By) -> None:
    who, reason = ALLOWED.get((start, end), ("", None))
    if by in who.split():
        assert referral.check(start, end, by, reason).why
        assert end in referral.moves(start, by)
    else:
        with pytest.raises(NotAllowedNow):
            referral.check(start, end, by, reason)
        assert end not in referral.moves(start, by)


@pytest.mark.parametrize("pair", [pair for pair, (_, reason) in ALLOWED.items() if reason])
def test_a_no_needs_a_reason_from_its_own_list(pair: tuple[str, str]) -> None:
    start, end = map(ReferralState, pair)
    for reason, code in ((None, "reason_needed"), ("zomaar", "unknown_code")):
        with pytest.raises(InvalidInput, match=code):
            referral.check(start, end, By.OWNER, reason)


def test_from_the_waiting_list_a_reason_may_be_given_but_none_is_needed() -> None:
    assert referral.check(referral.WAITING_LIST, referral.NOT_STARTED, By.OWNER, "transport")
    with pytest.raises(InvalidInput, match="unknown_code"):
        referral.check(referral.WAITING_LIST, referral.NOT_STARTED, By.OWNER, "zomaar")


def test_each_state_is_reached_and_the_ended_ones_are_terminal() -> None:
    assert referral.ENTRY is ReferralState.PROPOSED
    assert {end for _, end in ALLOWED} == set(ReferralState) - {ReferralState.PROPOSED}
    assert referral.TERMINAL == ENDED
    assert ENDED | {"expired"} == referral.FINISHED


@pytest.mark.parametrize("state", ReferralState)
def test_withdrawn_consent_ends_every_unfinished_referral(state: ReferralState) -> None:
    after = referral.after_withdrawal(state)
    if state in referral.FINISHED:
        assert after is None
        return
    assert after is not None
    end, reason = after
    for by in (By.RESIDENT, By.OWNER, By.SYSTEM):
        assert referral.check(state, end, by, reason)
    expected = ReferralState.STOPPED if state == "started" else ReferralState.REVOKED
    assert end is expected


def test_attendance_goes_forward_once_started() -> None:
    done: list[Attendance] = []
    for step in Attendance:
        referral.check_attendance(ReferralState.STARTED, done, step)
        done.append(step)
    referral.check_attendance(ReferralState.STARTED, [], Attendance.FIRST)
    for recorded, step in (
        ([Attendance.FIRST], Attendance.FIRST),
        ([Attendance.THIRD], Attendance.FIRST),
    ):
        with pytest.raises(NotAllowedNow, match="attendance_not_now"):
            referral.check_attendance(ReferralState.STARTED, recorded, step)


@pytest.mark.parametrize("state", [one for one in ReferralState if one != "started"])
def test_nobody_attends_what_has_not_started(state: ReferralState) -> None:
    with pytest.raises(NotAllowedNow):
        referral.check_attendance(state, [], Attendance.FIRST)


def test_a_table_that_names_a_move_twice_is_refused() -> None:
    twice: list[Edge[ReferralState]] = [
        edge(referral.SENT, referral.ACCEPTED, [By.OWNER], "once"),
        edge(referral.SENT, referral.ACCEPTED, [By.SYSTEM], "again"),
    ]
    with pytest.raises(ValueError, match="twice"):
        Flow(ReferralState, referral.PROPOSED, twice)


@pytest.mark.parametrize("by", [By.OWNER, By.RECEIVER])
def test_that_consent_is_gone_is_nobodys_to_just_say(by: By) -> None:
    gone = "consent_withdrawn"
    assert gone not in STOP_REASONS_TO_SAY
    assert {*STOP_REASONS_TO_SAY, gone} == set(vocabulary("stop_reasons").codes)
    with pytest.raises(InvalidInput) as refusal:
        check_said(ReferralState.STARTED, ReferralState.STOPPED, by, gone)
    assert refusal.value.field == "reason"
    check_said(ReferralState.STARTED, ReferralState.STOPPED, by, "health")
