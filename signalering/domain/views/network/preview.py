"""The issue as it will be read, before it is sent."""

from dataclasses import dataclass

from signalering.domain.views.network.newsletter import NewsletterView


@dataclass(frozen=True)
class PreviewView:
    """By language. `version` goes along when it is sent: nobody sends what he didn't see.

    `subject` and `mails` are the mail's own, by language.
    """

    version: int
    subscribers: int
    sends: bool
    read: dict[str, NewsletterView]
    subjects: dict[str, str]
    mails: dict[str, str]
