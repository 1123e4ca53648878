"""The agreement comes first: without one nobody new is invited, and nobody is locked out."""

from datetime import date

import pytest
from kit.partners import HOUSING, agreed, partner_view
from kit.town import PEOPLE, Town
from kit.trail import entries

from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.commands.partners.agree import RecordAgreement
from signalering.domain.errors import Conflict, Denied, InvalidInput
from signalering.domain.states import Hat
from signalering.services.accounts.actors import standing_actor
from signalering.services.accounts.invite import invite, organisations
from signalering.services.partners.agree import agree

DAY = date(2026, 11, 2)
NEWCOMER = Invite("nieuw@wonen.test", "Nieuw", frozenset({Hat.FRONTLINE}), HOUSING)


def paper(town: Town, day: date = DAY, label: str = " 2026-1 ") -> RecordAgreement:
    """What was signed."""
    view = partner_view(town)
    return RecordAgreement(view.id, day, label, view.version)


def test_without_agreement_nobody_new_and_nobody_locked_out(town: Town) -> None:
    agreed(town, HOUSING, None)
    with town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        invite(work, NEWCOMER)
    assert (refused.value.field, refused.value.code) == ("partner", "no_agreement")
    with town.work("administrator", writes=False) as work:
        assert HOUSING in organisations(work), "it can be chosen, and is told what lacks"
    there = [key for key, (_, partner, _) in PEOPLE.items() if partner == HOUSING]
    assert there
    with town.work(writes=False) as work:
        for key in there:
            person = town.people[key]
            assert standing_actor(work, person.account_id, 0, person.hat) is not None
    with town.committed("administrator") as work:
        agree(work, paper(town))
    with town.committed("administrator") as work:
        invite(work, NEWCOMER)


def test_the_newest_takes_the_place_and_the_trail_has_both(town: Town) -> None:
    for label in ("1b", " 2026-1 "):
        command = paper(town, label=label)
        with town.committed("administrator") as work:
            agree(work, command)
    view = partner_view(town)
    assert (view.agreement_on, view.agreement_version) == (DAY, "2026-1")
    found = [entry["details"] for entry in entries(town, "partner_agreed")]
    assert found == [
        {"from_day": "2026-11-02", "version": "1b"},
        {"from_day": "2026-11-02", "version": "2026-1"},
    ]
    with town.work("administrator") as work, pytest.raises(Conflict):
        agree(work, command)


@pytest.mark.parametrize(
    ("day", "label", "field"),
    [
        (date(2026, 11, 25), "1", "agreement_on"),
        (date(9999, 12, 31), "1", "agreement_on"),
        (date(1, 1, 1), "1", "agreement_on"),
        (DAY, " ", "agreement_version"),
        (DAY, "x" * 17, "agreement_version"),
        (DAY, "1\x00", "agreement_version"),
    ],
)
def test_what_is_wrong_is_told(file_town: Town, day: date, label: str, field: str) -> None:
    command = paper(file_town, day, label)
    with file_town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        agree(work, command)
    assert refused.value.field == field


def test_others_may_not(file_town: Town) -> None:
    command = paper(file_town)
    with file_town.work("privacy_officer") as work, pytest.raises(Denied):
        agree(work, command)
