"""Engines: durable, tidy and fair to two who write at once."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from kit.databases import PostgresTowns
from kit.town import Town
from sqlalchemy import Engine, delete, event, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError
from sqlalchemy.orm import Session

from signalering.models import database
from signalering.models.accounts.session import LogInSession
from signalering.models.database import open_engine
from signalering.models.partners.partner import Partner

IN_FORCE = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,  # MEMORY
    "busy_timeout": 15000,
}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_engine(f"sqlite:///{tmp_path / 'two.sqlite'}")
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE tally (number INTEGER)"))
        connection.execute(text("INSERT INTO tally VALUES (0)"))
    yield made
    made.dispose()


@pytest.mark.parametrize(("pragma", "value"), IN_FORCE.items())
def test_pragmas_are_in_force_on_every_connection(
    engine: Engine, pragma: str, value: object
) -> None:
    with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            assert connection.execute(text(f"PRAGMA {pragma}")).scalar_one() == value


def test_an_immediate_writer_waits_for_the_one_before(engine: Engine) -> None:
    first_is_in, let_go = threading.Event(), threading.Event()
    order: list[str] = []

    def first() -> None:
        with engine.connect().execution_options(immediate=True) as connection:
            connection.execute(text("UPDATE tally SET number = number + 1"))
            first_is_in.set()
            assert let_go.wait(10)
            order.append("first")
            connection.commit()

    def second() -> None:
        assert first_is_in.wait(10)
        with engine.connect().execution_options(immediate=True) as connection:
            number = connection.execute(text("SELECT number FROM tally")).scalar_one()
            order.append("second")
            connection.execute(text("UPDATE tally SET number = :n"), {"n": number + 1})
            connection.commit()

    with ThreadPoolExecutor(2) as pool:
        running = [pool.submit(first), pool.submit(second)]
        assert first_is_in.wait(10)
        # Long enough for the second to have been refused, if it did not wait.
        assert not running[1].done()
        threading.Timer(0.3, let_go.set).start()
        for task in running:
            task.result(timeout=20)
    assert order == ["first", "second"]
    with engine.connect() as connection:
        assert connection.execute(text("SELECT number FROM tally")).scalar_one() == 2


def test_a_deferred_one_that_reads_and_then_writes_is_refused(engine: Engine) -> None:
    with engine.connect() as reader, engine.connect() as writer:
        reader.execute(text("SELECT number FROM tally")).scalar_one()
        writer.execute(text("UPDATE tally SET number = 7"))
        writer.commit()
        with pytest.raises(OperationalError, match="locked"):
            reader.execute(text("UPDATE tally SET number = number + 1"))


def test_a_reader_is_not_held_up_by_a_writer(engine: Engine) -> None:
    with (
        engine.connect().execution_options(immediate=True) as writer,
        engine.connect() as reader,
    ):
        writer.execute(text("UPDATE tally SET number = 5"))
        assert reader.execute(text("SELECT number FROM tally")).scalar_one() == 0


def test_a_transaction_that_fails_leaves_nothing(engine: Engine) -> None:
    def fails() -> None:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE half (number INTEGER)"))
            connection.execute(text("INSERT INTO nowhere VALUES (1)"))

    with pytest.raises(OperationalError, match="nowhere"):
        fails()
    with engine.connect() as connection:
        found = connection.execute(text("SELECT name FROM sqlite_master")).scalars().all()
    assert found == ["tally"]


def test_foreign_keys_hold(town: Town) -> None:
    with Session(town.house.data) as data, pytest.raises(IntegrityError):
        data.execute(delete(Partner))


def test_a_naive_moment_is_refused(town: Town) -> None:
    with Session(town.house.data) as data:
        naive = datetime(2026, 11, 23, 10, tzinfo=UTC).replace(tzinfo=None)
        data.add(LogInSession(find_hash=b"n" * 32, expires_at=naive, sealed=b""))
        with pytest.raises(StatementError, match="naive"):
            data.flush()


def test_a_moment_comes_back_in_utc(town: Town) -> None:
    amsterdam = timezone(timedelta(hours=1))
    written = datetime(2026, 11, 23, 10, 45, tzinfo=amsterdam)
    with Session(town.house.data) as data:
        data.add(LogInSession(find_hash=b"m" * 32, expires_at=written, sealed=b""))
        data.commit()
    with Session(town.house.data) as data:
        read = data.get_one(LogInSession, b"m" * 32).expires_at
    assert read == written
    assert read.utcoffset() == timedelta(0)
    assert read.replace(tzinfo=UTC) == datetime(2026, 11, 23, 9, 45, tzinfo=UTC)


def test_a_fault_does_not_quote_what_was_to_be_stored(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(OperationalError) as fault:
        connection.execute(text("INSERT INTO nowhere VALUES (:word)"), {"word": "Jansen"})
    assert "Jansen" not in str(fault.value)


def test_nobody_waits_for_a_lock_for_ever(town: Town) -> None:
    """The keystore's server does not see what is waited for in the data's."""
    with town.work(writes=False) as work:
        for session in (work.data, work.keys):
            if session.get_bind().dialect.name == "postgresql":
                assert session.scalar(text("SHOW lock_timeout")) == "15s"
                session.rollback()
                assert session.scalar(text("SHOW lock_timeout")) == "15s"
            else:
                assert session.scalar(text("PRAGMA busy_timeout")) == 15000


def test_what_was_deleted_is_in_no_file_after_a_checkpoint(engine: Engine, tmp_path: Path) -> None:
    word = "vrolijkejansen" * 30
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE told (words TEXT)"))
        connection.execute(text("INSERT INTO told VALUES (:word)"), {"word": word})
    assert word.encode() in b"".join(path.read_bytes() for path in tmp_path.glob("two.sqlite*"))
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM told"))
    raw = engine.raw_connection()
    raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    left = b"".join(path.read_bytes() for path in tmp_path.glob("two.sqlite*"))
    assert b"vrolijkejansen" not in left


def test_a_writer_asks_for_the_lock_before_it_reads(engine: Engine) -> None:
    begun: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: begun.append(told[2]))
    with engine.connect().execution_options(immediate=True) as connection:
        connection.execute(text("SELECT number FROM tally"))
    with engine.connect() as connection:
        connection.execute(text("SELECT number FROM tally"))
    read = "SELECT number FROM tally"
    assert begun == ["BEGIN IMMEDIATE", read, "BEGIN", read]


def test_an_address_without_a_driver_is_reached_by_the_one_there_is() -> None:
    engine = open_engine(
        "postgresql://one,two/data?target_session_attrs=read-write&sslmode=verify-full"
    )
    assert engine.url.drivername == "postgresql+psycopg"
    engine.dispose()


@pytest.mark.postgres
def test_a_connection_is_tried_once_it_rested(
    postgres_towns: PostgresTowns, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In between it is taken as it is: one that went in that time fails once, and no other."""
    with postgres_towns.empty() as (url, _):
        engine, other = open_engine(url), open_engine(url)

        def kept() -> int:
            with engine.connect() as connection:
                return connection.execute(text("SELECT pg_backend_pid()")).scalar_one()

        def end(pid: int) -> None:
            with other.connect() as connection:
                connection.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})

        monkeypatch.setattr(database, "REST", 0.0)
        first = kept()
        end(first)
        second = kept()
        assert second != first, "tried, and made anew"
        monkeypatch.setattr(database, "REST", 3600.0)
        assert kept() == second
        end(second)
        with pytest.raises(OperationalError):
            kept()
        assert kept() not in {first, second}
        engine.dispose()
        other.dispose()
