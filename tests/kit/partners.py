"""Organisations of the coalition, and the forms about them."""

from uuid import UUID

from sqlalchemy import select

from kit.form import MARK, Form
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.partners.contact import SaveContact
from signalering.domain.partner_facts import ContactPerson
from signalering.domain.views.partners.show import PartnerView
from signalering.models.partners.partner import Partner
from signalering.services.partners.contact import save_contact
from signalering.services.partners.edit import to_edit

HOUSING = "Wonen aan Zee"
ANNE = ContactPerson("Anne Aanspreek", "teamleider", "anne@wonen.test", "0174 123456")


def partner_id(town: Town, name: str = HOUSING) -> UUID:
    """The id of one of the town's organisations."""
    with town.work(writes=False) as work:
        return work.data.scalars(select(Partner.id).where(Partner.name == name)).one()


def partner_view(town: Town, name: str = HOUSING) -> PartnerView:
    """As the administrator sees it now."""
    found = partner_id(town, name)
    with town.work("administrator", writes=False) as work:
        return to_edit(work, found)


def agreed(town: Town, name: str, version: str | None) -> None:
    """An organisation with this agreement, or without any: as one carried over can be."""
    found = partner_id(town, name)
    with town.committed() as work:
        row = work.data.get_one(Partner, found)
        row.agreement_version = version
        row.agreement_on = work.clock.today() if version else None


@remembered
def with_contact(town: Town, name: str = HOUSING, person: ContactPerson = ANNE) -> UUID:
    """An organisation where there is somebody (more) to turn to."""
    view = partner_view(town, name)
    with town.committed("administrator") as work:
        save_contact(work, SaveContact(view.id, 0, person, view.version))
    return view.id


def partner_forms(town: Town) -> dict[str, Form]:
    """The forms about an organisation, each as it would be carried out."""
    found = with_contact(town)
    at = {"partner_id": found}
    version = {"version": partner_view(town).version}
    facts = {
        "name": f"{MARK}: de naam",
        "domain": "housing",
        "contact_address": "info@wonen.test",
    }
    paper = {"agreement_on": "2026-05-01", "agreement_version": "2"}
    person = {
        "name": f"{MARK}: naam",
        "function": f"{MARK}: functie",
        "email": "iemand@wonen.test",
        "phone": "0174 654321",
    }
    who, words = "administrator", ("name", "function")
    seen = ("version",)
    return {
        "partners.add": Form(
            who,
            {},
            facts | paper,
            ("domain",),
            ("contact_address", "name"),
            frozenset(paper),
        ),
        "partners.edit": Form(
            who,
            at,
            facts | version | {"active": "yes"},
            ("domain", "active", "version"),
            ("contact_address", "name"),
        ),
        "partners.agree": Form(
            who, at, paper | version, ("agreement_on", "version"), ("agreement_version",)
        ),
        "partners.contact": Form(
            who, at | {"number": 1}, person | version, seen, words, frozenset({"phone"})
        ),
        "partners.contact_new": Form(who, at, person | version, seen, words, frozenset({"phone"})),
    }
