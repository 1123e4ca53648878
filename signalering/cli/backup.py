"""Backups: make them, check them, put them back."""

from contextlib import suppress
from pathlib import Path

import click

from signalering.cli.house import check, check_move, note, opened
from signalering.config import SettingsError
from signalering.domain.backups import KEPT_DAYS, BackupKind
from signalering.domain.upkeep_names import Marked
from signalering.models.schema import is_current
from signalering.services.retention import backup as service
from signalering.services.retention._file import BadBackup
from signalering.services.retention.restore import NotEmpty, WouldLose, prepare
from signalering.services.retention.restore import restore as put_back
from signalering.services.retention.roll import roll
from signalering.services.retention.scrub import scrub
from signalering.services.retention.verify import verify as verify_files
from signalering.services.work import House, open_work

FILES = click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)


def _say(line: str) -> None:
    click.echo(line, err=True)


def _days(kind: BackupKind) -> click.IntRange:
    """Shorter is allowed; longer would make every vernietigingsverklaring untrue."""
    return click.IntRange(1, KEPT_DAYS[kind])


@click.group()
def backup() -> None:
    """Backups of the data and of the keystore, in files that lie apart."""


@backup.command()
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--keep-data", default=90, show_default=True, type=_days(BackupKind.DATA))
@click.option("--keep-keystore", default=30, show_default=True, type=_days(BackupKind.KEYSTORE))
def create(folder: Path | None, keep_data: int, keep_keystore: int) -> None:
    """Write both backups while the application runs; delete those that are too old."""
    with opened() as house:
        check(house)
        place = folder or house.settings.instance / "backups"
        paths = service.create(house, place, _say)
        keep = {BackupKind.DATA: keep_data, BackupKind.KEYSTORE: keep_keystore}
        roll(place, house.clock.today(), _say, keep)
    for path in paths:
        click.echo(path)


@backup.command()
@FILES
def verify(files: tuple[Path, ...]) -> None:
    """Read backups from their first line to their last; no key is needed."""
    with suppress(SettingsError), opened() as house:  # elsewhere nobody keeps count
        _verified(house, files)
        return
    verify_files(files, click.echo)


def _verified(house: House, files: tuple[Path, ...]) -> None:
    try:
        found = verify_files(files, click.echo)
    except BadBackup:
        note(house, Marked.BACKUP_CHECKED, well=False)
        raise
    note(house, Marked.BACKUP_CHECKED, well=True)
    if service.is_of_today(house, found):
        note(house, Marked.BACKUP_MADE, well=True)


@backup.command()
@FILES
@click.option("--replace", is_flag=True, help="Overwrite databases that hold something.")
@click.option("--accept-loss", type=click.IntRange(0), help="Keys that will be missing, exactly.")
def restore(files: tuple[Path, ...], *, replace: bool, accept_loss: int | None) -> None:
    """Put a data backup, a keystore backup or both back. Stop the application first."""
    with opened() as house:
        check_move(house)
        if not (is_current(house.data) and is_current(house.keystore)):
            raise click.ClickException("Run `signalering database upgrade` first.")
        plan = prepare(files, _say)
        if replace:
            name = house.settings.installation_name
            typed = click.prompt(f"What is there now is lost. Type the name {name!r}")
            if typed != name:
                raise click.ClickException("That is another name. Nothing was changed.")
        try:
            with open_work(house, writes=True) as work:
                gone = put_back(work, plan, _say, replace=replace, accept_loss=accept_loss)
                work.commit()
        except NotEmpty:
            raise click.ClickException(
                "A database holds something. To overwrite it, use --replace."
            ) from None
        except WouldLose as loss:
            raise click.ClickException(
                f"The keystore lacks {loss.params['keys']} keys of the data: it is older, or "
                "records got new keys since. Their words would open for nobody ever again. Take "
                "the keystore of the same day or a newer one, or accept it with "
                f"--accept-loss {loss.params['keys']}."
            ) from None
        scrub(house)
    click.echo(f"Restored. Erased again: {sum(gone.values())} rows. Everybody logs in afresh.")
