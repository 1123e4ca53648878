"""Reports on the screen and as PDF: every number is a published one of theirs."""

import html
import re
import zlib

import pytest
from kit.browser_like import BASE, Browser
from kit.made_of import numbers_left
from kit.pango import need_pango
from kit.published import publish
from kit.town import Town
from web.test_pdf import text_of

from signalering.domain.views.statistics.published import PublishedPeriod
from signalering.privacy.disclosure.shown import percentage
from signalering.services.statistics._published import published
from signalering.web import context, pdf

YEARS = (2024, 2025)
PAGE_NUMBER = re.compile(r"\b\d+ / \d+\b")
# Per report the periods whose figures may stand in it.
REPORTS = {
    "2025": ("2024",),
    "2024": (),
    "2025Q1": ("2024Q4",),
    "2025Q4": ("2025Q3",),
    "2025H1": ("2024H2",),
}


def figures(town: Town, *codes: str) -> list[PublishedPeriod]:
    with town.work(writes=False) as work:
        return [published(work, code) for code in codes]


def words_of(page: str) -> str:
    """What stands in the page's own part, as somebody reads it."""
    main = page.split("<main", 1)[1].split("</main>", 1)[0].split(">", 1)[1]
    # A picture says bare what the sentence says with "about"; it is just as published.
    main = re.sub(r'<text[^>]*font-weight="bold">', " ongeveer ", main)
    main = re.sub(r"</(p|li|td|th|tr|h\d|caption|a|text|title|desc)>", " ", main)
    return html.unescape(re.sub(r"<[^>]+>", "", main))


def drawn(browser: Browser, monkeypatch: pytest.MonkeyPatch, endpoint: str, period: str) -> str:
    """The words of a PDF, without its page numbers."""
    texts: list[str] = []

    def kept(text: str) -> bytes:
        texts.append(text_of(text))
        return pdf.pdf_of(text)

    monkeypatch.setattr(context, "pdf_of", kept)
    answer = browser.client.get(browser.url(endpoint, period=period), base_url=BASE)
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")
    assert period in answer.headers["Content-Disposition"]
    return PAGE_NUMBER.sub("", texts[0])


@pytest.mark.parametrize(("yearly", "seed"), [(15, 1), (60, 2), (100, 3), (200, 4), (400, 5)])
def test_every_number_on_the_page_is_a_published_one(
    browser: Browser, file_town: Town, yearly: int, seed: int
) -> None:
    released = publish(file_town, YEARS, yearly, seed=seed)
    browser.log_in("manager")
    for language, list_said in (("nl", "Alle verslagen"), ("en", "All reports")):
        browser.post("accounts.language", {"language": language})
        read = 0
        for code, before in REPORTS.items():
            if code in released:
                text = words_of(browser.get("statistics.report", period=code))
                assert numbers_left(text, *figures(file_town, code, *before)) == set(), code
                assert list_said in text
                read += "ongeveer" in text or "about" in text
        assert read


@pytest.mark.parametrize(("yearly", "seed"), [(100, 6), (400, 7)])
def test_every_number_of_the_pdf_is_a_published_one(
    browser: Browser,
    file_town: Town,
    monkeypatch: pytest.MonkeyPatch,
    yearly: int,
    seed: int,
) -> None:
    need_pango()
    publish(file_town, YEARS, yearly, seed=seed)
    browser.log_in("coordinator")
    text = drawn(browser, monkeypatch, "statistics.report_pdf", "2025")
    assert numbers_left(text, *figures(file_town, "2025", "2024")) == set()
    assert "Verslag over heel 2025" in text
    half = ["2025H1"] if yearly == 100 else ["2025Q1", "2025Q2", "2024Q4"]
    before = ["2024H2"] if yearly == 100 else []
    text = drawn(browser, monkeypatch, "statistics.alderman_pdf", "2025H1")
    # What is wished for is of the newest year that had ended.
    assert numbers_left(text, *figures(file_town, *half, *before, "2024")) == set()
    assert "Verslag voor de wethouder" in text


def test_each_table_by_one_class_has_its_picture(browser: Browser, file_town: Town) -> None:
    publish(file_town, YEARS, 200, seed=4)
    browser.log_in("manager")
    page = browser.get("statistics.report", period="2025")
    assert page.count('id="chart-area-1-desc"') == 1
    assert "area-x-age" not in "".join(re.findall(r'id="chart-[^"]*"', page))
    half = browser.get("statistics.alderman", period="2025H2")
    assert 'id="chart-age-2-title">Signalen per leeftijd: 4e kwartaal van 2025' in " ".join(
        half.replace("\n", " ").split()
    )


@pytest.mark.parametrize(("yearly", "period"), [(100, "2025H1"), (200, "2025H2"), (200, "2025")])
def test_every_number_for_the_alderman_is_a_published_one(
    browser: Browser, file_town: Town, yearly: int, period: str
) -> None:
    released = publish(file_town, YEARS, yearly, seed=8)
    browser.log_in("manager")
    text = words_of(browser.get("statistics.alderman", period=period))
    assert numbers_left(text, *figures(file_town, *released)) == set()


def test_a_number_that_was_not_published_would_be_seen(browser: Browser, file_town: Town) -> None:
    publish(file_town, [2025], 200)
    (year,) = figures(file_town, "2025")
    assert numbers_left("Er waren er ongeveer 7.", year) == {"7"}
    assert numbers_left("ongeveer 98%", year) == {"98"}
    assert numbers_left(f"{year.total.figure} signalen", year) == {str(year.total.figure)}
    assert numbers_left("18 tot en met 34 jaar: 0-4", year) == set()


def test_each_share_is_that_of_its_own_row(browser: Browser, file_town: Town) -> None:
    publish(file_town, [2025], 200)
    page = browser.log_in("manager").get("statistics.report", period="2025")
    (year,) = figures(file_town, "2025")
    area = year.table("area")
    assert area is not None
    assert area.base is not None
    held = html.unescape(page).split('id="report-area"')[1].split("</table>")[0]
    for label in area.axes[0].labels:
        (row,) = re.findall(rf"<th[^>]*>{re.escape(label.nl)}</th>(.*?)</tr>", held, re.DOTALL)
        figure = area.cells[label.code,].figure
        share = percentage(figure, area.base.figure)
        assert re.findall(r"\d+", row) == [str(figure), str(share)]


def test_what_a_pdf_says_to_a_screen_reader(browser: Browser, file_town: Town) -> None:
    """Tagged, with its language and its title (ISO 14289-1)."""
    need_pango()
    publish(file_town, [2025], 200)
    browser.log_in("manager")
    url = browser.url("statistics.report_pdf", period="2025Q1")
    made = browser.client.get(url, base_url=BASE)
    assert made.headers["Cache-Control"] == "no-store"
    for mark in (b"pdfuaid", b"/StructTreeRoot", b"/Lang (nl)", b"/Marked true", b"/ViewerPref"):
        assert mark in made.data or mark in _unpacked(made.data), mark


def _unpacked(data: bytes) -> bytes:
    """What stands in the streams of a PDF."""
    found = b""
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found += zlib.decompress(stream)
        except zlib.error:
            found += stream
    return found


def test_where_no_pdf_can_be_drawn_the_page_is_there(
    browser: Browser, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(file_town, [2025], 200)
    monkeypatch.setattr(pdf, "available", lambda: False)
    browser.log_in("manager")
    for task, period in (("report", "2025Q1"), ("alderman", "2025H1")):
        url = browser.url(f"statistics.{task}_pdf", period=period)
        answer = browser.client.get(url, base_url=BASE)
        assert answer.status_code == 302
        assert answer.location.endswith(f"/statistics/{task}?period={period}")
        assert "Als PDF" not in browser.open(answer.location)


@pytest.mark.parametrize("period", ["", "2023", "2025Q9", "x" * 3000, "2025\x00", "0001", "9999Q4"])
def test_a_period_without_figures_is_not_found(
    browser: Browser, file_town: Town, period: str
) -> None:
    publish(file_town, [2025], 200)
    browser.log_in("coordinator")
    for task in ("report", "report_pdf", "alderman", "alderman_pdf", "foreword"):
        browser.get(f"statistics.{task}", 404, period=period)
    browser.post("statistics.foreword", {"text": "Dank."}, 404, period=period)


def test_the_list_leads_to_every_report(browser: Browser, file_town: Town) -> None:
    browser.log_in("manager")
    assert "Er zijn nog geen verslagen" in browser.get("statistics.reports")
    released = publish(file_town, [2025], 200)
    page = browser.get("statistics.reports")
    for code in released:
        assert browser.url("statistics.report", period=code) in page
    for code in ("2025H1", "2025H2", "2025"):
        assert browser.url("statistics.alderman", period=code) in page
    overview = browser.get("statistics.overview", period="2025")
    assert browser.url("statistics.report", period="2025") in overview
    assert browser.url("statistics.reports") in overview
