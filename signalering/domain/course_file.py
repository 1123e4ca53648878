"""Read a chapter from its file, and say plainly what is wrong with it: the line, and why.

TOML, so that a text editor is enough: see docs/training.md.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from signalering.domain.course import Block, Lesson, LessonPage, Option, Question
from signalering.domain.texts import N_

_LINE = re.compile(r"at line (\d+)")
UNREADABLE = N_("deze regel is niet te lezen: kijk naar aanhalingstekens en haakjes")


@dataclass(frozen=True)
class Fault:
    """What is wrong, for who wrote the file; lines count from 1. `what` is Dutch, to translate."""

    line: int
    what: str
    params: Mapping[str, object] = field(default_factory=dict)

    def told(self, translate: Callable[[str], str]) -> str:
        """What is wrong, in some language."""
        return translate(self.what) % self.params


def read_lesson(text: str) -> tuple[Lesson | None, tuple[Fault, ...]]:
    """The lesson, or what is wrong with its file."""
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        return None, (Fault(line, UNREADABLE),)
    faults = tuple(_faults(content, text))
    return (None, faults) if faults else (_lesson(content), ())


def differences(one: Lesson, other: Lesson) -> tuple[Fault, ...]:
    """Where a chapter doesn't go together with the same one in another language."""
    found = []
    if one.needed != other.needed:
        found.append(Fault(1, N_("`pass` is anders dan in de andere taal")))
    if len(one.questions) != len(other.questions):
        counts = {"here": len(one.questions), "there": len(other.questions)}
        what = N_("vragen hier: %(here)s, in de andere taal: %(there)s")
        return (*found, Fault(1, what, counts))
    for number, (mine, theirs) in enumerate(zip(one.questions, other.questions, strict=True), 1):
        if [o.right for o in mine.answers] != [o.right for o in theirs.answers]:
            what = N_("vraag %(number)s: in de andere taal is een ander antwoord goed")
            found.append(Fault(1, what, {"number": number}))
    return tuple(found)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Paragraphs, with blank lines between; lines that begin with "- " are a list."""
    blocks = []
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        plain = [line for line in lines if not line.startswith("- ")]
        items = [line[2:].strip() for line in lines if line.startswith("- ")]
        if plain:
            blocks.append(Block(text=" ".join(plain)))
        if items:
            blocks.append(Block(points=tuple(items)))
    return tuple(blocks)


def _lesson(content: dict[str, Any]) -> Lesson:
    return Lesson(
        title=content["title"],
        minutes=content["minutes"],
        needed=content["pass"],
        pages=tuple(
            LessonPage(
                page["title"],
                blocks_of(page["text"]),
                blocks_of(page.get("task", "")),
                blocks_of(page.get("answer", "")),
            )
            for page in content["page"]
        ),
        sources=tuple(content.get("sources", ())),
        questions=tuple(
            Question(
                question["ask"],
                tuple(
                    Option(answer["text"], answer["feedback"], answer.get("right", False))
                    for answer in question["answer"]
                ),
            )
            for question in content["question"]
        ),
    )


def _faults(content: dict[str, Any], text: str) -> Iterator[Fault]:
    yield from _texts(content, ("title",), 1)
    for name in ("minutes", "pass"):
        if type(content.get(name)) is not int or content[name] < 1:
            yield Fault(1, N_("`%(name)s` moet een heel getal zijn, ten minste 1"), {"name": name})
    pages, questions = _tables(content, "page"), _tables(content, "question")
    for kind, tables in (("page", pages), ("question", questions)):
        if not tables:
            yield Fault(1, N_("er staat geen [[%(kind)s]]"), {"kind": kind})
    for place, page in enumerate(pages):
        exercise = ("task", "answer") if {"task", "answer"} & page.keys() else ()
        yield from _texts(page, ("title", "text", *exercise), _line_of(text, "page", place))
    sources = content.get("sources", [])
    if not isinstance(sources, list) or not all(isinstance(one, str) for one in sources):
        yield Fault(1, N_("`sources` moet een lijst van teksten zijn"))
    for place, question in enumerate(questions):
        yield from _question(question, _line_of(text, "question", place))
    if type(content.get("pass")) is int and content["pass"] > len(questions) > 0:
        counts = {"needed": content["pass"], "all": len(questions)}
        yield Fault(1, N_("`pass` is %(needed)s, en er zijn %(all)s vragen"), counts)


def _question(question: dict[str, Any], line: int) -> Iterator[Fault]:
    yield from _texts(question, ("ask",), line)
    answers = _tables(question, "answer")
    if len(answers) < 2:
        yield Fault(line, N_("een vraag heeft ten minste twee [[question.answer]]"))
    for answer in answers:
        yield from _texts(answer, ("text", "feedback"), line)
        if not isinstance(answer.get("right", False), bool):
            yield Fault(line, N_("schrijf `right = true`, zonder aanhalingstekens"))
    right = sum(answer.get("right") is True for answer in answers)
    if right == 0:
        yield Fault(line, N_("geen antwoord is goed: precies één heeft `right = true`"))
    elif right > 1:
        yield Fault(line, N_("meer dan één antwoord is goed: precies één heeft `right = true`"))


def _texts(table: dict[str, Any], names: tuple[str, ...], line: int) -> Iterator[Fault]:
    for name in names:
        value = table.get(name)
        if not isinstance(value, str) or not value.strip():
            yield Fault(line, N_("`%(name)s` moet een tekst zijn"), {"name": name})


def _tables(table: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """All or nothing: a list with something else in it is none of ours."""
    found = table.get(name, [])
    whole = isinstance(found, list) and all(isinstance(one, dict) for one in found)
    return found if whole else []


def _line_of(text: str, kind: str, place: int) -> int:
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[[{kind}]]"]
    return starts[place] if place < len(starts) else 1
