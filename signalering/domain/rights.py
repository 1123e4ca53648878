"""By when a resident must know of a case, and must have an answer to a request.

Sources: GDPR articles 12(3) (a month, once two months more), 14(3) (a month at most, and not after
the first word with the resident) and 18(3) (told before a restriction is lifted).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from signalering.domain.retention import add_months
from signalering.domain.texts import N_

ANSWER_MONTHS = 1
MORE_MONTHS = 2
# Nobody remembers a request from longer ago; it is as likely a slip of the pen.
OLDEST_REQUEST_MONTHS = 12

# Versions are never reworded: another text is another version.
INFORM_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "informed-1": N_(
            "Wij houden een dossier over u bij: hoe we u kunnen bereiken en wat we samen "
            "afspreken. Iemand die u kent van een organisatie dacht dat u dat prettig zou vinden. "
            "Alleen de welzijnscoördinatoren kunnen het lezen. Na het afsluiten bewaren we het nog "
            "ongeveer een jaar, of korter. U mag altijd vragen wat erin staat, het laten "
            "verbeteren, stilzetten of wissen, en nee zeggen tegen contact. Een klacht kan naar "
            "de gemeente of naar de Autoriteit Persoonsgegevens."
        ),
    }
)
INFORM_TEXT_NOW = "informed-1"


def inform_by(known_on: date) -> date:
    """By when somebody must know, whose details we have since that day; article 14(3)(a).

    A month later, and then back to the 15th or the last day of a month, whichever is nearer: a
    finer day would tell on which day the case was opened, and so which signal it came from.
    """
    latest = add_months(known_on, ANSWER_MONTHS)
    if (latest + timedelta(days=1)).day == 1:
        return latest
    if latest.day >= 15:
        return latest.replace(day=15)
    return latest.replace(day=1) - timedelta(days=1)


def answer_by(received: date, *, extended: bool = False) -> date:
    """The last day on which an answer is in time; article 12(3). Two months more, said in time."""
    return add_months(received, ANSWER_MONTHS + (MORE_MONTHS if extended else 0))


def may_extend(received: date, today: date) -> bool:
    """More time can be taken only within the first month, in which the resident is told so."""
    return today <= answer_by(received)


def is_plausible(received: date, today: date) -> bool:
    """Whether a request can have come on that day."""
    return add_months(today, -OLDEST_REQUEST_MONTHS) <= received <= today
