"""A name that would be a formula is text in every kind of file, and reads as it was typed."""

from datetime import date

import pytest
from flask import Flask
from kit import sheets
from kit.browser_like import BASE

from signalering.domain.figure_tables import ALL_TABLES
from signalering.domain.views.statistics.published import Axis, Figure, Label
from signalering.domain.views.statistics.sheet import SheetRow, SheetTable, SheetView
from signalering.web.sheets.files import FORMS, file_of

NAMES = ("=1+1", "+31 6", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", '=HYPERLINK("https://evil.test")')
STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("form", FORMS)
def test_names_are_text(app: Flask, form: str) -> None:
    labels = tuple(Label(f"code_{number}", name, name) for number, name in enumerate(NAMES))
    table = SheetTable(
        "area",
        "",
        (Axis("area", "area", labels),),
        tuple(SheetRow((label,), Figure(15, "ongeveer %(figure)s")) for label in labels),
    )
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    view = SheetView("2026", first, last, last, (table,), ())
    with app.test_request_context(base_url=BASE):
        file = file_of(view, ALL_TABLES, form, "=Gemeente()")
    texts = sheets.texts(sheets.opened(file.body, form))
    assert not [text for text in texts if text.startswith(STARTS)]
    for name in NAMES:
        assert any(" ".join(name.split()) == text.removeprefix("'") for text in texts), name
