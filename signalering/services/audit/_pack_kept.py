"""How long things are kept: the policy in force, and the terms that stand in the program."""

from signalering.domain.api import CLIENT_LASTS
from signalering.domain.api import LINK_LASTS as SIGNAL_LINK
from signalering.domain.backups import KEPT_DAYS, BackupKind
from signalering.domain.pack_lines import Coded, Lines, Said, Word, said, table, text
from signalering.domain.periods import Periods
from signalering.domain.retention import FIRST_VALUES, NOTICE_DAYS, Kept
from signalering.domain.texts import N_
from signalering.services.accounts.draft import KEPT_DAYS as DRAFT_DAYS
from signalering.services.accounts.invite import LINK_LASTS
from signalering.services.accounts.session_state import LONGEST
from signalering.services.retention.policy import newest
from signalering.services.statistics.open_data_keys import LONGEST as OPEN_DATA_KEY
from signalering.services.work import Work

DAYS, HOURS, MONTHS = N_("%(count)s dagen"), N_("%(count)s uur"), N_("%(count)s maanden")
MINUTES = N_("%(count)s minuten")


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
            N_("Termijnen van het programma zelf"),
            [Said(N_("Wat")), Said(N_("Hoe lang"))],
            _fixed(work.periods),
        ),
    )


def _decided(work: Work, one: Kept) -> list[Word]:
    row = newest(work, one)
    term = row.keep_for if row else FIRST_VALUES[one].value
    since: Word = row.since if row else Said(N_("het begin"))
    return [Coded(one.value, "retention_kept"), Coded(term, "retention_terms"), since]


def _fixed(periods: Periods) -> list[list[Word]]:
    hour = 3600
    terms: tuple[tuple[str, str, int], ...] = (
        (N_("reservekopie van de gegevens"), DAYS, KEPT_DAYS[BackupKind.DATA]),
        (N_("reservekopie van de sleutels"), DAYS, KEPT_DAYS[BackupKind.KEYSTORE]),
        (N_("contactkaart die is meegegeven"), DAYS, periods.card_days),
        (N_("contactkaart die is geprint"), MONTHS, periods.printed_card_months),
        (N_("contactkaart van de balie"), MONTHS, periods.desk_card_months),
        (N_("link om aanbod te bevestigen"), DAYS, periods.offer_link_days),
        (N_("link voor een bijeenkomst, daarna"), MONTHS, periods.meeting_link_months),
        (N_("mailadres bij een aanmelding, daarna"), DAYS, periods.meeting_contact_days),
        (N_("half afgemaakte training"), MONTHS, periods.half_course_months),
        (N_("link van een verwijzing, tot het antwoord"), DAYS, periods.referral_answer_days),
        (N_("link van een verwijzing, daarna"), MONTHS, periods.receiver_link_months),
        (N_("link voor een nieuw account"), HOURS, int(LINK_LASTS.total_seconds()) // hour),
        (N_("ingelogde sessie, hooguit"), HOURS, int(LONGEST.total_seconds()) // hour),
        (N_("wat iemand aan het typen is"), DAYS, DRAFT_DAYS),
        (N_("sleutel voor open data, hooguit"), DAYS, OPEN_DATA_KEY.days),
        (N_("toegang van een programma van een partner, hooguit"), DAYS, CLIENT_LASTS.days),
        (N_("klaargezet signaal, hooguit"), MINUTES, int(SIGNAL_LINK.total_seconds()) // 60),
        (N_("verzoek om training"), MONTHS, periods.training_request_months),
    )
    return [[Said(what), said(unit, count=str(count))] for what, unit, count in terms]
