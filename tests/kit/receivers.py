"""Receivers of referrals for tests: asked by link, and what they answer."""

from typing import Any
from uuid import UUID

from kit.cases import case_in, case_row, do, referral_in, referral_row
from kit.form import MARK, Form
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.referrals.answer import AnswerReferral
from signalering.domain.commands.referrals.send import SendReferral
from signalering.domain.lifecycles import LinkWay, ReceiverSaid
from signalering.domain.states import CaseState, ReferralState
from signalering.domain.views.referrals.receive import ReceiverView
from signalering.domain.views.referrals.send import MadeLink
from signalering.services.referrals.answer import answer
from signalering.services.referrals.receive import receive
from signalering.services.referrals.send import send

# Documentation's own: nobody's address.
ADDRESS = "203.0.113.70"
WISH = "Wil graag samen wandelen en houdt van duiven."
PACKAGE: dict[str, Any] = {
    "name": "Mevrouw Verzonnen",
    "kinds": frozenset({"phone"}),
    "best_moment": "na tienen",
    "wish": WISH,
    "along": "Cor van het buurthuis",
}


@remembered
def asked(
    town: Town,
    case_id: UUID | None = None,
    to: str = "",
    state: ReferralState = ReferralState.CONSENTED,
    **changes: Any,
) -> tuple[UUID, MadeLink]:
    """A referral whose receiver has a link, and the link."""
    referral_id = referral_in(town, state, case_id, to)
    return referral_id, linked(town, referral_id, **changes)


@remembered
def linked(town: Town, referral_id: UUID, **changes: Any) -> MadeLink:
    """The link of this referral, made now."""
    seen = referral_row(town, referral_id).version
    values = PACKAGE | {"way": LinkWay.PAPER} | changes
    link: MadeLink = do(town, lambda work: send(work, SendReferral(referral_id, seen, **values)))
    return link


@remembered
def opened_by(town: Town, link: MadeLink) -> ReceiverView:
    """The receiver opens it."""
    with town.committed() as work:
        return receive(work, link.token, ADDRESS)


@remembered
def heard(
    town: Town, link: MadeLink, *said: ReceiverSaid, reason: str | None = None
) -> ReceiverView:
    """The receiver answers, one after another; the reason goes with the last."""
    for one in said:
        given = reason if one is said[-1] else None
        with town.committed() as work:
            view = answer(work, AnswerReferral(link.token, one, given), ADDRESS)
    return view


def receiver_forms(town: Town) -> dict[str, Form]:
    """The forms around a referral's link, each as it would be carried out."""
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    to_send = referral_in(town, ReferralState.CONSENTED, case_id)
    taking_part = referral_in(town, ReferralState.ACCEPTED)
    _, link = asked(town)
    answered, other = asked(town)
    heard(town, other, ReceiverSaid.CALL)
    of_case = referral_row(town, answered).case_id
    return {
        "referrals.send": Form(
            "coordinator",
            {"referral_id": to_send},
            {
                "version": referral_row(town, to_send).version,
                "name": f"{MARK}: naam",
                "kinds": ["phone"],
                "best_moment": f"{MARK}: moment",
                "wish": f"{MARK}: wens",
                "along": f"{MARK}: wie",
                "receiver": "iemand@initiatief.test",
                "step": "paper",
            },
            codes=("version", "kinds", "step"),
            words=("name", "best_moment", "wish", "along", "receiver"),
            optional=frozenset({"kinds", "best_moment", "wish", "along", "receiver"}),
            several=frozenset({"kinds"}),
        ),
        "referrals.renew": Form(
            "coordinator",
            {"referral_id": taking_part},
            {
                "version": referral_row(town, taking_part).version,
                "receiver": "iemand@initiatief.test",
                "step": "paper",
            },
            codes=("version", "step"),
            words=("receiver",),
            optional=frozenset({"receiver"}),
        ),
        "referrals.take_answers": Form(
            "coordinator",
            {"case_id": of_case},
            {"version": case_row(town, of_case).version},
            codes=("version",),
        ),
        "referrals.receive": Form("nobody", {"token": link.token}),
        "referrals.answer": Form(
            "nobody", {"token": link.token}, {"said": "call"}, codes=("said",)
        ),
    }
