"""Released figures as JSON-stat 2.0 (json-stat.org/format), the form that statistical offices use.

One address, one answer: labels are Dutch, and `extension` has the English beside them. A figure of
0 says nought to four. JSON-stat knows no such value, so that 0 stands there (rounding is unbiased:
sums and means over many cells hold) with the status "0-4", which a program can show instead.
Absent cells are null, and have no status.
"""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

from flask_babel import force_locale

from signalering.domain.views.statistics.open_data import OpenAxis
from signalering.domain.views.statistics.published import Axis, Label
from signalering.domain.views.statistics.sheet import SheetTable, SheetView
from signalering.domain.vocabularies import vocabulary
from signalering.web.period_names import period_name

Json = dict[str, Any]
VERSION = "2.0"
SMALL = "0-4"
PERIOD, COUNTED, AREA = "period", "counted", "area"


def dataset(view: SheetView, href: str, source: str) -> Json:
    """The one table of a view as a dataset."""
    (table,) = view.tables
    axes = [_axis_of(PERIOD, [_period_label(view.period)])]
    if table.counted:
        axes.append(_axis_of(COUNTED, [_term("figure_counted", table.counted)]))
    head = tuple(axis.labels[0].code for axis in axes)
    axes += table.axes
    figures = {
        (*head, *(label.code for label in row.labels)): row.figure.figure for row in table.rows
    }
    places = list(product(*([label.code for label in axis.labels] for axis in axes)))
    values = [figures.get(place) for place in places]
    names = [axis.dimension for axis in axes]
    notes = [_term("figure_notes", code) for code in (*view.notes, "attribution")]
    title = _title(table, view.period)
    return {
        "version": VERSION,
        "class": "dataset",
        "href": href,
        "label": title.nl,
        "source": source,
        "updated": view.fixed_on.isoformat(),
        "note": [note.nl for note in notes],
        "id": names,
        "size": [len(axis.labels) for axis in axes],
        "role": {
            "time": [PERIOD],
            "metric": [COUNTED],
            **({"geo": [AREA]} if AREA in names else {}),
        },
        "dimension": {axis.dimension: _dimension(axis) for axis in axes},
        "value": values,
        "status": {str(at): SMALL for at, value in enumerate(values) if value == 0},
        "extension": {
            "status": {"label": {SMALL: _term("figure_notes", "small").nl}},
            "en": {
                "label": title.en,
                "note": [note.en for note in notes],
                "status": {"label": {SMALL: _term("figure_notes", "small").en}},
            },
        },
    }


def collection(label: Label, href: str, source: str, items: Iterable[Json]) -> Json:
    """Things that are found elsewhere, or dimensions themselves."""
    return {
        "version": VERSION,
        "class": "collection",
        "href": href,
        "label": label.nl,
        "source": source,
        "link": {"item": list(items)},
        "extension": {"en": {"label": label.en}},
    }


def link(kind: str, label: Label, href: str, **more: str) -> Json:
    """One thing of a collection: a dataset or another collection."""
    told = {"class": kind, "href": href, "label": label.nl}
    return told | {"extension": {"code": label.code, **more, "en": {"label": label.en}}}


def dictionary(axis: OpenAxis) -> Json:
    """A classification with its codes, as a dimension in a collection."""
    found = _dimension(axis.axis)
    found["extension"]["dimension"] = axis.axis.dimension
    found["extension"]["members"] = {code: list(held) for code, held in axis.members.items()}
    found["extension"]["years"] = list(axis.years)
    return {"class": "dimension", **found}


def table_label(table: SheetTable) -> Label:
    """What a table is called, in both languages."""
    return _term("figure_tables", table.name)


def period_label(period: str) -> Label:
    """What a period is called, in both languages."""
    return _period_label(period)


def _title(table: SheetTable, period: str) -> Label:
    name, when = table_label(table), _period_label(period)
    nl, en = f"{name.nl}, {when.nl}", f"{name.en}, {when.en}"
    if table.counted:
        counted = _term("figure_counted", table.counted)
        nl, en = f"{counted.nl}: {nl}", f"{counted.en}: {en}"
    return Label(table.name, nl, en)


def _period_label(period: str) -> Label:
    with force_locale("nl"):
        nl = period_name(period)
    with force_locale("en"):
        return Label(period, nl, period_name(period))


def _term(name: str, code: str) -> Label:
    term = vocabulary(name).term(code)
    return Label(term.code, term.nl, term.en)


def _axis_of(dimension: str, labels: list[Label]) -> Axis:
    return Axis(dimension, dimension, tuple(labels))


def _dimension(axis: Axis) -> Json:
    name = _term("figure_dimensions", axis.dimension)
    category: Json = {
        "index": [label.code for label in axis.labels],
        "label": {label.code: label.nl for label in axis.labels},
    }
    if axis.dimension == COUNTED:
        category["unit"] = {label.code: {"decimals": 0} for label in axis.labels}
    english: Mapping[str, Any] = {
        "label": name.en,
        "category": {"label": {label.code: label.en for label in axis.labels}},
    }
    extension = {"classification": axis.code, "en": english}
    return {"label": name.nl, "category": category, "extension": extension}
