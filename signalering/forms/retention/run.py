"""A run that a person sets going."""

from flask_babel import lazy_gettext as _

from signalering.forms.base import BaseForm
from signalering.forms.fields import typed_over


class RunForm(BaseForm):
    """The word typed over: it can't be undone."""

    confirmation = typed_over(_("vernietigen"))
