"""What the pack says of roles is the access table that was written by hand, page by page."""

import pytest

from signalering.domain import role_matrix as pack
from signalering.domain.access import RULES
from signalering.domain.audit_labels import VALUES
from signalering.domain.pack_lines import Line, LineKind, Said
from signalering.domain.permissions import Permission
from signalering.domain.states import Hat
from tests.contracts.access_table import NOBODY, TABLE

LABELS = {VALUES[one.value]: one for one in Permission}


def tables() -> list[list[Line]]:
    """Rows of each table of the part, in order."""
    found: list[list[Line]] = []
    for line in pack.role_matrix():
        if line.kind is LineKind.COLUMNS:
            found.append([])
        elif line.kind is LineKind.ROW:
            found[-1].append(line)
    return found


def told(word: object) -> str:
    assert isinstance(word, Said)
    return word.text


def pages(word: object) -> set[str]:
    assert isinstance(word, str)
    return set(word.split(", "))


def test_the_role_matrix_in_the_pack_equals_the_access_table() -> None:
    rights, pages_of, others = tables()
    may = {
        LABELS[told(line.words[0])]: {
            hat.value for hat, word in zip(Hat, line.words[1:], strict=True) if told(word) != "nee"
        }
        for line in rights
    }
    everybody = {hat.value for hat in Hat}
    said = {
        page: may[LABELS[told(line.words[0])]] for line in pages_of for page in pages(line.words[1])
    }
    public, signed_in = (pages(line.words[1]) for line in others)
    said |= dict.fromkeys(public, everybody | {NOBODY}) | dict.fromkeys(signed_in, everybody)
    # A program asks; it asks itself who it is.
    assert said == {name: set(row.gets_in) for name, row in TABLE.items()}


def test_every_permission_has_a_name_of_its_own() -> None:
    assert len(LABELS) == len(Permission)


@pytest.mark.parametrize(
    ("permission", "hat", "text"),
    [
        (Permission.LOG_SIGNAL, Hat.FRONTLINE, "ja, met een geldige training"),
        (Permission.LOG_SIGNAL, Hat.COORDINATOR, "ja"),
        (Permission.OWN_SIGNALS, Hat.FRONTLINE, "ja, van eigen signalen"),
        (Permission.KEEP_CASE, Hat.COORDINATOR, "ja, van eigen werk of dat van wie je vervangt"),
        (Permission.KEEP_CASE, Hat.ADMINISTRATOR, "nee"),
    ],
)
def test_a_condition_is_told(permission: Permission, hat: Hat, text: str) -> None:
    assert pack.answer(permission, hat).text == text


def test_no_clause_asks_for_two_conditions() -> None:
    """The pack has words for one at a time; a clause with two would be told by half."""
    for clauses in RULES.values():
        for clause in clauses:
            assert sum(predicate in pack.CONDITIONS for predicate in clause) <= 1
