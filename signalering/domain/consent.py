"""Texts of consent that are read out, by version: which words somebody said yes to is kept."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.states import ConsentScope
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
        # Also names the e-mail address, which the form asks for.
        "contact-2": N_(
            "Mag ik uw naam en telefoonnummer, e-mailadres of adres doorgeven aan de "
            "welzijnscoördinator? Die neemt contact met u op om te kijken wat u prettig zou "
            "vinden. Alleen de coördinatoren kunnen uw gegevens lezen. U kunt altijd nee zeggen, "
            "ook later nog; dan worden uw gegevens gewist. Nee zeggen heeft geen gevolgen voor "
            "andere hulp die u krijgt."
        ),
        # The resident's own, on the card page.
        "card-1": N_(
            "Ik geef mijn naam en telefoonnummer, e-mailadres of adres aan de "
            "welzijnscoördinator. Die neemt contact met mij op om te kijken wat ik prettig zou "
            "vinden. Alleen de coördinatoren kunnen mijn gegevens lezen. Ik mag altijd nee "
            "zeggen, ook later nog; dan worden mijn gegevens gewist. Nee zeggen heeft geen "
            "gevolgen voor mijn woning, mijn uitkering, mijn schulden of andere hulp."
        ),
    }
)

# What is read out by whoever writes the details down; the others are read by the resident alone.
SPOKEN_TEXTS: frozenset[str] = frozenset({"contact-1", "contact-2"})

CONTACT_TEXT_NOW = "contact-2"
CARD_TEXT_NOW = "card-1"

# What a coordinator reads out later, in the case.
CASE_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "share-1": N_(
            "Mag ik uw naam en contactgegevens doorgeven aan dit initiatief? "
            "Zij gebruiken die alleen om u uit te nodigen. "
            "U kunt altijd nee zeggen, ook later nog. Dat heeft geen gevolgen voor andere hulp."
        ),
        "tell-reporter-1": N_(
            "Mag ik degene die ons over u belde laten weten dat we contact hebben gehad? "
            "Meer vertellen we niet."
        ),
        # Who told us didn't phone: they logged a signal.
        "tell-reporter-2": N_(
            "Mag ik degene die ons op u wees laten weten dat we contact hebben gehad? "
            "Meer vertellen we niet."
        ),
        # Also allows a few words, which the earlier ones exclude.
        "tell-reporter-3": N_(
            "Mag ik degene die ons op u wees laten weten dat we contact hebben gehad? "
            "Als u wilt, schrijf ik er kort bij hoe het verder gaat. Ik zeg u eerst wat er komt "
            "te staan. U kunt altijd nee zeggen, ook later nog."
        ),
        "measure-1": N_(
            "Mag ik u nu en over een paar maanden enkele vragen stellen over eenzaamheid? "
            "Daarmee zien we of het helpt. Uw antwoorden staan nergens met uw naam in de cijfers."
        ),
    }
)

SHARE_TEXT_NOW = "share-1"

# After the others nothing is told but that there was contact: so it was promised.
TELLS_MORE: frozenset[str] = frozenset({"tell-reporter-3"})

# The version in use for each scope.
TEXT_NOW: Mapping[ConsentScope, str] = MappingProxyType(
    {
        ConsentScope.CONTACT: CONTACT_TEXT_NOW,
        ConsentScope.SHARE_WITH_INITIATIVE: SHARE_TEXT_NOW,
        ConsentScope.TELL_REPORTER: "tell-reporter-3",
        ConsentScope.MEASURE: "measure-1",
    }
)
