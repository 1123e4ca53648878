"""Who gets in where: the whole application on one page, written by hand.

An x for each that gets in: nobody logged in, frontline, coordinator, manager, administrator,
privacy officer, data protection officer. Getting in says nothing yet about a row: the service asks
again with it. A route that has no line here fails a test, and so does a line without a route.
"""

from collections.abc import Mapping
from dataclasses import dataclass

NOBODY = "nobody"
WHO = (
    NOBODY,
    "frontline",
    "coordinator",
    "manager",
    "administrator",
    "privacy_officer",
    "data_protection_officer",
)

_LINES = """
# endpoint                     methods     n f c m a p d
static                         GET         x x x x x x x
public.home                    GET         x x x x x x x
public.help                    GET         x x x x x x x
public.privacy                 GET         x x x x x x x
public.accessibility           GET         x x x x x x x
public.info                    GET         x x x x x x x
public.news                    GET         x x x x x x x
public.material                GET         x x x x x x x
public.materials               GET         x x x x x x x
public.sitemap                 GET         x x x x x x x
public.robots                  GET         x x x x x x x
public.security                GET         x x x x x x x
public.theme                   GET         x x x x x x x
public.guide                   GET         x x x x x x x
public.chapter                 GET         x x x x x x x
settings.live                  GET         x x x x x x x
settings.ready                 GET         x x x x x x x
public.card                    GET,POST    x x x x x x x
public.leave                   POST        x x x x x x x
public.withdraw                POST        x x x x x x x
public.erase                   POST        x x x x x x x
network.subscribe              GET,POST    x x x x x x x
network.opt_in                 GET,POST    x x x x x x x
network.unsubscribe            GET,POST    x x x x x x x
network.newsletters            GET         x x x x x x x
network.newsletter             GET         x x x x x x x
accounts.log_in                GET,POST    x x x x x x x
accounts.second_factor         GET,POST    x x x x x x x
accounts.single_sign_on        GET         x x x x x x x
accounts.single_sign_on_return GET         x x x x x x x
accounts.single_sign_on_confirm GET,POST   x x x x x x x
accounts.language              POST        x x x x x x x
accounts.scheme                GET,POST    x x x x x x x
accounts.activate              GET,POST    x x x x x x x
accounts.recover               GET,POST    x x x x x x x
accounts.unlock                GET,POST    x x x x x x x
accounts.calendar_feed         GET         x x x x x x x

accounts.passkey_log_in        POST        x x x x x x x
accounts.passkey_challenge     POST        x x x x x x x
accounts.passkeys              GET         . x x x x x x
accounts.passkey_add           POST        . x x x x x x
accounts.passkey_rename        POST        . x x x x x x
accounts.passkey_renew         POST        . x x x x x x
accounts.passkey_remove        POST        . x x x x x x
accounts.start                 GET         . x x x x x x
accounts.fingerprint           GET         . x x x x x x
accounts.role_guide            GET,POST    . x x x x x x
accounts.hat                   POST        . x x x x x x
accounts.log_out               POST        . x x x x x x
accounts.own                   GET         . x x x x x x
accounts.passphrase            GET,POST    . x x x x x x
accounts.totp                  GET,POST    . x x x x x x
accounts.pin                   GET,POST    . x x x x x x
accounts.extend                POST        . x x x x x x
accounts.sessions              GET         . x x x x x x
accounts.end_session           POST        . x x x x x x
accounts.draft                 POST        . x x x x x x
accounts.undo                  POST        . x x x x x x

signals.log                    GET,POST    . x x . . . .
signals.open_link              GET,POST    . x x . . . .
signals.mine                   GET         . x x . . . .
signals.receipt                GET         . x x . . . .
signals.withdraw               GET,POST    . x x . . . .
signals.inbox                  GET         . . x . . . .
signals.find                   GET,POST    . . x . . . .
signals.show                   GET         . . x . . . .
signals.take                   POST        . . x . . . .
signals.assign                 POST        . . x . . . .
signals.reopen                 POST        . . x . . . .
signals.remark                 POST        . . x . . . .
signals.hand_back              POST        . . x . . . .
signals.close                  GET,POST    . . x . . . .
signals.ask                    POST        . . x . . . .
signals.ask_both               GET,POST    . . x . . . .
signals.reply                  GET,POST    . x x . . . .
signals.wait                   POST        . . x . . . .
signals.resume                 POST        . . x . . . .
signals.card                   POST        . x x . . . .
signals.add_details            GET,POST    . x x . . . .
signals.print_cards            GET,POST    . . . . x . .

cases.open                     POST        . . x . . . .
cases.bring_details            POST        . . x . . . .
cases.take_news                POST        . . x . . . .
cases.today                    GET         . . x . . . .
cases.list                     GET         . . x . . . .
cases.find                     GET,POST    . . x . . . .
cases.show                     GET         . . x . . . .
cases.take                     POST        . . x . . . .
cases.reopen                   POST        . . x . . . .
cases.hand_back                POST        . . x . . . .
cases.hand_over                GET,POST    . . x . . . .
cases.reassign                 GET,POST    . . x . . . .
cases.note                     POST        . . x . . . .
cases.attempt                  POST        . . x . . . .
cases.consent                  POST        . . x . . . .
cases.withdraw_consent         GET,POST    . . x . . . .
cases.measure                  GET,POST    . . x . . . .
cases.measure_paper            GET         . . x . . . .
cases.move                     POST        . . x . . . .
cases.pause                    GET,POST    . . x . . . .
cases.plan                     GET,POST    . . x . . . .
cases.finish_task              GET,POST    . . x . . . .
cases.move_task                GET,POST    . . x . . . .
cases.visit_sheet              GET         . . x . . . .
cases.close                    GET,POST    . . x . . . .
cases.feedback                 GET,POST    . . x . . . .
cases.letter                   GET,POST    . . x . . . .
cases.card                     POST        . . x . . . .
cases.ask                      POST        . . x . . . .
cases.add_details              GET,POST    . . x . . . .
cases.inform                   POST        . . x . . . .
cases.request                  GET,POST    . . x . . . .
cases.answer_request           GET,POST    . . x . . . .
cases.access_letter            GET         . . x . . . .
cases.access_letter_pdf        GET         . . x . . . .
cases.portable_copy            GET         . . x . . . .
cases.restrict                 GET,POST    . . x . . . .
cases.lift_restriction         GET,POST    . . x . . . .
cases.correct                  GET,POST    . . x . . . .
cases.correct_details          GET,POST    . . x . . . .
cases.erase                    GET,POST    . . x . . . .
referrals.propose              GET,POST    . . x . . . .
referrals.advance              GET,POST    . . x . . . .
referrals.send                 GET,POST    . . x . . . .
referrals.renew                POST        . . x . . . .
referrals.take_answers         POST        . . x . . . .
referrals.receive              GET,POST    x x x x x x x
referrals.answer               GET,POST    x x x x x x x
directory.list                 GET         . . x . x . .
directory.ask                  GET,POST    . . x . x . .
directory.by_phone             GET,POST    . . x . x . .
directory.assure               GET         . . . . x . .
directory.settle               POST        . . . . x . .
directory.add                  GET,POST    . . . . x . .
directory.edit                 GET,POST    . . . . x . .
directory.end                  POST        . . . . x . .
directory.schedule             GET,POST    . . . . x . .
directory.schedule_new         GET,POST    . . . . x . .
directory.organisations        GET         . . . . x . .
directory.organisation         GET,POST    . . . . x . .
directory.organisation_new     GET,POST    . . . . x . .
directory.places               GET         . . . . x . .
directory.place                GET,POST    . . . . x . .
directory.place_new            GET,POST    . . . . x . .
directory.bring_in             GET,POST    . . . . x . .
directory.export               POST        . . . . x . .
directory.offers               GET         x x x x x x x
directory.offer                GET         x x x x x x x
directory.confirm              GET,POST    x x x x x x x
directory.answer               POST        x x x x x x x

training.course                GET         . x x . . . .
training.lesson                GET         . x x . . . .
training.exam                  POST        . x x . . . .
training.certificate           GET         . x x . . . .
training.sign_up               POST        . x x . . . .
training.cancel                POST        . x x . . . .
training.request               POST        . x x . . . .
training.sessions              GET,POST    . . . . x . .
training.session               GET,POST    . . . . x . .
training.call_off              POST        . . . . x . .
training.group                 GET,POST    . . . . x . .

statistics.overview            GET         . . x x . . .
statistics.where               GET         . . x x . . .
statistics.by_whom             GET         . . x x . . .
statistics.why                 GET         . . x x . . .
statistics.results             GET         . . x x . . .
statistics.gap                 GET         . . x x . . .
statistics.compare             GET         . . x x . . .
statistics.rounding            GET         . . x x . . .
statistics.download            GET         . . x x . . .
statistics.open_data_keys      GET,POST    . . . . x . .
statistics.open_data_withdraw  POST        . . . . x . .
statistics.open_data_periods   GET         x x x x x x x
statistics.open_data_period    GET         x x x x x x x
statistics.open_data_table     GET         x x x x x x x
statistics.open_data_codes     GET         x x x x x x x
statistics.reports             GET         . . x x . . .
statistics.report              GET         . . x x . . .
statistics.report_pdf          GET         . . x x . . .
statistics.alderman            GET         . . x x . . .
statistics.alderman_pdf        GET         . . x x . . .
statistics.foreword            GET,POST    . . x . . . .

accounts.cover                 GET,POST    . . x . x . .
accounts.change_cover          GET,POST    . . x . x . .
accounts.deactivate            GET,POST    . . . . x . .
accounts.reactivate            GET,POST    . . . . x . .
accounts.hats                  GET,POST    . . . . x . .
accounts.relink                GET,POST    . . x . . . .
accounts.preferences           GET,POST    . . x . . . .
accounts.calendar              GET         . . x . . . .
accounts.calendar_make         POST        . . x . . . .
accounts.calendar_stop         POST        . . x . . . .
accounts.list                  GET         . . . . x . .
accounts.invite                GET,POST    . . . . x . .
accounts.invite_list           GET,POST    . . . . x . .
accounts.send_link             POST        . . . . x . .
accounts.show_link             POST        . . . . x . .
accounts.reset                 GET,POST    . . . . x . .
partners.list                  GET         . . . . x . .
partners.add                   GET,POST    . . . . x . .
partners.show                  GET         . . . . x . .
partners.edit                  GET,POST    . . . . x . .
partners.contact               GET,POST    . . . . x . .
partners.contact_new           GET,POST    . . . . x . .
partners.agree                 GET,POST    . . . . x . .
partners.clients               GET,POST    . . . . x . .
partners.revoke_client         POST        . . . . x . .
api.openapi                    GET         x x x x x x x
api.token                      POST        x x x x x x x
api.initiatives                GET         x x x x x x x
api.initiative                 GET         x x x x x x x
api.periods                    GET         x x x x x x x
api.tables                     GET         x x x x x x x
api.table                      GET         x x x x x x x
api.worker_counts              GET         x x x x x x x
api.workers                    GET         x x x x x x x
api.signal_links               POST        x x x x x x x
keys.waiting                   GET         . . x . . x .
keys.grant                     GET,POST    . . x . . x .
keys.rotate                    GET,POST    . . x . . x .
keys.alarm                     POST        . . . . x x .
keys.holders                   GET         . . . . x x .
network.mail                   GET         . . . . x . .
settings.overview              GET         . . . . x . .
settings.change                GET,POST    . . . . x . .
settings.closing_days          GET,POST    . . . . x . .
settings.open_again            POST        . . . . x . .
settings.state                 GET         . . . . x . .
settings.first_steps           GET         . . x . x . .
settings.try_mail              POST        . . . . x . .
network.resend                 POST        . . . . x . .
network.deliver                POST        . . . . x . .
network.meetings               GET         . x x x x x .
network.meeting                GET         . x x x x x .
network.meeting_file           GET         . x x x x x .
network.answer_meeting         POST        . x x x x x .
network.plan_meeting           GET,POST    . . . . x . .
network.change_meeting         GET,POST    . . . . x . .
network.cancel_meeting         GET,POST    . . . . x . .
network.invite_partners        POST        . . . . x . .
network.attendance             GET,POST    . . . . x . .
network.meeting_notes          GET,POST    . . . . x . .
network.open_meeting           GET,POST    x x x x x x x
network.answer_invitation      POST        x x x x x x x
network.invitation_file        GET         x x x x x x x
network.issues                 GET         . . . . x . .
network.compose                GET,POST    . . . . x . .
network.preview                GET         . . . . x . .
network.publish                POST        . . . . x . .
audit.trail                    GET         . . . . . x x
audit.patterns                 GET         . . . . . x x
audit.export                   POST        . . . . . x x
audit.reviews                  GET         . . . . . x x
audit.sign_review              POST        . . . . . x .
audit.pack                     GET         . . . . . x x
audit.pack_pdf                 GET         . . . . . x x
audit.sign_pack                POST        . . . . . x .
retention.overview             GET         . . . . . x x
retention.change_policy        GET,POST    . . . . . x .
retention.run                  GET,POST    . . . . . x .
retention.declaration          GET         . . . . . x x
retention.sign_declaration     POST        . . . . . x .
retention.declaration_pdf      GET         . . . . . x x
retention.hold                 GET,POST    . . x . . x .
retention.end_hold             POST        . . x . . x .
"""


@dataclass(frozen=True)
class Row:
    """Methods that an endpoint takes, and who gets in."""

    methods: frozenset[str]
    gets_in: frozenset[str]


def _read() -> Mapping[str, Row]:
    table: dict[str, Row] = {}
    for line in _LINES.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        endpoint, methods, *marks = line.split()
        if endpoint in table or not set(marks) <= {"x", "."}:
            raise ValueError(line)
        getting_in = (who for who, mark in zip(WHO, marks, strict=True) if mark == "x")
        table[endpoint] = Row(frozenset(methods.split(",")), frozenset(getting_in))
    return table


TABLE: Mapping[str, Row] = _read()
