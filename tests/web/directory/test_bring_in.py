"""A file through the page: looked through first, then brought in, and handed out again."""

from typing import Any

from kit.browser_like import BASE, Browser
from kit.hsds_files import as_json, services
from kit.town import Town
from werkzeug.test import TestResponse

from signalering.models.directory.initiative import Initiative
from signalering.web.bodies import LARGER


def sent(browser: Browser, data: bytes | None, **fields: Any) -> TestResponse:
    """Choose a file and send it."""
    body = {"csrf_token": browser.token(), "step": "upload", **fields}
    parts = [
        f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode()
        for name, value in body.items()
    ]
    if data is not None:
        head = b'Content-Disposition: form-data; name="file"; filename="aanbod.json"\r\n\r\n'
        parts.append(head + data)
    return browser.client.post(
        browser.url("directory.bring_in"),
        data=b"".join(b"--grens\r\n" + part + b"\r\n" for part in parts) + b"--grens--\r\n",
        content_type="multipart/form-data; boundary=grens",
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )


def seen_in(text: str) -> str:
    return text.partition('name="seen" value="')[2].partition('"')[0]


def test_looked_through_and_brought_in(browser: Browser, file_town: Town) -> None:
    found = services(300)
    found[4]["status"] = "open"
    browser.log_in("administrator")
    assert len(as_json(found)) > 256 * 1024, "more than any other page takes"
    assert sent(browser, as_json(found)).status_code == 302
    text = browser.get("directory.bring_in")
    assert "300 diensten in het bestand." in text
    assert "1 heeft een fout en komt niet mee." in text
    assert "Kies uit: active, inactive, defunct, temporarily closed." in text
    assert "En nog 99." in text
    step = {"step": "confirm", "seen": seen_in(text)}
    refused = browser.post("directory.bring_in", step, 422).get_data(as_text=True)
    assert "Vink aan" in refused
    browser.post("directory.bring_in", step | {"seen": "iets", "without": "y"}, 409)
    browser.post("directory.bring_in", step | {"without": "y"})
    with file_town.work(writes=False) as work:
        assert work.data.query(Initiative).count() == 299
    assert 'name="seen"' not in browser.get("directory.bring_in")
    browser.post("directory.bring_in", step | {"without": "y"}, 409)


def test_not_brought_in_after_all(browser: Browser, file_town: Town) -> None:
    del file_town
    browser.log_in("administrator")
    sent(browser, as_json(services(2)))
    browser.post("directory.bring_in", {"step": "forget"})
    assert 'name="seen"' not in browser.get("directory.bring_in")


def test_what_is_no_file_is_said_at_its_field(browser: Browser, file_town: Town) -> None:
    del file_town
    browser.log_in("administrator")
    for data in (None, b"", b"\x00\x01", b"PK\x03\x04", b"[]"):
        answer = sent(browser, data)
        assert answer.status_code == 422
        assert 'id="file-error"' in answer.get_data(as_text=True)
    assert sent(browser, as_json(services(1)), assured_on="9999-12-31").status_code == 422
    assert sent(browser, as_json(services(1)), assured_on="gisteren").status_code == 422
    assert sent(browser, b"x" * (LARGER["directory.bring_in"] + 1)).status_code == 413


def test_nobody_else_sends_much(browser: Browser, file_town: Town) -> None:
    del file_town
    assert sent(browser, as_json(services(300))).status_code in {302, 403}
    browser.log_in("coordinator")
    assert sent(browser, as_json(services(300))).status_code == 403


def test_handed_out(browser: Browser, file_town: Town) -> None:
    del file_town
    browser.log_in("administrator")
    sent(browser, as_json(services(2)))
    text = browser.get("directory.bring_in")
    browser.post("directory.bring_in", {"step": "confirm", "seen": seen_in(text)})
    answer = browser.post("directory.export", {"written_as": "json"}, 200)
    assert answer.get_json()["total_items"] == 2
    assert 'filename="hsds.json"' in answer.headers["Content-Disposition"]
    packed = browser.post("directory.export", {"written_as": "csv"}, 200)
    assert packed.data.startswith(b"PK")
    browser.post("directory.export", {"written_as": "xml"}, 400)
