"""Read a text of the public site or the guide, and say what is wrong with it: the line, and why.

A head of `name: value` lines, a blank line, then a small part of Markdown: `##` and `###` headings,
paragraphs, lists with `- ` or `1. `, `**bold**` and `[words](address)`, and on lines of their own
`{team}`, `{help}` and `{address}`. Anything else is plain words, HTML too: what comes out of here
holds no markup at all. docs/site-texts.md tells it to who writes.
"""

import re
from collections.abc import Iterator
from datetime import date

from signalering.domain.course_file import Fault
from signalering.domain.site import (
    BlockKind,
    GuidePart,
    Paper,
    SiteBlock,
    SiteKind,
    SiteText,
    Span,
)
from signalering.domain.texts import N_

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
LONGEST = 100_000
NO_HEAD = N_("deze regel hoort niet in de kop: schrijf `naam: waarde`")
NO_TITLE = N_("`title` ontbreekt in de kop")
NO_KIND = N_("`kind` is page, campaign, news, material of hidden")
NO_ORDER = N_("`order` is een getal van 0 tot en met 999")
NO_DAY = N_("schrijf `%(name)s` als jaar-maand-dag, zoals 2026-12-01")
DAYS_TURNED = N_("`until` ligt voor `from`")
NO_PAPER = N_("`paper` is poster, cards of guide")
NO_PART = N_("`part` is everybody, reporter, coordinator, figures, administrator of privacy")
NO_TEXT = N_("er staat geen tekst onder de kop")
NO_LINK = N_("deze link mag niet: alleen /pagina, https:, tel: of mailto:")
NO_BLOCK = N_("dit blok bestaat niet: het is {team}, {help} of {address}")
TOO_LONG = N_("de tekst is te lang")
BAD_SIGN = N_("hier staat een teken dat geen tekst is")

_HEAD = ("title", "kind", "order", "date", "from", "until", "paper", "part")
_DAYS = ("date", "from", "until")
_NEEDED = {"news": ("date",), "campaign": ("from",)}
_INLINE = re.compile(r"\*\*([^*]+)\*\*|\[([^\[\]]+)\]\(([^()\s]*)\)")
_ADDRESS = re.compile(
    r"/(?:[a-z0-9][a-z0-9/-]*)?|https://[a-z0-9.-]+(?:/[\w./?=&%#~+-]*)?"
    r"|tel:\+?[0-9-]{3,20}|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.ASCII,
)
_POINT = re.compile(r"(?:-|(?P<step>[0-9]{1,2}\.)) ")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_HEADINGS = {"## ": BlockKind.HEADING, "### ": BlockKind.SUBHEADING}
_FILLED_IN = {f"{{{one}}}": one for one in (BlockKind.TEAM, BlockKind.HELP, BlockKind.ADDRESS)}
_BRACES = re.compile(r"\{\w*\}")


def read_site(text: str) -> tuple[SiteText | None, tuple[Fault, ...]]:
    """The text, or what is wrong with its file."""
    if len(text) > LONGEST:
        return None, (Fault(1, TOO_LONG),)
    lines = text.replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if _CONTROL.search(line):
            return None, (Fault(number, BAD_SIGN),)
    end = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    head, faults = _head(lines[:end])
    body = lines[end:]
    faults += _head_faults(head)
    faults += [Fault(end + line, NO_LINK) for line in _bad_links("\n".join(body))]
    faults += [Fault(end + n, NO_BLOCK) for n, line in enumerate(body, 1) if _bad_block(line)]
    if not any(line.strip() for line in body) and head.get("kind") != SiteKind.HIDDEN:
        faults.append(Fault(1, NO_TEXT))
    if faults:
        return None, tuple(faults)
    days = {name: _day(head[name]) for name in _DAYS if name in head}
    return (
        SiteText(
            title=head["title"],
            kind=SiteKind(head.get("kind", SiteKind.PAGE)),
            order=int(head.get("order", "0")),
            blocks=tuple(_blocks("\n".join(body))),
            day=days.get("date"),
            first=days.get("from"),
            last=days.get("until"),
            paper=Paper(head.get("paper", Paper.GUIDE)),
            part=GuidePart(head.get("part", GuidePart.EVERYBODY)),
        ),
        (),
    )


def spans_of(text: str) -> tuple[Span, ...]:
    """Words, bold words and links; what is none of these stays as it was typed."""
    found, at = [], 0
    for match in _INLINE.finditer(text):
        if match.start() > at:
            found.append(Span(text[at : match.start()]))
        bold, words, address = match.groups()
        if bold:
            found.append(Span(bold, bold=True))
        else:
            found.append(Span(words, href=address) if _leads(match) else Span(match[0]))
        at = match.end()
    if at < len(text):
        found.append(Span(text[at:]))
    return tuple(found)


def _leads(link: re.Match[str]) -> bool:
    return link[3] is None or _ADDRESS.fullmatch(link[3]) is not None


def _bad_links(body: str) -> Iterator[int]:
    """On which lines they end: the words of a link may go on in the next line."""
    for match in _INLINE.finditer(body):
        if not _leads(match):
            yield body.count("\n", 0, match.end()) + 1


def _bad_block(line: str) -> bool:
    return line.strip() not in _FILLED_IN and _BRACES.fullmatch(line.strip()) is not None


def _head(lines: list[str]) -> tuple[dict[str, str], list[Fault]]:
    head: dict[str, str] = {}
    faults = []
    for number, line in enumerate(lines, 1):
        name, sign, value = line.partition(":")
        name = name.strip()
        if not sign or name not in _HEAD or name in head:
            faults.append(Fault(number, NO_HEAD))
        else:
            head[name] = value.strip()
    return head, faults


def _head_faults(head: dict[str, str]) -> Iterator[Fault]:
    kind = head.get("kind", SiteKind.PAGE)
    days = {name: _day(head.get(name, "")) for name in _DAYS}
    for name, day in days.items():
        if day is None and (name in head or name in _NEEDED.get(kind, ())):
            yield Fault(1, NO_DAY, {"name": name})
    if days["from"] and days["until"] and days["until"] < days["from"]:
        yield Fault(1, DAYS_TURNED)
    if not head.get("title"):
        yield Fault(1, NO_TITLE)
    if kind not in list(SiteKind):
        yield Fault(1, NO_KIND)
    if head.get("paper", Paper.GUIDE) not in list(Paper):
        yield Fault(1, NO_PAPER)
    if head.get("part", GuidePart.EVERYBODY) not in list(GuidePart):
        yield Fault(1, NO_PART)
    if not re.fullmatch(r"[0-9]{1,3}", head.get("order", "0"), re.ASCII):
        yield Fault(1, NO_ORDER)


def _day(value: str) -> date | None:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _blocks(text: str) -> Iterator[SiteBlock]:
    kind, lines = BlockKind.TEXT, list[str]()
    for line in (one.strip() for one in text.split("\n")):
        mark = next((mark for mark in _HEADINGS if line.startswith(mark)), "")
        point = _POINT.match(line)
        starts = BlockKind.TEXT
        if point:
            starts = BlockKind.STEPS if point["step"] else BlockKind.POINTS
        ends = mark or not line or line in _FILLED_IN
        if lines and (ends or (point and starts is not kind)):
            yield SiteBlock(kind, tuple(spans_of(one) for one in lines))
            lines = []
        if mark:
            yield SiteBlock(_HEADINGS[mark], (spans_of(line[len(mark) :].strip()),))
        elif line in _FILLED_IN:
            yield SiteBlock(_FILLED_IN[line])
        elif point:
            kind = starts
            lines.append(line[point.end() :].strip())
        elif lines:
            # A paragraph or a point that goes on in the next line.
            lines[-1] += f" {line}"
        elif line:
            kind = BlockKind.TEXT
            lines.append(line)
    if lines:
        yield SiteBlock(kind, tuple(spans_of(one) for one in lines))
