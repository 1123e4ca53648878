"""An offer leaves the list."""

from signalering.forms.version import VersionForm


class EndForm(VersionForm):
    """The version that was looked at is all that it says."""
