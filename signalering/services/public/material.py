"""A sheet to print: a poster, cards to cut out, or a text of one or two pages."""

from urllib.parse import urlsplit

from signalering.domain.errors import NotFound
from signalering.domain.site import SiteKind
from signalering.domain.views.public.material import MaterialView
from signalering.services.accounts.totp import qr_code
from signalering.services.public.site import in_both, texts
from signalering.services.work import Work


def material(work: Work, slug: str, language: str, path: str) -> MaterialView:
    """The sheet; who holds it finds the site's page of this `path`. Raises NotFound."""
    text = texts(work.settings.instance, language).get(slug)
    if text is None or text.kind is not SiteKind.MATERIAL:
        raise NotFound
    base = work.settings.public_url
    both = in_both(work.settings.instance, slug)
    return MaterialView(slug, text, urlsplit(base).netloc, qr_code(base + path), both)
