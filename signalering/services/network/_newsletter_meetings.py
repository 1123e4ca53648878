"""Meetings of the network that are to come, for the newsletter."""

from datetime import date, timedelta
from uuid import UUID

from signalering.domain.languages import LANGUAGES
from signalering.domain.meetings import day_in_words
from signalering.domain.newsletter import Item, Since, id_of
from signalering.domain.texts import N_
from signalering.domain.views.network.meetings import MeetingLine
from signalering.models.network.meeting import Meeting
from signalering.services.network._meetings import line_of
from signalering.services.network.meetings import meetings_between
from signalering.services.network.write import translator
from signalering.services.work import Work

WHEN = N_("%(day)s, %(starts)s tot %(ends)s uur. %(place)s")
# Two meetings a year: the next one is told of in time.
DAY = timedelta(days=1)
AHEAD = timedelta(days=183)


def between(work: Work, first: date, last: date) -> list[Item]:
    """Those after the last of these days, the nearest first; what goes off is not told."""
    del first  # what was planned when tells nobody anything
    return [_item(line) for line in meetings_between(work, last + DAY, last + AHEAD)]


def again(work: Work, item: Item) -> Item | Since:
    """As it is planned now: who reads of it must not stand before a shut door."""
    row = work.data.get(Meeting, UUID(id_of(item.key)), populate_existing=True)
    if row is None:
        return Since.WITHDRAWN
    line = line_of(row)
    if line.cancelled:
        return Since.CALLED_OFF
    return _item(line) if line.day >= work.clock.today() else Since.OVER


def _item(line: MeetingLine) -> Item:
    return Item(
        # On another day it is told anew.
        key=f"meeting:{line.id}:{line.day.isoformat()}",
        title=dict.fromkeys(LANGUAGES, line.title),
        text={language: _when(line, language) for language in LANGUAGES},
    )


def _when(line: MeetingLine, language: str) -> str:
    day = day_in_words(line.day, language)
    return translator(language)(WHEN) % {
        "day": day[:1].upper() + day[1:],
        "starts": line.starts_at,
        "ends": line.ends_at,
        "place": line.place,
    }
