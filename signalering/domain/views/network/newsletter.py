"""An issue of the newsletter, as everybody may read it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Told:
    """One thing that is told. `path` is empty where it leads nowhere."""

    title: str
    text: str
    path: str


@dataclass(frozen=True)
class ToldPart:
    """What is told under one heading."""

    heading: str
    items: tuple[Told, ...]


@dataclass(frozen=True)
class NewsletterView:
    """In one language. Without a day it has not been sent."""

    id: UUID
    language: str
    sent_on: date | None
    intro: str
    parts: tuple[ToldPart, ...]
