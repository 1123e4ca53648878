"""Write down what was agreed with an organisation: from then on its workers can be invited."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.partners.agree import RecordAgreement
from signalering.domain.partner_facts import agreement_values
from signalering.services.audit.record import record
from signalering.services.partners._rows import change, require_keeper
from signalering.services.work import Work


def agree(work: Work, command: RecordAgreement) -> None:
    """The newest agreement takes the place of the one before; the trail keeps both.

    Raises Denied, NotFound, Conflict, InvalidInput for a day to come or no version.
    """
    require_keeper(work)
    today = work.clock.today()
    values = agreement_values(command.agreement_on, command.agreement_version, today)
    change(work, command.partner_id, command.version, values)
    record(
        work,
        AuditAction.PARTNER_AGREED,
        command.partner_id,
        from_day=command.agreement_on.isoformat(),
        version=values["agreement_version"],
    )
