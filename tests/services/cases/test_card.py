"""A card that is left behind for somebody whom nobody reached: it leads straight to the case."""

from datetime import timedelta
from uuid import UUID

import pytest
from kit import trail
from kit.cards import ADDRESS, GIVEN, later, left
from kit.cases import case_in, case_row, contact_row, do, opened, told, tried, version
from kit.signals import a_signal, row_of, words_of
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.commands.signals.log import LogSignal
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import CardState
from signalering.domain.states import (
    AttemptResult,
    CaseOutcome,
    CaseState,
    Channel,
    ConsentScope,
    ConsentWay,
)
from signalering.models.network.outbox import OutboxMail
from signalering.models.signals.contact import ContactCard
from signalering.services.accounts.losing import hand_back_all
from signalering.services.cases.card import card
from signalering.services.cases.close import close
from signalering.services.cases.list import list_cases
from signalering.services.cases.show import open_record
from signalering.services.cases.take import take
from signalering.services.cases.take_news import take_news
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.public.card import card as look
from signalering.services.public.erase import erase
from signalering.services.retention.erase_case import erase_case
from signalering.services.signals.cards import sweep

WITH, WITHOUT = None, a_signal()


def printed(town: Town, case_id: UUID, key: str = "coordinator") -> str:
    """The code of a card of this case."""
    made = do(town, lambda work: card(work, case_id, version(work, case_id)), key)
    return str(made.code)


def shut(town: Town, case_id: UUID, outcome: CaseOutcome = CaseOutcome.NOT_REACHED) -> None:
    """Close it."""
    left_one = outcome is CaseOutcome.NOT_REACHED
    do(
        town,
        lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome, card_left=left_one)),
    )


def cards(town: Town) -> list[ContactCard]:
    """All rows."""
    with town.work(writes=False) as work:
        found = list(work.data.scalars(select(ContactCard)))
        work.data.expunge_all()
        return found


@pytest.mark.parametrize("command", [WITH, WITHOUT], ids=["details", "anonymous"])
def test_used_after_closing_it_is_news_and_the_case_goes_on(
    town: Town, command: LogSignal | None
) -> None:
    case_id = opened(town, command=command)
    code = printed(town, case_id)
    shut(town, case_id)
    later(town, timedelta(days=40))
    assert left(town, code).kinds == ("phone",)
    contact = contact_row(town, case_id)
    assert contact is not None
    assert contact.news == ("replaced" if command is WITH else "left")
    with town.committed("coordinator") as work:
        own = list_cases(work, ListCases(CaseFilter.OWN)).rows
        assert [(row.id, row.news) for row in own] == [(case_id, True)]
        keeper = work.data.scalars(select(OutboxMail.account_id)).all()
        assert town.people["coordinator"].account_id in keeper
    do(town, lambda work: take_news(work, case_id, version(work, case_id)))
    case = case_row(town, case_id)
    # Nobody was spoken to: contact is sought, and may be now.
    assert (case.state, case.deadline_kind, case.erase_after) == (
        "contacting",
        "next_attempt",
        None,
    )
    consent = told(town, case_id, "consent")[-1]
    assert (consent["way"], consent["text_version"], consent["given"]) == (
        "own_page",
        "card-1",
        True,
    )
    steps = [(p["from"], p["to"], p["reason"]) for p in told(town, case_id, "status")]
    assert steps[-1] == ("closed", "contacting", "late_answer")
    now_there = contact_row(town, case_id)
    assert now_there is not None
    assert words_of(town, now_there)["name"] == GIVEN.name
    assert [one.state for one in cards(town)] == [CardState.USED]


def test_used_in_a_live_case_it_goes_on_without_a_step(town: Town) -> None:
    case_id = opened(town, command=a_signal())
    code = printed(town, case_id)
    left(town, code)
    do(town, lambda work: take_news(work, case_id, version(work, case_id)))
    assert case_row(town, case_id).state == CaseState.OPENED
    with town.committed("coordinator") as work:
        view = open_record(work, case_id)
    assert view.contact is not None
    assert view.contact.name == GIVEN.name
    assert view.next_steps[0].channel == Channel.PHONE


def test_past_retention_it_can_not_be_taken_up(file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    code = printed(file_town, case_id)
    shut(file_town, case_id)
    left(file_town, code)
    later(file_town, timedelta(days=130))
    with pytest.raises(NotAllowedNow, match="case_kept_no_longer"):
        do(file_town, lambda work: take_news(work, case_id, version(work, case_id)))


def test_it_shows_nothing_of_what_is_known_and_hangs_on_no_signal(file_town: Town) -> None:
    """Who found it in a hall may be anybody; on the signal it would tell how the case stands."""
    case_id = opened(file_town)
    signal_id = UUID(told(file_town, case_id)[0]["signal"])
    before = row_of(file_town, signal_id).registered_on
    code = printed(file_town, case_id)
    (row,) = cards(file_town)
    contact = contact_row(file_town, case_id)
    assert contact is not None
    assert (row.signal_id, row.contact_id, row.state) == (None, contact.id, CardState.HANDED_OVER)
    assert row.valid_until == file_town.clock.today() + timedelta(days=60)
    assert row_of(file_town, signal_id).registered_on == before
    with file_town.committed() as work:
        view = look(work, code, ADDRESS)
    assert (view.kinds, view.until, view.taken_back) == ((), None, False)
    (entry,) = trail.entries(file_town, "case_card_printed")
    assert entry["details"] == {}
    assert told(file_town, case_id)[-1]["kind"] == "card"


def test_with_it_everything_can_be_erased(file_town: Town) -> None:
    case_id = opened(file_town)
    code = printed(file_town, case_id)
    with file_town.committed() as work:
        erase(work, code, ADDRESS)
    contact = contact_row(file_town, case_id)
    assert contact is not None
    assert (contact.news, contact.has_phone) == ("erased", False)
    with pytest.raises(NotAllowedNow, match="resident_wrote"):
        printed(file_town, case_id)


def test_after_sixty_days_it_is_worth_nothing(file_town: Town) -> None:
    code = printed(file_town, opened(file_town, command=a_signal()))
    later(file_town, timedelta(days=61))
    with pytest.raises(InvalidInput, match="card_unknown"):
        left(file_town, code)
    with file_town.committed() as work:
        assert sweep(work) == 1


@pytest.mark.parametrize("how", ["deceased", "erased", "withdrawn"])
def test_a_death_an_erasure_and_a_no_make_it_void(file_town: Town, how: str) -> None:
    case_id = opened(file_town)
    code = printed(file_town, case_id)
    if how == "deceased":
        shut(file_town, case_id, CaseOutcome.DECEASED)
    elif how == "erased":
        shut(file_town, case_id)
        do(file_town, lambda work: erase_case(work, case_row(file_town, case_id).reference))
    else:
        command = WithdrawConsent(
            case_id,
            case_row(file_town, case_id).version,
            ConsentScope.CONTACT,
            ConsentWay.SPOKEN_TO_COORDINATOR,
            confirmed=True,
        )
        do(file_town, lambda work: withdraw_consent(work, command))
    assert CardState.HANDED_OVER not in [one.state for one in cards(file_town)]
    with pytest.raises(InvalidInput, match="card_unknown"):
        left(file_town, code)


def test_only_while_contact_is_sought_only_by_its_keeper_and_on_the_row_shown(
    file_town: Town,
) -> None:
    talking = case_in(file_town, CaseState.IN_CONVERSATION)
    with pytest.raises(NotAllowedNow):
        printed(file_town, talking)
    case_id = opened(file_town)
    for key in ("other_coordinator", "worker", "manager", "administrator"):
        with pytest.raises(Denied):
            printed(file_town, case_id, key)
    stale = case_row(file_town, case_id).version
    tried(file_town, case_id)
    with pytest.raises(Conflict):
        do(file_town, lambda work: card(work, case_id, stale))
    shut(file_town, case_id)
    with pytest.raises(NotAllowedNow):
        printed(file_town, case_id)
    assert cards(file_town) == []


def test_it_is_offered_when_the_protocol_gives_up(file_town: Town) -> None:
    case_id = opened(file_town)
    for result, channel in (
        (AttemptResult.NO_ANSWER, Channel.PHONE),
        (AttemptResult.MESSAGE_LEFT, Channel.TEXT_MESSAGE),
        (AttemptResult.NO_ANSWER, Channel.PHONE),
    ):
        with file_town.committed("coordinator") as work:
            assert not open_record(work, case_id).offers_card
        tried(file_town, case_id, result, channel)
    with file_town.committed("coordinator") as work:
        assert open_record(work, case_id).offers_card
    with file_town.committed("other_coordinator") as work:
        assert not open_record(work, case_id).offers_card


def test_news_of_a_closed_case_without_keeper_stands_with_nobodys(town: Town) -> None:
    case_id = opened(town, command=a_signal())
    code = printed(town, case_id)
    shut(town, case_id)
    with town.committed("administrator") as work:
        assert hand_back_all(work, town.people["coordinator"].account_id)[1] == 1
    left(town, code)
    with town.committed("other_coordinator") as work:
        rows = list_cases(work, ListCases(CaseFilter.UNOWNED)).rows
        assert [(row.id, row.news) for row in rows] == [(case_id, True)]
        assert open_record(work, case_id).head.may_take
        take(work, case_id)
        take_news(work, case_id, version(work, case_id))
    assert case_row(town, case_id).state == CaseState.CONTACTING
