"""A coordinator reads a signal: the only way to its words, and it leaves its entry."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from signalering.domain.access import Permission, Subject, allowed, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.flows.signal import OWNED
from signalering.domain.states import FeedbackLine, NotSuitableReason, SignalEnding, SignalState
from signalering.domain.views.signals.show import (
    Allowed,
    Codes,
    Duplicate,
    Ended,
    Remark,
    Reopened,
    Reporter,
    SignalRecord,
    WaitingDetails,
)
from signalering.models.accounts.account import Account
from signalering.models.partners.partner import Partner
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.signals.cards import waiting_until
from signalering.services.signals.details import details_of, holds_details
from signalering.services.signals.duplicates import repeating
from signalering.services.signals.entries import Payload
from signalering.services.signals.finding import owner_name, signal_of
from signalering.services.signals.messages import messages_of
from signalering.services.signals.publish import publish_going_on
from signalering.services.signals.reopen import FINISHED, living_case
from signalering.services.signals.similar import similar_signals
from signalering.services.signals.thread import (
    line_of,
    registered_on,
    thread_entries,
    thread_key,
)
from signalering.services.signals.triage import triage_entries, triage_key
from signalering.services.signals.unread import Side, mark_read
from signalering.services.work import Work

Numbered = list[tuple[int, Payload]]


def open_record(work: Work, signal_id: UUID) -> SignalRecord:
    """Codes, note, remarks, reporter, and which kinds of details wait.

    Raises NotFound, Denied, CannotOpen.
    """
    signal = signal_of(work, signal_id)
    require(Permission.TRIAGE, work.by(), Subject(owner_id=signal.owner_id), work.clock.today())
    triage = triage_entries(work, signal, triage_key(work, signal))
    key = thread_key(work, signal)
    thread = thread_entries(work, signal, key)
    if work.by().keeps(signal.owner_id):
        # A colleague who looks along leaves it new for whoever has it in hand.
        mark_read(work, signal, key, thread, Side.COORDINATOR)
        publish_going_on(work, signal, key, thread)
    names = _names(work, triage)
    case_id = living_case(work, signal)
    details, until = _details(work, signal), waiting_until(work, signal.id)
    record(work, AuditAction.SIGNAL_READ, signal.id)
    return SignalRecord(
        signal_id=signal.id,
        reference=signal.reference,
        state=SignalState(signal.state),
        registered_on=registered_on(thread),
        deadline_on=signal.deadline_on,
        overdue=signal.deadline_on is not None and signal.deadline_on < work.clock.today(),
        owner=owner_name(work, signal.owner_id),
        covered=work.by().stands_in(signal.owner_id),
        codes=_codes(signal),
        note="\n".join(payload["text"] for _, payload in thread if payload["kind"] == "note"),
        messages=messages_of(thread, _names(work, thread)),
        duplicates=_duplicates(work, triage),
        reporter=_reporter(work, triage, names),
        remarks=_remarks(triage, names),
        history=_history(triage, names),
        line=_line(thread),
        details=details,
        card_until=until,
        similar=similar_signals(work, signal, registered_on(thread)),
        case_id=case_id,
        allowed=_allowed(work, signal, case_id, details, until),
    )


def _codes(signal: Signal) -> Codes:
    return Codes(
        area=signal.area,
        age_band=signal.age_band,
        lives_with=signal.lives_with,
        duration=signal.duration,
        loneliness=signal.loneliness,
        main_wish=signal.main_wish,
        further_wishes=tuple(row.code for row in signal.further_wishes),
        talked_about=signal.talked_about,
        request=signal.request,
        contact_answer=signal.contact_answer,
        indicators=tuple(row.code for row in signal.indicators),
        reporter_group=signal.reporter_group,
    )


def _names(work: Work, entries: Numbered) -> dict[str, str]:
    ids = {payload[key] for _, payload in entries for key in ("by", "account") if payload.get(key)}
    query = select(Account).where(Account.id.in_([UUID(one) for one in ids]))
    return {str(account.id): account.name for account in work.data.scalars(query)}


def _reporter(work: Work, entries: Numbered, names: dict[str, str]) -> Reporter:
    account_id = next(p["account"] for _, p in entries if p["kind"] == "reporter")
    partner = work.data.scalar(
        select(Partner.name)
        .join(Account, Account.partner_id == Partner.id)
        .where(Account.id == UUID(account_id))
    )
    return Reporter(names.get(account_id, ""), partner or "")


def _remarks(entries: Numbered, names: dict[str, str]) -> tuple[Remark, ...]:
    return tuple(
        Remark(
            number=number,
            text=payload["text"],
            author=names.get(payload["by"], ""),
            at=datetime.fromisoformat(payload["at"]),
        )
        for number, payload in entries
        if payload["kind"] == "remark"
    )


def _history(entries: Numbered, names: dict[str, str]) -> tuple[Ended | Reopened, ...]:
    history: list[Ended | Reopened] = []
    for _, payload in entries:
        if payload["kind"] not in {"ending", "reopened"}:
            continue
        signed = (names.get(payload["by"], ""), datetime.fromisoformat(payload["at"]))
        reason: Any = payload["reason"]
        if payload["kind"] == "reopened":
            history.append(Reopened(reason, *signed))
        else:
            why = NotSuitableReason(reason) if reason else None
            history.append(Ended(SignalEnding(payload["ending"]), why, *signed))
    return tuple(history)


def _duplicates(work: Work, entries: Numbered) -> tuple[Duplicate, ...]:
    found = repeating(entries)
    rows = work.data.scalars(select(Signal).where(Signal.id.in_(found)))
    return tuple(Duplicate(row.id, row.reference, found[row.id]) for row in rows)


def _line(entries: Numbered) -> FeedbackLine | None:
    """What the reporter hears last, shown by now or soon."""
    lines = [line_of(payload) for _, payload in entries if payload["kind"] == "status"]
    return FeedbackLine(lines[-1]) if lines and lines[-1] else None


def _details(work: Work, signal: Signal) -> WaitingDetails | None:
    row = details_of(work, signal)
    if row is None:
        return None
    return WaitingDetails(
        row.has_phone,
        row.has_email,
        row.has_address,
        row.lapses_on,
        taken_back=not holds_details(row),
    )


def _allowed(
    work: Work,
    signal: Signal,
    case_id: UUID | None,
    details: WaitingDetails | None,
    card_until: date | None,
) -> Allowed:
    state = SignalState(signal.state)
    subject = Subject(owner_id=signal.owner_id)
    nothing = details is None or details.taken_back
    both = case_id is not None and details is not None
    keeps = allowed(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    return Allowed(
        take=state is SignalState.NEW or (signal.owner_id is None and state in OWNED),
        keep=keeps and state in OWNED,
        reopen=state in FINISHED and case_id is None,
        triage=keeps and state is SignalState.IN_TRIAGE,
        wait=keeps and state is SignalState.IN_TRIAGE and card_until is not None and nothing,
        ask_both=keeps and state is SignalState.IN_TRIAGE,
        resume=keeps and state in (SignalState.AWAITING_RESIDENT, SignalState.QUESTION_ASKED),
        add_details=keeps and state in OWNED and nothing,
        bring_details=keeps and state is SignalState.IN_TRIAGE and both,
    )
