"""Templates lose their indentation, people's words keep theirs."""

import re

from kit.browser_like import Browser

TYPED = "Drie dingen:\n    - mist de buren\n  - zit veel binnen"


def test_no_line_of_a_page_is_indented(browser: Browser) -> None:
    page = browser.log_in("worker").get("signals.log")
    assert not re.search(r"\n[ \t]{2,}<", page)
    assert "\n <" in page


def test_what_was_typed_keeps_its_blanks(browser: Browser) -> None:
    browser.log_in("worker")
    answer = browser.post("signals.log", {"note": TYPED}, status=422)
    found = re.search(r'<textarea[^>]*name="note"[^>]*>\s*(Drie.*?)</textarea>', answer.text, re.S)
    assert found is not None
    assert found[1] == TYPED
