"""A receiver answers by the link; the case's keeper takes it in later."""

from typing import Any

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.referrals.answer import AnswerReferral
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows import referral as flow
from signalering.domain.flows.table import By, check_reason
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import Attendance, ReferralState
from signalering.domain.views.referrals.receive import ReceiverView
from signalering.models.referrals.referral import Referral
from signalering.services.audit.record import record
from signalering.services.referrals.advance import STOPPING, stored_reason
from signalering.services.referrals.answers import leave, waits
from signalering.services.referrals.finding import change_referral
from signalering.services.referrals.links import columns_after
from signalering.services.referrals.receive import (
    admitted,
    may_say,
    package_behind,
    view_of,
)
from signalering.services.work import Work


def answer(work: Work, command: AnswerReferral, address: str) -> ReceiverView:
    """Move the referral, or record a step of taking part; its coordinator hears that something

    waits. Whoever takes it on sees the resident's details once more, and never again. Of two who
    answer at once one is right. Raises NotFound, TooOften, NotAllowedNow, InvalidInput, Conflict.
    """
    referral = admitted(work, command.token, address)
    if not may_say(referral, command.said):
        raise NotAllowedNow
    package = package_behind(work, referral, command.token)
    if command.said is ReceiverSaid.CALL and waits(work, referral, command.said):
        # A second press on the button, or a machine: the coordinator was asked already.
        return view_of(work, referral, command.token, package, command.said)
    reason, columns = _step(work, referral, command)
    change_referral(work, referral, **columns)
    leave(work, referral, command.said, reason)
    record(
        work,
        AuditAction.REFERRAL_ANSWERED,
        referral.id,
        said=command.said.value,
        reason=reason or "",
    )
    ended = ReferralState(referral.state) in flow.FINISHED
    shown = None if ended else package
    return view_of(work, referral, command.token, shown, command.said)


def _step(
    work: Work, referral: Referral, command: AnswerReferral
) -> tuple[str | None, dict[str, Any]]:
    """The reason that is kept, and the columns."""
    said = command.said
    if said is ReceiverSaid.CALL or said.value in list(Attendance):
        check_reason(None, command.reason)
        return None, {} if said is ReceiverSaid.CALL else {"attendance": said.value}
    before, to = ReferralState(referral.state), ReferralState(said.value)
    flow.check_said(before, to, By.RECEIVER, command.reason)
    reason = stored_reason(before, to, command.reason)
    return reason, {
        "state": to.value,
        "deadline_on": None,
        "decline_reason": reason if to is ReferralState.DECLINED else None,
        "stop_reason": reason if to in STOPPING else None,
        **columns_after(work, referral, to),
    }
