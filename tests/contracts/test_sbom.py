"""The bill of materials: what the lock holds and nothing else, each with a hash."""

import importlib.util
from types import ModuleType
from typing import Any

import pytest

from tests.contracts.tree import ROOT


@pytest.fixture(scope="module")
def sbom() -> ModuleType:
    """The script; it stands beside the package, as it is no part of the program."""
    spec = importlib.util.spec_from_file_location("sbom", ROOT / "deploy/sbom.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def locked(name: str, version: str, *, hashed: bool = True) -> dict[str, Any]:
    hashes = [{"alg": "SHA-256", "content": "00"}] if hashed else []
    reference = {"type": "distribution", "url": "-", "hashes": hashes}
    return {"name": name, "version": version, "externalReferences": [reference]}


def licensed(name: str, version: str) -> dict[str, Any]:
    return {"name": name, "version": version, "licenses": [{"license": {"id": "MIT"}}]}


def joined(sbom: ModuleType, lock: list[Any], environment: list[Any], pins: Any) -> list[Any]:
    made = sbom.joined({"components": lock}, {"components": environment}, set(pins))
    found: list[Any] = made["components"]
    return found


def test_licences_come_from_what_is_installed(sbom: ModuleType) -> None:
    """By the name as indexes know it; a tool that is installed beside it is left out."""
    lock = [locked("flask-wtf", "1.3"), locked("colorama", "0.4")]
    environment = [licensed("Flask_WTF", "1.3"), licensed("pytest", "9"), licensed("colorama", "9")]
    found = joined(sbom, lock, environment, [("flask-wtf", "1.3"), ("colorama", "0.4")])
    assert [one.get("licenses") for one in found] == [[{"license": {"id": "MIT"}}], None]


def test_it_is_in_step_with_the_lock_or_is_not_made(sbom: ModuleType) -> None:
    with pytest.raises(SystemExit, match="flask"):
        joined(sbom, [locked("flask", "3")], [], [("flask", "4")])
    with pytest.raises(SystemExit, match="Without a hash"):
        joined(sbom, [locked("flask", "3", hashed=False)], [], [("flask", "3")])


def test_the_lock_is_read_whole(sbom: ModuleType) -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert len(sbom.PIN.findall(text)) == text.count("==") - text.count(" == ")
