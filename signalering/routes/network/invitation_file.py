"""A meeting as a file for the calendar of an organisation."""

from flask import Blueprint, Response, abort

from signalering.services.network.invitation_file import count_wrong
from signalering.services.network.invitation_file import invitation_file as service
from signalering.services.work import open_work
from signalering.web.addresses import visitor_address
from signalering.web.calendars import meeting_written
from signalering.web.context import download, house


def register(blueprint: Blueprint) -> None:
    """Put the file on the blueprint."""
    blueprint.add_url_rule("/meeting/<token:token>.ics", "invitation_file", invitation_file)


def invitation_file(token: str) -> Response:
    """Whoever has the link; any other is an unknown page, and counts as a try."""
    with open_work(house(), writes=False) as work:
        event = service(work, token)
    if event is None:
        with open_work(house(), writes=True) as work:
            count_wrong(work, visitor_address())
        abort(404)
    return download(meeting_written(event), "bijeenkomst.ics", "text/calendar; charset=utf-8")
