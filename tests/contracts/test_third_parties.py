"""Which third-party packages each floor may import: a new one is a decision, made here."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.contracts.tree import PACKAGE, ROOT, python_files, shown

ALLOWED: dict[str, frozenset[str]] = {
    "__init__": frozenset({"flask", "structlog"}),
    "config": frozenset(),
    "cli": frozenset(
        {
            "alembic",
            "click",
            "flask",
            "gunicorn",
            "prometheus_client",
            "sqlalchemy",
            "structlog",
            "waitress",
        }
    ),
    "demo": frozenset({"sqlalchemy"}),
    "routes": frozenset({"flask", "flask_babel", "werkzeug"}),
    "forms": frozenset({"flask_babel", "markupsafe", "wtforms"}),
    "web": frozenset(
        {
            "babel",
            "flask",
            "flask_babel",
            "flask_login",
            "flask_wtf",
            "icalendar",
            "itsdangerous",
            "jinja2",
            "markupsafe",
            "odfdo",
            "prometheus_client",
            "sqlalchemy",
            "structlog",
            "weasyprint",
            "werkzeug",
            "wtforms",
            "xlsxwriter",
        }
    ),
    "extensions": frozenset(
        {"flask", "flask_babel", "flask_login", "flask_sqlalchemy", "flask_wtf", "sqlalchemy"}
    ),
    "services": frozenset(
        {
            "authlib",
            "fastjsonschema",
            "httpx",
            "joserfc",
            "rapidfuzz",
            "segno",
            "sqlalchemy",
            "structlog",
        }
    ),
    "models": frozenset({"alembic", "sqlalchemy"}),
    "vault": frozenset({"cryptography", "shamir_mnemonic", "webauthn"}),
    "privacy": frozenset({"highspy", "numpy", "phonenumbers", "stdnum"}),
    "domain": frozenset({"holidays"}),
}

# Flask promises these as parts of itself, so they need no line of their own in pyproject.toml.
PARTS_OF_FLASK = frozenset({"itsdangerous", "jinja2", "markupsafe", "werkzeug"})


def imported(path: Path) -> Iterator[str]:
    """The top-level names that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def third_parties(path: Path) -> set[str]:
    """Those imports that are neither ours nor the standard library's."""
    return set(imported(path)) - sys.stdlib_module_names - {"signalering"}


def floor_of(path: Path) -> str:
    """The floor a file stands on: the first part of its path under signalering/."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_every_floor_stands_in_the_table() -> None:
    assert {floor_of(path) for path in python_files(PACKAGE)} <= set(ALLOWED)


@pytest.mark.parametrize("floor", sorted(ALLOWED))
def test_a_floor_imports_only_what_the_table_allows(floor: str) -> None:
    surplus = {
        f"{shown(path)} imports {name}"
        for path in python_files(PACKAGE)
        if floor_of(path) == floor
        for name in third_parties(path) - ALLOWED[floor]
    }
    assert not surplus


def test_relative_imports_are_not_used() -> None:
    """They would hide from this table, and from the reader, which floor is meant."""
    relative = [
        f"{shown(path)}:{node.lineno}"
        for path in python_files(PACKAGE)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level > 0
    ]
    assert not relative


def test_what_is_imported_is_required_by_name() -> None:
    """What only another package happens to bring along may be gone with its next version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["oidc"]]
    required = {canonicalize_name(Requirement(line).name) for line in lines}
    distributions = packages_distributions()
    unnamed = {
        name
        for path in python_files(PACKAGE)
        for name in third_parties(path) - PARTS_OF_FLASK
        if not required & {canonicalize_name(owner) for owner in distributions.get(name, ())}
    }
    assert not unnamed
