"""What can be said of the machinery, in Dutch, and what to do about it.

Each line has one standing. Parameters are numbers, names of programs and moments; no figure tells
of residents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from signalering.domain.marked import N_


class Standing(StrEnum):
    """Whether somebody has to do something."""

    GOOD = "good"
    LOOK = "look"
    ACT = "act"


class Check(StrEnum):
    """What is looked at, in the order of the page."""

    VERSION = "version"
    DATA = "data"
    KEYSTORE = "keystore"
    ROLE = "role"
    DISK = "disk"
    LOOP = "loop"
    JOBS = "jobs"
    OUTBOX = "outbox"
    MAIL = "mail"
    MAIL_TEST = "mail_test"
    CASEWORK_KEY = "casework_key"
    AUDIT_KEY = "audit_key"
    RECOVERY = "recovery"
    ALARMS = "alarms"
    BACKUP = "backup"
    BACKUP_CHECK = "backup_check"
    CHAIN = "chain"
    CHAIN_HEAD = "chain_head"
    SIGN_ON = "sign_on"
    SITE = "site"


CHECKS: Mapping[Check, str] = MappingProxyType(
    {
        Check.VERSION: N_("Versie"),
        Check.DATA: N_("Database met gegevens"),
        Check.KEYSTORE: N_("Database met sleutels"),
        Check.ROLE: N_("Rechten in de database"),
        Check.DISK: N_("Ruimte op de schijf"),
        Check.LOOP: N_("Werk op de achtergrond"),
        Check.JOBS: N_("Taken op de achtergrond"),
        Check.OUTBOX: N_("Mail die wacht"),
        Check.MAIL: N_("Mailserver"),
        Check.MAIL_TEST: N_("Proefmail"),
        Check.CASEWORK_KEY: N_("Sleutel van signalen en dossiers"),
        Check.AUDIT_KEY: N_("Sleutel van het logboek"),
        Check.RECOVERY: N_("Herstelsleutel"),
        Check.ALARMS: N_("Verwisselde sleutels"),
        Check.BACKUP: N_("Reservekopie"),
        Check.BACKUP_CHECK: N_("Controle van de reservekopie"),
        Check.CHAIN: N_("Controle van het logboek"),
        Check.CHAIN_HEAD: N_("Eindpunten van het logboek"),
        Check.SIGN_ON: N_("Inloggen via de organisatie"),
        Check.SITE: N_("Eigen teksten van de site"),
    }
)


@dataclass(frozen=True)
class StateText:
    """What is so, and what to do; nothing where all is well."""

    standing: Standing
    said: str
    to_do: str = ""


def _good(said: str) -> StateText:
    return StateText(Standing.GOOD, said)


def _look(said: str, to_do: str) -> StateText:
    return StateText(Standing.LOOK, said, to_do)


def _act(said: str, to_do: str) -> StateText:
    return StateText(Standing.ACT, said, to_do)


_FREE = N_("Nog %(free)s GB vrij van %(total)s GB.")
_MORE_HOLDERS = N_("Nodig nog iemand uit, en laat een collega de sleutel geven.")
_LOOP = N_("Kijk of `signalering work` draait op de server, en start het opnieuw.")
_BACKUP = N_("Draai `signalering backup create`, elke nacht vanzelf.")
_VERIFY = N_("Draai `signalering audit verify`, liefst elke week vanzelf.")

STATE_TEXTS: Mapping[str, StateText] = MappingProxyType(
    {
        "version_fits": _good(N_("%(version)s, met databases van stand %(revision)s.")),
        "version_differs": _act(
            N_("%(version)s hoort bij stand %(revision)s, maar er staat %(data)s en %(keystore)s."),
            N_("Draai `signalering database upgrade`, of zet de juiste versie neer."),
        ),
        "database": _good(N_("%(engine)s, %(size)s MB.")),
        "role_none": _good(N_("SQLite heeft geen rollen: wie het bestand kan lezen, mag alles.")),
        "role_narrow": _good(N_("Het programma mag niet meer dan het nodig heeft.")),
        "role_wide": _look(
            N_("Het programma mag te veel: het werkt als beheerder of eigenaar van de database."),
            N_(
                "Maak rollen met `signalering database prepare`, en zet die van het programma in "
                "settings.env."
            ),
        ),
        "disk_roomy": _good(_FREE),
        "disk_low": _look(_FREE, N_("Maak ruimte, of vraag om een grotere schijf.")),
        "disk_full": _act(_FREE, N_("Maak nu ruimte: een volle schijf legt alles stil.")),
        "loop_runs": _good(N_("Liep voor het laatst op %(when)s.")),
        "loop_late": _look(N_("Liep voor het laatst op %(when)s."), _LOOP),
        "loop_stopped": _act(N_("Liep voor het laatst op %(when)s."), _LOOP),
        "loop_never": _act(N_("Liep nog nooit."), _LOOP),
        "jobs_done": _good(N_("Alle taken zijn de laatste keer gelukt.")),
        "jobs_failed": _act(
            N_("Mislukt: %(jobs)s."),
            N_(
                "Kijk in de meldingen van de server wat er misging. Een taak wordt vanzelf "
                "opnieuw geprobeerd."
            ),
        ),
        "jobs_stopped": _act(
            N_("Al uren niet gedaan, terwijl de rest doorgaat: %(jobs)s."),
            N_("Start `signalering work` op de server opnieuw."),
        ),
        "outbox_empty": _good(N_("Er wacht geen mail.")),
        "outbox_waits": _good(N_("Er wachten mails: %(waiting)s. Ze gaan op tijd weg.")),
        "outbox_late": _look(
            N_("Er wachten mails: %(waiting)s. De oudste had weg moeten zijn op %(when)s."),
            N_("Kijk of `signalering work` draait, en verstuur een proefmail."),
        ),
        "outbox_failed": _look(
            N_("Niet aangekomen: %(failed)s. Er wachten mails: %(waiting)s."),
            N_("Kijk bij Mail waarom, en verstuur ze opnieuw."),
        ),
        "mail_set": _good(N_("Ingesteld: %(host)s.")),
        "mail_missing": _act(
            N_("Niet ingesteld. Alle mail blijft wachten."),
            N_("Zet SMTP_HOST en MAIL_FROM in settings.env."),
        ),
        "mail_demonstration": _good(N_("Een demonstratie verstuurt geen mail.")),
        "mail_tested": _good(N_("Gelukt op %(when)s.")),
        "mail_test_old": _look(N_("Gelukt op %(when)s."), N_("Verstuur er weer een.")),
        "mail_test_failed": _act(
            N_("Mislukt op %(when)s."),
            N_("Verstuur er nog een: de pagina zegt dan wat er misgaat."),
        ),
        "mail_never_tested": _look(N_("Nog nooit verstuurd."), N_("Verstuur er een.")),
        "key_held": _good(N_("Mensen met deze sleutel: %(count)s.")),
        "key_few": _look(N_("Maar één iemand heeft deze sleutel."), _MORE_HOLDERS),
        "key_lost": _act(
            N_("Niemand heeft deze sleutel. Er kan niets worden ontvangen."),
            N_("Gebruik de herstelsleutel op papier: `signalering keys recover`."),
        ),
        "recovery_there": _good(
            N_("Er is een herstelsleutel, in drie delen op papier. Twee delen zijn genoeg.")
        ),
        "recovery_behind": _act(
            N_("Een sleutel van nu hoort bij een oude herstelsleutel."),
            N_("Draai `signalering keys renew-recovery`."),
        ),
        "recovery_missing": _act(
            N_("Er is geen herstelsleutel. Raakt iedereen zijn sleutel kwijt, dan is alles weg."),
            N_("Draai `signalering keys renew-recovery`."),
        ),
        "keys_calm": _good(N_("Geen. Er hoeft ook geen sleutel te worden gewisseld.")),
        "rotation_asked": _look(
            N_("Een sleutel moet worden gewisseld: iemand die hem had, is weg."),
            N_("Vraag een coördinator of privacy officer om dat te doen."),
        ),
        "key_alarm": _act(
            N_("Een sleutel is verwisseld: %(count)s."),
            N_("Kijk bij Sleutelhouders, en bel de privacy officer."),
        ),
        "backup_fresh": _good(N_("De laatste is van %(when)s.")),
        "backup_old": _look(N_("De laatste is van %(when)s."), _BACKUP),
        "backup_late": _act(N_("De laatste is van %(when)s."), _BACKUP),
        "backup_never": _act(
            N_("Er is er nog geen gemaakt. Wat met een ander programma is gemaakt, telt niet."),
            _BACKUP,
        ),
        "backup_checked": _good(N_("Gelezen en heel op %(when)s.")),
        "backup_unchecked": _look(
            N_("Niet gelezen in de laatste vijf weken."),
            N_("Draai `signalering backup verify` met de bestanden op hun bewaarplek."),
        ),
        "backup_broken": _act(
            N_("Op %(when)s was er een niet heel."),
            N_("Maak een nieuwe, en bewaar de oude tot die heel is."),
        ),
        "chain_whole": _good(N_("Heel bevonden op %(when)s.")),
        "chain_unchecked": _look(N_("Niet gecontroleerd in de laatste vijf weken."), _VERIFY),
        "chain_broken": _act(
            N_("Op %(when)s was er iets veranderd of weg."),
            N_("Verander niets, maak een reservekopie en bel de privacy officer."),
        ),
        "head_mailed": _good(N_("Gaan elke week per mail naar buiten.")),
        "head_kept_nowhere": _look(
            N_("Worden nergens bewaard. Een afgeknipt einde valt dan niet op."),
            N_("Zet AUDIT_HEAD_ADDRESS in settings.env."),
        ),
        "sign_on_set": _good(N_("Ingesteld: %(host)s.")),
        "sign_on_unset": _good(N_("Niet ingesteld. Iedereen logt in met een wachtzin of passkey.")),
        "site_sound": _good(N_("Geen fouten. Ze staan in instance/site, en gelden meteen.")),
        "site_faulty": _look(
            N_("Fouten: %(count)s. Zolang ziet iedereen de meegeleverde tekst."),
            N_("Kijk bij Trainingen in welke regel, of draai `signalering site check`."),
        ),
    }
)
