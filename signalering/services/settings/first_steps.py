"""Whether a new installation is ready for its first signal: asked of what holds, never ticked off.

So a step that is undone, say because the last partner stopped, is to be done again.
"""

from sqlalchemy import exists, select

from signalering.domain.access import Permission, require
from signalering.domain.lifecycles import AccountState, KeyGroup
from signalering.domain.states import Hat
from signalering.domain.upkeep_names import Marked
from signalering.domain.views.settings.first_steps import FirstStep, FirstStepsView, StepLine
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.base import table_of
from signalering.models.directory.initiative import Initiative
from signalering.models.partners.partner import Partner
from signalering.models.settings.decision import SettingDecision
from signalering.models.settings.mark import UpkeepMark
from signalering.models.signals.signal import Signal
from signalering.models.training.certificate import Certificate
from signalering.services.keys.coverage import ENOUGH
from signalering.services.keys.glance import glance
from signalering.services.work import Work

_accounts, _hats = table_of(Account), table_of(AccountHat)
_certificates, _partners = table_of(Certificate), table_of(Partner)
_initiatives, _signals = table_of(Initiative), table_of(Signal)
_marks, _decisions = table_of(UpkeepMark), table_of(SettingDecision)

_reporters = (
    select(_accounts.c.id)
    .join(_hats)
    .where(_hats.c.hat == Hat.FRONTLINE.value, _accounts.c.state != AccountState.DEACTIVATED.value)
)
_PHONE = (
    select(_decisions.c.value)
    .where(_decisions.c.name == "team_phone")
    .order_by(_decisions.c.number.desc())
    .limit(1)
    .scalar_subquery()
)
# A start page asks it, so it is one statement, made once; each part stops at the first row.
_FACTS = select(
    _PHONE.label("phone"),
    exists()
    .where(_marks.c.name == Marked.WORK_LOOP.value, _marks.c.done_at.is_not(None))
    .label(FirstStep.LOOP),
    exists()
    .where(
        _marks.c.name == Marked.MAIL_TESTED.value,
        _marks.c.done_at.is_not(None),
        _marks.c.failed_at.is_(None) | (_marks.c.failed_at <= _marks.c.done_at),
    )
    .label(FirstStep.MAIL),
    exists()
    .where(_partners.c.active, _partners.c.agreement_on.is_not(None))
    .label(FirstStep.PARTNER),
    exists(_reporters).label(FirstStep.COLLEAGUE),
    exists().where(_certificates.c.account_id.in_(_reporters)).label(FirstStep.TRAINING),
    exists().where(_initiatives.c.active).label(FirstStep.OFFERS),
    exists().where(_signals.c.id.is_not(None)).label(FirstStep.TRIAL),
)


def first_steps(work: Work) -> FirstStepsView:
    """Every step, for who can do something about one. Raises Denied."""
    require(Permission.FIRST_STEPS, work.by(), None, work.clock.today())
    held = len(glance(work).groups[KeyGroup.CASEWORK].holders) >= ENOUGH
    today = work.clock.today()
    closing = any(one.day >= today for one in work.rules.closing_days)
    return _view(work, {FirstStep.KEYS: held, FirstStep.CLOSING_DAYS: closing})


def steps_left(work: Work, *, few_hold_the_key: bool) -> int:
    """How many needed steps are to be done yet; one statement, for the top of a start page, where

    it is known how many hold the key. Of a demonstration nothing is to be made ready.
    Raises Denied.
    """
    require(Permission.FIRST_STEPS, work.by(), None, work.clock.today())
    if work.settings.demonstration:
        return 0
    return _view(work, {FirstStep.KEYS: not few_hold_the_key}).left


def _view(work: Work, known: dict[FirstStep, bool]) -> FirstStepsView:
    found = work.data.execute(_FACTS).one()._mapping
    phone = found["phone"]
    # Asked once more only where nobody decided on one: then the installation's file may have it.
    known |= {FirstStep.NUMBERS: bool(work.rules.team_phone if phone is None else phone)}
    return FirstStepsView(
        tuple(
            StepLine(step, known[step] if step in known else bool(found.get(step, False)))
            for step in FirstStep
        )
    )
