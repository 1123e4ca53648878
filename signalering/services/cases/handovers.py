"""Warm handovers: somebody went along. Afterwards the resident is asked twice how it goes."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from signalering.domain.case_clocks import Due, on_working_day
from signalering.domain.clock import day_of
from signalering.domain.contact_protocol import REACHED
from signalering.domain.handovers import follow_up_day
from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.states import AttemptResult, Attendance, CaseState, ReferralState
from signalering.models.cases.case import Case
from signalering.services.cases.clocks import deadline
from signalering.services.cases.entries import Entries, Payload
from signalering.services.work import Work


def follow_ups(work: Work, entries: Entries, *, asked_now: bool = False) -> dict[UUID, date]:
    """By referral: the day on which to ask next; nothing once it was asked as often as it goes.

    Asked is who was reached on a later day than the handover. `asked_now`: so it is today, but that
    is not written yet.
    """
    asked = [_day(p) for _, p in entries if p["kind"] == "attempt" and _is_reached(p)]
    if asked_now:
        asked.append(work.clock.today())
    found = {}
    for referral_id, handed_over in _handed_over(entries).items():
        times = sum(day > handed_over for day in asked)
        day = follow_up_day(work.periods, handed_over, times)
        if day is not None:
            found[referral_id] = on_working_day(work.calendar, day)
    return found


def next_follow_up(work: Work, entries: Entries, *, asked_now: bool = False) -> Due | None:
    """The earliest of them as what falls due."""
    days = follow_ups(work, entries, asked_now=asked_now).values()
    return (min(days), CaseDeadline.FOLLOW_UP) if days else None


def ask_again(work: Work, case: Case, entries: Entries, news: Entries) -> dict[str, Any]:
    """The columns of a case's deadline once these entries are added; none without a handover.

    A day for asking how it goes gives way to the one that a handover sets; any other stands, if it
    is earlier.
    """
    due = next_follow_up(work, [*entries, *news])
    if not _handed_over(news) or due is None or case.state not in _ASKING:
        return {}
    asks_already = case.deadline_kind == CaseDeadline.FOLLOW_UP
    if case.deadline_on is not None and case.deadline_on < due[0] and not asks_already:
        return {}
    return deadline(work, case, due)


# In aftercare the measure's day stands.
_ASKING = (CaseState.IN_CONVERSATION, CaseState.SUPPORTED)
_ENDED = (ReferralState.STOPPED, ReferralState.REVOKED)


def _handed_over(entries: Entries) -> dict[UUID, date]:
    found: dict[UUID, date] = {}
    for _, payload in entries:
        if payload["kind"] != "referral":
            continue
        referral_id = UUID(payload["referral"])
        step = payload.get("attendance") or payload.get("said") or payload.get("to")
        if step == Attendance.ACCOMPANIED:
            found[referral_id] = _day(payload)
        elif step in _ENDED:
            found.pop(referral_id, None)
    return found


def _is_reached(payload: Payload) -> bool:
    return AttemptResult(payload["result"]) in REACHED


def _day(payload: Payload) -> date:
    if payload.get("said_on"):
        return date.fromisoformat(payload["said_on"])
    return day_of(datetime.fromisoformat(payload["at"]))
