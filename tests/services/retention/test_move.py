"""A move loses nothing, can be repeated from anywhere, and leaves one installation that works."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from kit.browser_like import Browser, app_of, close
from kit.databases import PostgresTowns, SqliteTowns
from kit.day import Day, play
from kit.moves import Content, content, engines_of, made_target, moved, quietly, stamped, target
from kit.offers import asked_about, offer_of
from kit.sessions import standing
from kit.town import Town, fixed_secret
from kit.trail import entries
from sqlalchemy import Engine, create_engine, event, inspect, text, update
from sqlalchemy.exc import OperationalError

from signalering.domain.errors import NotAllowedNow
from signalering.domain.lifecycles import MailKind
from signalering.models.moving import Move, moving
from signalering.models.partners.partner import Partner
from signalering.models.schema import is_current
from signalering.services.accounts.invite import new_link_token
from signalering.services.audit.verify import verify as verify_chain
from signalering.services.cases.show import open_record
from signalering.services.network.queue import queue
from signalering.services.retention import _alone
from signalering.services.retention._alone import InUse
from signalering.services.retention._copying import Refused
from signalering.services.retention.move import Differs, Occupied, move, reopen
from signalering.services.signals.show import open_record as open_signal

NEVER_BACKED_UP = ("log_in_session", "invitation", "outbox_mail", "offer_link", "draft")
# How many times a database says anew where it stands, in the whole of a move: both halves, both
# that were left, both that are whole.
VERSIONS_SAID, SAYS_WHERE = 6, "UPDATE alembic_version SET version_num = "


class Killed(BaseException):
    """The power went."""


@pytest.fixture
def ours(sqlite_towns: SqliteTowns, tmp_path: Path) -> Iterator[Town]:
    """A small installation on SQLite that says its version."""
    with sqlite_towns.town(tmp_path) as town:
        yield stamped(town)


@pytest.fixture
def day(ours: Town) -> Day:
    """What people wrote in it, and what waits in it that no backup has."""
    return lived_in(ours)


def lived_in(town: Town) -> Day:
    day = play(town)
    asked_about(town, offer_of(town))
    with town.committed() as work:
        new_link_token(work, town.people["untrained"].account_id)
        queue(work, MailKind.KEYS_RECOVERED, town.people["manager"].account_id)
    return day


@contextmanager
def killed_before(number: int, begins: str) -> Iterator[None]:
    """The power goes before that many-th statement that begins so, in whichever database."""
    left = count(1)

    def look(*told: Any) -> None:
        if told[2].lstrip().startswith(begins) and next(left) == number:
            raise Killed

    event.listen(Engine, "before_cursor_execute", look)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", look)


def works(town: Town) -> bool:
    """Whether any program starts on it."""
    return all(map(is_current, engines_of(town.house)))


@dataclass(frozen=True)
class Was:
    """How it was before the move."""

    content: Content
    standings: dict[str, str]


def was_at(day: Day, town: Town) -> Was:
    return Was(content(town.house), standings(day, town))


def standings(day: Day, town: Town) -> dict[str, str]:
    """Whose sessions are open, whose wait for a PIN."""
    return {key: standing(town, cookie) for key, cookie in day.cookies.items()}


def assert_nothing_is_lost(day: Day, there: Town, was: Was) -> None:
    after = content(there.house)
    told = {table for table, rows in was.content.items() if rows != after[table]}
    assert told <= {"audit_segment", "audit_entry", "wrap"}, "but for the entry about it"
    for table in NEVER_BACKED_UP:
        assert after[table], table
    with there.work(writes=False) as work:
        assert verify_chain(work).faults == ()
    for key in ("coordinator", "other_coordinator"):
        with there.committed(key) as work:
            for case_id in day.cases.values():
                open_record(work, case_id)
            for signal_id in day.signals.values():
                open_signal(work, signal_id)
    assert standings(day, there) == was.standings


def test_all_of_it_is_there_and_every_case_opens(day: Day, tmp_path: Path) -> None:
    before = was_at(day, day.town)
    assert set(before.standings.values()) <= {"open", "locked"}
    with target(day.town, tmp_path / "to", None) as there:
        done = moved(day.town, there)
        assert done.rows == sum(map(len, content(there.house).values()))
        assert done.chain_faults == 0
        assert entries(there, "move_begun")
        assert_nothing_is_lost(day, there, before)
        assert works(there)
    assert not works(day.town)


@pytest.mark.postgres
def test_to_postgresql_and_back(day: Day, postgres_towns: PostgresTowns, tmp_path: Path) -> None:
    before = was_at(day, day.town)
    with (
        target(day.town, tmp_path / "to", postgres_towns) as there,
        target(day.town, tmp_path / "back", None) as back,
    ):
        moved(day.town, there)
        assert_nothing_is_lost(day, there, before)
        for engine in engines_of(there.house):
            # Else a copy would have to say where the counting goes on.
            assert inspect(engine).get_sequence_names() == []
        before = was_at(day, there)
        moved(there, back)
        assert_nothing_is_lost(day, back, before)
        assert not works(there)
        assert works(back)


def test_a_coordinator_logs_in_on_the_new_side_and_opens_a_case(day: Day, tmp_path: Path) -> None:
    with target(day.town, tmp_path / "to", None) as there:
        moved(day.town, there)
        app = app_of(there)
        browser = Browser(app, there).log_in("coordinator")
        page = browser.get("cases.show", case_id=day.cases["long"])
        assert day.canaries["long: note 1"] in page
        close(app)


POINTS = [
    *((number, SAYS_WHERE) for number in range(2, VERSIONS_SAID + 1)),
    (1, "INSERT INTO wrap"),
    (1, "INSERT INTO case_entry"),
    (1, "ANALYZE"),
]


@pytest.mark.parametrize(("number", "begins"), POINTS)
def test_broken_off_anywhere_it_is_done_by_repeating_it(
    day: Day, tmp_path: Path, number: int, begins: str
) -> None:
    with made_target(day.town, tmp_path / "to") as there:
        with killed_before(number, begins), pytest.raises(Killed):
            moved(day.town, there)
        for engine in engines_of(there.house):
            engine.dispose()
        assert not works(there) or begins == "ANALYZE"
        moved(day.town, there)
        assert content(there.house) == content(day.town.house)
        assert works(there)
        assert not works(day.town)


def test_broken_off_while_its_tables_are_made(ours: Town, tmp_path: Path) -> None:
    with target(ours, tmp_path / "to", None) as there:
        with killed_before(60, "CREATE TABLE"), pytest.raises(Killed):
            moved(ours, there)
        assert not works(there)
        moved(ours, there)
        assert works(there)


def test_a_row_that_was_left_out_or_changed_on_the_other_side_is_found(
    day: Day, tmp_path: Path
) -> None:
    with made_target(day.town, tmp_path / "to") as there:
        with killed_before(1, "INSERT INTO case_entry"), pytest.raises(Killed):
            moved(day.town, there)
        for trigger in (
            "BEFORE INSERT ON case_entry WHEN NEW.number = 2 BEGIN SELECT RAISE(IGNORE); END",
            "AFTER INSERT ON case_record BEGIN UPDATE case_record SET version = version + 1; END",
        ):
            with there.house.data.begin() as connection:
                connection.execute(text(f"CREATE TRIGGER meddler {trigger}"))
            with pytest.raises(Differs) as found:
                moved(day.town, there)
            assert found.value.params["table"] in trigger
            assert moving(there.house.data) is Move.HALF
            assert not works(there)
            assert works(day.town)
            with there.house.data.begin() as connection:
                connection.execute(text("DROP TRIGGER meddler"))
        moved(day.town, there)
        assert works(there)


def test_what_holds_another_installation_is_left_alone(
    ours: Town, sqlite_towns: SqliteTowns, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    with sqlite_towns.town(tmp_path / "other") as other:
        stamped(other)
        before = content(other.house)
        with pytest.raises(Occupied):
            moved(ours, other)
        assert content(other.house) == before
        assert works(other)
    assert works(ours)


def test_half_a_copy_of_another_installation_is_left_alone(ours: Town, tmp_path: Path) -> None:
    with made_target(ours, tmp_path / "to") as there:
        with killed_before(1, "INSERT INTO account "), pytest.raises(Killed):
            moved(ours, there)
        settings = replace(ours.house.settings, lookup_key=fixed_secret("another"))
        with pytest.raises(Occupied):
            move(replace(ours.house, settings=settings), there.house, quietly)
        assert moving(there.house.data) is Move.HALF


def test_nobody_else_has_it_open_meanwhile(
    ours: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_alone, "TRIES", 1)
    other = create_engine(ours.house.data.url, connect_args={"timeout": 0.1})
    refused = []

    def look(*told: Any) -> None:
        if told[2].startswith("INSERT INTO account "):
            with other.connect() as connection, pytest.raises(OperationalError, match="locked"):
                connection.execute(text("SELECT 1 FROM account"))
            refused.append(told[2])

    with made_target(ours, tmp_path / "to") as there:
        with other.connect() as idle:
            idle.execute(text("SELECT 1 FROM account"))
            with pytest.raises(InUse):
                moved(ours, there)
        assert works(ours)
        other.dispose()
        event.listen(Engine, "before_cursor_execute", look)
        try:
            moved(ours, there)
        finally:
            event.remove(Engine, "before_cursor_execute", look)
        other.dispose()
    assert refused


@pytest.mark.postgres
def test_a_row_that_the_other_database_refuses_is_not_quoted(
    ours: Town, postgres_towns: PostgresTowns, tmp_path: Path
) -> None:
    with ours.house.data.begin() as connection:
        long = (
            update(Partner).where(Partner.name == "Wonen aan Zee").values(name="Lange naam " * 40)
        )
        connection.execute(long)
    with target(ours, tmp_path / "to", postgres_towns) as there:
        with pytest.raises(Refused) as refused:
            moved(ours, there)
        assert "Lange" not in f"{refused.value} {refused.value.params}"
        assert refused.value.params["table"] == "partner"
        assert not works(there)
    assert works(ours)


def test_what_was_left_can_be_worked_on_again(ours: Town, tmp_path: Path) -> None:
    with pytest.raises(NotAllowedNow):
        reopen(ours.house)
    with made_target(ours, tmp_path / "to") as there:
        moved(ours, there)
        assert not works(ours)
        reopen(ours.house)
        assert works(ours)
        with pytest.raises(Occupied):
            moved(ours, there)


def test_done_twice_it_is_done_until_somebody_works_there(ours: Town, tmp_path: Path) -> None:
    with made_target(ours, tmp_path / "to") as there:
        moved(ours, there)
        before = content(there.house)
        moved(ours, there)
        assert content(there.house) == before
        with there.committed() as work:
            queue(work, MailKind.KEYS_RECOVERED, there.people["manager"].account_id)
        with pytest.raises(Occupied):
            moved(ours, there)
        assert works(there)
        assert not works(ours)
