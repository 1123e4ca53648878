"""Which chapter of the guide explains which page. Its text lies under that name in data/guide."""

from collections.abc import Mapping
from types import MappingProxyType

_PAGES: Mapping[str, tuple[str, ...]] = {
    "first-time": ("accounts.activate", "accounts.totp", "accounts.second_factor"),
    "log-in": (
        "accounts.log_in",
        "accounts.unlock",
        "accounts.passkeys",
        "accounts.pin",
        "accounts.sessions",
        "accounts.own",
    ),
    "lost-passphrase": ("accounts.recover", "accounts.passphrase", "accounts.relink"),
    "meetings": ("network.meetings", "network.meeting"),
    "log-a-signal": ("signals.log", "signals.card"),
    "my-signals": ("signals.mine", "signals.receipt"),
    "contact-card": ("public.card",),
    "training": ("training.course", "training.lesson", "training.exam"),
    "today": ("cases.today",),
    "inbox": ("signals.inbox", "signals.find", "signals.show"),
    "cases": ("cases.list", "cases.find", "cases.show"),
    "reach": ("cases.attempt", "cases.plan", "cases.visit_sheet"),
    "consent": ("cases.consent", "cases.withdraw_consent"),
    "referral": ("referrals.propose", "referrals.advance", "referrals.send"),
    "measure": ("cases.measure", "cases.measure_paper"),
    "close": ("cases.pause", "cases.close", "cases.reopen", "cases.feedback", "cases.letter"),
    "rights": (
        "cases.request",
        "cases.answer_request",
        "cases.access_letter",
        "cases.restrict",
        "cases.erase",
        "cases.correct",
        "cases.correct_details",
    ),
    "cover": ("accounts.cover", "cases.hand_over", "cases.hand_back"),
    "reminders": ("accounts.preferences", "accounts.calendar"),
    "figures": (
        "statistics.overview",
        "statistics.where",
        "statistics.by_whom",
        "statistics.why",
        "statistics.results",
        "statistics.gap",
        "statistics.compare",
        "statistics.reports",
    ),
    "rounding": ("statistics.rounding", "statistics.download"),
    "accounts": ("accounts.list", "accounts.invite", "accounts.invite_list", "accounts.hats"),
    "partners": ("partners.list", "partners.show", "partners.add", "partners.clients"),
    "trainings": ("training.sessions", "training.session", "training.group"),
    "print-cards": ("signals.print_cards",),
    "directory": (
        "directory.list",
        "directory.add",
        "directory.edit",
        "directory.organisations",
        "directory.bring_in",
    ),
    "open-data": ("statistics.open_data_keys",),
    "newsletter": ("network.issues", "network.compose", "network.preview", "network.mail"),
    "settings": ("settings.overview", "settings.state", "settings.closing_days"),
    "audit-trail": ("audit.trail", "audit.patterns", "audit.reviews"),
    "retention": ("retention.overview", "retention.run", "retention.declaration"),
    "accountability": ("audit.pack",),
    "keys": ("keys.holders", "keys.waiting", "keys.grant", "keys.rotate", "keys.alarm"),
}

CHAPTERS: Mapping[str, str] = MappingProxyType(
    {page: slug for slug, pages in _PAGES.items() for page in pages}
)
