"""Whoever changes the language looks at the same part of the same page."""

import re

from kit.browser_like import BASE, Browser
from kit.cases import opened
from kit.town import Town

NEXT = re.compile(r'name="next"\s+value="([^"]*)"')
TO_ENGLISH = re.compile(r'href="([^"]*)"\s+hreflang="en"')


def test_what_was_asked_goes_along(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    asked = [
        browser.url("directory.list", name="Koffie & thee"),
        browser.url("cases.show", case_id=case_id, older=3),
        browser.url("signals.inbox", queue="mine"),
    ]
    for path in asked:
        found = NEXT.search(browser.open(path))
        assert found is not None
        back = found[1].replace("&amp;", "&")
        assert back == path
        answer = browser.post("accounts.language", {"language": "en", "next": back})
        assert answer.location == path


def test_an_open_page_keeps_it_in_its_address(browser: Browser) -> None:
    found = TO_ENGLISH.search(browser.open("/offers?name=koffie&language=nl"))
    assert found is not None
    path = found[1].replace("&amp;", "&")
    assert path == "/offers?name=koffie&language=en"
    page = browser.client.get(path, base_url=BASE).get_data(as_text=True)
    assert '<html lang="en">' in page
    assert 'value="koffie"' in page


def test_what_a_log_in_service_sends_stays_where_it_was(browser: Browser) -> None:
    page = browser.open("/log-in?next=/start&code=geheim")
    found = NEXT.search(page)
    assert found is not None
    assert "geheim" not in found[1]
