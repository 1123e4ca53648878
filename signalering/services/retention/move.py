"""Move a whole installation to other databases, sessions and waiting mail too.

Nobody else has the source open meanwhile. Each database is copied in one transaction, then read
back and compared, row by row. Until all is compared, the target says in the place of its version
that it is half; then the source says that it was left, and only then the target that it is whole.
Broken off anywhere it can be repeated, and at no moment are there two that a program works with.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, MetaData, inspect, literal, select, text

from signalering.domain.audit_actions import AuditAction
from signalering.domain.backups import BackupKind
from signalering.domain.errors import DomainError, NotAllowedNow
from signalering.models import schema
from signalering.models.moving import Move, Version, moving, version, write_version
from signalering.models.tables import METADATA
from signalering.services.audit.record import record
from signalering.services.audit.verify import verify as verify_chain
from signalering.services.keys.marks import whose
from signalering.services.retention._alone import alone
from signalering.services.retention._copying import (
    Step,
    Tally,
    Tell,
    copied,
    emptied,
    size_of,
    tallied,
)
from signalering.services.retention._snapshot import SCHEMA_OF
from signalering.services.work import House, open_work

# As two commits go everywhere: a key without words is harmless.
ORDER = (BackupKind.KEYSTORE, BackupKind.DATA)


class Occupied(DomainError):
    """The target holds something that isn't a copy of this installation."""

    default_code = "target_occupied"


class Differs(DomainError):
    """The target has other rows in `params["table"]` than the source."""

    default_code = "copy_differs"


@dataclass(frozen=True)
class Moved:
    """What was moved, table by table, and faults of the audit trail, that were there before."""

    tables: dict[str, Tally] = field(default_factory=dict)
    chain_faults: int = 0
    entries: int = 0

    @property
    def rows(self) -> int:
        """How many in all."""
        return sum(one.rows for one in self.tables.values())


def move(house: House, target: House, tell: Tell) -> Moved:
    """Copy `house` to `target`, compare, and leave the one for the other.

    Both stand at the newest version, or the target is empty. Raises Occupied, InUse, Differs,
    Refused, and OperationalError for a connection that broke: repeat it then.
    """
    again = moving(house.data) is Move.AWAY
    for kind in ORDER:
        _examine(_engine(target, kind), kind, whose(house.settings), again=again)
    if not again:
        with open_work(house, writes=True) as work:
            record(work, AuditAction.MOVE_BEGUN)
            work.commit()
    # The data first, as everybody locks them.
    with alone(house.data) as data, alone(house.keystore) as keystore:
        sources = {BackupKind.DATA: data, BackupKind.KEYSTORE: keystore}
        tables: dict[str, Tally] = {}
        for kind in ORDER:
            tables |= _moved(
                sources[kind], _engine(target, kind), kind, whose(house.settings), tell
            )
        with open_work(target, writes=False) as work:
            verdict = verify_chain(work)
        for kind in (BackupKind.DATA, BackupKind.KEYSTORE):
            write_version(sources[kind], Version(schema.newest_revision(), Move.AWAY))
            sources[kind].commit()
    for kind in ORDER:
        _finish(_engine(target, kind))
    return Moved(tables, len(verdict.faults), verdict.entries)


def reopen(house: House) -> None:
    """Work on with what a move left behind; what was done on the other side stays there.

    Raises NotAllowedNow when nothing was left.
    """
    if Move.AWAY not in (moving(house.data), moving(house.keystore)):
        raise NotAllowedNow
    for engine in (house.keystore, house.data):
        with alone(engine) as connection:
            found = version(connection)
            if found and found.move is Move.AWAY:
                write_version(connection, Version(found.revision))
                connection.commit()


def _engine(house: House, kind: BackupKind) -> Engine:
    return house.data if kind is BackupKind.DATA else house.keystore


def _metadata(kind: BackupKind) -> MetaData:
    return METADATA[SCHEMA_OF[kind]]


def _examine(engine: Engine, kind: BackupKind, mine: str, *, again: bool) -> None:
    """Empty, half a copy of ours, or (`again`) perhaps a whole one. Raises Occupied."""
    with engine.connect() as connection:
        found = version(connection)
        rows = _has_rows(connection, _metadata(kind))
    if found is not None and found.move is Move.HALF:
        if (found.revision, found.whose) != (schema.newest_revision(), mine):
            raise Occupied
    elif (found is not None and found.move is Move.AWAY) or (rows and not again):
        raise Occupied


def _has_rows(connection: Connection, metadata: MetaData) -> bool:
    there = set(inspect(connection).get_table_names())
    return any(
        # Of an older version it has other columns.
        connection.execute(select(literal(1)).select_from(table).limit(1)).first() is not None
        for table in metadata.sorted_tables
        if table.name in there
    )


def _moved(
    source: Connection, engine: Engine, kind: BackupKind, mine: str, tell: Tell
) -> dict[str, Tally]:
    metadata = _metadata(kind)
    size = size_of(source, metadata)
    with engine.connect() as connection:
        found = version(connection)
        whole = found is not None and found.move is Move.NONE and _has_rows(connection, metadata)
    if whole:
        there = tallied(source, metadata, _telling(f"{kind.value}: read", size, tell))
    else:
        _begin(engine, kind, mine)
        with engine.execution_options(immediate=True).begin() as target:
            emptied(target, metadata)
            there = copied(source, target, metadata, _telling(f"{kind.value}: copied", size, tell))
    with engine.connect() as target:
        here = tallied(target, metadata, _telling(f"{kind.value}: compared", size, tell))
    for name, tally in there.items():
        if here[name] != tally:
            if whole:
                raise Occupied
            raise Differs(table=name, there=str(tally.rows), here=str(here[name].rows))
    return there


def _begin(engine: Engine, kind: BackupKind, mine: str) -> None:
    """Tables without a row, that say whose half a copy they will be."""
    with engine.connect() as connection:
        found = version(connection)
    if found is not None and found.move is Move.HALF:
        return
    newest = schema.newest_revision()
    if found is None or found.revision != newest:
        schema.make_anew(engine, SCHEMA_OF[kind])
    with engine.begin() as connection:
        write_version(connection, Version(newest, Move.HALF, mine))


def _finish(engine: Engine) -> None:
    with engine.begin() as connection:
        write_version(connection, Version(schema.newest_revision()))
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))


def _telling(label: str, size: int, tell: Tell) -> Callable[[int], None]:
    done = 0

    def count(rows: int) -> None:
        nonlocal done
        done += rows
        tell(Step(label, done, size))

    return count
