"""Withdrawing: the key is destroyed, and everything that rested on the yes ends."""

from uuid import UUID

import pytest
from kit.at_once import Step, at_once
from kit.cards import ADDRESS, leaving, left, with_card
from kit.cases import (
    case_in,
    case_row,
    closed_case,
    contact_row,
    do,
    opened,
    referral_in,
    referral_row,
    told,
    tried,
    version,
)
from kit.signals import a_signal, words_of
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.errors import (
    CannotOpen,
    Conflict,
    InvalidInput,
    NotAllowedNow,
)
from signalering.domain.states import CaseState, ConsentScope, ConsentWay, ReferralState
from signalering.models.keys.group import PackageShare, Wrap
from signalering.models.signals.contact import ContactCard
from signalering.services.cases.open import open as open_case
from signalering.services.cases.show import open_record
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.public.erase import erase
from signalering.services.public.leave import leave
from signalering.services.public.withdraw import withdraw as take_back
from signalering.services.work import Work

R = ReferralState


def withdraw(
    town: Town,
    case_id: UUID,
    scope: ConsentScope = ConsentScope.CONTACT,
    initiative_id: UUID | None = None,
    *,
    confirmed: bool = True,
) -> None:
    """Withdraw a consent, committed."""

    def verb(work: Work) -> None:
        command = WithdrawConsent(
            case_id,
            version(work, case_id),
            scope,
            ConsentWay.SPOKEN_TO_COORDINATOR,
            confirmed,
            initiative_id,
        )
        withdraw_consent(work, command)

    do(town, verb)


def test_the_key_and_every_package_are_destroyed_and_nobody_opens_the_details(town: Town) -> None:
    case_id = opened(town)
    contact = contact_row(town, case_id)
    assert contact is not None
    with town.committed() as work:
        work.keys.add(
            PackageShare(package_id=case_id, contact_key_id=contact.key_id, share=b"s" * 32)
        )
        work.data.add(ContactCard(code_hash=b"c" * 32, state="used", contact_id=contact.id))
    withdraw(town, case_id)
    with town.work(writes=False) as work:
        for table in (Wrap, PackageShare):
            key = Wrap.key_id if table is Wrap else PackageShare.contact_key_id
            left = select(func.count()).select_from(table).where(key == contact.key_id)
            assert work.keys.scalar(left) == 0
        card = work.data.scalars(select(ContactCard)).one()
        assert (card.state, card.contact_id) == ("void", None)
    assert contact_row(town, case_id) is None
    for who in ("coordinator", "other_coordinator"):
        with pytest.raises(CannotOpen):
            words_of(town, contact, who)


def test_the_timeline_tells_it_and_the_page_says_to_close(town: Town) -> None:
    case_id = opened(town)
    withdraw(town, case_id)
    last = told(town, case_id)[-1]
    assert (last["kind"], last["scope"], last["given"]) == ("consent", "contact", False)
    with town.work("coordinator") as work:
        view = open_record(work, case_id)
    assert view.contact_withdrawn
    assert view.contact is None
    assert view.consents == ()
    assert [step.code for step in view.next_steps] == ["close_declined"]
    assert case_row(town, case_id).deadline_kind == "task"


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (R.PROPOSED, R.REVOKED, None),
        (R.CONSENTED, R.REVOKED, None),
        (R.SENT, R.REVOKED, None),
        (R.ACCEPTED, R.REVOKED, None),
        (R.WAITING_LIST, R.REVOKED, None),
        (R.STARTED, R.STOPPED, "consent_withdrawn"),
        (R.DECLINED, R.DECLINED, None),
        (R.COMPLETED, R.COMPLETED, None),
    ],
)
def test_every_unfinished_referral_ends(
    file_town: Town, before: ReferralState, after: ReferralState, reason: str | None
) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    referral_id = referral_in(file_town, before, case_id)
    withdraw(file_town, case_id)
    row = referral_row(file_town, referral_id)
    assert (row.state, row.stop_reason, row.deadline_on) == (after, reason, None)
    if before != after:
        assert told(file_town, case_id)[-1]["to"] == after


def test_sharing_withdrawn_ends_those_to_this_initiative_alone(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    this = referral_in(file_town, R.SENT, case_id)
    other = referral_in(file_town, R.SENT, case_id, "WestlandOntmoet")
    scope = ConsentScope.SHARE_WITH_INITIATIVE
    withdraw(file_town, case_id, scope, referral_row(file_town, this).initiative_id)
    assert referral_row(file_town, this).state == R.REVOKED
    assert referral_row(file_town, other).state == R.SENT
    assert contact_row(file_town, case_id) is not None


def test_what_rested_on_contact_goes_with_it(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    referral = referral_in(file_town, R.CONSENTED, case_id)
    withdraw(file_town, case_id)
    with pytest.raises(InvalidInput, match="consent_not_in_force"):
        withdraw(
            file_town,
            case_id,
            ConsentScope.SHARE_WITH_INITIATIVE,
            referral_row(file_town, referral).initiative_id,
        )
    with pytest.raises(NotAllowedNow, match="contact_withdrawn"):
        referral_in(file_town, R.PROPOSED, case_id, "WestlandOntmoet")
    with pytest.raises(NotAllowedNow, match="contact_withdrawn"):
        tried(file_town, case_id)


def test_it_is_asked_first_for_it_cannot_be_undone(file_town: Town) -> None:
    case_id = opened(file_town)
    with pytest.raises(InvalidInput, match="confirm_by_typing"):
        withdraw(file_town, case_id, confirmed=False)
    assert contact_row(file_town, case_id) is not None


def test_nothing_given_nothing_to_withdraw(file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    for scope in (ConsentScope.CONTACT, ConsentScope.MEASURE):
        with pytest.raises(InvalidInput, match="consent_not_in_force"):
            withdraw(file_town, case_id, scope)


def test_a_closed_cases_details_can_be_withdrawn_too(file_town: Town) -> None:
    case_id = closed_case(file_town)
    withdraw(file_town, case_id)
    row = case_row(file_town, case_id)
    assert contact_row(file_town, case_id) is None
    assert (row.state, row.deadline_kind) == (CaseState.CLOSED, "feedback")


def test_a_stale_page_withdraws_nothing(file_town: Town) -> None:
    case_id = opened(file_town)
    stale = case_row(file_town, case_id).version
    tried(file_town, case_id)
    command = WithdrawConsent(
        case_id, stale, ConsentScope.CONTACT, ConsentWay.WRITTEN, confirmed=True
    )
    with pytest.raises(Conflict):
        do(file_town, lambda work: withdraw_consent(work, command))
    assert contact_row(file_town, case_id) is not None


@pytest.mark.parametrize("case_first", [True, False], ids=["case_first", "card_first"])
@pytest.mark.parametrize("step", ["leave", "withdraw", "erase"])
def test_a_card_at_this_very_moment_leaves_nothing_behind(
    town: Town, step: str, case_first: bool
) -> None:
    signal_id, code = with_card(town, in_triage=True)
    left(town, code)
    case_id: UUID = do(town, lambda work: open_case(work, signal_id))
    card_steps: dict[str, Step] = {
        "leave": lambda work: leave(work, leaving(code), ADDRESS),
        "withdraw": lambda work: take_back(work, code, ADDRESS),
        "erase": lambda work: erase(work, code, ADDRESS),
    }
    by_case = ("coordinator", lambda work: withdraw_consent(work, contact_of_case(work, case_id)))
    by_card = (None, card_steps[step])
    told, faults = at_once(town, *((by_case, by_card) if case_first else (by_card, by_case)))
    assert faults == []
    contact = contact_row(town, case_id)
    assert contact is None or not contact.has_phone, "nobody opens it any more"
    if case_first:
        assert [error.code for error in told] == ["card_unknown"]
        assert contact is None
    elif step == "leave":
        assert (told, contact) == ([], None)
    else:
        assert [error.code for error in told] == ["resident_wrote"]
        assert contact is not None
        assert contact.news, "what the resident did is yet to be taken in"


def contact_of_case(work: Work, case_id: UUID) -> WithdrawConsent:
    """A yes to be contacted, taken back."""
    return WithdrawConsent(
        case_id,
        version(work, case_id),
        ConsentScope.CONTACT,
        ConsentWay.SPOKEN_TO_COORDINATOR,
        confirmed=True,
    )


def test_what_the_resident_did_with_the_card_is_taken_in_first(file_town: Town) -> None:
    signal_id, code = with_card(file_town, in_triage=True)
    left(file_town, code)
    case_id: UUID = do(file_town, lambda work: open_case(work, signal_id))
    with file_town.committed() as work:
        erase(work, code, ADDRESS)
    with pytest.raises(NotAllowedNow, match="resident_wrote"):
        withdraw(file_town, case_id)
    contact = contact_row(file_town, case_id)
    assert contact is not None
    assert contact.news == "erased", "else nobody would hear that the case is to be erased"
