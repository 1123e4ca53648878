"""What is said after a step, on the next page. The cookie carries the code alone."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import flash
from flask_babel import gettext

from signalering.domain.texts import N_

MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "language_kept": ("success", N_("De taal is gewijzigd.")),
        "logged_out": ("success", N_("Je bent uitgelogd.")),
        "held_lost": (
            "warning",
            N_("Wat je had getypt hoort bij een ander account. Het is niet bewaard."),
        ),
        "signal_taken": ("success", N_("Dit signaal is nu van jou.")),
        "signal_handed_back": ("success", N_("Het signaal ligt weer in de inbox.")),
        "signal_remarked": ("success", N_("De opmerking is bewaard.")),
        "signal_closed": ("success", N_("Het signaal is afgerond.")),
        "signal_reopened": ("success", N_("Het signaal is heropend. Het is nu van jou.")),
        "signal_withdrawn": ("success", N_("Je signaal is ingetrokken.")),
        "case_opened": ("success", N_("Het dossier is geopend. Het signaal is afgerond.")),
        "case_taken": ("success", N_("Dit dossier is nu van jou.")),
        "case_handed_back": ("success", N_("Het dossier heeft nu geen eigenaar meer.")),
        "case_noted": ("success", N_("De notitie is bewaard.")),
        "attempt_recorded": ("success", N_("De contactpoging is bewaard.")),
        "consent_recorded": ("success", N_("De toestemming is bewaard.")),
        "consent_withdrawn": ("success", N_("De toestemming is ingetrokken.")),
        "case_moved": ("success", N_("De stap is bewaard.")),
        "case_paused": ("success", N_("Het dossier is gepauzeerd.")),
        "case_closed": ("success", N_("Het dossier is afgesloten.")),
        "case_reopened": ("success", N_("Het dossier is heropend.")),
        "referral_proposed": ("success", N_("De verwijzing is voorgesteld.")),
        "referral_advanced": ("success", N_("De stap van de verwijzing is bewaard.")),
    }
)


def say(code: str) -> None:
    """Say it on the next page. Raises KeyError for a code that has no text."""
    level, _ = MESSAGES[code]
    flash(code, level)


def shown(code: str) -> tuple[str, str]:
    """Level and text of a code, in the language of this request."""
    level, text = MESSAGES[code]
    return level, str(gettext(text))
