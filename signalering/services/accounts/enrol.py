"""A new person's proof and key pair: derived outside any transaction, stored inside one."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import delete

from signalering.config import Settings
from signalering.domain.lifecycles import UnlockWay
from signalering.models.keys.user import Credential, UserKey, UserWrap
from signalering.services.accounts import totp
from signalering.services.work import Work
from signalering.vault import passphrases, users
from signalering.vault.kinds import UserSecret
from signalering.vault.recovery_codes import code_kek
from signalering.vault.stretching import Cost


@dataclass(frozen=True)
class Enrolment:
    """Everything that the keystore keeps of a person, made from a passphrase."""

    account_id: UUID
    salt: bytes
    cost: Cost
    verifier_hash: bytes
    public_key: bytes
    wrapped: bytes
    secret: UserSecret = field(repr=False)
    # The same secret under a recovery code, for those who get one.
    code_wrapped: bytes | None = None
    totp_sealed: bytes | None = None


def cost_of(settings: Settings) -> Cost:
    """What one log-in costs here."""
    return Cost(settings.argon2_memory_kib, settings.argon2_iterations)


def enrol(
    account_id: UUID,
    passphrase: str,
    cost: Cost,
    *,
    secret: UserSecret | None = None,
    code: str = "",
    totp_secret: bytes | None = None,
) -> Enrolment:
    """One Argon2id run; a fresh key pair unless `secret` is kept. Never inside a transaction."""
    salt = passphrases.new_salt()
    keys = passphrases.login_keys(passphrases.derive(passphrase, salt, cost), account_id)
    kept = secret or users.new_user_secret()
    wrap = users.wrap_user_secret
    return Enrolment(
        account_id=account_id,
        salt=salt,
        cost=cost,
        verifier_hash=passphrases.verifier_hash(keys.verifier),
        public_key=users.public_key(kept),
        wrapped=wrap(keys.kek, kept, account_id, UnlockWay.PASSPHRASE),
        secret=kept,
        code_wrapped=wrap(code_kek(code, account_id), kept, account_id, UnlockWay.RECOVERY_CODE)
        if code
        else None,
        totp_sealed=totp.seal_secret(keys.totp_key, account_id, totp_secret)
        if totp_secret is not None
        else None,
    )


def store(work: Work, enrolment: Enrolment) -> None:
    """Put an enrolment into the keystore, in the place of an earlier one.

    Wraps of passkeys stay as they are: who replaces the user secret lets go of them too.
    """
    account_id = enrolment.account_id
    ways = (UnlockWay.PASSPHRASE.value, UnlockWay.RECOVERY_CODE.value)
    for statement in (
        delete(Credential).where(Credential.account_id == account_id),
        delete(UserKey).where(UserKey.account_id == account_id),
        delete(UserWrap).where(UserWrap.account_id == account_id, UserWrap.way.in_(ways)),
    ):
        work.keys.execute(statement)
    work.keys.add_all(
        (
            Credential(
                account_id=account_id,
                salt=enrolment.salt,
                memory_kib=enrolment.cost.memory_kib,
                iterations=enrolment.cost.iterations,
                verifier_hash=enrolment.verifier_hash,
                totp_sealed=enrolment.totp_sealed,
            ),
            UserKey(account_id=account_id, public_key=enrolment.public_key),
            *(
                UserWrap(account_id=account_id, way=way, wrapped=wrapped)
                for way, wrapped in zip(
                    ways, (enrolment.wrapped, enrolment.code_wrapped), strict=True
                )
                if wrapped is not None
            ),
        )
    )
    work.keys.flush()
