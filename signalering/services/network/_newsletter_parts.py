"""What the newsletter is made of. Each part has two functions: `between(work, first, last)` says

what is new, and `again(work, item)` looks at what was chosen before it goes out.

A new part has its name and its heading in domain/newsletter.py, and its line here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from sqlalchemy import func, select

from signalering.domain.lifecycles import NewsletterState
from signalering.domain.newsletter import (
    FIRST_LOOKS_BACK,
    MOST_PROPOSED,
    Changed,
    Content,
    Item,
    Part,
    Since,
    read,
)
from signalering.models.network.newsletter import Newsletter
from signalering.services.network import (
    _newsletter_figures,
    _newsletter_meetings,
    _newsletter_news,
    _newsletter_offers,
)
from signalering.services.work import Work

DAY = timedelta(days=1)
# How many issues back it is looked whether something was told.
REMEMBERED = 24

Between = Callable[[Work, date, date], Sequence[Item]]
Again = Callable[[Work, Item], Item | Since]

PARTS: Mapping[Part, Between] = MappingProxyType(
    {
        Part.NEWS: _newsletter_news.between,
        Part.MEETINGS: _newsletter_meetings.between,
        Part.OFFERS: _newsletter_offers.between,
        Part.FIGURES: _newsletter_figures.between,
    }
)
AGAIN: Mapping[Part, Again] = MappingProxyType(
    {
        Part.NEWS: _newsletter_news.again,
        Part.MEETINGS: _newsletter_meetings.again,
        Part.OFFERS: _newsletter_offers.again,
        Part.FIGURES: _newsletter_figures.again,
    }
)


def days(work: Work) -> tuple[date, date]:
    """From the last day that the newest issue told of, until today.

    That day too: what came later on it was not told, and what was told is left out.
    """
    today = work.clock.today()
    newest = work.data.scalar(
        select(func.max(Newsletter.last_on)).where(Newsletter.state != NewsletterState.DRAFT.value)
    )
    return (today - FIRST_LOOKS_BACK if newest is None else newest), today


def gathered(work: Work, first: date, last: date) -> Mapping[Part, Sequence[Item]]:
    """All that is new and was not told yet."""
    told = _told(work)
    found = {}
    for part in Part:
        items = [one for one in PARTS[part](work, first, last) if one.key not in told]
        found[part] = items[:MOST_PROPOSED]
    return found


def looked_again(work: Work, content: Content) -> tuple[Content, tuple[Changed, ...]]:
    """What can be told of it today, and what is no longer so, in the order of the letter."""
    parts: dict[Part, Sequence[Item]] = {}
    changed = []
    for part, items in content.in_order():
        still = []
        for one in items:
            now = AGAIN[part](work, one)
            if isinstance(now, Since):
                changed.append(Changed(one.title, now))
                continue
            if (now.title, now.text) != (one.title, one.text):
                changed.append(Changed(now.title, Since.MOVED))
            still.append(now)
        parts[part] = tuple(still)
    return replace(content, parts=parts), tuple(changed)


def _told(work: Work) -> set[str]:
    issues = work.data.scalars(
        select(Newsletter.content)
        .where(Newsletter.state != NewsletterState.DRAFT.value)
        .order_by(Newsletter.sent_on.desc())
        .limit(REMEMBERED)
    )
    return {key for content in issues for key in read(content).keys}
