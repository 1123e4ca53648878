"""A training ends once, whoever signs up for it, asks for another, or ends it at that moment."""

import threading
from uuid import UUID

import pytest
from kit.town import Town
from kit.training import planned, signed_up
from sqlalchemy import func, select

from signalering.domain.commands.training.session import HoldSession
from signalering.domain.errors import DomainError
from signalering.models.training.certificate import Certificate
from signalering.models.training.session import TrainingSeat
from signalering.services.training.call_off import call_off
from signalering.services.training.request import request
from signalering.services.training.session import hold
from signalering.services.training.sign_up import sign_up
from signalering.services.work import Work


def act(town: Town, work: Work, what: str, session_id: UUID) -> None:
    if what == "hold":
        hold(work, HoldSession(session_id, (town.people["other_worker"].account_id,)))
    elif what == "call_off":
        call_off(work, session_id)
    elif what == "sign_up":
        sign_up(work, session_id)
    else:
        request(work, wanted=True)


def certificates(town: Town) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(Certificate)) or 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("hold", "hold"),
        ("hold", "call_off"),
        ("call_off", "hold"),
        ("sign_up", "call_off"),
        ("call_off", "sign_up"),
        ("request", "call_off"),
    ],
)
def test_two_at_once_come_one_after_the_other(town: Town, first: str, second: str) -> None:
    session_id = planned(town, in_days=0)
    signed_up(town, session_id, "other_worker")
    before = certificates(town)
    keys = {"hold": "administrator", "call_off": "administrator", "sign_up": "worker"}
    faults: list[Exception] = []

    def other() -> None:
        try:
            with town.committed(keys.get(second, "other_worker")) as work:
                act(town, work, second, session_id)
        except DomainError:
            pass  # too late, and told so
        except Exception as fault:
            faults.append(fault)

    thread = threading.Thread(target=other)
    with town.committed(keys.get(first, "other_worker")) as work:
        act(town, work, first, session_id)
        thread.start()
        thread.join(0.3)  # long enough to run into what is held here
    thread.join()
    assert faults == []
    assert certificates(town) - before == (1 if first == "hold" else 0)
    with town.work(writes=False) as work:
        assert work.data.scalars(select(TrainingSeat)).all() == []
