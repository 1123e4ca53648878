"""The accountability pack forgets no term: those chosen, and those that stand in the program."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest
from kit.settings import decided
from kit.town import Town

from signalering.domain.pack_lines import LineKind, Said, Word, said
from signalering.domain.periods import Periods
from signalering.domain.setting_list import SETTINGS
from signalering.services.audit import _pack_kept
from signalering.services.audit._pack_kept import kept, term

pytestmark = pytest.mark.one_engine
FLOORS = ("domain", "models", "privacy", "services", "vault")
A_TERM = re.compile(r"KEPT|KEEP|LASTS|LONGEST|LIFE|LIVES|IDLE|WITHIN|(WAITS|USED|REMEMBERED)_FOR")
COUNTED = re.compile(r"(DAYS|WEEKS|MONTHS|YEARS)$")
# What is called like a term and is none: nothing is kept by it.
NO_TERM = {
    # A period of the trail, of which the pack tells how long it is kept.
    ("signalering.services.audit.writer", "SEGMENT_LIFE"),
    # How far ahead an organisation may say that it has room, or has none.
    ("signalering.domain.offers", "LONGEST_ROOM"),
    # How long a case may be restricted at most: its own term is told by the policy.
    ("signalering.services.cases.restrict", "LONGEST_MONTHS"),
}


def rows(town: Town) -> dict[str, Word]:
    """What the part says, by the words in front."""
    with town.work("privacy_officer", writes=False) as work:
        lines = kept(work)
    told = (line.words for line in lines if line.kind is LineKind.ROW)
    return {words[0].text: words[1] for words in told if isinstance(words[0], Said)}


def test_every_period_is_named_with_its_value(town: Town) -> None:
    told = rows(town)
    periods = town.house.settings.first_rules.periods
    for one in fields(Periods):
        value = getattr(periods, one.name)
        numbers = value if isinstance(value, tuple) else (value,)
        count = ", ".join(map(str, numbers))
        word = told[SETTINGS[one.name].label]
        assert isinstance(word, Said)
        assert word.values == (("count", count),), one.name
    assert told[SETTINGS["card_days"].label] == said("%(count)s dagen", count="60")
    decided(town, "card_days", "30")
    assert rows(town)[SETTINGS["card_days"].label] == said("%(count)s dagen", count="30")


def constants() -> Iterator[tuple[str, str]]:
    """Every constant of the program that is a term by its name and what it holds."""
    for path in sorted(path for one in FLOORS for path in Path("signalering", one).rglob("*.py")):
        module = ".".join(path.with_suffix("").parts)
        for node in ast.parse(path.read_text("utf-8")).body:
            names = []
            if isinstance(node, ast.Assign):
                names = [one.id for one in node.targets if isinstance(one, ast.Name)]
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names = [node.target.id]
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                span = "timedelta" in ast.dump(node.value)
                for name in names:
                    if A_TERM.search(name) and (span or COUNTED.search(name)):
                        yield module, name


def test_every_term_in_the_program_is_named() -> None:
    """By what the part takes its terms from: what is imported there and not used is refused."""
    tree = ast.parse(Path(_pack_kept.__file__).read_text("utf-8"))
    taken = {
        (str(node.module), name.name)
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    found = set(constants())
    assert found >= NO_TERM, "a name here that the program no longer has"
    assert found - taken - NO_TERM == set()


def test_a_term_is_said_in_its_largest_unit() -> None:
    assert term(timedelta(days=1)) == said("%(count)s dag", count="1")
    assert term(timedelta(hours=72)) == said("%(count)s dagen", count="3")
    assert term(timedelta(hours=8)) == said("%(count)s uur", count="8")
    assert term(timedelta(minutes=90)) == said("%(count)s minuten", count="90")
