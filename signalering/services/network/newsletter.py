"""One issue of the newsletter, for everybody: nothing is kept of who reads it."""

from uuid import UUID

from signalering.domain.errors import NotFound
from signalering.domain.lifecycles import NewsletterState
from signalering.domain.newsletter import HEADINGS, Content, read
from signalering.domain.views.network.newsletter import NewsletterView, Told, ToldPart
from signalering.models.network.newsletter import Newsletter
from signalering.services.network.write import translator
from signalering.services.work import Work


def newsletter(work: Work, newsletter_id: UUID, language: str) -> NewsletterView:
    """As it was sent. Raises NotFound, also for one that is still being written."""
    row = work.data.get(Newsletter, newsletter_id)
    if row is None or row.state == NewsletterState.DRAFT:
        raise NotFound
    return view_of(row, read(row.content), language)


def view_of(row: Newsletter, content: Content, language: str) -> NewsletterView:
    """In one language, its headings too: a preview shows both on one page."""
    translate = translator(language)
    return NewsletterView(
        id=row.id,
        language=language,
        sent_on=row.sent_on,
        intro=content.intro.get(language, ""),
        parts=tuple(
            ToldPart(
                translate(HEADINGS[part]),
                tuple(Told(one.title[language], one.text[language], one.path) for one in items),
            )
            for part, items in content.in_order()
        ),
    )
