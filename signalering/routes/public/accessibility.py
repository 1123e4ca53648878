"""Whether everybody can use it: what was measured, and what nobody has looked at yet."""

from datetime import date

from flask import Blueprint, render_template

from signalering.domain.pack_accessibility import TESTED, UNTESTED
from signalering.domain.packaged import packaged


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/accessibility", "accessibility", show)


def show() -> str:
    """With the figures of the last time that everything was measured."""
    measured = packaged("accessibility")
    return render_template(
        "public/accessibility.html",
        measured=measured,
        measured_on=date.fromisoformat(measured["measured_on"]),
        tested=TESTED,
        untested=UNTESTED,
    )
