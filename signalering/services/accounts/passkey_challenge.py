"""Challenges for passkeys: random, for one purpose, for one answer within five minutes.

The browser keeps the challenge in the application's signed cookie, so that an answer is taken
only from the browser that was asked. A challenge that was used is remembered until it would have
lapsed anyway: an old cookie sent again proves nothing.
"""

import base64
import binascii
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select

from signalering.domain.errors import PasskeyRefused
from signalering.models.accounts.account import Account
from signalering.models.keys.passkey import Passkey
from signalering.services.accounts.throttle import once
from signalering.services.work import Work
from signalering.vault import passkeys as vault

LIFETIME = timedelta(minutes=5)


class Purpose(StrEnum):
    """What an answer is for; one can't serve for another."""

    ADD = "add"
    LOG_IN = "log_in"
    RENEW = "renew"


@dataclass(frozen=True)
class Asked:
    """What the browser is asked (JSON), and what its cookie keeps meanwhile."""

    options: dict[str, Any]
    kept: str = field(repr=False)


def party(work: Work) -> vault.Party:
    """Where passkeys of this installation work."""
    return vault.party_of(work.settings.public_url, work.settings.installation_name)


def ask_to_make(work: Work, account_id: UUID) -> Asked:
    """Ask the browser to make a passkey for this account, unless it holds one already."""
    account = work.data.get_one(Account, account_id)
    challenge = vault.new_challenge()
    options = vault.registration_options(
        party(work), challenge, account_id, account.name, ids_of(work, account_id)
    )
    return Asked(options, _kept(work, Purpose.ADD, challenge))


def ask_to_show(
    work: Work, account_id: UUID | None = None, purpose: Purpose = Purpose.LOG_IN
) -> Asked:
    """Ask the browser to show a passkey: one of this account, or, for nobody yet, any of ours."""
    challenge = vault.new_challenge()
    allowed = ids_of(work, account_id) if account_id else []
    return Asked(
        vault.assertion_options(party(work), challenge, allowed), _kept(work, purpose, challenge)
    )


def ids_of(work: Work, account_id: UUID) -> list[bytes]:
    """The credential ids of an account's passkeys."""
    wanted = Passkey.account_id == account_id
    return list(work.keys.scalars(select(Passkey.credential_id).where(wanted)))


def spend(work: Work, kept: str | None, purpose: Purpose) -> bytes:
    """The challenge that was kept, never to be given again once this is committed.

    Raises PasskeyRefused when there is none, when it was for something else, lapsed or used.
    """
    try:
        name, moment, text = (kept or "").split(".")
        until = datetime.fromtimestamp(int(moment), UTC)
        challenge = base64.urlsafe_b64decode(text)
    except (ValueError, OverflowError, OSError, binascii.Error):
        raise PasskeyRefused("passkey_late") from None
    if name != purpose or work.clock.now() >= until or not once(work, "passkey", text):
        raise PasskeyRefused("passkey_late")
    return challenge


def _kept(work: Work, purpose: Purpose, challenge: bytes) -> str:
    until = int((work.clock.now() + LIFETIME).timestamp())
    return f"{purpose}.{until}.{base64.urlsafe_b64encode(challenge).decode()}"
