"""What a newsletter is made of, and how it is kept: once sent, an issue stays as it was read."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from signalering.domain.texts import N_

INTRO_LIMIT = 3000
# How long the link works that confirms a subscription; asked and not confirmed, it is erased then.
CONFIRM_WITHIN = timedelta(days=7)
# How far the first issue looks back.
FIRST_LOOKS_BACK = timedelta(days=92)
# Of one part this much is proposed, and so much of it ticked: a letter of a hundred lines is read
# by nobody.
MOST_PROPOSED, MOST_TICKED = 60, 12
# Where each page is; mails lead to them, and mails are written without a web application.
ARCHIVE_PATH = "/newsletters"
CONFIRM_PATH = "/newsletter/confirm/"
UNSUBSCRIBE_PATH = "/newsletter/unsubscribe/"

Translate = Callable[[str], str]
# The same in each language.
Spoken = Mapping[str, str]


class Part(StrEnum):
    """A part of the newsletter, in the order of the letter."""

    NEWS = "news"
    MEETINGS = "meetings"
    OFFERS = "offers"
    FIGURES = "figures"


class Since(StrEnum):
    """What happened to something after it was chosen."""

    CALLED_OFF = "called_off"
    OVER = "over"
    MOVED = "moved"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


HEADINGS: Mapping[Part, str] = MappingProxyType(
    {
        Part.NEWS: N_("Nieuws"),
        Part.MEETINGS: N_("Bijeenkomsten van het netwerk"),
        Part.OFFERS: N_("Nieuw en bijgewerkt aanbod"),
        Part.FIGURES: N_("Nieuwe cijfers"),
    }
)


@dataclass(frozen=True)
class Item:
    """Something to tell. `key` is its own for ever: what was told once is not proposed again.

    `path` leads on to a page of ours, without a language; empty where there is none.
    """

    key: str
    title: Spoken
    text: Spoken
    path: str = ""


@dataclass(frozen=True)
class Changed:
    """Something chosen that is no longer so. Only what was MOVED is told all the same, as it is."""

    title: Spoken
    since: Since


@dataclass(frozen=True)
class Content:
    """A whole issue. A part that has no items is left out."""

    intro: Spoken = field(default_factory=dict)
    parts: Mapping[Part, Sequence[Item]] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """Of all that is told."""
        return tuple(item.key for items in self.parts.values() for item in items)

    @property
    def is_empty(self) -> bool:
        """Whether it tells nothing at all."""
        return not self.keys and not any(self.intro.values())

    @property
    def shown(self) -> str:
        """The same for what reads the same: keys are read by nobody."""
        parts = [
            (part.value, [(one.title, one.text, one.path) for one in items])
            for part, items in self.in_order()
        ]
        text = json.dumps([self.intro, parts], default=dict, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    def in_order(self) -> Iterator[tuple[Part, Sequence[Item]]]:
        """The parts that tell something, as they stand in the letter."""
        for part in Part:
            if self.parts.get(part):
                yield part, self.parts[part]


def thing_of(key: str) -> str:
    """What a key is about, without the day that makes it new again."""
    return ":".join(key.split(":")[:2])


def id_of(key: str) -> str:
    """By what its part knows it."""
    return thing_of(key).partition(":")[2]


def written(content: Content) -> str:
    """How it is kept."""
    parts = {
        part.value: [
            {"key": one.key, "title": {**one.title}, "text": {**one.text}, "path": one.path}
            for one in items
        ]
        for part, items in content.in_order()
    }
    return json.dumps({"intro": {**content.intro}, "parts": parts}, ensure_ascii=False)


def read(text: str) -> Content:
    """What `written` wrote; a part that a later version no longer knows is left out."""
    kept = json.loads(text)
    known = {part.value for part in Part}
    return Content(
        intro=kept["intro"],
        parts={
            Part(name): tuple(Item(**one) for one in items)
            for name, items in kept["parts"].items()
            if name in known
        },
    )


def in_language(path: str, language: str) -> str:
    """An address of ours with the language that it is to be read in."""
    return f"{path}?language={language}"


def plain_text(content: Content, language: str, translate: Translate, public_url: str) -> str:
    """The issue as a mail says it: what a line says stands above where it leads to."""
    blocks = [content.intro[language]] if content.intro.get(language) else []
    for part, items in content.in_order():
        heading = translate(HEADINGS[part])
        blocks.append(f"{heading}\n{'-' * len(heading)}")
        for one in items:
            lines = [one.title[language], one.text[language]]
            if one.path:
                lines.append(public_url + in_language(one.path, language))
            blocks.append("\n".join(line for line in lines if line))
    return "\n\n".join(blocks)
