"""Covers for tests: entered as a coordinator or an administrator would."""

from datetime import date, timedelta
from uuid import UUID

from kit.town import Town
from signalering.domain.commands.accounts.cover import EnterCover
from signalering.services.accounts.cover import cover


def command(
    town: Town,
    account: str = "coordinator",
    by: str = "other_coordinator",
    first: int = 0,
    last: int = 6,
) -> EnterCover:
    """A cover from so many days after today to so many."""
    return EnterCover(
        town.people[account].account_id,
        town.people[by].account_id,
        in_days(town, first),
        in_days(town, last),
    )


def covered(
    town: Town,
    account: str = "coordinator",
    by: str = "other_coordinator",
    first: int = 0,
    last: int = 6,
) -> UUID:
    """The same, entered by who is away; gives its id."""
    with town.committed(account) as work:
        return cover(work, command(town, account, by, first, last))


def in_days(town: Town, days: int) -> date:
    """So many days from today."""
    return town.clock.today() + timedelta(days=days)


def pass_days(town: Town, days: int) -> None:
    """So many days go by."""
    town.clock.move_to(town.clock.now() + timedelta(days=days))
