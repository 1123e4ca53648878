"""What calendar programs read: RFC 5545, with the refresh of RFC 7986.

Of the own work an event says how many things there are on its day, and nothing else; it rings no
alarm and keeps its day free. A meeting of the network says when, where and what about.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from flask_babel import force_locale, ngettext

from signalering.domain.clock import AMSTERDAM
from signalering.domain.views.accounts.calendar_feed import CalendarDay, CalendarFeed
from signalering.domain.views.network.meeting_file import MeetingEvent

if TYPE_CHECKING:
    from icalendar import Calendar, Event

PRODUCT = "-//Signalering//NONSGML Signalering//NL"
REFRESHED = timedelta(hours=6)
ZONE = "Europe/Amsterdam"


def written(feed: CalendarFeed) -> bytes:
    """The calendar, in the language of whose days they are."""
    # A large package: whoever needs no calendar doesn't wait for it.
    from icalendar import Timezone

    made = _begun("Signalering")
    with force_locale(feed.language):
        for day in feed.days:
            made.add_component(_event(day, feed))
    if not feed.days:
        # RFC 5545, 3.6: without any part it would be no calendar, and some programs refuse it.
        until = feed.made_on + timedelta(days=366)
        made.add_component(Timezone.from_tzid(ZONE, first_date=feed.made_on, last_date=until))
    found: bytes = made.to_ical()
    return found


def meeting_written(meeting: MeetingEvent) -> bytes:
    """A calendar of one meeting, which shows the change of before when it is fetched again."""
    from icalendar import Event

    made, event = _begun(meeting.title), Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", datetime.combine(meeting.made_on, time(), UTC))
    event.add("last-modified", datetime.combine(meeting.changed_on, time(), UTC))
    event.add("dtstart", _at(meeting.day, meeting.starts_at))
    event.add("dtend", _at(meeting.day, meeting.ends_at))
    event.add("summary", meeting.title)
    event.add("location", meeting.place)
    event.add("description", meeting.description)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if meeting.cancelled else "OPAQUE")
    made.add_component(event)
    made.add_missing_timezones()
    found: bytes = made.to_ical()
    return found


def _begun(name: str) -> "Calendar":
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT6H")
    made.add("x-wr-calname", name)
    return made


def _at(day: date, clock: str) -> datetime:
    """A moment by the clock on the wall here."""
    return datetime.combine(day, time.fromisoformat(clock), AMSTERDAM)


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
