"""Write the issue of the newsletter that goes out next."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, SelectMultipleField
from wtforms.validators import Optional

from signalering.domain.commands.network.compose import ComposeNewsletter
from signalering.domain.errors import InvalidInput
from signalering.domain.newsletter import INTRO_LIMIT
from signalering.domain.views.signals.note import NoteIdentifies
from signalering.forms.fields import text
from signalering.forms.signals._guarded import GuardedForm
from signalering.forms.version import VersionForm

INTROS = ("intro_nl", "intro_en")


class ComposeForm(VersionForm, GuardedForm):
    """Two texts that the guard reads: `marked` says in which of them it found something."""

    guarded = "intro_nl"
    intro_nl = text(
        _("Inleiding in het Nederlands"),
        INTRO_LIMIT,
        required=False,
        description=_(
            "Iedereen mag dit lezen. Noem geen namen van inwoners en geen verhaal waaraan iemand "
            "te herkennen is."
        ),
    )
    intro_en = text(_("Inleiding in het Engels"), INTRO_LIMIT, required=False)
    chosen = SelectMultipleField(
        _("Wat komt erin?"), [Optional()], validate_choice=False, choices=[]
    )
    marked = HiddenField()

    def refuse(self, error: InvalidInput) -> None:
        """Also remember which text it was."""
        if isinstance(error, NoteIdentifies):
            self.marked.data = error.field
        super().refuse(error)

    def guarded_field(self) -> str:
        """The name of the text that the page marked; the first one when somebody meddled."""
        marked = self.marked.data
        return marked if isinstance(marked, str) and marked in INTROS else self.guarded

    def to_command(self) -> ComposeNewsletter:
        """What the service takes."""
        return ComposeNewsletter(
            self.seen(),
            self.intro_nl.data or "",
            self.intro_en.data or "",
            tuple(self.chosen.data or ()),
            tuple(self.no_name.data or ()),
        )
