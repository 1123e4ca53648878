"""What a log-in sets going; a fault in it keeps nobody out."""

import structlog

from signalering.domain.access import Actor
from signalering.domain.states import Hat
from signalering.services import monthly
from signalering.services.accounts.relink import is_handed_over, take_over
from signalering.services.opened import Opened
from signalering.services.signals import remind_reporters as reporters
from signalering.services.work import House, open_work

log = structlog.get_logger()


def new_month(house: House, actor: Actor | None, opened: Opened) -> None:
    """Let a coordinator do the month's duties, in a transaction after the log-in's."""
    if actor is None or actor.hat is not Hat.COORDINATOR:
        return
    try:
        with open_work(house, actor, opened, writes=True) as work:
            monthly.new_month(work)
            work.commit()
    except Exception as error:
        log.error("new_month", kind=type(error).__name__)


def remind_reporters(house: House, actor: Actor, opened: Opened) -> None:
    """Let a coordinator who opens the inbox remind the reporters whose answer is waited for."""
    if opened.user_secret is None or actor.hat is not Hat.COORDINATOR:
        return
    try:
        with open_work(house, actor, opened, writes=False) as work:
            if not reporters.is_waited_for(work):
                return
        with open_work(house, actor, opened, writes=True) as work:
            reporters.remind_reporters(work)
            work.commit()
    except Exception as error:
        log.error("remind_reporters", kind=type(error).__name__)


def take_over_signals(house: House, actor: Actor, opened: Opened) -> None:
    """Let a reporter with a new key pair have the older signals that a coordinator looked up."""
    if opened.user_secret is None:
        return
    try:
        with open_work(house, actor, opened, writes=False) as work:
            if not is_handed_over(work):
                return
        with open_work(house, actor, opened, writes=True) as work:
            take_over(work)
            work.commit()
    except Exception as error:
        log.error("take_over_signals", kind=type(error).__name__)
