"""What a coordinator has planned on the last day that is played: so that no page stands empty."""

from datetime import timedelta

from sqlalchemy import select

from signalering.demo.stage import Stage
from signalering.domain.commands.cases.plan import PlanTask
from signalering.domain.lifecycles import TaskKind
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.services.cases.plan import plan

# Kind, days from now, and what is said.
PLANS: tuple[tuple[TaskKind, int, dict[str, str]], ...] = (
    (
        TaskKind.APPOINTMENT,
        0,
        {"time": "14:30", "place": "Bij de inwoner thuis", "text": "Kennismaken, samen koffie."},
    ),
    (TaskKind.TASK, 0, {"text": "De wandelgroep bellen: is er nog plek?"}),
    (
        TaskKind.REMINDER,
        2,
        {"text": "Vragen hoe het weekend was.", "reason": "De kinderen kwamen langs."},
    ),
    (
        TaskKind.APPOINTMENT,
        6,
        {"time": "10:00", "place": "Buurthuis", "who": "Vrijwilliger", "bring": "De folder"},
    ),
)


def tasks(stage: Stage) -> None:
    """Plan these, each in a case of the first coordinator that is still open."""
    stage.clock.move_to(max(stage.now, stage.clock.now()))
    with stage.as_("coordinator") as work:
        today = work.clock.today()
        cases = work.data.scalars(
            select(Case)
            .where(
                Case.owner_id == work.by().account_id,
                Case.state != CaseState.CLOSED,
                Case.paused_until.is_(None),
            )
            .order_by(Case.reference)
        ).all()
        for case, (kind, days, said) in zip(cases, PLANS, strict=False):
            due_on = today + timedelta(days=days)
            plan(work, PlanTask(case.id, case.version, kind, due_on, **said))
