"""People who forget: a new key pair for somebody who had one."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import delete

from kit.town import CHEAP, PASSPHRASE, Person, Town, gives_codes
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant
from signalering.models.keys.user import Credential, UserKey, UserWrap
from signalering.services.accounts.enrol import enrol, store
from signalering.services.accounts.relink import ask_for_relink
from signalering.services.keys.groups import public_key_of
from signalering.vault.groups import fingerprint


def forgot(town: Town, key: str) -> Person:
    """The person set up a log-in afresh: other keys, no grant, and older signals to be linked."""
    person = town.people[key]
    done = enrol(person.account_id, PASSPHRASE, CHEAP)
    with town.committed() as work:
        for table in (Credential, UserKey, UserWrap, Grant):
            work.keys.execute(delete(table).where(table.account_id == person.account_id))
        store(work, done)
        gives_codes(work, done, (person.hat,))
        ask_for_relink(work, person.account_id)
    town.people = {**town.people, key: replace(person, secret=done.secret)}
    return town.people[key]


def told(town: Town, account_id: UUID) -> tuple[str, str]:
    """What a page shows of a fingerprint, and what is heard by phone."""
    with town.work(writes=False) as work:
        public = public_key_of(work, account_id)
    assert public is not None
    shown, _, heard = fingerprint(public).rpartition(" ")
    return shown, heard


def account_of(town: Town, key: str) -> Account:
    """The row as it stands."""
    with town.work(writes=False) as work:
        account = work.data.get_one(Account, town.people[key].account_id)
        work.data.expunge_all()
        return account
