"""The routes of the application, and made-up values for what stands in an address."""

from typing import Any
from uuid import uuid4

from flask import Flask
from werkzeug.routing import AnyConverter, IntegerConverter, Rule, UUIDConverter

from signalering.web.assets import DIGITS, DigestConverter
from signalering.web.figure_addresses import PeriodConverter, TableConverter
from signalering.web.tokens import TokenConverter

UNASKED = frozenset({"HEAD", "OPTIONS"})


def rules(app: Flask) -> list[Rule]:
    """Every route, in the order of their endpoints."""
    return sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint)


def methods_of(app: Flask, endpoint: str) -> frozenset[str]:
    """What an endpoint takes, over all of its addresses."""
    taken = {method for rule in app.url_map.iter_rules(endpoint) for method in rule.methods or ()}
    return frozenset(taken - UNASKED)


def made_up(app: Flask, endpoint: str) -> dict[str, Any]:
    """Values of the right types for an endpoint's address; no row has them."""
    (rule,) = app.url_map.iter_rules(endpoint)
    return {name: _value(converter) for name, converter in rule._converters.items()}


def _value(converter: object) -> Any:
    if isinstance(converter, UUIDConverter):
        return uuid4()
    if isinstance(converter, IntegerConverter):
        return 1
    if isinstance(converter, AnyConverter):
        return sorted(converter.items)[0]
    if isinstance(converter, PeriodConverter):
        return "1999Q4"
    if isinstance(converter, TableConverter):
        return "area"
    if isinstance(converter, TokenConverter):
        return "made-up".ljust(43, "-")
    if isinstance(converter, DigestConverter):
        return "0" * DIGITS
    return "made-up"
