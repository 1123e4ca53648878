"""A death stops everything at once: here stands all that a case can still have going on."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from kit.cases import case_in, case_row, do, referral_in, referral_row, told, version
from kit.dump import steal
from kit.measures import consented
from kit.receivers import ADDRESS, asked, heard
from kit.tasks import planned, read_tasks, rows_of
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.cases.attempt import RecordAttempt
from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.finish_task import FinishTask
from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.commands.cases.measure import RecordMeasure
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.move_task import MoveTask
from signalering.domain.commands.cases.pause import PauseCase
from signalering.domain.commands.cases.plan import PlanTask
from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.domain.commands.referrals.renew import RenewLink
from signalering.domain.commands.referrals.send import SendReferral
from signalering.domain.errors import DomainError, NotAllowedNow
from signalering.domain.flows.referral import FINISHED
from signalering.domain.lifecycles import LinkWay, ReceiverSaid, TaskEnd, TaskKind
from signalering.domain.measures import Response
from signalering.domain.states import (
    AttemptResult,
    CaseOutcome,
    CaseState,
    Channel,
    PauseReason,
    ReferralState,
)
from signalering.domain.views.referrals.send import MadeLink
from signalering.models.directory.initiative import Initiative
from signalering.models.keys.group import PackageShare
from signalering.models.referrals.referral import Referral
from signalering.services.cases.attempt import attempt
from signalering.services.cases.close import close
from signalering.services.cases.finish_task import finish_task
from signalering.services.cases.list import list_cases
from signalering.services.cases.measure import measure, measuring
from signalering.services.cases.move import move
from signalering.services.cases.move_task import move_task
from signalering.services.cases.pause import pause
from signalering.services.cases.plan import plan
from signalering.services.cases.show import open_record
from signalering.services.cases.tasks import open_tasks
from signalering.services.cases.visit_sheet import UNPLANNED, visit_sheet
from signalering.services.referrals.compose import compose
from signalering.services.referrals.propose import propose
from signalering.services.referrals.receive import receive
from signalering.services.referrals.renew import renew
from signalering.services.referrals.send import send
from signalering.services.work import Work

R = ReferralState
PLACE = "De Vereeniging"
# One referral in each state in which something is still going on.
RUNNING = {
    R.PROPOSED: "WestlandOntmoet",
    R.CONSENTED: "Westland voor Elkaar",
    R.ACCEPTED: "Buurtrestaurant Bij Mekaar",
    R.WAITING_LIST: "Bibliotheek Westland: taalhuis",
    R.STARTED: "Westland Cultuurweb",
}


class Busy:
    """A case in which everything goes on that can, and whose resident then dies."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.case_id = case_in(town, CaseState.SUPPORTED)
        consented(town, self.case_id)
        self.tasks = [planned(town, self.case_id, kind, days=0) for kind in TaskKind]
        self.referrals = {
            state: referral_in(town, state, self.case_id, name) for state, name in RUNNING.items()
        }
        # Two whose receiver has a link: one answered, and that was not taken in; one didn't.
        self.asked, self.unread = asked(town, self.case_id, PLACE)
        self.answered, self.link = asked(town, self.case_id, "Wandelgroep (voorbeeld)")
        heard(town, self.link, ReceiverSaid.ACCEPTED)
        self.links: tuple[MadeLink, ...] = (self.unread, self.link)
        self.before = steal(town.house).data
        self.words = len(told(town, self.case_id))
        do(
            town,
            lambda w: close(
                w, CloseCase(self.case_id, version(w, self.case_id), CaseOutcome.DECEASED)
            ),
        )


@pytest.fixture
def busy(town: Town) -> Busy:
    return Busy(town)


@pytest.fixture
def quiet(file_town: Town) -> Busy:
    """On SQLite alone, for what asks nothing of the database."""
    return Busy(file_town)


def test_what_was_planned_is_gone(busy: Busy) -> None:
    assert rows_of(busy.town, busy.case_id) == []
    assert told(busy.town, busy.case_id, "tasks_dropped")[0]["numbers"] == busy.tasks
    assert read_tasks(busy.town, busy.case_id) == ()
    with busy.town.work("coordinator", writes=False) as work:
        assert open_tasks(work) == ()


def test_no_clock_runs(busy: Busy) -> None:
    case = case_row(busy.town, busy.case_id)
    assert (case.deadline_on, case.deadline_kind) == (None, None)
    assert (case.paused_until, case.pause_reason) == (None, None)
    with busy.town.work("coordinator") as work:
        assert open_record(work, busy.case_id).next_steps == ()
        listed = list_cases(work, ListCases(CaseFilter.OWN)).rows
        assert busy.case_id not in [row.id for row in listed]


def test_every_referral_has_ended_with_its_deadline_its_link_and_its_package(busy: Busy) -> None:
    with busy.town.work(writes=False) as work:
        rows = work.data.scalars(select(Referral).where(Referral.case_id == busy.case_id)).all()
        assert len(rows) == len(RUNNING) + 2
        for row in rows:
            assert row.state in FINISHED
            assert row.deadline_on is None
            assert (row.link_hash, row.link_until, row.package_id, row.package) == (None,) * 4
        assert work.keys.scalars(select(PackageShare)).all() == []
    assert steal(busy.town.house).data["referral_answer"] == []


def test_no_link_leads_anywhere(busy: Busy) -> None:
    for link in busy.links:
        with pytest.raises(DomainError), busy.town.committed() as work:
            receive(work, link.token, ADDRESS)


def sizes(rows: list[dict[str, Any]]) -> list[tuple[UUID, int, int]]:
    """Which entries there are, and how long each is."""
    return sorted((row["signal_id"], row["number"], len(row["sealed"])) for row in rows)


def test_no_mail_and_no_line_to_the_reporter_comes_of_it(busy: Busy) -> None:
    """Mail names no case, so that none can be taken back: what matters is that none is made."""
    after = steal(busy.town.house).data
    for table in ("outbox_mail", "triage_entry", "signal"):
        assert after[table] == busy.before[table], table
    # That no answer is waited for any more is written in its place: no line, and no byte more.
    assert sizes(after["thread_entry"]) == sizes(busy.before["thread_entry"])
    said = told(busy.town, busy.case_id)[busy.words :]
    assert {entry["kind"] for entry in said} == {"outcome", "tasks_dropped", "referral"}


def test_nothing_falls_due_later(quiet: Busy) -> None:
    town = quiet.town
    town.clock.move_to(town.clock.now() + timedelta(days=200))
    with town.work("coordinator") as work:
        view = open_record(work, quiet.case_id)
    assert (view.next_steps, view.tasks, view.answers) == ((), (), ())
    assert not any(one.unfinished or one.moves or one.may_send for one in view.referrals)


def _steps(busy: Busy) -> dict[str, Callable[[Work], object]]:
    """Everything that would set something going again, or put it on paper."""
    case_id, town = busy.case_id, busy.town
    seen = case_row(town, case_id).version
    today = town.clock.today()

    def sending(work: Work) -> object:
        row = referral_row(town, busy.asked)
        return send(
            work, SendReferral(row.id, row.version, LinkWay.PAPER, "Naam", frozenset({"phone"}))
        )

    def renewing(work: Work) -> object:
        row = referral_row(town, busy.answered)
        return renew(work, RenewLink(row.id, row.version, LinkWay.PAPER))

    def proposing(work: Work) -> object:
        to = work.data.scalars(select(Initiative.id).where(Initiative.name == PLACE)).one()
        return propose(work, ProposeReferral(case_id, seen, to, "social", "verloor haar zus"))

    first = busy.tasks[0]
    return {
        "plan": lambda w: plan(w, PlanTask(case_id, seen, TaskKind.TASK, today, "iets")),
        "finish": lambda w: finish_task(w, FinishTask(case_id, seen, first, TaskEnd.DONE)),
        "move task": lambda w: move_task(w, MoveTask(case_id, seen, first, today, "10:00")),
        "visit sheet": lambda w: visit_sheet(w, case_id, UNPLANNED),
        "visit sheet of the appointment": lambda w: visit_sheet(w, case_id, first),
        "attempt": lambda w: attempt(
            w,
            RecordAttempt(case_id, seen, Channel.LETTER, AttemptResult.MESSAGE_LEFT, "morning"),
        ),
        "pause": lambda w: pause(
            w, PauseCase(case_id, seen, today + timedelta(days=3), PauseReason.AWAY)
        ),
        "move": lambda w: move(w, MoveCase(case_id, seen, CaseState.AFTERCARE)),
        "measure": lambda w: measure(
            w, RecordMeasure(case_id, seen, 0, today, Response.ANSWERED, direct=2)
        ),
        "page of a measure": lambda w: measuring(w, case_id),
        "propose": proposing,
        "page of a referral's letter": lambda w: compose(w, busy.asked),
        "link of a referral": sending,
        "new link of a referral": renewing,
    }


@pytest.mark.parametrize(
    "name",
    [
        "plan",
        "finish",
        "move task",
        "visit sheet",
        "visit sheet of the appointment",
        "attempt",
        "pause",
        "move",
        "measure",
        "page of a measure",
        "propose",
        "page of a referral's letter",
        "link of a referral",
        "new link of a referral",
    ],
)
def test_nothing_begins_again_and_nothing_is_printed(quiet: Busy, name: str) -> None:
    step = _steps(quiet)[name]
    before = steal(quiet.town.house).data
    with pytest.raises(NotAllowedNow):
        do(quiet.town, step)
    after = steal(quiet.town.house).data
    for table in ("case_record", "case_entry", "case_task", "referral", "outbox_mail"):
        assert after[table] == before[table], table
