"""What a person is told about organisations and who works there; domain/texts.py takes it in."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.marking import N_

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
    }
)
