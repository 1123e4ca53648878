"""References of signals and cases that people can say over the phone."""

import secrets

from sqlalchemy import exists, select

from signalering.domain.references import ALPHABET, HALF
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.work import Work


def new_reference(work: Work, model: type[Signal] | type[Case]) -> str:
    """A random reference such as `7KMD-R3XW` that no row of this table has."""
    while True:
        reference = a_reference()
        if not work.data.scalar(select(exists().where(model.reference == reference))):
            return reference


def a_reference() -> str:
    """A random reference; there are some 17,000 million."""
    first, second = (_letters() for _ in range(2))
    return f"{first}-{second}"


def _letters() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(HALF))
