"""What receivers answered goes into the case."""

from signalering.forms.version import VersionForm


class TakeAnswersForm(VersionForm):
    """A button; the version tells which case page it stood on."""
