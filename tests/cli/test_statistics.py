"""`signalering statistics attack` shows anybody which way of publishing holds."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kit.real import unserved
from kit.talk import run
from sqlalchemy import func, select

from signalering.cli.statistics import statistics
from signalering.models.statistics.release import TablePlan


def asked(*options: str) -> Result:
    return CliRunner().invoke(statistics, ["attack", *options])


def test_it_needs_no_installation_and_tells_progress_apart(tmp_path: Path) -> None:
    said = run(tmp_path, "statistics", "attack", "--method", "suppression", "--signals", "20")
    assert said.returncode == 0
    assert said.stdout.splitlines()[-1].startswith("The method suppression broke")
    assert "attacking" in said.stderr
    assert "attacking" not in said.stdout
    assert not list(tmp_path.iterdir())


def test_the_last_line_says_that_it_held() -> None:
    said = asked("--method", "address-offsets", "--seed", "1", "--signals", "22")
    assert said.exit_code == 0
    assert said.stdout.splitlines()[-1].startswith("The method address-offsets held")
    assert "2026H1  total" in said.stdout.splitlines()


def test_json_has_all_of_it() -> None:
    said = asked("--method", "contributor-keys", "--seed", "0", "--signals", "60", "--json")
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
    assert (told["method"], told["seed"], told["signals"]) == ("contributor-keys", 0, 60)
    assert told["held"] is False
    assert [set(each) for each in told["attackers"]] == [{"name", "claims", "right"}] * 4
    assert len(told["published"]) == 5


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
