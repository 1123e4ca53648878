"""A made-up installation with one person a hat, for tests on every floor."""

import base64
import hashlib
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Engine

from signalering.config import Settings
from signalering.domain.clock import MovableClock
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.hats import needs_second_factor
from signalering.domain.lifecycles import KeyGroup, TrainingWay
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.keys.user import Credential
from signalering.models.partners.partner import Partner
from signalering.models.training.certificate import Certificate
from signalering.services.accounts import totp
from signalering.services.accounts.actors import actor_of
from signalering.services.accounts.enrol import Enrolment, enrol
from signalering.services.accounts.invite import admit
from signalering.services.audit.writer import AuditWriter
from signalering.services.keys.found import found_groups
from signalering.services.opened import Opened
from signalering.services.work import House, Work, open_work
from signalering.vault import passphrases
from signalering.vault.kinds import RecoverySecret, UserSecret
from signalering.vault.shares import recovery_public_key
from signalering.vault.stretching import Cost

if TYPE_CHECKING:
    from kit.story import Story

T = TypeVar("T")
CHEAP = Cost(memory_kib=64, iterations=1)
START = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PASSPHRASE = "appel banaan citroen druif eikel framboos"
PHONE = b"the phone of tests.."
RECOVERY = RecoverySecret(b"\x07" * 32)

# Each person has a name, a partner organisation and hats.
PEOPLE: dict[str, tuple[str, str | None, tuple[Hat, ...]]] = {
    "worker": ("Wil Melder", "Praktijk De Kas", (Hat.FRONTLINE,)),
    "other_worker": ("Wout Melder", "Wonen aan Zee", (Hat.FRONTLINE,)),
    "untrained": ("Ulla Melder", "Wonen aan Zee", (Hat.FRONTLINE,)),
    "coordinator": ("Cor Dinator", None, (Hat.COORDINATOR,)),
    "other_coordinator": ("Coby Dinator", None, (Hat.COORDINATOR,)),
    "manager": ("Ma Nager", None, (Hat.MANAGER,)),
    "administrator": ("Be Heerder", None, (Hat.ADMINISTRATOR,)),
    "privacy_officer": ("Po Officer", None, (Hat.PRIVACY_OFFICER,)),
}
PARTNERS = {"Praktijk De Kas": "care_welfare", "Wonen aan Zee": "housing"}


@dataclass(frozen=True)
class Person:
    """One person of the town, with what only the person knows."""

    key: str
    account_id: UUID
    email: str
    hat: Hat
    secret: UserSecret = field(repr=False)


@dataclass
class Town:
    """An installation and its people."""

    house: House
    people: dict[str, Person]
    # Lets a thing be done by having it done before (kit.story); it is done where there is none.
    story: "Story | None" = field(default=None, repr=False)

    def step(self, what: Hashable, act: Callable[[], T]) -> T:
        """Do this, or let it have been done: `what` says all that its outcome hangs on."""
        return self.story.step(self, what, act) if self.story else act()

    @property
    def clock(self) -> MovableClock:
        """The town's clock, to be moved."""
        assert isinstance(self.house.clock, MovableClock)
        return self.house.clock

    @contextmanager
    def work(self, key: str | None = None, *, writes: bool = True) -> Iterator[Work]:
        """A unit of work as this person, keys open. Nothing is committed unless you do."""
        with open_work(self.house, writes=writes) as work:
            if key is not None:
                person = self.people[key]
                account = work.data.get_one(Account, person.account_id)
                work.actor = actor_of(work, account, person.hat)
                work.opened = Opened(person.account_id, person.secret)
            yield work

    @contextmanager
    def committed(self, key: str | None = None) -> Iterator[Work]:
        """The same, committed at the end."""
        with self.work(key) as work:
            yield work
            work.commit()


def fixed_secret(name: str) -> bytes:
    """A fixed secret for tests."""
    return hashlib.sha256(f"test {name}".encode()).digest()


def settings_for(folder: Path, data_url: str, keystore_url: str) -> Settings:
    """Settings with the cheapest Argon2id, which load_settings() would refuse."""
    return Settings(
        instance=folder,
        installation_name="Gemeente Proefdorp",
        public_url="https://signalering.test",
        database_url=data_url,
        keystore_url=keystore_url,
        secret_key=fixed_secret("secret"),
        figures_key=fixed_secret("figures"),
        lookup_key=fixed_secret("lookup"),
        argon2_memory_kib=CHEAP.memory_kib,
        argon2_iterations=CHEAP.iterations,
    )


def new_house(folder: Path, data: Engine, keystore: Engine) -> House:
    """A house around two engines, with a clock that stands still."""
    urls = [engine.url.render_as_string(hide_password=False) for engine in (data, keystore)]
    return House(data, keystore, settings_for(folder, *urls), MovableClock(START), AuditWriter())


def settle(house: House) -> Town:
    """Found the groups and let everybody move in."""
    enrolled = {key: enrol(uuid4(), PASSPHRASE, CHEAP) for key in PEOPLE}
    people = {
        key: Person(key, done.account_id, f"{key}@proefdorp.test", PEOPLE[key][2][0], done.secret)
        for key, done in enrolled.items()
    }
    holders = {
        KeyGroup.CASEWORK: ("coordinator", "other_coordinator"),
        KeyGroup.AUDIT: ("privacy_officer",),
    }
    with open_work(house, writes=True) as work:
        found_groups(
            work,
            recovery_public_key(RECOVERY),
            {
                group: [(enrolled[key].account_id, enrolled[key].public_key) for key in keys]
                for group, keys in holders.items()
            },
        )
        for name, domain in PARTNERS.items():
            agreed = date(2025, 1, 15)
            work.data.add(
                Partner(name=name, domain=domain, agreement_on=agreed, agreement_version="1")
            )
        work.data.flush()
        for key, (name, partner, hats) in PEOPLE.items():
            admit(
                work,
                Invite(people[key].email, name, frozenset(hats), partner),
                enrolled[key],
            )
            gives_codes(work, enrolled[key], hats)
        for key in ("worker", "other_worker"):
            work.data.add(
                Certificate(
                    account_id=people[key].account_id,
                    way=TrainingWay.CLASSROOM,
                    trainer="Tia Trainer",
                    trained_in=date(2026, 1, 1),
                    valid_until=date(2028, 1, 31),
                )
            )
        work.commit()
    return Town(house, people)


def gives_codes(work: Work, done: Enrolment, hats: tuple[Hat, ...]) -> None:
    """Let a phone give the second factor of who needs one; the kit knows its secret."""
    if not needs_second_factor(hats):
        return
    master = passphrases.derive(PASSPHRASE, done.salt, CHEAP)
    key = passphrases.login_keys(master, done.account_id).totp_key
    credential = work.keys.get_one(Credential, done.account_id)
    credential.totp_sealed = totp.seal_secret(key, done.account_id, PHONE)


def base64_of(secret: bytes) -> str:
    """As settings.env has it."""
    return base64.b64encode(secret).decode()
