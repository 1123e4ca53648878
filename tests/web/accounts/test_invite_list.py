"""A list through the page: looked through first, then everybody at once."""

import html
import re

from kit.browser_like import BASE, Browser
from kit.town import Town
from kit.valid import assert_valid
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from signalering.models.accounts.account import Account

NINA = 'Nina "N" <Nieuw>;nina@wonen.test;melder;Wonen aan Zee;nl'.replace('"N"', "N'")
LIST = f"naam;e-mailadres;rollen;organisatie;taal\n{NINA}\n"


def sent(browser: Browser, data: bytes | None) -> TestResponse:
    """Choose a file and send it."""
    fields = {"csrf_token": browser.token(), "step": "upload"}
    parts = [
        f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode()
        for name, value in fields.items()
    ]
    if data is not None:
        head = b'Content-Disposition: form-data; name="file"; filename="lijst.csv"\r\n\r\n'
        parts.append(head + data)
    answer = browser.client.post(
        browser.url("accounts.invite_list"),
        data=b"".join(b"--grens\r\n" + part + b"\r\n" for part in parts) + b"--grens--\r\n",
        content_type="multipart/form-data; boundary=grens",
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    assert_valid(answer.get_data(as_text=True))
    return answer


def carried(answer: TestResponse) -> str:
    found = re.search(r'name="carried" value="([^"]*)"', answer.get_data(as_text=True))
    assert found is not None
    return html.unescape(found[1])


def accounts(town: Town) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(Account)) or 0


def test_roles_are_named_in_the_language_of_the_page(browser: Browser) -> None:
    browser.log_in("administrator")
    wrong = f"{LIST}Wie;w@x.test;baas;;".encode()
    assert "Kies uit: melder, coördinator" in html.unescape(sent(browser, wrong).text)
    browser.post("accounts.language", {"language": "en"})
    browser.get("accounts.invite_list")
    text = html.unescape(sent(browser, wrong).text)
    assert "reporter, coordinator, manager, administrator" in text
    for dutch in ("melder,", "coördinator", "beheerder"):
        assert dutch not in text.partition("baas")[2]


def test_looked_through_and_invited(browser: Browser, file_town: Town) -> None:
    before = accounts(file_town)
    assert browser.url("accounts.invite_list") in browser.log_in("administrator").get(
        "accounts.list"
    )
    browser.get("accounts.invite_list")
    answer = sent(browser, f"{LIST}Wie;geen adres;baas;;\nRen\x00é;r@x.test;manager;;".encode())
    assert answer.status_code == 200
    text = html.unescape(answer.get_data(as_text=True))
    assert "1 collega krijgt een uitnodiging." in text
    assert "2 rijen gaan niet mee." in text
    assert "We kennen deze rol niet." in text
    assert "Hier staat een teken dat niet mag." in text
    assert accounts(file_town) == before
    step = {"step": "confirm", "carried": carried(answer)}
    refused = browser.post("accounts.invite_list", step, 422)
    assert "Vink aan dat rijen met fouten niet meegaan." in refused.get_data(as_text=True)
    assert carried(refused) == step["carried"]
    browser.post("accounts.invite_list", step | {"without": "y"})
    assert accounts(file_town) == before + 1
    assert "De uitnodigingen gaan zo weg." in browser.get("accounts.list")
    again = browser.post("accounts.invite_list", step | {"without": "y"}, 409)
    assert "heeft al een account" in again.get_data(as_text=True)
    assert accounts(file_town) == before + 1


def test_what_is_no_list_is_said_at_its_field(browser: Browser, file_town: Town) -> None:
    before = accounts(file_town)
    browser.log_in("administrator")
    for data in (None, b"", b"\x00\x01", b"\xff\xfe", LIST.encode("utf-16"), b'naam;"'):
        answer = sent(browser, data)
        assert answer.status_code == 422
        assert 'id="file-error"' in answer.get_data(as_text=True)
    for wrong in ("", "x", "[]", "a\x00b", '{"rows": [[]], "left_out": 0}'):
        browser.post("accounts.invite_list", {"step": "confirm", "carried": wrong}, 422)
    assert sent(browser, b"x" * 300_000).status_code == 413
    assert accounts(file_town) == before


def test_others_are_refused(browser: Browser, file_town: Town) -> None:
    del file_town
    browser.log_in("coordinator").get("accounts.invite_list", 403)
    assert sent(browser, LIST.encode()).status_code == 403
