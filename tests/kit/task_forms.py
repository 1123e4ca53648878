"""The forms around what is planned in a case, each as it would be carried out."""

from kit.cases import case_row, opened
from kit.form import MARK, Form
from kit.tasks import planned
from kit.town import Town


def task_forms(town: Town) -> dict[str, Form]:
    """By endpoint."""
    empty, to_finish, to_move = opened(town), opened(town), opened(town)
    first, second = planned(town, to_finish), planned(town, to_move)
    words = ("place", "who", "bring", "reason", "text")
    return {
        "cases.plan": Form(
            "coordinator",
            {"case_id": empty},
            {"version": case_row(town, empty).version, "due_on": "2026-12-10", "time": "14:00"}
            | {name: f"{MARK}: {name}" for name in words}
            | {"kind": "appointment"},
            codes=("version", "due_on", "time", "kind"),
            words=words,
            optional=frozenset({"who", "bring", "reason", "text"}),
        ),
        "cases.finish_task": Form(
            "coordinator",
            {"case_id": to_finish, "number": first},
            {"version": case_row(town, to_finish).version, "how": "cancelled", "text": MARK},
            codes=("version", "how"),
            words=("text",),
            optional=frozenset({"text"}),
        ),
        "cases.move_task": Form(
            "coordinator",
            {"case_id": to_move, "number": second},
            {"version": case_row(town, to_move).version, "time": "10:30", "text": MARK}
            | {"due_on": "2026-12-11"},
            codes=("version", "time", "due_on"),
            words=("text",),
            optional=frozenset({"text"}),
        ),
    }
