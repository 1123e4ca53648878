"""What the page shows that sets up codes."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class TotpView:
    """A QR code as SVG, its secret in groups of four, and whether there is no second factor yet."""

    qr_code: str = field(repr=False)
    secret: str = field(repr=False)
    first: bool
