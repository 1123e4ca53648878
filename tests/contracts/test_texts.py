"""Every code with which the work refuses has a text that a person can read."""

import ast
from collections.abc import Iterator

from signalering.domain import errors
from signalering.domain.texts import TEXTS
from tests.contracts.tree import PACKAGE, python_files, shown

REFUSALS = {
    name: 1 if issubclass(kind, errors.InvalidInput) else 0
    for name, kind in vars(errors).items()
    if isinstance(kind, type)
    and issubclass(kind, errors.DomainError)
    and kind not in (errors.Misconfigured, errors.CannotOpen)
}


def codes() -> Iterator[tuple[str, str]]:
    """Where a refusal is made with a literal code, and the code."""
    for path in python_files(PACKAGE):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(
                node.func, ast.Name | ast.Attribute
            ):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            place = REFUSALS.get(name)
            if place is None or len(node.args) <= place:
                continue
            argument = node.args[place]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield f"{shown(path)}:{node.lineno}", argument.value


def test_every_refusal_has_its_text() -> None:
    found = list(codes())
    assert len(found) > 20, "the walk finds the refusals"
    assert [where for where, code in found if code not in TEXTS] == []


def test_every_error_has_a_text_of_its_own() -> None:
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, Exception)]
    assert [k.__name__ for k in kinds if k.default_code not in TEXTS] == []
