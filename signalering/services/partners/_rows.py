"""What all work on an organisation has in common: who may, and that nobody is overtaken."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from signalering.domain.access import require
from signalering.domain.errors import NotFound
from signalering.domain.lifecycles import AccountState
from signalering.domain.permissions import Permission
from signalering.domain.views.partners.show import ContactLine, PartnerView
from signalering.models.accounts.account import Account
from signalering.models.partners.partner import Partner, PartnerContact
from signalering.services.changing import change_named
from signalering.services.partners._trained import Trained, trained_at
from signalering.services.work import Work


def require_keeper(work: Work) -> None:
    """Raises Denied for whoever doesn't keep the list of organisations."""
    require(Permission.PARTNERS, work.by(), None, work.clock.today())


def view_of(work: Work, partner_id: UUID) -> PartnerView:
    """The organisation as it stands. Raises Denied, NotFound."""
    require_keeper(work)
    row = work.data.get(Partner, partner_id, populate_existing=True)
    if row is None:
        raise NotFound
    people = select(func.count()).where(
        Account.partner_id == row.id, Account.state == AccountState.ACTIVE
    )
    trained = trained_at(work, [row.id]).get(row.id, Trained())
    return PartnerView(
        id=row.id,
        name=row.name,
        domain=row.domain,
        active=row.active,
        contact_address=row.contact_address or "",
        agreement_on=row.agreement_on,
        agreement_version=row.agreement_version or "",
        contacts=tuple(
            ContactLine(one.number, one.name, one.function, one.email, one.phone or "")
            for one in work.data.scalars(contacts_of(row.id))
        ),
        people=work.data.scalar(people) or 0,
        trained=trained.count,
        first_until=trained.first_until,
        last_until=trained.last_until,
        version=row.version,
    )


def contacts_of(partner_id: UUID) -> Any:
    """The statement for its contact persons, in their order."""
    return (
        select(PartnerContact)
        .where(PartnerContact.partner_id == partner_id)
        .order_by(PartnerContact.number)
    )


def change(work: Work, partner_id: UUID, version: int, values: Mapping[str, Any]) -> None:
    """One UPDATE of the row that was looked at, and no other.

    Raises NotFound, Conflict when somebody changed it since, InvalidInput for a name that is taken.
    """
    change_named(work, Partner, partner_id, version, values, taken="known_name")
