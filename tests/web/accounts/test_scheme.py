"""Light or dark: told to the browser before it draws, for who is nobody too."""

from kit.browser_like import BASE, Browser


def scheme_of(browser: Browser, path: str = "/") -> str:
    page = browser.client.get(path, base_url=BASE).get_data(as_text=True)
    return page.partition('<meta name="color-scheme" content="')[2].partition('"')[0]


def test_a_choice_holds_in_this_browser_until_the_device_decides_again(browser: Browser) -> None:
    assert scheme_of(browser) == "light dark"
    browser.post("accounts.scheme", {"scheme": "dark"}, status=302)
    for path in ("/", "/log-in", "/card", "/materials/poster", "/nowhere"):
        assert scheme_of(browser, path) == "dark"
    assert 'value="dark" checked' in " ".join(browser.get("accounts.scheme").split())
    browser.post("accounts.scheme", {"scheme": "device"}, status=302)
    assert scheme_of(browser) == "light dark"
    assert browser.client.get_cookie("__Host-scheme", domain="signalering.test") is None


def test_nonsense_is_no_choice(browser: Browser) -> None:
    browser.post("accounts.scheme", {"scheme": "pink"}, status=422)
    browser.client.set_cookie("__Host-scheme", '"><b>', domain="signalering.test", secure=True)
    assert scheme_of(browser) == "light dark"
