"""Begin a session for somebody who just set up new words."""

from signalering.domain.lifecycles import Stage
from signalering.models.accounts.account import Account
from signalering.services.accounts import second_factor, sessions
from signalering.services.accounts.actors import actor_of, first_hat
from signalering.services.opened import Opened
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret, UserSecret


def arrive(work: Work, account: Account, secret: UserSecret) -> SessionSecret:
    """A session in the first hat. Who needs a second factor and has none sets that up first."""
    hat = first_hat(account)
    work.actor = actor_of(work, account, hat)
    work.opened = Opened(account.id, secret)
    missing = second_factor.is_asked(work, account) and not second_factor.has_one(work, account.id)
    stage = Stage.SET_UP if missing else Stage.OPEN
    return sessions.begin(work, account, hat, secret, stage=stage)
