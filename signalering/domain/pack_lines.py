"""The accountability pack as lines: what is shown, signed and compared are the same.

A line is kept as codes, days and marked Dutch texts with their values, so that what was signed
can be read, and what changed since be told, in either language.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from signalering.domain.texts import N_


class PackPart(StrEnum):
    """What the pack is made of, in its order."""

    REGISTER = "register"
    ROLES = "roles"
    RETENTION = "retention"
    SEALED = "sealed"
    PROCESSORS = "processors"
    RISKS = "risks"
    ACCESSIBILITY = "accessibility"


TITLES: Mapping[PackPart, str] = {
    PackPart.REGISTER: N_("Register van verwerkingen"),
    PackPart.ROLES: N_("Wie wat mag"),
    PackPart.RETENTION: N_("Hoe lang we bewaren"),
    PackPart.SEALED: N_("Wat verzegeld is, en wie het opent"),
    PackPart.PROCESSORS: N_("Waar de gegevens zijn, en langs welke diensten ze gaan"),
    PackPart.RISKS: N_("Risico's en maatregelen (bijlage bij de DPIA)"),
    PackPart.ACCESSIBILITY: N_("Toegankelijkheid"),
}


@dataclass(frozen=True)
class Said:
    """A marked Dutch text, with values for its parameters."""

    text: str
    values: "tuple[tuple[str, Word], ...]" = ()


@dataclass(frozen=True)
class Coded:
    """A code of a closed list, shown by its label."""

    code: str
    listed: str


# What has no language (a name, an address, a number) is a plain string.
Word = str | date | Said | Coded


class LineKind(StrEnum):
    """What a line is on the page. COLUMNS begins a table: its caption, then its columns."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    COLUMNS = "columns"
    ROW = "row"


@dataclass(frozen=True)
class Line:
    """One line of a part."""

    kind: LineKind
    words: tuple[Word, ...]


Lines = tuple[Line, ...]


def said(text: str, **values: Word) -> Said:
    """A marked text with its values."""
    return Said(text, tuple(sorted(values.items())))


def heading(text: str) -> Line:
    """A heading inside a part."""
    return Line(LineKind.HEADING, (Said(text),))


def text(word: Word) -> Line:
    """A paragraph."""
    return Line(LineKind.TEXT, (word,))


def table(caption: str, columns: Sequence[Word], rows: Sequence[Sequence[Word]]) -> Iterator[Line]:
    """A table; the first word of a row is what it is about."""
    yield Line(LineKind.COLUMNS, (Said(caption), *columns))
    for row in rows:
        yield Line(LineKind.ROW, tuple(row))


def written(lines: Lines) -> str:
    """The canonical text of a part: a line of JSON for each of its lines."""
    return "\n".join(
        json.dumps([line.kind.value, *map(_plain, line.words)], ensure_ascii=False)
        for line in lines
    )


def read(canonical: str) -> Lines:
    """The lines of a canonical text; what an older release wrote otherwise, as it stands."""
    return tuple(_line(one) for one in canonical.split("\n") if one)


def digest(canonical: str) -> bytes:
    """SHA-256 of a part's text."""
    return hashlib.sha256(canonical.encode()).digest()


def digest_of_all(texts: Iterable[str]) -> bytes:
    """One SHA-256 over those of all parts' texts, in the order of the parts."""
    whole = hashlib.sha256()
    for canonical in texts:
        whole.update(digest(canonical))
    return whole.digest()


def _plain(word: Word) -> Any:
    match word:
        case str():
            return word
        case date():
            return {"day": word.isoformat()}
        case Coded():
            return {"code": word.code, "of": word.listed}
        case Said():
            values = {name: _plain(value) for name, value in word.values}
            return {"text": word.text, "with": values} if values else {"text": word.text}


def _line(one: str) -> Line:
    try:
        kind, *words = json.loads(one)
        return Line(LineKind(kind), tuple(map(_word, words)))
    except (ValueError, KeyError, TypeError):
        return Line(LineKind.TEXT, (one,))


def _word(plain: Any) -> Word:
    if isinstance(plain, str):
        return plain
    if "day" in plain:
        return date.fromisoformat(plain["day"])
    if "code" in plain:
        return Coded(plain["code"], plain["of"])
    return said(plain["text"], **{name: _word(one) for name, one in plain.get("with", {}).items()})
