"""A name finds its case although heard differently; what was opened goes with its session."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from kit.cases import closed_case, contact_row, opened
from kit.signals import CONTACT, with_details
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.cases.find import FindCases
from signalering.domain.errors import CannotOpen, Denied, InvalidInput
from signalering.models.accounts.account import Account
from signalering.services.accounts import sessions
from signalering.services.cases import _names
from signalering.services.cases.find import find_cases
from signalering.services.sealing import forget_key
from signalering.vault.sessions import find_hash


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Memory is the process's own, so one test would find another's names."""
    _names.forget_all()
    yield
    _names.forget_all()


def a_case(town: Town, name: str) -> UUID:
    contact = replace(CONTACT, name=name)
    return opened(town, command=replace(with_details(), contact=contact))


def found(town: Town, name: str, key: str = "coordinator", session: bytes = b"") -> list[str]:
    with town.committed(key) as work:
        work.opened.session = session
        return [row.name for row in find_cases(work, FindCases(name)).rows]


@pytest.fixture
def cases(town: Town) -> list[str]:
    """Three residents with a case."""
    names = ["Geertruida van der Verzonnen", "Andrée Bedacht", "Mo el Fantasie"]
    for name in names:
        a_case(town, name)
    return names


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Geertruida van der Verzonnen", 0),
        ("verzonnen", 0),
        ("Vd Verzonen", 0),
        ("gertruida", 0),
        ("andree bedagt", 1),
        ("Bedacht, Andree", 1),
        ("el-fantasie", 2),
    ],
)
def test_a_name_is_found_as_it_was_heard(
    town: Town, cases: list[str], typed: str, place: int
) -> None:
    assert found(town, typed)[0] == cases[place]


def test_another_name_finds_nobody(town: Town, cases: list[str]) -> None:
    assert found(town, "Quispel") == []


@pytest.mark.parametrize("typed", ["", "a", "?!", "- -"])
def test_too_little_is_refused(file_town: Town, typed: str) -> None:
    with file_town.work("coordinator") as work, pytest.raises(InvalidInput):
        find_cases(work, FindCases(typed))


def test_closed_and_forgotten_cases_are_found_by_nobody(file_town: Town) -> None:
    closed_case(file_town)
    case_id = a_case(file_town, "Geertruida Verzonnen")
    assert found(file_town, "verzonnen") == ["Geertruida Verzonnen"]
    contact = contact_row(file_town, case_id)
    assert contact is not None
    with file_town.committed("coordinator") as work:
        forget_key(work, contact.key_id)
    assert found(file_town, "verzonnen") == []


def test_what_is_withdrawn_meanwhile_is_gone_from_memory_too(file_town: Town) -> None:
    case_id = a_case(file_town, "Geertruida Verzonnen")
    session = b"one session"
    assert found(file_town, "verzonnen", session=session)
    contact = contact_row(file_town, case_id)
    assert contact is not None
    with file_town.committed("coordinator") as work:
        forget_key(work, contact.key_id)
    assert found(file_town, "verzonnen", session=session) == []


def test_only_a_coordinator_with_a_grant_searches(file_town: Town) -> None:
    a_case(file_town, "Geertruida Verzonnen")
    for key in ("worker", "manager", "administrator", "privacy_officer"):
        with file_town.work(key) as work, pytest.raises(Denied):
            find_cases(work, FindCases("verzonnen"))
    with file_town.work("coordinator") as work:
        work.opened.user_secret = file_town.people["worker"].secret
        with pytest.raises(CannotOpen):
            find_cases(work, FindCases("verzonnen"))


def test_a_search_is_accounted_for_without_the_name(file_town: Town) -> None:
    a_case(file_town, "Geertruida Verzonnen")
    found(file_town, "verzonnen")
    (entry,) = entries(file_town, "case_searched")
    assert entry["details"] == {"count": "1"}
    assert "verzonnen" not in str(entry).lower()


def test_names_go_when_their_session_ends_or_locks(file_town: Town) -> None:
    a_case(file_town, "Geertruida Verzonnen")
    kept = []
    for _ in range(2):
        with file_town.committed("coordinator") as work:
            person = file_town.people["coordinator"]
            account = work.data.get_one(Account, person.account_id)
            kept.append(sessions.begin(work, account, person.hat, person.secret))
    for cookie in kept:
        found(file_town, "verzonnen", session=find_hash(cookie))
    assert _names.sweep(file_town.house) == 0
    with file_town.committed("coordinator") as work:
        sessions.end(work, kept[0])
    assert _names.sweep(file_town.house) == 1
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=46))
    assert _names.sweep(file_town.house) == 1
    assert _names.sweep(file_town.house) == 0
