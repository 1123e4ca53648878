"""How hard the Dutch texts are to read: each place that shows texts, with its score.

The score is Flesch's reading ease as Douma made it for Dutch (De leesbaarheid van landbouwbladen,
Wageningen 1960): from 60 on "normal", read by who left school at fourteen. That and short sentences
are the two things about B1 that can be counted. Syllables are counted by where pyphen would break
a word. A score needs some sentences, so places with few are not told.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import pyphen
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "signalering"
REPORT = ROOT / "docs" / "readability.md"
EASY, LONGEST, FEWEST = 60, 20, 5
# Less is a label, not a sentence.
FEWEST_WORDS = 4
WORD = re.compile(r"[^\W\d_]+")
# What stands for a name, is written for machines, or is an address, reads as one short word.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|`[^`]*`|https?://\S+")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
# Where a sentence ends: also at a line of a list and above a heading.
END = re.compile(r'(?<=[.!?:])\s+|(?<=[.!?]["”])\s+|\n+')


# What may be harder to read, and why.
_ACTIONS = "names of what was done, as the trail lists them: no sentences"
EXCEPTIONS = {
    "signalering/domain/audit_actions.py": _ACTIONS,
    "signalering/domain/audit_api.py": _ACTIONS,
    "signalering/domain/audit_follow_up.py": _ACTIONS,
    "signalering/domain/upkeep_names.py": "names of jobs in a table for who keeps the machine",
}
HYPHENS = pyphen.Pyphen(lang="nl_NL", left=1, right=1)


@dataclass(frozen=True)
class Place:
    """A file whose texts are read together."""

    name: str
    sentences: tuple[str, ...]
    score: float

    @property
    def longest(self) -> int:
        """Words in the longest sentence."""
        return max(map(words_in, self.sentences))


def words_in(sentence: str) -> int:
    """How many words."""
    return len(WORD.findall(sentence))


def sentences(text: str) -> Iterator[str]:
    """What reads as a sentence, as a reader sees it."""
    plain = PLACEHOLDER.sub("Anna", LINK.sub(r"\1", text))
    for part in END.split(re.sub(r"[*_#>|<]+|^\s*-\s", " ", plain, flags=re.MULTILINE)):
        if words_in(part) >= FEWEST_WORDS:
            said = part.strip().rstrip(":.")
            yield said if said.endswith(("?", "!")) else f"{said}."


def ease(said: Sequence[str]) -> float:
    """Flesch-Douma of sentences: 206.84 less 0.93 a word of each, and 77 a syllable of a word."""
    words = [word for sentence in said for word in WORD.findall(sentence)]
    syllables = sum(1 + len(HYPHENS.positions(word.lower())) for word in words)
    return 206.84 - 0.93 * len(words) / len(said) - 77 * syllables / len(words)


def _of_screens() -> Iterator[tuple[str, str]]:
    with (PACKAGE / "translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        for message in read_po(file):
            texts = message.id if isinstance(message.id, tuple) else (message.id,)
            for name, _ in message.locations:
                yield from ((name, text) for text in texts if text)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            if key != "sources":  # laws and papers have the names they have
                yield from _strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held)


def _of_files() -> Iterator[tuple[str, str]]:
    for path in sorted((PACKAGE / "data").glob("*/nl/*")):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix == ".md":
            yield name, path.read_text("utf-8")
        elif path.suffix == ".toml":
            for text in _strings(tomllib.loads(path.read_text("utf-8"))):
                yield name, text


def places() -> list[Place]:
    """Every place with enough sentences, the hardest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, text in [*_of_screens(), *_of_files()]:
        found[name] += sentences(text)
    told = [
        Place(name, tuple(held), ease(held)) for name, held in found.items() if len(held) >= FEWEST
    ]
    return sorted(told, key=lambda place: (place.score, place.name))


def report() -> str:
    """The paper, in Markdown."""
    told = places()
    every = [sentence for place in told for sentence in place.sentences]
    lines = [
        "# How the Dutch texts read",
        f"Flesch-Douma, with the syllables of `pyphen`, of {len(told)} places with {FEWEST} "
        "sentences or more; `make words` measures afresh.",
        "Douma calls 60 to 70 normal, 70 to 80 fairly easy, 80 to 90 easy. Here the middle one is "
        f"{median(place.score for place in told):.0f};",
        f"sentences have {sum(map(words_in, every)) / len(every):.1f} words on average. A test "
        f"asks {EASY} of each place and at most",
        f"{LONGEST} words of each sentence; what may be harder stands here with its reason.",
        "",
        "A score counts words and syllables. Whether a text is kind, and whether its words are",
        "those of its readers, is for people to judge. LiNT-II, which looks at grammar too, needs",
        "a language model that no registry of packages has.",
        "",
        "| place | score | sentences | longest | may be harder, because |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {place.name.removeprefix('signalering/')} | {place.score:.0f} | "
        f"{len(place.sentences)} | {place.longest} words | {EXCEPTIONS.get(place.name, '')} |"
        for place in told
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    REPORT.write_text(report(), "utf-8")
