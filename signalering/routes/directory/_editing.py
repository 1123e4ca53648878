"""What the pages have in common on which an administrator writes in the directory."""

from flask_babel import gettext

from signalering.domain.views.directory.edit import Named
from signalering.forms.directory._facts import OfferForm
from signalering.services.directory.edit import organisations_to_choose, places_to_choose
from signalering.services.work import Work
from signalering.web.language import choices


def with_choices(work: Work, form: OfferForm) -> OfferForm:
    """The form with what can be chosen."""
    first = ("", gettext("kies"))
    form.kind.choices = [first, *choices("kinds")]
    form.area.choices = [first, *choices("areas")]
    form.languages.choices = choices("languages")
    form.organisation_id.choices = _named(organisations_to_choose(work), gettext("geen"))
    form.place_id.choices = _named(places_to_choose(work), gettext("geen vaste plek"))
    return form


def _named(found: Named, none: str) -> list[tuple[str, str]]:
    return [("", none), *((str(row_id), name) for row_id, name in found)]
