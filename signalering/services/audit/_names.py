"""What the ids in a page of the trail stand for: people, references, organisations, initiatives."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select

from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation, Place
from signalering.models.partners.partner import Partner
from signalering.models.referrals.referral import Referral
from signalering.models.signals.signal import Signal
from signalering.services.work import Work

_NAMED = (
    Account.name,
    Partner.name,
    Initiative.name,
    Organisation.name,
    Place.name,
    Signal.reference,
    Case.reference,
)


def names_in(work: Work, payloads: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Names by id, for the ids in these entries that still have one.

    A referral goes by its initiative. Whoever may read the trail may read them: no seal is opened.
    """
    ids = {found for payload in payloads for found in _ids(payload)}
    if not ids:
        return {}
    names: dict[str, str] = {}
    for name in _NAMED:
        model = name.class_
        rows = work.data.execute(select(model.id, name).where(model.id.in_(ids)))
        names |= {str(row_id): text for row_id, text in rows}
    sent = (
        select(Referral.id, Initiative.name)
        .join(Initiative, Initiative.id == Referral.initiative_id)
        .where(Referral.id.in_(ids))
    )
    return names | {str(row_id): text for row_id, text in work.data.execute(sent)}


def is_id(value: str) -> bool:
    """Whether a value is an id, which tells a person nothing."""
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False


def _ids(payload: dict[str, Any]) -> Iterable[UUID]:
    for value in (payload["object"], *payload["details"].values()):
        if is_id(value):
            yield UUID(value)
