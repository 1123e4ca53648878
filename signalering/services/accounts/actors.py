"""From an account to somebody who acts, in one hat."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import and_, bindparam, func, select

from signalering.domain.access import Actor
from signalering.domain.hats import HATS_TOGETHER
from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.domain.vocabularies import group_of_domain
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.accounts.cover import Cover
from signalering.models.base import table_of
from signalering.models.partners.partner import Partner
from signalering.models.training.certificate import Certificate
from signalering.services.accounts.covering import covered_by
from signalering.services.work import Work

_accounts, _hats = table_of(Account), table_of(AccountHat)
_partners, _certificates = table_of(Partner), table_of(Certificate)
_covers = table_of(Cover)
# Every request asks this: one statement, made once. A row a hat, and a colleague covered today.
_STANDING = (
    select(
        _accounts.c.name,
        _accounts.c.language,
        _accounts.c.shortcuts,
        _accounts.c.partner_id,
        _hats.c.hat,
        _hats.c.guide_away,
        _partners.c.domain,
        select(func.max(_certificates.c.valid_until))
        .where(_certificates.c.account_id == _accounts.c.id)
        .scalar_subquery()
        .label("valid_until"),
        _covers.c.account_id.label("covered"),
    )
    .select_from(
        _accounts.join(_hats)
        .outerjoin(_partners, _partners.c.id == _accounts.c.partner_id)
        .outerjoin(
            _covers,
            and_(
                _covers.c.by_id == _accounts.c.id,
                _covers.c.from_on <= bindparam("today"),
                _covers.c.until_on >= bindparam("today"),
            ),
        )
    )
    .where(
        _accounts.c.id == bindparam("account_id"),
        _accounts.c.session_epoch == bindparam("epoch"),
        _accounts.c.state == AccountState.ACTIVE.value,
    )
)


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
        training_grace=_grace(work, hat),
        language=account.language,
        covers=covered_by(work, account.id, hat),
        shortcuts=account.shortcuts,
        guide_away=any(row.guide_away for row in account.hats if row.hat == hat),
    )


def standing_actor(work: Work, account_id: UUID, epoch: int, hat: Hat) -> Actor | None:
    """The actor of an active account that has this hat and was not changed since `epoch`."""
    asked = {"account_id": account_id, "epoch": epoch, "today": work.clock.today()}
    rows = work.data.execute(_STANDING, asked).all()
    hats = frozenset(Hat(row.hat) for row in rows)
    if hat not in hats:
        return None
    found = rows[0]
    covered = {row.covered for row in rows if row.covered and hat is Hat.COORDINATOR}
    return Actor(
        account_id=account_id,
        hat=hat,
        hats=hats,
        name=found.name,
        partner_id=found.partner_id,
        reporter_group=group_of_domain(found.domain) if found.domain else None,
        training_valid_until=found.valid_until,
        training_grace=_grace(work, hat),
        language=found.language,
        covers=frozenset(covered),
        shortcuts=found.shortcuts,
        guide_away=any(row.guide_away for row in rows if row.hat == hat),
    )


def _grace(work: Work, hat: Hat) -> timedelta:
    """Asked for whom it counts: nobody else needs a training."""
    return work.periods.training_grace if hat is Hat.FRONTLINE else Actor.training_grace
