"""An entry's details in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext

from signalering.domain.audit_actions import ACTIONS
from signalering.domain.audit_labels import DETAILS, LISTS, OBJECT_KINDS, OUTCOMES, VALUES
from signalering.domain.views.audit.trail import TrailLine
from signalering.web.language import codes_of, label
from signalering.web.presenting import NAVIGATION, day

# A search in the trail is told in the words of the page on which it was asked.
ASKED: dict[str, Mapping[Any, Any]] = {
    "wanted": ACTIONS,
    "object_kind": OBJECT_KINDS,
    "wanted_outcome": OUTCOMES,
}
DAYS = frozenset({"from_day", "to_day", "until", "valid_until"})
PAGES = dict(NAVIGATION)


def more(line: TrailLine) -> list[tuple[str, str, str]]:
    """A detail's code, what it is called, what it says; what tells a person nothing is left out."""
    told = ((name, _told(name, value)) for name, value in line.details if value)
    return [(name, gettext(DETAILS.get(name, name)), text) for name, text in told if text]


def _told(name: str, value: str) -> str:
    if name == "period":
        return value  # the page has the words for it
    if name == "endpoint":
        return str(gettext(PAGES[value])) if value in PAGES else ""
    if name in DAYS:
        return day(date.fromisoformat(value))
    if name in ASKED:
        return str(gettext(_asked(name, value)))
    parts = value.split(",") if name == "hats" else [value]
    return ", ".join(_code(name, part) for part in parts)


def _asked(name: str, value: str) -> str:
    found = ASKED[name].get(value, value)
    return str(getattr(found, "label", found))


def _code(name: str, code: str) -> str:
    """Counts, names and what nobody named stay as they are."""
    for listed in LISTS.get(name, ()):
        if code in codes_of(listed):
            return label(code, listed)
    return str(gettext(VALUES[code])) if code in VALUES else code
