"""The lines of the page of state in words, in the language of the request."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import format_decimal, gettext

from signalering.domain.state_texts import CHECKS
from signalering.domain.views.settings.state import Said, StateLine
from signalering.web.presenting import moment


@dataclass(frozen=True)
class SaidLine:
    """What is so, and what to do about it."""

    standing: str
    name: str
    said: str
    to_do: str


def said(line: StateLine) -> SaidLine:
    """One line in words."""
    params = {name: _shown(value) for name, value in line.params.items()}
    return SaidLine(
        standing=line.text.standing.value,
        name=str(gettext(CHECKS[line.check])),
        said=str(gettext(line.text.said, **params)),
        to_do=str(gettext(line.text.to_do)) if line.text.to_do else "",
    )


def _shown(value: Said) -> str:
    if isinstance(value, datetime):
        return moment(value)
    return str(format_decimal(value)) if isinstance(value, int) else value
