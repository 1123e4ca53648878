"""What a coordinator writes for the other coordinators."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.signals.remark import REMARK_LIMIT, RemarkOnSignal
from signalering.forms.base import BaseForm
from signalering.forms.fields import text


class RemarkForm(BaseForm):
    """One text."""

    text = text(
        _("Opmerking"),
        REMARK_LIMIT,
        description=_("Alleen coördinatoren lezen dit. De melder ziet het niet."),
    )

    def to_command(self, signal_id: UUID) -> RemarkOnSignal:
        """What the service takes."""
        return RemarkOnSignal(signal_id, self.text.data or "")
