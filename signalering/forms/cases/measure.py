"""The answers of a resident, or why there are none."""

from collections.abc import Sequence
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import Field, HiddenField, RadioField
from wtforms.validators import InputRequired, Optional

from signalering.domain.commands.cases.measure import RecordMeasure
from signalering.domain.measures import Item, ItemAnswer, Response
from signalering.forms.fields import day
from signalering.forms.version import VersionForm, number_of

# A choice that was made can be taken back, also without a script.
OPEN = "open"
ITEM = "item_"


class MeasureForm(VersionForm):
    """Which moment, whether the questions were asked, and the answers; made by `measure_form`."""

    moment = RadioField(_("Welke meting is dit?"), [InputRequired()])
    day: Field = day(_("Op welke dag?"), description=_("Zoals 31-12-2026."))
    response = RadioField(_("Hoe ging het?"), [InputRequired()])
    direct = RadioField(validators=[Optional()])
    corrects = HiddenField()

    @property
    def items(self) -> list[RadioField]:
        """The statements, in the order of the wording."""
        return [
            field for field in self if isinstance(field, RadioField) and field.name.startswith(ITEM)
        ]

    def to_command(self, case_id: UUID) -> RecordMeasure:
        """What the service takes; what was left open is absent."""
        said = {field.name.removeprefix(ITEM): field.data for field in self.items}
        return RecordMeasure(
            case_id,
            self.seen(),
            number_of(self.moment.data),
            self.day.data,
            Response(self.response.data),
            direct=None if self.direct.data in (None, OPEN) else number_of(self.direct.data),
            answers={
                one: ItemAnswer(answer)
                for one, answer in said.items()
                if answer not in (None, OPEN)
            },
            corrects=number_of(self.corrects.data) if self.corrects.data else None,
        )


def measure_form(items: Sequence[Item], language: str) -> type[MeasureForm]:
    """A form with a field for each statement, named by its id: an order may change."""
    fields = {f"{ITEM}{item.id}": RadioField(item.text(language), [Optional()]) for item in items}
    return type("MeasureForm", (MeasureForm,), fields)
