"""Who can open what is sealed; models/openers.py says it of every column."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from signalering.domain.texts import N_


class Opener(StrEnum):
    """Whose key opens a seal. The server has one only of addresses that it mails."""

    COORDINATORS = "coordinators"
    COORDINATORS_AND_REPORTER = "coordinators_and_reporter"
    LINK_HOLDER = "link_holder"
    AUDIT = "audit"
    OWNER = "owner"
    SESSION = "session"
    RECOVERY = "recovery"
    HOLDER = "holder"
    INSTALLATION = "installation"


OPENERS: Mapping[Opener, str] = MappingProxyType(
    {
        Opener.COORDINATORS: N_("coördinatoren, met de sleutel van hun groep"),
        Opener.COORDINATORS_AND_REPORTER: N_("coördinatoren, en de melder die het signaal gaf"),
        Opener.LINK_HOLDER: N_(
            "wie de link van de verwijzing heeft, zolang de toestemming geldt; anders niemand"
        ),
        Opener.AUDIT: N_(
            "privacy officers en de functionaris gegevensbescherming, met de sleutel van hun groep"
        ),
        Opener.OWNER: N_("alleen wie het account heeft, met wachtzin of passkey"),
        Opener.SESSION: N_("alleen de browser waarin de sessie loopt"),
        Opener.RECOVERY: N_("wie twee van de drie papieren hersteldelen heeft"),
        Opener.HOLDER: N_("wie de sleutel al heeft: een collega, een groep of de melder"),
        Opener.INSTALLATION: N_("de server zelf, om de mail te sturen waar iemand om vroeg"),
    }
)
