"""A chapter whose own file is wrong says so; everything else can be read."""

import pytest
from kit.browser_like import Browser
from kit.town import Town


@pytest.fixture
def broken(file_town: Town) -> None:
    own = file_town.house.settings.instance / "training" / "nl"
    own.mkdir(parents=True)
    (own / "talk.toml").write_text('title = "Ons gesprek"\n[[page]]\n', encoding="utf-8")


@pytest.mark.usefixtures("broken")
def test_the_chapter_shows_a_clear_page_and_the_others_are_there(browser: Browser) -> None:
    browser.log_in("untrained")
    page = browser.get("training.lesson", status=503, chapter="talk")
    assert "er zit een fout in training/nl/talk.toml" in page
    browser.post("training.exam", {"question_1": "0"}, 503, chapter="talk")
    browser.get("training.lesson", chapter="signal")
    assert "Dit deel is nu even niet te lezen" in browser.get("training.course")


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("language", "line"),
    [("nl", "regel 2: `title` moet een tekst zijn"), ("en", "line 2: `title` must be a text")],
)
def test_the_administrator_sees_where_and_what(browser: Browser, language: str, line: str) -> None:
    browser.log_in("administrator")
    browser.client.set_cookie("__Host-language", language, domain="signalering.test")
    page = " ".join(browser.get("training.sessions").split())
    assert f"<code>training/nl/talk.toml</code>, {line}" in page
