"""A signal taken back."""

from flask_babel import lazy_gettext as _

from signalering.forms.base import BaseForm
from signalering.forms.fields import typed_over


class WithdrawForm(BaseForm):
    """The word typed over: contact details are erased."""

    confirmation = typed_over(_("intrekken"))
