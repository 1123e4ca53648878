"""The letter goes out."""

from signalering.forms.version import VersionForm


class LetterForm(VersionForm):
    """Needs no answers, only the row that was shown."""
