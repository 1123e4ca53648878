"""What a person is told about organisations and who works there; domain/texts.py takes it in."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.marked import N_

PARTNER_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "unknown_partner": N_("Deze organisatie staat niet in de lijst. Voeg die eerst toe."),
        "no_agreement": N_(
            "Met deze organisatie is nog geen afspraak vastgelegd. Doe dat eerst, bij Partners."
        ),
        "partner_stopped": N_("Deze organisatie doet niet meer mee. Kies een andere."),
        "needs_partner": N_("Een melder hoort bij een organisatie. Dit account heeft er geen."),
        "agreement_day": N_("Vul de dag van de afspraak in, vanaf 2000 en tot en met vandaag."),
        "contacts_many": N_("Er staan al %(limit)s contactpersonen. Haal er eerst een weg."),
        "last_contact": N_(
            "Een partner houdt ten minste één contactpersoon. Voeg eerst een andere toe."
        ),
        # A list of colleagues.
        "list_large": N_("Dit bestand is te groot. Gebruik hooguit %(limit)s kB per keer."),
        "list_encoding": N_("Dit bestand is niet in UTF-8. Bewaar het opnieuw als CSV UTF-8."),
        "list_broken": N_(
            "Dit is geen goed CSV-bestand: er staat ergens een aanhalingsteken te veel."
        ),
        "list_columns": N_(
            "Zet op de eerste regel: naam, e-mailadres, rollen, organisatie, taal. "
            "Andere kolommen kunnen niet, en geen kolom mag dubbel."
        ),
        "list_nobody": N_("Er staat niemand in dit bestand."),
        "list_cells": N_("Deze rij heeft meer vakken dan de eerste regel."),
        "list_hat": N_("We kennen deze rol niet. Kies uit: %(allowed)s."),
        "list_language": N_("We kennen deze taal niet. Gebruik nl of en."),
        "list_twice": N_("Dit e-mailadres staat ook in rij %(row)s."),
        "list_without": N_("Vink aan dat rijen met fouten niet meegaan."),
    }
)
