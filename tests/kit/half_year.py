"""Half a year of a small municipality: three signals a week by thirty reporters, many cases."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

from kit.cases import do
from kit.dump import Loot, Row, steal
from kit.mail import never
from kit.signals import a_signal, with_details
from kit.town import CHEAP, PARTNERS, PASSPHRASE, Town
from signalering.demo.cases import case_story
from signalering.demo.stage import Stage
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.lifecycles import TrainingWay
from signalering.domain.states import Hat
from signalering.models.training.certificate import Certificate
from signalering.services.accounts.enrol import Enrolment, enrol
from signalering.services.accounts.invite import admit, new_link_token
from signalering.services.accounts.relink import ask_for_relink
from signalering.services.cases.open import open as open_case
from signalering.services.directory.load import load
from signalering.services.signals.log import log
from signalering.services.signals.take import take
from signalering.services.upkeep import run_jobs

REPORTERS = 30
WEEKS = 20
A_WEEK = 3
WAITING = 8
PLACES = ("heenweg", "naaldwijk", "monster", "kwintsheul")
AGES = ("75+", "65-74", "35-64")


@dataclass
class Truth:
    """What nobody but the referee knows."""

    reporter_of: dict[UUID, UUID] = field(default_factory=dict)
    signal_of: dict[UUID, UUID] = field(default_factory=dict)
    # All news of that time, had it never left nor been swept.
    unsent: list[Row] = field(default_factory=list)


def live(town: Town, random: Random) -> Truth:
    """Play it up to the town's own present; the demonstration's stories tell how cases go."""
    truth, now = Truth(), town.clock.now()
    begin = now - timedelta(weeks=WEEKS)
    town.clock.move_to(begin)
    people = _reporters(town, begin.date())
    do(town, load)
    people["coordinator"] = replace(
        people["0"],
        account_id=town.people["coordinator"].account_id,
        secret=town.people["coordinator"].secret,
    )
    stage = Stage(town.house, town.clock, now, people, random)
    for week in range(WEEKS):
        for _ in range(A_WEEK):
            day = begin.date() + timedelta(weeks=week, days=random.randrange(7))
            stage.at(day, _Signal(stage, truth, str(random.randrange(REPORTERS))).logged)
    stage.play()
    town.clock.move_to(now)
    _come_and_go(town, truth)
    return truth


def mail_left(loot: Loot, now: datetime) -> Loot:
    """The same where mail that was due has left, as it does beside a mail server."""
    waits = [row for row in loot.data["outbox_mail"] if row["due_at"] > now]
    return replace(loot, data=loot.data | {"outbox_mail": waits})


def _come_and_go(town: Town, truth: Truth) -> None:
    """What else names an account: links that wait, and reporters to be linked again."""
    with town.committed() as work:
        for account_id in sorted(set(truth.reporter_of.values()))[:WAITING]:
            new_link_token(work, account_id)
            ask_for_relink(work, account_id)
    truth.unsent = steal(town.house).data["outbox_mail"]
    assert run_jobs(town.house, never) == []


def _reporters(town: Town, today: date) -> dict[str, Enrolment]:
    made = {str(number): enrol(uuid4(), PASSPHRASE, CHEAP) for number in range(REPORTERS)}
    partners = list(PARTNERS)
    with town.committed("administrator") as work:
        for number, done in enumerate(made.values()):
            name, partner = f"Reporter {number}", partners[number % len(partners)]
            command = Invite(f"r{number}@proefdorp.test", name, frozenset({Hat.FRONTLINE}), partner)
            admit(work, command, done)
            work.data.add(
                Certificate(
                    account_id=done.account_id,
                    way=TrainingWay.CLASSROOM,
                    trainer="Tia Trainer",
                    trained_in=today.replace(day=1),
                    valid_until=today + timedelta(days=700),
                )
            )
    return made


@dataclass
class _Signal:
    """From the front door to a case, as in life: days in between, now and then none."""

    stage: Stage
    truth: Truth
    reporter: str
    id: UUID | None = None

    def logged(self) -> None:
        """A reporter logs it."""
        random = self.stage.random
        made = with_details if random.random() < 0.9 else a_signal
        command = made(place=random.choice(PLACES), age_band=random.choice(AGES))
        with self.stage.as_(self.reporter) as work:
            self.id = log(work, command).signal_id
        self.truth.reporter_of[self.id] = self.stage.people[self.reporter].account_id
        self._later((0, 0, 1, 1, 2, 4), self._taken)

    def _taken(self) -> None:
        assert self.id is not None
        with self.stage.as_("coordinator") as work:
            take(work, self.id)
        if self.stage.random.random() < 0.8:
            self._later((0, 0, 1, 3, 6), self._opened)

    def _opened(self) -> None:
        assert self.id is not None
        with self.stage.as_("coordinator") as work:
            case_id = open_case(work, self.id)
        self.truth.signal_of[case_id] = self.id
        case_story(self.stage, case_id)

    def _later(self, days: tuple[int, ...], act: object) -> None:
        wait = timedelta(days=self.stage.random.choice(days))
        assert callable(act)
        if wait:
            self.stage.at(self.stage.clock.today() + wait, act)
        else:
            act()
