"""Colleagues who come later: invited, with a key pair and no grant yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import uuid4

from kit.story import remembered
from kit.town import CHEAP, PASSPHRASE, Person, Town, gives_codes
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.states import Hat
from signalering.services.accounts.enrol import enrol
from signalering.services.accounts.invite import admit
from signalering.services.work import Work


@remembered
def invited(town: Town, key: str, *hats: Hat) -> Person:
    """A new colleague with these hats, committed; `town.work(key)` works from then on."""
    done = enrol(uuid4(), PASSPHRASE, CHEAP)
    person = Person(key, done.account_id, f"{key}@proefdorp.test", hats[0], done.secret)
    partner = "Praktijk De Kas" if Hat.FRONTLINE in hats else None
    with town.committed("administrator") as work:
        admit(work, Invite(person.email, f"Nieuw {key}", frozenset(hats), partner), done)
        gives_codes(work, done, hats)
    town.people = {**town.people, key: person}
    return person


@contextmanager
def in_hat(town: Town, key: str, hat: Hat) -> Iterator[Work]:
    """A unit of work as this person with another hat on; not committed."""
    with town.work(key) as work:
        work.actor = replace(work.by(), hat=hat)
        yield work
