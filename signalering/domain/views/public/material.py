"""A sheet to print."""

from dataclasses import dataclass

from signalering.domain.site import SiteText


@dataclass(frozen=True)
class MaterialView:
    """The sheet's text; `address` is where its reader finds the site, `qr` the same as an SVG."""

    slug: str
    text: SiteText
    address: str
    qr: str
    both_languages: bool = True
