"""No reflex referrals: first understood, then proposed, to an offer that runs."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from kit import trail
from kit.at_once import at_once
from kit.cases import WAY, case_in, do, initiative, referral_in, told, version
from kit.offers import answered, asked_about, offer_of
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow
from signalering.domain.flows.case import CONVERSING
from signalering.domain.offers import OfferRoom, OfferSaid
from signalering.domain.states import CaseState, ReferralState
from signalering.models.directory.initiative import Initiative
from signalering.models.referrals.referral import Referral
from signalering.services.referrals.propose import propose

TALKING = CaseState.IN_CONVERSATION


def proposed(
    town: Town, case_id: UUID, to: UUID, loneliness: str = "social", behind: str = "rouw"
) -> UUID:
    """Propose, committed."""
    found = do(
        town,
        lambda w: propose(w, ProposeReferral(case_id, version(w, case_id), to, loneliness, behind)),
    )
    assert isinstance(found, UUID)
    return found


def test_what_lies_behind_it_is_sealed_before_the_referral(town: Town) -> None:
    case_id = case_in(town, TALKING)
    referral_id = proposed(town, case_id, initiative(town))
    assessment, referral = told(town, case_id)[-2:]
    assert (assessment["kind"], assessment["loneliness"]) == ("assessment", "social")
    assert assessment["text"] == "rouw"
    assert (referral["referral"], referral["to"]) == (str(referral_id), "proposed")
    (entry,) = trail.entries(town, "referral_proposed")
    assert entry["details"]["case_id"] == str(case_id)


@pytest.mark.parametrize(
    ("loneliness", "behind", "field"),
    [
        ("", "", "loneliness"),
        ("", "rouw", "loneliness"),
        ("social", "", "behind"),
        ("very", "rouw", "loneliness"),
    ],
)
def test_without_it_nothing_is_proposed(
    file_town: Town, loneliness: str, behind: str, field: str
) -> None:
    case_id = case_in(file_town, TALKING)
    with pytest.raises(InvalidInput) as refusal:
        proposed(file_town, case_id, initiative(file_town), loneliness, behind)
    assert refusal.value.field == field
    assert told(file_town, case_id, "referral") == []


def test_once_recorded_it_need_not_be_said_again(file_town: Town) -> None:
    case_id = case_in(file_town, TALKING)
    proposed(file_town, case_id, initiative(file_town))
    proposed(file_town, case_id, initiative(file_town, "WestlandOntmoet"), "", "")
    assert len(told(file_town, case_id, "assessment")) == 1


@pytest.mark.parametrize("state", list(WAY))
def test_nobody_is_referred_before_there_was_a_conversation(
    file_town: Town, state: CaseState
) -> None:
    case_id = case_in(file_town, state)
    to = initiative(file_town)
    if state in CONVERSING:
        proposed(file_town, case_id, to)
    else:
        with pytest.raises(NotAllowedNow):
            proposed(file_town, case_id, to)


def test_an_offer_that_is_not_there_or_runs_already_is_refused(file_town: Town) -> None:
    case_id = case_in(file_town, TALKING)
    to = initiative(file_town)
    with pytest.raises(InvalidInput):
        proposed(file_town, case_id, uuid4())
    referral_in(file_town, ReferralState.DECLINED, case_id)
    proposed(file_town, case_id, to)
    with pytest.raises(InvalidInput, match="referral_runs_already"):
        proposed(file_town, case_id, to)
    other = initiative(file_town, "WestlandOntmoet")
    with file_town.committed() as work:
        work.data.get_one(Initiative, other).active = False
    with pytest.raises(InvalidInput):
        proposed(file_town, case_id, other)


def test_only_the_cases_keeper(file_town: Town) -> None:
    case_id = case_in(file_town, TALKING)
    command = ProposeReferral(case_id, 2, initiative(file_town), "social", "rouw")
    with file_town.work("other_coordinator") as work, pytest.raises(Denied):
        propose(work, command)


def test_without_an_assessment_a_second_initiative_is_refused_too(file_town: Town) -> None:
    """The gate asks the timeline of this very case, not that somebody was assessed somewhere."""
    proposed(file_town, case_in(file_town, TALKING), initiative(file_town))
    other = case_in(file_town, TALKING)
    with pytest.raises(InvalidInput) as refusal:
        proposed(file_town, other, initiative(file_town, "WestlandOntmoet"), "", "")
    assert refusal.value.field == "loneliness"
    with file_town.work(writes=False) as work:
        query = select(func.count()).select_from(Referral).where(Referral.case_id == other)
        assert work.data.scalar(query) == 0


def test_what_says_it_stopped_is_not_proposed(file_town: Town) -> None:
    case_id, offer = case_in(file_town, TALKING), offer_of(file_town)
    answered(file_town, asked_about(file_town, offer), said=OfferSaid.STOPPED)
    with pytest.raises(InvalidInput, match="offer_stopped"):
        proposed(file_town, case_id, offer)


def test_what_is_full_or_stale_can_still_be_chosen(file_town: Town) -> None:
    case_id, full = case_in(file_town, TALKING), offer_of(file_town)
    answered(file_town, asked_about(file_town, full), room=OfferRoom.FULL)
    proposed(file_town, case_id, full)
    stale = offer_of(file_town, "WestlandOntmoet", assured_on=date(2026, 1, 5))
    proposed(file_town, case_id, stale)


def test_proposed_twice_at_once_there_is_one(town: Town) -> None:
    case_id, to = case_in(town, TALKING), initiative(town)
    with town.work(writes=False) as work:
        seen = version(work, case_id)
    command = ProposeReferral(case_id, seen, to, "social", "rouw")
    told_second, faults = at_once(
        town,
        ("coordinator", lambda work: propose(work, command)),
        ("coordinator", lambda work: propose(work, command)),
    )
    assert faults == []
    assert [error.code for error in told_second] == ["conflict"]
    assert len(told(town, case_id, "referral")) == 1
