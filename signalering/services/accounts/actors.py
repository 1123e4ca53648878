"""From an account to somebody who acts, in one hat."""

from sqlalchemy import func, select

from signalering.domain.access import Actor
from signalering.domain.hats import HATS_TOGETHER
from signalering.domain.states import Hat
from signalering.domain.vocabularies import group_of_domain
from signalering.models.accounts.account import Account
from signalering.models.partners.partner import Partner
from signalering.models.training.certificate import Certificate
from signalering.services.work import Work


def first_hat(account: Account) -> Hat:
    """The hat in which somebody starts the day."""
    held = {Hat(row.hat) for row in account.hats}
    order = next(hats for hats in HATS_TOGETHER if held <= set(hats))
    return next(hat for hat in order if hat in held)


def actor_of(work: Work, account: Account, hat: Hat) -> Actor:
    """The actor that the access table is asked about."""
    partner = work.data.get(Partner, account.partner_id) if account.partner_id else None
    valid_until = work.data.scalar(
        select(func.max(Certificate.valid_until)).where(Certificate.account_id == account.id)
    )
    return Actor(
        account_id=account.id,
        hat=hat,
        hats=frozenset(Hat(row.hat) for row in account.hats),
        name=account.name,
        partner_id=account.partner_id,
        reporter_group=group_of_domain(partner.domain) if partner else None,
        training_valid_until=valid_until,
        language=account.language,
    )
