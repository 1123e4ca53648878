"""What a calendar program fetches at an address that its owner made."""

from flask import Blueprint, Response, abort

from signalering.services.accounts.calendar_feed import calendar_feed as service
from signalering.services.accounts.calendar_feed import count_wrong
from signalering.services.work import open_work
from signalering.web.addresses import visitor_address
from signalering.web.calendars import written
from signalering.web.context import house


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/calendar/<token:token>.ics", "calendar_feed", calendar_feed)


def calendar_feed(token: str) -> Response:
    """Whoever has the right address; any other is an unknown page, and counts as a try."""
    with open_work(house(), writes=False) as work:
        feed = service(work, token)
    if feed is None:
        with open_work(house(), writes=True) as work:
            count_wrong(work, visitor_address())
        abort(404)
    return Response(written(feed), content_type="text/calendar; charset=utf-8")
