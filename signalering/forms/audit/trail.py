"""The search of the audit trail: all fields may stay empty."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, SelectField
from wtforms.validators import Length, Optional

from signalering.domain.audit_words import AuditAction
from signalering.domain.commands.audit.trail import SearchTrail
from signalering.forms.base import BaseForm
from signalering.forms.fields import day, line


class TrailForm(BaseForm):
    """Comes by GET, so that a page of the trail can be turned."""

    from_day = day(_("Vanaf"), required=False)
    to_day = day(_("Tot en met"), required=False)
    account = SelectField(_("Wie"), validators=[Optional()], validate_choice=False)
    action = SelectField(_("Handeling"), validators=[Optional()])
    object_kind = SelectField(_("Gaat over"), validators=[Optional()])
    outcome = SelectField(_("Uitkomst"), validators=[Optional()])
    wanted = line(
        _("Kenmerk"),
        40,
        required=False,
        description=_(
            "Van een signaal of dossier, zoals ABCD-2345, of een nummer uit dit logboek."
        ),
    )
    before = HiddenField(validators=[Optional(), Length(max=100)])

    def to_command(self) -> SearchTrail:
        """What to look for."""
        return SearchTrail(
            account_id=_uuid(self.account.data),
            action=AuditAction(self.action.data) if self.action.data else None,
            object_kind=self.object_kind.data or "",
            wanted=self.wanted.data or "",
            outcome=self.outcome.data or "",
            from_day=self.from_day.data,
            to_day=self.to_day.data,
            before=self.before.data or "",
        )


def _uuid(text: str | None) -> UUID | None:
    """An account that can't be one is none that wrote anything."""
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
