"""Dutch first, English by a switch: the address decides where it names a language, then the cookie,
then the account."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from flask import Flask, current_app, has_request_context, request
from flask_babel import gettext, ngettext
from werkzeug.exceptions import HTTPException

from signalering.domain.errors import DomainError, TooOften
from signalering.domain.languages import LANGUAGES
from signalering.domain.moments import START
from signalering.domain.texts import text_of
from signalering.domain.vocabularies import vocabulary
from signalering.web.context import house
from signalering.web.cookies import language_cookie_name
from signalering.web.paths import in_language, this_address
from signalering.web.problems import for_partners
from signalering.web.visitor import current_visitor

# A resident reads one more on the pages of a card: many who live here are Polish.
CARD_LANGUAGES = (*LANGUAGES, "pl")
CARD_PAGES = frozenset({"public.card", "public.leave", "public.withdraw", "public.erase"})
# Each language has its own address there: nothing has to be kept of whoever looks.
IN_THE_ADDRESS = CARD_PAGES | {
    "accounts.log_in",
    "directory.offer",
    "directory.offers",
    "network.newsletter",
    "network.newsletters",
    "network.opt_in",
    "network.subscribe",
    "network.unsubscribe",
    "public.accessibility",
    "public.chapter",
    "public.guide",
    "public.help",
    "public.home",
    "public.info",
    "public.material",
    "public.materials",
    "public.news",
    "public.privacy",
}

# Where a request keeps its language.
SPOKEN = "signalering.language"


def install(app: Flask) -> None:
    """Let links keep the language that the address names, in texts of the site too."""
    app.url_defaults(_keep)
    app.jinja_env.filters["in_this_language"] = in_this_language
    app.jinja_env.globals |= {"this_address": this_address, "in_language": in_language}


def language() -> str:
    """The language of this request. A long list asks hundreds of times, so the answer is kept with

    the request for as long as its visitor's own language stays.
    """
    visitor = current_visitor()
    own = visitor.actor.language if visitor is not None else None
    known: tuple[str | None, str] | None = request.environ.get(SPOKEN)
    if known is None or known[0] != own:
        known = own, _language(own)
        request.environ[SPOKEN] = known
    return known[1]


def _language(own: str | None) -> str:
    if for_partners():
        return LANGUAGES[0]
    offered = _offered(request.endpoint)
    kept = request.cookies.get(language_cookie_name(house().settings))
    for chosen in (_named(), kept):
        if chosen in offered:
            return str(chosen)
    return own if own in LANGUAGES else LANGUAGES[0]


def in_this_language(href: str) -> str:
    """A link of a text; one to an open page of ours leads on in the language of this page."""
    if not href.startswith("/"):
        return href
    try:
        endpoint, _ = current_app.url_map.bind("localhost").match(href, method="GET")
    except HTTPException:
        # Nothing is there, or it is elsewhere: that page says so.
        return href
    return f"{href}?language={language()}" if endpoint in IN_THE_ADDRESS else href


def is_switched_by_link() -> bool:
    """Whether each language of this page has an address, and the visitor nothing to be kept."""
    looks = request.method == "GET" and request.endpoint != "accounts.log_in"
    return looks and request.endpoint in IN_THE_ADDRESS and current_visitor() is None


def _named() -> str | None:
    return request.args.get("language") if request.endpoint in IN_THE_ADDRESS else None


def _offered(endpoint: str | None) -> tuple[str, ...]:
    return CARD_LANGUAGES if endpoint in CARD_PAGES else LANGUAGES


def _keep(endpoint: str, values: dict[str, Any]) -> None:
    """What the address names goes along to a next page whose address may name it."""
    if endpoint in IN_THE_ADDRESS and "language" not in values and has_request_context():
        named = _named()
        if named in _offered(request.endpoint) and named in _offered(endpoint):
            values["language"] = named


def label(code: str | None, name: str) -> str:
    """A code's label from its closed list, in the language of this request."""
    return vocabulary(name).label(code, language()) if code else ""


def labels(name: str) -> Mapping[str, str]:
    """All labels of a closed list, in the language of this request: for a list of many rows."""
    return _labels(name, language())


@lru_cache(maxsize=200)
def _labels(name: str, spoken: str) -> Mapping[str, str]:
    listed = vocabulary(name)
    return MappingProxyType({code: listed.label(code, spoken) for code in listed.codes})


def choices(name: str, *codes: str) -> list[tuple[str, str]]:
    """What a form offers of a closed list: all of it, or these codes."""
    listed, spoken = vocabulary(name), language()
    return [(code, listed.label(code, spoken)) for code in codes or listed.codes]


def moment_name(months: int) -> str:
    """What a moment of measuring is called, so many months after the start of support."""
    if months == START:
        return str(gettext("bij de start"))
    return str(gettext("na %(months)s maanden", months=months))


def codes_of(name: str) -> tuple[str, ...]:
    """The codes of a closed list."""
    return vocabulary(name).codes


def told(error: DomainError) -> str:
    """The text of a refusal, in the language of this request."""
    if isinstance(error, TooOften):
        return f"{gettext(text_of(error.code))} {_when(error.wait)}"
    return str(gettext(text_of(error.code), **error.params))


def _when(seconds: int) -> str:
    """When there is a turn again: in minutes where nobody counts seconds."""
    if seconds <= 60:
        return str(
            ngettext(
                "Over %(num)s seconde kan het weer.",
                "Over %(num)s seconden kan het weer.",
                seconds,
            )
        )
    return str(
        ngettext(
            "Over %(num)s minuut kan het weer.",
            "Over %(num)s minuten kan het weer.",
            -(-seconds // 60),
        )
    )
