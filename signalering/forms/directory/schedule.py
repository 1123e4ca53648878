"""When an offer is there."""

import re
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import IntegerField, SelectField, SelectMultipleField
from wtforms.validators import Optional

from signalering.domain.commands.directory.schedule import SaveSchedule
from signalering.domain.schedules import DAY_CODES, LONGEST_SCHEDULE_NOTE, Schedule
from signalering.forms.fields import day, line
from signalering.forms.version import VersionForm

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")


class ScheduleForm(VersionForm):
    """One rule; the route fills the choices."""

    freq = SelectField(
        _("Per week of per maand"),
        [Optional()],
        choices=[("", _("wisselt")), ("weekly", _("per week")), ("monthly", _("per maand"))],
    )
    interval = IntegerField(
        _("Om de hoeveel weken of maanden?"),
        [Optional()],
        description=_("1 is elke week of elke maand, 2 is om de week of om de maand."),
    )
    days = SelectMultipleField(_("Op welke dagen?"), [Optional()])
    ordinals = SelectMultipleField(
        _("De hoeveelste van de maand?"),
        [Optional()],
        description=_("Alleen bij 'per maand'. Bijvoorbeeld: de eerste dinsdag."),
    )
    opens_at = line(_("Begint om"), 5, required=False, description=_("Bijvoorbeeld: 10:00."))
    closes_at = line(_("Is klaar om"), 5, required=False)
    valid_from = day(_("Geldt vanaf"), required=False, description=_("Bijvoorbeeld: 31-12-2026."))
    valid_to = day(_("Geldt tot en met"), required=False)
    note = line(
        _("Nog iets over de tijden"),
        LONGEST_SCHEDULE_NOTE,
        required=False,
        description=_("Bijvoorbeeld: niet in de zomervakantie."),
    )

    def to_command(self, initiative_id: UUID, number: int) -> SaveSchedule:
        """What the service takes."""
        return SaveSchedule(initiative_id, self.seen(), number, self._schedule())

    def _schedule(self) -> Schedule:
        days = [DAY_CODES[code] for code in self.days.data or ()]
        times = self.ordinals.data or [""]
        interval = self.interval.data
        return Schedule(
            freq=self.freq.data or "",
            interval=1 if interval is None else interval,
            byday=tuple(f"{one}{code}" for one in times for code in days),
            opens_at=clock(self.opens_at.data or ""),
            closes_at=clock(self.closes_at.data or ""),
            valid_from=self.valid_from.data,
            valid_to=self.valid_to.data,
            note=self.note.data or "",
        )


def clock(text: str) -> str:
    """'9.30' as '09:30'; what is no time stays as it is, to be refused."""
    found = _CLOCK.fullmatch(text)
    return f"{int(found[1]):02}:{found[2]}" if found else text


def typed(schedule: Schedule) -> dict[str, object]:
    """The fields of a rule that is known."""
    return {
        "freq": schedule.freq,
        "interval": schedule.interval,
        "days": list(schedule.days),
        "ordinals": list(schedule.ordinals),
        "opens_at": schedule.opens_at,
        "closes_at": schedule.closes_at,
        "valid_from": schedule.valid_from,
        "valid_to": schedule.valid_to,
        "note": schedule.note,
    }
