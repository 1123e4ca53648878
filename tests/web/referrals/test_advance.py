"""Referring through the pages: propose, ask, send, and the receiver's steps by phone."""

from uuid import UUID

import pytest
from kit.browser_like import Browser
from kit.cases import case_in, case_row, initiative, opened, referral_in, referral_row, told
from kit.town import Town

from signalering.domain.states import CaseState, ReferralState

R = ReferralState


def talking(town: Town) -> UUID:
    """A case in conversation."""
    return case_in(town, CaseState.IN_CONVERSATION)


def test_the_whole_way(browser: Browser, file_town: Town) -> None:
    case_id, to = talking(file_town), initiative(file_town)
    browser.log_in("coordinator")
    assert "Vitis Welzijn: maatjes" in browser.get("referrals.propose", case_id=case_id)
    data = {
        "loneliness": "social",
        "behind": "Verloor haar zus.",
        "initiative": str(to),
        "version": str(case_row(file_town, case_id).version),
    }
    browser.post("referrals.propose", data, case_id=case_id)
    text = browser.get("cases.show", case_id=case_id)
    assert "Vraag de inwoner of je gegevens mag delen met Vitis Welzijn: maatjes." in text
    referral_id = UUID(text.split("/referrals/")[1].split("/")[0])
    for step, more in (
        ("consented", {"way": "spoken_to_coordinator"}),
        ("sent", {}),
        ("accepted", {}),
        ("started", {}),
        ("attended:first", {}),
        ("stopped", {"stop_reason": "transport"}),
    ):
        browser.get("referrals.advance", referral_id=referral_id)
        seen = {"version": str(referral_row(file_town, referral_id).version)}
        browser.post("referrals.advance", {"step": step, **more, **seen}, referral_id=referral_id)
    row = referral_row(file_town, referral_id)
    assert (row.state, row.stop_reason, row.attendance) == ("stopped", "transport", "first")
    assert "is afgelopen" in browser.get("referrals.advance", referral_id=referral_id)


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        ({"behind": "Verloor haar zus."}, "Verloor haar zus."),
        ({"loneliness": "social", "behind": "Haar zus."}, "Haar zus."),
        ({"loneliness": "social", "initiative": "it"}, "Vul dit in"),
    ],
)
def test_what_is_missing_is_told_and_nothing_typed_is_lost(
    browser: Browser, file_town: Town, data: dict[str, str], kept: str
) -> None:
    case_id, to = talking(file_town), initiative(file_town)
    browser.log_in("coordinator")
    if data.get("initiative"):
        data = {**data, "initiative": str(to)}
    data = {**data, "version": str(case_row(file_town, case_id).version)}
    answer = browser.post("referrals.propose", data, status=422, case_id=case_id)
    assert kept in answer.get_data(as_text=True)
    assert told(file_town, case_id, "referral") == []


def test_before_a_conversation_the_page_says_no_and_keeps_what_was_typed(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    data = {
        "loneliness": "social",
        "behind": "Haar zus.",
        "initiative": str(initiative(file_town)),
        "version": "1",
    }
    browser.log_in("coordinator")
    answer = browser.post("referrals.propose", data, status=409, case_id=case_id)
    assert "Haar zus." in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("state", "data", "status"),
    [
        (R.PROPOSED, {"step": "sent"}, 422),
        (R.PROPOSED, {"step": "consented"}, 422),
        (R.SENT, {"step": "declined"}, 422),
        (R.SENT, {"step": "declined", "decline_reason": "because"}, 422),
        (R.SENT, {"step": "attended:first"}, 422),
        (R.SENT, {}, 422),
        (R.SENT, {"step": "accepted", "version": "1"}, 409),
    ],
)
def test_a_step_that_does_not_fit_changes_nothing(
    browser: Browser, file_town: Town, state: ReferralState, data: dict[str, str], status: int
) -> None:
    referral_id = referral_in(file_town, state)
    seen = str(referral_row(file_town, referral_id).version)
    browser.log_in("coordinator")
    browser.post(
        "referrals.advance", {"version": seen, **data}, status=status, referral_id=referral_id
    )
    assert referral_row(file_town, referral_id).state == state


def test_a_colleague_does_not_advance_it(browser: Browser, file_town: Town) -> None:
    referral_id = referral_in(file_town, R.SENT)
    browser.log_in("other_coordinator")
    browser.get("referrals.advance", status=403, referral_id=referral_id)
    data = {"step": "accepted", "version": "3"}
    browser.post("referrals.advance", data, status=403, referral_id=referral_id)
