"""What is installed is what was chosen: bounds, versions and hashes agree, nothing more runs."""

import re
import tomllib
from collections.abc import Iterable

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.contracts.tree import ROOT

LOCKS = ("requirements.lock", "dev.lock")
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[^\]]*\])?==([^\s;]+)(.*?)(?=^[a-z0-9]|\Z)", re.M | re.S)

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]


def requirements(lines: Iterable[str]) -> dict[str, Requirement]:
    """Requirements of pyproject.toml by their canonical names."""
    parsed = (Requirement(line) for line in lines)
    return {canonicalize_name(requirement.name): requirement for requirement in parsed}


RUNTIME = requirements(
    [
        *PROJECT["dependencies"],
        *(line for extra in PROJECT["optional-dependencies"].values() for line in extra),
        *PYPROJECT["dependency-groups"]["build"],
        *PYPROJECT["build-system"]["requires"],
    ]
)
DEVELOPMENT = requirements(PYPROJECT["dependency-groups"]["dev"])


def text(lock: str) -> str:
    """The lock file as it stands."""
    return (ROOT / lock).read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    """Name -> version of everything a lock file holds."""
    return {name: version for name, version, _ in PIN.findall(text(lock))}


def test_every_direct_requirement_has_a_lower_bound() -> None:
    unbounded = [
        str(requirement)
        for requirement in (RUNTIME | DEVELOPMENT).values()
        if not any(bound.operator == ">=" for bound in requirement.specifier)
    ]
    assert not unbounded


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("requirements.lock", RUNTIME), ("dev.lock", RUNTIME | DEVELOPMENT)],
    ids=LOCKS,
)
def test_the_lock_holds_every_direct_requirement(lock: str, wanted: dict[str, Requirement]) -> None:
    locked = pins(lock)
    wrong = [
        str(requirement)
        for name, requirement in wanted.items()
        if name not in locked or locked[name] not in SpecifierSet(str(requirement.specifier))
    ]
    assert not wrong


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_locked_carries_hashes(lock: str) -> None:
    without = [name for name, _, rest in PIN.findall(text(lock)) if "--hash=sha256:" not in rest]
    assert not without
    assert len(pins(lock)) > 20


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_address_or_a_path(lock: str) -> None:
    found = re.findall(r".*(?:https?:|file:|//|index-url|find-links|(?:^|\s)-e\s).*", text(lock))
    assert found == []


def test_the_runtime_lock_holds_no_development_tool() -> None:
    assert sorted(set(pins("requirements.lock")) & (set(DEVELOPMENT) - set(RUNTIME))) == []


def test_what_is_tested_is_what_runs() -> None:
    runtime, development = pins("requirements.lock"), pins("dev.lock")
    assert {name: development.get(name) for name in runtime} == runtime
