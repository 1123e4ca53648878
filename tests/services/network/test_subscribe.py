"""Who gets the newsletter: nobody without a yes, nobody after a no, and nobody is told who."""

from datetime import timedelta
from uuid import uuid4

import pytest
from kit.newsletter import (
    READER,
    VISITOR,
    asked,
    confirmed,
    issue_row,
    known,
    letters,
    sent_issue,
    shares,
    subscribers,
    token_of,
    waiting,
)
from kit.town import Town
from kit.trail import entries
from sqlalchemy import delete

from signalering.domain.errors import InvalidInput, NotFound, TooOften
from signalering.domain.lifecycles import MailKind
from signalering.models.network.newsletter import Subscriber
from signalering.models.network.outbox import OutboxMail
from signalering.services.network._subscribers import sweep
from signalering.services.network.opt_in import opt_in
from signalering.services.network.send import letter_of
from signalering.services.network.unsubscribe import unsubscribe
from signalering.services.retention.restored import mark_restored
from signalering.vault.links import new_token

DAY = timedelta(days=1)
EN = "reader@voorbeeld.test"


def confirm(town: Town, token: str, visitor: str = VISITOR) -> None:
    with town.committed() as work:
        opt_in(work, token, visitor)


def leave(town: Town, token: str) -> None:
    with town.committed() as work:
        unsubscribe(work, token)


def test_it_counts_after_the_yes_and_the_link_serves_once(town: Town) -> None:
    asked(town)
    (letter,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    assert (letter.address, letter.language) == (READER, "nl")
    sent_issue(town)
    assert waiting(town) == [], "nobody said yes yet"
    confirm(town, token_of(letter))
    with pytest.raises(NotFound):
        confirm(town, token_of(letter))
    (row,) = subscribers(town)
    assert (row.state, row.confirm_hash) == ("confirmed", None)


@pytest.mark.one_engine
def test_no_row_and_no_dump_has_the_address(town: Town) -> None:
    confirmed(town)
    asked(town)
    (row,), (mail,) = subscribers(town), waiting(town)
    assert READER.encode() not in row.address
    assert (mail.address, mail.account_id) == (None, None)
    assert READER not in repr(vars(row)) + repr(vars(mail))
    (letter,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    assert READER in letter.address
    assert letter.unsubscribe not in repr(letter)


def test_who_is_known_hears_it_by_mail_alone(town: Town) -> None:
    asked(town, language="en")
    asked(town, f" {READER.upper()} ", "en")
    assert len(subscribers(town)) == len(waiting(town)) == 1, "one that waits serves for both"
    (letter,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    confirm(town, token_of(letter))
    asked(town)
    (again,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    assert (again.token, again.language) == (None, "en"), "a stranger changes no language"
    assert again.text is not None
    assert again.unsubscribe


@pytest.mark.one_engine
def test_a_new_link_shuts_the_one_before(town: Town) -> None:
    asked(town)
    (old,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    asked(town)
    (new,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    with pytest.raises(NotFound):
        confirm(town, token_of(old))
    confirm(town, token_of(new))


@pytest.mark.one_engine
def test_the_link_works_seven_days_and_then_nothing_is_left(town: Town) -> None:
    asked(town)
    (letter,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    kept = confirmed(town, EN)
    town.clock.move_to(town.clock.now() + 7 * DAY)
    with town.committed() as work:
        assert sweep(work) == 0
    town.clock.move_to(town.clock.now() + DAY)
    with pytest.raises(NotFound):
        confirm(town, token_of(letter))
    with town.committed() as work:
        assert sweep(work) == 1
    assert (len(subscribers(town)), shares(town), known(town, kept)) == (1, 1, True)


@pytest.mark.one_engine
def test_on_the_last_day_the_link_still_works(town: Town) -> None:
    asked(town)
    (letter,) = letters(town, MailKind.NEWSLETTER_CONFIRM)
    town.clock.move_to(town.clock.now() + 7 * DAY)
    confirm(town, token_of(letter))


@pytest.mark.one_engine
def test_one_mailbox_gets_three_mails_a_day_and_nobody_is_told(town: Town) -> None:
    for number in range(5):
        asked(town, visitor=f"203.0.113.{number}")
        assert len(letters(town, MailKind.NEWSLETTER_CONFIRM)) == (1 if number < 3 else 0)
    town.clock.move_to(town.clock.now() + DAY + timedelta(hours=1))
    asked(town)
    assert len(waiting(town)) == 1


@pytest.mark.one_engine
def test_one_visitor_waits_after_ten_tries(town: Town) -> None:
    for number in range(11):  # the wait begins after the eleventh
        asked(town, f"lezer{number}@voorbeeld.test")
    with pytest.raises(TooOften):
        asked(town, "lezer11@voorbeeld.test")
    for _ in range(11):
        with pytest.raises(NotFound):
            confirm(town, new_token())
    with pytest.raises(TooOften):
        confirm(town, new_token())


@pytest.mark.one_engine
@pytest.mark.parametrize(
    "email",
    [
        "geen adres",
        "",
        "@",
        "jan@",
        "jan@@x.nl",
        "<b>@x",
        "a\x00b@c.test",
        "a@b\n.test",
        f"{'x' * 250}@b.nl",
    ],
)
def test_what_is_no_address_is_refused(town: Town, email: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        asked(town, email)
    assert refused.value.field == "email"
    with pytest.raises(InvalidInput):
        asked(town, language="fr")
    assert subscribers(town) == []


# Leaving


def test_leaving_erases_the_address_and_all_that_waits(town: Town) -> None:
    token = confirmed(town)
    other = confirmed(town, EN)
    issue = sent_issue(town)
    assert issue_row(town, issue).queued == 2
    leave(town, token)
    leave(town, token)
    leave(town, new_token())
    assert (known(town, token), known(town, other), shares(town)) == (False, True, 1)
    (left,) = letters(town, MailKind.NEWSLETTER)
    assert left.address == EN
    assert issue_row(town, issue).queued == 1, "what never went is not told as sent"
    assert [entry["kind"] for entry in entries(town, "newsletter_left")] == ["subscriber"]


@pytest.mark.one_engine
def test_an_older_backup_brings_nobody_back(town: Town) -> None:
    token = confirmed(town)
    (row,) = subscribers(town)
    leave(town, token)
    with town.committed() as work:
        work.data.add(Subscriber(**{c.name: getattr(row, c.name) for c in row.__table__.columns}))
        work.data.flush()
        mail = OutboxMail(
            id=uuid4(),
            kind=MailKind.NEWSLETTER_CONFIRM,
            subscriber_id=row.id,
            due_at=work.clock.now(),
        )
        assert letter_of(work, mail) is None
    with town.committed() as work:
        assert sweep(work) == 1
    assert subscribers(town) == []


@pytest.mark.one_engine
def test_a_share_waits_for_its_row_while_newer_data_may_come_back(town: Town) -> None:
    confirmed(town)
    with town.committed() as work:
        mark_restored(work)
        work.data.execute(delete(Subscriber))
    with town.committed() as work:
        sweep(work)
    assert shares(town) == 1
    town.clock.move_to(town.clock.now() + 400 * DAY)
    with town.committed() as work:
        sweep(work)
    assert shares(town) == 0
