"""At which partner a training is given."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import Field, SelectField
from wtforms.validators import Optional


def at_partner() -> SelectField:
    """One of the coalition's organisations, or open to all; the route fills the choices."""
    return SelectField(_("Voor welke organisatie?"), [Optional()])


def partner_of(field: Field) -> UUID | None:
    """The one that was chosen; None for an open training."""
    return UUID(field.data) if field.data else None
