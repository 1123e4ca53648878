"""Send the issue that was looked through."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField

from signalering.forms.fields import typed_over
from signalering.forms.version import VersionForm

# Typed over before a mail goes to everybody: it can't be called back.
WORD = _("versturen")


class PublishForm(VersionForm):
    """The version that was kept, how it read on the page, and the word."""

    shown = HiddenField()
    confirmation = typed_over(WORD)
