"""The hats of a colleague."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import SelectMultipleField
from wtforms.validators import InputRequired

from signalering.domain.commands.accounts.hats import ChangeHats
from signalering.domain.states import Hat
from signalering.forms.base import BaseForm


class HatsForm(BaseForm):
    """All hats that the account is to have."""

    hats = SelectMultipleField(
        _("Welke rollen heeft dit account?"),
        [InputRequired()],
        choices=[
            (Hat.FRONTLINE.value, _("melder")),
            (Hat.COORDINATOR.value, _("coördinator")),
            (Hat.MANAGER.value, _("manager")),
            (Hat.ADMINISTRATOR.value, _("beheerder")),
            (Hat.PRIVACY_OFFICER.value, _("privacy officer")),
        ],
    )

    def to_command(self, account_id: UUID) -> ChangeHats:
        """What the service takes."""
        return ChangeHats(account_id, frozenset(Hat(hat) for hat in self.hats.data or ()))
