"""A case that lies still is kept and read, and nothing else is done with it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from kit import trail
from kit.cases import (
    case_in,
    case_row,
    closed_case,
    do,
    events_of,
    initiative,
    opened,
    referral_in,
    referral_row,
    stepped,
    told,
    tried,
    version,
)
from kit.measures import consented, refused
from kit.receivers import asked as linked_to
from kit.receivers import linked, opened_by
from kit.rights import WHY, answered, asked, lifted, restricted
from kit.signals import CONTACT, a_signal
from kit.tasks import finished, moved, planned
from kit.town import Town

from signalering.domain.commands.cases.ask import WriteToReporter
from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.commands.cases.plan import PlanTask
from signalering.domain.commands.cases.restrict import RestrictCase
from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.domain.commands.referrals.renew import RenewLink
from signalering.domain.consent import SHARE_TEXT_NOW
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import LinkWay, TaskEnd, TaskKind
from signalering.domain.states import (
    CaseState,
    ConsentScope,
    ConsentWay,
    FeedbackLine,
    ReferralState,
    Right,
)
from signalering.models.cases.case import Case
from signalering.services.cases.ask import ask
from signalering.services.cases.card import card
from signalering.services.cases.consent import consent
from signalering.services.cases.feedback import feedback
from signalering.services.cases.letter import letter, sent
from signalering.services.cases.measure import measuring
from signalering.services.cases.move import move
from signalering.services.cases.note import note
from signalering.services.cases.plan import plan
from signalering.services.cases.restrict import restrict
from signalering.services.cases.show import open_record
from signalering.services.cases.visit_sheet import UNPLANNED, visit_sheet
from signalering.services.referrals.propose import propose
from signalering.services.referrals.renew import renew
from signalering.services.retention.erase_case import erase_case
from signalering.services.work import Work

R = ReferralState
Verb = Callable[[Town, UUID, UUID], object]


def _propose(town: Town, case_id: UUID, referral_id: UUID) -> None:
    to = initiative(town, "WestlandOntmoet")
    new = ProposeReferral(case_id, case_row(town, case_id).version, to, "social", "verdriet")
    do(town, lambda w: propose(w, new))


def _share(town: Town, case_id: UUID, referral_id: UUID) -> None:
    scope, way = ConsentScope.SHARE_WITH_INITIATIVE, ConsentWay.WRITTEN
    to = referral_row(town, referral_id).initiative_id
    seen = case_row(town, case_id).version
    do(town, lambda w: consent(w, RecordConsent(case_id, seen, scope, way, SHARE_TEXT_NOW, to)))


def _renew(town: Town, case_id: UUID, referral_id: UUID) -> None:
    seen = referral_row(town, referral_id).version
    do(town, lambda w: renew(w, RenewLink(referral_id, seen, LinkWay.PAPER, "")))


def _move(town: Town, case_id: UUID, referral_id: UUID) -> None:
    seen = case_row(town, case_id).version
    do(town, lambda w: move(w, MoveCase(case_id, seen, CaseState.SUPPORTED)))


def _measuring(town: Town, case_id: UUID, referral_id: UUID) -> None:
    do(town, lambda w: measuring(w, case_id))


# Every verb that does more than keep; in which state its referral stands.
VERBS: dict[str, tuple[Verb, ReferralState]] = {
    "move": (_move, R.PROPOSED),
    "attempt": (lambda town, case, _: tried(town, case), R.PROPOSED),
    "measure": (lambda town, case, _: refused(town, case, 0), R.PROPOSED),
    "measuring": (_measuring, R.PROPOSED),
    "propose": (_propose, R.PROPOSED),
    "advance": (lambda town, _, one: stepped(town, one, R.CONSENTED), R.PROPOSED),
    "consent to share": (_share, R.PROPOSED),
    "send": (lambda town, _, one: linked(town, one), R.CONSENTED),
    "renew": (_renew, R.ACCEPTED),
}


@pytest.mark.parametrize("name", VERBS)
def test_nothing_is_done_with_it(file_town: Town, name: str) -> None:
    verb, state = VERBS[name]
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    referral_id = referral_in(file_town, state, case_id)
    consented(file_town, case_id)
    restricted(file_town, case_id)
    before = told(file_town, case_id)
    with pytest.raises(NotAllowedNow, match="restricted"):
        verb(file_town, case_id, referral_id)
    assert told(file_town, case_id) == before
    lifted(file_town, case_id)
    verb(file_town, case_id, referral_id)


# What is done while contact is sought, with the form as it was just shown.
SEEKING: dict[str, Callable[[Work, UUID, int], object]] = {
    "letter": lambda work, case_id, _: letter(work, case_id),
    "letter sent": sent,
    "ask": lambda work, case_id, seen: ask(
        work, WriteToReporter(case_id, seen, "Mag ik een keer bellen?")
    ),
    "card": card,
    "visit sheet": lambda work, case_id, _: visit_sheet(work, case_id, UNPLANNED),
    "appointment": lambda work, case_id, seen: plan(
        work,
        PlanTask(
            case_id,
            seen,
            TaskKind.APPOINTMENT,
            work.clock.today() + timedelta(days=2),
            time="10:00",
            place="thuis",
        ),
    ),
}


@pytest.mark.parametrize("name", SEEKING)
def test_nobody_is_sought_meanwhile(file_town: Town, name: str) -> None:
    to = replace(CONTACT, address="Heenweg 12, 2691 XX Proefdorp")
    case_id = opened(file_town, command=a_signal(contact_answer="yes_details", contact=to))
    restricted(file_town, case_id)
    before = told(file_town, case_id)

    def act(work: Work) -> object:
        return SEEKING[name](work, case_id, version(work, case_id))

    with pytest.raises(NotAllowedNow, match="restricted"):
        do(file_town, act)
    assert told(file_town, case_id) == before
    lifted(file_town, case_id)
    do(file_town, act)


def test_an_appointment_goes_to_no_other_day_meanwhile_but_can_be_called_off(
    file_town: Town,
) -> None:
    case_id = opened(file_town)
    first, second = planned(file_town, case_id), planned(file_town, case_id)
    reminder = planned(file_town, case_id, TaskKind.REMINDER)
    restricted(file_town, case_id)
    with pytest.raises(NotAllowedNow, match="restricted"):
        moved(file_town, case_id, first, 9, "10:00")
    finished(file_town, case_id, first, TaskEnd.CANCELLED)
    moved(file_town, case_id, reminder, 9)
    lifted(file_town, case_id)
    moved(file_town, case_id, second, 9, "10:00")


def test_no_reporter_is_told_meanwhile(file_town: Town) -> None:
    case_id = closed_case(file_town)
    restricted(file_town, case_id)

    def tell(work: Work) -> None:
        seen = version(work, case_id)
        feedback(work, GiveFeedback(case_id, seen, line=FeedbackLine.THANKS))

    with pytest.raises(NotAllowedNow, match="restricted"):
        do(file_town, tell)
    lifted(file_town, case_id)
    do(file_town, tell)


def test_a_link_that_is_out_shows_nothing_meanwhile(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, link = linked_to(town, case_id)
    restricted(town, case_id)
    with pytest.raises(NotFound):
        opened_by(town, link)
    lifted(town, case_id)
    assert opened_by(town, link).package is not None


def test_it_is_read_noted_and_answered(town: Town) -> None:
    case_id = opened(town)
    number = asked(town, case_id, Right.RESTRICTION)
    restricted(town, case_id)
    answered(town, case_id, number)
    seen = case_row(town, case_id).version
    do(town, lambda w: note(w, WriteNote(case_id, seen, "Uitgezocht")))
    with town.work("coordinator") as work:
        view = open_record(work, case_id)
    assert view.rights.restricted
    assert view.next_steps[0].code == "restricted"
    (entry,) = told(town, case_id, "restriction")
    assert entry["text"] == WHY


@pytest.mark.parametrize("ahead", [None, 30])
def test_it_never_ends_by_itself_and_puts_off_erasing(town: Town, ahead: int | None) -> None:
    case_id = closed_case(town)
    until = town.clock.today() + timedelta(days=ahead) if ahead else None
    restricted(town, case_id, until)
    assert case_row(town, case_id).hold_until == until
    town.clock.move_to(town.clock.now() + timedelta(days=200))
    reference = case_row(town, case_id).reference
    with pytest.raises(NotAllowedNow, match="case_on_hold"):
        do(town, lambda w: erase_case(w, reference))
    with pytest.raises(InvalidInput) as refusal:
        lifted(town, case_id, told=False)
    assert refusal.value.field == "told"
    assert case_row(town, case_id).restricted
    lifted(town, case_id)
    row = case_row(town, case_id)
    assert (row.restricted, row.hold_until) == (False, None)
    do(town, lambda w: erase_case(w, reference))


def test_somebody_elses_longer_hold_stays(file_town: Town) -> None:
    case_id = closed_case(file_town)
    today = file_town.clock.today()
    longer = today + timedelta(days=90)
    with file_town.committed() as work:
        work.data.get_one(Case, case_id).hold_until = longer
    restricted(file_town, case_id, today + timedelta(days=5))
    assert case_row(file_town, case_id).hold_until == longer
    lifted(file_town, case_id)
    assert case_row(file_town, case_id).hold_until == longer


@pytest.mark.parametrize("ahead", [30, 60])
def test_somebody_elses_hold_that_it_outlasted_is_there_again(file_town: Town, ahead: int) -> None:
    case_id = closed_case(file_town)
    today = file_town.clock.today()
    theirs = today + timedelta(days=30)
    with file_town.committed() as work:
        work.data.get_one(Case, case_id).hold_until = theirs
    restricted(file_town, case_id, today + timedelta(days=ahead))
    lifted(file_town, case_id)
    assert case_row(file_town, case_id).hold_until == theirs


def test_its_day_comes_back_to_its_keeper(file_town: Town) -> None:
    case_id = opened(file_town)
    until = file_town.clock.today() + timedelta(days=30)
    restricted(file_town, case_id, until)
    row = case_row(file_town, case_id)
    assert (row.deadline_kind, row.deadline_on) == ("task", until)
    (line,) = trail.entries(file_town, "case_restricted")
    assert line["details"] == {"until": until.isoformat()}


def test_what_is_counted_stays(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    before = events_of(file_town, case_id)
    restricted(file_town, case_id)
    lifted(file_town, case_id)
    assert events_of(file_town, case_id) == before


@pytest.mark.parametrize("ahead", [-1, 0, 400, 2_900_000])
def test_on_a_day_within_a_year(file_town: Town, ahead: int) -> None:
    case_id = opened(file_town)
    with pytest.raises(InvalidInput) as refusal:
        restricted(file_town, case_id, file_town.clock.today() + timedelta(days=ahead))
    assert refusal.value.field == "until"


def test_with_a_reason_once_and_by_its_keeper(file_town: Town) -> None:
    case_id = opened(file_town)
    with pytest.raises(InvalidInput) as refusal:
        restricted(file_town, case_id, text=" ")
    assert refusal.value.field == "text"
    command = RestrictCase(case_id, 1, None, WHY)
    with pytest.raises(Denied):
        do(file_town, lambda w: restrict(w, command), "other_coordinator")
    with pytest.raises(NotAllowedNow):
        lifted(file_town, case_id)
    restricted(file_town, case_id)
    with pytest.raises(NotAllowedNow, match="restricted"):
        restricted(file_town, case_id)
    assert case_row(file_town, case_id).version == 2
