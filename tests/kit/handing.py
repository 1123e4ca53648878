"""Whole forms of the pages that let work go to colleagues, or to who stands in."""

from uuid import UUID

from kit.cases import case_row, opened
from kit.covers import covered, in_days
from kit.form import MARK, Form
from kit.town import Town


def handing_forms(town: Town) -> dict[str, Form]:
    """By endpoint; each would be carried out as it is."""
    to = str(town.people["other_coordinator"].account_id)
    own, one = str(town.people["coordinator"].account_id), opened(town)
    days = {"from_on": str(in_days(town, 30)), "until_on": str(in_days(town, 33))}
    return {
        "accounts.cover": Form(
            "administrator",
            values={"account": own, "by": to} | days,
            codes=("account", "by", "from_on", "until_on"),
        ),
        "accounts.change_cover": Form(
            "coordinator",
            {"cover_id": covered(town, first=60, last=61)},
            {"version": 1, "by": to} | days,
            codes=("version", "by", "from_on", "until_on"),
        ),
        "cases.reassign": Form(
            "coordinator",
            {"case_id": one},
            {"version": case_row(town, one).version, "owner": to, "note": f"{MARK}: notitie"},
            codes=("version", "owner"),
            words=("note",),
        ),
        "cases.hand_over": _caseload(town, opened(town), to),
    }


def _caseload(town: Town, case_id: UUID, to: str) -> Form:
    version, receiver, note = (f"{name}_{case_id.hex}" for name in ("version", "to", "note"))
    return Form(
        "coordinator",
        values={version: case_row(town, case_id).version, receiver: to, note: f"{MARK}: notitie"},
        codes=(version, receiver),
        words=(note,),
    )
