"""The neutral letter: only to an address, never after a no, written down, counted as a try."""

from dataclasses import astuple, replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from kit import trail
from kit.cases import case_row, do, opened, told, tried, version
from kit.signals import CONTACT, a_signal
from kit.town import Town

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.errors import Conflict, Denied, NotAllowedNow
from signalering.domain.letter_texts import LETTER_TEXTS, LetterText
from signalering.domain.states import CaseOutcome, Channel, ConsentScope, ConsentWay
from signalering.domain.views.cases.letter import LetterView
from signalering.services.cases.close import close
from signalering.services.cases.letter import letter, sent
from signalering.services.cases.show import open_record
from signalering.services.cases.withdraw_consent import withdraw_consent

ADDRESS = replace(CONTACT, address="Heenweg 12, 2691 XX Proefdorp")
TELLING = (
    "eenza", "alleen", "signa", "melder", "gemeld", "zorgen", "hulp nodig",
    "lone", "signal", "report", "worr", "concern",
)  # fmt: skip


def addressed(town: Town) -> UUID:
    """A case of somebody whose address is known."""
    return opened(town, command=a_signal(contact_answer="yes_details", contact=ADDRESS))


def shown(town: Town, case_id: UUID, key: str = "coordinator") -> LetterView:
    """The letter."""
    found: LetterView = do(town, lambda work: letter(work, case_id), key)
    return found


def test_it_goes_to_the_address_and_is_written_down(town: Town) -> None:
    case_id = addressed(town)
    view = shown(town, case_id)
    assert (view.name, view.address) == (
        "Truida Verzonnen",
        ("Heenweg 12", "2691 XX Proefdorp"),
    )
    assert (view.signed_by, view.tried) == ("Cor Dinator", False)
    tried(town, case_id)
    assert shown(town, case_id).tried
    assert len(trail.entries(town, "letter_printed")) == 2


@pytest.mark.parametrize("text", LETTER_TEXTS.values(), ids=list(LETTER_TEXTS))
def test_it_names_no_loneliness_no_signal_and_no_reporter(text: LetterText) -> None:
    words = " ".join(astuple(text)).casefold()
    assert [one for one in TELLING if one in words] == []


@pytest.mark.parametrize(
    ("moment", "part"),
    [
        (datetime(2026, 11, 23, 10, 59, tzinfo=UTC), "morning"),
        (datetime(2026, 11, 23, 11, 0, tzinfo=UTC), "afternoon"),
        (datetime(2026, 11, 23, 17, 0, tzinfo=UTC), "evening"),
    ],
)
def test_sent_it_counts_for_the_protocol(file_town: Town, moment: datetime, part: str) -> None:
    case_id = addressed(file_town)
    for _ in range(2):
        tried(file_town, case_id)
    file_town.clock.move_to(moment)
    seen = case_row(file_town, case_id).version
    do(file_town, lambda work: sent(work, case_id, seen))
    (entry,) = [one for one in told(file_town, case_id, "attempt") if one["channel"] == "letter"]
    assert (entry["result"], entry["part_of_day"]) == ("message_left", part)
    with file_town.committed("coordinator") as work:
        assert open_record(work, case_id).next_steps[0].code == "close_not_reached"
    with pytest.raises(Conflict):
        do(file_town, lambda work: sent(work, case_id, seen))


def test_not_without_an_address_not_after_a_no_not_when_it_is_over(file_town: Town) -> None:
    no_address = opened(file_town)
    no_details = opened(file_town, command=a_signal())
    withdrawn, closed = addressed(file_town), addressed(file_town)
    command = WithdrawConsent(
        withdrawn,
        case_row(file_town, withdrawn).version,
        ConsentScope.CONTACT,
        ConsentWay.SPOKEN_TO_COORDINATOR,
        confirmed=True,
    )
    do(file_town, lambda work: withdraw_consent(work, command))
    outcome = CaseOutcome.DECEASED
    do(file_town, lambda work: close(work, CloseCase(closed, version(work, closed), outcome)))
    for case_id, code in (
        (no_address, "address_needed"),
        (no_details, "address_needed"),
        (withdrawn, "contact_withdrawn"),
        (closed, "not_allowed_now"),
    ):
        with pytest.raises(NotAllowedNow, match=code):
            shown(file_town, case_id)
        with pytest.raises(NotAllowedNow, match=code):
            do(file_town, lambda work, c=case_id: sent(work, c, version(work, c)))
        assert [
            p for p in told(file_town, case_id, "attempt") if p["channel"] == Channel.LETTER
        ] == []


def test_only_its_keeper(file_town: Town) -> None:
    case_id = addressed(file_town)
    for key in ("other_coordinator", "worker", "manager", "administrator"):
        with pytest.raises(Denied):
            shown(file_town, case_id, key)
        with pytest.raises(Denied):
            do(file_town, lambda work: sent(work, case_id, version(work, case_id)), key)
