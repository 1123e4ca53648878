"""The access table is the roles' table of the design, row by row and hat by hat."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest

from signalering.domain import access
from signalering.domain.access import (
    ENDPOINTS,
    PUBLIC,
    RULES,
    SIGNED_IN,
    Actor,
    Permission,
    Subject,
    allowed,
    require,
)
from signalering.domain.errors import Denied
from signalering.domain.states import Hat

TODAY = date(2026, 11, 23)
ME, OTHER = UUID(int=1), UUID(int=2)

# One x per hat that may: frontline, coordinator, manager, administrator, privacy officer, data
# protection officer.
MATRIX = """
log_signal    x x . . . .
own_signals   x x . . . .
triage        . x . . . .
keep_signal   . x . . . .
casework      . x . . . .
reminders     . x . . . .
keep_case     . x . . . .
directory     . x . x . .
assure_offers . . . x . .
statistics    . x x . . .
edit_directory . . . x . .
open_data_keys . . . x . .
foreword      . x . . . .
accounts      . . . x . .
cover         . x . x . .
partners      . . . x . .
api_clients   . . . x . .
key_holders   . . . x x .
rotate_keys   . x . . x .
give_key      . x . . x .
course        x x . . . .
training      . . . x . .
cards         . . . x . .
relink        . x . . . .
mail          . . . x . .
settings      . . . x . .
state         . . . x . .
first_steps   . x . x . .
meetings      x x x x x .
plan_meetings . . . x . .
newsletter    . . . x . .
audit_trail   . . . . x x
review_trail  . . . . x .
pack          . . . . x x
sign_pack     . . . . x .
see_retention . . . . x x
retention     . . . . x .
hold          . x . . x .
"""
MAY: Mapping[tuple[str, Hat], bool] = {
    (name, hat): mark == "x"
    for name, *marks in (row.split() for row in MATRIX.strip().splitlines())
    for hat, mark in zip(Hat, marks, strict=True)
}


def actor(hat: Hat, trained_until: date | None = TODAY) -> Actor:
    return Actor(ME, hat, frozenset({hat}), "Team Noord", training_valid_until=trained_until)


@pytest.mark.parametrize(("permission", "hat"), list(product(Permission, Hat)))
def test_the_matrix_without_a_row(permission: Permission, hat: Hat) -> None:
    assert allowed(permission, actor(hat), None, TODAY) is MAY[permission, hat]


@pytest.mark.parametrize(("permission", "hat"), list(product(Permission, Hat)))
def test_nobody_gets_more_by_a_row(permission: Permission, hat: Hat) -> None:
    row = Subject(owner_id=ME, is_reporter=True)
    assert allowed(permission, actor(hat), row, TODAY) is MAY[permission, hat]


@pytest.mark.parametrize("permission", [Permission.KEEP_SIGNAL, Permission.KEEP_CASE])
def test_only_the_owner_keeps(permission: Permission) -> None:
    coordinator = actor(Hat.COORDINATOR)
    assert not allowed(permission, coordinator, Subject(owner_id=OTHER), TODAY)
    assert not allowed(permission, coordinator, Subject(owner_id=None), TODAY)


@pytest.mark.parametrize("hat", [Hat.FRONTLINE, Hat.COORDINATOR])
def test_own_signals_are_the_reporters_alone(hat: Hat) -> None:
    stranger = Subject(owner_id=ME, is_reporter=False)
    assert not allowed(Permission.OWN_SIGNALS, actor(hat), stranger, TODAY)


@pytest.mark.parametrize(
    ("days_ago", "may"), [(0, True), (1, True), (60, True), (61, False), (400, False)]
)
def test_a_certificate_opens_the_form_for_60_days_more(days_ago: int, may: bool) -> None:
    worker = actor(Hat.FRONTLINE, TODAY - timedelta(days=days_ago))
    assert allowed(Permission.LOG_SIGNAL, worker, None, TODAY) is may


def test_without_training_the_form_is_shut_and_own_signals_stay_open() -> None:
    worker = actor(Hat.FRONTLINE, None)
    with pytest.raises(Denied, match="training_needed"):
        require(Permission.LOG_SIGNAL, worker, None, TODAY)
    require(Permission.OWN_SIGNALS, worker, None, TODAY)


def test_coordinators_need_no_training() -> None:
    require(Permission.LOG_SIGNAL, actor(Hat.COORDINATOR, None), None, TODAY)


def test_what_a_covered_colleague_owns_is_at_hand_and_nothing_else() -> None:
    covers = replace(actor(Hat.COORDINATOR), covers=frozenset({OTHER}))
    for permission in (Permission.KEEP_CASE, Permission.KEEP_SIGNAL):
        assert allowed(permission, covers, Subject(owner_id=OTHER), TODAY)
        assert allowed(permission, covers, Subject(owner_id=ME), TODAY)
        assert not allowed(permission, covers, Subject(owner_id=UUID(int=3)), TODAY)
        assert not allowed(permission, covers, Subject(owner_id=None), TODAY)
        assert not allowed(
            permission, replace(covers, hat=Hat.ADMINISTRATOR), Subject(owner_id=OTHER), TODAY
        )
    assert covers.stands_in(OTHER)
    assert not covers.stands_in(ME)


def test_a_hat_in_the_cupboard_opens_nothing() -> None:
    both = Actor(ME, Hat.FRONTLINE, frozenset({Hat.FRONTLINE, Hat.COORDINATOR}), "Team Noord")
    with pytest.raises(Denied, match="denied"):
        require(Permission.TRIAGE, both, None, TODAY)


def test_absent_means_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "RULES", {})
    for permission, hat in product(Permission, Hat):
        assert not allowed(permission, actor(hat), None, TODAY)


def test_every_permission_has_a_rule_and_guards_a_page() -> None:
    assert set(RULES) == set(Permission) == set(ENDPOINTS.values())


def test_no_page_stands_in_two_lists() -> None:
    assert not PUBLIC & SIGNED_IN
    assert not ENDPOINTS.keys() & (PUBLIC | SIGNED_IN)


# The pages of each hat, written out: what a change of the tables would open or shut.
PAGES = {
    Hat.FRONTLINE: """
        signals.log signals.mine signals.receipt signals.withdraw signals.card
        signals.open_link
        signals.add_details signals.reply training.course training.lesson training.exam
        training.certificate training.sign_up training.cancel training.request
        network.meetings network.meeting network.meeting_file network.answer_meeting""",
    Hat.COORDINATOR: """
        settings.first_steps
        signals.open_link
        signals.log signals.mine signals.receipt signals.withdraw signals.inbox
        signals.find
        signals.show signals.take signals.assign signals.reopen signals.remark signals.hand_back
        signals.close signals.card signals.add_details signals.wait signals.resume
        signals.ask signals.ask_both signals.reply training.course training.lesson
        training.exam training.certificate training.sign_up training.cancel training.request
        cases.bring_details cases.take_news
        cases.open cases.today cases.list cases.find cases.show cases.take
        cases.reopen cases.hand_back cases.note cases.attempt cases.consent
        cases.withdraw_consent cases.move cases.pause cases.close referrals.propose
        cases.plan cases.finish_task cases.move_task cases.visit_sheet
        cases.measure cases.measure_paper cases.feedback cases.letter cases.card cases.ask
        cases.add_details
        cases.inform cases.request cases.answer_request cases.access_letter
        cases.access_letter_pdf cases.portable_copy cases.restrict cases.lift_restriction
        cases.correct cases.correct_details cases.erase
        referrals.advance referrals.send referrals.renew referrals.take_answers
        directory.list directory.ask directory.by_phone
        statistics.overview statistics.where statistics.by_whom statistics.why
        statistics.results statistics.gap statistics.compare statistics.rounding
        statistics.download statistics.reports statistics.report statistics.report_pdf
        statistics.alderman statistics.alderman_pdf statistics.foreword
        cases.hand_over cases.reassign accounts.cover accounts.change_cover
        accounts.preferences accounts.calendar accounts.calendar_make accounts.calendar_stop
        accounts.relink keys.waiting keys.grant keys.rotate
        retention.hold retention.end_hold
        network.meetings network.meeting network.meeting_file network.answer_meeting""",
    Hat.MANAGER: """
        statistics.overview statistics.where statistics.by_whom statistics.why
        statistics.results statistics.gap statistics.compare statistics.rounding
        statistics.download statistics.reports statistics.report statistics.report_pdf
        statistics.alderman statistics.alderman_pdf
        network.meetings network.meeting network.meeting_file network.answer_meeting""",
    Hat.ADMINISTRATOR: """
        accounts.cover accounts.change_cover
        directory.list directory.ask directory.by_phone directory.assure directory.settle
        accounts.deactivate accounts.reactivate accounts.hats
        accounts.list accounts.invite accounts.send_link accounts.show_link
        accounts.reset partners.list signals.print_cards
        partners.add partners.show partners.edit partners.contact partners.contact_new
        partners.agree accounts.invite_list
        training.sessions training.session training.call_off training.group
        keys.alarm keys.holders network.mail
        network.resend network.deliver
        network.meetings network.meeting network.meeting_file network.answer_meeting
        network.plan_meeting network.change_meeting network.cancel_meeting
        network.invite_partners network.attendance network.meeting_notes
        network.issues network.compose network.preview network.publish
        settings.overview settings.change settings.closing_days settings.open_again
        settings.state settings.try_mail settings.first_steps
        statistics.open_data_keys statistics.open_data_withdraw
        partners.clients partners.revoke_client
        directory.add directory.edit directory.end directory.schedule directory.schedule_new
        directory.organisations directory.organisation directory.organisation_new
        directory.places directory.place directory.place_new directory.bring_in
        directory.export""",
    Hat.PRIVACY_OFFICER: """
        keys.waiting keys.grant keys.rotate keys.alarm keys.holders audit.trail audit.patterns
        audit.export audit.reviews audit.sign_review audit.pack audit.pack_pdf audit.sign_pack
        retention.overview retention.change_policy retention.run retention.declaration
        retention.declaration_pdf retention.sign_declaration retention.hold
        retention.end_hold
        network.meetings network.meeting network.meeting_file network.answer_meeting""",
    # No page that changes anything but the own account; the export is a file of what is read.
    Hat.DATA_PROTECTION_OFFICER: """
        audit.trail audit.patterns audit.export audit.reviews audit.pack audit.pack_pdf
        retention.overview retention.declaration retention.declaration_pdf""",
}


@pytest.mark.parametrize("hat", Hat)
def test_the_pages_of_each_hat(hat: Hat) -> None:
    open_to = {
        endpoint
        for endpoint, permission in ENDPOINTS.items()
        if allowed(permission, actor(hat), None, TODAY)
    }
    assert open_to == set(PAGES[hat].split())
