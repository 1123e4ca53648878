"""What a person is told for each code of a refusal, in Dutch; translated when it is shown.

Parameters stand as `%(name)s`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.api_texts import API_TEXTS
from signalering.domain.audit_texts import AUDIT_TEXTS
from signalering.domain.directory_texts import DIRECTORY_TEXTS
from signalering.domain.marked import N_
from signalering.domain.meeting_texts import MEETING_TEXTS
from signalering.domain.newsletter_texts import NEWSLETTER_TEXTS
from signalering.domain.partner_texts import PARTNER_TEXTS
from signalering.domain.setting_texts import SETTING_TEXTS

__all__ = ["N_", "TEXTS", "text_of"]

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "error": N_("Dit lukte niet."),
        **API_TEXTS,
        **AUDIT_TEXTS,
        **PARTNER_TEXTS,
        **DIRECTORY_TEXTS,
        **MEETING_TEXTS,
        **NEWSLETTER_TEXTS,
        **SETTING_TEXTS,
        # Refused moves and rows.
        "denied": N_("Dit mag je niet doen in deze rol."),
        "training_needed": N_(
            "Je training is verlopen of nog niet geregistreerd. "
            "Volg eerst de training; daarna kun je weer een signaal melden."
        ),
        "not_found": N_("Dit bestaat niet, of je mag het niet zien."),
        "conflict": N_("Iemand anders heeft dit net veranderd. Bekijk de pagina opnieuw."),
        "conflict_owner": N_("%(owner)s heeft dit al in behandeling."),
        "not_allowed_now": N_("Dit kan nu niet meer. Bekijk de pagina opnieuw."),
        "cannot_open": N_("Deze gegevens kunnen niet worden geopend."),
        "key_alarm": N_(
            "De sleutel van een collega is verwisseld. Daarom nemen we nu niets aan. Bewaar wat je "
            "hebt getypt en bel je beheerder."
        ),
        "other_shares": N_("Deze delen horen niet bij de herstelsleutel van nu."),
        "no_account": N_("Er is geen actief account met dit adres."),
        "rotation_runs": N_("Er loopt al een sleutelwissel. Ga daar eerst mee door."),
        "keys_needed": N_("Open eerst je sleutels. Daarna kun je verder."),
        "intake_closed": N_(
            "Er kan nu niets worden ontvangen, omdat er niemand is die het veilig kan openen. "
            "Bel het team of probeer het later opnieuw."
        ),
        "unavailable": N_("Dit werkt nu even niet. Probeer het over een paar minuten opnieuw."),
        "too_often": N_("Er is te vaak achter elkaar geprobeerd."),
        "crowded": N_("Er loggen nu veel mensen tegelijk in."),
        "misconfigured": N_("De installatie is niet compleet: %(name)s."),
        # Input.
        "invalid": N_("Dit klopt niet."),
        "required": N_("Vul dit in."),
        "search_too_short": N_(
            "Typ ten minste twee letters van een naam, of drie van een straat of e-mailadres. "
            "Of typ vier cijfers van een telefoonnummer."
        ),
        "unknown_code": N_("Kies iets uit de lijst."),
        "handover_note": N_("Schrijf op wat je collega moet weten."),
        "handover_none": N_("Kies eerst een dossier en een collega."),
        "handover_colleague": N_("Kies aan wie je dit dossier geeft."),
        "handover_overtaken": N_(
            "Dit dossier is intussen veranderd. Kijk of je het nog wilt overdragen en verstuur "
            "opnieuw. Er is nog niets overgedragen."
        ),
        "cover_self": N_("Je kunt jezelf niet vervangen. Kies een collega."),
        "cover_unable": N_(
            "Deze collega kan niet vervangen. Kies een coördinator die de sleutel heeft."
        ),
        "cover_order": N_("De laatste dag ligt voor de eerste dag."),
        "cover_past": N_("De laatste dag is al voorbij."),
        "cover_long": N_("Een vervanging duurt hooguit %(weeks)s weken. Voer later een nieuwe in."),
        "cover_far": N_("Dit is te ver vooruit. Kies een dag binnen een jaar."),
        "cover_overlap": N_(
            "Op een van deze dagen is er al een vervanger. Wijzig die vervanging, of kies andere "
            "dagen."
        ),
        "cover_away": N_(
            "Deze collega is zelf afwezig op een van deze dagen. Kies een andere collega."
        ),
        "too_long": N_("Gebruik niet meer dan %(limit)s tekens."),
        "control_character": N_("Hier staat een teken dat niet mag. Typ de tekst opnieuw."),
        "direction_override": N_(
            "Hier staat een onzichtbaar teken dat de leesrichting verandert. Typ de tekst opnieuw."
        ),
        "broken_text": N_("Deze tekst is beschadigd. Typ de tekst opnieuw."),
        "one_line": N_("Gebruik hier maar één regel."),
        # Reasons, endings, outcomes.
        "reason_needed": N_("Kies een reden."),
        "reason_not_asked": N_("Hier hoort geen reden bij."),
        "ending_reason_needed": N_("Kies waarom het signaal niet bij ons past."),
        "outcome_not_here": N_("Met deze uitkomst kun je het dossier nu niet afsluiten."),
        "feedback_needs_consent": N_("Dit mag je alleen laten weten als de inwoner dat goedvindt."),
        "feedback_not_here": N_("Bij deze uitkomst gaat er niets naar de melder."),
        "card_not_here": N_("Een kaart achterlaten hoort bij ‘niet bereikt’. Haal het vinkje weg."),
        "feedback_given": N_("De melder heeft al iets gehoord over dit dossier."),
        "feedback_line_or_none": N_(
            "Kies een zin, of kies waarom het niet nodig is. Niet allebei."
        ),
        "signal_gone": N_("Het signaal is al gewist. Kies dat het niet nodig is."),
        "signal_came_back": N_(
            "Bij het signaal is iets nieuws. Bekijk dat eerst, in de inbox met signalen."
        ),
        "words_after_contact": N_(
            "Er was contact met de inwoner. Schrijf alleen aan de melder als de inwoner dat goed "
            "vindt, en leg die toestemming vast."
        ),
        "address_needed": N_("Er is geen adres. Zonder adres kan er geen brief uit."),
        "details_in_case": N_("Er staan al contactgegevens in dit dossier."),
        "attendance_not_now": N_("Deze stap kan nu niet worden vastgelegd."),
        "pause_too_long": N_("Je kunt een dossier niet langer dan %(weeks)s weken pauzeren."),
        "day_in_the_past": N_("Deze dag is voorbij. Kies vandaag of een dag die nog komt."),
        "day_too_far": N_("Kies een dag binnen een jaar."),
        "day_in_pause": N_(
            "Het dossier rust die dag. Kies een dag na de rust, of ga eerst weer verder."
        ),
        "pause_in_the_past": N_("Kies een dag die nog komt."),
        # Signals.
        "note_identifies": N_(
            "Hieraan kan iemand te herkennen zijn. Pas de tekst aan of neem de voorstellen over."
        ),
        "details_without_yes": N_(
            "Er staan contactgegevens bij. Kies 'ja, ik vul de contactgegevens in', "
            "of maak die velden leeg."
        ),
        "details_need_request": N_(
            "De inwoner wil contact. Kies daarom contact met de inwoner of advies."
        ),
        "one_way_needed": N_("Vul een telefoonnummer, een e-mailadres of een adres in."),
        "card_mistyped": N_(
            "Deze code klopt niet. Kijk nog eens op de kaart: er staan 12 letters en cijfers op."
        ),
        "card_unknown": N_(
            "Met deze code kan nu niets. Misschien is er iets verkeerd getypt, of geldt de kaart "
            "niet meer. Neem een andere kaart, of bel ons."
        ),
        "card_without_answer": N_(
            "Er staat een kaartcode bij. Kies 'kaart meegegeven', of maak dat veld leeg."
        ),
        "consent_tick": N_("Zet een vinkje als u dit goedvindt. Anders bewaren we niets."),
        "consent_text_other": N_(
            "Hieronder staat nu een andere tekst. Lees die en zet het vinkje opnieuw."
        ),
        "details_there": N_("Er zijn al contactgegevens bij dit signaal."),
        "no_card": N_("Bij dit signaal hoort geen kaart die nog geldt."),
        "refresher_too_late": N_("Je training is te lang verlopen. Volg de hele training opnieuw."),
        "line_without_account": N_("Regel %(number)s: er is geen actief account met %(line)s."),
        "line_no_address": N_("Regel %(number)s: %(line)s is geen e-mailadres."),
        "nobody_came": N_(
            "Kruis aan wie er waren, of vul een adres in. Was er niemand? Zeg de training dan af."
        ),
        "training_too_old": N_(
            "Een training van toen telt niet meer. Wie die volgde, doet de training opnieuw."
        ),
        "chapter_shut": N_(
            "Dit deel van de training is nu niet te lezen: er zit een fout in %(name)s. "
            "Laat het je beheerder weten."
        ),
        "not_yours_to_assign": N_("Eén van deze signalen is van een collega, of al afgerond."),
        "training_full": N_("Deze training is vol. Kies een andere, of laat weten dat je wilt."),
        "training_not_yet": N_("Deze training is nog niet geweest."),
        "not_a_time": N_("Vul een tijd in zoals 14:00."),
        "too_many_lines": N_("Gebruik niet meer dan %(limit)s regels."),
        "between": N_("Vul een heel getal in van %(least)s tot en met %(most)s."),
        "danger_asked": N_(
            "Lees eerst het blok met hulp hierboven. Kies daarna wat er aan de hand is."
        ),
        "resident_wrote": N_(
            "De inwoner heeft zelf iets laten weten met de kaart. Neem dat eerst over."
        ),
        "thread_closed": N_(
            "Op dit signaal kun je niet meer schrijven. Wil je nog iets kwijt? "
            "Bel het team of meld een nieuw signaal."
        ),
        "repeats_nothing": N_("Dat signaal is ingetrokken of zelf dubbel. Kies een ander."),
        "no_reference": N_("Dit is geen nummer. Een nummer heeft acht tekens, zoals 7KMD-R3XW."),
        "undo_too_late": N_("Ongedaan maken kan niet meer. Kijk hoe het er nu voor staat."),
        "signal_has_case": N_("Bij dit signaal hoort een dossier. Ga daar verder."),
        # Cases and referrals.
        "contact_withdrawn": N_("De inwoner wil geen contact meer. Dit kan daarom niet."),
        "consent_needed": N_("Daarvoor is eerst toestemming van de inwoner nodig."),
        "consent_not_in_force": N_("Deze toestemming is er niet, of ze is al ingetrokken."),
        "measure_first": N_(
            "Leg eerst de meting vast, of waarom die er niet is. Dan kun je de nazorg afsluiten."
        ),
        "measure_too_early": N_(
            "Deze meting kan nog niet. Wil de inwoner niet? Dat kun je wel al vastleggen."
        ),
        "measure_day": N_("Kies een dag tussen het openen van het dossier en vandaag."),
        "no_answers": N_("Er staat geen enkel antwoord. Vul er een in, of kies waarom niet."),
        "other_wording": N_("De stellingen zijn net veranderd. Bekijk de pagina opnieuw."),
        "confirm_by_typing": N_("Typ het woord over. Intrekken kan niet ongedaan worden gemaakt."),
        "type_the_word": N_("Typ precies dit woord over: %(word)s."),
        "sheet_needs_details": N_(
            "Er zijn geen contactgegevens. Zonder die gegevens is er geen bezoekblad."
        ),
        "details_needed": N_(
            "Er zijn geen contactgegevens. Zonder die gegevens kan er geen link worden gemaakt."
        ),
        "way_to_reach_needed": N_(
            "Kies hoe het initiatief de inwoner kan bereiken, of vul in wie er meegaat."
        ),
        "referral_link_gone": N_("Deze link werkt niet (meer)."),
        "referral_runs_already": N_("Er loopt al een verwijzing naar dit initiatief."),
        "import_gone": N_("Dit bestand staat niet meer klaar. Kies het opnieuw."),
        "import_without": N_("Vink aan dat aanbod met fouten niet meekomt."),
        "not_an_amount": N_("Vul een bedrag in zoals 2,50."),
        "name_taken": N_("Deze naam staat er al. Kies een andere, of wijzig wat er staat."),
        "not_a_phone": N_("Vul een telefoonnummer in zoals 0174 123456."),
        "not_a_url": N_("Vul een webadres in dat begint met https://."),
        "schedule_interval": N_("Vul een getal in van 1 tot en met %(most)s."),
        "schedule_days": N_("Kies dagen van de week, elke dag één keer."),
        "schedule_ordinal": N_(
            "Alleen bij 'per maand' kun je kiezen voor de eerste of laatste van de maand."
        ),
        "schedule_time": N_("Vul een tijd in zoals 10:00."),
        "schedule_closes": N_("De eindtijd ligt voor de begintijd."),
        "schedule_day": N_("Vul een dag in tussen 2000 en 2100."),
        "schedule_order": N_("De laatste dag ligt voor de eerste dag."),
        "schedules_many": N_("Er passen hooguit %(most)s tijden bij één aanbod."),
        "offer_no_address": N_(
            "Van dit initiatief kennen we geen e-mailadres. Toon de link, of bel."
        ),
        "case_kept_no_longer": N_("De bewaartermijn van dit dossier is voorbij."),
        "restricted": N_(
            "De inwoner vroeg om dit dossier stil te zetten. Zolang dat zo is, kan dit niet."
        ),
        "resident_deceased": N_("De inwoner is overleden. Deze rechten gelden dan niet meer."),
        "request_day": N_("Kies een dag in het afgelopen jaar, tot en met vandaag."),
        "inform_day": N_("Kies een dag tussen het openen van het dossier en vandaag."),
        "inform_needs_contact": N_(
            "Je kunt dit alleen aanvinken als je de inwoner hebt gesproken."
        ),
        "request_answered": N_("Op dit verzoek is al geantwoord."),
        "extended_once": N_("Meer tijd kan maar één keer, en alleen in de eerste maand."),
        "told_first": N_("Vertel het eerst aan de inwoner. Zet daarna het vinkje."),
        "until_in_the_past": N_("Kies een dag die nog komt, hooguit een jaar vooruit."),
        "other_reference": N_("Dit is een ander kenmerk. Typ het kenmerk van dit dossier over."),
        "pdf_needs_libraries": N_("Een PDF kan hier niet: er ontbreken bibliotheken op de server."),
        "case_on_hold": N_("Dit dossier moet nog bewaard blijven. Het kan nu niet worden gewist."),
        # Retention.
        "same_term": N_("Dit is de termijn die nu al geldt."),
        "longer_needs_reason": N_(
            "Langer bewaren heeft een eigen reden nodig. Schrijf op waarom het niet korter kan."
        ),
        "signal_kept_by_case": N_(
            "Bij dit signaal hoort nog een dossier. Het blijft bewaard zolang dat dossier er is."
        ),
        # Backups.
        "bad_backup": N_("De reservekopie %(file)s is niet bruikbaar: %(why)s."),
        "database_not_empty": N_("De database is niet leeg."),
        "database_in_use": N_("Iets anders heeft de database open."),
        "target_occupied": N_("De andere database hoort bij iets anders, of is al in gebruik."),
        "copy_differs": N_("De kopie van %(table)s heeft andere regels: %(here)s, niet %(there)s."),
        "row_refused": N_("De andere database weigert een regel van %(table)s."),
        "keystore_older": N_(
            "De sleutels zijn ouder dan de gegevens: %(keys)s sleutels zouden ontbreken."
        ),
        "other_secrets": N_("%(name)s in settings.env hoort niet bij deze sleutels."),
        # Searching and adding.
        "unknown_reference": N_("Dit kenmerk kennen we niet. Kijk of het goed is overgenomen."),
        "known_name": N_("Deze naam staat al in de lijst."),
        "in_the_future": N_("Kies een maand die al begonnen is."),
        "not_a_head": N_("Dit is geen eindregel van het logboek."),
        # Open data.
        "key_past": N_("Kies een dag na vandaag."),
        "key_long": N_("Een sleutel werkt hooguit een jaar. Kies een dag die eerder is."),
        "keys_many": N_("Er zijn al %(limit)s sleutels die werken. Trek er eerst een in."),
        "no_key": N_("Hier is een sleutel nodig. De beheerder maakt die."),
        "wrong_key": N_("Deze sleutel werkt niet (meer). Vraag de beheerder om een nieuwe."),
        # Accounts.
        "sign_on_refused": N_(
            "Wat de inlogdienst van je organisatie antwoordde, klopt niet. Er is niet ingelogd."
        ),
        "sign_on_denied": N_("De inlogdienst van je organisatie heeft je niet ingelogd."),
        "sign_on_late": N_(
            "Dit antwoord van de inlogdienst is al gebruikt of kwam te laat. Begin opnieuw."
        ),
        "sign_on_nobody": N_(
            "Bij dit adres hoort hier geen account, of je account is nog niet klaar. "
            "Vraag je beheerder om een uitnodiging."
        ),
        "sign_on_unavailable": N_(
            "De inlogdienst van je organisatie geeft nu geen goed antwoord. Probeer het straks "
            "opnieuw, of log in met je wachtzin."
        ),
        "wrong_code": N_("Deze code klopt niet. Kijk of de klok van je telefoon goed staat."),
        "not_an_address": N_("Vul een e-mailadres in zoals naam@voorbeeld.nl."),
        "hats_together": N_("Deze rollen gaan niet samen in één account."),
        "pin_six_digits": N_("Een pincode heeft zes cijfers."),
        "pin_obvious": N_("Deze code is makkelijk te raden. Kies een andere."),
        "pin_wrong": N_("Dit is niet de pincode van deze sessie."),
        "passphrase_wrong": N_("Dit is niet je wachtzin."),
        "pins_differ": N_("De twee codes zijn niet gelijk."),
        "draft_too_long": N_("Dit is te lang om als concept te bewaren."),
        "known_address": N_("Dit e-mailadres heeft al een account."),
        "link_gone": N_("Deze link werkt niet (meer). Vraag je beheerder om een nieuwe link."),
        "no_more_draws": N_("Dit waren de laatste woorden om uit te kiezen. Gebruik deze."),
        "other_word": N_("Dit woord staat niet op die plek. Kijk wat je hebt opgeschreven."),
        "other_code": N_("Dit staat niet op die plek in de herstelcode. Kijk het nog eens na."),
        "wrong_words": N_("Deze wachtzin hoort niet bij je account."),
        "wrong_recovery": N_("E-mailadres en herstelcode horen niet bij elkaar."),
        "last_holder_hat": N_(
            "Je bent de laatste die de sleutel van je team heeft. "
            "Werk eerst in de rol waarin je die gebruikt."
        ),
        "own_reset": N_("Je eigen log-in kun je niet wissen. Verander je wachtzin."),
        # Passkeys.
        "passkey_refused": N_("Deze passkey klopt niet. Probeer het opnieuw of log anders in."),
        "passkey_unknown": N_(
            "Deze passkey hoort hier niet (meer) bij een account. Log in met je wachtzin."
        ),
        "passkey_other_account": N_("Deze passkey hoort bij een ander account."),
        "passkey_late": N_("Dit duurde te lang of was al gebruikt. Probeer het opnieuw."),
        "passkey_copied": N_(
            "Deze passkey lijkt gekopieerd. We laten hem niet toe. Bel je beheerder."
        ),
        "passkey_opens_nothing": N_(
            "Met deze passkey kun je wel inloggen, maar niet ontgrendelen. Gebruik je wachtzin."
        ),
        "log_in_again": N_(
            "Je bent te lang geleden ingelogd. Log opnieuw in en probeer het dan nog eens."
        ),
        "passkey_needs_name": N_("Geef de passkey een naam."),
        "passkey_last": N_(
            "Je rol vraagt een tweede stap bij het inloggen. "
            "Voeg eerst een andere passkey toe; daarna kun je deze verwijderen."
        ),
        "passkey_too_many": N_("Je hebt al %(limit)s passkeys. Verwijder er eerst een."),
        # Keys.
        "group_without_holder": N_(
            "Er is minstens één coördinator en één privacy officer nodig om te beginnen."
        ),
        "no_key_pair": N_("Dit account is niet actief, of heeft nog geen sleutelpaar."),
        "hat_needs_no_key": N_("Bij de rollen van dit account hoort deze sleutel niet."),
        "has_key_already": N_("Dit account heeft deze sleutel al."),
        "key_changed_meanwhile": N_(
            "De sleutel van je collega is net veranderd. Bel opnieuw en vergelijk nog een keer."
        ),
        "fingerprint_differs": N_(
            "Dit zijn niet de laatste vier cijfers. Laat ze nog eens voorlezen. "
            "Blijven ze anders, stop dan en bel de privacy officer."
        ),
        "last_key_holder": N_(
            "Dit is de laatste die de sleutel heeft. Zorg eerst dat een collega de sleutel krijgt, "
            "of gebruik de herstelsleutel op papier."
        ),
        "last_administrator": N_("Dit is de laatste beheerder. Wijs eerst een andere aan."),
        "own_account": N_("Je eigen account kun je niet uitzetten. Vraag een andere beheerder."),
    }
)


def text_of(code: str) -> str:
    """The Dutch text of a code; the general one for a code that has none of its own."""
    return TEXTS.get(code, TEXTS["error"])
