"""Details that come later: what their reporter is told says nothing of the resident's card."""

import re

from kit.browser_like import Browser
from kit.cards import left, with_card
from kit.town import Town

GIVEN = {
    "contact_name": "Truida Verzonnen",
    "contact_phone": "0174 55 55 55",
    "text_version": "contact-2",
    "agreed": "y",
}


def test_it_reads_the_same_whether_the_resident_used_the_card(
    browser: Browser, file_town: Town
) -> None:
    used, code = with_card(file_town, in_triage=True)
    unused, _ = with_card(file_town, in_triage=True)
    left(file_town, code)
    browser.log_in("worker")
    pages = []
    for signal_id in (used, unused):
        form = browser.get("signals.add_details", signal_id=signal_id)
        answer = browser.post("signals.add_details", GIVEN, signal_id=signal_id, status=302)
        after = browser.open(answer.location)
        pages.append([answer.location, *(_bare(page) for page in (form, after))])
    assert pages[0] == pages[1]


def _bare(page: str) -> str:
    """Without what differs from one page to the next whatever they say."""
    for own in (r"[0-9a-f]{8}-[0-9a-f-]{27}", r'value="[^"]{24,}"', r"[A-Z0-9]{4}-[A-Z0-9]{4}"):
        page = re.sub(own, "", page)
    return page
