"""How pages look: a municipality's own theme, and light or dark as somebody chose."""

from flask import Flask, request

from signalering.domain.tokens import SCHEMES
from signalering.domain.views.public.theme import Theme
from signalering.services.public.theme import theme
from signalering.web.context import house
from signalering.web.cookies import scheme_cookie_name


def install(app: Flask) -> None:
    """Give every template both; pages of faults too, which have nothing else to lean on."""
    app.jinja_env.globals |= {"theme": _theme, "colour_scheme": colour_scheme}


def colour_scheme() -> str:
    """`light` or `dark`; empty for who goes by the device."""
    kept = request.cookies.get(scheme_cookie_name(house().settings), "")
    return kept if kept in SCHEMES else ""


def _theme() -> Theme:
    return theme(house().settings.instance)
