"""Files that pages load: few, small, kept for good, and never an old one under a new page."""

import gzip
import re
from pathlib import Path

import pytest
from kit.browser_like import BASE, Browser
from werkzeug.test import TestResponse

from signalering.web import assets as served
from signalering.web.assets import FOR_GOOD, FOR_NOW, STATIC, asset, assets, script


def asked(browser: Browser, path: str, encoding: str = "") -> TestResponse:
    """A file, as a browser asks for it that takes this encoding."""
    headers = {"Accept-Encoding": encoding} if encoding else {}
    answer = browser.client.get(path, base_url=BASE, headers=headers)
    assert answer.status_code == 200
    return answer


def test_every_stylesheet_and_every_script_is_served() -> None:
    files = assets()
    styles = (files["site.css"].plain + files["paper.css"].plain).decode()
    for path in STATIC.rglob("*.css"):
        said = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert "\n".join(filter(None, map(str.strip, said.splitlines()))) in styles, path
    joined = script()
    for path in STATIC.rglob("*.js"):
        assert f"const ${path.stem.replace('-', '_')} = " in joined, path


def test_what_makers_say_to_each_other_is_sent_to_nobody() -> None:
    for name in ("site.css", "site.js", "paper.css"):
        sent = assets()[name].plain.decode()
        assert not re.search(r"/\*|^\s|^//", sent.lstrip("\n"), re.MULTILINE), name


def test_a_page_asks_for_one_stylesheet_and_one_script(browser: Browser) -> None:
    page = browser.get("accounts.log_in")
    assert page.count('rel="stylesheet"') == page.count("<script") == 1
    for name in ("site.css", "site.js", "icon.svg"):
        assert browser.url("static", filename=name) in page


def test_other_contents_have_another_address() -> None:
    assert asset("text/css", "a{}").digest != asset("text/css", "b{}").digest
    assert asset("text/css", "a{}") == asset("text/css", "a{}")


def test_a_file_is_kept_for_good_at_its_own_address_alone(browser: Browser) -> None:
    path = browser.url("static", filename="site.js")
    old = browser.url("static", filename="site.js", digest="0" * 16)
    assert asked(browser, path).headers["Cache-Control"] == FOR_GOOD
    assert asked(browser, old).headers["Cache-Control"] == FOR_NOW
    assert asked(browser, old).data == asked(browser, path).data


def test_who_takes_it_compressed_gets_it_so(browser: Browser) -> None:
    path = browser.url("static", filename="site.css")
    plain, packed = asked(browser, path), asked(browser, path, "gzip, deflate, br")
    refused = asked(browser, path, "gzip;q=0, br")
    assert gzip.decompress(packed.data) == plain.data == refused.data
    assert len(packed.data) < len(plain.data) / 4
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] != packed.headers["ETag"]


def test_a_page_is_never_compressed(browser: Browser) -> None:
    answer = asked(browser, browser.url("accounts.log_in"), "gzip, deflate, br")
    assert "Content-Encoding" not in answer.headers
    assert answer.text.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "line", ['import x from "./x.js";', "export default 1;", "export const x = 1;"]
)
def test_a_module_that_cannot_be_joined_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "main.js").write_text(f"{line}\n", "utf-8")
    monkeypatch.setattr(served, "STATIC", tmp_path)
    with pytest.raises(ValueError, match=r"main\.js"):
        script()


def test_no_paper_shows_the_fold_of_the_menu() -> None:
    """Also where a browser can't open the fold by its style."""
    sheet = (STATIC / "css" / "print.css").read_text(encoding="utf-8")
    hidden = sheet.partition(".skip-link,")[2].partition("{")[0]
    assert ".menu > summary," in hidden
