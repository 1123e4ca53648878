"""The steps of setting up words: see them, choose others, type two of them back."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, StringField

from signalering.forms.base import BaseForm


class DrawnForm(BaseForm):
    """`carried` holds the draw, sealed. Labels of what is asked back tell the place."""

    step = HiddenField()
    carried = HiddenField()
    first = StringField(_("Eerste woord"))
    second = StringField(_("Tweede woord"))
    code_first = StringField(_("Eerste groep"))
    code_second = StringField(_("Tweede groep"))
    words = HiddenField()

    def ask(self, words: tuple[int, int], groups: tuple[int, int]) -> None:
        """Say which places are asked for."""
        for field, place in zip((self.first, self.second), words, strict=True):
            field.label.text = _("De eerste vier letters van woord %(place)s", place=place)
        for field, place in zip((self.code_first, self.code_second), groups, strict=True):
            field.label.text = _("Groep %(place)s van je herstelcode", place=place)
