"""Cover: whoever stands in works with what the colleague has, from the first day to the last."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from kit.at_once import at_once
from kit.cases import case_row, opened, version
from kit.covers import command, covered, in_days, pass_days
from kit.newcomers import invited
from kit.signals import logged, row_of, taken
from kit.town import Town
from kit.trail import entries
from sqlalchemy import func, select, update

from signalering.domain.commands.accounts.change_cover import ChangeCover
from signalering.domain.commands.accounts.cover import EnterCover
from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.commands.signals.assign import AssignSignals
from signalering.domain.commands.signals.inbox import AskInbox, InboxFilter
from signalering.domain.commands.signals.remark import RemarkOnSignal
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotFound
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.accounts.cover import Cover
from signalering.models.cases.case import Case
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.actors import standing_actor
from signalering.services.accounts.change_cover import change_cover, cover_line, end_cover
from signalering.services.accounts.cover import cover, covers
from signalering.services.accounts.covering import covered_by, note_for, sweep
from signalering.services.accounts.deactivate import deactivate, leaving
from signalering.services.cases.head import kept_head
from signalering.services.cases.list import list_cases
from signalering.services.cases.note import note
from signalering.services.cases.open import open as open_case
from signalering.services.signals.assign import assign
from signalering.services.signals.come_back import tell
from signalering.services.signals.inbox import inbox
from signalering.services.signals.remark import remark
from signalering.services.work import Work


def writes(town: Town, key: str, case_id: UUID) -> None:
    with town.committed(key) as work:
        note(work, WriteNote(case_id, version(work, case_id), "Gebeld."))


def refused(town: Town, asked: EnterCover, key: str = "coordinator") -> tuple[str, str]:
    with town.work(key) as work, pytest.raises(InvalidInput) as error:
        cover(work, asked)
    return error.value.field, error.value.code


def rows(town: Town) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count(Cover.id))) or 0


def test_who_stands_in_works_in_cases_and_signals_that_stay_the_colleagues(town: Town) -> None:
    case_id, signal_id = opened(town), taken(town)
    covered(town)
    writes(town, "other_coordinator", case_id)
    with town.committed("other_coordinator") as work:
        remark(work, RemarkOnSignal(signal_id, "Nog eens bellen."))
        head = kept_head(work, case_id)
    assert (head.is_own, head.covered, head.owner) == (True, True, "Cor Dinator")
    owner = town.people["coordinator"].account_id
    assert case_row(town, case_id).owner_id == owner
    assert row_of(town, signal_id).owner_id == owner
    told = entries(town, "case_noted") + entries(town, "signal_remarked")
    assert {one["actor"] for one in told} == {str(town.people["other_coordinator"].account_id)}


def test_covered_work_stands_among_ones_own_and_is_counted(town: Town) -> None:
    case_id, signal_id = opened(town), taken(town)
    mine = taken(town, "other_coordinator")
    with town.work("other_coordinator") as work:
        assert list_cases(work, ListCases()).rows == ()
        assert [row.signal_id for row in inbox(work, AskInbox(InboxFilter.MINE)).rows] == [mine]
    covered(town)
    with town.work("other_coordinator") as work:
        page = list_cases(work, ListCases())
        view = inbox(work, AskInbox(InboxFilter.MINE))
    assert [(row.id, row.covered, row.owner) for row in page.rows] == [
        (case_id, True, "Cor Dinator")
    ]
    assert page.counts[CaseFilter.OWN] == 1
    assert {row.signal_id: row.covered for row in view.rows} == {signal_id: True, mine: False}
    assert view.counts[InboxFilter.MINE] == 2


def test_it_begins_on_its_first_day_and_ends_after_its_last(town: Town) -> None:
    case_id = opened(town)
    covered(town, first=1, last=3)
    for day, may in enumerate((False, True, True, True, False)):
        with town.work("other_coordinator") as work:
            assert (work.by().covers != frozenset()) is may, day
            if may:
                assert kept_head(work, case_id).is_own
            else:
                with pytest.raises(Denied):
                    kept_head(work, case_id)
        pass_days(town, 1)


def test_every_request_asks_anew(town: Town) -> None:
    owner, by = (town.people[key].account_id for key in ("coordinator", "other_coordinator"))

    def found() -> frozenset[UUID]:
        with town.work(writes=False) as work:
            actor = standing_actor(work, by, 0, Hat.COORDINATOR)
        assert actor is not None
        return actor.covers

    assert found() == frozenset()
    covered(town, last=0)
    assert found() == {owner}
    pass_days(town, 1)
    assert found() == frozenset()


def test_another_colleague_may_not(town: Town) -> None:
    case_id, signal_id = opened(town), taken(town)
    covered(town)
    invited(town, "third", Hat.COORDINATOR)
    with town.work("third") as work, pytest.raises(Denied):
        note(work, WriteNote(case_id, version(work, case_id), "Gebeld."))
    with town.work("third") as work, pytest.raises(Denied):
        remark(work, RemarkOnSignal(signal_id, "Gebeld."))


def test_it_does_not_pass_on(town: Town) -> None:
    """The first stands in for the second, who stands in for the third: not so the first."""
    case_id = opened(town)
    third = invited(town, "third", Hat.COORDINATOR).account_id
    with town.committed() as work:
        work.data.execute(update(Case).where(Case.id == case_id).values(owner_id=third))
    with town.committed("administrator") as work:
        # Who covers may fall ill; the other way round it is refused.
        cover(work, command(town, "third", "coordinator"))
        cover(work, command(town, "coordinator", "other_coordinator"))
        assert [line.by_is_away for line in covers(work).lines].count(True) == 1
    with town.work("coordinator") as work:
        assert kept_head(work, case_id).is_own
    with town.work("other_coordinator") as work, pytest.raises(Denied):
        kept_head(work, case_id)
    one = command(town, "other_coordinator", "coordinator")
    assert refused(town, one) == ("by", "cover_away")


def test_only_as_coordinator(file_town: Town) -> None:
    covered(file_town)
    by = file_town.people["other_coordinator"].account_id
    with file_town.work(writes=False) as work:
        assert covered_by(work, by, Hat.COORDINATOR)
        assert covered_by(work, by, Hat.FRONTLINE) == frozenset()


@pytest.mark.parametrize(
    ("first", "last", "error"),
    [
        (3, 2, ("until_on", "cover_order")),
        (-3, -1, ("until_on", "cover_past")),
        (0, 84, ("until_on", "cover_long")),
        (400, 401, ("from_on", "cover_far")),
    ],
)
def test_days_that_can_not_be(
    file_town: Town, first: int, last: int, error: tuple[str, str]
) -> None:
    assert refused(file_town, command(file_town, first=first, last=last)) == error


@pytest.mark.parametrize(
    ("first", "last"),
    [(date.min, date.max), (date.max, date.max), (date.min, date.min), (date.max, date.min)],
)
def test_days_at_the_ends_of_time_are_no_fault(file_town: Town, first: date, last: date) -> None:
    ids = [file_town.people[key].account_id for key in ("coordinator", "other_coordinator")]
    refused(file_town, EnterCover(ids[0], ids[1], first, last))


def test_twelve_weeks_it_may_be(file_town: Town) -> None:
    covered(file_town, last=83)


def test_whom_it_can_not_be(file_town: Town) -> None:
    invited(file_town, "keyless", Hat.COORDINATOR)
    for by, code in (
        ("coordinator", "cover_self"),
        ("keyless", "cover_unable"),
        ("worker", "cover_unable"),
        ("administrator", "cover_unable"),
    ):
        assert refused(file_town, command(file_town, by=by)) == ("by", code)
    for account in ("worker", "manager"):
        assert refused(file_town, command(file_town, account)) == ("account", "unknown_code")
    unknown = EnterCover(
        uuid4(), file_town.people["coordinator"].account_id, *[in_days(file_town, 1)] * 2
    )
    assert refused(file_town, unknown) == ("account", "unknown_code")


def test_nobody_covers_whose_account_has_ended(file_town: Town) -> None:
    with file_town.committed("administrator") as work:
        deactivate(work, file_town.people["other_coordinator"].account_id)
    assert refused(file_town, command(file_town)) == ("by", "cover_unable")


@pytest.mark.parametrize(("first", "last"), [(6, 8), (-2, 0), (2, 3), (-1, 20)])
def test_no_day_is_covered_twice(file_town: Town, first: int, last: int) -> None:
    covered(file_town)
    one = command(file_town, first=first, last=last)
    assert refused(file_town, one) == ("from_on", "cover_overlap")
    covered(file_town, first=7, last=8)


def test_of_two_who_enter_at_once_one_is_told(town: Town) -> None:
    def enter(work: Work) -> None:
        cover(work, command(town))

    told, faults = at_once(town, ("coordinator", enter), ("administrator", enter))
    assert faults == []
    assert [one.code for one in told] == ["cover_overlap"]
    assert rows(town) == 1


def test_who_may_enter_it(file_town: Town) -> None:
    for key in ("worker", "manager", "privacy_officer"):
        with file_town.work(key) as work, pytest.raises(Denied):
            cover(work, command(file_town))
        with file_town.work(key) as work, pytest.raises(Denied):
            covers(work)
    with file_town.committed("administrator") as work:
        cover(work, command(file_town))
        (line,) = covers(work).lines
    assert (line.account, line.by, line.runs) == ("Cor Dinator", "Coby Dinator", True)
    (told,) = entries(file_town, "cover_entered")
    assert told["object"] == str(file_town.people["coordinator"].account_id)
    assert told["details"] == {
        "account_id": str(file_town.people["other_coordinator"].account_id),
        "from_day": in_days(file_town, 0).isoformat(),
        "to_day": in_days(file_town, 6).isoformat(),
    }


def test_both_hear_of_it_but_for_who_enters_it(town: Town) -> None:
    covered(town)
    with town.work(writes=False) as work:
        receivers = set(work.data.scalars(select(OutboxMail.account_id)))
    assert receivers == {town.people["other_coordinator"].account_id}


def test_news_for_who_is_away_reaches_who_stands_in(town: Town) -> None:
    covered(town)
    with town.committed() as work:
        work.data.execute(OutboxMail.__table__.delete())
        tell(work, town.people["coordinator"].account_id)
    with town.work(writes=False) as work:
        receivers = set(work.data.scalars(select(OutboxMail.account_id)))
    assert receivers == {
        town.people[key].account_id for key in ("coordinator", "other_coordinator")
    }


def test_it_ends_early_on_the_next_request(town: Town) -> None:
    case_id = opened(town)
    cover_id = covered(town)
    with town.committed("administrator") as work:
        end_cover(work, cover_id, 1)
    with town.work("other_coordinator") as work, pytest.raises(Denied):
        kept_head(work, case_id)
    assert len(entries(town, "cover_ended")) == 1
    with town.work("administrator") as work, pytest.raises(NotFound):
        end_cover(work, cover_id, 1)


def test_it_can_be_changed_and_nobody_is_overtaken(town: Town) -> None:
    cover_id = covered(town)
    by = town.people["other_coordinator"].account_id
    longer = ChangeCover(cover_id, 1, by, in_days(town, 0), in_days(town, 20))
    with town.committed("coordinator") as work:
        change_cover(work, longer)
        line = cover_line(work, cover_id)
    assert (line.version, line.until_on) == (2, in_days(town, 20))
    with town.work("other_coordinator") as work, pytest.raises(Conflict):
        change_cover(work, longer)
    with town.work("other_coordinator") as work, pytest.raises(Conflict):
        end_cover(work, cover_id, 1)
    assert len(entries(town, "cover_changed")) == 1


def test_a_change_is_judged_as_a_new_one(file_town: Town) -> None:
    cover_id = covered(file_town)
    covered(file_town, first=10, last=12)
    ids = [file_town.people[key].account_id for key in ("coordinator", "other_coordinator")]
    for by, last, code in (
        (ids[0], 6, "cover_self"),
        (ids[1], 11, "cover_overlap"),
        (ids[1], 90, "cover_long"),
        (uuid4(), 6, "cover_unable"),
    ):
        asked = ChangeCover(cover_id, 1, by, in_days(file_town, 0), in_days(file_town, last))
        with file_town.work("coordinator") as work, pytest.raises(InvalidInput) as error:
            change_cover(work, asked)
        assert error.value.code == code
    with file_town.work("worker") as work, pytest.raises(Denied):
        end_cover(work, cover_id, 1)


@pytest.mark.parametrize("leaves", ["coordinator", "other_coordinator"])
def test_it_ends_with_either_account_and_the_page_says_so_before(town: Town, leaves: str) -> None:
    taken(town)
    covered(town)
    with town.work("administrator", writes=False) as work:
        view = leaving(work, town.people[leaves].account_id)
    away = leaves == "coordinator"
    assert view.covered_by == ("Coby Dinator" if away else "")
    assert view.covers == (() if away else ("Cor Dinator",))
    with town.committed("administrator") as work:
        deactivate(work, town.people[leaves].account_id)
    assert rows(town) == 0
    assert len(entries(town, "cover_ended")) == 1


def test_a_case_opened_meanwhile_is_the_colleagues(town: Town) -> None:
    signal_id = taken(town)
    covered(town)
    with town.committed("other_coordinator") as work:
        case_id = open_case(work, signal_id)
    assert case_row(town, case_id).owner_id == town.people["coordinator"].account_id


def test_late_triage_of_who_is_away_is_at_hand_for_who_stands_in(town: Town) -> None:
    signal_id = taken(town)
    covered(town, last=20)
    pass_days(town, 7)
    with town.work("other_coordinator") as work:
        late = inbox(work, AskInbox(InboxFilter.OVERDUE))
        (row,) = inbox(work, AskInbox(InboxFilter.MINE)).rows
    assert [one.signal_id for one in late.rows] == [signal_id]
    assert (row.signal_id, row.overdue, row.covered) == (signal_id, True, True)


def test_who_stands_in_can_give_a_signal_on(file_town: Town) -> None:
    signal_id = taken(file_town)
    covered(file_town)
    to = file_town.people["other_coordinator"].account_id
    with file_town.committed("other_coordinator") as work:
        assign(work, AssignSignals((signal_id,), to))
    assert row_of(file_town, signal_id).owner_id == to


def test_what_it_means_for_whom(file_town: Town) -> None:
    covered(file_town)
    until = in_days(file_town, 6)
    with file_town.work(writes=False) as work:
        ids = {row.name: row.id for row in work.data.execute(select(Account.name, Account.id))}
        away, stands_in = note_for(work, ids["Cor Dinator"]), note_for(work, ids["Coby Dinator"])
    assert (away.covered_by, away.covered_until, away.covers) == ("Coby Dinator", until, ())
    assert (stands_in.covered_by, stands_in.covers) == ("", (("Cor Dinator", until),))


def test_what_is_over_is_forgotten(town: Town) -> None:
    logged(town)
    covered(town, last=1)
    for day, count in ((0, 1), (1, 1), (2, 0)):
        with town.committed() as work:
            sweep(work)
        assert rows(town) == count, day
        pass_days(town, 1)
