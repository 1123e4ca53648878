"""What a partner's program may be let in to, and for how long what it is given lasts."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from signalering.domain.marked import N_

# Its major part stands in every address; a program may count on it (API Design Rules, 7).
VERSION = "1.0.0"
# RFC 6749, 4.4: a program asks for a new one as often as it likes, so that none lives long.
TOKEN_LASTS = timedelta(minutes=10)
# Long enough to log in on the way to the form.
LINK_LASTS = timedelta(minutes=10)
# What a client may last at most, as with keys for open data.
CLIENT_LASTS = timedelta(days=365)


class ApiScope(StrEnum):
    """One thing that a program may do. Counts and people apart: a count often serves."""

    INITIATIVES = "initiatives:read"
    STATISTICS = "statistics:read"
    TRAINING = "training:read"
    WORKERS = "workers:read"
    SIGNAL_LINKS = "signal-links:create"


SCOPES: Mapping[ApiScope, str] = MappingProxyType(
    {
        ApiScope.INITIATIVES: N_("aanbod opvragen"),
        ApiScope.STATISTICS: N_("vrijgegeven cijfers opvragen"),
        ApiScope.TRAINING: N_("opvragen hoeveel eigen melders getraind zijn"),
        ApiScope.WORKERS: N_("opvragen wie van de eigen melders getraind is, met het e-mailadres"),
        ApiScope.SIGNAL_LINKS: N_("een signaal klaarzetten voor een eigen melder"),
    }
)
