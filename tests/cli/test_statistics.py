"""`signalering statistics attack` shows anybody which way of publishing holds."""

import json
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kit.figures import signals
from kit.published import publish
from kit.real import unserved
from kit.talk import run
from kit.town import Town
from sqlalchemy import func, select

from signalering.cli.statistics import statistics
from signalering.domain.clock import SystemClock
from signalering.models.statistics.release import PublishedCell, TablePlan


def asked(*options: str) -> Result:
    return CliRunner().invoke(statistics, ["attack", *options])


def test_it_needs_no_installation_and_tells_progress_apart(tmp_path: Path) -> None:
    said = run(tmp_path, "statistics", "attack", "--method", "suppression", "--signals", "12")
    assert said.returncode == 0
    assert said.stdout.splitlines()[-1].startswith("The method suppression broke")
    assert "attacking" in said.stderr
    assert "attacking" not in said.stdout
    assert not list(tmp_path.iterdir())


def test_the_last_line_says_that_it_held() -> None:
    said = asked("--method", "address-offsets", "--seed", "1", "--signals", "5")
    assert said.exit_code == 0
    assert said.stdout.splitlines()[-1].startswith("The method address-offsets held")
    assert "2026H1  total" in said.stdout.splitlines()


def test_json_has_all_of_it() -> None:
    said = asked("--method", "address-offsets", "--seed", "1", "--signals", "5", "--json")
    assert said.exit_code == 0
    told = json.loads(said.stdout)
    assert set(told) == {
        "method",
        "seed",
        "signals",
        "published",
        "cells",
        "hidden",
        "attackers",
        "held",
    }
    assert (told["method"], told["seed"], told["signals"]) == ("address-offsets", 1, 5)
    assert told["held"] is True
    assert [set(each) for each in told["attackers"]] == [{"name", "claims", "right"}] * 4
    assert len(told["published"]) == 7


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--method", "noise"),
        ("--method", "suppression", "--signals", "0"),
        ("--method", "suppression", "--signals", "1001"),
        ("--method", "suppression", "--signals", "many"),
        ("--method", "suppression", "--seed", "-1"),
    ],
)
def test_bad_options_are_refused(options: tuple[str, ...]) -> None:
    said = asked(*options)
    assert said.exit_code == 2
    assert not said.stdout
    assert "Error" in said.stderr


def test_the_plan_is_told_and_not_fixed(tmp_path: Path) -> None:
    with unserved(tmp_path / "site") as site:
        said = run(site.house.settings.instance, "statistics", "plan")
        assert said.returncode == 0, said.stderr
        assert "no plan is fixed yet" in said.stdout
        assert "Quarter: the total." in said.stdout.splitlines()
        with site.work(writes=False) as work:
            assert work.data.scalar(select(func.count()).select_from(TablePlan)) == 0


def last_year() -> int:
    """The commands go by the real clock."""
    return SystemClock().today().year - 1


@pytest.fixture
def due(tmp_path: Path) -> Iterator[Town]:
    """An installation with signals of last year."""
    with unserved(tmp_path / "site") as site:
        # So few that each period shows its total alone: an audit takes minutes.
        signals(site, date(last_year(), 11, 2), 12)
        yield site


def command(site: Town, *words: str) -> subprocess.CompletedProcess[str]:
    return run(site.house.settings.instance, "statistics", *words)


def test_a_release_that_is_stopped_says_so_and_goes_on_next_time(due: Town) -> None:
    year = last_year()
    stopped = command(due, "release", "--time-limit", "0")
    assert stopped.returncode == 75
    assert "goes on next time" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    done = command(due, "release")
    assert done.returncode == 0, done.stderr
    assert f"Released: {year}Q4, {year}H2, {year}" in done.stdout
    assert "Nothing is due." in command(due, "release").stdout


def test_an_audit_tells_the_rung(due: Town) -> None:
    year = last_year()
    before = command(due, "audit", f"{year}H2")
    assert before.returncode == 0, before.stderr
    assert f"{year}H2: it would be released on the rung total." in before.stdout
    assert command(due, "release").returncode == 0
    after = command(due, "audit", str(year))
    assert after.returncode == 0
    assert "needs no audit" in after.stdout


def test_published_figures_that_do_not_hold_end_with_one(due: Town) -> None:
    """A total that is smaller than its parts: no counts fit these figures."""
    year = last_year()
    publish(due, (year,), 110)
    with due.committed() as work:
        for cell in work.data.scalars(select(PublishedCell)):
            if cell.table == "total":
                cell.figure = 5
    found = command(due, "audit", f"{year}H2")
    assert found.returncode == 1
    assert "plan      FAIL  registered: intervals" in found.stdout.splitlines()
    assert "18-34" not in found.stdout + found.stderr, "never which cell"


@pytest.mark.parametrize("code", ["1999", "nonsense", "2026Q9"])
def test_a_period_that_is_not_there_is_refused(due: Town, code: str) -> None:
    found = command(due, "audit", code)
    assert found.returncode == 1
    assert "Traceback" not in found.stderr
    assert found.stderr
