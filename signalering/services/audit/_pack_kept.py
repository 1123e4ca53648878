"""How long things are kept: the policy in force, the periods that were chosen, and the terms that

stand in the program. Each is read where it holds; tests miss one that nobody names here.
"""

from collections.abc import Mapping
from datetime import timedelta

from signalering.domain.api import CLIENT_LASTS, TOKEN_LASTS
from signalering.domain.api import LINK_LASTS as SIGNAL_LINK
from signalering.domain.backups import KEPT_DAYS, BackupKind
from signalering.domain.house_rules import HouseRules
from signalering.domain.newsletter import CONFIRM_WITHIN
from signalering.domain.pack_lines import Coded, Lines, Said, Word, said, table, text
from signalering.domain.retention import FIRST_VALUES, NOTICE_DAYS, Kept
from signalering.domain.setting_periods import PERIOD_SETTINGS
from signalering.domain.setting_specs import Setting, Unit
from signalering.domain.setting_values import value_of
from signalering.domain.texts import N_
from signalering.domain.throttles import RULES, USED_FOR
from signalering.domain.upkeep_terms import KEPT_NEWS, KEPT_RUNS
from signalering.services.accounts.draft import KEPT_DAYS as DRAFT_DAYS
from signalering.services.accounts.invite import LINK_LASTS
from signalering.services.accounts.passkey_challenge import LIFETIME as PASSKEY_ASKED
from signalering.services.accounts.second_factor import WAITS_FOR as SECOND_STEP
from signalering.services.accounts.session_state import IDLE, LONGEST
from signalering.services.accounts.sessions import KEPT_ENDED
from signalering.services.api.signal_links import KNOWN_FOR
from signalering.services.directory.bring_in import LASTS as DIRECTORY_FILE
from signalering.services.keys.sweep import KEPT as LOOSE_KEY
from signalering.services.partners.clients import KEPT as CLIENT_OVER
from signalering.services.retention.policy import newest
from signalering.services.statistics.open_data_keys import KEPT as OPEN_DATA_KEY_OVER
from signalering.services.statistics.open_data_keys import LONGEST as OPEN_DATA_KEY
from signalering.services.training.sessions import KEPT as TRAINING_OVER
from signalering.services.work import Work

# Of each, how it is said of one, and of more.
UNITS: Mapping[Unit, tuple[str, str]] = {
    Unit.WORKING_DAYS: (N_("%(count)s werkdag"), N_("%(count)s werkdagen")),
    Unit.DAYS: (N_("%(count)s dag"), N_("%(count)s dagen")),
    Unit.WEEKS: (N_("%(count)s week"), N_("%(count)s weken")),
    Unit.MONTHS: (N_("%(count)s maand"), N_("%(count)s maanden")),
    Unit.TIMES: (N_("%(count)s keer"), N_("%(count)s keer")),
    Unit.CHANNELS: (N_("%(count)s manier"), N_("%(count)s manieren")),
    Unit.READS: (N_("%(count)s keer"), N_("%(count)s keer")),
}
COPIES: Mapping[BackupKind, str] = {
    BackupKind.DATA: N_("reservekopie van de gegevens"),
    BackupKind.KEYSTORE: N_("reservekopie van de sleutels"),
}
# Terms that stand in the program itself, and are nobody's to choose.
FIXED: tuple[tuple[str, timedelta], ...] = (
    *((COPIES[kind], timedelta(days=KEPT_DAYS[kind])) for kind in BackupKind),
    (N_("link voor een nieuw account"), LINK_LASTS),
    (N_("ingelogde sessie, hooguit"), LONGEST),
    (N_("ingelogde sessie waarin niets gebeurt"), IDLE),
    (N_("sessie die voorbij is"), KEPT_ENDED),
    (N_("inloggen tot de tweede stap"), SECOND_STEP),
    (N_("vraag aan een passkey"), PASSKEY_ASKED),
    (N_("code of vraag die is gebruikt"), USED_FOR),
    (
        N_("telling van pogingen, na de laatste, hooguit"),
        max(rule.forget_after for rule in RULES.values()),
    ),
    (N_("wat iemand aan het typen is"), timedelta(days=DRAFT_DAYS)),
    (N_("training in een groep, na die dag"), TRAINING_OVER),
    (N_("aanmelding voor de nieuwsbrief, tot het ja"), CONFIRM_WITHIN),
    (N_("ingelezen bestand met aanbod, tot het ja"), DIRECTORY_FILE),
    (N_("sleutel voor open data, hooguit"), OPEN_DATA_KEY),
    (N_("sleutel voor open data die voorbij is"), OPEN_DATA_KEY_OVER),
    (N_("toegang van een programma van een partner, hooguit"), CLIENT_LASTS),
    (N_("toegang van een programma die voorbij is"), CLIENT_OVER),
    (N_("toegangstoken van een programma"), TOKEN_LASTS),
    (N_("klaargezet signaal, hooguit"), SIGNAL_LINK),
    (N_("verzoek van een programma, om het te herkennen, na die dag"), KNOWN_FOR),
    (N_("sleutel waar niets meer bij hoort"), LOOSE_KEY),
    (N_("mail met nieuws over een signaal, na verzending"), KEPT_NEWS),
    (N_("wanneer een taak op de achtergrond liep"), KEPT_RUNS),
)


def kept(work: Work) -> Lines:
    """The whole part. Reasons of decisions stand in the room of retention."""
    return (
        text(
            said(
                N_(
                    "Wissen gaat vanzelf, %(days)s dagen na een aankondiging. Privacy officers "
                    "kunnen iets langer bewaren door een klacht of geschil, hooguit een jaar."
                ),
                days=str(NOTICE_DAYS),
            )
        ),
        *table(
            N_("Termijnen waarover is besloten"),
            [Said(N_("Wat")), Said(N_("Hoe lang")), Said(N_("Sinds"))],
            [_decided(work, one) for one in Kept],
        ),
        *table(
            N_("Termijnen van de pagina Instellingen"),
            [Said(N_("Wat")), Said(N_("Hoe lang")), Said(N_("Uitleg"))],
            [_chosen(work.rules, one) for one in PERIOD_SETTINGS],
        ),
        *table(
            N_("Termijnen van het programma zelf"),
            [Said(N_("Wat")), Said(N_("Hoe lang"))],
            [[Said(what), term(how_long)] for what, how_long in FIXED],
        ),
    )


def _decided(work: Work, one: Kept) -> list[Word]:
    row = newest(work, one)
    term = row.keep_for if row else FIRST_VALUES[one].value
    since: Word = row.since if row else Said(N_("het begin"))
    return [Coded(one.value, "retention_kept"), Coded(term, "retention_terms"), since]


def _chosen(rules: HouseRules, one: Setting) -> list[Word]:
    numbers = value_of(rules, one.name).split(",")
    return [Said(one.label), _counted(one.unit or Unit.TIMES, numbers), Said(one.explanation)]


def term(how_long: timedelta) -> Said:
    """In the largest unit that it is a whole number of: days, hours, minutes."""
    if not how_long % timedelta(days=1):
        return _counted(Unit.DAYS, [str(how_long // timedelta(days=1))])
    if not how_long % timedelta(hours=1):
        return said(N_("%(count)s uur"), count=str(how_long // timedelta(hours=1)))
    return said(N_("%(count)s minuten"), count=str(how_long // timedelta(minutes=1)))


def _counted(unit: Unit, numbers: list[str]) -> Said:
    """Several with commas between."""
    one, more = UNITS[unit]
    return said(one if numbers == ["1"] else more, count=", ".join(numbers))
