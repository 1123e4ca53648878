"""A coordinator reads a case."""

from dataclasses import dataclass, fields
from uuid import UUID

from flask import Blueprint, request
from flask_babel import gettext

from signalering.domain.consent import CASE_TEXTS, CONTACT_TEXTS, TEXT_NOW
from signalering.domain.rights import INFORM_TEXT_NOW, INFORM_TEXTS
from signalering.domain.states import ConsentScope
from signalering.domain.views.cases.part import part_of
from signalering.forms.cases.ask import AskForm
from signalering.forms.cases.attempt import AttemptForm
from signalering.forms.cases.consent import ConsentForm
from signalering.forms.cases.inform import InformForm
from signalering.forms.cases.note import NoteForm
from signalering.forms.cases.reopen import ReopenForm
from signalering.forms.version import VersionForm
from signalering.services.cases.consent import WAYS
from signalering.services.cases.show import open_record
from signalering.services.work import Work
from signalering.web.context import Answer, Page, page, unit_of_work
from signalering.web.drafts import kept_at
from signalering.web.language import choices
from signalering.web.trend import trends

# Sharing is asked with the referral that it is for.
SCOPES = [scope for scope in ConsentScope if scope is not ConsentScope.SHARE_WITH_INITIATIVE]


@dataclass
class CaseForms:
    """The forms on the page of a case."""

    note: NoteForm
    attempt: AttemptForm
    consent: ConsentForm
    reopen: ReopenForm
    ask: AskForm
    inform: InformForm


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>", "show", show)


@unit_of_work(words=True)
def show(work: Work, case_id: UUID) -> Answer:
    """One timeline, what to do next on top."""
    return case_page(work, case_id)


def case_page(
    work: Work, case_id: UUID, refused: VersionForm | None = None, status: int = 200
) -> Page:
    """The page of a case, also when one of its forms comes back."""
    note, note_draft = kept_at(work, "cases.note", case_id)
    attempt, attempt_draft = kept_at(work, "cases.attempt", case_id)
    ask, ask_draft = kept_at(work, "cases.ask", case_id)
    forms = CaseForms(
        NoteForm(note),
        offered(AttemptForm(attempt)),
        asked(ConsentForm()),
        why(ReopenForm()),
        AskForm(ask),
        ways_to_inform(InformForm(data={"day": work.clock.today()})),
    )
    for field in fields(forms):
        if isinstance(refused, type(getattr(forms, field.name))):
            setattr(forms, field.name, refused)
    texts = {**CONTACT_TEXTS, **CASE_TEXTS}
    before = request.args.get("older", type=int)
    view = open_record(work, case_id)
    return page(
        "cases/show.html",
        status,
        view=view,
        part=part_of(view.timeline, before, whole=request.args.get("whole") == "1"),
        trends=trends(view.measures),
        form=refused,
        case_forms=forms,
        drafts={"note": note_draft, "attempt": attempt_draft, "ask": ask_draft},
        read_out={scope.value: gettext(texts[TEXT_NOW[scope]]) for scope in SCOPES},
        inform_text=gettext(INFORM_TEXTS[INFORM_TEXT_NOW]),
    )


def offered(form: AttemptForm) -> AttemptForm:
    """The form with its choices."""
    form.channel.choices = choices("channels")
    form.part_of_day.choices = choices("parts_of_day")
    form.result.choices = choices("attempt_results")
    return form


def asked(form: ConsentForm) -> ConsentForm:
    """The form with its choices."""
    form.scope.choices = choices("consent_scopes", *SCOPES)
    form.way.choices = choices("consent_ways", *WAYS)
    return form


def ways_to_inform(form: InformForm) -> InformForm:
    """The form with its ways."""
    form.way.choices = choices("informed_ways")
    return form


def why(form: ReopenForm) -> ReopenForm:
    """The form with its reasons."""
    form.reason.choices = choices("reopen_reasons")
    return form
