"""One's own passkeys: what there is, what each does, and whether it can be missed."""

from uuid import UUID

from sqlalchemy import delete, func, select

from signalering.domain.errors import NotFound
from signalering.domain.hats import needs_second_factor
from signalering.domain.lifecycles import UnlockWay
from signalering.domain.views.accounts.passkeys import PasskeyLine, PasskeysView
from signalering.models.keys.passkey import Passkey
from signalering.models.keys.user import Credential, UserWrap
from signalering.services.work import Work

MOST = 10


def list_passkeys(work: Work) -> PasskeysView:
    """The passkeys of who asks, by name."""
    account_id = work.by().account_id
    wraps = UserWrap.account_id == account_id, UserWrap.way == UnlockWay.PASSKEY
    opening = set(work.keys.scalars(select(UserWrap.id).where(*wraps)))
    rows = work.keys.scalars(
        select(Passkey)
        .where(Passkey.account_id == account_id)
        .order_by(func.lower(Passkey.name), Passkey.id)
    )
    lines = tuple(PasskeyLine(row.id, row.name, row.id in opening) for row in rows)
    return PasskeysView(
        lines, last_needed=last_is_needed(work, len(lines)), full=len(lines) >= MOST
    )


def has_passkey(work: Work, account_id: UUID) -> bool:
    """Whether the account has a second factor in a passkey."""
    wanted = Passkey.account_id == account_id
    return work.keys.scalar(select(Passkey.id).where(wanted).limit(1)) is not None


def last_is_needed(work: Work, count: int) -> bool:
    """Whether, of `count` passkeys, the last one must stay: nothing else is a second factor."""
    actor = work.by()
    if count > 1 or work.settings.demonstration or not needs_second_factor(actor.hats):
        return False
    credential = work.keys.get(Credential, actor.account_id)
    return credential is None or credential.totp_sealed is None


def own_passkey(work: Work, passkey_id: UUID) -> Passkey:
    """A passkey of who asks. Raises NotFound, for other people's too."""
    passkey = work.keys.get(Passkey, passkey_id)
    if passkey is None or passkey.account_id != work.by().account_id:
        raise NotFound
    return passkey


def forget_wraps(work: Work, account_id: UUID) -> None:
    """Let no passkey open anything, when the user secret is replaced; they still log in."""
    work.keys.execute(
        delete(UserWrap).where(UserWrap.account_id == account_id, UserWrap.way == UnlockWay.PASSKEY)
    )
