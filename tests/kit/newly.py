"""Somebody who sets up words through the pages: reads what they show, types it back."""

import re
from html import unescape
from typing import Any

from werkzeug.test import TestResponse

from kit.browser_like import BASE, Browser
from kit.valid import assert_valid

CARRIED = re.compile(r'name="carried" value="([^"]+)"')
SHOWN = re.compile(r'<strong class="reference">([^<]+)</strong>')
WORD_ASKED = re.compile(r"van woord (\d)")
GROUP_ASKED = re.compile(r"Groep (\d) van")


def send(browser: Browser, path: str, status: int = 200, **fields: Any) -> str:
    """Send a form to a path; gives the page."""
    answer = answered(browser, path, **fields)
    text = unescape(answer.get_data(as_text=True))
    assert answer.status_code == status, (answer.status_code, re.sub(r"<[^>]+>", " ", text)[-1500:])
    return text


def answered(browser: Browser, path: str, **fields: Any) -> TestResponse:
    """The answer itself; a page is valid HTML."""
    answer = browser.client.post(
        path,
        data={"csrf_token": browser.token(), **fields},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    if answer.status_code not in {302, 303}:
        assert_valid(answer.get_data(as_text=True))
    return answer


def carried(page: str) -> str:
    """What the page takes along, sealed."""
    found = CARRIED.search(page)
    assert found is not None
    return found[1]


def shown(page: str) -> tuple[list[str], str]:
    """Words, and the recovery code if there is one."""
    found = SHOWN.findall(page)
    code = found.pop() if "-" in found[-1] else ""
    return found, code


def typed_back(page: str, words: list[str], code: str) -> dict[str, str]:
    """What the second screen asks for."""
    first, second = (words[int(place) - 1][:4] for place in WORD_ASKED.findall(page)[:2])
    fields = {"step": "done", "carried": carried(page), "first": first, "second": second}
    if code:
        groups = [code.split("-")[int(place) - 1] for place in GROUP_ASKED.findall(page)[:2]]
        fields |= {"code_first": groups[0].lower(), "code_second": groups[1]}
    return fields


def walk(
    browser: Browser, path: str, first_page: str, **along: Any
) -> tuple[list[str], str, TestResponse]:
    """From the words shown to the last step; gives words, code and the last answer."""
    words, code = shown(first_page)
    second = send(browser, path, step="seen", carried=carried(first_page), **along)
    return words, code, answered(browser, path, **typed_back(second, words, code), **along)
