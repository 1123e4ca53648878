"""Log-in with its unlock beside the bare Argon2id run; a known beside an unknown address."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from kit.town import PASSPHRASE, Town

from benchmarks import towns
from benchmarks.measure import Row, alike, beside, interleaved, paired
from benchmarks.settings import FLOOR
from signalering.services.accounts import log_in as service
from signalering.services.accounts.enrol import enrol, store
from signalering.services.work import open_work
from signalering.vault import passphrases
from signalering.vault.passphrases import LoginKeys

WHO = "worker"  # one hat without a second factor: nothing is asked in between
RUNS = 15
REFUSALS = 100
WRONG = "zebra zuivel zomer zadel zilver zeven"
NOBODY = "nobody@proefdorp.test"
# Longer than any wait, so that no run is refused for the ones before it.
LATER = timedelta(days=2)


def rows() -> Iterator[Row]:
    """One town, at the cost of a real one."""
    with _town() as town:
        salt = passphrases.new_salt()
        ours, floor = interleaved(
            lambda: _log_in(town),
            lambda: passphrases.derive(PASSPHRASE, salt, FLOOR),
            RUNS,
        )
        yield beside("log in and unlock, beside bare Argon2id", ours, floor, 1.3)
        email = town.people[WHO].email
        proven = {one: _proven(town, one) for one in (email, NOBODY)}
        known, unknown = paired(
            lambda: _refused(town, email, proven[email]),
            lambda: _refused(town, NOBODY, proven[NOBODY]),
            REFUSALS,
        )
        # Argon2id takes as long whatever it is given: what stands around it makes the difference.
        known, unknown = known + floor, unknown + floor
        yield alike("refuse a known address, beside an unknown one", known, unknown, 0.01)


@contextmanager
def _town() -> Iterator[Town]:
    """Towns of the kit take the cheapest Argon2id; here it is the one that is measured."""
    with towns.town() as cheap:
        settings = replace(
            cheap.house.settings,
            argon2_memory_kib=FLOOR.memory_kib,
            argon2_iterations=FLOOR.iterations,
        )
        town = replace(cheap, house=replace(cheap.house, settings=settings))
        person = town.people[WHO]
        done = enrol(person.account_id, PASSPHRASE, FLOOR, secret=person.secret)
        with town.committed() as work:
            store(work, done)
        yield town


def _challenged(town: Town, email: str) -> service.Challenge:
    town.clock.move_to(town.clock.now() + LATER)
    with open_work(town.house, writes=False) as work:
        tried = service.challenge(work, email)
    with open_work(town.house, writes=True) as work:
        service.claim(work, tried, None)
    return tried


def _log_in(town: Town) -> None:
    tried = _challenged(town, town.people[WHO].email)
    keys = service.prove(tried, PASSPHRASE)
    if not service.is_right(tried, keys):
        raise RuntimeError("the passphrase of the kit no longer fits")
    with open_work(town.house, writes=True) as work:
        service.log_in(work, tried, keys)
        work.commit()


def _proven(town: Town, email: str) -> LoginKeys:
    """What a wrong passphrase yields."""
    return service.prove(_challenged(town, email), WRONG)


def _refused(town: Town, email: str, keys: LoginKeys) -> None:
    tried = _challenged(town, email)
    if service.is_right(tried, keys):
        raise RuntimeError("a wrong passphrase was taken")
    with open_work(town.house, writes=True) as work:
        service.refuse(work, tried)
        work.commit()
