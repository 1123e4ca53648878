"""An audit runs check by check outside every transaction, is kept, and goes on where it was."""

import json
import threading
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from kit.figures import at, signals
from kit.town import Town
from sqlalchemy import select

from signalering.domain.errors import NotFound
from signalering.models.statistics.release import PublishedCell, Release, ReleaseCheck
from signalering.privacy.disclosure.checks import Check, Figures, checks
from signalering.privacy.disclosure.periods import Length
from signalering.services.statistics import _release_checks, release
from signalering.services.statistics import audit as audit_verb
from signalering.services.statistics.release import Released, Step, release_due

Asked = list[tuple[str, str]]
ALL = ("2026Q4", "2026H2", "2026")


class Killed(BaseException):
    """Ends a check as a kill would: nothing tidies up after it."""


def audited_by(
    monkeypatch: pytest.MonkeyPatch,
    result: Callable[[Figures, Sequence[Figures], str], bool] = lambda *_: True,
    names: Sequence[str] = ("first", "second", "third"),
) -> Asked:
    """The audit is these checks; gives which ran, by period and name."""
    ran: Asked = []

    def checks(candidate: Figures, frozen: Sequence[Figures]) -> tuple[Check, ...]:
        def run(name: str) -> bool:
            ran.append((candidate.period.code, name))
            return result(candidate, frozen, name)

        return tuple(Check(name, lambda name=name: run(name)) for name in names)

    monkeypatch.setattr(release, "checks", checks)
    monkeypatch.setattr(audit_verb, "checks", checks)
    return ran


def in_january(town: Town, number: int = 60) -> None:
    signals(town, date(2026, 11, 2), number)
    at(town, 2027, 1, 4)


def verdicts(town: Town) -> dict[str, tuple[list[str], str]]:
    with town.work(writes=False) as work:
        rows = {row.period: json.loads(row.verdict) for row in work.data.scalars(select(Release))}
        return {code: (told["failed"], told["passed"]) for code, told in rows.items()}


def kept(town: Town) -> dict[str, bool | None]:
    with town.work(writes=False) as work:
        return {row.name: row.passed for row in work.data.scalars(select(ReleaseCheck))}


def test_asked_to_stop_it_goes_on_with_the_check_that_was_not_done(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = audited_by(monkeypatch)
    in_january(town)
    for _ in range(20):
        before = len(ran)
        found = release_due(town.house, lambda before=before: len(ran) > before)
        assert len(ran) <= before + 1, "a stop is heard after the check at hand"
        if not found.stopped:
            break
    assert set(verdicts(town)) == set(ALL)
    assert len(ran) == len(set(ran)) == 6, "none was done twice"
    assert kept(town) == {}, "nothing of it outlasts the release"


def test_nothing_is_released_before_its_verdict(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited_by(monkeypatch)
    in_january(town)
    calls = iter(range(100))
    found = release_due(town.house, lambda: next(calls) >= 3)
    assert found == Released(("2026Q4",), stopped=True)
    assert set(verdicts(town)) == {"2026Q4"}
    assert len(kept(town)) == 1


def test_a_kill_in_a_check_loses_that_check_alone(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_release_checks, "_let_go", lambda *_: None)
    monkeypatch.setattr(_release_checks, "PATIENCE", 0.5)
    lives = [1]

    def dies(_candidate: Figures, _frozen: Sequence[Figures], name: str) -> bool:
        if name == "second" and lives:
            lives.clear()
            raise Killed
        return True

    ran = audited_by(monkeypatch, dies)
    in_january(town)
    with pytest.raises(Killed):
        release_due(town.house)
    assert kept(town) == {"first": True, "second": None}, "it stands there as begun"
    assert release_due(town.house).periods == ALL[1:]
    assert ran[:5] == [("2026H2", n) for n in ("first", "second", "third", "second")] + [
        ("2026", "first")
    ], "what somebody seems to be at comes last"


def test_a_check_that_fails_by_a_fault_is_let_go(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object) -> bool:
        raise RuntimeError

    audited_by(monkeypatch, faulty)
    in_january(town)
    with pytest.raises(RuntimeError):
        release_due(town.house)
    assert kept(town) == {}
    assert set(verdicts(town)) == {"2026Q4"}, "no verdict, no release"


def test_no_transaction_is_open_while_a_check_runs(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else writes in the middle of it."""

    def writes(*_: object) -> bool:
        signals(town, date(2027, 1, 4), 1)
        return True

    audited_by(monkeypatch, writes)
    in_january(town)
    assert release_due(town.house).periods == ALL


def test_a_rung_that_fails_takes_the_whole_period_to_the_next(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_crossed(candidate: Figures, _frozen: Sequence[Figures], name: str) -> bool:
        return name != "second" or all(table.one_way for table in candidate.tables)

    ran = audited_by(monkeypatch, no_crossed)
    in_january(town)
    release_due(town.house)
    assert verdicts(town)["2026"] == (["plan", "apart"], "one_way")
    assert verdicts(town)["2026Q4"] == ([], "total")
    of_year = [name for code, name in ran if code == "2026"]
    until_it_fails = ["first", "second"]
    assert of_year == [*until_it_fails, *until_it_fails, "first", "second", "third"]
    with town.work(writes=False) as work:
        tables = set(
            work.data.scalars(select(PublishedCell.table).where(PublishedCell.period == "2026"))
        )
    assert tables
    assert not any(" x " in table for table in tables)


def test_only_the_year_steps_down_in_its_own_audit(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is shown what is frozen of the periods inside it; they stay as they were."""
    shown: list[list[str]] = []

    def alone(candidate: Figures, frozen: Sequence[Figures], name: str) -> bool:
        shown.append([each.period.code for each in frozen])
        return candidate.period.length is not Length.YEAR

    audited_by(monkeypatch, alone, ["first"])
    in_january(town)
    release_due(town.house)
    assert shown == [["2026Q4"], *[["2026Q4", "2026H2"]] * 3]
    assert verdicts(town)["2026"] == (["plan", "apart", "one_way"], "total")
    assert verdicts(town)["2026H2"] == ([], "plan")
    with town.work(writes=False) as work:
        cells = work.data.scalars(
            select(PublishedCell.categories).where(PublishedCell.period == "2026")
        )
        assert list(cells) == [""]


def test_figures_that_changed_meanwhile_are_audited_anew(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = [25]

    def comes(candidate: Figures, _frozen: Sequence[Figures], _name: str) -> bool:
        if candidate.period.code == "2026H2" and late:
            signals(town, date(2026, 11, 3), late.pop())
        return True

    ran = audited_by(monkeypatch, comes, ["only"])
    in_january(town)
    assert release_due(town.house).periods == ALL
    assert ran == [("2026H2", "only"), ("2026H2", "only"), ("2026", "only")]
    assert kept(town) == {}


def test_two_who_audit_at_once_share_the_checks(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is at another check when both are at one."""
    both = threading.Barrier(2)

    def meets(candidate: Figures, _frozen: Sequence[Figures], _name: str) -> bool:
        if candidate.period.code == "2026H2":
            both.wait(90)
        return True

    names = ["first", "second", "third", "fourth"]
    ran = audited_by(monkeypatch, meets, names)
    in_january(town)
    threads = [threading.Thread(target=release_due, args=(town.house,)) for _ in range(2)]
    threads[0].start()
    while ("2026H2", "first") not in ran:
        threads[0].join(0.01)
    threads[1].start()
    for thread in threads:
        thread.join(110)
    assert set(verdicts(town)) == set(ALL)
    assert sorted(name for code, name in ran if code == "2026H2") == sorted(names)


def test_progress_names_period_and_rung(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    audited_by(monkeypatch, names=["first", "second"])
    in_january(town)
    told: list[Step] = []
    release_due(town.house, tell=told.append)
    assert told[:3] == [Step("2026H2", "plan", done, 2) for done in (0, 1, 2)]
    assert {step.period for step in told} == {"2026H2", "2026"}


def results(town: Town, code: str) -> list[tuple[str, str, bool]]:
    told: list[tuple[str, str, bool]] = []
    audit_verb.audit(town.house, code, lambda *one: told.append(one))
    return told


def test_what_was_published_can_be_audited_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited_by(monkeypatch, lambda _c, _f, name: name != "second")
    in_january(town)
    release_due(town.house)
    assert verdicts(town)["2026H2"] == (["plan"], "total")
    assert results(town, "2026H2") == [], "the total alone needs none"
    assert kept(town) == {}


def test_of_one_that_is_due_each_rung_is_audited_and_nothing_kept(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited_by(monkeypatch, lambda c, _f, _n: all(table.one_way for table in c.tables), ["only"])
    in_january(town)
    settled_plan = release_due(town.house, lambda: True)
    assert settled_plan.stopped
    found = audit_verb.audit(town.house, "2026", lambda *_: None)
    assert [(rung.rung, rung.passed) for rung in found.rungs] == [
        ("plan", False),
        ("one_way", True),
    ]
    assert not found.passed
    assert not found.released
    assert verdicts(town) == {}
    assert kept(town) == {}


@pytest.mark.parametrize("code", ["", "2026Q5", "nonsense", "2019", "\0", "99999"])
def test_any_other_period_is_not_found(file_town: Town, code: str) -> None:
    with pytest.raises(NotFound):
        audit_verb.audit(file_town.house, code, lambda *_: None)


def test_the_real_checks_have_names_of_their_own(town: Town) -> None:
    in_january(town)
    named: list[list[str]] = []

    def asked(figures: Figures, frozen: Sequence[Figures]) -> Sequence[Check]:
        named.append([each.name for each in checks(figures, frozen)])
        return ()

    release_due(town.house, asked=asked)
    assert named[-1], "the year has tables that are checked"
    for names in named:
        assert len(set(names)) == len(names)
        assert all(len(name) <= 128 for name in names), "the column has room"
