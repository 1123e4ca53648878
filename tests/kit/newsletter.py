"""The newsletter for tests: who asked for it, and issues that are written and sent."""

import re
from email.message import EmailMessage
from uuid import UUID

from sqlalchemy import func, select

from kit.form import MARK, Form
from kit.mail import never
from kit.town import Town
from signalering.domain.commands.network.compose import ComposeNewsletter
from signalering.domain.commands.network.subscribe import Subscribe
from signalering.domain.errors import Denied, NotFound
from signalering.domain.lifecycles import MailKind, SubscriberState
from signalering.domain.views.network.preview import PreviewView
from signalering.models.keys.subscriber import SubscriberShare
from signalering.models.network.newsletter import Newsletter, Subscriber
from signalering.models.network.outbox import OutboxMail
from signalering.services.network._newsletter_letters import subscriber_letter
from signalering.services.network._subscribers import find_or_add
from signalering.services.network.compose import compose, composing
from signalering.services.network.hand_out import hand_out
from signalering.services.network.opt_in import opt_in
from signalering.services.network.preview import preview
from signalering.services.network.publish import publish
from signalering.services.network.subscribe import subscribe
from signalering.services.network.write import Letter
from signalering.services.work import Work
from signalering.vault.links import token_hash

# Documentation's own: nobody's address.
VISITOR = "203.0.113.90"
READER = "lezer@voorbeeld.test"
INTRO = "Fijn dat u meeleest. Er is weer veel te doen."
INTRO_EN = "Good to have you with us. There is a lot going on again."


def asked(town: Town, email: str = READER, language: str = "nl", visitor: str = VISITOR) -> None:
    """Somebody fills in this address."""
    with town.committed() as work:
        subscribe(work, Subscribe(email, language), visitor)


def letters(town: Town, kind: MailKind) -> list[Letter]:
    """What would go out now of this kind; the mails are gone then."""
    with town.committed() as work:
        rows = work.data.scalars(select(OutboxMail).where(OutboxMail.kind == kind)).all()
        found = [subscriber_letter(work, row) for row in rows]
        for row in rows:
            work.data.delete(row)
        return [one for one in found if one is not None]


def token_of(letter: Letter) -> str:
    """The bare token of the link that confirms."""
    assert letter.token is not None
    return letter.token.partition("?")[0]


def confirmed(town: Town, email: str = READER, language: str = "nl") -> str:
    """Somebody asks and says yes; gives the secret by which one leaves again."""
    asked(town, email, language)
    (letter,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    with town.committed() as work:
        opt_in(work, token_of(letter), VISITOR)
    asked(town, email, language)
    (again,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    return leave_token_in(again.unsubscribe)


def known_to_us(town: Town, *emails: str) -> None:
    """These said yes. One visitor would have to wait after ten, so it is done without one."""
    with town.committed() as work:
        for email in emails:
            row = work.data.get_one(Subscriber, find_or_add(work, Subscribe(email, "nl")))
            row.state = SubscriberState.CONFIRMED


def leave_token_in(text: str) -> str:
    """The secret in an address, or in a mail, by which one leaves."""
    found = re.search(r"/newsletter/unsubscribe/([A-Za-z0-9_-]{43})", text)
    assert found is not None
    return found[1]


def links_in(mail: EmailMessage) -> list[str]:
    """Every address of ours in the text of a mail, as its reader would follow it."""
    return re.findall(r"https://signalering\.test(\S+)", mail.get_content())


def written_issue(
    town: Town, chosen: tuple[str, ...] | None = None, intro: tuple[str, str] = (INTRO, INTRO_EN)
) -> int:
    """An issue with all that is proposed, or what is chosen; gives its version."""
    with town.committed("administrator") as work:
        view = composing(work, "nl")
        keys = view.chosen if chosen is None else chosen
        compose(work, ComposeNewsletter(view.version, *intro, keys))
    return looked_through(town).version


def looked_through(town: Town) -> PreviewView:
    """What the administrator sees before sending."""
    with town.work("administrator", writes=False) as work:
        return preview(work)


def send(work: Work, version: int) -> UUID:
    """Sent by who has just looked at what stands there, if there is anything."""
    try:
        shown = preview(work).shown
    except (Denied, NotFound):
        shown = ""
    return publish(work, version, shown)


def sent_issue(town: Town) -> UUID:
    """Written, looked through and sent; its mails wait in the outbox."""
    version = written_issue(town)
    with town.committed("administrator") as work:
        issue_id = send(work, version)
    hand_out(town.house, never)
    return issue_id


def issue_row(town: Town, issue_id: UUID) -> Newsletter:
    """The row as it stands in the database."""
    with town.work(writes=False) as work:
        row = work.data.get_one(Newsletter, issue_id)
        work.data.expunge_all()
        return row


def subscribers(town: Town) -> list[Subscriber]:
    """All rows, as they stand."""
    with town.work(writes=False) as work:
        rows = list(work.data.scalars(select(Subscriber)))
        work.data.expunge_all()
        return rows


def newsletter_forms(town: Town) -> dict[str, Form]:
    """By endpoint, each as it would be carried out."""
    asked(town, "ander@voorbeeld.test")
    (letter,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    version = written_issue(town)
    with town.work("administrator", writes=False) as work:
        chosen = composing(work, "nl").chosen
    return {
        "network.subscribe": Form(
            "nobody",
            values={"email": READER, "language": "nl"},
            codes=("language",),
            words=("email",),
        ),
        "network.opt_in": Form("nobody", {"token": token_of(letter)}),
        "network.compose": Form(
            "administrator",
            values={
                "version": version,
                "intro_nl": f"{MARK}: een zin",
                "intro_en": "A line of text",
                "chosen": list(chosen),
            },
            codes=("version",),
            words=("intro_nl", "intro_en"),
            optional=frozenset({"intro_nl", "intro_en"}),
        ),
        "network.publish": Form(
            "administrator",
            values={
                "version": version,
                "shown": looked_through(town).shown,
                "confirmation": "versturen",
            },
            codes=("version", "shown"),
            words=("confirmation",),
        ),
    }


def shares(town: Town) -> int:
    """How many addresses can still be opened."""
    with town.work(writes=False) as work:
        return work.keys.scalar(select(func.count()).select_from(SubscriberShare)) or 0


def waiting(town: Town) -> list[OutboxMail]:
    """The outbox."""
    with town.work(writes=False) as work:
        rows = list(work.data.scalars(select(OutboxMail)))
        work.data.expunge_all()
        return rows


def known(town: Town, token: str) -> bool:
    """Whether this secret still leads to somebody."""
    return any(row.leave_hash == token_hash(token) for row in subscribers(town))
