"""An administrator writes down when an offer is there."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.directory.schedule import SaveSchedule
from signalering.domain.errors import InvalidInput, NotFound
from signalering.domain.schedules import MOST_SCHEDULES, checked_schedule
from signalering.models.directory.initiative import Initiative
from signalering.services.audit.record import record
from signalering.services.directory._writing import change, require_editor
from signalering.services.directory.schedules import schedules_of, set_schedules
from signalering.services.directory.standings import initiative_of
from signalering.services.work import Work


def save_schedule(work: Work, command: SaveSchedule) -> None:
    """Add it, change it, or take it away.

    Raises Denied, NotFound, InvalidInput, and Conflict when somebody changed the offer since.
    """
    require_editor(work)
    offer_id = initiative_of(work, command.initiative_id).id
    rules = list(schedules_of(work, [offer_id]).get(offer_id, ()))
    change(work, Initiative, offer_id, command.version, {})
    if not 0 <= command.number <= len(rules):
        raise NotFound
    if command.schedule is None:
        if command.number == 0:
            raise NotFound
        del rules[command.number - 1]
    elif command.number:
        rules[command.number - 1] = checked_schedule(command.schedule)
    else:
        if len(rules) >= MOST_SCHEDULES:
            raise InvalidInput("freq", "schedules_many", most=str(MOST_SCHEDULES))
        rules.append(checked_schedule(command.schedule))
    set_schedules(work, offer_id, rules)
    record(work, AuditAction.OFFER_CHANGED, offer_id, assured="no", part="schedule")
