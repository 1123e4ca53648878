"""The hats of a colleague."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectMultipleField
from wtforms.validators import InputRequired

from signalering.domain.commands.accounts.hats import ChangeHats
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.states import Hat
from signalering.domain.texts import text_of
from signalering.forms.base import BaseForm
from signalering.forms.fields import is_typed, line

WORD = _("afnemen")


class HatsForm(BaseForm):
    """All hats that the account is to have; a word typed over where that destroys a key."""

    hats = SelectMultipleField(
        _("Welke rollen heeft dit account?"),
        [InputRequired()],
        choices=[
            (Hat.FRONTLINE.value, _("melder")),
            (Hat.COORDINATOR.value, _("coördinator")),
            (Hat.MANAGER.value, _("manager")),
            (Hat.ADMINISTRATOR.value, _("beheerder")),
            (Hat.PRIVACY_OFFICER.value, _("privacy officer")),
            (Hat.DATA_PROTECTION_OFFICER.value, _("functionaris gegevensbescherming")),
        ],
    )

    confirmation = line(_("Typ het woord %(word)s", word=WORD), 40, required=False)

    @staticmethod
    def holds(before: Iterable[str]) -> bool:
        """Whether one of these hats has a key to lose."""
        return not frozenset(before).isdisjoint(KEY_GROUP_OF_HAT)

    def confirms(self, before: Iterable[str]) -> bool:
        """Whether no key is destroyed without the word; tells the field otherwise.

        `before` are the hats of now.
        """
        lost = frozenset(before) - frozenset(self.hats.data or ())
        if not self.holds(lost) or is_typed(self.confirmation, WORD):
            return True
        wanted: Any = gettext(text_of("type_the_word"), word=WORD)
        self.confirmation.errors = [*self.confirmation.errors, wanted]
        return False

    def to_command(self, account_id: UUID) -> ChangeHats:
        """What the service takes."""
        return ChangeHats(account_id, frozenset(Hat(hat) for hat in self.hats.data or ()))
