"""The functionaris gegevensbescherming reads with a key, and keeps it for nobody."""

import pytest
from kit.newcomers import invited
from kit.supervisor import KEY, supervised
from kit.town import Town
from kit.trail import entries

from signalering.domain.audit_reviews import ReviewOutcome
from signalering.domain.commands.accounts.hats import ChangeHats
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.commands.audit.export import ExportTrail, FileForm
from signalering.domain.commands.audit.patterns import LookForPatterns
from signalering.domain.commands.audit.sign_pack import SignPack
from signalering.domain.commands.audit.sign_review import SignReview
from signalering.domain.commands.audit.trail import SearchTrail
from signalering.domain.commands.retention.change_policy import ChangePolicy
from signalering.domain.errors import CannotOpen, Denied, InvalidInput
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.retention import KeepFor, Kept, RunWay
from signalering.domain.states import Hat
from signalering.domain.views.keys.coverage import KeyNotice, KeyNoticeKind
from signalering.models.keys.group import Grant
from signalering.services.accounts.deactivate import deactivate
from signalering.services.accounts.hats import change_hats
from signalering.services.accounts.invite import invite
from signalering.services.audit.export import export
from signalering.services.audit.patterns import patterns
from signalering.services.audit.reviews import reviews
from signalering.services.audit.sign_pack import sign_pack
from signalering.services.audit.sign_review import sign_review
from signalering.services.audit.trail import trail
from signalering.services.keys.coverage import holders
from signalering.services.keys.grant import grant
from signalering.services.keys.notices import key_notices
from signalering.services.keys.rotate import begin
from signalering.services.keys.waiting import waiting
from signalering.services.retention.change_policy import change_policy
from signalering.services.retention.overview import overview
from signalering.services.retention.run import run

pytestmark = pytest.mark.one_engine


def change(town: Town, key: str, *hats: Hat) -> None:
    with town.committed("administrator") as work:
        change_hats(work, ChangeHats(town.people[key].account_id, frozenset(hats)))


def test_reads_the_trail_what_stands_out_and_takes_it_along_each_time_written_down(
    town: Town,
) -> None:
    supervised(town)
    with town.committed(KEY) as work:
        assert trail(work, SearchTrail()).lines
        patterns(work, LookForPatterns())
        assert export(work, ExportTrail(SearchTrail(), FileForm.CSV)).lines
        assert not reviews(work).may_sign
        assert not overview(work).may_change
    by = str(town.people[KEY].account_id)
    for action in ("audit_read", "audit_patterns_read", "audit_exported"):
        (entry,) = entries(town, action)
        assert (entry["actor"], entry["hat"]) == (by, KEY)


def test_changes_nothing(town: Town) -> None:
    supervised(town)
    with town.work(KEY) as work:
        with pytest.raises(Denied):
            sign_review(work, SignReview("2026-10", ReviewOutcome.EXPLAINED))
        with pytest.raises(Denied):
            sign_pack(work, SignPack(""))
        with pytest.raises(Denied):
            change_policy(work, ChangePolicy(Kept.SIGNAL, 0, KeepFor.MONTHS_12, "Zo", ""))
        with pytest.raises(Denied):
            begin(work, KeyGroup.AUDIT)
        with pytest.raises(Denied):
            waiting(work)
        with pytest.raises(Denied):
            run(work.house, RunWay.PAGE, work.by(), work.opened)


def test_without_the_key_the_trail_stays_shut_and_says_whom_to_call(town: Town) -> None:
    invited(town, KEY, Hat.DATA_PROTECTION_OFFICER)
    with town.work(KEY) as work:
        with pytest.raises(CannotOpen):
            trail(work, SearchTrail())
        assert key_notices(work) == (KeyNotice(KeyNoticeKind.KEY_NOT_GRANTED, "audit"),)
    with town.work("privacy_officer") as work:
        assert [one.name for one in waiting(work).colleagues] == [f"Nieuw {KEY}"]


def test_no_notice_asks_for_what_may_not_be_done(town: Town) -> None:
    supervised(town)
    invited(town, "other_officer", Hat.PRIVACY_OFFICER)
    with town.work(KEY, writes=False) as work:
        assert key_notices(work) == ()
    with town.work("privacy_officer", writes=False) as work:
        kinds = {one.kind for one in key_notices(work)}
    assert kinds >= {KeyNoticeKind.COLLEAGUES_WAIT, KeyNoticeKind.FEW_HOLDERS}


@pytest.mark.parametrize("hat", [hat for hat in Hat if hat is not Hat.DATA_PROTECTION_OFFICER])
def test_no_other_hat_goes_with_it(town: Town, hat: Hat) -> None:
    both = frozenset({Hat.DATA_PROTECTION_OFFICER, hat})
    supervised(town)
    with town.work("administrator") as work:
        with pytest.raises(InvalidInput, match="hats_together"):
            change_hats(work, ChangeHats(town.people[KEY].account_id, both))
        with pytest.raises(InvalidInput, match="hats_together"):
            invite(work, Invite("twee@proefdorp.test", "Twee Petten", both, "Praktijk De Kas"))


def test_keeps_the_key_for_nobody(town: Town) -> None:
    """Whoever can't pass the key on isn't the second holder that lets the last officer go."""
    supervised(town)
    officer = town.people["privacy_officer"].account_id
    with town.work("administrator") as work:
        assert holders(work, KeyGroup.AUDIT) == {officer}
        with pytest.raises(InvalidInput, match="last_key_holder"):
            deactivate(work, officer)
    with town.work("administrator") as work, pytest.raises(InvalidInput, match="last_key_holder"):
        change_hats(work, ChangeHats(officer, frozenset({Hat.DATA_PROTECTION_OFFICER})))


def test_from_the_one_hat_to_the_other_goes_without_the_key(town: Town) -> None:
    """Both read with the same key, but it was given for another task."""
    person = invited(town, "other_officer", Hat.PRIVACY_OFFICER)
    with town.committed("privacy_officer") as work:
        grant(work, KeyGroup.AUDIT, person.account_id)
    change(town, "other_officer", Hat.DATA_PROTECTION_OFFICER)
    with town.work(writes=False) as work:
        assert not work.keys.query(Grant).filter_by(account_id=person.account_id).count()


def test_gets_the_next_key_too(town: Town) -> None:
    person = supervised(town)
    with town.committed("privacy_officer") as work:
        begin(work, KeyGroup.AUDIT)
    with town.committed(KEY) as work:
        assert trail(work, SearchTrail()).lines
    with town.work(writes=False) as work:
        assert work.keys.query(Grant).filter_by(account_id=person.account_id).count() == 2
