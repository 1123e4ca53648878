"""Take in what a resident did with the card."""

from signalering.forms.version import VersionForm


class TakeNewsForm(VersionForm):
    """Needs no answers, only the row that was shown."""
