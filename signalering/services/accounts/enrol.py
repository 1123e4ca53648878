"""A new person's proof and key pair: derived outside any transaction, stored inside one."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.config import Settings
from signalering.domain.lifecycles import UnlockWay
from signalering.models.keys.user import Credential, UserKey, UserWrap
from signalering.services.work import Work
from signalering.vault import passphrases, users
from signalering.vault.kinds import UserSecret
from signalering.vault.passphrases import Cost


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


def cost_of(settings: Settings) -> Cost:
    """What one log-in costs here."""
    return Cost(settings.argon2_memory_kib, settings.argon2_iterations)


def enrol(account_id: UUID, passphrase: str, cost: Cost) -> Enrolment:
    """One Argon2id run and a fresh key pair. Never inside a write transaction."""
    salt = passphrases.new_salt()
    keys = passphrases.login_keys(passphrases.derive(passphrase, salt, cost), account_id)
    secret = users.new_user_secret()
    return Enrolment(
        account_id=account_id,
        salt=salt,
        cost=cost,
        verifier_hash=passphrases.verifier_hash(keys.verifier),
        public_key=users.public_key(secret),
        wrapped=users.wrap_user_secret(keys.kek, secret, account_id, UnlockWay.PASSPHRASE),
        secret=secret,
    )


def store(work: Work, enrolment: Enrolment) -> None:
    """Put an enrolment into the keystore."""
    work.keys.add_all(
        (
            Credential(
                account_id=enrolment.account_id,
                salt=enrolment.salt,
                memory_kib=enrolment.cost.memory_kib,
                iterations=enrolment.cost.iterations,
                verifier_hash=enrolment.verifier_hash,
            ),
            UserKey(account_id=enrolment.account_id, public_key=enrolment.public_key),
            UserWrap(
                account_id=enrolment.account_id,
                way=UnlockWay.PASSPHRASE,
                wrapped=enrolment.wrapped,
            ),
        )
    )
    work.keys.flush()
