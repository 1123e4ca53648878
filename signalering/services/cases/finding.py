"""Finding a case's row, and changing it without overtaking anybody."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from signalering.domain.access import Permission, Subject, require
from signalering.domain.errors import Conflict, NotFound
from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case
from signalering.services.work import Work


def case_of(work: Work, case_id: UUID) -> Case:
    """The row, for a coordinator. Raises Denied, NotFound."""
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    case = work.data.get(Case, case_id, populate_existing=True)
    if case is None:
        raise NotFound
    return case


def kept_case(work: Work, case_id: UUID, version: int) -> Case:
    """The row of a case that the actor keeps, as it was when the page was shown.

    Raises NotFound; Conflict when somebody changed it since (and says who has it now); Denied
    when it is somebody else's.
    """
    case = case_of(work, case_id)
    if case.version != version:
        raise overtaken(work, case_id)
    subject = Subject(owner_id=case.owner_id)
    require(Permission.KEEP_CASE, work.by(), subject, work.clock.today())
    return case


def change(work: Work, case: Case, **values: Any) -> None:
    """One UPDATE of the row that was read, and no other; its number goes up each time.

    Whoever changes anything about a case, its entries included, passes here: so two who write at
    once never share an entry's number. Raises Conflict, also when the case was sealed again under
    a new key since it was read: what is written under the old one would be lost.
    """
    changed = work.data.scalar(
        update(Case)
        .where(Case.id == case.id, Case.version == case.version, Case.key_id == case.key_id)
        .values(version=case.version + 1, **values)
        .returning(Case.id)
        .execution_options(synchronize_session=False)
    )
    if changed is None:
        raise overtaken(work, case.id)
    work.data.refresh(case)


def hold_case(work: Work, case_id: UUID) -> None:
    """Until this work is done nobody answers by a link of the case, or does anything with its card.

    Comes before the case is changed and before anything of the keystore is touched: two who hold
    one thing here and want one there would wait for each other.
    """
    work.data.execute(select(Case.id).where(Case.id == case_id).with_for_update())


def overtaken(work: Work, case_id: UUID) -> Conflict:
    """Somebody was first; a colleague who has the case now is named."""
    owner_id = work.data.scalar(select(Case.owner_id).where(Case.id == case_id))
    if owner_id is None or work.by().keeps(owner_id):
        return Conflict()
    return Conflict(owner=name_of(work, owner_id))


def name_of(work: Work, account_id: UUID | None) -> str:
    """A colleague's name; nothing for nobody."""
    if account_id is None:
        return ""
    return work.data.scalar(select(Account.name).where(Account.id == account_id)) or ""
