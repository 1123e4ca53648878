"""Log a signal: codes in clear, words sealed, and who it came from only inside a seal."""

import json
from dataclasses import asdict
from uuid import UUID

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import month_of
from signalering.domain.commands.signals.log import LogSignal
from signalering.domain.errors import Conflict, Denied
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import (
    ContactAnswer,
    FeedbackLine,
    Hat,
    ReporterStatus,
    Request,
    SignalState,
)
from signalering.domain.views.signals.receipt import Receipt
from signalering.domain.vocabularies import area_of_place
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.keys.coverage import require_intake
from signalering.services.references import a_reference
from signalering.services.sealing import fresh_key
from signalering.services.signals.cards import hand_over
from signalering.services.signals.checks import checked
from signalering.services.signals.details import seal_details
from signalering.services.signals.due import NO_DEADLINE, fresh_deadline
from signalering.services.signals.entries import first_entries
from signalering.services.signals.receipt import receipt_as_of, receipt_of
from signalering.services.signals.reporter_key import said_of
from signalering.services.signals.stored import NewSignal, is_stored, store
from signalering.services.signals.tagging import unused_tag
from signalering.services.signals.thread import status_entry
from signalering.services.work import Work
from signalering.vault.tags import purpose_tag
from signalering.vault.wraps import Purpose

# Two requests of one reporter at the same moment may choose the same tag.
TRIES = 5
# Somebody who phones or drops in is the signal's source; the coordinator only writes it down.
GROUP_OF_COORDINATOR = "resident"


def log(work: Work, command: LogSignal) -> Receipt:
    """Take a signal in. The same form sent twice gives the same receipt and changes nothing.

    Raises Denied, InvalidInput (NoteIdentifies for a note that tells who it is about),
    IntakeClosed.
    """
    require(Permission.LOG_SIGNAL, work.by(), None, work.clock.today())
    command = checked(work, command)
    signal_id = _id_of(work, command)
    for turn in range(TRIES):
        try:
            # What takes time is made before the databases are locked, for others wait meanwhile.
            with work.before() as reading:
                require_intake(reading)
                # One that came before is in the way of this one, which is then looked for.
                if turn and is_stored(reading, signal_id):
                    return receipt_of(reading, reading.data.get_one(Signal, signal_id))
                new = _new(reading, signal_id, command)
            store(work, new)
        except Conflict:
            continue
        if command.contact_answer == ContactAnswer.YES_DETAILS:
            seal_details(work, signal_id, command.contact)
        if command.card_code:
            hand_over(work, signal_id, command.card_code)
        record(work, AuditAction.SIGNAL_LOGGED, signal_id)
        return receipt_as_of(work, signal_id, new.reference, work.clock.today(), command)
    raise Conflict


def _id_of(work: Work, command: LogSignal) -> UUID:
    """The signal of this form with these answers; to anybody else it is as random as any other.

    A form that the browser brings back, with other answers, is another signal: none is lost.
    """
    said = json.dumps(asdict(command), sort_keys=True)
    return UUID(bytes=purpose_tag(work.opened.tags, "signal", said), version=4)


def _new(work: Work, signal_id: UUID, command: LogSignal) -> NewSignal:
    asked = command.request != Request.NONE
    if not asked:
        flow.check(flow.ENTRY, SignalState.NOTED, By.SYSTEM)
    today = work.clock.today()
    group = _group(work)
    thread = fresh_key(work, KeyGroup.CASEWORK, Purpose.THREAD, reporter=True)
    triage = fresh_key(work, KeyGroup.CASEWORK, Purpose.TRIAGE)
    row = {
        "id": signal_id,
        "reference": a_reference(),
        "reporter_tag": unused_tag(work, month_of(today)),
        "state": (flow.ENTRY if asked else SignalState.NOTED).value,
        "registered_on": today,
        "area": area_of_place(command.place),
        "age_band": command.age_band,
        "reporter_group": group,
        "lives_with": command.lives_with,
        "duration": command.duration,
        "loneliness": command.loneliness,
        "main_wish": command.main_wish,
        "talked_about": command.talked_about,
        "request": command.request,
        "contact_answer": command.contact_answer,
        "thread_key_id": thread.id,
        "triage_key_id": triage.id,
        **(fresh_deadline(work) if asked else NO_DEADLINE),
    }
    reporter = {"kind": "reporter", "account": str(work.by().account_id), "group": group}
    # Once it is finished the clear day is only a month's: this is where its day is kept.
    registered = {"kind": "registered", "day": today.isoformat()}
    told = [registered | said_of(work.opened.public)]
    if command.note:
        told.append({"kind": "note", "text": command.note})
    if not asked:
        told.append(status_entry(work, ReporterStatus.FINISHED, FeedbackLine.THANKS))
    return NewSignal(
        row,
        command.indicators,
        command.further_wishes,
        first_entries(TriageEntry, signal_id, triage.key, [reporter]),
        first_entries(ThreadEntry, signal_id, thread.key, told),
        (thread, triage),
    )


def _group(work: Work) -> str:
    actor = work.by()
    if actor.hat is Hat.COORDINATOR:
        return GROUP_OF_COORDINATOR
    if actor.reporter_group is None:
        raise Denied
    return actor.reporter_group
