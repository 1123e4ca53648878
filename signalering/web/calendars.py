"""Days as calendar programs read them: RFC 5545, with the refresh of RFC 7986.

An event says how many things there are on its day, and nothing else; it rings no alarm and keeps
its day free.
"""

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from flask_babel import force_locale, ngettext

from signalering.domain.views.accounts.calendar_feed import CalendarDay, CalendarFeed

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Signalering//NONSGML Signalering//NL"
REFRESHED = timedelta(hours=6)
ZONE = "Europe/Amsterdam"


def written(feed: CalendarFeed) -> bytes:
    """The calendar, in the language of whose days they are."""
    # A large package: whoever needs no calendar doesn't wait for it.
    from icalendar import Calendar, Timezone

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT6H")
    made.add("x-wr-calname", "Signalering")
    with force_locale(feed.language):
        for day in feed.days:
            made.add_component(_event(day, feed))
    if not feed.days:
        # RFC 5545, 3.6: without any part it would be no calendar, and some programs refuse it.
        until = feed.made_on + timedelta(days=366)
        made.add_component(Timezone.from_tzid(ZONE, first_date=feed.made_on, last_date=until))
    found: bytes = made.to_ical()
    return found


def _event(day: CalendarDay, feed: CalendarFeed) -> "Event":
    from icalendar import Event

    made = Event()
    made.add("uid", day.uid)
    # Of the day, not of the fetch.
    made.add("dtstamp", datetime.combine(feed.made_on, time(), UTC))
    made.add("dtstart", day.day)
    made.add("dtend", day.day + timedelta(days=1))
    made.add(
        "summary",
        "Signalering: "
        + ngettext("%(num)s ding op deze dag", "%(num)s dingen op deze dag", day.count),
    )
    made.add("transp", "TRANSPARENT")
    made.add("class", "PRIVATE")
    return made
