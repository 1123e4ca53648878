"""What stands on a contact card: on paper there is no switch, so in all three languages at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class CardText:
    """`{address}` is where the code is typed, `{days}` for how long."""

    question: str
    what_to_do: str


CARD_TEXTS: Mapping[str, CardText] = MappingProxyType(
    {
        "nl": CardText(
            "Wilt u dat wij contact met u opnemen?",
            "Vul deze code in op {address}, of bel ons. U beslist zelf. "
            "De kaart geldt {days} dagen.",
        ),
        "en": CardText(
            "Would you like us to contact you?",
            "Enter this code at {address}, or call us. It is up to you. "
            "The card is valid for {days} days.",
        ),
        "pl": CardText(
            "Czy chcesz, żebyśmy się z Tobą skontaktowali?",
            "Wpisz ten kod na {address} albo zadzwoń. Decyzja należy do Ciebie. "
            "Karta jest ważna {days} dni.",
        ),
    }
)
