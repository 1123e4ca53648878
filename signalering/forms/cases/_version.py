"""The number of the row that a page showed: a form from an older page is refused, not lost."""

from typing import Any

from wtforms import HiddenField

from signalering.forms.base import BaseForm


class VersionForm(BaseForm):
    """A form about a row that others may change meanwhile."""

    version = HiddenField()

    def seen(self) -> int:
        """The number that was shown; one that no row has when somebody meddled with it."""
        return number_of(self.version.data)


def number_of(text: Any) -> int:
    """A whole number in plain digits, or -1."""
    digits = text if isinstance(text, str) else ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else -1
