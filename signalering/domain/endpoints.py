"""Which permission each page asks for. An endpoint is `room.task`; one that is absent is shut."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.api import ApiScope
from signalering.domain.permissions import Permission

# For everybody, without an account.
PUBLIC: frozenset[str] = frozenset(
    {
        "static",
        "public.home",
        "public.help",
        "public.privacy",
        "public.accessibility",
        # What loneliness is and what helps; and what search engines may know of it.
        "public.info",
        "public.news",
        "public.material",
        "public.materials",
        "public.sitemap",
        "public.robots",
        "public.security",
        "public.theme",
        # How the program is worked with; it tells nothing of anybody.
        "public.guide",
        "public.chapter",
        # For what stands in front of this node, and for who watches it.
        "settings.live",
        "settings.ready",
        # A resident has no account; the code of a card is what lets in.
        "public.card",
        "public.leave",
        "public.withdraw",
        "public.erase",
        # Nor has the receiver of a referral; the link is what lets in.
        "referrals.receive",
        "referrals.answer",
        # Nor has who looks after an offer.
        "directory.confirm",
        "directory.answer",
        # Nor has an organisation that is invited to a meeting.
        "network.open_meeting",
        "network.answer_invitation",
        "network.invitation_file",
        # What there is, for who looks for it.
        "directory.offers",
        "directory.offer",
        # The newsletter, for who wants it; a subscriber has no account, and every issue is public.
        "network.subscribe",
        "network.opt_in",
        "network.unsubscribe",
        "network.newsletters",
        "network.newsletter",
        "accounts.log_in",
        "accounts.second_factor",
        "accounts.passkey_log_in",
        # What it may give depends on who asks; it asks itself.
        "accounts.passkey_challenge",
        "accounts.single_sign_on",
        "accounts.single_sign_on_return",
        "accounts.single_sign_on_confirm",
        "accounts.language",
        "accounts.scheme",
        "accounts.activate",
        "accounts.recover",
        # A calendar program has no account; the address is what lets in.
        "accounts.calendar_feed",
        # Nor has a tool that fetches released figures; its key is what lets in.
        "statistics.open_data_periods",
        "statistics.open_data_period",
        "statistics.open_data_table",
        "statistics.open_data_codes",
        # Nor has a partner's program; what it needs stands in PROGRAMS.
        "api.openapi",
        "api.token",
        "api.initiatives",
        "api.initiative",
        "api.periods",
        "api.tables",
        "api.table",
        "api.worker_counts",
        "api.workers",
        "api.signal_links",
        # Whoever is locked out stands half outside; the page asks who it is.
        "accounts.unlock",
    }
)

# Taken without cookie and token: mail programs and providers post here for their user (RFC 8058,
# 3.2), and the secret in the address is what lets in. Whoever makes a browser post it knows that
# secret, and all it does is to end a subscription.
ONE_CLICK: frozenset[str] = frozenset({"network.unsubscribe"})

# For partners' programs: what its token must allow. None for the description, and for the address
# that gives the token. No cookie is read there, so that none can be misused.
PROGRAMS: Mapping[str, ApiScope | None] = MappingProxyType(
    {
        "api.openapi": None,
        "api.token": None,
        "api.initiatives": ApiScope.INITIATIVES,
        "api.initiative": ApiScope.INITIATIVES,
        "api.periods": ApiScope.STATISTICS,
        "api.tables": ApiScope.STATISTICS,
        "api.table": ApiScope.STATISTICS,
        "api.worker_counts": ApiScope.TRAINING,
        "api.workers": ApiScope.WORKERS,
        "api.signal_links": ApiScope.SIGNAL_LINKS,
    }
)

# For every account, in whatever hat.
SIGNED_IN: frozenset[str] = frozenset(
    {
        "accounts.start",
        "accounts.hat",
        "accounts.own",
        "accounts.passphrase",
        "accounts.log_out",
        "accounts.totp",
        "accounts.passkeys",
        "accounts.passkey_add",
        "accounts.passkey_rename",
        "accounts.passkey_renew",
        "accounts.passkey_remove",
        "accounts.pin",
        "accounts.extend",
        "accounts.sessions",
        "accounts.end_session",
        "accounts.draft",
        # The step itself is asked for again with what it is about.
        "accounts.undo",
        "accounts.fingerprint",
        "accounts.role_guide",
    }
)

_TASKS: Mapping[Permission, tuple[str, ...]] = {
    Permission.LOG_SIGNAL: ("signals.log", "signals.card", "signals.open_link"),
    Permission.OWN_SIGNALS: (
        "signals.mine",
        "signals.receipt",
        "signals.withdraw",
        # For its reporter, or for who keeps it.
        "signals.add_details",
        "signals.reply",
    ),
    Permission.TRIAGE: (
        "signals.inbox",
        "signals.find",
        "signals.show",
        "signals.take",
        "signals.assign",
        "signals.reopen",
    ),
    Permission.KEEP_SIGNAL: (
        "signals.remark",
        "signals.hand_back",
        "signals.close",
        "signals.ask",
        "signals.ask_both",
        "signals.wait",
        "signals.resume",
        "cases.open",
        "cases.bring_details",
    ),
    Permission.CASEWORK: (
        "cases.today",
        "cases.list",
        "cases.find",
        "cases.show",
        "cases.take",
        "cases.reopen",
        "cases.measure_paper",
    ),
    Permission.REMINDERS: (
        "accounts.preferences",
        "accounts.calendar",
        "accounts.calendar_make",
        "accounts.calendar_stop",
    ),
    Permission.KEEP_CASE: (
        "cases.hand_back",
        "cases.hand_over",
        "cases.reassign",
        "cases.note",
        "cases.attempt",
        "cases.consent",
        "cases.withdraw_consent",
        "cases.move",
        "cases.pause",
        "cases.close",
        "cases.feedback",
        "cases.letter",
        "cases.card",
        "cases.ask",
        "cases.add_details",
        "cases.take_news",
        "cases.measure",
        "cases.plan",
        "cases.finish_task",
        "cases.move_task",
        "cases.visit_sheet",
        "cases.inform",
        "cases.request",
        "cases.answer_request",
        "cases.access_letter",
        "cases.access_letter_pdf",
        "cases.portable_copy",
        "cases.restrict",
        "cases.lift_restriction",
        "cases.correct",
        "cases.correct_details",
        "cases.erase",
        "referrals.propose",
        "referrals.advance",
        "referrals.send",
        "referrals.renew",
        "referrals.take_answers",
    ),
    Permission.DIRECTORY: ("directory.list", "directory.ask", "directory.by_phone"),
    Permission.ASSURE_OFFERS: ("directory.assure", "directory.settle"),
    Permission.EDIT_DIRECTORY: (
        "directory.add",
        "directory.edit",
        "directory.end",
        "directory.schedule",
        "directory.schedule_new",
        "directory.organisations",
        "directory.organisation",
        "directory.organisation_new",
        "directory.places",
        "directory.place",
        "directory.place_new",
        "directory.bring_in",
        "directory.export",
    ),
    Permission.STATISTICS: (
        "statistics.overview",
        "statistics.where",
        "statistics.by_whom",
        "statistics.why",
        "statistics.results",
        "statistics.gap",
        "statistics.compare",
        "statistics.rounding",
        "statistics.download",
        "statistics.reports",
        "statistics.report",
        "statistics.report_pdf",
        "statistics.alderman",
        "statistics.alderman_pdf",
    ),
    Permission.FOREWORD: ("statistics.foreword",),
    Permission.OPEN_DATA_KEYS: ("statistics.open_data_keys", "statistics.open_data_withdraw"),
    Permission.ACCOUNTS: (
        "accounts.list",
        "accounts.invite",
        "accounts.invite_list",
        "accounts.send_link",
        "accounts.show_link",
        "accounts.reset",
        "accounts.deactivate",
        "accounts.reactivate",
        "accounts.hats",
    ),
    Permission.COVER: ("accounts.cover", "accounts.change_cover"),
    Permission.PARTNERS: (
        "partners.list",
        "partners.add",
        "partners.show",
        "partners.edit",
        "partners.contact",
        "partners.contact_new",
        "partners.agree",
    ),
    Permission.API_CLIENTS: ("partners.clients", "partners.revoke_client"),
    Permission.COURSE: (
        "training.course",
        "training.lesson",
        "training.exam",
        "training.certificate",
        "training.sign_up",
        "training.cancel",
        "training.request",
    ),
    Permission.TRAINING: (
        "training.sessions",
        "training.session",
        "training.call_off",
        "training.group",
    ),
    Permission.CARDS: ("signals.print_cards",),
    Permission.ROTATE_KEYS: ("keys.rotate",),
    Permission.KEY_HOLDERS: (
        "keys.alarm",
        "keys.holders",
    ),
    Permission.GIVE_KEY: ("keys.waiting", "keys.grant"),
    Permission.RELINK: ("accounts.relink",),
    Permission.MAIL: ("network.mail", "network.resend", "network.deliver"),
    Permission.MEETINGS: (
        "network.meetings",
        "network.meeting",
        "network.meeting_file",
        "network.answer_meeting",
    ),
    Permission.PLAN_MEETINGS: (
        "network.plan_meeting",
        "network.change_meeting",
        "network.cancel_meeting",
        "network.invite_partners",
        "network.attendance",
        "network.meeting_notes",
    ),
    Permission.NEWSLETTER: (
        "network.issues",
        "network.compose",
        "network.preview",
        "network.publish",
    ),
    Permission.SETTINGS: (
        "settings.overview",
        "settings.change",
        "settings.closing_days",
        "settings.open_again",
    ),
    Permission.STATE: ("settings.state", "settings.try_mail"),
    Permission.FIRST_STEPS: ("settings.first_steps",),
    Permission.AUDIT_TRAIL: (
        "audit.trail",
        "audit.patterns",
        "audit.export",
        "audit.reviews",
    ),
    Permission.REVIEW_TRAIL: ("audit.sign_review",),
    Permission.PACK: ("audit.pack", "audit.pack_pdf"),
    Permission.SIGN_PACK: ("audit.sign_pack",),
    Permission.SEE_RETENTION: (
        "retention.overview",
        "retention.declaration",
        "retention.declaration_pdf",
    ),
    Permission.RETENTION: (
        "retention.change_policy",
        "retention.run",
        "retention.sign_declaration",
    ),
    Permission.HOLD: ("retention.hold", "retention.end_hold"),
}

ENDPOINTS: Mapping[str, Permission] = MappingProxyType(
    {task: permission for permission, tasks in _TASKS.items() for task in tasks}
)
