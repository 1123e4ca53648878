"""Contact cards: of a code only a keyed hash is kept, and it opens nothing."""

import hmac
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import delete, or_, select, update

from signalering.domain.card_codes import normalised
from signalering.domain.case_clocks import end_of_month
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import CardState
from signalering.domain.retention import add_months
from signalering.models.signals.contact import ContactCard
from signalering.services.work import Work
from signalering.vault.encoding import frame

FIELD = "card_code"


def code_hash(work: Work, code: str) -> bytes:
    """By which a code is found. The time that takes tells nothing: nobody can aim at a hash."""
    return hmac.digest(work.settings.lookup_key, frame("card", code), "sha256")


def add_cards(work: Work, codes: Iterable[str], until: date | None = None) -> None:
    """Keep fresh codes as cards that were printed and not yet handed over: `until` then."""
    month = work.clock.today().replace(day=1)
    printed = CardState.PRINTED.value
    work.data.add_all(
        ContactCard(
            code_hash=code_hash(work, code), state=printed, made_in=month, valid_until=until
        )
        for code in codes
    )
    work.data.flush()


def checked_code(typed: str) -> str:
    """The code as it is kept. Raises InvalidInput on `card_code`."""
    try:
        return normalised(typed)
    except InvalidInput as error:
        raise InvalidInput(FIELD, error.code) from None


def hand_over(work: Work, signal_id: UUID, code: str) -> None:
    """Tie a printed card to this signal for its days, once.

    Raises InvalidInput: unknown, too old and given away already are not told apart.
    """
    taken = work.data.scalar(
        update(ContactCard)
        .where(
            ContactCard.code_hash == code_hash(work, code),
            ContactCard.state == CardState.PRINTED.value,
            or_(
                ContactCard.valid_until.is_(None),
                ContactCard.valid_until >= work.clock.today(),
            ),
        )
        .values(
            state=CardState.HANDED_OVER.value,
            signal_id=signal_id,
            made_in=None,
            valid_until=work.clock.today() + timedelta(days=work.periods.card_days),
        )
        .returning(ContactCard.code_hash)
        .execution_options(synchronize_session=False)
    )
    if taken is None:
        raise InvalidInput(FIELD, "card_unknown")


def waiting_until(work: Work, signal_id: UUID) -> date | None:
    """Until when a card of this signal may yet bring details; None when there is none."""
    return work.data.scalar(
        select(ContactCard.valid_until)
        .where(
            ContactCard.signal_id == signal_id,
            ContactCard.state == CardState.HANDED_OVER.value,
            ContactCard.valid_until >= work.clock.today(),
        )
        .order_by(ContactCard.valid_until.desc())
        .limit(1)
    )


def blur_days(work: Work, signal_id: UUID) -> None:
    """Leave of a card's last day only its month: of a finished signal no day stays in clear.

    It counts to the end of that month, so nobody loses a day.
    """
    until = waiting_until(work, signal_id)
    if until is None:
        return
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.signal_id == signal_id, ContactCard.state == CardState.HANDED_OVER.value)
        .values(valid_until=end_of_month(until))
        .execution_options(synchronize_session=False)
    )


def use_cards(work: Work, signal_id: UUID, contact_id: UUID) -> None:
    """From now on these cards serve the details that came another way: to see or take back."""
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.signal_id == signal_id, ContactCard.state == CardState.HANDED_OVER.value)
        .values(state=CardState.USED.value, signal_id=None, contact_id=contact_id, valid_until=None)
        .execution_options(synchronize_session=False)
    )


def void_cards(work: Work, signal_id: UUID) -> None:
    """From now on these cards are worth nothing."""
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.signal_id == signal_id)
        .values(state=CardState.VOID.value, signal_id=None, valid_until=None)
        .execution_options(synchronize_session=False)
    )


def sweep(work: Work) -> int:
    """Delete cards that are worth nothing any more; how many. A lapsed one is an unknown one,

    and so is one that nobody handed over in time.
    """
    month = work.clock.today().replace(day=1)
    unused_since = add_months(month, -work.periods.printed_card_months)
    gone = work.data.scalars(
        delete(ContactCard)
        .where(
            or_(
                ContactCard.state == CardState.VOID.value,
                ContactCard.valid_until < work.clock.today(),
                ContactCard.made_in < unused_since,
            )
        )
        .returning(ContactCard.code_hash)
        .execution_options(synchronize_session=False)
    )
    return len(gone.all())
