"""The issue as it will be read, before it is sent."""

from dataclasses import dataclass

from signalering.domain.newsletter import Changed
from signalering.domain.views.network.newsletter import NewsletterView


@dataclass(frozen=True)
class PreviewView:
    """By language. `version` goes along when it is sent: nobody sends what he didn't see.

    `subject` and `mails` are the mail's own, by language. `changed` was kept and is no longer so;
    `shown` goes along too, for that may happen again at any moment. When it `is_empty` there is
    nothing to send.
    """

    version: int
    subscribers: int
    sends: bool
    read: dict[str, NewsletterView]
    subjects: dict[str, str]
    mails: dict[str, str]
    changed: tuple[Changed, ...]
    shown: str
    is_empty: bool
