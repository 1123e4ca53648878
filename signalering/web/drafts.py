"""Where drafts are kept, and how one comes back into its form."""

import re
from dataclasses import dataclass
from uuid import UUID

from flask import Flask, g, request
from werkzeug.datastructures import MultiDict

from signalering.services.accounts import draft
from signalering.services.work import Work
from signalering.web.held import NEVER_HELD

ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
YEAR = r"[0-9]{4}(H[12])?"
PLACES = re.compile(
    rf"signals\.(log|(ask|ask_both|remark|reply):{ID})"
    rf"|cases\.(note|attempt|ask|plan|request|restrict|lift_restriction|reassign|feedback):{ID}"
    rf"|cases\.(correct|answer_request|finish_task|move_task):{ID}:[0-9]{{1,6}}"
    rf"|referrals\.propose:{ID}|statistics\.foreword:{YEAR}|directory\.add"
    rf"|network\.(compose|plan_meeting|meeting_notes:{ID})"
)
# `confirmation`: what can't be undone is typed anew.
OURS = NEVER_HELD | {
    *("draft_place", "draft_back", "autosave", "forget", "bring_back"),
    *("version", "token", "confirmation"),
}


@dataclass(frozen=True)
class Kept:
    """Where what is typed into a form is kept, and whether the form holds what was kept."""

    place: str
    found: bool


def install(app: Flask) -> None:
    """Let the macro of a form that is the page's own ask."""
    app.jinja_env.globals["draft_here"] = draft_here


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


def typed(work: Work, which: int | str | None = None) -> MultiDict[str, str]:
    """What the one form of this page holds: what was sent, or else what was being typed in it.

    `which` part of what the address names it is about, where that isn't all.
    """
    about = [str(one) for one in (request.view_args or {}).values() if isinstance(one, UUID)]
    if which is not None:
        about.append(str(which))
    place = ":".join([str(request.endpoint), *about])
    found = draft_for(work, place)
    g.draft = Kept(place, found is not None)
    return request.form if found is None else found


def draft_here() -> Kept | None:
    """The draft of the one form of this page."""
    kept: Kept | None = g.get("draft")
    return kept


def kept_at(work: Work, endpoint: str, object_id: UUID) -> tuple[MultiDict[str, str] | None, Kept]:
    """The same of a form that shares its page with others."""
    place = place_of(endpoint, object_id)
    found = draft_for(work, place)
    return found, Kept(place, found is not None)


def sent(work: Work) -> None:
    """The one form of this page was carried out: its draft has served."""
    kept = draft_here()
    if kept is not None:
        draft.sent(work, kept.place)
