"""The guide of the role worn now: put away, or called back."""

from signalering.domain.commands.accounts.role_guide import PutGuide
from signalering.models.accounts.account import AccountHat
from signalering.services.work import Work


def put_guide(work: Work, command: PutGuide) -> None:
    """For oneself, in this hat alone. The trail tells nothing of it: it is how a page looks."""
    actor = work.by()
    row = work.data.get_one(AccountHat, (actor.account_id, actor.hat.value))
    row.guide_away = command.away
    work.data.flush()
