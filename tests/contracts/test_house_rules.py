"""What the coalition decides is read in one place: nobody reads the file's own value past it."""

import ast
import re
from pathlib import Path

from tests.contracts.tree import PACKAGE, python_files, shown

# Where the file's value and what was decided come together, or are shown beside each other.
MAY_READ_THE_FILE = {
    "signalering/services/work.py",
    "signalering/services/settings/change.py",
    # What a page of a fault says while the databases are out of reach.
    "signalering/web/rules.py",
}
# Defaults of fields: what holds where nothing was asked.
MAY_MAKE_PERIODS = {"signalering/domain/actors.py"}
OLD_NAMES = re.compile(
    r"\b(card_days|referral_days|attendance_months)\b(?<!\.card_days)"
    r"|\bteam_(?:phone|hours|visit)\b(?!\()"
)
DECIDED = {
    "good_friday",
    "liberation_day",
    "closing_days",
    "team_phone",
    "team_hours",
    "team_visit",
    "audit_many_reads",
    "help_lines",
}


def attributes(path: Path) -> set[str]:
    return {
        node.attr
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
    }


def of_settings(path: Path) -> set[str]:
    """What is read of something that is called settings."""
    return {
        node.attr
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
        and ast.unparse(node.value).rpartition(".")[2] == "settings"
    }


def calls(path: Path) -> set[str]:
    return {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
    }


def test_only_the_unit_of_work_reads_what_the_file_says() -> None:
    readers = {shown(path) for path in python_files(PACKAGE) if "first_rules" in attributes(path)}
    assert readers == MAY_READ_THE_FILE


def test_nobody_reads_a_moved_value_of_the_settings() -> None:
    assert {shown(path) for path in python_files(PACKAGE) if of_settings(path) & DECIDED} == set()


def test_nobody_makes_periods_of_their_own() -> None:
    makers = {shown(path) for path in python_files(PACKAGE) if "Periods" in calls(path)}
    assert makers == MAY_MAKE_PERIODS


def test_templates_ask_for_what_holds_now() -> None:
    """A name that no longer is would show as nothing at all."""
    stale = {
        shown(path): found[0]
        for path in sorted((PACKAGE / "templates").rglob("*.html"))
        if (found := OLD_NAMES.search(path.read_text()))
    }
    assert stale == {}


def test_one_macro_writes_the_number_of_a_row() -> None:
    """It is the one that knows which number a page may carry after an error."""
    written = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted((PACKAGE / "templates").rglob("*.html"))
        if re.search(r"""name=["']version["']""", path.read_text())
    ]
    assert written == ["templates/macros/forms.html"]
