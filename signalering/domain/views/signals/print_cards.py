"""Cards to print."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class CardToPrint:
    """The code in groups, and the QR code as an SVG that we made ourselves."""

    code: str = field(repr=False)
    qr: str = field(repr=False)
