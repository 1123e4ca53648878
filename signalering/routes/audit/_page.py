"""The page of the trail, for whoever looks and for whoever took a part of it along in vain."""

from collections.abc import Mapping

from flask_babel import gettext

from signalering.domain.audit_actions import ACTIONS
from signalering.domain.audit_labels import OBJECT_KINDS, OUTCOMES
from signalering.domain.views.audit.trail import TrailView
from signalering.forms.audit.trail import TrailForm
from signalering.routes.audit._telling import more
from signalering.web.context import Page, page


def offer(form: TrailForm) -> None:
    """Fill in what can be chosen; whose accounts there are comes with the view."""
    form.action.choices = _choices({action: spec.label for action, spec in ACTIONS.items()})
    form.object_kind.choices = _choices(OBJECT_KINDS)
    form.outcome.choices = _choices(OUTCOMES)


def trail_page(
    view: TrailView, form: TrailForm, status: int, *, searched: bool, next_url: str | None
) -> Page:
    """Status 422 stands for a search that can't be done."""
    form.account.choices = [("", gettext("iedereen"))] + [
        (str(account_id), name) for account_id, name in view.accounts
    ]
    return page(
        "audit/trail.html",
        status=status,
        view=view,
        form=form,
        searched=searched,
        next_url=next_url,
        kinds=OBJECT_KINDS,
        outcomes=OUTCOMES,
        more=more,
    )


def _choices(labels: Mapping[str, str]) -> list[tuple[str, str]]:
    named = [(str(code), str(gettext(label))) for code, label in labels.items()]
    return [("", gettext("alles")), *sorted(named, key=lambda pair: pair[1].casefold())]
