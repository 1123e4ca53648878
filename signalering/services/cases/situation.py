"""How a case stands: what the next steps are computed from, for its page and for the day's list."""

from signalering.domain.lifecycles import ResidentNews
from signalering.domain.states import ConsentScope
from signalering.domain.views.cases.show import ContactView
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.cases.attempt import proposal_for
from signalering.services.cases.consents import contact_withdrawn, in_force
from signalering.services.cases.contact import contact_of, kinds_of, news_of, open_contact
from signalering.services.cases.entries import Entries
from signalering.services.cases.handovers import follow_ups
from signalering.services.cases.head import head_of
from signalering.services.cases.measured import left, measured
from signalering.services.cases.next_steps import Situation
from signalering.services.cases.rights import rights_of
from signalering.services.referrals.views import referrals_of
from signalering.services.work import Work


def situation(work: Work, case: Case, entries: Entries, *, has_details: bool) -> Situation:
    """Where it stands today. `has_details`: they are there, and open."""
    news = news_of(contact_of(work, case.id))
    said_no = news in (ResidentNews.WITHDRAWN, ResidentNews.ERASED)
    return Situation(
        head=head_of(work, case),
        today=work.clock.today(),
        has_details=has_details,
        withdrawn=not has_details and (contact_withdrawn(entries) or said_no),
        has_consent=(ConsentScope.CONTACT.value, None) in in_force(entries),
        proposal=proposal_for(work, case, entries),
        referrals=referrals_of(work, case),
        follow_ups=follow_ups(work, entries),
        recorded=frozenset(measured(entries)),
        moments=left(work, entries),
        rights=rights_of(work, case, entries),
    )


def contact_view(work: Work, contact: ContactDetails | None) -> ContactView | None:
    """How the resident can be reached; None without details that open. Raises CannotOpen."""
    if contact is None or not kinds_of(contact):
        return None
    details = open_contact(work, contact)
    if not details:
        return None
    return ContactView(
        name=details.get("name") or "",
        phone=details.get("phone") or "",
        email=details.get("email") or "",
        address=details.get("address") or "",
        best_moment=details.get("best_moment") or "",
    )
