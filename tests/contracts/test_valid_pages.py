"""The check of pages bites, also at a page that looks much like one seen before."""

import pytest
from html5lib.html5parser import ParseError
from kit.valid import assert_valid

PAGE = (
    '<!DOCTYPE html><html lang="nl"><head><title>Signaal K7F2</title></head><body>'
    '<p id="hint">Een <b>mens</b> van 75+ &amp; ouder</p>'
    "<table><tr><td>Monster</td></tr> </table>"
    '<form action="/signals/log"><input type="hidden" name="token" value="abc"></form>'
    "</body></html>"
)
OWN_PART = PAGE.replace("<body>", "<body><main>").replace("</body>", "</main><p></p></body>")
SPOILT = {
    "a tag that closes nothing": ("mens</b>", "mens</b></i>"),
    "one that stays open": ("mens</b>", "mens"),
    "a paragraph where none may stand": ("</tr> </table>", "</tr><p>woord</p></table>"),
    "a reference without end": ("&amp;", "&amp"),
    "a bare sign": ("Een ", "Een \x07"),
    "a quote too many": ('value="abc"', 'value="abc""'),
    "an attribute twice": ('id="hint"', 'id="hint" id="hint"'),
    "no quote at all": ('value="abc"', 'value="a"b"'),
    "no doctype": ("<!DOCTYPE html>", ""),
}


def test_words_and_values_may_differ() -> None:
    assert_valid(PAGE)
    assert_valid(PAGE.replace("Monster", "Poeldijk").replace("abc", "xyz-1"))


@pytest.mark.parametrize("what", SPOILT)
@pytest.mark.parametrize("page", [PAGE, OWN_PART], ids=["whole", "in main"])
def test_what_is_wrong_is_found_in_a_page_that_was_seen(what: str, page: str) -> None:
    assert_valid(page)
    spoilt = page.replace(*SPOILT[what])
    assert spoilt != page
    with pytest.raises(ParseError):
        assert_valid(spoilt)
