"""Everything that can be decided, and what the installation's file has."""

from itertools import groupby
from pathlib import Path

from signalering.config import Settings
from signalering.domain.access import Permission, require
from signalering.domain.languages import LANGUAGES
from signalering.domain.setting_list import SETTINGS
from signalering.domain.setting_specs import SettingGroup
from signalering.domain.setting_values import value_of
from signalering.domain.views.settings.overview import (
    Changed,
    Decision,
    InstallationLine,
    SettingLine,
    SettingsView,
    SiteTextsLine,
)
from signalering.services.public.site import FOLDER, newest_fault
from signalering.services.settings._rows import decisions, newest
from signalering.services.work import Work

LATELY = 20


def overview(work: Work) -> SettingsView:
    """Raises Denied."""
    require(Permission.SETTINGS, work.by(), None, work.clock.today())
    found = decisions(work)
    in_force = newest(found)
    rules = work.rules
    order = list(SettingGroup)
    lines = sorted(
        (
            SettingLine(setting, in_force.get(name) or Decision(value_of(rules, name)))
            for name, setting in SETTINGS.items()
        ),
        key=lambda line: order.index(line.setting.group),
    )
    known = [Changed(SETTINGS[name], one) for name, one in found if name in SETTINGS]
    known.sort(key=lambda one: one.decision.since or work.clock.today(), reverse=True)
    return SettingsView(
        groups=tuple(
            (group.value, tuple(of_group))
            for group, of_group in groupby(lines, key=lambda line: line.setting.group)
        ),
        lately=tuple(known[:LATELY]),
        installation=_installation(work.settings),
        site=_site(work.settings.instance),
    )


def _site(instance: Path) -> SiteTextsLine:
    folders = tuple(str(instance / FOLDER / language) for language in LANGUAGES)
    return SiteTextsLine(folders, newest_fault(instance))


def _installation(settings: Settings) -> tuple[InstallationLine, ...]:
    """Never a secret, nor an address of a database: it may hold a password."""
    mail = settings.mail
    server = f"{mail.host}:{mail.port} ({mail.security.value})" if mail else ""
    return (
        InstallationLine("INSTALLATION_NAME", settings.installation_name),
        InstallationLine("PUBLIC_URL", settings.public_url),
        InstallationLine("PROXIES", str(settings.proxies)),
        InstallationLine("SMTP_HOST", server, None if server else False),
        InstallationLine("MAIL_FROM", mail.sender if mail else "", None if mail else False),
        InstallationLine("SMTP_PASSWORD", "", bool(mail and mail.password)),
        InstallationLine(
            "SECURITY_CONTACT",
            settings.security_contact,
            None if settings.security_contact else False,
        ),
        InstallationLine("AUDIT_HEAD_ADDRESS", "", bool(settings.audit_head_address)),
        InstallationLine(
            "OIDC_ISSUER", settings.oidc_issuer, None if settings.oidc_issuer else False
        ),
        InstallationLine("OIDC_CLIENT_SECRET", "", bool(settings.oidc_client_secret)),
        InstallationLine("SECRET_KEY", "", bool(settings.secret_key)),
        InstallationLine("FIGURES_KEY", "", bool(settings.figures_key)),
        InstallationLine("LOOKUP_KEY", "", bool(settings.lookup_key)),
    )
