"""The busiest ways ask the databases few questions: each is a way there and back."""

import secrets

from kit.browser_like import Browser
from kit.signals import logged
from kit.statements import heard
from kit.town import Town

SIGNAL = {
    "indicators": ["says_lonely"],
    "place": "monster",
    "age_band": "unknown",
    "request": "contact",
    "contact_answer": "not_asked",
}
# Who it is and what was decided, whether anything can be taken in, the signal's five tables, the
# trail, the draft.
FOR_A_SIGNAL = 18
# Who it is, whether somebody is to be reminded, the page, the trail, and what stands around it.
FOR_THE_INBOX = 17


def test_a_signal_is_taken_in_with_few(browser: Browser, file_town: Town) -> None:
    browser.log_in("worker")
    # The first of a process also opens its part of the trail.
    logged(file_town)
    for asked in (30, FOR_A_SIGNAL):
        token = secrets.token_urlsafe(24)
        with heard() as said:
            browser.post("signals.log", {**SIGNAL, "token": token})
        # The token of the form is fetched from a page of its own, once.
        assert len(said) <= asked, said


def test_the_inbox_is_shown_with_few_however_many_there_are(
    browser: Browser, file_town: Town
) -> None:
    browser.log_in("coordinator")
    counts = []
    for more in (1, 4):
        for _ in range(more):
            logged(file_town)
        browser.get("signals.inbox")
        with heard() as said:
            browser.get("signals.inbox")
        counts.append(len(said))
        assert len(said) <= FOR_THE_INBOX, said
    assert counts[0] == counts[1]
