"""The issue as it will be read, on the site and in the mail, in both languages.

What was chosen is looked at again: what is no longer so is named, and left out.
"""

from uuid import uuid4

from signalering.domain.access import require
from signalering.domain.errors import NotFound
from signalering.domain.languages import LANGUAGES
from signalering.domain.lifecycles import MailKind, SubscriberState
from signalering.domain.newsletter import UNSUBSCRIBE_PATH, Content, read
from signalering.domain.permissions import Permission
from signalering.domain.views.network.preview import PreviewView
from signalering.models.network.newsletter import Newsletter
from signalering.services.network._newsletter_letters import said_of
from signalering.services.network._newsletter_parts import looked_again
from signalering.services.network._subscribers import count_in
from signalering.services.network.compose import drafted
from signalering.services.network.newsletter import view_of
from signalering.services.network.write import Letter, text_of, translator
from signalering.services.work import Work


def preview(work: Work) -> PreviewView:
    """Raises Denied, NotFound while nothing is being written."""
    require(Permission.NEWSLETTER, work.by(), None, work.clock.today())
    row = drafted(work)
    if row is None:
        raise NotFound
    content, changed = looked_again(work, read(row.content))
    mails = {language: _mail(work, row, content, language) for language in LANGUAGES}
    return PreviewView(
        version=row.version,
        subscribers=count_in(work, SubscriberState.CONFIRMED),
        sends=work.settings.mail is not None,
        read={language: view_of(row, content, language) for language in LANGUAGES},
        subjects={language: subject for language, (subject, _) in mails.items()},
        mails={language: body for language, (_, body) in mails.items()},
        changed=changed,
        shown=content.shown,
        is_empty=content.is_empty,
    )


def _mail(work: Work, row: Newsletter, content: Content, language: str) -> tuple[str, str]:
    """Subject and body as subscribers get them; the way out is each one's own."""
    leave = f"{work.settings.public_url}{UNSUBSCRIBE_PATH}..."
    said = {**said_of(work, row, content, language), "unsubscribe": leave}
    letter = Letter(uuid4(), MailKind.NEWSLETTER, "", "", language, said=said)
    return text_of(letter, work.settings, work.periods, translator(language))
