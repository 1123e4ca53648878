"""A receiver opens a link. Nobody is logged in, and no coordinator's key is needed.

One answer for a link that is wrong, was used, has expired or was revoked. Tries with such links
are limited as those with a card's code are.
"""

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, NotAllowedNow, NotFound
from signalering.domain.flows import referral as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import Attendance, ReferralState
from signalering.domain.throttles import Tried
from signalering.domain.views.referrals.receive import ReceiverView
from signalering.domain.views.referrals.send import PackageView
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.models.referrals.referral import Referral
from signalering.services.accounts import throttle
from signalering.services.audit.record import record
from signalering.services.cases.finding import hold_case
from signalering.services.public.visitors import visitor_of
from signalering.services.referrals.links import is_alive
from signalering.services.referrals.packages import open_package
from signalering.services.work import Work
from signalering.vault.links import token_hash


def receive(work: Work, token: str, address: str) -> ReceiverView:
    """What the link shows now; who opens it is written down, but for a name. Raises NotFound,

    TooOften.
    """
    referral = admitted(work, token, address)
    package = package_behind(work, referral, token)
    record(work, AuditAction.REFERRAL_OPENED, referral.id)
    return view_of(work, referral, token, package)


def admitted(work: Work, token: str, address: str) -> Referral:
    """The referral of this link, held until the work is done. Raises NotFound, TooOften.

    Only who comes with a wrong one claims a try: 256 bits are not guessed, and no stranger who
    tries on and on keeps those out who were sent a link.
    """
    found = _find(work, token)
    if found is not None and is_alive(work, found) and not _lies_still(work, found):
        return found
    # Claiming commits the data alone: neither database stays held meanwhile.
    work.rollback()
    throttle.claim(work, Tried.REFERRAL, visitor_of(work, address))
    raise NotFound("referral_link_gone")


def package_behind(work: Work, referral: Referral, token: str) -> PackageView | None:
    """The package, as long as nobody has taken the referral on. Raises NotFound when its seal

    doesn't open: to the receiver that is a link that is gone.
    """
    if referral.package is None:
        return None
    try:
        return open_package(work, referral, token)
    except CannotOpen:
        raise NotFound("referral_link_gone") from None


def view_of(
    work: Work,
    referral: Referral,
    token: str,
    package: PackageView | None,
    said: ReceiverSaid | None = None,
) -> ReceiverView:
    """What the receiver sees as things stand."""
    return ReceiverView(
        token=token,
        initiative=work.data.get_one(Initiative, referral.initiative_id).name,
        state=referral.state,
        attendance=referral.attendance,
        until=referral.link_until,
        package=package,
        answers=tuple(one.value for one in ReceiverSaid if may_say(referral, one)),
        said=said.value if said else "",
    )


def may_say(referral: Referral, said: ReceiverSaid) -> bool:
    """Whether this can be answered where the referral stands."""
    state = ReferralState(referral.state)
    if said is ReceiverSaid.CALL:
        return referral.link_hash is not None
    if said.value in list(Attendance):
        recorded = [Attendance(referral.attendance)] if referral.attendance else []
        try:
            flow.check_attendance(state, recorded, Attendance(said.value))
        except NotAllowedNow:
            return False
        return True
    return said.value in {end.value for end in flow.moves(state, By.RECEIVER)}


def _find(work: Work, token: str) -> Referral | None:
    link = Referral.link_hash == token_hash(token)
    # The case first, as its keeper does: nobody waits for one another.
    case_id = work.data.scalar(select(Referral.case_id).where(link))
    if case_id is None:
        return None
    hold_case(work, case_id)
    query = select(Referral).where(link).with_for_update()
    return work.data.scalar(query.execution_options(populate_existing=True))


def _lies_still(work: Work, referral: Referral) -> bool:
    """Whether its resident asked that nothing is done with the case; GDPR article 18(2)."""
    at = select(Case.restricted).where(Case.id == referral.case_id)
    return bool(work.data.scalar(at))
