"""A receiver answers by the link: by the table, once, and afterwards nothing personal is shown."""

import threading

import pytest
from kit import trail
from kit.cases import case_in, case_row, events_of, referral_row, told
from kit.receivers import ADDRESS, asked, heard, opened_by
from kit.town import Town
from sqlalchemy import delete, select

from signalering.domain.commands.referrals.answer import AnswerReferral
from signalering.domain.errors import Conflict, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import MailKind, ReceiverSaid
from signalering.domain.states import CaseState, ReferralState
from signalering.models.keys.group import PackageShare
from signalering.models.network.outbox import OutboxMail
from signalering.models.referrals.answer import ReferralAnswer
from signalering.services.referrals.answer import answer
from signalering.services.referrals.receive import receive

R = ReferralState
S = ReceiverSaid


def test_who_takes_it_on_sees_the_details_once_more_and_never_again(town: Town) -> None:
    referral_id, link = asked(town)
    view = heard(town, link, S.ACCEPTED)
    assert view.package is not None
    row = referral_row(town, referral_id)
    assert (row.state, row.package, row.package_id) == (R.ACCEPTED, None, None)
    with town.work(writes=False) as work:
        assert work.keys.scalars(select(PackageShare)).all() == [], "nobody opens it any more"
    assert opened_by(town, link).package is None
    for said in (S.CALL, S.WAITING_LIST, S.STARTED, S.FIRST):
        assert heard(town, link, said).package is None, said


@pytest.mark.parametrize(
    ("said", "reason"), [(S.DECLINED, "full"), (S.NOT_STARTED, "transport"), (S.STOPPED, "health")]
)
def test_an_ending_says_why_shows_nothing_and_ends_the_link(
    town: Town, said: ReceiverSaid, reason: str
) -> None:
    before = {S.DECLINED: (), S.NOT_STARTED: (S.ACCEPTED,), S.STOPPED: (S.ACCEPTED, S.STARTED)}
    referral_id, link = asked(town)
    if before[said]:
        heard(town, link, *before[said])
    for bad in (None, "because", "consent_withdrawn"):
        with pytest.raises(InvalidInput):
            heard(town, link, said, reason=bad)
    view = heard(town, link, said, reason=reason)
    assert (view.package, view.answers) == (None, ())
    row = referral_row(town, referral_id)
    assert (row.state, row.decline_reason or row.stop_reason) == (said.value, reason)
    assert (row.link_hash, row.link_until, row.package_id) == (None, None, None)
    with pytest.raises(NotFound):
        opened_by(town, link)


def test_what_is_not_in_the_table_is_refused(file_town: Town) -> None:
    referral_id, link = asked(file_town)
    fitting = {S.ACCEPTED, S.DECLINED, S.CALL}
    assert set(opened_by(file_town, link).answers) == {one.value for one in fitting}
    for said in set(S) - fitting:
        with pytest.raises(NotAllowedNow):
            heard(file_town, link, said)
    assert referral_row(file_town, referral_id).state == R.SENT


def test_steps_of_taking_part_go_forward_and_only_once_started(file_town: Town) -> None:
    referral_id, link = asked(file_town)
    heard(file_town, link, S.ACCEPTED)
    with pytest.raises(NotAllowedNow):
        heard(file_town, link, S.FIRST)
    heard(file_town, link, S.STARTED, S.ACCOMPANIED, S.FIRST)
    for said in (S.FIRST, S.ACCOMPANIED):
        with pytest.raises(NotAllowedNow):
            heard(file_town, link, said)
    heard(file_town, link, S.THIRD, S.STILL, S.COMPLETED)
    row = referral_row(file_town, referral_id)
    assert (row.state, row.attendance) == (R.COMPLETED, "still")


def test_asking_for_a_call_changes_no_state_and_tells_in_one_mail_without_content(
    town: Town,
) -> None:
    referral_id, link = asked(town)
    with town.committed() as work:
        work.data.execute(delete(OutboxMail))
    heard(town, link, *[S.CALL] * 5)
    assert referral_row(town, referral_id).state == R.SENT
    with town.work(writes=False) as work:
        assert work.data.scalars(select(ReferralAnswer.said)).all() == ["call"], "asked once"
        (mail,) = work.data.scalars(select(OutboxMail)).all()
        assert mail.kind == MailKind.SIGNAL_NEWS
        assert mail.account_id == town.people["coordinator"].account_id
    assert opened_by(town, link).package is not None, "nothing was decided"


def test_of_two_who_answer_at_once_one_is_right(town: Town) -> None:
    for _ in range(5):
        referral_id, link = asked(town)
        start = threading.Barrier(2, timeout=60)
        done: list[str] = []
        faults: list[BaseException] = []

        def run(
            said: ReceiverSaid,
            token: str = link.token,
            gate: threading.Barrier = start,
            won: list[str] = done,
            lost: list[BaseException] = faults,
        ) -> None:
            gate.wait()
            try:
                reason = "full" if said is S.DECLINED else None
                with town.committed() as work:
                    answer(work, AnswerReferral(token, said, reason), ADDRESS)
                won.append(said.value)
            except (Conflict, NotAllowedNow, NotFound):
                pass
            except Exception as fault:
                lost.append(fault)

        threads = [threading.Thread(target=run, args=[said]) for said in (S.ACCEPTED, S.DECLINED)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(100)
        assert not faults
        assert len(done) == 1
        assert referral_row(town, referral_id).state == done[0]
        with town.work(writes=False) as work:
            query = select(ReferralAnswer.said).where(ReferralAnswer.referral_id == referral_id)
            assert work.data.scalars(query).all() == done


def test_of_two_who_open_at_once_both_read(town: Town) -> None:
    _, link = asked(town)
    start = threading.Barrier(2, timeout=60)
    read: list[object] = []
    faults: list[BaseException] = []

    def run() -> None:
        start.wait()
        try:
            with town.committed() as work:
                read.append(receive(work, link.token, ADDRESS).package)
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(100)
    assert not faults
    assert len(read) == 2
    assert read[0] is not None
    assert read[0] == read[1]


def test_the_trail_says_what_was_said_and_names_nobody(town: Town) -> None:
    referral_id, link = asked(town)
    heard(town, link, S.DECLINED, reason="full")
    (entry,) = trail.entries(town, "referral_answered")
    assert entry["details"] == {"said": "declined", "reason": "full"}
    assert not entry.get("actor")
    assert str(referral_id) in entry.values()


def test_nothing_is_written_into_the_case_by_a_receiver(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, link = asked(town, case_id)
    entries, version = told(town, case_id), case_row(town, case_id).version
    heard(town, link, S.ACCEPTED, S.STARTED, S.FIRST)
    assert told(town, case_id) == entries
    assert case_row(town, case_id).version == version
    assert events_of(town, case_id) == ["first_contact"]
