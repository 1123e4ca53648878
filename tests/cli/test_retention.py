"""Retention from the command line: look, be asked, erase."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from kit.cases import closed_case
from kit.dump import steal
from kit.retention import noticed, on
from kit.town import Town

from signalering.cli import retention as commands
from signalering.services.work import House

LAST = date(2027, 2, 28)


@pytest.fixture
def shell(file_town: Town, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The commands in this town, with its clock."""

    @contextmanager
    def opened() -> Iterator[House]:
        yield file_town.house

    monkeypatch.setattr(commands, "opened", opened)
    monkeypatch.setattr(commands, "check", lambda house: house)
    return CliRunner()


def run(shell: CliRunner, *said: str, typed: str = "") -> str:
    answer = shell.invoke(commands.retention, said, input=typed)
    assert not isinstance(answer.exception, Exception), answer.output
    return answer.output


def cases(town: Town) -> int:
    return len(steal(town.house).data["case_record"])


def test_looked_at_noticed_asked_and_erased(file_town: Town, shell: CliRunner) -> None:
    closed_case(file_town)
    assert "To be erased: 0. Noticed and waiting: 0." in run(shell, "preview")
    on(file_town, LAST - timedelta(days=14))
    assert "New notices: 1." in run(shell, "run")
    assert len(noticed(file_town)) == 1
    on(file_town, LAST + timedelta(days=1))
    for said in (("preview",), ("run", "--dry-run")):
        assert "case: 1, the longest since 2027-02-28" in run(shell, *said)
    assert "Nothing was erased" in run(shell, "run", typed="iets anders\n")
    assert cases(file_town) == 1
    assert "The vernietigingsverklaring is" in run(shell, "run", typed="Gemeente Proefdorp\n")
    assert cases(file_town) == 0
    assert "To be erased: 0. Noticed and waiting: 0." in run(shell, "run", "--yes")
