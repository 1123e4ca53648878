"""What a person is told about meetings of the network; domain/texts.py takes it in."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.marked import N_

MEETING_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "meeting_link_gone": N_("Deze link werkt niet (meer)."),
        "meeting_day": N_("Kies een dag vanaf vandaag, en hooguit %(years)s jaar vooruit."),
        "meeting_sign_up_until": N_(
            "Kies een dag vanaf vandaag, en niet later dan de dag van de bijeenkomst."
        ),
        "meeting_ends_first": N_("De bijeenkomst moet later eindigen dan zij begint."),
        "meeting_capacity": N_(
            "Er zijn al meer mensen aangemeld dan dit. Kies een hoger aantal, of laat het leeg."
        ),
        "meeting_full": N_("Er is geen plek meer."),
        "meeting_few_left": N_("Er is nog plek voor %(left)s. Kies een lager aantal."),
        "meeting_closed": N_("Aanmelden en wijzigen kan niet meer."),
        "meeting_over": N_("Deze bijeenkomst is al geweest, of zij is afgezegd."),
        "meeting_not_yet": N_("Dit kan vanaf de dag van de bijeenkomst."),
        "meeting_nobody": N_("Vul bij ten minste één organisatie in hoeveel mensen er kwamen."),
        "meeting_no_agreement": N_("Je account hoort niet bij een organisatie die meedoet."),
    }
)
