"""People of a served installation, logged in without a browser."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence

from kit.newcomers import invited
from kit.sessions import begun
from kit.town import PASSPHRASE, Town

from benchmarks.served import Site
from benchmarks.settings import FLOOR
from signalering.domain.lifecycles import TrainingWay
from signalering.domain.states import Hat
from signalering.models.training.certificate import Certificate
from signalering.services.accounts.enrol import enrol, store

Cookies = dict[str, str]
COOKIE = "session-key"


def logged_in(site: Site, key: str) -> Cookies:
    """The cookies of a session that is open."""
    return {COOKIE: urlsafe_b64encode(begun(site.town, key)).decode()}


def reporters(site: Site, clients: int, each: int) -> Sequence[Sequence[Cookies]]:
    """Trained workers, so many for every client."""
    made = iter(list(_reporters(site.town, clients * each)))
    return [[logged_in(site, next(made)) for _ in range(each)] for _ in range(clients)]


def _reporters(town: Town, count: int) -> Iterator[str]:
    until = town.clock.today().replace(year=town.clock.today().year + 1, day=1)
    for number in range(count):
        person = invited(town, f"reporter-{number}", Hat.FRONTLINE)
        with town.committed() as work:
            work.data.add(
                Certificate(
                    account_id=person.account_id,
                    way=TrainingWay.CLASSROOM,
                    trainer="Tia Trainer",
                    trained_in=until.replace(year=until.year - 1),
                    valid_until=until,
                )
            )
        yield person.key


def at_full_cost(town: Town, count: int) -> list[str]:
    """Addresses of workers whose passphrase takes the Argon2id of a real installation."""
    addresses = []
    for number in range(count):
        person = invited(town, f"visitor-{number}", Hat.FRONTLINE)
        done = enrol(person.account_id, PASSPHRASE, FLOOR, secret=person.secret)
        with town.committed() as work:
            store(work, done)
        addresses.append(person.email)
    return addresses
