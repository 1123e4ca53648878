"""One page leads to everything of the own account."""

import pytest
from kit.browser_like import Browser


@pytest.mark.parametrize("who", ["worker", "coordinator", "administrator", "privacy_officer"])
def test_everybody_finds_it_and_all_it_leads_to(browser: Browser, who: str) -> None:
    page = browser.log_in(who).get("accounts.own")
    for path in ("/passkeys", "/passphrase", "/second-step", "/sessions", "/fingerprint"):
        assert f'href="{path}"' in page
        browser.open(path)
    assert 'href="/account"' in browser.get("accounts.own")
