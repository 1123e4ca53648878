"""A part of the audit trail as a file: for a spreadsheet, or an act on each line for programs."""

import json
from collections.abc import Iterable

from flask_babel import gettext

from signalering.domain.audit_labels import OBJECT_KINDS, OUTCOMES
from signalering.domain.clock import AMSTERDAM
from signalering.domain.commands.audit.export import FileForm
from signalering.domain.views.audit.export import ExportLine, ExportView
from signalering.web.language import label
from signalering.web.sheets.comma import BYTE_ORDER_MARK, written
from signalering.web.sheets.files import File
from signalering.web.sheets.grid import Row, safe

NAME = "signalering-logboek"


def trail_file(view: ExportView, form: FileForm) -> File:
    """The file, in the language of the request; its name says nothing of what was looked for."""
    if form is FileForm.JSON_LINES:
        return File(_lines(view).encode(), f"{NAME}.jsonl", "application/x-ndjson; charset=utf-8")
    rows = _rows(view)
    return File(
        (BYTE_ORDER_MARK + written(rows, ";")).encode(), f"{NAME}.csv", "text/csv; charset=utf-8"
    )


def _rows(view: ExportView) -> Iterable[Row]:
    """Every text is safe to stand in a cell; times are Amsterdam's."""
    yield tuple(
        safe(text)
        for text in (
            gettext("Wanneer"),
            gettext("Wie"),
            gettext("Rol"),
            gettext("Wat"),
            gettext("Waarover"),
            gettext("Naam of kenmerk"),
            gettext("Uitkomst"),
            gettext("Meer"),
            gettext("Account (nummer)"),
            gettext("Waarover (nummer)"),
            gettext("Wat (code)"),
        )
    )
    for line in view.lines:
        yield tuple(safe(text) for text in _cells(line))
    if view.unopened:
        yield (safe(gettext("Niet alles is te lezen")), view.unopened)


def _cells(line: ExportLine) -> Iterable[str]:
    yield f"{line.at.astimezone(AMSTERDAM):%Y-%m-%d %H:%M:%S}"
    yield line.actor
    yield label(line.hat, "hats")
    yield gettext(line.label) if line.label else line.action
    yield gettext(OBJECT_KINDS.get(line.object_kind, line.object_kind))
    yield line.object_name
    yield gettext(OUTCOMES.get(line.outcome, line.outcome))
    yield "; ".join(f"{name}={value}" for name, value in line.details.items())
    yield line.actor_id
    yield line.object_id
    yield line.action


def _lines(view: ExportView) -> str:
    """Codes in English and times in UTC, whatever the language; the fields follow NEN 7513."""
    told = [_object(line) for line in view.lines]
    if view.unopened:
        told.append({"unopened": view.unopened})
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in told)


def _object(line: ExportLine) -> dict[str, object]:
    return {
        "at": line.at.isoformat(),
        "actor": line.actor_id,
        "actor_name": line.actor,
        "hat": line.hat,
        "action": line.action,
        "object_kind": line.object_kind,
        "object": line.object_id,
        "object_name": line.object_name,
        "outcome": line.outcome,
        "purpose": line.purpose,
        "details": dict(line.details),
    }
