"""A file of another directory, and the yes to what it would do. The route reads the file itself."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField

from signalering.domain.commands.directory.bring_in import ConfirmDirectory, UploadDirectory
from signalering.forms.base import BaseForm
from signalering.forms.fields import day


class UploadForm(BaseForm):
    """`file` holds the errors about it."""

    file = HiddenField(_("Bestand"))
    assured_on = day(
        _("Wanneer is dit aanbod nagevraagd?"),
        required=False,
        description=_(
            "Alleen voor aanbod waar in het bestand geen datum bij staat. Zoals 31-12-2026."
        ),
    )

    def to_command(self, content: bytes) -> UploadDirectory:
        """What the service takes."""
        return UploadDirectory(content, self.assured_on.data)


class ConfirmForm(BaseForm):
    """Yes to what was looked at."""

    seen = HiddenField()
    without = BooleanField(_("Ik weet dat aanbod met fouten niet meekomt"))

    def to_command(self) -> ConfirmDirectory:
        """What the service takes."""
        return ConfirmDirectory(str(self.seen.data or ""), bool(self.without.data))
