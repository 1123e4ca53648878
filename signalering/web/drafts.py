"""Where drafts are kept, and how one comes back into its form."""

import re
from uuid import UUID

from flask import request
from werkzeug.datastructures import MultiDict

from signalering.services.accounts import draft
from signalering.services.work import Work
from signalering.web.held import NEVER_HELD

ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
YEAR = r"[0-9]{4}(H[12])?"
PLACES = re.compile(
    rf"signals\.log|cases\.(note|attempt):{ID}|statistics\.foreword:{YEAR}"
    rf"|network\.(compose|meeting_notes:{ID})"
)
OURS = NEVER_HELD | {"draft_place", "draft_back", "autosave", "forget", "version", "token"}


def place_of(endpoint: str, object_id: UUID | str | None = None) -> str:
    """What a draft of this form is found by."""
    return endpoint if object_id is None else f"{endpoint}:{object_id}"


def is_place(place: str) -> bool:
    """Whether drafts are kept there at all."""
    return PLACES.fullmatch(place) is not None


def fields_of(form: MultiDict[str, str]) -> list[tuple[str, str]]:
    """What was typed and chosen, without what belongs to this page alone."""
    return [(name, value) for name, value in form.items(multi=True) if name not in OURS]


def draft_for(work: Work, place: str) -> MultiDict[str, str] | None:
    """What was being typed there, for a form that is opened; None when a form was sent."""
    if request.method == "POST":
        return None
    found = draft.find(work, place)
    return None if found is None else MultiDict(found)
