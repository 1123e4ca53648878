"""The groups' keys: how they stand, recovered from paper, a new recovery key."""

from uuid import UUID

import click
from sqlalchemy import Select, func, select

from signalering.cli.ceremony import asked_back, recovery_ceremony
from signalering.cli.house import check, opened
from signalering.cli.people import unlocked
from signalering.domain.backups import KEPT_DAYS, BackupKind
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import Hat
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.keys.group import Grant, GroupEpoch, StaleKey, Wrap
from signalering.services.keys.epochs import READABLE, spoilt_wraps
from signalering.services.keys.recover import recover as recover_keys
from signalering.services.keys.renew_recovery import renew_recovery as renew
from signalering.services.keys.renew_recovery import secrets_of
from signalering.services.work import Work, open_work
from signalering.vault.kinds import GroupSecret

COUNT = select(func.count())
HOLDERS = ((KeyGroup.CASEWORK, Hat.COORDINATOR), (KeyGroup.AUDIT, Hat.PRIVACY_OFFICER))


@click.group()
def keys() -> None:
    """Keys of the groups: status, recovery, a new recovery key."""


@keys.command()
def status() -> None:
    """Say how both groups' keys stand; opens nothing."""
    with opened() as house:
        check(house)
        with open_work(house, writes=False) as work:
            epochs = select(GroupEpoch).where(GroupEpoch.state.in_(READABLE))
            for epoch in work.keys.scalars(epochs.order_by(GroupEpoch.group, GroupEpoch.number)):
                grants = _counted(work, COUNT.select_from(Grant).where(Grant.epoch_id == epoch.id))
                wraps = _counted(work, COUNT.select_from(Wrap).where(Wrap.epoch_id == epoch.id))
                due = ", rotation asked for" if epoch.rotation_due else ""
                click.echo(
                    f"{epoch.group} {epoch.number}: {epoch.state}, holders: {grants}, "
                    f"keys: {wraps}{due}"
                )
            for group in KeyGroup:
                click.echo(f"{group}: keys that open for nobody: {spoilt_wraps(work, group)}")
            stale = _counted(work, COUNT.select_from(StaleKey))
            alarms = _counted(work, COUNT.select_from(KeyAlarm))
            click.echo(f"records that wait for a new key: {stale}\nalarms: {alarms}")


@keys.command()
@click.option("--to", "email", required=True, help="Address of who gets the keys.")
@click.option("--group", type=click.Choice([group.value for group in KeyGroup]))
def recover(email: str, group: str | None) -> None:
    """Give the keys to somebody again, with two of the three shares. Everybody is told."""
    with opened() as house:
        check(house)
        secret = asked_back()
        with open_work(house, writes=True) as work:
            given = recover_keys(work, email, secret, group)
            work.commit()
    click.echo(f"{email} holds these keys now: {', '.join(given)}. Everybody gets a mail.")
    click.echo("Rotate them, and make new shares with `signalering keys renew-recovery`.")


@keys.command("renew-recovery")
def renew_recovery() -> None:
    """Make a new recovery key and new shares; a holder of each group is needed.

    The old shares still open what a keystore backup from before holds (30 days), with data of then.
    """
    with opened() as house:
        check(house)
        secrets: dict[UUID, GroupSecret] = {}
        for group, hat in HOLDERS:
            email = click.prompt(f"E-mail address of a holder of {group.value}")
            with unlocked(house, email, hat) as work:
                secrets |= secrets_of(work, group)
                work.commit()
                actor = work.by()
        public = recovery_ceremony()
        with open_work(house, actor, writes=True) as work:
            renew(work, secrets, public)
            work.commit()
    click.echo(
        "\nDone. The old shares give nobody a key of this keystore any more. Two of them still "
        "open what a keystore backup from before now holds: destroy them, and every such backup "
        f"after {KEPT_DAYS[BackupKind.KEYSTORE]} days at the latest. Did somebody else have two? "
        "Delete those backups now, and rotate both groups' keys as keys that somebody may know."
    )


def _counted(work: Work, query: Select[int]) -> int:
    return work.keys.scalar(query) or 0
