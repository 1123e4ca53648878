"""What a partner's program is told, and who makes it one; domain/texts.py takes it in."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.marked import N_

API_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "api_no_token": N_("Stuur een toegangstoken mee in de header Authorization."),
        "api_wrong_token": N_("Dit toegangstoken werkt niet, of niet meer."),
        "api_scope": N_("Deze toegang hoort niet bij het token."),
        "api_kind": N_("Stuur de gegevens in de vorm die de beschrijving noemt."),
        "api_json": N_("Dit is geen geldige JSON."),
        "api_object": N_("Stuur een JSON-object."),
        "api_unknown_name": N_("Deze naam bestaat hier niet."),
        "api_list": N_("Stuur hier een lijst van codes, elke code één keer."),
        "api_nothing": N_("Stuur ten minste één code mee."),
        "api_page": N_("Vraag een bladzijde met een heel getal vanaf 1."),
        "api_key": N_("De header Idempotency-Key mag 1 tot en met 255 zichtbare tekens hebben."),
        "api_key_used": N_("Deze Idempotency-Key hoort al bij een ander verzoek."),
        # The page of the administrator.
        "client_scopes": N_("Kies ten minste één toegang."),
        "clients_many": N_("Er zijn al %(limit)s programma's met toegang. Trek er eerst een in."),
        "draft_waits": N_(
            "Je hebt nog een signaal dat niet is verstuurd. Verstuur dat eerst, of begin daar "
            "opnieuw. Gebruik daarna de link."
        ),
    }
)
