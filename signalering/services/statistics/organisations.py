"""How the coalition stands today: live counts of organisations, their trainings, offers and
meetings.

These are no figures about residents: nothing in here reads a signal, a case or a fact. Nor are they
figures about one organisation: how many of its workers are trained shows nowhere, and can't be
reckoned from what shows.
"""

from collections.abc import Mapping

from sqlalchemy import func, select

from signalering.domain.access import require
from signalering.domain.lifecycles import AccountState, SubscriberState
from signalering.domain.meetings import MeetingState
from signalering.domain.permissions import Permission
from signalering.domain.retention import add_months
from signalering.domain.views.statistics.organisations import DomainCount, OrganisationsView
from signalering.domain.vocabularies import vocabulary
from signalering.models.accounts.account import Account
from signalering.models.network.meeting import Meeting, MeetingPartner
from signalering.models.partners.partner import Partner
from signalering.models.training.certificate import Certificate
from signalering.models.training.session import TrainingSession
from signalering.privacy.disclosure.groups import FEWEST_PARTNERS
from signalering.services.network._subscribers import count_in
from signalering.services.statistics._fresh_offers import fresh_offers
from signalering.services.work import Work

MONTHS_BACK = 12


def organisations(work: Work) -> OrganisationsView:
    """Counts of now. Raises Denied."""
    require(Permission.STATISTICS, work.by(), None, work.clock.today())
    today = work.clock.today()
    partners, trained = _partners(work), _trained(work)
    taking_part = sum(partners.values())
    meetings, came = _meetings(work)
    planned = select(func.count()).select_from(TrainingSession).where(TrainingSession.day >= today)
    return OrganisationsView(
        partners=taking_part,
        trained=sum(trained.values()) if taking_part >= FEWEST_PARTNERS else None,
        domains=tuple(
            DomainCount(domain, partners[domain], trained.get(domain, 0))
            for domain in shown(partners)
        ),
        offers=sum(1 for _ in fresh_offers(work)),
        trainings=work.data.scalars(planned).one(),
        meetings=meetings,
        came=came,
        subscribers=count_in(work, SubscriberState.CONFIRMED),
    )


def shown(partners: Mapping[str, int]) -> list[str]:
    """The domains that can be shown, in the order of their list.

    Each has three organisations at least. So have those that are left out, taken together: they
    are what is left of the total, and the smallest ones shown join them until they are enough.
    """
    known = [code for code in vocabulary("partner_domains").codes if partners.get(code)]
    found = [code for code in known if partners[code] >= FEWEST_PARTNERS]
    left_out = sum(partners[code] for code in known if code not in found)
    while found and 0 < left_out < FEWEST_PARTNERS:
        smallest = min(found, key=lambda code: (partners[code], code))
        found.remove(smallest)
        left_out += partners[smallest]
    return found


def _partners(work: Work) -> dict[str, int]:
    rows = work.data.execute(
        select(Partner.domain, func.count()).where(Partner.active).group_by(Partner.domain)
    )
    return {row[0]: row[1] for row in rows}


def _trained(work: Work) -> dict[str, int]:
    """People with a certificate that is valid today, by the domain of their organisation."""
    rows = work.data.execute(
        select(Partner.domain, func.count(Account.id.distinct()))
        .join(Account, Account.partner_id == Partner.id)
        .join(Certificate, Certificate.account_id == Account.id)
        .where(
            Partner.active,
            Account.state == AccountState.ACTIVE.value,
            Certificate.valid_until >= work.clock.today(),
        )
        .group_by(Partner.domain)
    )
    return {row[0]: row[1] for row in rows}


def _meetings(work: Work) -> tuple[int, int]:
    """Meetings of the network that were held lately, and organisations that came to any of them."""
    today = work.clock.today()
    held = (
        Meeting.state == MeetingState.PLANNED.value,
        Meeting.day >= add_months(today, -MONTHS_BACK),
        Meeting.day < today,
    )
    count = select(func.count()).select_from(Meeting).where(*held)
    came = (
        select(func.count(MeetingPartner.partner_id.distinct()))
        .join(Meeting, Meeting.id == MeetingPartner.meeting_id)
        .where(*held, MeetingPartner.came > 0)
    )
    return work.data.scalars(count).one(), work.data.scalars(came).one()
