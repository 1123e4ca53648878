"""Pages around the reporter: what isn't offered is refused by a direct POST too, and nothing typed
is lost."""

from uuid import UUID

import pytest
from kit.browser_like import Browser
from kit.cases import case_in, case_row, closed_case, opened, told, tried
from kit.signals import CONTACT, a_signal
from kit.town import Town

from signalering.domain.letter_texts import LETTER_TEXTS
from signalering.domain.states import AttemptResult, CaseOutcome, CaseState

PHONE = "Bel haar op 06 12345678."


def seen(town: Town, case_id: UUID) -> str:
    """The number that a page would show."""
    return str(case_row(town, case_id).version)


def test_closing_and_feedback_by_hand(browser: Browser, file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.CONTACTING)
    browser.log_in("coordinator")
    page = browser.get("cases.close", case_id=case_id)
    assert "Ik liet een contactkaart achter" in page
    assert "We hebben contact gehad" not in page
    send = {"outcome": "not_reached", "card_left": "y", "feedback": "later"}
    answer = browser.post(
        "cases.close", send | {"version": seen(file_town, case_id)}, case_id=case_id
    )
    page = browser.open(answer.location)
    assert "Er is een contactkaart achtergelaten." in page
    assert "Laat de melder weten dat het dossier is afgesloten." in page
    assert "Dossier heropenen" in page
    assert case_row(file_town, case_id).reference in browser.get("cases.list")
    page = browser.get("cases.feedback", case_id=case_id)
    assert "Blijf in gesprek" in page
    assert "We hebben contact gehad" not in page
    assert "Kort bericht erbij" not in page
    version = seen(file_town, case_id)
    answer = browser.post(
        "cases.feedback", {"line": "keep_talking", "version": version}, case_id=case_id
    )
    assert "Blijf in gesprek" in browser.open(answer.location)
    browser.get("cases.feedback", status=409, case_id=case_id)


@pytest.mark.parametrize(
    "sent",
    [
        {"line": "in_contact"},
        {"line": "thanks", "message": "We gaan samen verder kijken."},
        {"line": "hello"},
        {"reason": "hello"},
        {"reason": "no_reporter", "line": "thanks"},
        {},
    ],
)
def test_a_direct_post_around_the_page_is_refused_and_stays(
    browser: Browser, file_town: Town, sent: dict[str, str]
) -> None:
    case_id = closed_case(file_town)
    browser.log_in("coordinator")
    answer = browser.post(
        "cases.feedback",
        sent | {"version": seen(file_town, case_id)},
        status=422,
        case_id=case_id,
    )
    assert sent.get("message", "") in answer.get_data(as_text=True)
    assert case_row(file_town, case_id).deadline_kind == "feedback"


def test_closing_with_a_line_that_needs_consent_is_refused(
    browser: Browser, file_town: Town
) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    browser.log_in("coordinator")
    send = {"outcome": "own_strength", "feedback": "in_contact"}
    browser.post(
        "cases.close", send | {"version": seen(file_town, case_id)}, status=422, case_id=case_id
    )
    assert case_row(file_town, case_id).state == CaseState.IN_CONVERSATION


def test_what_the_guard_finds_is_shown_and_replaced(browser: Browser, file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    browser.log_in("coordinator")
    browser.post(
        "cases.consent",
        {"scope": "tell_reporter", "way": "spoken_to_coordinator"}
        | {"version": seen(file_town, case_id)},
        case_id=case_id,
    )
    browser.post(
        "cases.close",
        {"outcome": "own_strength", "version": seen(file_town, case_id)},
        case_id=case_id,
    )
    assert "Kort bericht erbij" in browser.get("cases.feedback", case_id=case_id)
    sent = {"line": "in_contact", "message": PHONE, "version": seen(file_town, case_id)}
    answer = browser.post("cases.feedback", sent, status=422, case_id=case_id)
    assert "<mark>06 12345678</mark>" in answer.get_data(as_text=True)
    answer = browser.post(
        "cases.feedback", sent | {"take_over": "all"}, status=200, case_id=case_id
    )
    page = answer.get_data(as_text=True)
    assert "06 12345678" not in page
    assert "Bel haar op" in page
    asked = opened(file_town, command=a_signal())
    sent = {"message": PHONE, "version": seen(file_town, asked)}
    answer = browser.post("cases.ask", sent, status=422, case_id=asked)
    assert "<mark>06 12345678</mark>" in answer.get_data(as_text=True)
    answer = browser.post("cases.ask", sent | {"take_over": "all"}, status=200, case_id=asked)
    assert "06 12345678" not in answer.get_data(as_text=True)


def test_writing_to_the_reporter_after_contact_without_consent_is_refused_and_stays(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id, AttemptResult.REACHED)
    browser.log_in("coordinator")
    assert "Schrijf de melder" not in browser.get("cases.show", case_id=case_id)
    words = "Het gaat beter nu."
    answer = browser.post(
        "cases.ask",
        {"message": words, "version": seen(file_town, case_id)},
        status=422,
        case_id=case_id,
    )
    assert words in answer.get_data(as_text=True)


@pytest.mark.parametrize("language", list(LETTER_TEXTS))
def test_the_letter_is_in_the_language_that_was_asked_for(
    browser: Browser, file_town: Town, language: str
) -> None:
    contact = CONTACT.__class__(**{**vars(CONTACT), "address": "Heenweg 12, 2691 XX Proefdorp"})
    case_id = opened(file_town, command=a_signal(contact_answer="yes_details", contact=contact))
    browser.log_in("coordinator")
    assert "Brief printen" in browser.get("cases.show", case_id=case_id)
    page = browser.get("cases.letter", case_id=case_id, written_in=language)
    text = LETTER_TEXTS[language]
    assert text.rather_not in page
    assert f"<title>{text.subject}</title>" in page
    assert "2691 XX Proefdorp" in page
    version = seen(file_town, case_id)
    answer = browser.post("cases.letter", {"version": version}, case_id=case_id)
    assert "neutraal bericht achtergelaten" in browser.open(answer.location)
    browser.post("cases.letter", {"version": version}, status=409, case_id=case_id)
    assert len(told(file_town, case_id, "attempt")) == 1


def test_a_card_of_a_case_is_shown_once(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    browser.log_in("coordinator")
    sent = {"version": seen(file_town, case_id)}
    page = browser.post("cases.card", sent, status=200, case_id=case_id).get_data(as_text=True)
    assert "cards--whole" in page
    browser.post("cases.card", sent, status=409, case_id=case_id)
    assert "Contactkaart geprint" in browser.get("cases.show", case_id=case_id)


def test_details_by_phone_and_nothing_typed_is_lost(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    browser.log_in("coordinator")
    assert "Contactgegevens toevoegen" in browser.get("cases.show", case_id=case_id)
    assert "Mag ik uw naam" in browser.get("cases.add_details", case_id=case_id)
    typed = {"contact_name": "Fenna Bedacht", "text_version": "contact-2"}
    typed["version"] = seen(file_town, case_id)
    answer = browser.post("cases.add_details", typed, status=422, case_id=case_id)
    assert "Fenna Bedacht" in answer.get_data(as_text=True)
    typed |= {"contact_phone": "0174 55 55 56"}
    # Without the tick there was no yes.
    browser.post("cases.add_details", typed, status=422, case_id=case_id)
    tried(file_town, case_id)
    answer = browser.post("cases.add_details", typed | {"agreed": "y"}, status=409, case_id=case_id)
    assert "Fenna Bedacht" in answer.get_data(as_text=True)
    typed["version"] = seen(file_town, case_id)
    answer = browser.post("cases.add_details", typed | {"agreed": "y"}, case_id=case_id)
    assert "Fenna Bedacht" in browser.open(answer.location)


@pytest.mark.parametrize("outcome", ["deceased", "duplicate"])
def test_a_closed_case_of_which_nothing_goes_out_says_nothing_of_it(
    browser: Browser, file_town: Town, outcome: str
) -> None:
    case_id = closed_case(file_town, CaseOutcome(outcome))
    browser.log_in("coordinator")
    assert "Terugkoppeling geven" not in browser.get("cases.show", case_id=case_id)
    browser.get("cases.feedback", status=409, case_id=case_id)
