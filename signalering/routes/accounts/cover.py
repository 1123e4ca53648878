"""Who is away, and who stands in."""

from collections.abc import Iterable
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext, ngettext

from signalering.domain.states import Hat
from signalering.forms.accounts.cover import CoverForm
from signalering.services.accounts.cover import cover as service
from signalering.services.accounts.cover import covers
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/accounts/cover", "cover", cover, methods=["GET", "POST"])


@unit_of_work()
def cover(work: Work) -> Answer:
    """What runs and is to come, and a form for one more."""
    view = covers(work)
    own = str(work.by().account_id) if work.by().hat is Hat.COORDINATOR else None
    form = CoverForm(request.form, account=own)
    form.account.choices = offered(view.coordinators)
    form.by.choices = offered(view.able)
    form.until_on.description = longest(work)
    asked = request.method != "POST"
    if (
        not asked
        and form.validate()
        and carried_out(work, form, lambda: service(work, form.to_command()))
    ):
        messages.say("cover_entered")
        return redirect(url_for("accounts.cover"))
    return page("accounts/cover.html", 200 if asked else 422, form=form, view=view)


def longest(work: Work) -> str:
    """How long a cover may last, said at its last day."""
    said = ngettext(
        "Die dag telt nog mee. Hooguit %(num)s week na de eerste dag.",
        "Die dag telt nog mee. Hooguit %(num)s weken na de eerste dag.",
        work.periods.cover_weeks_at_most,
    )
    return str(said)


def offered(people: Iterable[tuple[UUID, str]]) -> list[tuple[str, str]]:
    """Colleagues as a form offers them; nobody is chosen beforehand."""
    return [("", gettext("kies een collega")), *((str(one), name) for one, name in people)]
