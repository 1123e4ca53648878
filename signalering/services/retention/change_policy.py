"""Decide on another term, with a reason; what was decided before stays to be read."""

from datetime import timedelta

from sqlalchemy import func, select, update

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.retention.change_policy import ChangePolicy
from signalering.domain.errors import Conflict, InvalidInput
from signalering.domain.retention import (
    CASES,
    NOTICE_DAYS,
    OPTIONS,
    Erasable,
    KeepFor,
    Kept,
    is_longer,
    kept_through_month,
    kept_until,
    started_by,
)
from signalering.domain.states import CaseState
from signalering.domain.text import clean_text
from signalering.domain.views.retention.change_policy import Choice, PolicyView
from signalering.models.cases.case import Case
from signalering.models.retention.policy import RetentionPolicy
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.retention.due import due
from signalering.services.retention.overview import decision_in_force
from signalering.services.retention.policy import newest, term
from signalering.services.work import Work

REASON_LIMIT = 500
_ERASABLE = {Kept.SIGNAL: Erasable.SIGNAL, Kept.AUDIT: Erasable.AUDIT}


def change_policy(work: Work, command: ChangePolicy) -> None:
    """The new term holds from today, also for what is kept already; nothing goes without notice.

    Envelopes get their new day at once, closed cases when a coordinator is next in. Raises Denied,
    Conflict when somebody decided meanwhile, InvalidInput on `keep_for`, `reason`, `why_longer`.
    """
    today = work.clock.today()
    require(Permission.RETENTION, work.by(), None, today)
    row = newest(work, command.kept)
    if command.number != (row.number if row else 0):
        raise Conflict
    now = term(work, command.kept)
    if command.keep_for not in OPTIONS[command.kept]:
        raise InvalidInput("keep_for", "unknown_code")
    if command.keep_for is now:
        raise InvalidInput("keep_for", "same_term")
    reason = clean_text(command.reason, REASON_LIMIT, field="reason")
    if not reason:
        raise InvalidInput("reason", "required")
    longer = is_longer(command.keep_for, now)
    why = clean_text(command.why_longer, REASON_LIMIT, field="why_longer") if longer else ""
    if longer and not why:
        raise InvalidInput("why_longer", "longer_needs_reason")
    work.data.add(
        RetentionPolicy(
            kept=command.kept.value,
            number=command.number + 1,
            keep_for=command.keep_for.value,
            since=today,
            reason=reason,
            why_longer=why or None,
            by_id=work.by().account_id,
            applied=command.kept not in CASES,
        )
    )
    work.data.flush()
    if command.kept is Kept.UNOPENED_CONTACT_DETAILS:
        _move_envelopes(work, command.keep_for)
    record(
        work,
        AuditAction.POLICY_CHANGED,
        kept=command.kept.value,
        from_term=now.value,
        to_term=command.keep_for.value,
    )


def choices(work: Work, kept: Kept) -> PolicyView:
    """The term in force, and what each other one would bring to notice today. Raises Denied."""
    require(Permission.RETENTION, work.by(), None, work.clock.today())
    now = term(work, kept)
    return PolicyView(
        now=decision_in_force(work, kept),
        choices=tuple(
            Choice(one.value, _would_go(work, kept, one), is_longer(one, now))
            for one in OPTIONS[kept]
            if one is not now
        ),
        at_most=kept in CASES,
    )


def _would_go(work: Work, kept: Kept, keep_for: KeepFor) -> int:
    by = work.clock.today() + timedelta(days=NOTICE_DAYS)
    if kept in _ERASABLE:
        return sum(1 for _ in due(work, _ERASABLE[kept], by, keep_for=keep_for))
    if kept is Kept.UNOPENED_CONTACT_DETAILS:
        days = work.data.scalars(
            select(ContactDetails.left_on).where(ContactDetails.left_on.is_not(None))
        )
        return sum(kept_until(keep_for, day) <= by for day in days if day is not None)
    return _cases_at_most(work, keep_for, term(work, kept))


def _cases_at_most(work: Work, keep_for: KeepFor, now: KeepFor) -> int:
    """Closed cases that would go, were all of this kind: which are, their keeper alone can read."""
    by = work.clock.today() + timedelta(days=NOTICE_DAYS)
    last = kept_through_month(now, started_by(keep_for, by))
    query = select(func.count()).where(
        Case.state == CaseState.CLOSED.value, Case.erase_after <= last
    )
    return work.data.scalar(query) or 0


def _move_envelopes(work: Work, keep_for: KeepFor) -> None:
    days = work.data.scalars(
        select(ContactDetails.left_on).where(ContactDetails.lapses_on.is_not(None)).distinct()
    ).all()
    for day in days:
        if day is not None:
            work.data.execute(
                update(ContactDetails)
                .where(ContactDetails.left_on == day)
                .values(lapses_on=kept_until(keep_for, day))
            )
