"""Released figures, for the newsletter: what a report says of them, and no count of now."""

from datetime import date, timedelta

from signalering.domain.languages import LANGUAGES
from signalering.domain.newsletter import Item, Since, id_of
from signalering.domain.report_sentences import in_period, story
from signalering.domain.texts import N_
from signalering.domain.views.statistics.report import Statement, Topic
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.statements import statements
from signalering.services.network.write import translator
from signalering.services.statistics._published import published, released
from signalering.services.statistics._sections import before
from signalering.services.work import Work

TITLE = N_("Cijfers over %(period)s")
# In a letter; the report has the rest.
TOLD = (Topic.MANY, Topic.REASON, Topic.WISH)
# A release may take weeks after its period is over, and the letter may have gone out meanwhile.
LATE = timedelta(days=120)


def between(work: Work, first: date, last: date) -> list[Item]:
    """Of the periods that ended on these days, or not long before, newest first. What an issue

    told before is left out by whoever asks.
    """
    return [
        _item(work, period) for period in released(work) if first - LATE <= period.closed_on <= last
    ]


def again(work: Work, item: Item) -> Item | Since:
    """As it was read: what was published stays so."""
    codes = {period.code for period in released(work)}
    return item if id_of(item.key) in codes else Since.WITHDRAWN


def _item(work: Work, period: Period) -> Item:
    said = statements(published(work, period.code), before(work, period))
    told = tuple(one for one in said if one.topic in TOLD)
    return Item(
        key=f"figures:{period.code}",
        title={language: _title(period, language) for language in LANGUAGES},
        text={language: _text(told, language) for language in LANGUAGES},
    )


def _title(period: Period, language: str) -> str:
    translate = translator(language)
    return translate(TITLE) % {"period": in_period(period.code, translate)}


def _text(told: tuple[Statement, ...], language: str) -> str:
    return story(told, language, translator(language))
