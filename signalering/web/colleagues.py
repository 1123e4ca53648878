"""Colleagues as a form offers them."""

from collections.abc import Iterable

from flask_babel import format_date, gettext

from signalering.domain.views.accounts.cover import Colleague


def offered(people: Iterable[Colleague]) -> list[tuple[str, str]]:
    """By name; of who is away it says until when."""
    return [(str(one.id), _named(one)) for one in people]


def _named(one: Colleague) -> str:
    if one.away_until is None:
        return one.name
    until = format_date(one.away_until, "d MMMM")
    return str(gettext("%(name)s (afwezig tot en met %(day)s)", name=one.name, day=until))
