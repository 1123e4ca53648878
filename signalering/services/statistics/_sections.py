"""What is said of a released period, by topic, with the table beneath each."""

from datetime import timedelta

from signalering.domain.errors import NotFound
from signalering.domain.report_texts import HEADINGS
from signalering.domain.views.statistics.published import PublishedPeriod
from signalering.domain.views.statistics.report import Section, Topic
from signalering.models.statistics.release import Release
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.statements import TABLES, statements
from signalering.services.statistics._published import published
from signalering.services.statistics._shown import shown_table
from signalering.services.work import Work

DAY = timedelta(days=1)


def asked_period(code: str) -> Period:
    """The period of a code that somebody typed. Raises NotFound for what is none."""
    try:
        return Period.parse(code)
    except ValueError:
        raise NotFound from None


def is_released(work: Work, period: Period) -> bool:
    """Whether it has figures."""
    return work.data.get(Release, period.code) is not None


def before(work: Work, period: Period) -> PublishedPeriod | None:
    """The released period of the same length that ended when this one began."""
    if (period.year, period.part) == (1, 1):
        return None
    earlier = Period.containing(period.start - DAY, period.length)
    return published(work, earlier.code) if is_released(work, earlier) else None


def sections(
    figures: PublishedPeriod, earlier: PublishedPeriod | None, *, tables: bool = True
) -> tuple[Section, ...]:
    """One for each topic that something is said about."""
    said = statements(figures, earlier)
    found = []
    for topic in Topic:
        own = tuple(each for each in said if each.topic is topic)
        if own:
            table = figures.table(TABLES[topic]) if tables and topic in TABLES else None
            beneath = None if table is None else shown_table(table)
            found.append(Section(topic, HEADINGS[topic], own, beneath))
    return tuple(found)
