"""Everything the audit trail can say: a closed list of actions with the keys each may carry.

Values are codes, days, counts and ids, never words and never an address on the network. The
fields that every entry has (day and time, actor, hat, object, outcome) are not repeated in the
details; which fields there are follows NEN 7513.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.audit_api import API_ACTIONS
from signalering.domain.audit_follow_up import FOLLOW_UP_ACTIONS
from signalering.domain.audit_specs import ActionSpec, spec_of
from signalering.domain.audit_words import AuditAction, Purpose
from signalering.domain.texts import N_

__all__ = ["ACTIONS", "ActionSpec", "AuditAction", "Purpose", "check"]

_VALUE = re.compile(r"[A-Za-z0-9_.:+,-]{0,100}")


_A = AuditAction
_P = Purpose

ACTIONS: Mapping[AuditAction, ActionSpec] = MappingProxyType(
    {
        **API_ACTIONS,
        **FOLLOW_UP_ACTIONS,
        # Coming and going.
        _A.LOG_IN: spec_of("account", "way", _P.ACCESS, N_("ingelogd")),
        _A.LOG_IN_REFUSED: spec_of("account", "cause", _P.ACCESS, N_("inloggen geweigerd")),
        _A.SECOND_FACTOR_SET: spec_of(
            "account", "way", _P.ACCESS, N_("tweede stap van het inloggen ingesteld")
        ),
        _A.IDENTITY_LINKED: spec_of(
            "account", "", _P.ACCESS, N_("inloggen via de organisatie gekoppeld")
        ),
        _A.LOG_OUT: spec_of("account", "cause", _P.ACCESS, N_("uitgelogd")),
        _A.SESSION_UNLOCKED: spec_of("account", "way", _P.ACCESS, N_("sleutels geopend")),
        _A.UNLOCK_REFUSED: spec_of("account", "way", _P.ACCESS, N_("openen geweigerd")),
        _A.PIN_CHOSEN: spec_of("account", "", _P.ACCESS, N_("pincode gekozen")),
        _A.SESSIONS_ENDED: spec_of("account", "count", _P.ACCESS, N_("eigen sessies beëindigd")),
        _A.HAT_SWITCHED: spec_of("account", "from_hat to_hat", _P.ACCESS, N_("van rol gewisseld")),
        _A.PASSKEY_ADDED: spec_of(
            "account", "passkey_id opens", _P.ACCESS, N_("passkey toegevoegd")
        ),
        _A.PASSKEY_RENAMED: spec_of("account", "passkey_id", _P.ACCESS, N_("passkey hernoemd")),
        _A.PASSKEY_RENEWED: spec_of(
            "account", "passkey_id", _P.ACCESS, N_("passkey opent de sleutels weer")
        ),
        _A.PASSKEY_REMOVED: spec_of("account", "passkey_id", _P.ACCESS, N_("passkey verwijderd")),
        _A.PASSKEY_REFUSED: spec_of(
            "account", "passkey_id cause", _P.ACCESS, N_("passkey geweigerd")
        ),
        _A.DENIED: spec_of(
            "endpoint", "endpoint permission method", _P.ACCESS, N_("toegang geweigerd")
        ),
        # Offers. Whoever answers by a link has no account: the entry names nobody.
        _A.OFFER_ASKED: spec_of("initiative", "way", _P.ADMINISTRATION, N_("aanbod nagevraagd")),
        _A.OFFER_MAIL_FAILED: spec_of(
            "initiative", "cause", _P.ADMINISTRATION, N_("mail over aanbod mislukt")
        ),
        _A.OFFER_ANSWERED: spec_of(
            "initiative", "said room corrected way", _P.ADMINISTRATION, N_("antwoord over aanbod")
        ),
        _A.OFFER_SETTLED: spec_of(
            "initiative", "ruling", _P.ADMINISTRATION, N_("besluit over aanbod")
        ),
        _A.OFFER_ADDED: spec_of("initiative", "", _P.ADMINISTRATION, N_("aanbod toegevoegd")),
        _A.OFFER_CHANGED: spec_of(
            "initiative", "assured part", _P.ADMINISTRATION, N_("aanbod gewijzigd")
        ),
        _A.OFFER_ENDED: spec_of("initiative", "", _P.ADMINISTRATION, N_("aanbod uit de lijst")),
        _A.ORGANISATION_SAVED: spec_of(
            "organisation", "new", _P.ADMINISTRATION, N_("organisatie met aanbod bewaard")
        ),
        _A.PLACE_SAVED: spec_of("place", "new", _P.ADMINISTRATION, N_("plek met aanbod bewaard")),
        _A.DIRECTORY_BROUGHT_IN: spec_of(
            "directory", "added changed left_out", _P.ADMINISTRATION, N_("aanbod ingelezen")
        ),
        _A.DIRECTORY_EXPORTED: spec_of(
            "directory", "count form", _P.ADMINISTRATION, N_("aanbod uitgevoerd")
        ),
        # Figures.
        _A.STATISTICS_READ: spec_of(
            "statistics", "period family", _P.STATISTICS, N_("cijfers bekeken")
        ),
        _A.STATISTICS_DOWNLOADED: spec_of(
            "statistics", "period family form", _P.STATISTICS, N_("cijfers als bestand opgehaald")
        ),
        _A.STATISTICS_RELEASED: spec_of(
            "statistics", "period rung", _P.STATISTICS, N_("cijfers vrijgegeven")
        ),
        _A.OPEN_DATA_KEY_MADE: spec_of(
            "open_data_key", "valid_until", _P.ADMINISTRATION, N_("sleutel voor open data gemaakt")
        ),
        _A.OPEN_DATA_KEY_WITHDRAWN: spec_of(
            "open_data_key", "", _P.ADMINISTRATION, N_("sleutel voor open data ingetrokken")
        ),
        # A tool has no account: the entry names its key.
        _A.OPEN_DATA_READ: spec_of(
            "open_data_key", "period family", _P.STATISTICS, N_("cijfers met een sleutel opgehaald")
        ),
        _A.FACTS_MOVED: spec_of(
            "statistics", "period", _P.STATISTICS, N_("tellingen overgebracht")
        ),
        _A.FOREWORD_WRITTEN: spec_of(
            "statistics", "period", _P.STATISTICS, N_("voorwoord van verslag bewaard")
        ),
        # Looking after the installation.
        _A.AUDIT_READ: spec_of("audit", "count page", _P.ACCOUNTABILITY, N_("logboek gelezen")),
        _A.AUDIT_SEARCHED: spec_of(
            "audit",
            "wanted account_id object_kind wanted_id wanted_outcome from_day to_day count",
            _P.ACCOUNTABILITY,
            N_("logboek doorzocht"),
        ),
        _A.AUDIT_PATTERNS_READ: spec_of(
            "audit",
            "from_day to_day count",
            _P.ACCOUNTABILITY,
            N_("bekeken wat opvalt in het logboek"),
        ),
        _A.AUDIT_EXPORTED: spec_of(
            "audit",
            "wanted account_id object_kind wanted_id wanted_outcome from_day to_day count form",
            _P.ACCOUNTABILITY,
            N_("logboek als bestand opgehaald"),
        ),
        _A.AUDIT_REVIEWED: spec_of(
            "audit", "month ending", _P.ACCOUNTABILITY, N_("maand van het logboek gecontroleerd")
        ),
        # How many of its parts were not as they were signed before.
        _A.PACK_SIGNED: spec_of(
            "pack",
            "version changed check_number",
            _P.ACCOUNTABILITY,
            N_("verantwoording ondertekend"),
        ),
        _A.ACCOUNTS_LISTED: spec_of(
            "account", "count page", _P.ADMINISTRATION, N_("lijst met accounts bekeken")
        ),
        _A.PARTNERS_LISTED: spec_of(
            "partner", "count page", _P.ADMINISTRATION, N_("lijst met partners bekeken")
        ),
        _A.PARTNER_ADDED: spec_of("partner", "domain", _P.ADMINISTRATION, N_("partner toegevoegd")),
        _A.PARTNER_READ: spec_of("partner", "", _P.ADMINISTRATION, N_("partner bekeken")),
        _A.PARTNER_CHANGED: spec_of(
            "partner", "domain active seats", _P.ADMINISTRATION, N_("partner gewijzigd")
        ),
        _A.PARTNER_AGREED: spec_of(
            "partner", "from_day version", _P.ADMINISTRATION, N_("afspraak met partner vastgelegd")
        ),
        _A.PARTNER_CONTACT_SAVED: spec_of(
            "partner", "new", _P.ADMINISTRATION, N_("contactpersoon van partner bewaard")
        ),
        _A.PARTNER_CONTACT_REMOVED: spec_of(
            "partner", "", _P.ADMINISTRATION, N_("contactpersoon van partner weggehaald")
        ),
        _A.KEYS_LISTED: spec_of(
            "key_group", "count group", _P.ADMINISTRATION, N_("lijst met sleutelhouders bekeken")
        ),
        _A.ACCOUNT_INVITED: spec_of(
            "account", "hats partner_id", _P.ADMINISTRATION, N_("account uitgenodigd")
        ),
        _A.ACCOUNTS_INVITED: spec_of(
            "account", "count left_out", _P.ADMINISTRATION, N_("met een lijst uitgenodigd")
        ),
        _A.ACCOUNT_ACTIVATED: spec_of(
            "account", "had_keys", _P.ACCESS, N_("account in gebruik genomen")
        ),
        _A.ACCOUNT_RESET: spec_of(
            "account", "", _P.ADMINISTRATION, N_("log-in van account gewist")
        ),
        _A.LINK_MADE: spec_of("account", "way", _P.ADMINISTRATION, N_("link voor account gemaakt")),
        _A.WORDS_CHANGED: spec_of("account", "new_keys", _P.ACCESS, N_("wachtzin veranderd")),
        _A.RECOVERY_USED: spec_of("account", "", _P.ACCESS, N_("herstelcode gebruikt")),
        _A.ACCOUNT_DEACTIVATED: spec_of(
            "account", "signals cases", _P.ADMINISTRATION, N_("account uitgezet")
        ),
        _A.ACCOUNT_REACTIVATED: spec_of(
            "account", "", _P.ADMINISTRATION, N_("account opnieuw uitgenodigd")
        ),
        _A.COVER_ENTERED: spec_of(
            "account", "account_id from_day to_day", _P.ADMINISTRATION, N_("vervanging ingevoerd")
        ),
        _A.COVER_CHANGED: spec_of(
            "account", "account_id from_day to_day", _P.ADMINISTRATION, N_("vervanging gewijzigd")
        ),
        _A.COVER_ENDED: spec_of(
            "account", "account_id", _P.ADMINISTRATION, N_("vervanging beëindigd")
        ),
        _A.HATS_CHANGED: spec_of("account", "hats", _P.ADMINISTRATION, N_("rollen gewijzigd")),
        _A.PREFERENCES_CHANGED: spec_of(
            "account", "digest shortcuts", _P.ACCESS, N_("voorkeuren gewijzigd")
        ),
        # Who fetches it is not written down: a program does, all day.
        _A.CALENDAR_MADE: spec_of("account", "", _P.ACCESS, N_("agenda-adres gemaakt")),
        _A.CALENDAR_STOPPED: spec_of("account", "", _P.ACCESS, N_("agenda-adres uitgezet")),
        _A.REPORTER_RELINKED: spec_of(
            "account", "count unopened", _P.KEY_MANAGEMENT, N_("signalen opnieuw gekoppeld")
        ),
        _A.SIGNALS_TAKEN_OVER: spec_of(
            "account", "count", _P.KEY_MANAGEMENT, N_("eigen signalen teruggekregen")
        ),
        _A.TRAINING_RECORDED: spec_of(
            "training", "account_id valid_until", _P.ADMINISTRATION, N_("training geregistreerd")
        ),
        _A.EXAM_TAKEN: spec_of(
            "account", "chapter", _P.ACCESS, N_("vragen van de training gemaakt")
        ),
        _A.TRAINING_SIGNED_UP: spec_of(
            "training", "change", _P.ACCESS, N_("aanmelding voor training gewijzigd")
        ),
        _A.TRAINING_ASKED_FOR: spec_of(
            "account", "change", _P.ACCESS, N_("verzoek om training gewijzigd")
        ),
        _A.TRAINING_PLANNED: spec_of(
            "training", "seats", _P.ADMINISTRATION, N_("training gepland")
        ),
        _A.TRAINING_HELD: spec_of(
            "training", "count", _P.ADMINISTRATION, N_("aanwezigen van training vastgelegd")
        ),
        _A.TRAINING_CALLED_OFF: spec_of("training", "", _P.ADMINISTRATION, N_("training afgezegd")),
        _A.GROUP_TRAINED: spec_of(
            "training", "count", _P.ADMINISTRATION, N_("training van groep geregistreerd")
        ),
        _A.GROUP_FOUNDED: spec_of(
            "key_group", "group epoch_id", _P.KEY_MANAGEMENT, N_("sleutelgroep begonnen")
        ),
        _A.GRANT_MADE: spec_of(
            "key_group", "group epoch_id member_id", _P.KEY_MANAGEMENT, N_("sleutel toegekend")
        ),
        # Meetings. An organisation that answers by a link has no account: the entry names it alone.
        _A.MEETING_PLANNED: spec_of("meeting", "", _P.ADMINISTRATION, N_("bijeenkomst gepland")),
        _A.MEETING_CHANGED: spec_of(
            "meeting", "mails", _P.ADMINISTRATION, N_("bijeenkomst gewijzigd")
        ),
        _A.MEETING_CANCELLED: spec_of(
            "meeting", "mails", _P.ADMINISTRATION, N_("bijeenkomst afgezegd")
        ),
        _A.MEETING_PARTNERS_INVITED: spec_of(
            "meeting", "count", _P.ADMINISTRATION, N_("partners uitgenodigd voor bijeenkomst")
        ),
        _A.MEETING_ANSWERED: spec_of(
            "meeting", "partner_id people way", _P.ADMINISTRATION, N_("aanmelding voor bijeenkomst")
        ),
        _A.MEETING_ANSWERS_READ: spec_of(
            "meeting", "count", _P.ADMINISTRATION, N_("aanmeldingen voor bijeenkomst bekeken")
        ),
        _A.MEETING_ATTENDED: spec_of(
            "meeting", "count people", _P.ADMINISTRATION, N_("opkomst bij bijeenkomst vastgelegd")
        ),
        _A.MEETING_NOTED: spec_of(
            "meeting", "mails", _P.ADMINISTRATION, N_("verslag van bijeenkomst bewaard")
        ),
        _A.MAIL_LISTED: spec_of(
            "mail", "count page", _P.ADMINISTRATION, N_("lijst met mails bekeken")
        ),
        _A.MAIL_RESENT: spec_of("mail", "kind", _P.ADMINISTRATION, N_("mail opnieuw klaargezet")),
        _A.MAIL_OPENED: spec_of(
            "mail", "kind", _P.ADMINISTRATION, N_("mail van de demonstratie geopend")
        ),
        # A subscriber has no account: the entry names nobody, and no address.
        _A.NEWSLETTER_ASKED: spec_of(
            "subscriber", "", _P.ADMINISTRATION, N_("om de nieuwsbrief gevraagd")
        ),
        _A.NEWSLETTER_CONFIRMED: spec_of(
            "subscriber", "", _P.ADMINISTRATION, N_("nieuwsbrief bevestigd")
        ),
        _A.NEWSLETTER_LEFT: spec_of(
            "subscriber", "", _P.ADMINISTRATION, N_("afgemeld van de nieuwsbrief")
        ),
        _A.NEWSLETTER_KEPT: spec_of(
            "newsletter", "count", _P.ADMINISTRATION, N_("nieuwsbrief bewaard")
        ),
        _A.NEWSLETTER_SENT: spec_of(
            "newsletter", "", _P.ADMINISTRATION, N_("nieuwsbrief verstuurd")
        ),
        _A.MAIL_TESTED: spec_of("mail", "result", _P.ADMINISTRATION, N_("proefmail verstuurd")),
        _A.SETTING_CHANGED: spec_of(
            "setting",
            "setting number from_value to_value",
            _P.ADMINISTRATION,
            N_("instelling gewijzigd"),
        ),
        _A.CLOSING_DAYS_CHANGED: spec_of(
            "setting", "number change day", _P.ADMINISTRATION, N_("vrije dagen gewijzigd")
        ),
        _A.CASE_ERASED: spec_of("case", "count until", _P.ACCOUNTABILITY, N_("dossier vernietigd")),
        _A.POLICY_CHANGED: spec_of(
            "retention", "kept from_term to_term", _P.ACCOUNTABILITY, N_("bewaartermijn gewijzigd")
        ),
        _A.HOLD_SET: spec_of(
            "retention", "held reason until", _P.ACCOUNTABILITY, N_("langer bewaard")
        ),
        _A.HOLD_ENDED: spec_of(
            "retention", "held", _P.ACCOUNTABILITY, N_("langer bewaren beëindigd")
        ),
        _A.RETENTION_ERASED: spec_of(
            "retention", "erased count", _P.ACCOUNTABILITY, N_("vernietigd na de bewaartermijn")
        ),
        _A.RETENTION_RUN_ENDED: spec_of(
            "retention", "", _P.ACCOUNTABILITY, N_("vernietiging afgerond")
        ),
        _A.ERASURE_SIGNED: spec_of(
            "retention", "", _P.ACCOUNTABILITY, N_("vernietigingsverklaring ondertekend")
        ),
        _A.BACKUP_MADE: spec_of("system", "", _P.UPKEEP, N_("reservekopie gemaakt")),
        _A.BACKUP_RESTORED: spec_of("system", "count", _P.UPKEEP, N_("reservekopie teruggezet")),
        _A.MOVE_BEGUN: spec_of(
            "system", "", _P.UPKEEP, N_("verhuizing naar andere databases begonnen")
        ),
        _A.ROTATION_BEGUN: spec_of(
            "key_group", "group count known", _P.KEY_MANAGEMENT, N_("sleutelwissel begonnen")
        ),
        _A.KEYS_REWRAPPED: spec_of(
            "key_group", "group count", _P.KEY_MANAGEMENT, N_("deel van sleutels omgezet")
        ),
        _A.ROTATION_DONE: spec_of(
            "key_group", "group count unopened", _P.KEY_MANAGEMENT, N_("sleutelwissel klaar")
        ),
        _A.RECORDS_RESEALED: spec_of(
            "key_group", "count unopened", _P.KEY_MANAGEMENT, N_("opnieuw op slot gedaan")
        ),
        _A.RECOVERY_RENEWED: spec_of(
            "system", "count", _P.KEY_MANAGEMENT, N_("herstelsleutel vernieuwd")
        ),
        _A.KEYS_RECOVERED: spec_of(
            "account", "group", _P.KEY_MANAGEMENT, N_("sleutels hersteld met de papieren delen")
        ),
        _A.KEY_ALARM_RAISED: spec_of(
            "key", "kind", _P.KEY_MANAGEMENT, N_("verwisselde sleutel opgemerkt")
        ),
        _A.KEY_ALARM_ACKNOWLEDGED: spec_of(
            "key", "", _P.KEY_MANAGEMENT, N_("verwisselde sleutel bekeken")
        ),
        _A.KEY_ALARM_ENDED: spec_of(
            "key", "kind", _P.KEY_MANAGEMENT, N_("verwisselde sleutel hersteld")
        ),
        _A.SWEEP_DONE: spec_of("system", "sweep count", _P.UPKEEP, N_("opgeruimd")),
        _A.SETUP_DONE: spec_of("system", "version", _P.UPKEEP, N_("installatie ingericht")),
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
