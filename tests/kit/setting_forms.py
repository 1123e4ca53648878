"""Forms of the room of settings, whole."""

from datetime import date

from kit.form import MARK, Form
from kit.settings import closed_on
from kit.town import Town


def setting_forms(town: Town) -> dict[str, Form]:
    """By endpoint; each would be carried out as it is."""
    closed_on(town, date(2026, 12, 24))
    return {
        "settings.change": Form(
            "administrator",
            {"of_what": "team-hours"},
            {"version": 0, "value": MARK},
            codes=("version",),
            words=("value",),
            optional=frozenset({"value"}),
        ),
        "settings.closing_days": Form(
            "administrator",
            values={"version": 1, "day": "2026-12-31", "reason": MARK},
            codes=("version", "day"),
            words=("reason",),
        ),
        "settings.open_again": Form(
            "administrator",
            values={"version": 1, "day": "2026-12-24"},
            codes=("version", "day"),
        ),
    }
