"""Handing a case back asks for nothing but the page it stood on."""

from signalering.forms.version import VersionForm


class HandBackForm(VersionForm):
    """The row's number alone."""
