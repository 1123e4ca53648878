"""What a form asks about an offer, new or known."""

import re
from uuid import UUID

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import Field, IntegerField, SelectField, SelectMultipleField, ValidationError
from wtforms.validators import InputRequired, Optional

from signalering.domain.commands.directory.edit import OfferFacts
from signalering.domain.offer_facts import (
    LONGEST_COST,
    LONGEST_NAME,
    LONGEST_PHONE,
    LONGEST_URL,
)
from signalering.domain.offers import LONGEST_ADDRESS, LONGEST_NOTE
from signalering.domain.texts import text_of
from signalering.forms.base import BaseForm
from signalering.forms.fields import line, text

_AMOUNT = re.compile(r"(?:€ ?)?(\d{1,6})(?:[.,](\d{2}))?")


class OfferForm(BaseForm):
    """The route fills the choices."""

    name = line(_("Naam van het aanbod"), LONGEST_NAME)
    kind = SelectField(_("Soort"), [InputRequired()])
    area = SelectField(_("Gebied"), [InputRequired()])
    organisation_id = SelectField(_("Organisatie"), [Optional()])
    place_id = SelectField(_("Plek"), [Optional()])
    note = text(
        _("Wat is het?"),
        LONGEST_NOTE,
        required=False,
        description=_("In gewone woorden: wat doe je er, met wie, en hoe is de sfeer?"),
    )
    eligibility = text(_("Voor wie?"), LONGEST_NOTE, required=False)
    minimum_age = IntegerField(_("Vanaf welke leeftijd?"), [Optional()])
    maximum_age = IntegerField(_("Tot en met welke leeftijd?"), [Optional()])
    languages = SelectMultipleField(_("Talen die ze er spreken"), [Optional()])
    cost = line(
        _("Wat kost het, in woorden?"),
        LONGEST_COST,
        required=False,
        description=_("Bijvoorbeeld: de koffie is gratis, eten kost 5 euro."),
    )
    amount = line(
        _("Bedrag per keer, in euro's"),
        12,
        required=False,
        description=_("Vul 0 in als het gratis is. Bijvoorbeeld: 2,50."),
    )
    sign_up = text(_("Hoe meld je je aan?"), LONGEST_NOTE, required=False)
    phone = line(_("Telefoonnummer"), LONGEST_PHONE, required=False)
    public_address = line(
        _("E-mailadres voor iedereen"),
        LONGEST_ADDRESS,
        required=False,
        description=_("Dit adres staat op de openbare pagina."),
    )
    url = line(_("Website"), LONGEST_URL, required=False, description=_("Begin met https://."))
    contact_address = line(
        _("E-mailadres voor verwijzingen"),
        LONGEST_ADDRESS,
        required=False,
        description=_("Alleen coördinatoren en beheerders zien dit adres."),
    )

    def validate_amount(self, field: Field) -> None:
        """Euros, with cents or without."""
        if field.data and not _AMOUNT.fullmatch(field.data):
            raise ValidationError(gettext(text_of("not_an_amount")))

    def facts(self) -> OfferFacts:
        """What the service takes."""
        return OfferFacts(
            name=self.name.data or "",
            kind=self.kind.data or "",
            area=self.area.data or "",
            organisation_id=_id(self.organisation_id.data),
            place_id=_id(self.place_id.data),
            note=self.note.data or "",
            minimum_age=self.minimum_age.data,
            maximum_age=self.maximum_age.data,
            eligibility=self.eligibility.data or "",
            languages=tuple(self.languages.data or ()),
            cost=self.cost.data or "",
            cost_cents=cents_of(self.amount.data or ""),
            sign_up=self.sign_up.data or "",
            phone=self.phone.data or "",
            public_address=self.public_address.data or "",
            url=self.url.data or "",
            contact_address=self.contact_address.data or "",
        )


def cents_of(amount: str) -> int | None:
    """Cents of an amount in euros as people write it; None for nothing."""
    found = _AMOUNT.fullmatch(amount)
    return int(found[1]) * 100 + int(found[2] or 0) if found else None


def amount_of(cents: int | None) -> str:
    """As it stands in the field: '2,50', or '5' for a round amount."""
    if cents is None:
        return ""
    return f"{cents // 100},{cents % 100:02}" if cents % 100 else str(cents // 100)


def typed(facts: OfferFacts) -> dict[str, object]:
    """The fields of an offer that is known."""
    names = OfferFacts.__dataclass_fields__
    values: dict[str, object] = {name: getattr(facts, name) for name in names}
    values["amount"] = amount_of(facts.cost_cents)
    values["languages"] = list(facts.languages)
    for name in ("organisation_id", "place_id"):
        values[name] = str(values[name] or "")
    return values


def _id(value: str | None) -> UUID | None:
    return UUID(value) if value else None
