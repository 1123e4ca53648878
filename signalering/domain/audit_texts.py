"""What a privacy officer is told for each code of a refusal about the audit trail, in Dutch."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.marked import N_

AUDIT_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "days_turned_round": N_(
            "De eerste dag ligt na de laatste, of na vandaag. Kies andere dagen."
        ),
        "export_too_large": N_(
            "Dit is te veel voor één bestand. Kies minder dagen, of haal het in delen op."
        ),
        "no_month_to_review": N_("Kies een maand die voorbij is en die in het logboek staat."),
        "pack_changed": N_(
            "Er is iets veranderd sinds je deze pagina opende. Lees het opnieuw en teken dan."
        ),
        "month_reviewed": N_("Deze maand is al gecontroleerd. Kijk in de lijst wie dat deed."),
    }
)
