"""An issue goes out once, to each subscriber once, whatever breaks off in between."""

import threading
from uuid import UUID

import pytest
from kit.mail import never
from kit.newsletter import (
    INTRO,
    INTRO_EN,
    confirmed,
    issue_row,
    known_to_us,
    send,
    sent_issue,
    waiting,
    written_issue,
)
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.commands.network.compose import ComposeNewsletter
from signalering.domain.errors import Conflict, Denied, NotFound
from signalering.domain.lifecycles import MailFault, MailState, NewsletterState
from signalering.models.network.newsletter import Newsletter, NewsletterMail
from signalering.models.network.outbox import OutboxMail
from signalering.services.network import hand_out as batches
from signalering.services.network.compose import compose
from signalering.services.network.hand_out import hand_out
from signalering.services.network.issues import issues
from signalering.services.network.newsletter import newsletter
from signalering.services.network.newsletters import newsletters


def test_twice_sending_is_impossible(town: Town) -> None:
    confirmed(town)
    version = written_issue(town)
    with town.work("coordinator") as work, pytest.raises(Denied):
        send(work, version)
    with town.work("administrator") as work, pytest.raises(Conflict):
        send(work, version - 1)
    with town.committed("administrator") as work:
        issue = send(work, version)
    for again in (version, version + 1):
        with town.work("administrator") as work, pytest.raises(Conflict):
            send(work, again)
    with town.work(writes=False) as work:
        assert [one.id for one in newsletters(work).issues] == [issue]
    with town.work("administrator", writes=False) as work:
        (line,) = issues(work).issues
        assert (line.going, line.sent, line.waiting, line.left) == (True, 0, 0, 1)


@pytest.mark.one_engine
def test_a_page_about_an_issue_that_has_gone_sends_no_later_one(town: Town) -> None:
    seen = written_issue(town)
    with town.committed("administrator") as work:
        send(work, seen)
    with town.committed("administrator") as work:
        compose(work, ComposeNewsletter(0, INTRO, INTRO_EN, ()))
    with town.work("administrator") as work, pytest.raises(Conflict):
        send(work, seen)


def test_two_who_press_at_the_same_moment_send_it_once(town: Town) -> None:
    version = written_issue(town)
    start, done = threading.Barrier(2), []

    def press() -> None:
        start.wait()
        try:
            with town.committed("administrator") as work:
                done.append(send(work, version))
        except Conflict:
            pass

    pressing = [threading.Thread(target=press) for _ in range(2)]
    for one in pressing:
        one.start()
    for one in pressing:
        one.join()
    assert len(done) == 1


def test_broken_off_it_goes_on_and_nobody_gets_two(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH", 2)
    known_to_us(town, *(f"lezer{number}@voorbeeld.test" for number in range(5)))
    version = written_issue(town)
    with town.committed("administrator") as work:
        issue = send(work, version)
    rounds = iter([False, True])
    assert hand_out(town.house, lambda: next(rounds)) == 2
    assert issue_row(town, issue).state == NewsletterState.SENDING
    workers = [threading.Thread(target=hand_out, args=(town.house, never)) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    row = issue_row(town, issue)
    assert (row.state, row.queued) == (NewsletterState.SENT, 5)
    assert len({mail.subscriber_id for mail in waiting(town)}) == len(waiting(town)) == 5
    with town.work(writes=False) as work:
        assert work.data.scalar(select(func.count()).select_from(NewsletterMail)) == 0
    known_to_us(town, "later@voorbeeld.test")
    assert hand_out(town.house, never) == 0


@pytest.mark.one_engine
def test_progress_tells_sent_waiting_and_failed(town: Town) -> None:
    known_to_us(town, *(f"lezer{number}@voorbeeld.test" for number in range(3)))
    sent_issue(town)
    with town.committed() as work:
        one, other, _ = work.data.scalars(select(OutboxMail))
        one.state, one.fault = MailState.FAILED, MailFault.REFUSED
        work.data.delete(other)
    with town.work("administrator", writes=False) as work:
        view = issues(work)
        (line,) = view.issues
    assert (line.sent, line.waiting, line.failed, line.left, line.going) == (1, 1, 1, 0, False)
    assert (view.confirmed, view.asked, view.has_draft) == (3, 0, False)


@pytest.mark.one_engine
def test_an_issue_that_is_written_is_nobodys_yet(town: Town) -> None:
    written_issue(town)
    with town.work(writes=False) as work:
        issue = work.data.scalars(select(Newsletter.id)).one()
        for some in (issue, UUID(int=0)):
            with pytest.raises(NotFound):
                newsletter(work, some, "nl")
        assert newsletters(work).issues == ()
