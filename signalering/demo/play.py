"""Make the demonstration: complete or not at all."""

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, delete, event

from signalering.config import (
    SettingsError,
    demo_log_ins,
    load_settings,
    settings_file,
)
from signalering.demo.directory import directory
from signalering.demo.meetings import meetings
from signalering.demo.newsletter import newsletter
from signalering.demo.offers import offers
from signalering.demo.partners import partners
from signalering.demo.private import settings_text, write_private
from signalering.demo.signals import signals
from signalering.demo.site import site
from signalering.demo.stage import Stage
from signalering.demo.tasks import tasks
from signalering.demo.town import PARTNERS, ROLES, Role, address
from signalering.domain.clock import AMSTERDAM, MovableClock
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.commands.partners.add import AddPartner
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.lifecycles import TrainingWay
from signalering.domain.states import Hat
from signalering.models import schema
from signalering.models.database import open_engine
from signalering.models.network.outbox import OutboxMail
from signalering.privacy.disclosure.checks import Check, Figures
from signalering.services.accounts.invite import admit
from signalering.services.audit.writer import AuditWriter
from signalering.services.directory.load import load
from signalering.services.keys.set_up import Newcomer, newcomer, set_up
from signalering.services.monthly import new_month
from signalering.services.partners.add import add as add_partner
from signalering.services.statistics.release import release_due
from signalering.services.training.record import record_training
from signalering.services.work import House, open_work
from signalering.vault.shares import new_recovery_secret, recovery_public_key

QUARTERS = 8
SIGNALS = 120
FOUNDERS = frozenset(
    {
        "administrator",
        "coordinator",
        "deputy",
        "privacy_officer",
        "data_protection_officer",
        "manager",
    }
)
DATABASES = ("data.sqlite", "keystore.sqlite")


def started(instance: Path) -> bool:
    """Whether an installation, this demonstration or a real one, is there already."""
    return settings_file(instance).exists()


def play(instance: Path, tell: Callable[[str], None], now: datetime | None = None) -> None:
    """Play into a folder aside, then move everything in; settings.env comes last.

    Raises SettingsError when the instance holds databases of something else.
    """
    if any((instance / name).exists() for name in DATABASES) and not started(instance):
        _forget_half_done(instance)
    aside = instance / "demo-in-progress"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True, mode=0o700)
    tell("Playing eight made-up quarters, once. This takes half a minute.")
    write_private(settings_file(aside), settings_text())
    moment = now or datetime.now(UTC)
    words = _played(aside, moment, tell)
    write_private(demo_log_ins(aside), _log_ins(words))
    site(instance, moment.astimezone(AMSTERDAM).date())
    for name in (*DATABASES, demo_log_ins(aside).name, settings_file(aside).name):
        (aside / name).rename(instance / name)
    shutil.rmtree(aside)


def _forget_half_done(instance: Path) -> None:
    """A move that was broken off left its log-ins or databases, but no settings."""
    if not demo_log_ins(instance).exists() and not (instance / "demo-in-progress").exists():
        raise SettingsError(
            f"{instance} holds databases but no settings.env. Put settings.env back, "
            "or move the databases away."
        )
    for name in (*DATABASES, demo_log_ins(instance).name):
        (instance / name).unlink(missing_ok=True)


def _played(folder: Path, now: datetime, tell: Callable[[str], None]) -> dict[str, str]:
    settings = load_settings(folder, environment={})
    begin = _begin(now)
    clock = MovableClock(datetime.combine(begin, time(8), AMSTERDAM))
    data, keystore = _hasty(settings.database_url), _hasty(settings.keystore_url)
    try:
        house = House(data, keystore, settings, clock, AuditWriter())
        schema.upgrade(data, keystore)
        people, words = _people(house)
        _move_in(house, people, begin)
        stage = Stage(
            house, clock, now, {key: made[1] for key, made in people.items()}, Random(20261)
        )
        partners(stage)
        directory(stage)
        signals(stage, begin, SIGNALS)
        offers(stage)
        meetings(stage)
        newsletter(stage)
        _retrain(stage, people, begin)
        _upkeep(stage, begin, tell)
        stage.play()
        tasks(stage)
        _forget_sent(house, now)
    finally:
        data.dispose()
        keystore.dispose()
    return words


def _forget_sent(house: House, now: datetime) -> None:
    """Nobody gets mail here; what would have left by now is not shown as if it waited."""
    with open_work(house, writes=True) as work:
        work.data.execute(delete(OutboxMail).where(OutboxMail.due_at <= now))
        work.commit()


def _hasty(url: str) -> Engine:
    """Without waiting for the disk: what a crash leaves half done is played again anyway."""
    engine = open_engine(url)

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: object) -> None:
        del record
        connection.execute("PRAGMA synchronous = OFF")

    return engine


def _begin(now: datetime) -> date:
    """The first day of the quarter eight quarters ago."""
    local = now.astimezone(AMSTERDAM).date()
    quarters = local.year * 4 + (local.month - 1) // 3 - QUARTERS
    return date(quarters // 4, quarters % 4 * 3 + 1, 1)


def _people(house: House) -> tuple[dict[str, Newcomer], dict[str, str]]:
    def one(role: Role) -> tuple[Newcomer, str]:
        command = Invite(address(role), role.name, frozenset(role.hats), role.partner)
        return newcomer(house.settings, command)

    with ThreadPoolExecutor(2) as pool:
        made = dict(zip((role.key for role in ROLES), pool.map(one, ROLES), strict=True))
    return {key: pair[0] for key, pair in made.items()}, {
        role.key: made[role.key][1] for role in ROLES if role.log_in
    }


def _move_in(house: House, people: dict[str, Newcomer], begin: date) -> None:
    recovery = recovery_public_key(new_recovery_secret())
    with open_work(house, writes=True) as work:
        set_up(work, recovery, [people[key] for key in sorted(FOUNDERS)])
        for number, (name, domain) in enumerate(PARTNERS.items(), start=1):
            mailbox = f"partner{number}@voorbeeld.example"
            add_partner(work, AddPartner(name, domain, begin - timedelta(days=30), "1", mailbox))
        for role in ROLES:
            if role.key not in FOUNDERS:
                admit(work, *people[role.key])
            if Hat.FRONTLINE in role.hats:
                record_training(work, _trained(people[role.key], begin))
        load(work)
        work.commit()


def _trained(person: Newcomer, day: date) -> RecordTraining:
    account_id = person[1].account_id
    return RecordTraining(account_id, TrainingWay.CLASSROOM, "Tess Trainer", day)


def _retrain(stage: Stage, people: dict[str, Newcomer], begin: date) -> None:
    """Valid for 24 months: a refresher comes before the eight quarters are over."""

    def act() -> None:
        with open_work(stage.house, writes=True) as work:
            for role in ROLES:
                if Hat.FRONTLINE in role.hats:
                    record_training(work, _trained(people[role.key], stage.clock.today()))
            work.commit()

    stage.at(begin + timedelta(days=600), act)


def _nothing(candidate: Figures, frozen: Sequence[Figures]) -> tuple[Check, ...]:
    """No audit: it takes minutes, and there is nobody behind these figures to be found."""
    del candidate, frozen
    return ()


def _upkeep(stage: Stage, begin: date, tell: Callable[[str], None]) -> None:
    """Each month the first coordinator to unlock moves what waits; then what is due is released."""

    def month() -> None:
        with stage.as_("coordinator") as work:
            new_month(work)
        release_due(stage.house, asked=_nothing)
        tell(f"  {stage.clock.today():%Y-%m}")

    day = begin
    while day <= stage.now.date():
        stage.at(day, month)
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _log_ins(words: dict[str, str]) -> str:
    lines = ["Log-ins of the demonstration, one for each role:", ""]
    for role in ROLES:
        if role.log_in:
            lines += [f"  {role.hats[0].value:<24} {address(role):<42} {words[role.key]}"]
    return "\n".join([*lines, ""])
