"""Read a chapter from its file, and say plainly what is wrong with it: the line, and why.

TOML, so that a text editor is enough: see docs/training.md.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from signalering.domain.course import Block, Lesson, LessonPage, Option, Question

_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class Fault:
    """What is wrong, for who wrote the file; lines count from 1."""

    line: int
    what: str


def read_lesson(text: str) -> tuple[Lesson | None, tuple[Fault, ...]]:
    """The lesson, or what is wrong with its file."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        why = "this line can't be read: look at its quotation marks and brackets"
        return None, (Fault(line, why),)
    faults = tuple(_faults(content, text))
    return (None, faults) if faults else (_lesson(content), ())


def differences(one: Lesson, other: Lesson) -> tuple[str, ...]:
    """Where two languages of one chapter don't go together."""
    found = []
    if one.needed != other.needed:
        found.append("`pass` differs")
    if len(one.questions) != len(other.questions):
        found.append(f"{len(one.questions)} questions here, {len(other.questions)} there")
        return tuple(found)
    for number, (mine, theirs) in enumerate(zip(one.questions, other.questions, strict=True), 1):
        if [o.right for o in mine.answers] != [o.right for o in theirs.answers]:
            found.append(f"question {number}: another answer is right there")
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
            yield Fault(1, f"`{name}` must be a whole number, at least 1")
    pages, questions = _tables(content, "page"), _tables(content, "question")
    for kind, tables in (("page", pages), ("question", questions)):
        if not tables:
            yield Fault(1, f"there is no [[{kind}]]")
    for place, page in enumerate(pages):
        exercise = ("task", "answer") if {"task", "answer"} & page.keys() else ()
        yield from _texts(page, ("title", "text", *exercise), _line_of(text, "page", place))
    sources = content.get("sources", [])
    if not isinstance(sources, list) or not all(isinstance(one, str) for one in sources):
        yield Fault(1, "`sources` must be a list of texts")
    for place, question in enumerate(questions):
        yield from _question(question, _line_of(text, "question", place))
    if type(content.get("pass")) is int and content["pass"] > len(questions) > 0:
        yield Fault(1, f"`pass` is {content['pass']}, but there are {len(questions)} questions")


def _question(question: dict[str, Any], line: int) -> Iterator[Fault]:
    yield from _texts(question, ("ask",), line)
    answers = _tables(question, "answer")
    if len(answers) < 2:
        yield Fault(line, "a question has at least two [[question.answer]]")
    for answer in answers:
        yield from _texts(answer, ("text", "feedback"), line)
        if not isinstance(answer.get("right", False), bool):
            yield Fault(line, "write `right = true`, without quotation marks")
    right = sum(answer.get("right") is True for answer in answers)
    if right != 1:
        few = "no right answer" if right == 0 else "more than one right answer"
        yield Fault(line, f"{few}: exactly one has `right = true`")


def _texts(table: dict[str, Any], names: tuple[str, ...], line: int) -> Iterator[Fault]:
    for name in names:
        value = table.get(name)
        if not isinstance(value, str) or not value.strip():
            yield Fault(line, f"`{name}` must be a text")


def _tables(table: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = table.get(name, [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _line_of(text: str, kind: str, place: int) -> int:
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[[{kind}]]"]
    return starts[place] if place < len(starts) else 1
