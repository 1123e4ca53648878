"""The mark that the data may be older than the keystore: its keys without words are no rubbish."""

from datetime import date, timedelta

from signalering.domain.backups import KEPT_DAYS, BackupKind
from signalering.models.keys.installation import SecretMark
from signalering.services.work import Work

MARK = "restored_on"
SIZE = 32


def mark_restored(work: Work) -> None:
    """Remember that older data was put beside this keystore today."""
    mark = work.clock.today().isoformat().encode().ljust(SIZE, b"\0")
    row = work.keys.get(SecretMark, MARK)
    if row is None:
        work.keys.add(SecretMark(name=MARK, mark=mark))
    else:
        row.mark = mark
    work.keys.flush()


def data_may_be_older(work: Work) -> bool:
    """Whether a backup that is newer than the data may still be restored.

    Until then no key without words is swept: its words may come back.
    """
    row = work.keys.get(SecretMark, MARK)
    if row is None:
        return False
    day = date.fromisoformat(row.mark.rstrip(b"\0").decode())
    return work.clock.today() <= day + timedelta(days=KEPT_DAYS[BackupKind.DATA])
