"""Where the guide of a role stands."""

from wtforms import HiddenField

from signalering.domain.commands.accounts.role_guide import PutGuide
from signalering.forms.base import BaseForm


class RoleGuideForm(BaseForm):
    """One button; it says what it does."""

    away = HiddenField()

    def to_command(self) -> PutGuide:
        """What the service takes."""
        return PutGuide(away=self.away.data == "yes")
