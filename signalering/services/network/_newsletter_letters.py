"""Mails to subscribers: an address is opened when it is sent to, and stands in no outbox."""

from signalering.domain.lifecycles import MailKind, SubscriberState
from signalering.domain.mail_texts import ALREADY_SUBSCRIBED
from signalering.domain.newsletter import (
    ARCHIVE_PATH,
    CONFIRM_PATH,
    UNSUBSCRIBE_PATH,
    Content,
    in_language,
    plain_text,
    read,
)
from signalering.models.network.newsletter import Newsletter, Subscriber
from signalering.models.network.outbox import OutboxMail
from signalering.services.network._subscribers import address_of, key_of, new_confirmation
from signalering.services.network.write import Letter, translator
from signalering.services.work import Work
from signalering.vault.subscribers import AddressKey, leave_token


def subscriber_letter(work: Work, mail: OutboxMail) -> Letter | None:
    """What goes to this subscriber; None when there is nobody to send it to any more."""
    row = work.data.get(Subscriber, mail.subscriber_id, populate_existing=True)
    key = key_of(work, row.id) if row is not None else None
    address = address_of(row, key) if row is not None and key is not None else None
    if row is None or key is None or address is None:
        return None
    if mail.newsletter_id is None:
        return _question(work, mail, row, address, key)
    issue = work.data.get(Newsletter, mail.newsletter_id)
    if issue is None or row.state != SubscriberState.CONFIRMED:
        return None
    said = said_of(work, issue, read(issue.content), row.language)
    return _with_way_out(work, mail, row, address, key, said)


def said_of(work: Work, issue: Newsletter, content: Content, language: str) -> dict[str, str]:
    """What a mail says of an issue, and where it stands on the site."""
    public_url = work.settings.public_url
    return {
        "newsletter": plain_text(content, language, translator(language), public_url),
        "archive": public_url + in_language(f"{ARCHIVE_PATH}/{issue.id}", language),
    }


def _question(
    work: Work, mail: OutboxMail, row: Subscriber, address: str, key: AddressKey
) -> Letter:
    """Ask for the yes; whoever gave it before is told so, and how to leave."""
    if row.state == SubscriberState.CONFIRMED:
        return _with_way_out(work, mail, row, address, key, {})
    # The page behind the link is read in the language that was asked for.
    token = in_language(new_confirmation(work, row), row.language)
    kind = MailKind.NEWSLETTER_CONFIRM
    return Letter(mail.id, kind, address, "", row.language, token, CONFIRM_PATH)


def _with_way_out(
    work: Work,
    mail: OutboxMail,
    row: Subscriber,
    address: str,
    key: AddressKey,
    said: dict[str, str],
) -> Letter:
    path = in_language(UNSUBSCRIBE_PATH + leave_token(key), row.language)
    leave = work.settings.public_url + path
    return Letter(
        mail.id,
        MailKind(mail.kind),
        address,
        "",
        row.language,
        text=None if said else ALREADY_SUBSCRIBED,
        said={**said, "unsubscribe": leave},
        unsubscribe=leave,
    )
