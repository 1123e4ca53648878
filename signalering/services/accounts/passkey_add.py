"""Add a passkey to an account whose keys are open."""

from uuid import UUID, uuid4

from sqlalchemy import func, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.passkey_add import AddPasskey
from signalering.domain.errors import InvalidInput, PasskeyRefused
from signalering.domain.lifecycles import UnlockWay
from signalering.domain.text import clean_line
from signalering.models.keys.passkey import Passkey
from signalering.models.keys.user import UserWrap
from signalering.services.accounts.passkey_challenge import Purpose, party, spend
from signalering.services.accounts.passkeys import MOST
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault import passkeys as vault
from signalering.vault.kinds import UserSecret
from signalering.vault.passphrases import passkey_kek
from signalering.vault.users import wrap_user_secret

NAME_LENGTH = 60


def add_passkey(work: Work, kept: str | None, command: AddPasskey) -> bool:
    """Add one to who asks; tells whether it opens the keys too.

    Raises PasskeyRefused, InvalidInput, KeysNeeded while nothing is unlocked.
    """
    account_id = work.by().account_id
    return finish_registration(work, account_id, work.opened.secret, kept, command, Purpose.ADD)


def finish_registration(
    work: Work,
    account_id: UUID,
    secret: UserSecret,
    kept: str | None,
    command: AddPasskey,
    purpose: Purpose = Purpose.ACTIVATE,
) -> bool:
    """Store what was made; with PRF output also its wrap of `secret`. Tells whether it opens.

    `kept` is what `ask_to_make` left with the browser, under the same purpose. The PRF output
    comes over the connection: keys are opened on the server, as with a passphrase. Raises
    PasskeyRefused, InvalidInput for the name or when there are too many.
    """
    name = cleaned_name(command.name)
    challenge = spend(work, kept, purpose)
    made = vault.read_registration(party(work), challenge, command.answer)
    mine = Passkey.account_id == account_id
    if (work.keys.scalar(select(func.count()).select_from(Passkey).where(mine)) or 0) >= MOST:
        raise InvalidInput("name", "passkey_too_many", limit=str(MOST))
    if work.keys.scalar(select(Passkey.id).where(Passkey.credential_id == made.credential_id)):
        raise PasskeyRefused
    passkey = Passkey(
        id=uuid4(),
        account_id=account_id,
        credential_id=made.credential_id,
        public_key=made.public_key,
        sign_count=made.sign_count,
        name=name,
    )
    work.keys.add(passkey)
    opens = wrap(work, passkey, secret, command.prf)
    work.keys.flush()
    record(
        work,
        AuditAction.PASSKEY_ADDED,
        account_id,
        actor_id=account_id,
        passkey_id=passkey.id,
        opens="yes" if opens else "no",
    )
    return opens


def wrap(work: Work, passkey: Passkey, secret: UserSecret, prf: str) -> bool:
    """Wrap the user secret for this passkey; False when the authenticator gave no PRF output."""
    output = vault.prf_output(prf)
    if output is None:
        return False
    kek = passkey_kek(output, passkey.account_id)
    work.keys.add(
        UserWrap(
            id=passkey.id,
            account_id=passkey.account_id,
            way=UnlockWay.PASSKEY,
            wrapped=wrap_user_secret(kek, secret, passkey.account_id, UnlockWay.PASSKEY),
        )
    )
    return True


def cleaned_name(text: str) -> str:
    """A passkey's name. Raises InvalidInput for none or one too long."""
    name = clean_line(text, NAME_LENGTH, field="name")
    if not name:
        raise InvalidInput("name", "passkey_needs_name")
    return name
