"""security.txt after RFC 9116: served where somebody is named, and never about to lapse."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kit.browser_like import BASE, Browser, app_of, close
from kit.town import Town

ADDRESS = "/.well-known/security.txt"


def test_nobody_named_means_no_file(file_town: Town, browser: Browser) -> None:
    assert file_town.house.settings.security_contact == ""
    assert browser.client.get(ADDRESS, base_url=BASE).status_code == 404


def test_it_says_where_to_write_and_until_when(file_town: Town) -> None:
    settings = replace(file_town.house.settings, security_contact="lek@voorbeeld.example")
    house = replace(file_town.house, settings=settings)
    app = app_of(replace(file_town, house=house))
    answer = Browser(app, file_town).client.get(ADDRESS, base_url=BASE)
    close(app)
    assert answer.content_type == "text/plain; charset=utf-8"
    text = answer.get_data(as_text=True)
    fields = dict(re.findall(r"^([A-Za-z-]+): (\S.*)$", text, re.MULTILINE))
    assert fields["Contact"] == "mailto:lek@voorbeeld.example"
    assert fields["Canonical"].startswith("https://")
    until = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=30) < until - house.clock.now() < timedelta(days=365)
