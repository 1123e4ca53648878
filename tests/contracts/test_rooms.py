"""Rooms are the same on every floor, and a task bears the same name on each."""

from pathlib import Path

import pytest

from tests.contracts.tree import PACKAGE, ROOMS, shown

FLOORS = (
    "routes",
    "forms",
    "services",
    "models",
    "templates",
    "domain/commands",
    "domain/views",
)

# What stands on a floor without being a room: tools that all of its rooms share.
NOT_ROOMS: dict[str, frozenset[str]] = {
    "routes": frozenset({"keeping.py"}),
    "forms": frozenset({"base.py", "fields.py", "named.py", "version.py"}),
    "services": frozenset(
        {
            "work.py",
            "changing.py",
            "opened.py",
            "sealing.py",
            "references.py",
            "monthly.py",
            "naming.py",
            "opening.py",
            "slow_queries.py",
            "upkeep.py",
        }
    ),
    "models": frozenset(
        {
            "base.py",
            "column_kinds.py",
            "columns.py",
            "database.py",
            "keystore_columns.py",
            "moving.py",
            "openers.py",
            "prepare.py",
            "rights.py",
            "roles.py",
            "schema.py",
            "tables.py",
            "transport.py",
            "turns.py",
        }
    ),
    "templates": frozenset({"base.html", "errors", "macros"}),
    "domain/commands": frozenset(),
    "domain/views": frozenset(),
}

# Pages that do nothing to the organisation, so that no service has their name, and why.
WITHOUT_SERVICE: dict[str, str] = {
    "api/openapi": "a packaged description",
    "public/home": "a page of text",
    "public/help": "a page of text",
    "public/accessibility": "a page of text, with what was measured",
    "public/materials": "a list of what `info` shows",
    "public/sitemap": "a list of what `info` shows, for search engines",
    "public/security": "a file of three lines, made of the settings",
    "settings/live": "says that the process answers; nothing is asked of anything",
    "public/privacy": "a page of text, with the terms that hold",
    "statistics/rounding": "a page of text",
    "accounts/language": "sets a cookie; the account's own language changes with the next log-in",
    "accounts/scheme": "sets a cookie",
    "accounts/own": "a page of links to what somebody can do with the own account",
    "accounts/start": "sends on to the first page of the hat",
    "accounts/extend": "says that somebody is still there: the guard of every page writes it down",
    "accounts/resend": "shows again what a session's end left sealed in the page",
}


def entries(floor: str) -> list[Path]:
    """Folders and modules that stand directly on a floor."""
    return sorted(
        path
        for path in (PACKAGE / floor).iterdir()
        if not path.name.startswith((".", "__")) and path.suffix in {"", ".py", ".html"}
    )


def tasks(floor: str, suffix: str = ".py") -> set[str]:
    """`room/task` for every task of every room on a floor; parts of tasks begin with `_`."""
    return {
        f"{room}/{path.name.removesuffix(suffix)}"
        for room in ROOMS
        for path in (PACKAGE / floor / room).glob(f"*{suffix}")
        if not path.name.startswith("_")
    }


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_has_rooms_and_named_tools_only(floor: str) -> None:
    strangers = [
        shown(path)
        for path in entries(floor)
        if path.name.removesuffix(".py") not in ROOMS and path.name not in NOT_ROOMS[floor]
    ]
    assert not strangers


@pytest.mark.parametrize("floor", FLOORS)
def test_a_room_is_one_folder_deep(floor: str) -> None:
    deeper = [
        shown(path)
        for room in ROOMS
        for path in (PACKAGE / floor / room).glob("*/")
        if path.is_dir() and path.name != "__pycache__"
    ]
    assert not deeper


def test_every_form_has_the_route_that_shows_it() -> None:
    assert sorted(tasks("forms") - tasks("routes")) == []


def test_every_route_has_its_service_or_a_reason_for_none() -> None:
    assert sorted(tasks("routes") - tasks("services") - set(WITHOUT_SERVICE)) == []


def test_no_reason_outlives_its_need() -> None:
    """A task on the list that has a service after all must leave the list."""
    assert sorted(set(WITHOUT_SERVICE) & tasks("services")) == []


def test_every_command_has_the_service_that_takes_it() -> None:
    assert sorted(tasks("domain/commands") - tasks("services")) == []


def test_every_page_has_the_route_that_renders_it() -> None:
    assert sorted(tasks("templates", ".html") - tasks("routes")) == []
