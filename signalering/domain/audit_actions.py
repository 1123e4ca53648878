"""Everything the audit trail can say: a closed list of actions with the keys each may carry.

Values are codes, days, counts and ids, never words and never an address on the network. The
fields that every entry has (day and time, actor, hat, object, outcome) are not repeated in the
details; which fields there are follows NEN 7513.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from signalering.domain.audit_words import AuditAction, Purpose
from signalering.domain.texts import N_

__all__ = ["ACTIONS", "ActionSpec", "AuditAction", "Purpose", "check"]

_VALUE = re.compile(r"[A-Za-z0-9_.:+,-]{0,100}")


@dataclass(frozen=True)
class ActionSpec:
    """What an entry of one action is about, and may say. `label` is Dutch, marked."""

    object_kind: str
    keys: frozenset[str]
    purpose: Purpose
    label: str


def _spec(object_kind: str, keys: str, purpose: Purpose, label: str) -> ActionSpec:
    return ActionSpec(object_kind, frozenset(keys.split()), purpose, label)


_A = AuditAction
_P = Purpose

ACTIONS: Mapping[AuditAction, ActionSpec] = MappingProxyType(
    {
        # Coming and going.
        _A.LOG_IN: _spec("account", "way", _P.ACCESS, N_("ingelogd")),
        _A.LOG_IN_REFUSED: _spec("account", "cause", _P.ACCESS, N_("inloggen geweigerd")),
        _A.SECOND_FACTOR_SET: _spec(
            "account", "way", _P.ACCESS, N_("tweede stap van het inloggen ingesteld")
        ),
        _A.IDENTITY_LINKED: _spec(
            "account", "", _P.ACCESS, N_("inloggen via de organisatie gekoppeld")
        ),
        _A.LOG_OUT: _spec("account", "cause", _P.ACCESS, N_("uitgelogd")),
        _A.SESSION_UNLOCKED: _spec("account", "way", _P.ACCESS, N_("sleutels geopend")),
        _A.UNLOCK_REFUSED: _spec("account", "way", _P.ACCESS, N_("openen geweigerd")),
        _A.PIN_CHOSEN: _spec("account", "", _P.ACCESS, N_("pincode gekozen")),
        _A.SESSIONS_ENDED: _spec("account", "count", _P.ACCESS, N_("eigen sessies beëindigd")),
        _A.HAT_SWITCHED: _spec("account", "from_hat to_hat", _P.ACCESS, N_("van rol gewisseld")),
        _A.PASSKEY_ADDED: _spec("account", "passkey_id opens", _P.ACCESS, N_("passkey toegevoegd")),
        _A.PASSKEY_RENAMED: _spec("account", "passkey_id", _P.ACCESS, N_("passkey hernoemd")),
        _A.PASSKEY_RENEWED: _spec(
            "account", "passkey_id", _P.ACCESS, N_("passkey opent de sleutels weer")
        ),
        _A.PASSKEY_REMOVED: _spec("account", "passkey_id", _P.ACCESS, N_("passkey verwijderd")),
        _A.PASSKEY_REFUSED: _spec(
            "account", "passkey_id cause", _P.ACCESS, N_("passkey geweigerd")
        ),
        _A.DENIED: _spec(
            "endpoint", "endpoint permission method", _P.ACCESS, N_("toegang geweigerd")
        ),
        # Signals.
        _A.SIGNAL_LOGGED: _spec("signal", "", _P.INTAKE, N_("signaal gemeld")),
        _A.SIGNAL_LISTED: _spec(
            "signal", "count page", _P.TRIAGE, N_("lijst met signalen bekeken")
        ),
        _A.SIGNAL_READ: _spec("signal", "", _P.TRIAGE, N_("signaal gelezen")),
        _A.SIGNAL_TAKEN: _spec("signal", "", _P.TRIAGE, N_("signaal opgepakt")),
        _A.SIGNAL_ASSIGNED: _spec("signal", "account_id", _P.TRIAGE, N_("signaal toegewezen")),
        _A.SIGNAL_HANDED_BACK: _spec("signal", "", _P.TRIAGE, N_("signaal teruggelegd")),
        _A.SIGNAL_REMARKED: _spec(
            "signal", "entry_id", _P.TRIAGE, N_("opmerking bij signaal geschreven")
        ),
        _A.SIGNAL_CLOSED: _spec(
            "signal", "ending reason feedback", _P.TRIAGE, N_("signaal afgerond")
        ),
        _A.SIGNAL_REOPENED: _spec("signal", "reason", _P.TRIAGE, N_("signaal heropend")),
        _A.SIGNAL_WITHDRAWN: _spec("signal", "", _P.INTAKE, N_("signaal ingetrokken")),
        _A.CONTACT_DETAILS_MOVED: _spec(
            "contact", "case_id", _P.FOLLOW_UP, N_("contactgegevens naar dossier gebracht")
        ),
        _A.CONTACT_DETAILS_READ: _spec(
            "contact", "case_id", _P.FOLLOW_UP, N_("contactgegevens gelezen")
        ),
        _A.CONTACT_DETAILS_ADDED: _spec(
            "contact", "signal_id way", _P.INTAKE, N_("contactgegevens bij signaal gezet")
        ),
        # Cards. A resident has no account: the entry names nobody.
        _A.CARDS_PRINTED: _spec("card", "count", _P.INTAKE, N_("kaarten gemaakt")),
        _A.CARD_LOOKED_UP: _spec("card", "", _P.INTAKE, N_("kaartcode ingevuld")),
        _A.CARD_DETAILS_LEFT: _spec(
            "contact", "way", _P.INTAKE, N_("contactgegevens achtergelaten met kaart")
        ),
        _A.CARD_DETAILS_REPLACED: _spec(
            "contact", "way", _P.INTAKE, N_("contactgegevens vervangen met kaart")
        ),
        _A.CARD_CONSENT_WITHDRAWN: _spec(
            "contact", "way", _P.INTAKE, N_("toestemming ingetrokken met kaart")
        ),
        _A.CARD_DETAILS_ERASED: _spec(
            "contact", "way", _P.INTAKE, N_("contactgegevens gewist met kaart")
        ),
        _A.REPORTER_WRITTEN_TO: _spec(
            "signal", "entry_id kind", _P.TRIAGE, N_("bericht aan melder geschreven")
        ),
        _A.REPORTER_WROTE: _spec(
            "signal", "entry_id kind", _P.INTAKE, N_("bericht van melder ontvangen")
        ),
        _A.REPORTER_REMINDED: _spec(
            "signal", "entry_id", _P.TRIAGE, N_("melder herinnerd aan vraag")
        ),
        _A.OWN_SIGNAL_READ: _spec("signal", "", _P.INTAKE, N_("eigen signaal gelezen")),
        _A.RESIDENT_AWAITED: _spec("signal", "", _P.TRIAGE, N_("signaal wacht op de inwoner")),
        _A.TRIAGE_RESUMED: _spec("signal", "", _P.TRIAGE, N_("signaal weer in behandeling")),
        # Cases and referrals.
        _A.RESIDENT_NEWS_TAKEN: _spec(
            "case", "news", _P.FOLLOW_UP, N_("bericht van inwoner in dossier overgenomen")
        ),
        _A.CASE_OPENED: _spec("case", "signal_id", _P.FOLLOW_UP, N_("dossier geopend")),
        _A.CASE_LISTED: _spec("case", "count page", _P.FOLLOW_UP, N_("lijst met dossiers bekeken")),
        _A.DAY_LISTED: _spec("case", "count", _P.FOLLOW_UP, N_("lijst van de dag bekeken")),
        _A.CASE_SEARCHED: _spec("case", "count", _P.FOLLOW_UP, N_("dossier gezocht")),
        _A.CASE_READ: _spec("case", "", _P.FOLLOW_UP, N_("dossier gelezen")),
        _A.CASE_TAKEN: _spec("case", "", _P.FOLLOW_UP, N_("dossier overgenomen")),
        _A.CASE_HANDED_BACK: _spec("case", "", _P.FOLLOW_UP, N_("dossier teruggelegd")),
        _A.CASE_REASSIGNED: _spec(
            "case", "account_id entry_id", _P.FOLLOW_UP, N_("dossier overgedragen")
        ),
        _A.CASE_NOTED: _spec("case", "entry_id", _P.FOLLOW_UP, N_("notitie in dossier geschreven")),
        _A.ATTEMPT_RECORDED: _spec(
            "case", "entry_id channel result", _P.FOLLOW_UP, N_("contactpoging vastgelegd")
        ),
        _A.CONSENT_RECORDED: _spec(
            "case", "entry_id scope way text_version", _P.FOLLOW_UP, N_("toestemming vastgelegd")
        ),
        _A.CONSENT_WITHDRAWN: _spec(
            "case", "entry_id scope way", _P.FOLLOW_UP, N_("toestemming ingetrokken")
        ),
        _A.CASE_MOVED: _spec(
            "case", "from_state to_state", _P.FOLLOW_UP, N_("stap in dossier vastgelegd")
        ),
        _A.CASE_PAUSED: _spec("case", "reason until", _P.FOLLOW_UP, N_("dossier gepauzeerd")),
        _A.CASE_CLOSED: _spec("case", "outcome", _P.FOLLOW_UP, N_("dossier afgesloten")),
        _A.FEEDBACK_GIVEN: _spec(
            "case", "signal_id feedback", _P.FOLLOW_UP, N_("terugkoppeling aan melder gegeven")
        ),
        _A.FEEDBACK_NOT_NEEDED: _spec(
            "case", "reason", _P.FOLLOW_UP, N_("terugkoppeling niet nodig")
        ),
        _A.LETTER_PRINTED: _spec("case", "", _P.FOLLOW_UP, N_("brief aan inwoner geprint")),
        _A.CASE_CARD_PRINTED: _spec(
            "case", "", _P.FOLLOW_UP, N_("contactkaart bij dossier geprint")
        ),
        _A.CASE_DETAILS_ADDED: _spec(
            "case", "way", _P.FOLLOW_UP, N_("contactgegevens in dossier gezet")
        ),
        _A.CASE_REOPENED: _spec("case", "reason", _P.FOLLOW_UP, N_("dossier heropend")),
        _A.TASK_PLANNED: _spec(
            "case", "entry_id kind", _P.FOLLOW_UP, N_("taak of afspraak gepland")
        ),
        _A.TASK_FINISHED: _spec(
            "case", "entry_id how", _P.FOLLOW_UP, N_("taak of afspraak afgerond")
        ),
        _A.TASK_MOVED: _spec("case", "entry_id", _P.FOLLOW_UP, N_("taak of afspraak verzet")),
        _A.VISIT_SHEET_MADE: _spec("case", "entry_id", _P.FOLLOW_UP, N_("bezoekblad gemaakt")),
        _A.MEASURE_RECORDED: _spec(
            "case", "entry_id moment", _P.FOLLOW_UP, N_("meting vastgelegd")
        ),
        # Rights of the resident.
        _A.RESIDENT_INFORMED: _spec(
            "case", "entry_id informed_way text_version", _P.RIGHTS, N_("inwoner geïnformeerd")
        ),
        _A.RIGHT_ASKED: _spec("case", "entry_id right", _P.RIGHTS, N_("verzoek van inwoner")),
        _A.RIGHT_ANSWERED: _spec(
            "case", "entry_id right answer", _P.RIGHTS, N_("verzoek van inwoner beantwoord")
        ),
        _A.ACCESS_LETTER_MADE: _spec("case", "form", _P.RIGHTS, N_("inzagebrief gemaakt")),
        _A.PORTABLE_COPY_MADE: _spec(
            "case", "version", _P.RIGHTS, N_("kopie voor inwoner gemaakt")
        ),
        _A.CASE_RESTRICTED: _spec("case", "until", _P.RIGHTS, N_("dossier stilgezet")),
        _A.CASE_RESTRICTION_LIFTED: _spec("case", "", _P.RIGHTS, N_("dossier niet meer stilgezet")),
        _A.CONTACT_DETAILS_CORRECTED: _spec(
            "contact", "case_id", _P.RIGHTS, N_("contactgegevens verbeterd")
        ),
        _A.REFERRAL_PROPOSED: _spec(
            "referral", "case_id initiative_id", _P.FOLLOW_UP, N_("verwijzing voorgesteld")
        ),
        _A.REFERRAL_ADVANCED: _spec(
            "referral",
            "from_state to_state reason attendance on_behalf",
            _P.FOLLOW_UP,
            N_("stap in verwijzing vastgelegd"),
        ),
        _A.REFERRAL_LINK_MADE: _spec(
            "referral", "from_state way", _P.FOLLOW_UP, N_("link van verwijzing gemaakt")
        ),
        _A.REFERRAL_MAIL_FAILED: _spec(
            "referral", "cause", _P.FOLLOW_UP, N_("mail met link van verwijzing mislukt")
        ),
        # A receiver has no account: the entry names nobody.
        _A.REFERRAL_OPENED: _spec(
            "referral", "", _P.FOLLOW_UP, N_("verwijzing geopend door ontvanger")
        ),
        _A.REFERRAL_ANSWERED: _spec(
            "referral", "said reason", _P.FOLLOW_UP, N_("antwoord van ontvanger")
        ),
        _A.RECEIVER_NEWS_TAKEN: _spec(
            "case", "count", _P.FOLLOW_UP, N_("antwoorden van initiatief in dossier overgenomen")
        ),
        # Offers. Whoever answers by a link has no account: the entry names nobody.
        _A.OFFER_ASKED: _spec("initiative", "way", _P.ADMINISTRATION, N_("aanbod nagevraagd")),
        _A.OFFER_MAIL_FAILED: _spec(
            "initiative", "cause", _P.ADMINISTRATION, N_("mail over aanbod mislukt")
        ),
        _A.OFFER_ANSWERED: _spec(
            "initiative", "said room corrected way", _P.ADMINISTRATION, N_("antwoord over aanbod")
        ),
        _A.OFFER_SETTLED: _spec(
            "initiative", "ruling", _P.ADMINISTRATION, N_("besluit over aanbod")
        ),
        _A.OFFER_ADDED: _spec("initiative", "", _P.ADMINISTRATION, N_("aanbod toegevoegd")),
        _A.OFFER_CHANGED: _spec(
            "initiative", "assured part", _P.ADMINISTRATION, N_("aanbod gewijzigd")
        ),
        _A.OFFER_ENDED: _spec("initiative", "", _P.ADMINISTRATION, N_("aanbod uit de lijst")),
        _A.ORGANISATION_SAVED: _spec(
            "organisation", "new", _P.ADMINISTRATION, N_("organisatie met aanbod bewaard")
        ),
        _A.PLACE_SAVED: _spec("place", "new", _P.ADMINISTRATION, N_("plek met aanbod bewaard")),
        _A.DIRECTORY_BROUGHT_IN: _spec(
            "directory", "added changed left_out", _P.ADMINISTRATION, N_("aanbod ingelezen")
        ),
        _A.DIRECTORY_EXPORTED: _spec(
            "directory", "count form", _P.ADMINISTRATION, N_("aanbod uitgevoerd")
        ),
        # Figures.
        _A.STATISTICS_READ: _spec(
            "statistics", "period family", _P.STATISTICS, N_("cijfers bekeken")
        ),
        _A.STATISTICS_DOWNLOADED: _spec(
            "statistics", "period family form", _P.STATISTICS, N_("cijfers als bestand opgehaald")
        ),
        _A.STATISTICS_RELEASED: _spec(
            "statistics", "period rung", _P.STATISTICS, N_("cijfers vrijgegeven")
        ),
        _A.OPEN_DATA_KEY_MADE: _spec(
            "open_data_key", "valid_until", _P.ADMINISTRATION, N_("sleutel voor open data gemaakt")
        ),
        _A.OPEN_DATA_KEY_WITHDRAWN: _spec(
            "open_data_key", "", _P.ADMINISTRATION, N_("sleutel voor open data ingetrokken")
        ),
        # A tool has no account: the entry names its key.
        _A.OPEN_DATA_READ: _spec(
            "open_data_key", "period family", _P.STATISTICS, N_("cijfers met een sleutel opgehaald")
        ),
        _A.FACTS_MOVED: _spec(
            "statistics", "count period", _P.STATISTICS, N_("tellingen overgebracht")
        ),
        # Looking after the installation.
        _A.AUDIT_READ: _spec("audit", "count page", _P.ACCOUNTABILITY, N_("logboek gelezen")),
        _A.AUDIT_SEARCHED: _spec(
            "audit",
            "wanted account_id object_kind wanted_id wanted_outcome from_day to_day count",
            _P.ACCOUNTABILITY,
            N_("logboek doorzocht"),
        ),
        _A.ACCOUNTS_LISTED: _spec(
            "account", "count page", _P.ADMINISTRATION, N_("lijst met accounts bekeken")
        ),
        _A.PARTNERS_LISTED: _spec(
            "partner", "count page", _P.ADMINISTRATION, N_("lijst met partners bekeken")
        ),
        _A.PARTNER_ADDED: _spec("partner", "domain", _P.ADMINISTRATION, N_("partner toegevoegd")),
        _A.KEYS_LISTED: _spec(
            "key_group", "count group", _P.ADMINISTRATION, N_("lijst met sleutelhouders bekeken")
        ),
        _A.ACCOUNT_INVITED: _spec(
            "account", "hats partner_id", _P.ADMINISTRATION, N_("account uitgenodigd")
        ),
        _A.ACCOUNT_ACTIVATED: _spec(
            "account", "had_keys", _P.ACCESS, N_("account in gebruik genomen")
        ),
        _A.ACCOUNT_RESET: _spec("account", "", _P.ADMINISTRATION, N_("log-in van account gewist")),
        _A.LINK_MADE: _spec("account", "way", _P.ADMINISTRATION, N_("link voor account gemaakt")),
        _A.WORDS_CHANGED: _spec("account", "new_keys", _P.ACCESS, N_("wachtzin veranderd")),
        _A.RECOVERY_USED: _spec("account", "", _P.ACCESS, N_("herstelcode gebruikt")),
        _A.ACCOUNT_DEACTIVATED: _spec(
            "account", "signals cases", _P.ADMINISTRATION, N_("account uitgezet")
        ),
        _A.ACCOUNT_REACTIVATED: _spec(
            "account", "", _P.ADMINISTRATION, N_("account opnieuw uitgenodigd")
        ),
        _A.COVER_ENTERED: _spec(
            "account", "account_id from_day to_day", _P.ADMINISTRATION, N_("vervanging ingevoerd")
        ),
        _A.COVER_CHANGED: _spec(
            "account", "account_id from_day to_day", _P.ADMINISTRATION, N_("vervanging gewijzigd")
        ),
        _A.COVER_ENDED: _spec(
            "account", "account_id", _P.ADMINISTRATION, N_("vervanging beëindigd")
        ),
        _A.HATS_CHANGED: _spec("account", "hats", _P.ADMINISTRATION, N_("rollen gewijzigd")),
        _A.PREFERENCES_CHANGED: _spec(
            "account", "digest shortcuts", _P.ACCESS, N_("voorkeuren gewijzigd")
        ),
        # Who fetches it is not written down: a program does, all day.
        _A.CALENDAR_MADE: _spec("account", "", _P.ACCESS, N_("agenda-adres gemaakt")),
        _A.CALENDAR_STOPPED: _spec("account", "", _P.ACCESS, N_("agenda-adres uitgezet")),
        _A.REPORTER_RELINKED: _spec(
            "account", "count unopened", _P.KEY_MANAGEMENT, N_("signalen opnieuw gekoppeld")
        ),
        _A.SIGNALS_TAKEN_OVER: _spec(
            "account", "count", _P.KEY_MANAGEMENT, N_("eigen signalen teruggekregen")
        ),
        _A.TRAINING_RECORDED: _spec(
            "training", "account_id valid_until", _P.ADMINISTRATION, N_("training geregistreerd")
        ),
        _A.EXAM_TAKEN: _spec("account", "chapter", _P.ACCESS, N_("vragen van de training gemaakt")),
        _A.TRAINING_SIGNED_UP: _spec(
            "training", "change", _P.ACCESS, N_("aanmelding voor training gewijzigd")
        ),
        _A.TRAINING_ASKED_FOR: _spec(
            "account", "change", _P.ACCESS, N_("verzoek om training gewijzigd")
        ),
        _A.TRAINING_PLANNED: _spec("training", "seats", _P.ADMINISTRATION, N_("training gepland")),
        _A.TRAINING_HELD: _spec(
            "training", "count", _P.ADMINISTRATION, N_("aanwezigen van training vastgelegd")
        ),
        _A.TRAINING_CALLED_OFF: _spec("training", "", _P.ADMINISTRATION, N_("training afgezegd")),
        _A.GROUP_TRAINED: _spec(
            "training", "count", _P.ADMINISTRATION, N_("training van groep geregistreerd")
        ),
        _A.GROUP_FOUNDED: _spec(
            "key_group", "group epoch_id", _P.KEY_MANAGEMENT, N_("sleutelgroep begonnen")
        ),
        _A.GRANT_MADE: _spec(
            "key_group", "group epoch_id member_id", _P.KEY_MANAGEMENT, N_("sleutel toegekend")
        ),
        _A.MAIL_LISTED: _spec(
            "mail", "count page", _P.ADMINISTRATION, N_("lijst met mails bekeken")
        ),
        _A.MAIL_RESENT: _spec("mail", "kind", _P.ADMINISTRATION, N_("mail opnieuw klaargezet")),
        _A.MAIL_OPENED: _spec(
            "mail", "kind", _P.ADMINISTRATION, N_("mail van de demonstratie geopend")
        ),
        _A.CASE_ERASED: _spec("case", "count until", _P.ACCOUNTABILITY, N_("dossier vernietigd")),
        _A.BACKUP_MADE: _spec("system", "", _P.UPKEEP, N_("reservekopie gemaakt")),
        _A.BACKUP_RESTORED: _spec("system", "count", _P.UPKEEP, N_("reservekopie teruggezet")),
        _A.ROTATION_BEGUN: _spec(
            "key_group", "group count known", _P.KEY_MANAGEMENT, N_("sleutelwissel begonnen")
        ),
        _A.KEYS_REWRAPPED: _spec(
            "key_group", "group count", _P.KEY_MANAGEMENT, N_("deel van sleutels omgezet")
        ),
        _A.ROTATION_DONE: _spec(
            "key_group", "group count unopened", _P.KEY_MANAGEMENT, N_("sleutelwissel klaar")
        ),
        _A.RECORDS_RESEALED: _spec(
            "key_group", "count unopened", _P.KEY_MANAGEMENT, N_("opnieuw op slot gedaan")
        ),
        _A.RECOVERY_RENEWED: _spec(
            "system", "count", _P.KEY_MANAGEMENT, N_("herstelsleutel vernieuwd")
        ),
        _A.KEYS_RECOVERED: _spec(
            "account", "group", _P.KEY_MANAGEMENT, N_("sleutels hersteld met de papieren delen")
        ),
        _A.KEY_ALARM_RAISED: _spec(
            "key", "kind", _P.KEY_MANAGEMENT, N_("verwisselde sleutel opgemerkt")
        ),
        _A.KEY_ALARM_ACKNOWLEDGED: _spec(
            "key", "", _P.KEY_MANAGEMENT, N_("verwisselde sleutel bekeken")
        ),
        _A.KEY_ALARM_ENDED: _spec(
            "key", "kind", _P.KEY_MANAGEMENT, N_("verwisselde sleutel hersteld")
        ),
        _A.SWEEP_DONE: _spec("system", "sweep count", _P.UPKEEP, N_("opgeruimd")),
        _A.SETUP_DONE: _spec("system", "version", _P.UPKEEP, N_("installatie ingericht")),
    }
)


def check(action: AuditAction, details: Mapping[str, str]) -> ActionSpec:
    """The spec of an action. Raises ValueError for a foreign key or a value that isn't a code.

    The message names the key, never the value: whatever came here by mistake goes nowhere.
    """
    spec = ACTIONS[action]
    for key, value in details.items():
        if key not in spec.keys:
            raise ValueError(f"{action}: key {key!r} is not in the schema")
        if not _VALUE.fullmatch(value):
            raise ValueError(f"{action}: the value of {key!r} is not a code")
    return spec
