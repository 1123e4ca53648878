"""The public site: valid, found by search engines, without a trace of who looks."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from kit.browser_like import BASE, Browser
from kit.town import Town
from kit.valid import assert_valid

from signalering.domain.site import SiteText
from signalering.services.public.site import FOLDER, GUIDE, check, faults, packaged, texts

LANGUAGES = ("nl", "en")


def own_file(town: Town, name: str, content: bytes) -> Path:
    path = town.house.settings.instance / "site" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", [FOLDER, GUIDE])
def test_the_packaged_texts_are_sound_and_complete(tmp_path: Path, kind: str) -> None:
    folder = Path("signalering/data") / kind
    for language in LANGUAGES:
        found = {path.stem for path in (folder / language).iterdir()}
        assert found == set(packaged(language, kind))
    dutch, english = packaged("nl", kind), packaged("en", kind)
    assert set(dutch) == set(english)
    for slug, text in dutch.items():
        other = english[slug]
        assert shape(text) == shape(other)
        assert text.title != other.title
    assert check(tmp_path) == ()


def shape(text: SiteText) -> tuple[object, ...]:
    """All but the words, which are told apart by language."""
    blocks = [(one.kind, len(one.lines)) for one in text.blocks]
    links = [s.href for one in text.blocks for line in one.lines for s in line if s.href]
    days = text.day, text.first, text.last
    return text.kind, text.order, text.paper, days, blocks, links


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [FOLDER, GUIDE])
def test_sentences_are_short(language: str, kind: str) -> None:
    """A part of what B1 asks; the rest is up to a reader."""
    for slug, text in packaged(language, kind).items():
        for block in text.blocks:
            for line in block.lines:
                words = "".join(span.text for span in line)
                for sentence in re.split(r"(?<=[.?!:])\s", words):
                    assert len(sentence.split()) <= 21, (slug, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_valid_and_remembers_nobody(
    browser: Browser, file_town: Town, language: str
) -> None:
    own_file(file_town, f"{language}/old-news.md", b"title: Old\nkind: news\ndate: 2020-01-01\n\nx")
    with file_town.work(writes=False) as work:
        today = work.clock.today()
    pages = [
        browser.url("public.material" if one.kind == "material" else "public.info", slug=slug)
        for slug, one in packaged(language).items()
        if one.kind != "news" or one.is_on(today)
    ]
    names = ("news", "materials", "home", "help", "privacy")
    pages += [browser.url(f"public.{one}") for one in names]
    for path in pages:
        answer = browser.client.get(f"{path}?language={language}", base_url=BASE)
        text = answer.get_data(as_text=True)
        assert answer.status_code == 200, path
        assert_valid(text)
        assert f'<html lang="{language}">' in text
        assert text.count("<h1") == 1
        assert "<title> - " not in text
        assert "Set-Cookie" not in answer.headers
        assert "X-Robots-Tag" not in answer.headers
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "<form" not in text
        assert 'src="http' not in text


def test_own_links_of_the_texts_lead_somewhere(browser: Browser) -> None:
    for language in LANGUAGES:
        spans = [
            span
            for text in (*packaged(language).values(), *packaged(language, GUIDE).values())
            for block in text.blocks
            for line in block.lines
            for span in line
        ]
        for address in {span.href for span in spans if span.href.startswith("/")}:
            assert browser.client.get(address, base_url=BASE).status_code == 200


def test_an_own_file_counts_and_is_only_words(browser: Browser, file_town: Town) -> None:
    own_file(
        file_town,
        "nl/lonely.md",
        b"title: <b>Ons</b> stuk\n\n<script>alert(1)</script> "
        b"**<i>x</i>** [<u>y</u>](/help)\n\n- <img src=x>",
    )
    text = browser.open("/info/lonely")
    assert_valid(text)
    assert "&lt;b&gt;Ons&lt;/b&gt; stuk" in text
    for tag in ("<script>", "<i>", "<u>", "<img src=x", "<b>"):
        assert tag not in text


@pytest.mark.parametrize(
    "content", [b"no head", b"\xff\xfe\x00", b"title: X\n\n[x](javascript:y)", b""]
)
def test_a_broken_own_file_gives_way_and_is_told(
    browser: Browser, file_town: Town, content: bytes
) -> None:
    own_file(file_town, "nl/lonely.md", content)
    assert packaged("nl")["lonely"].title in browser.open("/info/lonely")
    assert faults(file_town.house.settings.instance)[0].startswith("site/nl/lonely.md, line ")
    browser.log_in("administrator")
    assert "site/nl/lonely.md" in browser.get("training.sessions")


def test_a_page_more_and_a_name_that_is_none(browser: Browser, file_town: Town) -> None:
    own_file(file_town, "nl/extra.md", "title: Één meer\n\nx".encode())
    own_file(file_town, "nl/Extra Twee.md", b"title: X\n\nx")
    instance = file_town.house.settings.instance
    assert {name for name, _ in check(instance)} == {"site/nl/extra.md", "site/nl/Extra Twee.md"}
    assert "extra" in texts(instance, "nl")
    assert 'hreflang="en"' not in browser.open("/info/extra")
    browser.open("/info/extra?language=en", 404)


def test_a_packaged_page_can_be_taken_away(browser: Browser, file_town: Town) -> None:
    instance = file_town.house.settings.instance
    own_file(file_town, "nl/young.md", b"title: -\nkind: hidden\n")
    assert [name for name, _ in check(instance)] == ["site/nl/young.md"]
    browser.open("/info/young", 404)
    assert "/info/young" not in browser.open("/info/lonely")
    assert 'hreflang="nl"' not in browser.open("/info/young?language=en")
    own_file(file_town, "en/young.md", b"title: -\nkind: hidden")
    assert check(instance) == ()


@pytest.mark.parametrize(
    "slug", ["nothing", "..", "%00", "LONELY", "..%2f..%2fsettings", "x" * 3000]
)
def test_an_unknown_page_is_not_there(browser: Browser, slug: str) -> None:
    browser.open(f"/info/{slug}", 404)


def test_campaigns_and_news_have_their_days(browser: Browser, file_town: Town) -> None:
    with file_town.work(writes=False) as work:
        today = work.clock.today()
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    for name, first, last in (
        ("now", today, today),
        ("past", yesterday, yesterday),
        ("ahead", tomorrow, tomorrow),
    ):
        head = f"title: Actie {name}\nkind: campaign\nfrom: {first}\nuntil: {last}\n\nWoorden"
        own_file(file_town, f"nl/{name}.md", head.encode())
    for name, day in (("a-old", yesterday), ("b-new", today), ("later", tomorrow)):
        own_file(
            file_town, f"nl/{name}.md", f"title: {name}\nkind: news\ndate: {day}\n\nx".encode()
        )
    page = browser.open("/info/now")
    assert "Woorden" in page
    assert page.count("/info/now") == 1 + page.count("hreflang")
    past = browser.open("/info/past")
    assert "Woorden" not in past
    assert "Deze actie is voorbij" in past
    ahead = browser.open("/info/ahead")
    assert "Deze actie is nog niet begonnen" in ahead
    assert ahead.count("/info/ahead?") == ahead.count("hreflang")
    assert "/info/past?" not in past
    news = browser.open("/news")
    assert news.index("/info/b-new") < news.index("/info/a-old")
    assert "/info/later" not in news
    browser.open("/info/later", 404)


def test_the_days_of_a_campaign_are_said_as_they_are(browser: Browser, file_town: Town) -> None:
    for name, days in (
        ("open", "from: 2026-11-20\n"),
        ("both", "from: 2026-11-20\nuntil: 2026-12-20\n"),
    ):
        for language in LANGUAGES:
            head = f"title: X\nkind: campaign\n{days}\nx"
            own_file(file_town, f"{language}/{name}.md", head.encode())
    said = {
        path: " ".join(re.sub(r"<[^>]+>", " ", browser.open(f"/info/{path}")).split())
        for path in ("open", "both", "open?language=en")
    }
    assert "Vanaf vr 20 november 2026" in said["open"]
    assert "tot en met" not in said["open"]
    assert "Van vr 20 november 2026 tot en met zo 20 december 2026" in said["both"]
    assert "From Fri 20 November 2026" in said["open?language=en"]
    assert "None" not in said["open"]


def test_links_of_a_text_stay_in_the_language_of_the_page(
    browser: Browser, file_town: Town
) -> None:
    """Every open page that a text can lead to; others have the language elsewhere."""
    open_ones = {"/", "/newsletters", "/newsletter/subscribe", "/offers", "/info/helps", "/card"}
    others = {"/log-in/recover", "/nowhere", "https://voorbeeld.test/", "tel:0174"}
    links = " ".join(f"[x]({path})" for path in sorted(open_ones | others))
    own_file(file_town, "en/linked.md", f"title: X\n\n{links}".encode())
    page = browser.open("/info/linked?language=en")
    found = set(re.findall(r'<a href="([^"]+)"\s+rel="noreferrer"', page))
    assert found == {f"{path}?language=en" for path in open_ones} | others


def test_search_engines_are_told_of_open_pages_alone(browser: Browser) -> None:
    answer = browser.client.get("/sitemap.xml", base_url=BASE)
    assert answer.mimetype == "application/xml"
    found = re.findall(r"<loc>([^<]+)</loc>", answer.get_data(as_text=True))
    for path in ("/?language=nl", "/info/lonely?language=en", "/materials/poster?language=nl"):
        assert any(one.endswith(path) for one in found), path
    for one in found:
        path = one.removeprefix(BASE)
        page = browser.client.get(path, base_url=BASE)
        assert page.status_code == 200, path
        assert "X-Robots-Tag" not in page.headers, path
    assert not any("/log-in" in one or "/card" in one for one in found)
    robots = browser.client.get("/robots.txt", base_url=BASE).get_data(as_text=True)
    assert "Disallow: /\n" in robots
    assert "/sitemap.xml" in robots
    for path in ("/log-in", "/card", "/nowhere"):
        answer = browser.client.get(path, base_url=BASE)
        assert "noindex" in answer.headers["X-Robots-Tag"]
