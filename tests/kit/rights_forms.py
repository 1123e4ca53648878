"""Forms about the rights of a resident, whole."""

from kit.cases import case_row, opened
from kit.form import MARK, Form
from kit.rights import asked, restricted
from kit.town import Town


def rights_forms(town: Town) -> dict[str, Form]:
    """By endpoint; each would be carried out as it is."""
    case, still, gone = opened(town), opened(town), opened(town)
    number = asked(town, case)
    restricted(town, still)
    seen = {"version": case_row(town, case).version}
    of_case, today = {"case_id": case}, town.clock.today().isoformat()
    last = case_row(town, gone)
    return {
        "cases.inform": Form(
            "coordinator",
            of_case,
            seen | {"way": "spoken", "day": today, "text_version": "informed-1"},
            codes=("version", "way", "day", "text_version"),
            optional=frozenset({"text_version"}),
        ),
        "cases.request": Form(
            "coordinator",
            of_case,
            seen | {"right": "access", "received": today, "text": MARK},
            codes=("version", "right", "received"),
            words=("text",),
            optional=frozenset({"text"}),
        ),
        "cases.answer_request": Form(
            "coordinator",
            of_case,
            seen | {"entry": number, "ruling": "refused", "text": MARK, "told": "y"},
            codes=("version", "entry", "ruling"),
            words=("text",),
        ),
        "cases.restrict": Form(
            "coordinator",
            of_case,
            seen | {"text": MARK, "until": "2026-12-10"},
            codes=("version", "until"),
            words=("text",),
            optional=frozenset({"until"}),
        ),
        "cases.lift_restriction": Form(
            "coordinator",
            {"case_id": still},
            {"version": case_row(town, still).version, "told": "y", "text": MARK},
            codes=("version",),
            words=("text",),
            optional=frozenset({"text"}),
        ),
        "cases.correct": Form(
            "coordinator",
            of_case,
            seen | {"corrects": "1", "text": MARK},
            codes=("version", "corrects"),
            words=("text",),
        ),
        "cases.correct_details": Form(
            "coordinator",
            of_case,
            seen | {"contact_name": MARK, "contact_phone": "0174 55 55 55"},
            codes=("version",),
            words=("contact_name", "contact_phone"),
        ),
        "cases.erase": Form(
            "coordinator",
            {"case_id": gone},
            {"version": last.version, "reference": last.reference},
            codes=("version",),
            words=("reference",),
        ),
    }
