"""Dutch first, English by a switch: the cookie decides, then the account."""

from flask import request
from flask_babel import gettext, ngettext

from signalering.domain.errors import DomainError, TooOften
from signalering.domain.moments import START
from signalering.domain.texts import text_of
from signalering.domain.vocabularies import vocabulary
from signalering.web.visitor import current_visitor

LANGUAGES = ("nl", "en")
# A resident reads one more on the pages of a card: many who live here are Polish.
CARD_LANGUAGES = (*LANGUAGES, "pl")
# Each language has its own address there: nothing has to be kept of whoever looks.
IN_THE_ADDRESS = frozenset(
    {
        "directory.offers",
        "directory.offer",
        "network.newsletters",
        "network.newsletter",
        "network.subscribe",
        "network.opt_in",
        "network.unsubscribe",
    }
)
CARD_PAGES = frozenset({"public.card", "public.leave", "public.withdraw", "public.erase"})


def language() -> str:
    """The language of this request."""
    addressed = request.endpoint in IN_THE_ADDRESS
    chosen = request.args.get("language") if addressed else None
    chosen = chosen or request.cookies.get("language")
    offered = CARD_LANGUAGES if request.endpoint in CARD_PAGES else LANGUAGES
    if chosen in offered:
        return str(chosen)
    visitor = current_visitor()
    if visitor is not None and visitor.actor.language in LANGUAGES:
        return visitor.actor.language
    return LANGUAGES[0]


def label(code: str | None, name: str) -> str:
    """A code's label from its closed list, in the language of this request."""
    return vocabulary(name).label(code, language()) if code else ""


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
        return f"{gettext('Er is te vaak achter elkaar geprobeerd.')} {_when(error.wait)}"
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
