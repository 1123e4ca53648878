"""Write the issue that goes out next: what is in it, and an introduction of one's own.

What is kept is what will be read: offers that change afterwards change nothing in it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import uuid4

from sqlalchemy import func, select, update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.network.compose import ComposeNewsletter
from signalering.domain.errors import Conflict, InvalidInput
from signalering.domain.lifecycles import NewsletterState
from signalering.domain.newsletter import (
    HEADINGS,
    INTRO_LIMIT,
    MOST_TICKED,
    Changed,
    Content,
    Item,
    Part,
    read,
    thing_of,
    written,
)
from signalering.domain.permissions import Permission
from signalering.domain.text import clean_text
from signalering.domain.views.network.compose import ComposeView, Proposal, ProposedPart
from signalering.models.network.newsletter import Newsletter
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.network._newsletter_parts import days, gathered, looked_again
from signalering.services.signals.note import check_text
from signalering.services.work import Work

INTROS = {"nl": "intro_nl", "en": "intro_en"}


def compose(work: Work, command: ComposeNewsletter) -> None:
    """Keep it in place of what stood there when the page was shown. Keys of nothing are left out;

    what got another day since the page was made is still the same thing.

    Raises Denied, InvalidInput (NoteIdentifies), Conflict when somebody was first.
    """
    _ask(work)
    intro = _intro(work, command)
    draft = drafted(work)
    first, last = _days(work, draft)
    chosen = {thing_of(key) for key in command.chosen}
    content = Content(
        intro=intro,
        parts={
            part: tuple(one for one in items if thing_of(one.key) in chosen)
            for part, items in _offered(work, _kept(work, draft)[0], first, last).items()
        },
    )
    if content.is_empty:
        raise InvalidInput("intro_nl", "newsletter_empty")
    _replace(work, command.version, first, last, content)
    record(work, AuditAction.NEWSLETTER_KEPT, count=len(content.keys))


def composing(work: Work, language: str) -> ComposeView:
    """What is kept now, and what could be told. Raises Denied."""
    _ask(work)
    draft = drafted(work)
    first, last = _days(work, draft)
    content, changed = _kept(work, draft)
    proposed = _offered(work, content, first, last)
    return ComposeView(
        version=draft.version if draft is not None else 0,
        first=first,
        last=last,
        intro_nl=content.intro.get("nl", ""),
        intro_en=content.intro.get("en", ""),
        chosen=content.keys
        if draft is not None
        else tuple(one.key for items in proposed.values() for one in items[:MOST_TICKED]),
        parts=tuple(
            ProposedPart(
                part.value,
                HEADINGS[part],
                tuple(Proposal(one.key, one.title[language], one.text[language]) for one in items),
            )
            for part, items in proposed.items()
        ),
        changed=changed,
    )


def drafted(work: Work) -> Newsletter | None:
    """The issue that is being written, if there is one."""
    query = select(Newsletter).where(Newsletter.state == NewsletterState.DRAFT.value)
    return work.data.scalar(query.execution_options(populate_existing=True))


def _ask(work: Work) -> None:
    require(Permission.NEWSLETTER, work.by(), None, work.clock.today())


def _days(work: Work, draft: Newsletter | None) -> tuple[date, date]:
    """What a draft began with stays within its days, however long it lies."""
    first, last = days(work)
    return (first if draft is None else min(first, draft.first_on)), last


def _kept(work: Work, draft: Newsletter | None) -> tuple[Content, tuple[Changed, ...]]:
    return (Content(), ()) if draft is None else looked_again(work, read(draft.content))


def _offered(
    work: Work, content: Content, first: date, last: date
) -> Mapping[Part, Sequence[Item]]:
    """What is new; before it, what was chosen and still holds without being new any more."""
    found: dict[Part, Sequence[Item]] = {}
    for part, items in gathered(work, first, last).items():
        new = {one.key for one in items}
        found[part] = (*(one for one in content.parts.get(part, ()) if one.key not in new), *items)
    return found


def _intro(work: Work, command: ComposeNewsletter) -> dict[str, str]:
    """Both languages, or neither; the guard reads each."""
    typed = {"nl": command.intro_nl, "en": command.intro_en}
    intro = {
        language: clean_text(text, INTRO_LIMIT, field=INTROS[language])
        for language, text in typed.items()
    }
    for language, text in intro.items():
        check_text(work, text, INTROS[language], command.no_names)
    for language, text in intro.items():
        if not text and any(intro.values()):
            raise InvalidInput(INTROS[language], "newsletter_both_languages")
    return intro


def _replace(work: Work, version: int, first: date, last: date, content: Content) -> None:
    values = {"first_on": first, "last_on": last, "content": written(content)}
    draft = NewsletterState.DRAFT.value
    if version == 0:
        # Above all that ever was: a page about an issue that has gone speaks of no later one.
        newest = work.data.scalar(select(func.max(Newsletter.version))) or 0
        fresh = insert_of(work, Newsletter).values(
            id=uuid4(), state=draft, queued=0, version=newest + 1, **values
        )
        kept = work.data.scalar(fresh.on_conflict_do_nothing().returning(Newsletter.id))
    else:
        kept = work.data.scalar(
            update(Newsletter)
            .where(Newsletter.state == draft, Newsletter.version == version)
            .values(version=version + 1, **values)
            .returning(Newsletter.id)
            .execution_options(synchronize_session=False)
        )
    if kept is None:
        raise Conflict
