"""What the pages have in common on which somebody says how an offer stands."""

from flask_babel import gettext

from signalering.domain.errors import DomainError, TooOften
from signalering.domain.views.directory.confirm import OfferView
from signalering.forms.directory.answer import AnswerForm
from signalering.services.work import Work
from signalering.web.context import Page, page
from signalering.web.language import choices, told


def offered(form: AnswerForm) -> AnswerForm:
    """The form with its choices."""
    form.said.choices = choices("offer_answers")
    form.room.choices = choices("offer_rooms")
    form.room.flags.required = True
    form.weekday.choices = [("", gettext("geen vaste dag")), *choices("weekdays")]
    form.frequency.choices = [("", gettext("wisselt")), *choices("frequencies")]
    return form


def prefilled(view: OfferView) -> AnswerForm:
    """As the offer stands; whoever asks is answered anew, so the first question is open."""
    return offered(
        AnswerForm(
            data={
                "room": view.room if view.room != "unknown" else None,
                "places": view.capacity,
                "room_until": view.room_until if view.room != "unknown" else None,
                "weekday": view.weekday,
                "frequency": view.frequency,
                "contact_address": view.contact_address,
                "note": view.note,
            }
        )
    )


def shown(view: OfferView, token: str, form: AnswerForm | None = None, status: int = 200) -> Page:
    """What the link shows."""
    asked = offered(form) if form is not None else prefilled(view)
    return page("directory/_open.html", status, view=view, form=asked, token=token)


def refused(work: Work, error: DomainError) -> Page:
    """One page for every link that lets nobody in; another for whoever tries too often."""
    work.rollback()
    often = isinstance(error, TooOften)
    return page("directory/_gone.html", 429 if often else 404, wait=told(error) if often else "")
