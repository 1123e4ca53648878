"""Write a mail out: headers that say nothing of the machine, a text in the receiver's language."""

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from signalering.config import Settings
from signalering.domain.lifecycles import MailKind
from signalering.domain.mail_texts import (
    AUTOMATIC,
    GREETING,
    LEADS_TO,
    SIGNATURE,
    TEXTS,
    MailText,
    periods_said,
)
from signalering.domain.periods import Periods

ACTIVATION = "/activate/"
LOG_IN = "/log-in"
_MESSAGE_IDS = UUID("6c1b2a0e-2a34-4bb1-9d0b-5f2f4a1c7e90")

Translate = Callable[[str], str]


class _Whole(UnstructuredHeader, BaseHeader):
    """A header that is written on one line. The library would fold an address that is longer than

    a line into encoded words (RFC 2047), which no mail program follows; a line may have 998 signs.
    """

    max_count = 1

    def fold(self, *, policy: Policy) -> str:
        """The value as it is."""
        return f"{self.name}: {self}{policy.linesep}"


_headers = HeaderRegistry()
_headers.map_to_type("list-unsubscribe", _Whole)
POLICY = SMTP.clone(header_factory=_headers)


@dataclass(frozen=True)
class Letter:
    """One mail to one receiver. `token` is of a one-time link, and stands in no row.

    `each` has the links of several organisations with one mailbox instead: a token by its name.
    `text` is that of a mail which goes out at once, and so is of no kind that waits in the outbox;
    `counts` are those of a digest, `said` is the head of the audit chain, or an issue of the
    newsletter: made at this moment and kept nowhere. `unsubscribe` is where one press ends it.
    """

    mail_id: UUID
    kind: MailKind | None
    address: str
    name: str
    language: str
    token: str | None = field(default=None, repr=False)
    leads_to: str = ACTIVATION
    text: MailText | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict, repr=False)
    unsubscribe: str = field(default="", repr=False)
    each: Mapping[str, str] = field(default_factory=dict, repr=False)


@cache
def translator(language: str) -> Translate:
    """How texts are said in a language; Dutch is what they are written in."""
    catalogues = str(files("signalering") / "translations")
    return gettext.translation("messages", catalogues, [language], fallback=True).gettext


def text_of(
    letter: Letter, settings: Settings, periods: Periods, translate: Translate
) -> tuple[str, str]:
    """Subject and body."""
    plain_page = LEADS_TO.get(letter.kind, LOG_IN) if letter.kind else LOG_IN
    where = f"{letter.leads_to}{letter.token}" if letter.token else plain_page
    at = settings.public_url + letter.leads_to
    links = [f"{plain(name)}: {at}{token}" for name, token in letter.each.items()]
    values: dict[str, str | int] = {
        **letter.counts,
        **letter.said,
        "installation": plain(settings.installation_name),
        "link": "\n".join(links) or settings.public_url + where,
        **periods_said(periods),
    }
    text = letter.text or (TEXTS[letter.kind] if letter.kind else None)
    if text is None:
        raise ValueError("a letter without a kind brings its own text")
    parts = (GREETING, *text.paragraphs, SIGNATURE, AUTOMATIC)
    body = "\n\n".join(translate(part) % values for part in parts)
    return translate(text.subject) % values, f"{body}\n"


def write(
    letter: Letter, settings: Settings, periods: Periods, sender: str, now: datetime
) -> EmailMessage:
    """The whole mail. Raises ValueError for an address that can be none.

    Trying again gives the same Message-ID: whoever gets a mail twice can tell.
    """
    subject, body = text_of(letter, settings, periods, translator(letter.language))
    message = EmailMessage(policy=POLICY)
    message["Subject"] = subject
    message["From"] = _address(f"Signalering {settings.installation_name}", sender)
    message["To"] = _address(letter.name, letter.address)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{uuid5(_MESSAGE_IDS, str(letter.mail_id))}@{own_name(settings)}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    if letter.unsubscribe:
        # RFC 8058, 3.1: both headers, over https, and covered by the mail server's DKIM signature.
        message["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(body, cte="quoted-printable")
    # After the text: whoever sets that wipes every header of the content.
    message["Content-Language"] = letter.language
    return message


def own_name(settings: Settings) -> str:
    """What we call ourselves towards mail servers: our address on the web, not the machine's."""
    return urlsplit(settings.public_url).hostname or "localhost"


def plain(name: str) -> str:
    """A name without anything that could end a line."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())


def _address(name: str, address: str) -> Address:
    try:
        return Address(plain(name), addr_spec=address)
    except Exception:
        # The parser answers some bad addresses with faults of its own; none may quote the address.
        raise ValueError("not an address") from None
