"""Headers on every answer, faults and redirects included."""

from flask import Flask, Response, request

from signalering.domain.api import VERSION
from signalering.web.assets import FOR_GOOD
from signalering.web.problems import for_partners

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# The address itself lets somebody in: no page is told it, and no search engine keeps it.
ONE_TIME = frozenset(
    {
        "accounts.activate",
        "accounts.show_link",
        "accounts.calendar_make",
        "accounts.calendar_feed",
        "referrals.receive",
        "referrals.answer",
        "referrals.send",
        "referrals.renew",
        "directory.confirm",
        "directory.answer",
        "directory.ask",
        "signals.open_link",
        "network.open_meeting",
        "network.answer_invitation",
        "network.invitation_file",
        "network.opt_in",
        "network.unsubscribe",
    }
)
ONE_TIME_HEADERS = {
    # The origin alone, also to ourselves: Flask-WTF asks for that much on https.
    "Referrer-Policy": "strict-origin",
    "X-Robots-Tag": "noindex, nofollow",
}
# Frozen figures for programs, which keep them and ask whether they still hold.
KEPT_BY_PROGRAMS = frozenset(
    {
        "statistics.open_data_periods",
        "statistics.open_data_period",
        "statistics.open_data_table",
        "statistics.open_data_codes",
    }
)
# API Design Rules, /core/publish-openapi.
DESCRIPTION = "api.openapi"
# What a search engine may keep; every other page is nobody's who didn't ask for it.
INDEXABLE = frozenset(
    {
        "static",
        "public.home",
        "public.help",
        "public.privacy",
        "public.accessibility",
        "public.info",
        "public.news",
        "public.material",
        "public.materials",
        "public.sitemap",
        "public.robots",
        "public.theme",
        "directory.offers",
        "directory.offer",
        "network.newsletters",
        "network.newsletter",
        "network.subscribe",
    }
)
THEME = "public.theme"
DRAWING = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Flask-WTF refuses https posts without a Referer; other hosts never get one.
    "Referrer-Policy": "same-origin",
}


def install(app: Flask) -> None:
    """Register the headers; HSTS only where https is."""

    @app.after_request
    def add(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers[name] = value
        if request.endpoint not in INDEXABLE:
            response.headers["X-Robots-Tag"] = "noindex"
        if request.endpoint in ONE_TIME:
            response.headers.update(ONE_TIME_HEADERS)
        if for_partners():
            response.headers["API-Version"] = VERSION
        if request.endpoint == DESCRIPTION:
            # Tools read it from another site; it holds nothing of anybody. All else stays shut.
            response.headers["Access-Control-Allow-Origin"] = "*"
        if app.config["SESSION_COOKIE_SECURE"]:
            response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
        if request.endpoint == THEME and request.path.endswith(".svg"):
            # A drawing may hold a script; opened by itself, it would run as a page of ours.
            response.headers["Content-Security-Policy"] = DRAWING
        if request.endpoint == THEME and _is_named(response):
            response.headers["Cache-Control"] = FOR_GOOD
        elif request.endpoint in KEPT_BY_PROGRAMS and response.status_code in (200, 304):
            response.headers["Cache-Control"] = "private, no-cache"
        elif request.endpoint != "static" or response.status_code >= 400:
            # Pages are of one person at one moment; nothing keeps them. A file says for itself.
            response.headers["Cache-Control"] = "no-store"
        return response


def _is_named(response: Response) -> bool:
    """Whether what is served is what its address says, so that it never changes there."""
    tag, _ = response.get_etag()
    return tag is not None and tag == (request.view_args or {}).get("fingerprint")
