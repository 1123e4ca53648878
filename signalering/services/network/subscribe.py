"""Ask for the newsletter: a mail goes to the address, and nothing is said of who was known.

Whoever is there already gets a mail that says so: both ways cost the same and look the same.
"""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.network.subscribe import Subscribe
from signalering.domain.errors import InvalidInput, TooOften
from signalering.domain.languages import LANGUAGES
from signalering.domain.lifecycles import MailKind
from signalering.domain.offer_facts import mail_address_of
from signalering.domain.text import clean_line
from signalering.domain.throttles import Tried
from signalering.services.accounts import throttle
from signalering.services.audit.record import record
from signalering.services.network._subscribers import find_or_add
from signalering.services.network.queue import queue_to_subscriber
from signalering.services.public.visitors import visitor_of
from signalering.services.work import Work
from signalering.vault.subscribers import address_hash

LONGEST_ADDRESS = 254


def subscribe(work: Work, command: Subscribe, visitor: str) -> None:
    """Let a mail with a link go out; the try is claimed before anything is looked up.

    More than three a day to one mailbox are left out, and nobody is told: whoever types in
    somebody else's address annoys nobody with it. Raises InvalidInput, TooOften.
    """
    email = mail_address_of(clean_line(command.email, LONGEST_ADDRESS, field="email"))
    if email is None:
        raise InvalidInput("email", "required")
    if command.language not in LANGUAGES:
        raise InvalidInput("language", "unknown_code")
    # Whoever happens to be logged in asks as anybody does.
    work.actor = None
    throttle.claim(work, Tried.SUBSCRIBE, visitor_of(work, visitor))
    mailbox = address_hash(work.settings.lookup_key, email).hex()
    try:
        throttle.claim(work, Tried.SUBSCRIBE_MAIL, mailbox)
    except TooOften:
        return
    subscriber_id = find_or_add(work, Subscribe(email, command.language))
    queue_to_subscriber(work, MailKind.NEWSLETTER_CONFIRM, subscriber_id)
    record(work, AuditAction.NEWSLETTER_ASKED, subscriber_id)
