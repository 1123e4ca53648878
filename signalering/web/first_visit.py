"""What stands on top of a start page, and nowhere else: what the role does first, and what a new

installation still needs. A fault in it takes no page away.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType

from flask import request

from signalering.domain.access import Permission, allowed
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import Hat
from signalering.domain.views.keys.coverage import KeyNotice, KeyNoticeKind
from signalering.services.settings.first_steps import steps_left
from signalering.services.work import Work
from signalering.web.around import asked
from signalering.web.context import house
from signalering.web.visitor import Visitor, current_visitor

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


def steps_to_do(work: Work | None, about_keys: Iterable[KeyNotice]) -> int:
    """How many steps a new installation still needs, where that is said; what is told of keys is

    known by then.
    """
    visitor = _at_start()
    today = house().clock.today()
    if work is None or visitor is None:
        return 0
    if not allowed(Permission.FIRST_STEPS, visitor.actor, None, today):
        return 0
    few = any(one.kind in FEW and one.group == KeyGroup.CASEWORK for one in about_keys)
    return asked(work, "first_steps", partial(steps_left, few_hold_the_key=few), 0)


def _at_start() -> Visitor | None:
    visitor = current_visitor()
    if visitor is None or request.endpoint != FIRST[visitor.hat]:
        return None
    return visitor
