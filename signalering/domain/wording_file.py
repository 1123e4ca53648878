"""Reads the wording of the De Jong Gierveld scale that a municipality supplies, or refuses it.

The wording is the rights holder's: it is not shipped, and the file says by whose permission it
stands there. Which statement belongs to which subscale is never guessed from an order.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from signalering.domain.errors import InvalidInput
from signalering.domain.measures import Item, Part
from signalering.domain.text import clean_line

LONGEST = 300
OF_EACH_PART = 3
FIELDS = {"permission", "items"}
ITEM_FIELDS = {"id", "scale", "nl", "en"}
_ID = re.compile(r"[a-z0-9_]{1,40}")


@dataclass(frozen=True)
class Wording:
    """Six statements, and the municipality's own word that it may use them."""

    permission: str
    items: tuple[Item, ...]


def read_wording(text: str, kind: str) -> tuple[Wording | None, tuple[str, ...]]:
    """The wording, or what is wrong with its file; `kind` is json or toml."""
    try:
        content = tomllib.loads(text) if kind == "toml" else json.loads(text)
    except (ValueError, RecursionError) as error:
        where = re.search(r"line \d+", str(error))
        place = f"{where[0]}: " if where else ""
        return None, (
            f"{place}this is no {kind.upper()}: look at its quotation marks and brackets",
        )
    if not isinstance(content, dict):
        return None, ("the file must begin with `permission` and `items`",)
    faults = tuple(_faults(content))
    return (None, faults) if faults else (_wording(content), ())


def _wording(content: dict[str, Any]) -> Wording:
    return Wording(
        clean_line(content["permission"], LONGEST),
        tuple(
            Item(
                row["id"],
                Part(row["scale"]),
                clean_line(row["nl"], LONGEST),
                clean_line(row["en"], LONGEST),
            )
            for row in content["items"]
        ),
    )


def _faults(content: dict[str, Any]) -> Iterator[str]:
    yield from _strangers(content, FIELDS, "the file")
    if not _is_line(content.get("permission")):
        yield (
            "`permission` is missing: say in one line by whose permission, and of what day, the "
            "municipality uses this wording"
        )
    rows = content.get("items")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        yield "`items` must be a list of statements, each with id, scale, nl and en"
        return
    for number, row in enumerate(rows, start=1):
        yield from _of_item(row, f"statement {number}")
    ids = Counter(row["id"] for row in rows if isinstance(row.get("id"), str))
    for one, times in ids.items():
        if times > 1:
            yield f"the id {one[:40]!r} stands there {times} times: each statement has its own"
    yield from _scales(rows)


def _of_item(row: dict[str, Any], place: str) -> Iterator[str]:
    yield from _strangers(row, ITEM_FIELDS, place)
    if not isinstance(row.get("id"), str) or not _ID.fullmatch(row["id"]):
        yield f"{place}: `id` must be small letters, digits and _, at most 40"
    for language in ("nl", "en"):
        if not _is_line(row.get(language)):
            yield f"{place}: `{language}` must be a text of one line, at most {LONGEST} characters"
    if "scale" not in row:
        yield f"{place}: `scale` is missing: it must be emotional or social"
    elif row["scale"] not in [*Part]:
        yield f"{place}: `scale` must be emotional or social"


def _scales(rows: list[dict[str, Any]]) -> Iterator[str]:
    for part in Part:
        found = sum(row.get("scale") == part for row in rows)
        if found != OF_EACH_PART:
            yield f"{found} statements have the scale {part}: there must be {OF_EACH_PART}"


def _strangers(table: dict[str, Any], known: set[str], place: str) -> Iterator[str]:
    for name in sorted(table.keys() - known):
        yield f"{place}: nobody asks for `{name[:40]}`"


def _is_line(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(clean_line(value, LONGEST))
    except InvalidInput:
        return False
