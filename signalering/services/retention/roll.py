"""Delete backups whose time is over."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from signalering.domain.backups import KEPT_DAYS, BackupKind
from signalering.services.retention._file import BadBackup, Header, opened

PATTERN = "signalering-*.jsonl.gz"


def roll(
    folder: Path,
    today: date,
    say: Callable[[str], None],
    keep: Mapping[BackupKind, int] = KEPT_DAYS,
) -> list[Path]:
    """Delete what is older than its kind may be, and say so; gives what went.

    The day stands in the file itself, a file's time proves nothing. The newest of a kind always
    stays, and so does a file that can't be read: somebody must look at it.
    """
    found: list[tuple[Path, Header]] = []
    for path in sorted(folder.glob(PATTERN)):
        try:
            with opened(path) as reader:
                found.append((path, reader.header))
        except BadBackup as fault:
            say(f"{path.name} stays: {fault.params['why']}")
    gone = []
    for kind in BackupKind:
        mine = sorted(
            ((header.created_on, path) for path, header in found if header.kind is kind),
            reverse=True,
        )
        for made_on, path in mine[1:]:
            if today > made_on + timedelta(days=min(keep[kind], KEPT_DAYS[kind])):
                path.unlink()
                say(f"{path.name} deleted: its {keep[kind]} days are over")
                gone.append(path)
    return gone
