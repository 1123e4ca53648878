"""Which period a page is asked for."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from flask import request, session

from signalering.domain.errors import NotFound
from signalering.domain.views.statistics.chosen import Chosen

REMEMBERED = "period"


class _Shown(Protocol):
    @property
    def chosen(self) -> Chosen:
        """What the page starts from."""


Shown = TypeVar("Shown", bound=_Shown)


def asked() -> str:
    """As it stands in the address; whether there is such a period the service says."""
    return request.args.get("period", "")


def chosen(read: Callable[[str], Shown]) -> Shown:
    """The view of the period that is asked for, or else of the one that was chosen last.

    The newest is nobody's choice: when a newer one comes, that is what a page begins with. A page
    of which the last has nothing begins where it has something.
    """
    if asked():
        view = read(asked())
        if asked() == view.chosen.periods[0]:
            session.pop(REMEMBERED, None)
        elif session.get(REMEMBERED) != asked():
            session[REMEMBERED] = asked()
        return view
    if kept := session.get(REMEMBERED):
        try:
            view = read(kept)
        except NotFound:  # it was taken back since
            session.pop(REMEMBERED)
        else:
            if not view.chosen.elsewhere:
                return view
    return read("")
