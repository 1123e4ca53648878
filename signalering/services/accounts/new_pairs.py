"""A new key pair is stored in the keystore first, and what hangs on it in the data after that.

A process that ends between the two commits would leave a reporter whose tags and threads belong to
a key that is gone, and nobody who knows. So the keystore notes the pair, with the session epoch
that the account gets in the same unit of work; the work loop sees whether the data got it too.
"""

from sqlalchemy import delete, select

from signalering.domain.audit_actions import AuditAction
from signalering.models.accounts.account import Account
from signalering.models.keys.user import NewKeyPair
from signalering.services.accounts.relink import ask_for_relink
from signalering.services.audit.record import record
from signalering.services.work import Work

# As the trail calls what is asked of a coordinator then.
SWEEP = "relink"


def note(work: Work, account: Account) -> None:
    """Note a new pair. The account's session epoch is raised and flushed already: its row is held

    until the data commits, so that nobody looks in between.
    """
    work.keys.merge(NewKeyPair(account_id=account.id, session_epoch=account.session_epoch))
    work.keys.flush()


def settle(work: Work) -> int:
    """Forget pairs that the data knows of; ask to link the others' signals again; how many.

    Such a note stays until that is committed, and is forgotten next time: broken off, it is found
    again. Data that were put back from before a new pair get the same help.
    """
    found = 0
    for row in work.keys.scalars(select(NewKeyPair).order_by(NewKeyPair.account_id)).all():
        account = work.data.get(
            Account, row.account_id, with_for_update=True, populate_existing=True
        )
        if account is None:
            continue
        if account.session_epoch < row.session_epoch:
            account.session_epoch = row.session_epoch
            ask_for_relink(work, account.id)
            found += 1
            continue
        work.keys.execute(
            delete(NewKeyPair).where(
                NewKeyPair.account_id == row.account_id,
                NewKeyPair.session_epoch == row.session_epoch,
            )
        )
    if found:
        record(work, AuditAction.SWEEP_DONE, sweep=SWEEP, count=found)
    return found
