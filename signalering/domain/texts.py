"""What a person is told for each code of a refusal, in Dutch; translated when it is shown.

`N_` only marks a text so that the catalogues get it. Parameters stand as `%(name)s`.
"""

from collections.abc import Mapping
from types import MappingProxyType


def _marked(text: str) -> str:
    """Give the text back unchanged."""
    return text


# The name that the extractor of catalogues looks for.
N_ = _marked


TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "error": N_("Dit lukte niet."),
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
        "intake_closed": N_(
            "Er kan nu niets worden ontvangen, omdat er niemand is die het veilig kan openen. "
            "Bel het team of probeer het later opnieuw."
        ),
        "unavailable": N_("Dit werkt nu even niet. Probeer het over een paar minuten opnieuw."),
        "misconfigured": N_("De installatie is niet compleet: %(name)s."),
        # Input.
        "invalid": N_("Dit klopt niet."),
        "required": N_("Vul dit in."),
        "unknown_code": N_("Kies iets uit de lijst."),
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
        "attendance_not_now": N_("Deze stap kan nu niet worden vastgelegd."),
        "pause_too_long": N_("Je kunt een dossier niet langer dan %(weeks)s weken pauzeren."),
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
        "signal_has_case": N_("Bij dit signaal hoort een dossier. Ga daar verder."),
        # Cases and referrals.
        "contact_withdrawn": N_("De inwoner wil geen contact meer. Dit kan daarom niet."),
        "consent_needed": N_("Daarvoor is eerst toestemming van de inwoner nodig."),
        "consent_not_in_force": N_("Deze toestemming is er niet, of ze is al ingetrokken."),
        "confirm_by_typing": N_("Typ het woord over. Intrekken kan niet ongedaan worden gemaakt."),
        "referral_runs_already": N_("Er loopt al een verwijzing naar dit initiatief."),
        "case_kept_no_longer": N_("De bewaartermijn van dit dossier is voorbij."),
        # Searching and adding.
        "unknown_reference": N_("Dit kenmerk kennen we niet. Kijk of het goed is overgenomen."),
        "known_name": N_("Deze naam staat al in de lijst."),
        "in_the_future": N_("Kies een maand die al begonnen is."),
        "not_a_head": N_("Dit is geen eindregel van het logboek."),
        # Accounts.
        "not_an_address": N_("Vul een e-mailadres in zoals naam@voorbeeld.nl."),
        "hats_together": N_("Deze rollen gaan niet samen in één account."),
        "known_address": N_("Dit e-mailadres heeft al een account."),
        "unknown_partner": N_("Deze organisatie staat niet in de lijst. Voeg die eerst toe."),
        "no_agreement": N_("Met deze organisatie is nog geen afspraak vastgelegd."),
        # Keys.
        "group_without_holder": N_(
            "Er is minstens één coördinator en één privacy officer nodig om te beginnen."
        ),
        "no_key_pair": N_("Dit account is niet actief, of heeft nog geen sleutelpaar."),
        "hat_needs_no_key": N_("Bij de rollen van dit account hoort deze sleutel niet."),
        "has_key_already": N_("Dit account heeft deze sleutel al."),
    }
)


def text_of(code: str) -> str:
    """The Dutch text of a code; the general one for a code that has none of its own."""
    return TEXTS.get(code, TEXTS["error"])
