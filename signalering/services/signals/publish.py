"""Let a reporter know: where a signal stands, and a mail that there is something to read."""

from collections.abc import Iterable
from uuid import UUID

from signalering.domain.lifecycles import MailKind
from signalering.domain.states import FeedbackLine, ReporterStatus, SignalState
from signalering.models.signals.signal import Signal
from signalering.services.network.queue import queue
from signalering.services.signals.entries import Payload
from signalering.services.signals.messages import shows
from signalering.services.signals.thread import add_status
from signalering.services.signals.triage import triage_entries, triage_key
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey


def publish_status(
    work: Work,
    signal: Signal,
    key: RecordKey,
    status: ReporterStatus,
    line: FeedbackLine | None = None,
) -> None:
    """Publish a status from the next working day on, as a coordinator. Raises CannotOpen.

    The mail leaves with all other news of that morning and names no signal. Whoever reports and
    triages alike needs none.
    """
    add_status(work, signal, key, status, line)
    tell_reporter(work, signal)


def publish_going_on(
    work: Work, signal: Signal, key: RecordKey, entries: Iterable[tuple[int, Payload]]
) -> None:
    """Let it show once that the signal's keeper has it, after a question's last day went by.

    A resident's yes kept it going, which nobody with a key was there to tell. Raises CannotOpen.
    """
    said = [payload for _, payload in entries if payload["kind"] == "status"]
    if (
        signal.state == SignalState.IN_TRIAGE
        and said
        and said[-1]["status"] == ReporterStatus.NOT_PICKED_UP
        and shows(said[-1], work.clock.now())
    ):
        publish_status(work, signal, key, ReporterStatus.PICKED_UP)


def tell_reporter(work: Work, signal: Signal) -> None:
    """Queue the mail that there is something to read, as a coordinator. Raises CannotOpen."""
    entries = triage_entries(work, signal, triage_key(work, signal))
    account = next(entry["account"] for _, entry in entries if entry["kind"] == "reporter")
    if UUID(account) != work.by().account_id:
        queue(work, MailKind.SIGNAL_NEWS, UUID(account))
