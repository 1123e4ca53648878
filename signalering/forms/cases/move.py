"""A step of a case: a button each."""

from uuid import UUID

from wtforms import SelectField

from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.states import CaseState
from signalering.forms.version import VersionForm


class MoveForm(VersionForm):
    """Where to."""

    to = SelectField(choices=[(state.value, state.value) for state in CaseState])

    def to_command(self, case_id: UUID) -> MoveCase:
        """What the service takes."""
        return MoveCase(case_id, self.seen(), CaseState(self.to.data))
