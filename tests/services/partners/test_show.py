"""An organisation's page counts who is trained; whose line it is stands nowhere."""

from datetime import date

import pytest
from kit.newcomers import invited
from kit.partners import HOUSING, partner_id, partner_view
from kit.town import PEOPLE, Town
from kit.trail import entries

from signalering.domain.errors import Denied, NotFound
from signalering.domain.lifecycles import AccountState, TrainingWay
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.training.certificate import Certificate
from signalering.services.partners.list import list_partners
from signalering.services.partners.show import show


def at(town: Town, name: str) -> tuple[int, date | None, date | None]:
    """What the list says; the page says the same."""
    view = partner_view(town, name)
    with town.committed("administrator") as work:
        (line,) = [one for one in list_partners(work).lines if one.name == name]
    shown = (view.trained, view.first_until, view.last_until)
    assert (line.trained, line.first_until, line.last_until) == shown
    return shown


def certified(town: Town, key: str, until: date) -> None:
    with town.committed() as work:
        work.data.add(
            Certificate(
                account_id=town.people[key].account_id,
                way=TrainingWay.EARLIER,
                trainer="Tia Trainer",
                trained_in=date(2025, 1, 1),
                valid_until=until,
            )
        )


def test_people_with_a_certificate_of_today_are_counted_once(town: Town) -> None:
    theirs = PEOPLE["worker"][1]
    assert theirs is not None
    before = at(town, theirs)
    assert before[0] >= 1
    certified(town, "worker", date(2026, 11, 30))
    assert at(town, theirs) == before, "the longest counts"
    today = town.clock.today()
    invited(town, "newcomer", Hat.FRONTLINE)
    assert at(town, theirs) == before
    certified(town, "newcomer", today)
    assert at(town, theirs) == (before[0] + 1, today, before[2])
    with town.committed() as work:
        newcomer = town.people["newcomer"].account_id
        work.data.get_one(Account, newcomer).state = AccountState.DEACTIVATED
    assert at(town, theirs) == before


def test_nobody_is_trained_where_all_have_lapsed(town: Town) -> None:
    there = [key for key, (_, partner, hats) in PEOPLE.items() if partner == HOUSING and hats]
    with town.committed() as work:
        work.data.query(Certificate).update({"valid_until": date(2026, 10, 31)})
    assert there
    assert at(town, HOUSING) == (0, None, None)


def test_looking_is_in_the_trail(town: Town) -> None:
    found = partner_id(town)
    with town.committed("administrator") as work:
        assert show(work, found).name == HOUSING
    (entry,) = entries(town, "partner_read")
    assert entry["object"] == str(found)


def test_others_may_not_and_strangers_are_not_found(file_town: Town) -> None:
    with file_town.work("manager") as work, pytest.raises(Denied):
        show(work, partner_id(file_town))
    with file_town.work("administrator") as work, pytest.raises(NotFound):
        show(work, file_town.people["worker"].account_id)
