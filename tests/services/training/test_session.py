"""Who was at a training in a classroom: signed up, come along, of which partner."""

from datetime import timedelta
from uuid import UUID

import pytest
from kit.cards import later
from kit.town import Town
from kit.training import planned, signed_up
from sqlalchemy import func, select

from signalering.domain.access import Permission, allowed
from signalering.domain.commands.training.session import HoldSession
from signalering.domain.errors import (
    InvalidInput,
    InvalidLines,
    NotAllowedNow,
    NotFound,
)
from signalering.models.partners.partner import Partner
from signalering.models.training.certificate import Certificate
from signalering.models.training.session import (
    TrainingRequest,
    TrainingSeat,
    TrainingSession,
)
from signalering.services.training.certificate import certificate
from signalering.services.training.course import course
from signalering.services.training.request import request
from signalering.services.training.session import hold, session
from signalering.services.training.sign_up import sign_up


def may_log(town: Town, key: str = "untrained") -> bool:
    with town.work(key, writes=False) as work:
        return allowed(Permission.LOG_SIGNAL, work.by(), None, work.clock.today())


def count(town: Town, table: type) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(table)) or 0


def partner_id(town: Town, name: str) -> UUID:
    with town.work(writes=False) as work:
        return work.data.scalars(select(Partner.id).where(Partner.name == name)).one()


def test_who_was_there_gets_a_certificate_and_the_list_is_erased(town: Town) -> None:
    session_id = planned(town, in_days=1)
    for key in ("untrained", "other_worker"):
        signed_up(town, session_id, key)
    there = town.people["untrained"].account_id
    with town.work("administrator") as work, pytest.raises(NotAllowedNow):
        hold(work, HoldSession(session_id, (there,)))
    later(town, timedelta(days=1))
    before = count(town, Certificate)
    stranger = town.people["manager"].account_id
    with town.work("administrator") as work, pytest.raises(InvalidInput):
        hold(work, HoldSession(session_id, (stranger,)))
    with town.committed("administrator") as work:
        assert hold(work, HoldSession(session_id, (there, there))) == 1
    assert count(town, Certificate) == before + 1
    assert may_log(town)
    assert (count(town, TrainingSession), count(town, TrainingSeat)) == (0, 0)


def test_a_training_at_a_partner_is_for_its_own_people(file_town: Town) -> None:
    at_sea = partner_id(file_town, "Wonen aan Zee")
    session_id = planned(file_town, partner_id=at_sea)
    with file_town.work("other_worker", writes=False) as work:
        assert [line.partner for line in course(work, "nl").sessions] == ["Wonen aan Zee"]
    with file_town.work("worker") as work:
        assert course(work, "nl").sessions == ()
        with pytest.raises(NotFound):
            sign_up(work, session_id)


def test_the_partner_stands_on_the_certificate(file_town: Town) -> None:
    session_id = planned(file_town, in_days=0, partner_id=partner_id(file_town, "Wonen aan Zee"))
    signed_up(file_town, session_id, "other_worker")
    present = (file_town.people["other_worker"].account_id,)
    with file_town.committed("administrator") as work:
        hold(work, HoldSession(session_id, present))
    with file_town.work("other_worker", writes=False) as work:
        assert certificate(work).partner == "Wonen aan Zee"


def test_who_came_without_signing_up_is_trained_too(file_town: Town) -> None:
    session_id = planned(file_town, in_days=0)
    address = file_town.people["untrained"].email.upper()
    with file_town.committed("administrator") as work:
        assert hold(work, HoldSession(session_id, (), f"{address}\n\n{address}")) == 1
    assert may_log(file_town)


def test_a_strange_address_is_told_and_nothing_is_recorded(file_town: Town) -> None:
    session_id = planned(file_town, in_days=0)
    signed_up(file_town, session_id, "other_worker")
    present = (file_town.people["other_worker"].account_id,)
    with file_town.work("administrator") as work:
        known = file_town.people["untrained"].email
        with pytest.raises(InvalidLines) as refusal:
            hold(work, HoldSession(session_id, present, f"{known}\n\nWie@elders.test\nJan"))
    assert [(one.code, dict(one.params)) for one in refusal.value.each] == [
        ("line_without_account", {"number": "3", "line": "Wie@elders.test"}),
        ("line_no_address", {"number": "4", "line": "Jan"}),
    ]
    assert not may_log(file_town)


def test_the_partners_own_workers_are_there_to_tick(file_town: Town) -> None:
    at_sea = partner_id(file_town, "Wonen aan Zee")
    session_id = planned(file_town, in_days=0, partner_id=at_sea)
    signed_up(file_town, session_id, "other_worker")
    with file_town.work("administrator", writes=False) as work:
        view = session(work, session_id)
    there, too = (file_town.people[key].account_id for key in ("other_worker", "untrained"))
    assert [one.account_id for one in view.attendees] == [there]
    assert [one.account_id for one in view.others] == [too]
    with file_town.committed("administrator") as work:
        assert hold(work, HoldSession(session_id, (too,))) == 1
    assert may_log(file_town)


def test_who_asked_for_a_training_and_came_along_asks_no_more(file_town: Town) -> None:
    session_id = planned(file_town, in_days=0)
    with file_town.committed("untrained") as work:
        request(work, wanted=True)
    with file_town.work("administrator", writes=False) as work:
        (one,) = session(work, session_id).others
    with file_town.committed("administrator") as work:
        hold(work, HoldSession(session_id, (one.account_id,)))
    assert may_log(file_town)
    assert count(file_town, TrainingRequest) == 0


def test_a_list_is_not_erased_for_nobody(file_town: Town) -> None:
    session_id = planned(file_town, in_days=0)
    with file_town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        hold(work, HoldSession(session_id, (), " \n"))
    assert refused.value.code == "nobody_came"
