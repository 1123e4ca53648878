"""What search engines may know: the open pages, and nothing else."""

from flask import Blueprint, Response, render_template, url_for

from signalering.domain.languages import LANGUAGES
from signalering.domain.site import SiteKind
from signalering.services.public.info import indexed
from signalering.services.work import Work
from signalering.web.context import Answer, house, unit_of_work

LISTED = (
    "public.home",
    "public.help",
    "public.privacy",
    "public.accessibility",
    "directory.offers",
    "public.news",
    "public.materials",
    "network.newsletters",
    "network.subscribe",
)
# What may be fetched; the dollar ends an address (RFC 9309).
ALLOWED = (
    "/$",
    "/?language=",
    "/help",
    "/privacy-statement",
    "/accessibility",
    "/info/",
    "/news",
    "/materials",
    "/offers",
    "/newsletters",
    "/newsletter/subscribe",
)


def register(blueprint: Blueprint) -> None:
    """Put the two files on the blueprint."""
    blueprint.add_url_rule("/sitemap.xml", "sitemap", sitemap)
    blueprint.add_url_rule("/robots.txt", "robots", robots)


@unit_of_work()
def sitemap(work: Work) -> Answer:
    """Every open page in each language, after sitemaps.org's protocol."""
    paths = [url_for(endpoint, language=one) for one in LANGUAGES for endpoint in LISTED]
    for one in LANGUAGES:
        for slug, kind in indexed(work, one):
            endpoint = "public.material" if kind is SiteKind.MATERIAL else "public.info"
            paths.append(url_for(endpoint, slug=slug, language=one))
    base = house().settings.public_url
    text = render_template("public/sitemap.xml", addresses=[base + path for path in paths])
    return Response(text, mimetype="application/xml")


def robots() -> Response:
    """After RFC 9309: the longest rule that fits counts."""
    base = house().settings.public_url
    allowed = "".join(f"Allow: {path}\n" for path in (*ALLOWED, "/static/", "/sitemap.xml"))
    text = f"User-agent: *\n{allowed}Disallow: /\n\nSitemap: {base}/sitemap.xml\n"
    return Response(text, mimetype="text/plain")
