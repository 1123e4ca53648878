"""A resident is found by what somebody knows of them; what was opened goes with its session."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from kit.cases import case_row, closed_case, contact_row, opened
from kit.signals import CONTACT, a_signal, with_details
from kit.town import Town
from kit.trail import entries
from sqlalchemy import inspect

from signalering.domain.commands.cases.find import FindCases
from signalering.domain.errors import CannotOpen, Denied, InvalidInput
from signalering.domain.finding import SearchKind
from signalering.domain.views.cases.find import FoundCases
from signalering.models.accounts.account import Account
from signalering.services.accounts import sessions
from signalering.services.cases import _details
from signalering.services.cases.find import find_cases
from signalering.services.sealing import forget_key
from signalering.vault.sessions import find_hash


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Memory is the process's own, so one test would find another's names."""
    _details.forget_all()
    yield
    _details.forget_all()


def a_case(town: Town, name: str, **others: str) -> UUID:
    contact = replace(CONTACT, name=name, **others)
    return opened(town, command=replace(with_details(), contact=contact))


def asked(town: Town, command: FindCases, session: bytes = b"") -> FoundCases:
    with town.committed("coordinator") as work:
        work.opened.session = session
        return find_cases(work, command)


def found(town: Town, text: str, session: bytes = b"") -> list[str]:
    return [row.name for row in asked(town, FindCases(text), session).rows]


@pytest.fixture
def cases(town: Town) -> list[str]:
    """Three residents with a case."""
    names = ["Geertruida van der Verzonnen", "Andrée Bedacht", "Mo el Fantasie"]
    for name in names:
        a_case(town, name)
    return names


@pytest.mark.one_engine
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


@pytest.fixture
def addressed(town: Town) -> list[str]:
    """Two residents who can be told apart by everything but their street and area."""
    a_case(
        town,
        "Geertruida Verzonnen",
        phone="+31 6 12 34 56 78",
        email="Truida.V@example.org",
        address="Kerkstraat 12a, 2671 AB Naaldwijk",
    )
    a_case(
        town,
        "Andree Bedacht",
        phone="0174-555 432 (na 18 uur)",
        email="bedacht@example.org",
        address="Herenstr. 3, 2671 AC Naaldwijk",
    )
    return ["Geertruida Verzonnen", "Andree Bedacht"]


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("typed", "kind", "place"),
    [
        ("0612345678", SearchKind.PHONE, 0),
        ("0031 (0)6-12345678", SearchKind.PHONE, 0),
        ("5678", SearchKind.PHONE, 0),
        ("0174 55", SearchKind.PHONE, 1),
        ("432 432", SearchKind.PHONE, None),
        ("kerkstraat", SearchKind.ADDRESS, 0),
        ("Kerk str. 12", SearchKind.ADDRESS, 0),
        ("kerkstraat 12A", SearchKind.ADDRESS, 0),
        ("kerckstraat", SearchKind.ADDRESS, 0),
        ("2671ab", SearchKind.ADDRESS, 0),
        ("2671 AC 3", SearchKind.ADDRESS, 1),
        ("heren straat 3", SearchKind.ADDRESS, 1),
        ("Heren", SearchKind.ADDRESS, 1),
        ("truida.v@", SearchKind.EMAIL, 0),
        ("BEDACHT@EXAMPLE.ORG", SearchKind.EMAIL, 1),
        ("bedacht", SearchKind.NAME, 1),
    ],
)
def test_a_text_is_looked_for_as_what_it_looks_like(
    town: Town, addressed: list[str], typed: str, kind: SearchKind, place: int | None
) -> None:
    view = asked(town, FindCases(typed))
    wanted = [] if place is None else [addressed[place]]
    assert [row.name for row in view.rows] == wanted
    assert view.searched[-1] is kind


def test_four_digits_are_a_postcode_where_no_number_ends_in_them(
    town: Town, addressed: list[str]
) -> None:
    view = asked(town, FindCases("2671"))
    assert {row.name for row in view.rows} == set(addressed)
    assert view.searched == (SearchKind.PHONE, SearchKind.ADDRESS)
    assert view.others == ()


@pytest.mark.one_engine
@pytest.mark.parametrize("typed", ["kerkstraat 13", "molenstraat", "2671 AD", "12b kerkstraat"])
def test_another_street_or_number_is_nobody(town: Town, addressed: list[str], typed: str) -> None:
    assert found(town, typed) == []


def test_a_text_can_be_looked_for_in_another_way(town: Town) -> None:
    a_case(town, "Jo Kerkstraat", address="Hoflaan 1")
    a_case(town, "Geertruida Verzonnen", address="Kerkstraat 12")
    view = asked(town, FindCases("Kerkstraat"))
    assert [row.name for row in view.rows] == ["Geertruida Verzonnen"]
    assert SearchKind.NAME in view.others
    by_name = asked(town, FindCases("Kerkstraat", SearchKind.NAME))
    assert [row.name for row in by_name.rows] == ["Jo Kerkstraat"]
    assert by_name.searched == (SearchKind.NAME,)


def test_a_reference_finds_its_case_closed_and_without_details_too(town: Town) -> None:
    for case_id in (opened(town, command=a_signal()), closed_case(town)):
        reference = case_row(town, case_id).reference
        for typed in (reference, reference.lower(), reference.replace("-", "")):
            view = asked(town, FindCases(typed))
            assert [row.id for row in view.rows] == [case_id]
            assert view.searched == (SearchKind.REFERENCE,)


def test_closed_cases_are_found_where_they_are_asked_for_and_kept_by_nobody(town: Town) -> None:
    case_id = closed_case(town)
    session = b"one session"
    for text in (CONTACT.name, CONTACT.phone):
        assert found(town, text, session) == []
        (row,) = asked(town, FindCases(text, closed=True), session).rows
        assert (row.id, row.state) == (case_id, "closed")
        assert found(town, text, session) == []
    assert not _details._kept[session].index.known


@pytest.mark.parametrize("typed", ["", "a", "?!", "- -", "12", "0 1", "\N{GRINNING FACE}" * 3])
def test_too_little_is_refused(file_town: Town, typed: str) -> None:
    with file_town.work("coordinator") as work, pytest.raises(InvalidInput):
        find_cases(work, FindCases(typed))


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("123", SearchKind.PHONE), ("verzonnen", SearchKind.REFERENCE), ("a b", SearchKind.EMAIL)],
)
def test_too_little_for_the_way_that_is_asked_is_refused(
    file_town: Town, typed: str, kind: SearchKind
) -> None:
    with file_town.work("coordinator") as work, pytest.raises(InvalidInput):
        find_cases(work, FindCases(typed, kind))


@pytest.mark.parametrize(
    "typed", ["a" * 10_000, "06\x0012345678", "\ud800abc", "(.*){2}+$", "x@' or 1"]
)
def test_what_nobody_types_is_refused(file_town: Town, typed: str) -> None:
    with file_town.work("coordinator") as work, pytest.raises(InvalidInput):
        find_cases(work, FindCases(typed))


@pytest.mark.parametrize("typed", ["(ab.*){2}+$", "[a-z]{9}", "%aa%", "a" * 200, "een " * 49])
def test_signs_of_patterns_find_nobody(file_town: Town, typed: str) -> None:
    a_case(file_town, "Geertruida Verzonnen", email="truida@example.org", address="Hoflaan 1")
    assert found(file_town, typed) == []


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


@pytest.mark.parametrize("text", ["verzonnen", "0174 55 55 55", "hoflaan 7", "truida@"])
def test_a_search_is_accounted_for_without_its_text(file_town: Town, text: str) -> None:
    a_case(
        file_town,
        "Geertruida Verzonnen",
        phone="0174 555 555",
        email="truida@example.org",
        address="Hoflaan 7",
    )
    found(file_town, text)
    (entry,) = entries(file_town, "case_searched")
    assert entry["details"] == {"count": "1"}
    assert text not in str(entry).lower()


def test_what_a_search_keeps_or_shows_holds_no_word_when_it_is_logged(file_town: Town) -> None:
    """Kept details and commands stand in tracebacks and log lines as nothing but their names."""
    a_case(file_town, "Geertruida Verzonnen", phone="0174 555 555", address="Hoflaan 7")
    command = FindCases("Geertruida Verzonnen")
    view = asked(file_town, command, b"one session")
    told = repr((command, view, _details._kept)).lower()
    for word in ("verzonnen", "555", "hoflaan"):
        assert word not in told


def test_no_search_leaves_anything_in_the_databases(file_town: Town) -> None:
    a_case(file_town, "Geertruida Verzonnen", phone="0174 555 555", address="Kwikkelweg 7")
    for text in ("kwikkelweg", "0174 555 555", "verzonnen"):
        assert found(file_town, text)
    for engine in (file_town.house.data, file_town.house.keystore):
        with engine.connect() as connection:
            for name in inspect(connection).get_table_names():
                rows = str(connection.exec_driver_sql(f"SELECT * FROM {name}").all()).lower()
                for word in ("kwikkelweg", "kwikkel", "555555", "verzonnen"):
                    assert word not in rows, name


def test_details_go_when_their_session_ends_or_locks(file_town: Town) -> None:
    a_case(file_town, "Geertruida Verzonnen", phone="0174 555 555", address="Hoflaan 7")
    kept = []
    for _ in range(2):
        with file_town.committed("coordinator") as work:
            person = file_town.people["coordinator"]
            account = work.data.get_one(Account, person.account_id)
            kept.append(sessions.begin(work, account, person.hat, person.secret))
    for cookie in kept:
        for text in ("verzonnen", "0174 555 555", "hoflaan"):
            assert found(file_town, text, session=find_hash(cookie))
    assert _details.sweep(file_town.house) == 0
    with file_town.committed("coordinator") as work:
        sessions.end(work, kept[0])
    assert _details.sweep(file_town.house) == 1
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=46))
    assert _details.sweep(file_town.house) == 1
    assert _details.sweep(file_town.house) == 0
    assert not _details._kept
