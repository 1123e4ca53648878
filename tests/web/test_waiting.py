"""What waits, told at the top of a page in plain words."""

import pytest
from kit.browser_like import Browser
from kit.signals import logged
from kit.town import Town

from signalering.web import waiting


def test_beyond_what_is_counted_it_says_more_than(
    browser: Browser, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "MOST", 2)
    logged(file_town)
    browser.log_in("coordinator")
    assert "1 nieuw signaal" in browser.get("signals.inbox")
    logged(file_town)
    assert "meer dan 1 nieuwe signalen" in browser.get("signals.inbox")
