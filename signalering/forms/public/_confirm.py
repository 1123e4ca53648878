"""A card's code that comes along to a page that asks: are you sure?"""

from wtforms import HiddenField

from signalering.forms.base import BaseForm


class ConfirmForm(BaseForm):
    """The code, and whether the second button was pressed."""

    code = HiddenField()
    sure = HiddenField()

    @property
    def is_sure(self) -> bool:
        """Whether it was said a second time."""
        return self.sure.data == "yes"
