"""The house as the command line opens it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event

import click
from sqlalchemy.exc import OperationalError, ProgrammingError

from signalering.config import Settings, load_settings
from signalering.domain.clock import Clock, SystemClock
from signalering.domain.upkeep_names import Marked
from signalering.models.database import open_engine
from signalering.models.moving import Move, moving
from signalering.models.schema import is_current
from signalering.services.audit.writer import AuditWriter
from signalering.services.keys.marks import wrong_secrets
from signalering.services.settings.marks import mark
from signalering.services.work import House, open_work


@contextmanager
def opened(settings: Settings | None = None, clock: Clock | None = None) -> Iterator[House]:
    """A house around this installation's databases. Raises SettingsError."""
    found = settings or load_settings()
    data, keystore = open_engine(found.database_url), open_engine(found.keystore_url)
    try:
        yield House(data, keystore, found, clock or SystemClock(), AuditWriter())
    finally:
        data.dispose()
        keystore.dispose()


def listen() -> Event:
    """Set by the first SIGTERM or Ctrl-C: whoever asks for it ends after what is at hand."""
    ended = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: ended.set())
    return ended


def check(house: House) -> None:
    """Refuse to go on with databases that are old or empty, or with somebody else's secrets."""
    check_move(house)
    for engine, name in ((house.data, "DATABASE_URL"), (house.keystore, "KEYSTORE_URL")):
        if not is_current(engine):
            raise click.ClickException(
                f"The database of {name} is empty or of another version. A new installation: "
                "run `signalering setup`. An existing one: run `signalering database upgrade`."
            )
    check_secrets(house)


def check_secrets(house: House) -> None:
    """Refuse to go on with somebody else's secrets."""
    with open_work(house, writes=False) as work:
        wrong = wrong_secrets(work)
    if wrong:
        raise click.ClickException(
            f"{', '.join(wrong)} in settings.env is not this installation's own. "
            "Put back the value of your backup."
        )


def check_move(house: House) -> None:
    """Refuse to go on with what a move left behind, or with half a copy."""
    found = {moving(house.data), moving(house.keystore)}
    if Move.AWAY in found:
        raise click.ClickException(
            "This installation was moved to other databases. Put their addresses in "
            "settings.env. To work on here after all: `signalering move --reopen`."
        )
    if Move.HALF in found:
        raise click.ClickException(
            "A move to these databases is not finished. Repeat `signalering move`."
        )


def note(house: House, name: Marked, *, well: bool) -> None:
    """Write down that this was done, for the page of state.

    Nowhere in an older database, nor by a role that only reads.
    """
    with suppress(OperationalError, ProgrammingError):  # what was asked for is done, and said
        if is_current(house.data):
            with open_work(house, writes=True) as work:
                mark(work, {name: well})
                work.commit()
