"""The letter to a resident whom nobody reached, in the language that the keeper chooses.

It says who we are and that we would like to meet. It names no reason: whoever opens the envelope
may be anybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class LetterText:
    """`{name}`, `{phone}` and `{hours}` are filled in; `tried` only stands after a try."""

    subject: str
    greeting: str
    who: str
    tried: str
    call: str
    hours: str
    no_hurry: str
    rather_not: str
    regards: str
    team: str


LETTER_TEXTS: Mapping[str, LetterText] = MappingProxyType(
    {
        "nl": LetterText(
            subject="Kennismaken",
            greeting="Beste {name},",
            who="Wij zijn het welzijnsteam van de gemeente. Wij willen graag kennis met u maken.",
            tried="We hebben geprobeerd u te bereiken. Dat is nog niet gelukt.",
            call="Wilt u ook kennismaken? Bel ons dan op {phone}.",
            hours="We zijn er {hours}.",
            no_hurry=(
                "Het heeft geen haast. Belt u niet? Dan gebeurt er niets, en het heeft geen "
                "gevolgen voor u."
            ),
            rather_not=(
                "Wilt u liever niet dat we contact met u zoeken? Bel ons en zeg dat. U hoeft niet "
                "te vertellen waarom. We zoeken u dan niet meer op."
            ),
            regards="Met vriendelijke groet,",
            team="welzijnsteam van de gemeente",
        ),
        "en": LetterText(
            subject="Getting to know each other",
            greeting="Dear {name},",
            who="We are the municipality's welfare team. We would like to get to know you.",
            tried="We have tried to reach you. So far we have not been able to.",
            call="Would you like to get to know us too? Please call us on {phone}.",
            hours="We are there {hours}.",
            no_hurry=(
                "There is no hurry. If you do not call, nothing happens, and it has no "
                "consequences for you."
            ),
            rather_not=(
                "Would you rather we did not try to contact you? Call us and tell us. You do not "
                "have to say why. We will not look you up again."
            ),
            regards="Kind regards,",
            team="the municipality's welfare team",
        ),
    }
)
