"""publiccode.yml says what the standard asks for, and what is so.

The standard: version 0.4, https://yml.publiccode.tools (mandatory keys, closed lists, lengths).
"""

import tomllib
from datetime import date
from typing import Any

import pytest
import yaml

from signalering.web.language import CARD_LANGUAGES
from tests.contracts.tree import ROOT

SAID: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
MANDATORY = (
    "publiccodeYmlVersion",
    "name",
    "url",
    "releaseDate",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal.license",
    "maintenance.type",
    "maintenance.contacts",
    "localisation.localisationReady",
    "localisation.availableLanguages",
)
# Those of its closed lists that fit; the lists hold more.
CATEGORIES = {
    "contact-management",
    "data-analytics",
    "data-collection",
    "data-visualization",
    "digital-citizenship",
    "workflow-management",
}
SCOPES = {"healthcare", "local-authorities", "society", "welfare"}
STATES = {"concept", "development", "beta", "stable", "obsolete"}


def said(path: str) -> Any:
    """What stands at such a path."""
    found: Any = SAID
    for key in path.split("."):
        found = found.get(key) if isinstance(found, dict) else None
    return found


@pytest.mark.parametrize("path", MANDATORY)
def test_what_must_be_said_is_said(path: str) -> None:
    assert said(path) not in (None, "", [], {})


def test_values_are_of_the_closed_lists() -> None:
    assert SAID["publiccodeYmlVersion"] == "0.4"
    assert SAID["softwareType"] == "standalone/web"
    assert SAID["developmentStatus"] in STATES
    assert SAID["maintenance"]["type"] == "community"
    assert set(SAID["categories"]) <= CATEGORIES
    assert set(SAID["intendedAudience"]["scope"]) <= SCOPES
    assert date.fromisoformat(SAID["releaseDate"])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_description_has_the_lengths_that_catalogues_take(language: str) -> None:
    told = SAID["description"][language]
    assert len(told["shortDescription"]) <= 150
    assert 150 <= len(told["longDescription"]) <= 10_000
    assert 5 <= len(told["features"]) <= 20
    assert all((ROOT / path).is_file() for path in told["screenshots"])


def test_it_agrees_with_the_package_and_the_screens() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert SAID["legal"]["license"] == project["license"]
    assert SAID["softwareVersion"] == project["version"]
    assert set(SAID["localisation"]["availableLanguages"]) == set(CARD_LANGUAGES)
    python = next(one for one in SAID["dependsOn"]["open"] if one["name"] == "Python")
    assert project["requires-python"] == f">={python['versionMin']}"
