"""Another name for a passkey."""

from flask_babel import lazy_gettext as _

from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class PasskeyRenameForm(BaseForm):
    """The new name."""

    name = line(_("Nieuwe naam"), 60)
