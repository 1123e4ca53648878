"""Contact details that a resident tells the keeper of a case."""

from uuid import UUID

from signalering.domain.commands.cases.add_details import AddDetails
from signalering.forms.signals import add_details
from signalering.forms.version import VersionForm


class AddDetailsForm(VersionForm, add_details.AddDetailsForm):
    """The same as at a signal, of a row that others may change meanwhile."""

    def to_case(self, case_id: UUID) -> AddDetails:
        """What the service takes."""
        return AddDetails(case_id, self.seen(), self.to_command())
