"""Forms of the room of retention, whole."""

from kit.cases import case_row, closed_case
from kit.form import MARK, Form
from kit.retention import held, opened_run
from kit.town import Town
from signalering.domain.retention import Erasable


def retention_forms(town: Town) -> dict[str, Form]:
    """By endpoint; each would be carried out as it is."""
    case, other = closed_case(town), closed_case(town)
    hold_id = held(town, Erasable.CASE, case_row(town, other).reference)
    return {
        "retention.change_policy": Form(
            "privacy_officer",
            {"of_what": "signal"},
            {"version": 0, "keep_for": "12_months", "reason": MARK, "why_longer": MARK},
            codes=("version", "keep_for"),
            words=("reason", "why_longer"),
            optional=frozenset({"why_longer"}),
        ),
        "retention.hold": Form(
            "coordinator",
            values={
                "kind": "case",
                "reference": case_row(town, case).reference,
                "reason": "complaint",
                "hold_for": "3_months",
            },
            codes=("kind", "reason", "hold_for"),
            words=("reference",),
        ),
        "retention.end_hold": Form("privacy_officer", {"hold_id": hold_id}),
        "retention.run": Form(
            "privacy_officer", values={"confirmation": "vernietigen"}, words=("confirmation",)
        ),
        "retention.sign_declaration": Form("privacy_officer", {"run_id": opened_run(town)}),
    }
