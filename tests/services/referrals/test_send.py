"""Asking an initiative by link: consent first, only what is needed, one link at a time."""

from datetime import timedelta
from pathlib import Path

import pytest
from kit import trail
from kit.backups import backed_up, put_back
from kit.cards import case_with_card
from kit.cases import (
    case_in,
    case_row,
    contact_row,
    do,
    opened,
    recorded_yes,
    referral_in,
    referral_row,
    told,
    version,
)
from kit.measures import withdrawn
from kit.receivers import ADDRESS, PACKAGE, asked, heard, linked, opened_by
from kit.signals import a_signal
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.commands.referrals.send import SendReferral
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import LinkWay, ReceiverSaid
from signalering.domain.states import CaseState, ConsentScope, ConsentWay, ReferralState
from signalering.models.keys.group import PackageShare
from signalering.models.network.outbox import OutboxMail
from signalering.models.referrals.referral import Referral
from signalering.services.cases.take_news import take_news
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.keys.marks import write_marks
from signalering.services.public.withdraw import withdraw as take_back
from signalering.services.referrals.expire import expire
from signalering.services.referrals.send import send
from signalering.services.sealing import forget_key

R = ReferralState


def shares(town: Town) -> list[PackageShare]:
    """Every share in the keystore."""
    with town.work(writes=False) as work:
        rows = list(work.keys.scalars(select(PackageShare)))
        work.keys.expunge_all()
        return rows


def test_the_receiver_reads_what_was_chosen_and_nothing_else(town: Town) -> None:
    referral_id, link = asked(town)
    row = referral_row(town, referral_id)
    assert (row.state, row.deadline_on) == (R.SENT, town.clock.today() + timedelta(days=14))
    assert row.link_until == row.deadline_on == link.until
    package = opened_by(town, link).package
    assert package is not None
    assert (package.name, package.wish, package.along) == (
        PACKAGE["name"],
        PACKAGE["wish"],
        PACKAGE["along"],
    )
    assert package.phone
    assert (package.email, package.address) == ("", ""), "not chosen"
    assert package.asked_by == "Cor Dinator"


def test_the_share_hangs_on_the_contact_key_and_the_link_is_kept_as_a_hash(town: Town) -> None:
    referral_id, link = asked(town)
    row = referral_row(town, referral_id)
    contact = contact_row(town, row.case_id)
    (share,) = shares(town)
    assert contact is not None
    assert (share.package_id, share.contact_key_id) == (row.package_id, contact.key_id)
    assert row.link_hash is not None
    assert link.token.encode() not in row.link_hash + (row.package or b"") + share.share


def test_the_mail_with_the_link_never_waits_anywhere(town: Town) -> None:
    referral_id = referral_in(town, R.CONSENTED)

    def waiting() -> int:
        with town.work(writes=False) as work:
            return len(work.data.scalars(select(OutboxMail)).all())

    before = waiting()
    linked(town, referral_id, way=LinkWay.MAIL, receiver="iemand@initiatief.test")
    assert waiting() == before


def test_without_consent_nothing_is_sealed_whatever_the_row_says(town: Town) -> None:
    referral_id = referral_in(town, R.PROPOSED)
    for state in ("proposed", "consented", "sent", "expired"):
        with town.committed() as work:
            work.data.get_one(Referral, referral_id).state = state
        with pytest.raises(NotAllowedNow):
            linked(town, referral_id)
    assert shares(town) == []
    assert referral_row(town, referral_id).link_hash is None


def test_consent_for_another_initiative_seals_nothing_for_this(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    referral_in(file_town, R.CONSENTED, case_id)
    other = referral_in(file_town, R.PROPOSED, case_id, "WestlandOntmoet")
    with file_town.committed() as work:
        work.data.get_one(Referral, other).state = "consented"
    with pytest.raises(NotAllowedNow, match="consent_needed"):
        linked(file_town, other)


@pytest.mark.parametrize(
    "state", [R.ACCEPTED, R.WAITING_LIST, R.STARTED, R.DECLINED, R.COMPLETED, R.STOPPED]
)
def test_from_here_no_package_goes_out_any_more(file_town: Town, state: ReferralState) -> None:
    referral_id = referral_in(file_town, state)
    with pytest.raises(NotAllowedNow):
        linked(file_town, referral_id)
    assert shares(file_town) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"kinds": frozenset({"email"})}, "kinds"),
        ({"kinds": frozenset({"bsn"})}, "kinds"),
        ({"kinds": frozenset(), "along": ""}, "kinds"),
        ({"way": LinkWay.MAIL, "receiver": "nobody"}, "receiver"),
        ({"wish": "x" * 1001}, "wish"),
    ],
)
def test_what_does_not_fit_is_refused(
    file_town: Town, changes: dict[str, object], field: str
) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    with pytest.raises(InvalidInput) as refusal:
        linked(file_town, referral_id, **changes)
    assert refusal.value.field == field
    assert referral_row(file_town, referral_id).state == R.CONSENTED


def test_without_contact_details_there_is_no_link(file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal(contact_answer="no"))
    with file_town.committed() as work:
        work.data.get_one(type(case_row(file_town, case_id)), case_id).state = "in_conversation"
    referral_id = referral_in(file_town, R.CONSENTED, case_id)
    with pytest.raises(NotAllowedNow, match="details_needed"):
        linked(file_town, referral_id)


@pytest.mark.parametrize("what_is_left", ["mark", "row"])
def test_who_goes_along_is_no_way_around_details_that_are_gone(
    file_town: Town, what_is_left: str
) -> None:
    case_id, code = case_with_card(file_town)
    if what_is_left == "mark":
        with file_town.committed() as work:
            take_back(work, code, ADDRESS)
        do(file_town, lambda work: take_news(work, case_id, version(work, case_id)))
        recorded_yes(file_town, case_id, ConsentScope.CONTACT)
    referral_id = referral_in(file_town, R.CONSENTED, case_id)
    contact = contact_row(file_town, case_id)
    assert contact is not None
    if what_is_left == "row":
        with file_town.committed() as work:
            forget_key(work, contact.key_id)
    with pytest.raises(NotAllowedNow, match="details_needed"):
        linked(file_town, referral_id, kinds=frozenset(), along="Cor")
    assert shares(file_town) == []


def test_only_the_cases_keeper_and_not_from_a_stale_page(file_town: Town) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    seen = referral_row(file_town, referral_id).version
    command = SendReferral(referral_id, seen, LinkWay.PAPER, **PACKAGE)
    for who in ("other_coordinator", "worker"):
        with file_town.work(who) as work, pytest.raises(Denied):
            send(work, command)
    do(file_town, lambda work: send(work, command))
    with file_town.work("coordinator") as work, pytest.raises(Conflict):
        send(work, command)


@pytest.mark.parametrize("state", [R.SENT, R.EXPIRED])
def test_sent_once_more_the_old_link_is_dead(town: Town, state: ReferralState) -> None:
    referral_id, first = asked(town)
    if state is R.EXPIRED:
        town.clock.move_to(town.clock.now() + timedelta(days=15))
        with town.committed() as work:
            assert expire(work) == 1
    second = linked(town, referral_id)
    assert second.token != first.token
    assert len(shares(town)) == 1
    with pytest.raises(NotFound):
        opened_by(town, first)
    assert opened_by(town, second).package is not None
    due = town.clock.today() + timedelta(days=14)
    assert referral_row(town, referral_id).deadline_on == due


def test_what_expired_is_not_asked_again_beside_one_that_runs(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    expired = referral_in(file_town, R.EXPIRED, case_id)
    referral_in(file_town, R.PROPOSED, case_id)
    with pytest.raises(NotAllowedNow, match="referral_runs_already"):
        linked(file_town, expired)


def test_two_referrals_of_a_case_have_a_link_each(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, one = asked(town, case_id)
    _, other = asked(town, case_id, "WestlandOntmoet", wish="Wil schaken.")
    first, second = opened_by(town, one), opened_by(town, other)
    assert (first.initiative, second.initiative) == ("Vitis Welzijn: maatjes", "WestlandOntmoet")
    assert first.package is not None
    assert second.package is not None
    assert first.package.wish != second.package.wish


@pytest.mark.parametrize("scope", [ConsentScope.CONTACT, ConsentScope.SHARE_WITH_INITIATIVE])
def test_a_yes_taken_back_destroys_the_share_and_ends_the_link(
    town: Town, scope: ConsentScope
) -> None:
    referral_id, link = asked(town)
    row = referral_row(town, referral_id)
    sharing = scope is ConsentScope.SHARE_WITH_INITIATIVE
    command = WithdrawConsent(
        row.case_id,
        case_row(town, row.case_id).version,
        scope,
        ConsentWay.SPOKEN_TO_COORDINATOR,
        confirmed=True,
        initiative_id=row.initiative_id if sharing else None,
    )
    do(town, lambda work: withdraw_consent(work, command))
    assert shares(town) == []
    after = referral_row(town, referral_id)
    assert (after.state, after.link_hash, after.package) == (R.REVOKED, None, None)
    with pytest.raises(NotFound):
        opened_by(town, link)


@pytest.mark.parametrize("end", ["withdrawn", "accepted", "declined", "expired", "sent again"])
def test_no_backup_brings_a_package_back(file_town: Town, tmp_path: Path, end: str) -> None:
    with file_town.committed() as work:
        write_marks(work)
    referral_id, link = asked(file_town)
    row = referral_row(file_town, referral_id)
    backups = backed_up(file_town, tmp_path)
    if end == "withdrawn":
        scope = ConsentScope.SHARE_WITH_INITIATIVE
        withdrawn(file_town, row.case_id, scope, row.initiative_id)
    elif end == "expired":
        file_town.clock.move_to(file_town.clock.now() + timedelta(days=15))
        with file_town.committed() as work:
            assert expire(work) == 1
    elif end == "sent again":
        linked(file_town, referral_id)
    else:
        reason = "full" if end == "declined" else None
        heard(file_town, link, ReceiverSaid(end), reason=reason)
    put_back(file_town, *backups.values())
    if end == "expired":
        file_town.clock.move_to(file_town.clock.now() - timedelta(days=15))
    assert referral_row(file_town, referral_id).link_hash == row.link_hash, "it was put back"
    assert shares(file_town) == []
    with pytest.raises(NotFound):
        opened_by(file_town, link)


def test_the_case_says_what_was_shared_and_keeps_no_second_copy_of_the_details(town: Town) -> None:
    referral_id, _ = asked(town)
    entry = told(town, referral_row(town, referral_id).case_id, "referral")[-1]
    assert (entry["from"], entry["to"], entry["sent_by"]) == ("consented", "sent", "paper")
    assert entry["shared"] == ["phone"]
    assert PACKAGE["name"] not in str(entry)
    (made,) = trail.entries(town, "referral_link_made")
    assert made["details"] == {"from_state": "consented", "way": "paper"}
