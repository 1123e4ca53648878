"""What a resident gets who asks what is kept: all of it, in plain words."""

from dataclasses import replace
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import day_of
from signalering.domain.views.cases.access_letter import LetterView
from signalering.services.audit.record import record
from signalering.services.cases.contact import contact_of, contact_view
from signalering.services.cases.entries import case_entries, case_key, first_moment
from signalering.services.cases.finding import case_of, name_of
from signalering.services.cases.head import head_of, kept_head
from signalering.services.cases.rights import rights_of
from signalering.services.cases.show import consents_of
from signalering.services.cases.standing import require_living
from signalering.services.cases.timeline import timeline
from signalering.services.work import Work

SCREEN, PDF = "screen", "pdf"


def access_letter(work: Work, case_id: UUID, form: str = SCREEN) -> LetterView:
    """Every entry, newest first, for whoever keeps the case. GDPR article 15(1) and (3).

    Without names of those who wrote it down and without a word on which worker thought of the
    resident (15(4)): docs/decisions/0021-rights.md. Raises NotFound, Denied, NotAllowedNow after
    a death, CannotOpen.
    """
    kept_head(work, case_id)
    case = case_of(work, case_id)
    entries = case_entries(work, case, case_key(work, case))
    require_living(case, entries)
    origin = entries[0][1]
    record(work, AuditAction.ACCESS_LETTER_MADE, case.id, form=form)
    return LetterView(
        head=head_of(work, case),
        organisation=work.settings.installation_name,
        keeper=name_of(work, case.owner_id),
        made_on=work.clock.today(),
        opened_on=day_of(first_moment(entries)),
        reporter_group=origin["reporter_group"],
        area=origin["area"],
        age_band=origin["age_band"],
        contact=contact_view(work, contact_of(work, case.id)),
        consents=consents_of(work, entries),
        timeline=tuple(replace(one, author="") for one in timeline(work, entries)),
        review_on=rights_of(work, case, entries).review_on,
    )
