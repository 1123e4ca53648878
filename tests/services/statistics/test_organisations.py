"""Live counts are of organisations alone, and never of one of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import product
from uuid import uuid4

import pytest
from kit.figures import signals
from kit.town import Town
from kit.training import planned
from sqlalchemy import Engine, event, update

from signalering.domain.errors import Denied
from signalering.domain.lifecycles import AccountState, TrainingWay
from signalering.domain.views.statistics.organisations import DomainCount, OrganisationsView
from signalering.models.accounts.account import Account
from signalering.models.directory.initiative import Initiative
from signalering.models.partners.partner import Partner
from signalering.models.training.certificate import Certificate
from signalering.models.training.session import TrainingSession
from signalering.privacy.disclosure.groups import FEWEST_PARTNERS
from signalering.services.statistics.organisations import organisations, shown

VALID = date(2028, 1, 31)
RESIDENTS = ("signal", "case_record", "stat_fact", "pending_fact", "referral", "contact_")


def partner(
    town: Town,
    domain: str,
    *valid_until: date,
    active: bool = True,
    state: AccountState = AccountState.ACTIVE,
) -> None:
    """One more organisation, with a worker for each day, certified until then."""
    with town.committed() as work:
        row = Partner(id=uuid4(), name=f"Partner {uuid4()}", domain=domain, active=active)
        work.data.add(row)
        work.data.flush()
        for until in valid_until:
            account = Account(
                id=uuid4(),
                email=f"{uuid4()}@proefdorp.test",
                name="Iemand",
                partner_id=row.id,
                state=state,
            )
            work.data.add(account)
            work.data.flush()
            # A second certificate makes no second person.
            for trained_in in (date(2024, 1, 1), date(2026, 1, 1)):
                work.data.add(
                    Certificate(
                        account_id=account.id,
                        way=TrainingWay.CLASSROOM,
                        trainer="Tia Trainer",
                        trained_in=trained_in,
                        valid_until=until,
                    )
                )


def seen(town: Town, key: str = "manager") -> OrganisationsView:
    with town.work(key, writes=False) as work:
        return organisations(work)


@contextmanager
def listening(engine: Engine) -> Iterator[list[str]]:
    said: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        said.append(statement)

    event.listen(engine, "before_cursor_execute", hear)
    yield said
    event.remove(engine, "before_cursor_execute", hear)


def test_who_takes_part_and_is_trained_is_counted(town: Town) -> None:
    # The town has two organisations, each with one worker who is trained.
    assert (seen(town).partners, seen(town).trained, seen(town).domains) == (2, None, ())
    partner(town, "housing", VALID, VALID)
    found = seen(town)
    assert (found.partners, found.trained) == (3, 4)
    assert found.domains == ()
    partner(town, "housing", VALID, date(2026, 11, 22))
    partner(town, "housing", active=False)
    partner(town, "housing", VALID, state=AccountState.DEACTIVATED)
    assert (seen(town).partners, seen(town).trained) == (5, 5)


def test_a_domain_shows_with_three_organisations_and_three_besides(town: Town) -> None:
    for _ in range(2):
        partner(town, "housing", VALID)
    assert seen(town).domains == (), "the one that is left could be reckoned"
    partner(town, "arts_culture", VALID)
    assert seen(town).domains == (), "the two that are left could be reckoned"
    partner(town, "sport", VALID)
    assert seen(town).domains == (DomainCount("housing", 3, 3),)


def test_nobody_can_reckon_what_stands_behind_fewer_than_three() -> None:
    """Whatever is left out, taken together, is nothing or three organisations at least."""
    codes = ("care_welfare", "housing", "arts_culture", "sport")
    for counts in product(range(6), repeat=len(codes)):
        partners = dict(zip(codes, counts, strict=True))
        found = shown(partners)
        assert all(partners[code] >= FEWEST_PARTNERS for code in found)
        rest = sum(count for code, count in partners.items() if code not in found)
        assert not 0 < rest < FEWEST_PARTNERS or not found


def test_offers_that_were_confirmed_lately_are_counted(town: Town) -> None:
    with town.committed() as work:
        work.data.execute(update(Initiative).values(active=False))
    assert seen(town).offers == 0
    today = town.clock.today()
    for name, day in (("Vitis Welzijn: maatjes", today), ("Bibliotheek", date(2025, 1, 1))):
        with town.committed() as work:
            work.data.add(
                Initiative(
                    name=f"Proef: {name}",
                    pillar=None,
                    kind="practical",
                    area="monster",
                    assured_on=day,
                )
            )
    assert seen(town).offers == 1


def test_trainings_to_come_are_counted(town: Town) -> None:
    assert seen(town).trainings == 0
    planned(town, in_days=0)
    past = planned(town, in_days=9)
    assert seen(town).trainings == 2
    with town.committed() as work:
        work.data.get_one(TrainingSession, past).day = town.clock.today() - timedelta(days=1)
    assert seen(town).trainings == 1


def test_nothing_about_a_resident_is_read(town: Town) -> None:
    before = seen(town)
    signals(town, date(2026, 11, 2), 25)
    with listening(town.house.data) as said:
        assert seen(town) == before
    assert len(said) > 3
    assert not [one for one in said if any(f"FROM {table}" in one for table in RESIDENTS)]


@pytest.mark.parametrize("key", ["worker", "administrator", "privacy_officer"])
def test_others_do_not_see_them(town: Town, key: str) -> None:
    with pytest.raises(Denied):
        seen(town, key)
