"""Every refusal has a code, and every code a text whose parameters it brings."""

import ast
import re
from pathlib import Path
from types import MappingProxyType

from signalering.domain import errors
from signalering.domain.errors import CannotOpen, Conflict, DomainError, InvalidInput, Misconfigured
from signalering.domain.texts import TEXTS, text_of

DOMAIN = Path(errors.__file__).parent


def test_every_kind_of_refusal_has_a_text_of_its_own() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    codes = {kind.default_code for kind in kinds if issubclass(kind, DomainError)}
    assert codes <= TEXTS.keys()
    assert len({TEXTS[code] for code in codes}) == len(codes)


def test_cannot_open_never_says_why() -> None:
    one, other = CannotOpen(), CannotOpen()
    assert (str(one), dict(one.params), one.args) == ("cannot_open", {}, other.args)


def test_a_conflict_names_the_owner_when_there_is_one() -> None:
    assert text_of(Conflict(owner="Team Zuid").code) % Conflict(owner="Team Zuid").params == (
        "Team Zuid heeft dit al in behandeling."
    )
    assert Conflict().code == "conflict"


def test_params_can_not_be_changed_afterwards() -> None:
    error = InvalidInput("note", "too_long", limit="280")
    assert (error.field, error.code) == ("note", "too_long")
    assert isinstance(error.params, MappingProxyType)


def test_misconfigured_names_the_setting() -> None:
    assert "SECRET_FILE" in text_of(Misconfigured("SECRET_FILE").code) % {"name": "SECRET_FILE"}


def test_an_unknown_code_still_gets_a_text() -> None:
    assert text_of("no_such_code") == TEXTS["error"]


def test_every_code_raised_in_the_domain_has_a_text() -> None:
    raised = {
        argument.value
        for path in DOMAIN.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"InvalidInput", "Denied", "NotAllowedNow", "NotFound"}
        for argument in node.args[1 if node.func.id == "InvalidInput" else 0 :]
        if isinstance(argument, ast.Constant)
    }
    assert "too_long" in raised
    assert raised <= TEXTS.keys()


def test_texts_take_only_named_parameters() -> None:
    for text in TEXTS.values():
        assert text.count("%") == len(re.findall(r"%\([a-z]+\)s", text))
