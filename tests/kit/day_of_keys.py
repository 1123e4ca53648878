"""What people keep for themselves in the course of a day: drafts, PINs, passkeys, codes."""

import hmac
from uuid import UUID

from kit.authenticator import Authenticator
from kit.canaries import word
from kit.passkeys import make
from kit.people import forgot, told
from kit.sessions import PIN
from kit.town import CHEAP, PASSPHRASE, PHONE, Town
from signalering.domain.commands.accounts.relink import RelinkReporter
from signalering.services.accounts import draft, own_sessions, pin, relink
from signalering.services.accounts.enrol import enrol, store
from signalering.services.accounts.own_sessions import Device
from signalering.vault.kinds import SessionSecret
from signalering.vault.passkeys import PRF_INPUT
from signalering.vault.recovery_codes import new_code

DRAFTS = {"coordinator": "/cases/draft", "worker": "/signals/log"}


def draft_label(key: str) -> str:
    """What the canary in this person's draft is called."""
    return f"draft of {key}"


def keep_drafts(town: Town) -> dict[str, str]:
    """Two people were typing; gives the canaries by their labels."""
    said = {}
    for key, place in DRAFTS.items():
        label = draft_label(key)
        said[label] = word(label)
        with town.committed(key) as work:
            draft.keep(work, place, [("text", f"Half af: {said[label]} en dan")])
    return said


def introduce(town: Town, key: str, cookie: SessionSecret) -> None:
    """The session's first request: it gets the tag by which its owner finds it."""
    with town.committed(key) as work:
        own_sessions.introduce(work, cookie, Device("Firefox", "Linux"))


def choose_pin(town: Town, key: str, cookie: SessionSecret, chosen: str = PIN) -> None:
    """A PIN for this session."""
    sealed = pin.sealed_with(town.house, cookie, chosen, town.people[key].secret)
    with town.committed(key) as work:
        pin.choose(work, cookie, sealed)


def with_code(town: Town, key: str) -> str:
    """Give this person a recovery code; the passphrase and the phone stay as they are."""
    code, person = new_code(), town.people[key]
    phone = PHONE if key == "coordinator" else None
    done = enrol(
        person.account_id, PASSPHRASE, CHEAP, secret=person.secret, code=code, totp_secret=phone
    )
    with town.committed() as work:
        store(work, done)
    return code


def with_passkey(town: Town, key: str) -> bytes:
    """Give this person a passkey that opens the keys; gives its PRF output."""
    device = Authenticator()
    assert make(town, key, device)
    return hmac.digest(device.secret, PRF_INPUT, "sha256")


def linked_again(town: Town, key: str) -> UUID:
    """This person forgot the passphrase; a coordinator looked up the older signals."""
    person = forgot(town, key)
    command = RelinkReporter(person.account_id, *told(town, person.account_id))
    with town.committed("coordinator") as work:
        relink.relink(work, command)
    return person.account_id
