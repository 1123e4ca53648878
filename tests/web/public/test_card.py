"""Whose tries at a card's code are counted together: by where the request came from."""

from dataclasses import replace

import pytest
from kit.browser_like import BASE, Browser, app_of, close
from kit.town import Town

from signalering.domain.card_codes import new_code
from signalering.domain.throttles import RULES, Tried


def statuses(town: Town, proxies: int, addresses: list[str]) -> set[int]:
    house = replace(town.house, settings=replace(town.house.settings, proxies=proxies))
    app = app_of(replace(town, house=house))
    browser = Browser(app, town)
    found = set()
    for address in addresses:
        data = {"csrf_token": browser.token(), "code": new_code()}
        headers = {"Referer": f"{BASE}/", "X-Forwarded-For": address}
        answer = browser.client.post("/card", data=data, base_url=BASE, headers=headers)
        found.add(answer.status_code)
    close(app)
    return found


MANY = RULES[Tried.CARD].free + 5


@pytest.mark.parametrize(
    ("proxies", "addresses", "expected"),
    [
        (1, [f"203.0.113.{n}" for n in range(MANY)], {422}),
        # What a visitor writes there in front is no other address.
        (1, [f"203.0.113.{n}, 198.51.100.1" for n in range(MANY)], {422, 429}),
        (2, [f"203.0.113.{n}, 198.51.100.1" for n in range(MANY)], {422}),
        (0, [f"203.0.113.{n}" for n in range(MANY)], {422, 429}),
        (3, [f"203.0.113.{n}" for n in range(MANY)], {422, 429}),
    ],
)
def test_only_our_own_proxies_are_believed(
    file_town: Town, proxies: int, addresses: list[str], expected: set[int]
) -> None:
    assert statuses(file_town, proxies, addresses) == expected
