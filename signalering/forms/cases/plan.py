"""What a coordinator plans in a case."""

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.plan import PlanTask
from signalering.domain.lifecycles import TaskKind
from signalering.forms.fields import day, line, text
from signalering.forms.version import VersionForm


class PlanForm(VersionForm):
    """A kind and a day; which of the rest is needed depends on the kind, and the service says."""

    kind = RadioField(_("Wat plan je?"), [InputRequired()])
    due_on = day(_("Op welke dag?"), description=_("Zoals 31-12-2026."))
    text = text(
        _("Waar gaat het over?"),
        required=False,
        id="task-text",
        description=_("Alleen coördinatoren lezen dit. Bij een afspraak mag dit leeg blijven."),
    )
    time = line(_("Hoe laat?"), 5, required=False, description=_("Bijvoorbeeld 14:00."))
    place = line(_("Waar?"), required=False, description=_("Bijvoorbeeld: bij de inwoner thuis."))
    who = line(_("Wie komt er mee?"), required=False)
    bring = line(_("Wat neem je mee?"), required=False)
    reason = line(
        _("Waarom wil je eraan denken?"),
        required=False,
        description=_("Dan snapt ook een collega straks waar de herinnering voor is."),
    )

    def to_command(self, case_id: UUID) -> PlanTask:
        """What the service takes."""
        return PlanTask(
            case_id,
            self.seen(),
            TaskKind(self.kind.data),
            self.due_on.data or date.min,
            text=self.text.data or "",
            reason=self.reason.data or "",
            time=self.time.data or "",
            place=self.place.data or "",
            who=self.who.data or "",
            bring=self.bring.data or "",
        )
