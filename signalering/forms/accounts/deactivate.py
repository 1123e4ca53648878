"""An account switched off."""

from flask_babel import lazy_gettext as _

from signalering.forms.base import BaseForm
from signalering.forms.fields import typed_over


class DeactivateForm(BaseForm):
    """The word typed over: keys are destroyed."""

    confirmation = typed_over(_("uitzetten"))
