"""What a resident gave, as a file for other programs."""

import json
from uuid import UUID

from flask import Blueprint

from signalering.services.cases.portable_copy import portable_copy as service
from signalering.services.work import Work
from signalering.web.context import Answer, download, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/portable-copy", "portable_copy", portable_copy)


@unit_of_work(words=True)
def portable_copy(work: Work, case_id: UUID) -> Answer:
    """JSON in UTF-8; its shape is signalering/data/portable_copy.schema.json."""
    copy = service(work, case_id)
    body = json.dumps(copy.document, ensure_ascii=False, indent=2) + "\n"
    return download(body.encode(), f"kopie-{copy.case}.json", "application/json; charset=utf-8")
