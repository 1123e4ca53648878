"""How a case stands: what the next steps are computed from, for its page and for the day's list."""

from signalering.domain.lifecycles import ResidentNews
from signalering.domain.states import ConsentScope
from signalering.models.cases.case import Case
from signalering.services.cases.attempt import proposal_for
from signalering.services.cases.consents import contact_withdrawn, in_force
from signalering.services.cases.contact import contact_of, news_of
from signalering.services.cases.entries import Entries
from signalering.services.cases.handovers import follow_ups
from signalering.services.cases.head import head_of
from signalering.services.cases.measured import left, measured
from signalering.services.cases.next_steps import Situation
from signalering.services.cases.rights import rights_of
from signalering.services.cases.tasks import open_tasks, tasks_of
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
        tasks=tasks_of(entries, open_tasks(work, case_ids=[case.id], resting=True)),
        rights=rights_of(work, case, entries),
    )
