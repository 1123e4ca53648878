"""What is said after a step, on the next page. The cookie carries codes alone."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import flash
from flask_babel import gettext

from signalering.domain.texts import N_
from signalering.web.undoing import Undo, offer

MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "key_granted": ("success", N_("Je collega heeft nu de sleutel.")),
        "reporter_relinked": (
            "success",
            N_("De signalen liggen klaar. De melder ziet ze bij het openen van 'Mijn signalen'."),
        ),
        "account_deactivated": ("success", N_("Het account is uitgezet.")),
        "account_reactivated": ("success", N_("De uitnodiging gaat op weg.")),
        "client_revoked": (
            "success",
            N_("De toegang is ingetrokken. Het programma krijgt niets meer."),
        ),
        "signal_laid_ready": (
            "success",
            N_("De codes staan hieronder. Kijk ze na, vul aan en verstuur zelf."),
        ),
        "foreword_kept": ("success", N_("Het voorwoord is bewaard.")),
        "cover_entered": ("success", N_("De vervanging is ingevoerd. Allebei krijgen ze bericht.")),
        "cover_changed": ("success", N_("De vervanging is gewijzigd.")),
        "cover_ended": ("success", N_("De vervanging is beëindigd.")),
        "scheme_kept": ("success", N_("De keuze is bewaard in deze browser.")),
        "preferences_changed": ("success", N_("Je voorkeuren zijn bewaard.")),
        "calendar_stopped": (
            "success",
            N_("Het adres werkt niet meer. Haal het ook uit je agenda."),
        ),
        "hats_changed": ("success", N_("De rollen zijn gewijzigd.")),
        "language_kept": ("success", N_("De taal is gewijzigd.")),
        "account_invited": ("success", N_("De uitnodiging gaat per e-mail weg.")),
        "link_sent": ("success", N_("Er gaat een nieuwe link per e-mail weg.")),
        "account_reset": ("success", N_("De log-in is gewist. Er gaat een link per e-mail weg.")),
        "account_activated": ("success", N_("Je account is klaar. Je bent ingelogd.")),
        "passphrase_changed": (
            "success",
            N_("Je hebt een nieuwe wachtzin. De oude werkt niet meer."),
        ),
        "keys_renewed": (
            "warning",
            N_(
                "Je hebt een nieuwe wachtzin en nieuwe sleutels. Had je de sleutel van je team, "
                "vraag dan een collega om die opnieuw te geven."
            ),
        ),
        "link_page_late": ("warning", N_("Deze pagina stond te lang open. Begin opnieuw.")),
        "passkey_added": (
            "success",
            N_("De passkey is toegevoegd. Je kunt er nu mee inloggen en ontgrendelen."),
        ),
        "passkey_added_shut": (
            "success",
            N_("De passkey is toegevoegd. Je logt ermee in; ontgrendelen doe je met je wachtzin."),
        ),
        "passkey_renamed": ("success", N_("De naam is gewijzigd.")),
        "passkey_renewed": ("success", N_("Met deze passkey kun je nu ook ontgrendelen.")),
        "passkey_removed": ("success", N_("De passkey is verwijderd.")),
        "logged_out": ("success", N_("Je bent uitgelogd.")),
        "second_factor_gone": (
            "warning",
            N_("De tweede stap duurde te lang of ging te vaak mis. Log opnieuw in."),
        ),
        "second_factor_set": ("success", N_("De code op je telefoon is ingesteld.")),
        "pin_chosen": (
            "success",
            N_("Je pincode geldt voor deze sessie. Daarmee open je de pagina weer na een pauze."),
        ),
        "session_ended": ("success", N_("De sessie is beëindigd.")),
        "sessions_ended": ("success", N_("Je andere sessies zijn beëindigd.")),
        "logged_out_everywhere": ("success", N_("Je bent overal uitgelogd.")),
        "draft_kept": ("success", N_("Je concept is bewaard. Alleen jij kunt het lezen.")),
        "draft_forgotten": ("success", N_("Het concept is weg. Je begint opnieuw.")),
        "held_lost": (
            "warning",
            N_("Wat je had getypt hoort bij een ander account. Het is niet bewaard."),
        ),
        "keys_rotated": ("success", N_("De sleutel is gewisseld.")),
        "alarm_acknowledged": (
            "success",
            N_("Bewaard. Zodra je collega weer inlogt, klopt de sleutel weer."),
        ),
        "signal_taken": ("success", N_("Dit signaal is nu van jou.")),
        "signals_assigned": ("success", N_("De signalen zijn toegewezen.")),
        "signal_handed_back": ("success", N_("Het signaal ligt weer in de inbox.")),
        "step_undone": ("success", N_("Het is ongedaan gemaakt. Dit is weer van jou.")),
        "signal_remarked": ("success", N_("De opmerking is bewaard.")),
        "signal_closed": ("success", N_("Het signaal is afgerond.")),
        "signal_reopened": ("success", N_("Het signaal is heropend. Het is nu van jou.")),
        "signal_withdrawn": ("success", N_("Je signaal is ingetrokken.")),
        "signed_up": ("success", N_("Je bent aangemeld. Tot dan.")),
        "sign_up_cancelled": ("success", N_("Je bent afgemeld.")),
        "training_asked": ("success", N_("We weten dat je een training wilt.")),
        "training_no_longer_asked": ("success", N_("Je verzoek is weg.")),
        "training_planned": ("success", N_("De training staat gepland.")),
        "training_held": ("success", N_("De aanwezigen hebben nu een certificaat.")),
        "training_called_off": ("success", N_("De training is afgezegd. Bel wie zou komen.")),
        "message_sent": (
            "success",
            N_("Je bericht is verzegeld. De melder ziet het vanaf de volgende werkdag om 7 uur."),
        ),
        "question_sent": (
            "success",
            N_(
                "Je vraag is verzegeld. De melder krijgt een mail. De uiterste dag staat bij "
                "het signaal."
            ),
        ),
        "both_asked": ("success", N_("De vraag staat nu bij beide signalen.")),
        "reply_sent": ("success", N_("Je bericht is verzegeld naar de coördinatoren.")),
        "details_added": (
            "success",
            N_("De contactgegevens zijn verzegeld. Alleen coördinatoren kunnen ze lezen."),
        ),
        "resident_awaited": ("success", N_("Het signaal wacht nu op de inwoner.")),
        "triage_resumed": ("success", N_("Je gaat weer verder met dit signaal.")),
        "details_brought": ("success", N_("De contactgegevens liggen nu in het dossier.")),
        "news_taken": ("success", N_("Het bericht van de inwoner staat in het dossier.")),
        "case_opened": ("success", N_("Het dossier is geopend. Het signaal is afgerond.")),
        "case_taken": ("success", N_("Dit dossier is nu van jou.")),
        "case_handed_back": ("success", N_("Het dossier heeft nu geen eigenaar meer.")),
        "case_reassigned": (
            "success",
            N_("Het dossier is overgedragen. Je collega krijgt bericht."),
        ),
        "cases_handed_over": (
            "success",
            N_("De dossiers zijn overgedragen. Je collega's krijgen bericht."),
        ),
        "case_noted": ("success", N_("De notitie is bewaard.")),
        "attempt_recorded": ("success", N_("De contactpoging is bewaard.")),
        "consent_recorded": ("success", N_("De toestemming is bewaard.")),
        "consent_withdrawn": ("success", N_("De toestemming is ingetrokken.")),
        "measure_recorded": ("success", N_("De meting is bewaard.")),
        "task_planned": ("success", N_("Het staat gepland.")),
        "task_finished": ("success", N_("Het is afgerond.")),
        "task_moved": ("success", N_("Het is verzet.")),
        "case_paused_over_tasks": (
            "warning",
            N_(
                "Het dossier is gepauzeerd. In de rust vallen nog afspraken of taken: "
                "verzet ze, of zeg ze af."
            ),
        ),
        "case_moved": ("success", N_("De stap is bewaard.")),
        "case_paused": ("success", N_("Het dossier is gepauzeerd.")),
        "case_closed": ("success", N_("Het dossier is afgesloten.")),
        "feedback_given": (
            "success",
            N_("De melder ziet dit vanaf de volgende werkdag om 7 uur, en krijgt een mail."),
        ),
        "feedback_not_needed": ("success", N_("De terugkoppeling is afgerond.")),
        "letter_recorded": ("success", N_("De brief staat als contactpoging in het dossier.")),
        "case_details_added": ("success", N_("De contactgegevens staan in het dossier.")),
        "case_reopened": ("success", N_("Het dossier is heropend.")),
        "resident_informed": ("success", N_("Het is vastgelegd: de inwoner weet het.")),
        "request_recorded": ("success", N_("Het verzoek van de inwoner is vastgelegd.")),
        "request_answered": ("success", N_("Het antwoord op het verzoek is vastgelegd.")),
        "case_restricted": ("success", N_("Het dossier staat stil.")),
        "restriction_lifted": ("success", N_("Het dossier gaat weer verder.")),
        "case_corrected": ("success", N_("De verbetering is bewaard.")),
        "details_corrected": ("success", N_("De contactgegevens zijn verbeterd.")),
        "pdf_missing": (
            "warning",
            N_("Een PDF kan hier niet: er ontbreken bibliotheken op de server. Print de pagina."),
        ),
        "referral_proposed": ("success", N_("De verwijzing is voorgesteld.")),
        "referral_advanced": ("success", N_("De stap van de verwijzing is bewaard.")),
        "referral_mailed": ("success", N_("De mail met de link is weg.")),
        "answers_taken": ("success", N_("De antwoorden van initiatieven staan in het dossier.")),
        "offer_mailed": ("success", N_("De mail met de vraag is weg.")),
        "offer_answered": ("success", N_("Wat het initiatief zei, is bewaard.")),
        "offer_added": (
            "success",
            N_("Het aanbod staat in de lijst. Schrijf hieronder nog op wanneer het er is."),
        ),
        "offer_changed": ("success", N_("Het aanbod is gewijzigd.")),
        "offer_ended": (
            "success",
            N_("Het aanbod staat niet meer in de lijst. Onderaan deze pagina zet je het terug."),
        ),
        "schedule_saved": ("success", N_("De tijden zijn bewaard.")),
        "schedule_removed": ("success", N_("De tijden zijn weggehaald.")),
        "organisation_saved": ("success", N_("De organisatie is bewaard.")),
        "place_saved": ("success", N_("De plek is bewaard.")),
        "directory_brought_in": ("success", N_("Het aanbod is ingelezen.")),
        "accounts_invited": ("success", N_("De uitnodigingen gaan zo weg.")),
        "partner_added": (
            "success",
            N_("De organisatie staat in de lijst. Voeg nog een contactpersoon toe."),
        ),
        "partner_changed": ("success", N_("De gegevens van de organisatie zijn bewaard.")),
        "partner_agreed": ("success", N_("De afspraak is vastgelegd.")),
        "contact_saved": ("success", N_("De contactpersoon is bewaard.")),
        "contact_removed": ("success", N_("De contactpersoon is weggehaald.")),
        "offer_settled": ("success", N_("Je besluit is bewaard.")),
        "key_withdrawn": (
            "success",
            N_("De sleutel is ingetrokken. Het programma krijgt niets meer."),
        ),
        "policy_changed": ("success", N_("De nieuwe termijn geldt vanaf nu.")),
        "hold_set": ("success", N_("Dit blijft langer bewaard, tot en met de laatste dag.")),
        "hold_ended": ("success", N_("De termijn telt weer. Er volgt eerst een aankondiging.")),
        "run_done": ("success", N_("Het is vernietigd. Dit is de verklaring.")),
        "run_goes_on": (
            "warning",
            N_("Wat nu kon, is gewist. Is er nog iets over, dan gaat de server er mee verder."),
        ),
        "month_signed": ("success", N_("Je naam staat onder deze maand.")),
        "pack_signed": ("success", N_("Je hebt de verantwoording ondertekend.")),
        "erasure_signed": ("success", N_("De verklaring is ondertekend.")),
        "meeting_planned": (
            "success",
            N_("De bijeenkomst staat gepland. Kijk of alles klopt, en nodig dan de partners uit."),
        ),
        "meeting_changed": ("success", N_("De bijeenkomst is gewijzigd.")),
        "meeting_cancelled": (
            "success",
            N_("De bijeenkomst is afgezegd. Wie zich aanmeldde, krijgt een mail."),
        ),
        "partners_invited": ("success", N_("De uitnodigingen gaan zo weg.")),
        "partners_invited_before": (
            "warning",
            N_("Iedereen met een functioneel e-mailadres was al uitgenodigd."),
        ),
        "meeting_answered": ("success", N_("Het antwoord van je organisatie is bewaard.")),
        "attendance_kept": ("success", N_("De opkomst is bewaard.")),
        "notes_kept": ("success", N_("Het verslag is bewaard.")),
        "newsletter_some_gone": (
            "warning",
            N_("Niet alles wat je koos, is er nog. Wat er niet meer is, staat er niet in."),
        ),
        "newsletter_sent": (
            "success",
            N_("De nieuwsbrief staat op de site. De mails gaan binnen tien minuten de deur uit."),
        ),
        "setting_changed": ("success", N_("De nieuwe waarde geldt vanaf nu.")),
        "closing_day_added": ("success", N_("Deze dag is nu een vrije dag.")),
        "closing_day_removed": ("success", N_("Deze dag is weer een gewone dag.")),
        "mail_resent": ("success", N_("De mail gaat zo opnieuw weg.")),
    }
)


def say(code: str, undo: Undo | None = None) -> None:
    """Say it on the next page, with a way back if there is one. Raises KeyError without a text."""
    level, _ = MESSAGES[code]
    flash(code, level)
    if undo is not None:
        offer(undo)


def shown(code: str) -> tuple[str, str]:
    """Level and text of a code, in the language of this request."""
    level, text = MESSAGES[code]
    return level, str(gettext(text))
