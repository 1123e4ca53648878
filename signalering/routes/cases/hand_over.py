"""A coordinator moves a caseload to colleagues."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext

from signalering.domain.commands.cases.list import CaseFilter, ListCases, PageKey
from signalering.domain.views.cases.list import CasePage
from signalering.forms.cases.hand_over import NOTE, HandOverForm, form_of
from signalering.services.cases.hand_over import hand_over as service
from signalering.services.cases.list import list_cases
from signalering.services.cases.reassign import colleagues
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.colleagues import offered
from signalering.web.context import Answer, Page, carried_out, page, unit_of_work


@dataclass(frozen=True)
class Gone:
    """A case that is not at hand any more, and what was typed for it."""

    note: str


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/hand-over", "hand_over", hand_over, methods=["GET", "POST"])


@unit_of_work(words=True)
def hand_over(work: Work) -> Answer:
    """One page of one's own live cases; all that was chosen goes, or nothing does."""
    if request.method == "POST":
        form = _form(work, ())
        if form.validate() and carried_out(work, form, lambda: service(work, form.to_command())):
            messages.say("cases_handed_over")
            return redirect(url_for("cases.hand_over"))
        return _page(work, form, 422)
    return _page(work)


def _page(work: Work, refused: HandOverForm | None = None, status: int = 200) -> Page:
    after = PageKey.read(request.args.get("after", ""))
    view = list_cases(work, ListCases(CaseFilter.OWN, after))
    rows = tuple(row.id for row in view.rows)
    form = _form(work, rows)
    if refused is not None:
        _keep_errors(refused, form)
    return page(
        "cases/hand_over.html",
        status,
        form=form,
        view=view,
        gone=_gone(form, view),
        here=str(after) if after else None,
    )


def _form(work: Work, rows: tuple[UUID, ...]) -> HandOverForm:
    people = [("", gettext("blijft bij mij")), *offered(colleagues(work))]
    return form_of(request.form, rows, people)


def _keep_errors(refused: HandOverForm, form: HandOverForm) -> None:
    """The page has fields of cases that came meanwhile too; the errors stay where they were."""
    form.form_errors.extend(refused.form_errors)
    form.overtaken = refused.overtaken
    for field in refused:
        form[field.name].errors = field.errors


def _gone(form: HandOverForm, view: CasePage) -> tuple[Gone, ...]:
    """Notes that were typed for cases that are not in this list any more: not one is lost."""
    there = {row.id for row in view.rows}
    lost = [form.of(NOTE, one).data for one in form.case_ids if one not in there]
    return tuple(Gone(note) for note in lost if note)
