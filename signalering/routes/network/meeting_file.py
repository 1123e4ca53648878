"""A meeting as a file for one's own calendar."""

from uuid import UUID

from flask import Blueprint

from signalering.services.network.meeting_file import meeting_file as service
from signalering.services.work import Work
from signalering.web.calendars import meeting_written
from signalering.web.context import Answer, download, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the file on the blueprint."""
    blueprint.add_url_rule("/meetings/<uuid:meeting_id>.ics", "meeting_file", meeting_file)


@unit_of_work()
def meeting_file(work: Work, meeting_id: UUID) -> Answer:
    """It opens in whatever calendar somebody uses."""
    body = meeting_written(service(work, meeting_id))
    return download(body, "bijeenkomst.ics", "text/calendar; charset=utf-8")
