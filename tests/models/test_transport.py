"""What goes to a database over a network is encrypted, or nothing is opened."""

import pytest

from signalering.config import SettingsError
from signalering.models.database import open_engine
from signalering.models.transport import unprotected

AT = "postgresql://app:secret@{}/data"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////srv/data.sqlite",
        AT.format("localhost"),
        AT.format("127.0.0.1:5432"),
        AT.format("[::1]"),
        "postgresql:///data",
        "postgresql:///data?host=/run/postgresql",
        AT.format("db.example") + "?sslmode=verify-full",
        AT.format("db.example") + "?sslmode=require",
        AT.format("one.example,two.example") + "?sslmode=verify-full",
    ],
)
def test_nothing_to_say(url: str) -> None:
    assert unprotected(url, {}) == ""


@pytest.mark.parametrize("mode", ["", "?sslmode=prefer", "?sslmode=disable", "?sslmode=allow"])
def test_what_may_go_in_clear_is_named_without_its_password(mode: str) -> None:
    assert unprotected(AT.format("db.example") + mode, {}) == "db.example"
    assert unprotected(AT.format("10.0.0.7") + mode, {}) == "10.0.0.7"
    assert unprotected(AT.format("localhost,db.example") + mode, {}) == "db.example"


def test_the_environment_counts_as_it_does_for_the_driver() -> None:
    url = AT.format("db.example")
    assert unprotected(url, {"PGSSLMODE": "verify-full"}) == ""
    assert unprotected(url + "?sslmode=disable", {"PGSSLMODE": "verify-full"}) == "db.example"
    assert unprotected("postgresql:///data", {"PGHOST": "db.example"}) == "db.example"


def test_where_it_goes_counts_and_not_what_it_is_called() -> None:
    assert unprotected("postgresql://app@localhost/data?hostaddr=10.0.0.7", {}) == "10.0.0.7"
    assert unprotected("postgresql:///data", {"PGHOSTADDR": "10.0.0.7"}) == "10.0.0.7"
    assert unprotected(AT.format("db.example") + "?hostaddr=127.0.0.1", {}) == ""
    assert unprotected("postgresql:///data?service=ours", {}) == "service ours"
    assert unprotected("postgresql:///data", {"PGSERVICE": "ours"}) == "service ours"
    assert unprotected(AT.format("LocalHost"), {}) == ""


def test_the_host_that_the_driver_takes_is_the_one_that_counts() -> None:
    assert unprotected(AT.format("localhost") + "?host=db.example", {}) == "db.example"
    assert unprotected(AT.format("localhost") + "?host=db.example&host=/run", {}) == "db.example"
    assert unprotected(AT.format("db.example") + "?host=/run/postgresql", {}) == ""


def test_a_service_goes_before_the_environment() -> None:
    around = {"PGSERVICE": "ours", "PGHOST": "localhost", "PGSSLMODE": "require"}
    assert unprotected("postgresql:///data", around) == "service ours"
    assert unprotected(AT.format("db.example"), around) == "db.example"
    assert unprotected("postgresql:///data?sslmode=require", around) == ""
    assert unprotected(AT.format("localhost"), around) == ""


def test_no_engine_is_opened_on_what_may_go_in_clear() -> None:
    with pytest.raises(SettingsError, match=r"db\.example") as refused:
        open_engine(AT.format("db.example"))
    assert "secret" not in str(refused.value)
    open_engine(AT.format("db.example") + "?sslmode=verify-full").dispose()
