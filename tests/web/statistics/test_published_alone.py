"""Whatever was released: no number leaves by a file or an address but the period's own cells."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser
from kit.open_data import PERIODS, ask, made, table_path
from kit.published import publish
from kit.sheets import figures, opened
from kit.town import Town
from sqlalchemy import select

from signalering.models.statistics.release import PublishedCell
from signalering.web.sheets.files import FORMS

# Numbers that count classes and decimals, at their own place in JSON-stat.
NO_FIGURES = {"size", "decimals"}


def numbers(document: Any, name: str = "") -> Iterator[int]:
    """Every number of an answer, wherever it stands, but sizes."""
    if isinstance(document, dict):
        for key, value in document.items():
            yield from numbers(value, key)
    elif isinstance(document, list):
        for value in document:
            yield from numbers(value, name)
    elif isinstance(document, int | float) and name not in NO_FIGURES:
        assert name == "value"
        yield int(document)


def cells_of(town: Town, period: str) -> Counter[int]:
    with town.work(writes=False) as work:
        chosen = select(PublishedCell.figure).where(PublishedCell.period == period)
        return Counter(work.data.scalars(chosen))


@pytest.mark.parametrize(("seed", "yearly"), [(1, 10), (2, 60), (3, 100), (4, 200), (5, 400)])
def test_every_number_is_a_published_cell_of_the_asked_period(
    app: Flask, browser: Browser, file_town: Town, seed: int, yearly: int
) -> None:
    codes = publish(file_town, [2026], yearly, seed=seed)
    token = made(file_town)
    browser.log_in("manager")
    for period in codes:
        cells = cells_of(file_town, period)
        for form in FORMS:
            path = browser.url("statistics.download", period=period, table="all", form=form)
            answer = browser.client.get(path, base_url=BASE)
            assert Counter(figures(opened(answer.data, form))) == cells, (period, form)
        found: Counter[int] = Counter()
        listed = json.loads(ask(app, f"{PERIODS}/{period}", token).data)
        assert list(numbers(listed)) == []
        for item in listed["link"]["item"]:
            table = item["extension"]["code"]
            found.update(numbers(json.loads(ask(app, table_path(period, table), token).data)))
        assert found == cells, period
