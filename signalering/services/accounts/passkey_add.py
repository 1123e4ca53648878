"""Add a passkey to an account whose keys are open."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import func, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.passkey_add import AddPasskey
from signalering.domain.errors import InvalidInput, NotAllowedNow, PasskeyRefused
from signalering.domain.lifecycles import Stage, UnlockWay
from signalering.domain.text import clean_line
from signalering.models.keys.passkey import Passkey
from signalering.models.keys.user import UserWrap
from signalering.services.accounts.passkey_challenge import Purpose, party, spend
from signalering.services.accounts.passkeys import MOST
from signalering.services.accounts.session_state import SessionState
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault import passkeys as vault
from signalering.vault.kinds import UserSecret
from signalering.vault.passphrases import passkey_kek
from signalering.vault.users import wrap_user_secret

NAME_LENGTH = 60
# A passkey is a lasting way in: whoever finds an open session must not be able to add one.
FRESH = timedelta(minutes=15)


def is_fresh(work: Work, session: SessionState) -> bool:
    """Whether this session proved a short while ago who it is, and so may add a passkey."""
    return session.stage is Stage.SET_UP or work.clock.now() - session.started <= FRESH


def add_passkey(work: Work, session: SessionState, kept: str | None, command: AddPasskey) -> bool:
    """Store what was made, for who asks; with PRF output it opens the keys too. Tells whether.

    `kept` is what `ask_to_make` left with the browser. The PRF output comes over the connection:
    keys are opened on the server, as with a passphrase. Raises NotAllowedNow when the log-in is
    too long ago, PasskeyRefused, InvalidInput for the name or when there are too many,
    KeysNeeded while nothing is unlocked.
    """
    if not is_fresh(work, session):
        raise NotAllowedNow("log_in_again")
    account_id, secret = work.by().account_id, work.opened.secret
    name = cleaned_name(command.name)
    challenge = spend(work, kept, Purpose.ADD)
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
