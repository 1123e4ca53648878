"""Files with released figures: published cells and nothing else, safe to open, in two languages."""

import re
from collections import Counter

import pytest
from kit.browser_like import BASE, Browser
from kit.published import PARTNERS, publish
from kit.sheets import figures, opened, texts
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from signalering.domain.figure_tables import ALL_TABLES, name_of
from signalering.domain.vocabularies import vocabulary
from signalering.models.statistics.release import PublishedCell
from signalering.privacy.disclosure.ladders import (
    OF_EVERY_YEAR,
    Expected,
    signal_ladders,
    year_ladders,
)
from signalering.privacy.disclosure.tables import Counted, Kind
from signalering.services.statistics._published import published
from signalering.web.sheets.files import FORMS
from signalering.web.sheets.grid import safe

FORMULA = tuple("=+-@\t\r\n")


def fetch(browser: Browser, period: str, table: str, form: str) -> TestResponse:
    path = browser.url("statistics.download", period=period, table=table, form=form)
    return browser.client.get(path, base_url=BASE)


def cells_of(town: Town, period: str, table: str = "", counted: str = "") -> list[int]:
    """What is published of a period, or of one of its tables, straight from the rows."""
    chosen = select(PublishedCell.figure).where(PublishedCell.period == period)
    if table:
        chosen = chosen.where(PublishedCell.table == table, PublishedCell.family == counted)
    with town.work(writes=False) as work:
        return list(work.data.scalars(chosen))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_whole_period_is_each_published_cell_once(
    browser: Browser, file_town: Town, form: str, language: str
) -> None:
    publish(file_town, [2026], 300, seed=4)
    browser.log_in("manager").client.set_cookie(
        "__Host-language", language, domain="signalering.test"
    )
    for period in ("2026", "2026Q4"):
        answer = fetch(browser, period, ALL_TABLES, form)
        assert answer.status_code == 200
        tabs = opened(answer.data, form)
        assert Counter(figures(tabs)) == Counter(cells_of(file_town, period))
        said = " ".join(texts(tabs))
        for code in ("rounded", "small", "totals", "frozen", "attribution"):
            assert vocabulary("figure_notes").label(code, language) in said
        assert "Gemeente Proefdorp" in said
        assert "31 december 2026" in said.lower() or "December 31, 2026" in said
        assert not [text for text in texts(tabs) if text.startswith(FORMULA)]


@pytest.mark.parametrize("form", FORMS)
def test_one_table_has_its_own_cells_alone(browser: Browser, file_town: Town, form: str) -> None:
    publish(file_town, [2026], 300)
    browser.log_in("coordinator")
    with file_town.work(writes=False) as work:
        tables = published(work, "2026").tables
    assert len(tables) > 12
    for table in tables:
        answer = fetch(browser, "2026", name_of(table.kind), form)
        found = figures(opened(answer.data, form))
        assert Counter(found) == Counter(cells_of(file_town, "2026", table.code, table.counted))
    found = figures(opened(fetch(browser, "2026", "total", form).data, form))
    assert Counter(found) == Counter(cells_of(file_town, "2026", "total", "registered")) + Counter(
        cells_of(file_town, "2026", "total", "closed")
    )


def test_a_cell_stands_at_its_own_classes(browser: Browser, file_town: Town) -> None:
    publish(file_town, [2026], 300)
    browser.log_in("manager")
    rows = opened(fetch(browser, "2026", "area-x-age", "csv").data, "csv")[""]
    header, *body = rows
    assert header[:6] == [
        "Periode",
        "Tabel",
        "Gebied (code)",
        "Leeftijd (code)",
        "Gebied",
        "Leeftijd",
    ]
    with file_town.work(writes=False) as work:
        table = published(work, "2026").table(Kind.AREA_AGE)
    assert table is not None
    labels = [{label.code: label.nl for label in axis.labels} for axis in table.axes]
    for row in body:
        codes = (str(row[2]), str(row[3]))
        assert [row[4], row[5]] == [labels[0][codes[0]], labels[1][codes[1]]]
        assert (row[6] or "0") == str(table.cells[codes].figure)


def test_nought_is_an_empty_number_with_its_words(browser: Browser, file_town: Town) -> None:
    publish(file_town, [2026], 300)
    with file_town.committed() as work:
        work.data.execute(update(PublishedCell).values(figure=0))
    browser.log_in("manager")
    for form, words in (("csv", "0-4"), ("xlsx", "0-4"), ("ods", "0-4"), ("excel-csv", "0–4")):
        tabs = opened(fetch(browser, "2026", "age", form).data, form)
        assert texts(tabs).count(words) == 4
        assert set(figures(tabs)) == {0}
        assert "0" not in texts(tabs)


@pytest.mark.parametrize(
    ("form", "kind", "name"),
    [
        ("excel-csv", "text/csv; charset=utf-8", "signalering-2026H2-gebied-en-leeftijd.csv"),
        ("csv", "text/csv; charset=utf-8; header=present", ""),
        (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "signalering-2026H2-gebied-en-leeftijd.xlsx",
        ),
        ("ods", "application/vnd.oasis.opendocument.spreadsheet", ""),
    ],
)
def test_its_headers_are_those_of_a_file_that_nobody_keeps(
    browser: Browser, file_town: Town, form: str, kind: str, name: str
) -> None:
    publish(file_town, [2026], 140)
    browser.log_in("manager")
    with file_town.work(writes=False) as work:
        kinds = [name_of(table.kind) for table in published(work, "2026H2").tables]
    answer = fetch(browser, "2026H2", kinds[-1], form)
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Cache-Control"] == "no-store"
    disposition = answer.headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="signalering-2026H2-[a-z-]+\.[a-z]+"', disposition)
    if name:
        assert name in disposition or kinds[-1] != "area-x-age"


def test_who_took_what_along_stands_in_the_trail(browser: Browser, file_town: Town) -> None:
    publish(file_town, [2026])
    browser.log_in("manager")
    fetch(browser, "2026", "age", "ods")
    (entry,) = entries(file_town, "statistics_downloaded")
    assert entry["details"] == {"period": "2026", "family": "age", "form": "ods"}
    assert entry["actor"] == str(file_town.people["manager"].account_id)


def test_what_is_not_there_is_not_found(browser: Browser, file_town: Town) -> None:
    publish(file_town, [2026])
    browser.log_in("manager")
    at = "/statistics/download"
    for path in (
        f"{at}/1999/all/csv",
        f"{at}/2026/no-such-table/csv",
        f"{at}/2026/all/pdf",
        f"{at}/2026Q9/all/csv",
        f"{at}/2026%00/all/csv",
        f"{at}/2026/{'a' * 3000}/csv",
        f"{at}/2026/age%00/csv",
        f"{at}/٢٠٢٦/all/csv",
        f"{at}/2026Q4/age-x-group/csv/x",
    ):
        browser.open(path, 404)
    assert entries(file_town, "statistics_downloaded") == []


def test_the_page_leads_to_the_files(browser: Browser, file_town: Town) -> None:
    publish(file_town, [2026])
    page = browser.log_in("manager").get("statistics.overview", period="2026")
    for form in FORMS:
        assert f'href="/statistics/download/2026/all/{form}"' in page


def test_every_table_and_dimension_has_its_name() -> None:
    assert {name_of(kind) for kind in Kind} < set(vocabulary("figure_tables").codes)
    assert set(vocabulary("figure_counted").codes) == {counted.value for counted in Counted}
    ladders = [
        *signal_ladders(PARTNERS),
        *(ladder for _, ladder in year_ladders(PARTNERS, Expected(1000))),
        OF_EVERY_YEAR,
    ]
    axes = [axis for ladder in ladders for table in ladder for axis in table.axes]
    assert {axis.dimension for axis in axes} <= set(vocabulary("figure_dimensions").codes)


@pytest.mark.parametrize("text", ["=1+1", "+31", "-", "@x", "\t=x", "\r=x", " =x", "＝1"])
def test_text_is_no_formula(text: str) -> None:
    assert safe(text).startswith("'")


@pytest.mark.parametrize("text", ["", "75+", "0-4", "ongeveer 15", "'s-Gravenzande"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert safe(text) == text
