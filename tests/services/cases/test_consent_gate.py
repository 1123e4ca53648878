"""The gate of consent: every way past it is shut by the service itself, whatever a form sends."""

from collections.abc import Callable
from uuid import UUID

import pytest
from kit.cards import ADDRESS, case_with_card, left
from kit.cases import (
    case_row,
    do,
    recorded_yes,
    referral_in,
    referral_row,
    stepped,
    told,
    tried,
    version,
)
from kit.measures import recorded
from kit.receivers import linked
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.referrals.renew import RenewLink
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import LinkWay
from signalering.domain.measures import Response
from signalering.domain.states import CaseOutcome, ConsentScope, ReferralState
from signalering.models.cases.case import Case
from signalering.models.keys.group import PackageShare
from signalering.services.cases.close import close
from signalering.services.cases.take_news import take_news
from signalering.services.public.erase import erase
from signalering.services.public.withdraw import withdraw
from signalering.services.referrals.compose import compose
from signalering.services.referrals.renew import renew

R = ReferralState
ELSEWHERE = "WestlandOntmoet"


class Gate:
    """A case whose resident agreed to everything, and every path that rests on a yes."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.case_id, self.code = case_with_card(town)
        recorded_yes(town, self.case_id, ConsentScope.MEASURE)
        recorded_yes(town, self.case_id, ConsentScope.TELL_REPORTER)
        self.agreed = referral_in(town, R.CONSENTED, self.case_id)
        self.taking_part = referral_in(town, R.ACCEPTED, self.case_id, ELSEWHERE)
        self.proposed = referral_in(town, R.PROPOSED, self.case_id, "Westland voor Elkaar")

    def paths(self) -> dict[str, Callable[[], object]]:
        """Each as a direct request would take it, around the pages."""
        town, case_id = self.town, self.case_id
        return {
            "propose": lambda: referral_in(town, R.PROPOSED, case_id, "De Vereeniging"),
            "agree": lambda: stepped(town, self.proposed, R.CONSENTED),
            "by_phone": lambda: stepped(town, self.agreed, R.SENT),
            "compose": lambda: do(town, lambda work: compose(work, self.agreed)),
            "send": lambda: linked(town, self.agreed),
            "renew": lambda: renewed(town, self.taking_part),
            "measure": lambda: recorded(town, case_id, 0, direct=3),
            "share": lambda: recorded_yes(
                town,
                case_id,
                ConsentScope.SHARE_WITH_INITIATIVE,
                referral_row(town, self.proposed).initiative_id,
            ),
            "yes_to_measure": lambda: recorded_yes(town, case_id, ConsentScope.MEASURE),
            "yes_to_tell": lambda: recorded_yes(town, case_id, ConsentScope.TELL_REPORTER),
        }

    def is_shut(self, *but: str) -> None:
        """Nothing gets past it, and nothing is written."""
        before, links = told(self.town, self.case_id), self.links()
        for name, path in self.paths().items():
            if name not in but:
                with pytest.raises((NotAllowedNow, InvalidInput)):
                    path()
                assert told(self.town, self.case_id) == before, name
        assert self.links() == links
        with self.town.work(writes=False) as work:
            assert work.keys.scalars(select(PackageShare)).all() == []

    def links(self) -> list[bytes | None]:
        """What lets somebody in."""
        three = (self.agreed, self.taking_part, self.proposed)
        return [referral_row(self.town, one).link_hash for one in three]

    def takes_news(self) -> None:
        """The keeper takes in what the resident did."""
        do(self.town, lambda work: take_news(work, self.case_id, version(work, self.case_id)))

    def says_no(self) -> None:
        """The resident, with the card."""
        with self.town.committed() as work:
            withdraw(work, self.code, ADDRESS)


def renewed(town: Town, referral_id: UUID) -> None:
    """A new link for attendance."""
    seen = referral_row(town, referral_id).version
    do(town, lambda work: renew(work, RenewLink(referral_id, seen, LinkWay.PAPER)))


def test_with_every_yes_every_path_is_open(file_town: Town) -> None:
    for name in Gate(file_town).paths():
        Gate(file_town).paths()[name]()


@pytest.mark.parametrize("way", ["withdrawn", "erased"])
def test_a_no_that_waits_shuts_every_path(file_town: Town, way: str) -> None:
    gate = Gate(file_town)
    with file_town.committed() as work:
        (withdraw if way == "withdrawn" else erase)(work, gate.code, ADDRESS)
    gate.is_shut()
    with pytest.raises(NotAllowedNow, match="resident_wrote"):
        tried(file_town, gate.case_id)
    recorded(file_town, gate.case_id, 0, response=Response.REFUSED)


def test_a_no_that_was_taken_in_shuts_every_path(file_town: Town) -> None:
    gate = Gate(file_town)
    gate.says_no()
    gate.takes_news()
    gate.is_shut()
    with pytest.raises(NotAllowedNow, match="contact_withdrawn"):
        tried(file_town, gate.case_id)


@pytest.mark.parametrize("typed_again", [False, True])
def test_a_yes_after_a_no_that_nobody_saw_is_a_new_yes(town: Town, typed_again: bool) -> None:
    gate = Gate(town)
    linked(town, gate.agreed)
    gate.says_no()
    left(town, gate.code)
    if typed_again:
        left(town, gate.code)
    gate.is_shut()
    gate.takes_news()
    said = [entry["given"] for entry in told(town, gate.case_id, "consent")[-2:]]
    assert said == [False, True]
    for one in (gate.agreed, gate.taking_part, gate.proposed):
        assert referral_row(town, one).state == R.REVOKED
    gate.is_shut("propose", "share", "yes_to_measure", "yes_to_tell")
    again = referral_in(town, R.CONSENTED, gate.case_id)
    assert linked(town, again).has_package
    tried(town, gate.case_id)


def test_a_no_is_written_down_once(file_town: Town) -> None:
    gate = Gate(file_town)
    gate.says_no()
    gate.takes_news()
    for _ in range(2):
        left(file_town, gate.code)
    gate.takes_news()
    said = [entry["given"] for entry in told(file_town, gate.case_id, "consent")[-2:]]
    assert said == [False, True]


def test_in_a_closed_case_no_path_is_open(file_town: Town) -> None:
    gate = Gate(file_town)
    outcome = CaseOutcome.OWN_STRENGTH
    command = CloseCase(gate.case_id, case_row(file_town, gate.case_id).version, outcome)
    do(file_town, lambda work: close(work, command))
    # Whoever takes part already goes on letting us know how it goes.
    gate.is_shut("renew")
    with pytest.raises(NotAllowedNow):
        recorded_yes(file_town, gate.case_id, ConsentScope.CONTACT)
    with pytest.raises(NotAllowedNow):
        tried(file_town, gate.case_id)


def test_in_somebody_elses_case_no_path_is_open(file_town: Town) -> None:
    gate = Gate(file_town)
    with file_town.committed() as work:
        work.data.get_one(Case, gate.case_id).owner_id = file_town.people[
            "other_coordinator"
        ].account_id
    before = told(file_town, gate.case_id)
    for name, path in gate.paths().items():
        with pytest.raises(Denied):
            path()
        assert told(file_town, gate.case_id) == before, name
