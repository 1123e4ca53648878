"""What a file of the directory is told to be: names of fields, and what is wrong with a row."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import Flask
from flask_babel import gettext

from signalering.domain.faults import Fault
from signalering.domain.texts import N_, text_of
from signalering.web.language import choices

# Our columns, as a person calls them.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "active": N_("staat in de lijst"),
        "area": N_("gebied"),
        "assured_on": N_("nagevraagd op"),
        "cost": N_("kosten"),
        "cost_cents": N_("bedrag"),
        "eligibility": N_("voor wie"),
        "kind": N_("soort"),
        "languages": N_("talen"),
        "maximum_age": N_("hoogste leeftijd"),
        "minimum_age": N_("laagste leeftijd"),
        "name": N_("naam"),
        "note": N_("wat het is"),
        "organisation_id": N_("organisatie"),
        "phone": N_("telefoonnummer"),
        "pillar": N_("pijler"),
        "place_id": N_("plek"),
        "public_address": N_("e-mailadres"),
        "schedules": N_("dagen en tijden"),
        "sign_up": N_("aanmelden"),
        "url": N_("website"),
    }
)
# What a text names of a closed list: in the language of who reads it.
LISTED: Mapping[str, Mapping[str, str]] = MappingProxyType({"list_hat": {"allowed": "hats"}})


def install(app: Flask) -> None:
    """Give the templates both."""
    app.jinja_env.filters |= {"field_name": field_name, "fault_text": fault_text}


def field_name(name: str) -> str:
    """What a person calls a column of an offer."""
    return str(gettext(FIELDS[name])) if name in FIELDS else name


def fault_text(fault: Fault) -> str:
    """What is wrong with a row and what to do about it."""
    listed = {
        name: ", ".join(called for _, called in choices(vocabulary))
        for name, vocabulary in LISTED.get(fault.code, {}).items()
    }
    return str(gettext(text_of(fault.code), **listed, **fault.params))
