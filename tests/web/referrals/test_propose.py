"""The page to propose on: the gate holds for a direct POST, and offers say how they stand."""

from datetime import date

from kit.browser_like import Browser
from kit.cases import case_in, case_row, initiative, referral_in, told
from kit.offers import answered, asked_about, offer_of
from kit.town import Town

from signalering.domain.offers import OfferRoom, OfferSaid
from signalering.domain.states import CaseState, ReferralState

TALKING = CaseState.IN_CONVERSATION


def test_a_direct_post_without_kind_and_cause_proposes_nothing(
    browser: Browser, file_town: Town
) -> None:
    case_id, to = case_in(file_town, TALKING), initiative(file_town)
    browser.log_in("coordinator")
    data = {"initiative": str(to), "version": str(case_row(file_town, case_id).version)}
    for more in ({}, {"loneliness": "social"}, {"behind": "rouw"}, {"loneliness": "x"}):
        browser.post("referrals.propose", data | more, 422, case_id=case_id)
    assert told(file_town, case_id, "referral") == []
    browser.post(
        "referrals.propose", data | {"loneliness": "social", "behind": "rouw"}, case_id=case_id
    )
    assert len(told(file_town, case_id, "referral")) == 1


def test_offers_say_how_they_stand_and_fresh_ones_come_first(
    browser: Browser, file_town: Town
) -> None:
    case_id = case_in(file_town, TALKING)
    full = offer_of(file_town, "Vitis Welzijn: maatjes")
    answered(file_town, asked_about(file_town, full), room=OfferRoom.FULL)
    offer_of(file_town, "WestlandOntmoet", assured_on=date(2026, 1, 5))
    gone = offer_of(file_town, "De Vereeniging")
    answered(file_town, asked_about(file_town, gone), said=OfferSaid.STOPPED)
    browser.log_in("coordinator")
    text = " ".join(browser.get("referrals.propose", case_id=case_id).split())
    assert "De Vereeniging" not in text
    assert "Vol, gezegd op" in text
    assert "er is nu geen plek. Overleg eerst." in text
    assert "bel eerst, want dat is lang geleden" in text
    order = [
        text.index(name) for name in ("Wandelgroep", "Vitis Welzijn: maatjes", "WestlandOntmoet")
    ]
    assert order == sorted(order)
    data = {
        "initiative": str(gone),
        "loneliness": "social",
        "behind": "Verloor haar zus.",
        "version": str(case_row(file_town, case_id).version),
    }
    answer = browser.post("referrals.propose", data, 422, case_id=case_id)
    assert "Verloor haar zus." in answer.get_data(as_text=True)


def test_two_at_once_stand_apart_and_the_same_twice_is_told(
    browser: Browser, file_town: Town
) -> None:
    case_id = case_in(file_town, TALKING)
    names = ("Vitis Welzijn: maatjes", "WestlandOntmoet")
    ids = [referral_in(file_town, ReferralState.SENT, case_id, name) for name in names]
    browser.log_in("coordinator")
    text = browser.get("cases.show", case_id=case_id)
    for name, referral_id in zip(names, ids, strict=True):
        assert f"<strong>{name}</strong>" in text
        assert browser.url("referrals.advance", referral_id=referral_id) in text
    data = {
        "initiative": str(initiative(file_town, names[0])),
        "version": str(case_row(file_town, case_id).version),
    }
    answer = browser.post("referrals.propose", data, 422, case_id=case_id)
    assert "Er loopt al een verwijzing naar dit initiatief." in answer.get_data(as_text=True)
