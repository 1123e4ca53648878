"""A coordinator reads a signal."""

from uuid import UUID

from flask import Blueprint

from signalering.forms.signals.ask import AskForm
from signalering.forms.signals.remark import RemarkForm
from signalering.forms.signals.reopen import ReopenForm
from signalering.services.signals.show import open_record
from signalering.services.work import Work
from signalering.web.context import Answer, Page, page, unit_of_work
from signalering.web.drafts import kept_at
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/<uuid:signal_id>", "show", show)


@unit_of_work(words=True)
def show(work: Work, signal_id: UUID) -> Answer:
    """Codes, words, and what may be done now."""
    return record_page(work, signal_id)


def record_page(
    work: Work,
    signal_id: UUID,
    remark: RemarkForm | None = None,
    reopen: ReopenForm | None = None,
    ask: AskForm | None = None,
    status: int = 422,
) -> Page:
    """The page of a signal, also when one of its forms comes back with errors."""
    refused = remark or reopen or ask
    asking, ask_draft = kept_at(work, "signals.ask", signal_id)
    remarking, remark_draft = kept_at(work, "signals.remark", signal_id)
    reopen = reopen or reopen_form(ReopenForm())
    return page(
        "signals/show.html",
        status if refused else 200,
        view=open_record(work, signal_id),
        form=refused,
        remark_form=remark or RemarkForm(remarking),
        reopen_form=reopen,
        ask_form=ask or AskForm(asking),
        ask_draft=ask_draft,
        remark_draft=remark_draft,
    )


def reopen_form(form: ReopenForm) -> ReopenForm:
    """The form with its reasons."""
    form.reason.choices = choices("reopen_reasons")
    return form
