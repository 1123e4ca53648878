"""Whether somebody would like a training in a classroom."""

from wtforms import HiddenField

from signalering.forms.base import BaseForm


class RequestForm(BaseForm):
    """One button."""

    wish = HiddenField()

    @property
    def wanted(self) -> bool:
        """Whether it is asked for, or taken back."""
        return self.wish.data == "ask"
