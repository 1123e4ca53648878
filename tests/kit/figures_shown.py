"""Which numbers a page of figures shows: in tables, tiles, pictures and sentences."""

import re

import html5lib

from kit.town import Town
from signalering.domain.vocabularies import VOCABULARIES
from signalering.privacy.disclosure.shown import percentage
from signalering.services.statistics._published import published, released

NUMBER = re.compile(r"[0-9][0-9.,]*[0-9]|[0-9]")
# Sentences that name numbers of their own, and are the same for every figure.
FIXED = (
    "binnen 2 werkdagen opgepakt",
    "één activiteit voor 20 signalen of meer. Bij minder dan 10 signalen",
)


def numbers_shown(page: str) -> set[int]:
    """Numbers in the main part of a page, without those that are names: periods, classes."""
    # Below stand live counts of organisations, which test_organisations.py looks at.
    figures = page.split("Hoe staat de coalitie ervoor?")[0]
    document = html5lib.parse(figures, namespaceHTMLElements=False)
    main = next(node for node in document.iter("main"))
    for form in list(main.iter("select")):
        form.clear()
    for node in list(main.iter()):
        # The number of a quarter, under its column.
        if str(node.tag).endswith("}text") and node.get("y") == "136":
            node.clear()
    text = " ".join(" ".join(main.itertext()).split())
    for name in _names():
        text = text.replace(name, " ")
    return {int(found.replace(".", "").replace(",", "")) for found in NUMBER.findall(text)}


def may_be_shown(town: Town) -> set[int]:
    """Every published figure, every percentage that may be made of two, and what "0-4" says."""
    with town.work(writes=False) as work:
        periods = [published(work, period.code) for period in released(work)]
    figures = {0, 4}
    shares = set()
    for period in periods:
        totals = {period.total.figure} | ({period.closed.figure} if period.closed else set())
        figures |= totals
        for table in period.tables:
            held = {figure.figure for figure in table.cells.values()}
            figures |= held
            if table.base is not None:
                shares |= {percentage(figure, table.base.figure) for figure in held}
    return figures | {share for share in shares if share is not None}


def _names() -> list[str]:
    labels = {
        text
        for vocabulary in VOCABULARIES.values()
        for term in vocabulary
        for text in (term.nl, term.en)
        if NUMBER.search(text)
    }
    merged = ("18 tot en met 64 jaar", "18 to 64")
    periods = [
        part.format(year=year)
        for year in range(2020, 2030)
        for part in (
            *(f"{quarter}e kwartaal van {{year}}" for quarter in range(1, 5)),
            "eerste helft van {year}",
            "tweede helft van {year}",
            "heel {year}",
            "Heel {year}",
            "{year}",
        )
    ]
    return [*FIXED, *sorted(labels, key=len, reverse=True), *merged, *periods]
