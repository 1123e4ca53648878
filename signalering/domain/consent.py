"""Texts of consent that are read out, by version: which words somebody said yes to is kept."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.texts import N_

# Versions are never reworded: another text is another version.
CONTACT_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "contact-1": N_(
            "Mag ik uw naam en telefoonnummer of adres doorgeven aan de welzijnscoördinator? "
            "Die neemt contact met u op om te kijken wat u prettig zou vinden. "
            "Alleen de coördinatoren kunnen uw gegevens lezen. "
            "U kunt altijd nee zeggen, ook later nog; dan worden uw gegevens gewist. "
            "Nee zeggen heeft geen gevolgen voor andere hulp die u krijgt."
        ),
    }
)

CONTACT_TEXT_NOW = "contact-1"
