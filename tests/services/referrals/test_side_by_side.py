"""Two referrals of one case at a time: what is said about one leaves the other as it was."""

from uuid import UUID

import pytest
from kit.cases import case_in, do, referral_in, referral_row, told, version
from kit.receivers import asked, heard, opened_by
from kit.town import Town

from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.errors import InvalidInput, NotFound
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import CaseState, ConsentScope, ConsentWay, ReferralState
from signalering.domain.views.referrals.send import MadeLink
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.referrals.take_answers import take_answers
from signalering.services.referrals.views import referrals_of

R = ReferralState
S = ReceiverSaid
ONE, OTHER = "Vitis Welzijn: maatjes", "WestlandOntmoet"
Pair = tuple[UUID, dict[str, tuple[UUID, MadeLink]]]


def both(town: Town) -> Pair:
    """A case with two receivers who were asked by link."""
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    return case_id, {name: asked(town, case_id, name) for name in (ONE, OTHER)}


def states(town: Town, pair: Pair) -> tuple[str, str]:
    """Where the two stand."""
    first, second = (referral_row(town, pair[1][name][0]).state for name in (ONE, OTHER))
    return first, second


def test_both_are_asked_at_once_and_the_view_tells_them_apart(town: Town) -> None:
    pair = both(town)
    assert states(town, pair) == (R.SENT, R.SENT)
    with town.work("coordinator", writes=False) as work:
        views = referrals_of(work, work.data.get_one(Case, pair[0]))
    assert [one.initiative for one in views] == [ONE, OTHER]
    assert all(one.unfinished and one.link_until for one in views)
    assert views[0].id != views[1].id
    for _, link in pair[1].values():
        assert opened_by(town, link).package is not None


def test_an_answer_moves_its_own_alone(town: Town) -> None:
    pair = both(town)
    (_, one), (_, other) = pair[1][ONE], pair[1][OTHER]
    heard(town, one, S.DECLINED, reason="full")
    assert states(town, pair) == (R.DECLINED, R.SENT)
    heard(town, other, S.ACCEPTED)
    assert states(town, pair) == (R.DECLINED, R.ACCEPTED)
    with town.work() as work:
        seen = version(work, pair[0])
    do(town, lambda work: take_answers(work, pair[0], seen))
    answers = [entry for entry in told(town, pair[0], "referral") if entry.get("said_on")]
    assert {(entry["referral"], entry["said"]) for entry in answers} == {
        (str(pair[1][ONE][0]), "declined"),
        (str(pair[1][OTHER][0]), "accepted"),
    }


def test_consent_withdrawn_for_one_ends_that_one(town: Town) -> None:
    pair = both(town)
    (this, gone), (_, stays) = pair[1][ONE], pair[1][OTHER]
    initiative_id = referral_row(town, this).initiative_id

    do(
        town,
        lambda work: withdraw_consent(
            work,
            WithdrawConsent(
                pair[0],
                version(work, pair[0]),
                ConsentScope.SHARE_WITH_INITIATIVE,
                ConsentWay.SPOKEN_TO_COORDINATOR,
                confirmed=True,
                initiative_id=initiative_id,
            ),
        ),
    )
    assert states(town, pair) == (R.REVOKED, R.SENT)
    with pytest.raises(NotFound):
        opened_by(town, gone)
    assert opened_by(town, stays).package is not None
    heard(town, stays, S.ACCEPTED)


def test_contact_withdrawn_ends_both(file_town: Town) -> None:
    pair = both(file_town)
    do(
        file_town,
        lambda work: withdraw_consent(
            work,
            WithdrawConsent(
                pair[0],
                version(work, pair[0]),
                ConsentScope.CONTACT,
                ConsentWay.SPOKEN_TO_COORDINATOR,
                confirmed=True,
            ),
        ),
    )
    assert states(file_town, pair) == (R.REVOKED, R.REVOKED)


def test_the_same_initiative_twice_is_refused_until_the_first_has_ended(file_town: Town) -> None:
    case_id, links = both(file_town)
    with pytest.raises(InvalidInput, match="referral_runs_already"):
        referral_in(file_town, R.PROPOSED, case_id, ONE)
    heard(file_town, links[ONE][1], S.DECLINED, reason="full")
    with file_town.work() as work:
        seen = version(work, case_id)
    do(file_town, lambda work: take_answers(work, case_id, seen))
    again = referral_in(file_town, R.PROPOSED, case_id, ONE)
    with file_town.work(writes=False) as work:
        row = work.data.get_one(Initiative, referral_row(file_town, again).initiative_id)
        assert row.name == ONE
