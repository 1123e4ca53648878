"""What the audit trail says about signals, cards, cases, rights and referrals."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.audit_specs import ActionSpec, spec_of
from signalering.domain.audit_words import AuditAction, Purpose
from signalering.domain.texts import N_

_A = AuditAction
_P = Purpose

FOLLOW_UP_ACTIONS: Mapping[AuditAction, ActionSpec] = MappingProxyType(
    {
        # Signals.
        _A.SIGNAL_LOGGED: spec_of("signal", "", _P.INTAKE, N_("signaal gemeld")),
        _A.SIGNAL_LISTED: spec_of(
            "signal", "count page", _P.TRIAGE, N_("lijst met signalen bekeken")
        ),
        _A.SIGNAL_READ: spec_of("signal", "", _P.TRIAGE, N_("signaal gelezen")),
        _A.SIGNAL_TAKEN: spec_of("signal", "", _P.TRIAGE, N_("signaal opgepakt")),
        _A.SIGNAL_ASSIGNED: spec_of("signal", "account_id", _P.TRIAGE, N_("signaal toegewezen")),
        _A.SIGNAL_HANDED_BACK: spec_of("signal", "", _P.TRIAGE, N_("signaal teruggelegd")),
        _A.SIGNAL_REMARKED: spec_of(
            "signal", "entry_id", _P.TRIAGE, N_("opmerking bij signaal geschreven")
        ),
        _A.SIGNAL_CLOSED: spec_of(
            "signal", "ending reason feedback", _P.TRIAGE, N_("signaal afgerond")
        ),
        _A.SIGNAL_REOPENED: spec_of("signal", "reason", _P.TRIAGE, N_("signaal heropend")),
        _A.SIGNAL_WITHDRAWN: spec_of("signal", "", _P.INTAKE, N_("signaal ingetrokken")),
        _A.SIGNAL_STEP_UNDONE: spec_of(
            "signal", "step back", _P.TRIAGE, N_("stap met signaal ongedaan gemaakt")
        ),
        _A.CONTACT_DETAILS_MOVED: spec_of(
            "contact", "case_id", _P.FOLLOW_UP, N_("contactgegevens naar dossier gebracht")
        ),
        _A.CONTACT_DETAILS_READ: spec_of(
            "contact", "case_id", _P.FOLLOW_UP, N_("contactgegevens gelezen")
        ),
        _A.CONTACT_DETAILS_ADDED: spec_of(
            "contact", "signal_id way", _P.INTAKE, N_("contactgegevens bij signaal gezet")
        ),
        # Cards. A resident has no account: the entry names nobody.
        _A.CARDS_PRINTED: spec_of("card", "count", _P.INTAKE, N_("kaarten gemaakt")),
        _A.CARD_LOOKED_UP: spec_of("card", "", _P.INTAKE, N_("kaartcode ingevuld")),
        _A.CARD_DETAILS_LEFT: spec_of(
            "contact", "way", _P.INTAKE, N_("contactgegevens achtergelaten met kaart")
        ),
        _A.CARD_DETAILS_REPLACED: spec_of(
            "contact", "way", _P.INTAKE, N_("contactgegevens vervangen met kaart")
        ),
        _A.CARD_CONSENT_WITHDRAWN: spec_of(
            "contact", "way", _P.INTAKE, N_("toestemming ingetrokken met kaart")
        ),
        _A.CARD_DETAILS_ERASED: spec_of(
            "contact", "way", _P.INTAKE, N_("contactgegevens gewist met kaart")
        ),
        _A.REPORTER_WRITTEN_TO: spec_of(
            "signal", "entry_id kind", _P.TRIAGE, N_("bericht aan melder geschreven")
        ),
        _A.REPORTER_WROTE: spec_of(
            "signal", "entry_id kind", _P.INTAKE, N_("bericht van melder ontvangen")
        ),
        _A.REPORTER_REMINDED: spec_of(
            "signal", "entry_id", _P.TRIAGE, N_("melder herinnerd aan vraag")
        ),
        _A.OWN_SIGNAL_READ: spec_of("signal", "", _P.INTAKE, N_("eigen signaal gelezen")),
        _A.RESIDENT_AWAITED: spec_of("signal", "", _P.TRIAGE, N_("signaal wacht op de inwoner")),
        _A.TRIAGE_RESUMED: spec_of("signal", "", _P.TRIAGE, N_("signaal weer in behandeling")),
        # Cases and referrals.
        _A.RESIDENT_NEWS_TAKEN: spec_of(
            "case", "news", _P.FOLLOW_UP, N_("bericht van inwoner in dossier overgenomen")
        ),
        _A.CASE_OPENED: spec_of("case", "signal_id", _P.FOLLOW_UP, N_("dossier geopend")),
        _A.CASE_LISTED: spec_of(
            "case", "count page", _P.FOLLOW_UP, N_("lijst met dossiers bekeken")
        ),
        _A.DAY_LISTED: spec_of("case", "count", _P.FOLLOW_UP, N_("lijst van de dag bekeken")),
        _A.CASE_SEARCHED: spec_of("case", "count", _P.FOLLOW_UP, N_("dossier gezocht")),
        _A.CASE_READ: spec_of("case", "", _P.FOLLOW_UP, N_("dossier gelezen")),
        _A.CASE_TAKEN: spec_of("case", "", _P.FOLLOW_UP, N_("dossier overgenomen")),
        _A.CASE_HANDED_BACK: spec_of("case", "", _P.FOLLOW_UP, N_("dossier teruggelegd")),
        _A.CASE_STEP_UNDONE: spec_of(
            "case", "step back", _P.FOLLOW_UP, N_("stap met dossier ongedaan gemaakt")
        ),
        _A.CASE_REASSIGNED: spec_of(
            "case", "account_id entry_id", _P.FOLLOW_UP, N_("dossier overgedragen")
        ),
        _A.CASE_NOTED: spec_of(
            "case", "entry_id", _P.FOLLOW_UP, N_("notitie in dossier geschreven")
        ),
        _A.ATTEMPT_RECORDED: spec_of(
            "case", "entry_id channel result", _P.FOLLOW_UP, N_("contactpoging vastgelegd")
        ),
        _A.CONSENT_RECORDED: spec_of(
            "case", "entry_id scope way text_version", _P.FOLLOW_UP, N_("toestemming vastgelegd")
        ),
        _A.CONSENT_WITHDRAWN: spec_of(
            "case", "entry_id scope way", _P.FOLLOW_UP, N_("toestemming ingetrokken")
        ),
        _A.CASE_MOVED: spec_of(
            "case", "from_state to_state", _P.FOLLOW_UP, N_("stap in dossier vastgelegd")
        ),
        _A.CASE_PAUSED: spec_of("case", "reason until", _P.FOLLOW_UP, N_("dossier gepauzeerd")),
        _A.CASE_CLOSED: spec_of("case", "outcome", _P.FOLLOW_UP, N_("dossier afgesloten")),
        _A.FEEDBACK_GIVEN: spec_of(
            "case", "signal_id feedback", _P.FOLLOW_UP, N_("terugkoppeling aan melder gegeven")
        ),
        _A.FEEDBACK_NOT_NEEDED: spec_of(
            "case", "reason", _P.FOLLOW_UP, N_("terugkoppeling niet nodig")
        ),
        _A.LETTER_PRINTED: spec_of("case", "", _P.FOLLOW_UP, N_("brief aan inwoner geprint")),
        _A.CASE_CARD_PRINTED: spec_of(
            "case", "", _P.FOLLOW_UP, N_("contactkaart bij dossier geprint")
        ),
        _A.CASE_DETAILS_ADDED: spec_of(
            "case", "way", _P.FOLLOW_UP, N_("contactgegevens in dossier gezet")
        ),
        _A.CASE_REOPENED: spec_of("case", "reason", _P.FOLLOW_UP, N_("dossier heropend")),
        _A.TASK_PLANNED: spec_of(
            "case", "entry_id kind", _P.FOLLOW_UP, N_("taak of afspraak gepland")
        ),
        _A.TASK_FINISHED: spec_of(
            "case", "entry_id how", _P.FOLLOW_UP, N_("taak of afspraak afgerond")
        ),
        _A.TASK_MOVED: spec_of("case", "entry_id", _P.FOLLOW_UP, N_("taak of afspraak verzet")),
        _A.VISIT_SHEET_MADE: spec_of("case", "entry_id", _P.FOLLOW_UP, N_("bezoekblad gemaakt")),
        _A.MEASURE_RECORDED: spec_of(
            "case", "entry_id moment", _P.FOLLOW_UP, N_("meting vastgelegd")
        ),
        # Rights of the resident.
        _A.RESIDENT_INFORMED: spec_of(
            "case", "entry_id informed_way text_version", _P.RIGHTS, N_("inwoner geïnformeerd")
        ),
        _A.RIGHT_ASKED: spec_of("case", "entry_id right", _P.RIGHTS, N_("verzoek van inwoner")),
        _A.RIGHT_ANSWERED: spec_of(
            "case", "entry_id right answer", _P.RIGHTS, N_("verzoek van inwoner beantwoord")
        ),
        _A.ACCESS_LETTER_MADE: spec_of("case", "form", _P.RIGHTS, N_("inzagebrief gemaakt")),
        _A.PORTABLE_COPY_MADE: spec_of(
            "case", "version", _P.RIGHTS, N_("kopie voor inwoner gemaakt")
        ),
        _A.CASE_RESTRICTED: spec_of("case", "until", _P.RIGHTS, N_("dossier stilgezet")),
        _A.CASE_RESTRICTION_LIFTED: spec_of(
            "case", "", _P.RIGHTS, N_("dossier niet meer stilgezet")
        ),
        _A.CONTACT_DETAILS_CORRECTED: spec_of(
            "contact", "case_id", _P.RIGHTS, N_("contactgegevens verbeterd")
        ),
        _A.REFERRAL_PROPOSED: spec_of(
            "referral", "case_id initiative_id", _P.FOLLOW_UP, N_("verwijzing voorgesteld")
        ),
        _A.REFERRAL_ADVANCED: spec_of(
            "referral",
            "from_state to_state reason attendance on_behalf",
            _P.FOLLOW_UP,
            N_("stap in verwijzing vastgelegd"),
        ),
        _A.REFERRAL_LINK_MADE: spec_of(
            "referral", "from_state way", _P.FOLLOW_UP, N_("link van verwijzing gemaakt")
        ),
        _A.REFERRAL_MAIL_FAILED: spec_of(
            "referral", "cause", _P.FOLLOW_UP, N_("mail met link van verwijzing mislukt")
        ),
        # A receiver has no account: the entry names nobody.
        _A.REFERRAL_OPENED: spec_of(
            "referral", "", _P.FOLLOW_UP, N_("verwijzing geopend door ontvanger")
        ),
        _A.REFERRAL_ANSWERED: spec_of(
            "referral", "said reason", _P.FOLLOW_UP, N_("antwoord van ontvanger")
        ),
        _A.RECEIVER_NEWS_TAKEN: spec_of(
            "case", "count", _P.FOLLOW_UP, N_("antwoorden van initiatief in dossier overgenomen")
        ),
    }
)
