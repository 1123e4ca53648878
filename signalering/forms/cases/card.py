"""A contact card of a case is to be printed."""

from signalering.forms.version import VersionForm


class CardForm(VersionForm):
    """Needs no answers, only the row that was shown."""
