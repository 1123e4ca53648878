"""What stands on top of a start page, and nowhere else: what the role does first, and what a new

installation still needs. A fault in it takes no page away.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import structlog
from flask import request

from signalering.domain.access import Permission, allowed
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import Hat
from signalering.domain.views.keys.coverage import KeyNotice, KeyNoticeKind
from signalering.services.settings.first_steps import steps_left
from signalering.services.work import open_work
from signalering.web.context import house
from signalering.web.visitor import Visitor, current_visitor

log = structlog.get_logger()

FIRST: Mapping[Hat, str] = MappingProxyType(
    {
        Hat.FRONTLINE: "signals.mine",
        Hat.COORDINATOR: "cases.today",
        Hat.MANAGER: "statistics.overview",
        Hat.ADMINISTRATOR: "accounts.list",
        Hat.PRIVACY_OFFICER: "audit.trail",
        # Needs no key, which a newcomer has yet to be given.
        Hat.DATA_PROTECTION_OFFICER: "audit.pack",
    }
)
FEW = frozenset({KeyNoticeKind.FEW_HOLDERS, KeyNoticeKind.NO_HOLDER})


def shows_guide() -> bool:
    """Whether this page begins with the guide of the role."""
    visitor = _at_start()
    return visitor is not None and not visitor.actor.guide_away


def steps_to_do(about_keys: Iterable[KeyNotice]) -> int:
    """How many steps a new installation still needs, where that is said; what is told of keys is

    known by then.
    """
    visitor = _at_start()
    today = house().clock.today()
    if visitor is None or not allowed(Permission.FIRST_STEPS, visitor.actor, None, today):
        return 0
    few = any(one.kind in FEW and one.group == KeyGroup.CASEWORK for one in about_keys)
    try:
        with open_work(house(), visitor.actor, visitor.opened, writes=False) as work:
            return steps_left(work, few_hold_the_key=few)
    except Exception as error:  # the page itself matters more
        log.error("first_steps", kind=type(error).__name__)
        return 0


def _at_start() -> Visitor | None:
    visitor = current_visitor()
    if visitor is None or request.endpoint != FIRST[visitor.hat]:
        return None
    return visitor
