"""What a person is told for each code of a refusal about the newsletter, in Dutch."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.marked import N_

NEWSLETTER_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "newsletter_both_languages": N_(
            "Schrijf de inleiding in beide talen, of laat ze allebei leeg."
        ),
        "newsletter_empty": N_("Schrijf een inleiding of kies ten minste één bericht."),
        "newsletter_changed": N_(
            "Er is iets veranderd sinds je keek. Bekijk de nieuwsbrief nog een keer voordat je "
            "verstuurt."
        ),
        "newsletter_link_gone": N_("Deze link werkt niet (meer)."),
    }
)
