"""An administrator changes an offer."""

from uuid import UUID

from sqlalchemy import func, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import is_fresh
from signalering.domain.commands.directory.edit import EditOffer, OfferFacts
from signalering.domain.offer_facts import offer_values
from signalering.domain.views.directory.edit import EditView, Named, NumberedSchedule
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation, Place
from signalering.models.directory.standing import OfferCorrection
from signalering.services.audit.record import record
from signalering.services.directory._writing import change, require_editor, require_links
from signalering.services.directory.links import revoke
from signalering.services.directory.schedules import languages_of, schedules_of, set_languages
from signalering.services.directory.standings import initiative_of
from signalering.services.work import Work


def to_edit(work: Work, initiative_id: UUID) -> EditView:
    """The offer as it stands. Raises Denied, NotFound."""
    require_editor(work)
    row = initiative_of(work, initiative_id)
    waits = work.data.scalar(
        select(OfferCorrection.id).where(OfferCorrection.initiative_id == initiative_id)
    )
    rules = schedules_of(work, [row.id]).get(row.id, ())
    return EditView(
        id=row.id,
        version=row.version,
        facts=facts_of(row, languages_of(work, [row.id]).get(row.id, ())),
        schedules=tuple(NumberedSchedule(at, one) for at, one in enumerate(rules, start=1)),
        assured_on=row.assured_on,
        fresh=is_fresh(row.assured_on, work.clock.today()),
        active=row.active,
        waits=waits is not None,
    )


def edit(work: Work, command: EditOffer) -> None:
    """Change it; `assured` makes it as fresh as today.

    Whoever reads the old mailbox answers for this offer no more. Raises Denied, NotFound,
    InvalidInput, and Conflict when somebody changed it since.
    """
    require_editor(work)
    values = offer_values(command.facts)
    require_links(work, command.facts.organisation_id, command.facts.place_id)
    before = initiative_of(work, command.initiative_id)
    moved = values["contact_address"] != before.contact_address
    if command.assured:
        values["assured_on"] = work.clock.today()
    change(work, Initiative, command.initiative_id, command.version, values)
    if moved:
        revoke(work, command.initiative_id)
    set_languages(work, command.initiative_id, command.facts.languages)
    record(
        work,
        AuditAction.OFFER_CHANGED,
        command.initiative_id,
        assured="yes" if command.assured else "no",
        part="facts",
    )


def facts_of(row: Initiative, languages: tuple[str, ...]) -> OfferFacts:
    """What is written of an offer."""
    return OfferFacts(
        name=row.name,
        kind=row.kind,
        area=row.area,
        organisation_id=row.organisation_id,
        place_id=row.place_id,
        note=row.note or "",
        minimum_age=row.minimum_age,
        maximum_age=row.maximum_age,
        eligibility=row.eligibility or "",
        languages=languages,
        cost=row.cost or "",
        cost_cents=row.cost_cents,
        sign_up=row.sign_up or "",
        phone=row.phone or "",
        public_address=row.public_address or "",
        url=row.url or "",
        contact_address=row.contact_address or "",
    )


def organisations_to_choose(work: Work) -> Named:
    """All organisations by name. Raises Denied."""
    require_editor(work)
    rows = work.data.execute(
        select(Organisation.id, Organisation.name).order_by(
            func.lower(Organisation.name), Organisation.id
        )
    )
    return tuple((row_id, name) for row_id, name in rows)


def places_to_choose(work: Work) -> Named:
    """All places by name, with where they are. Raises Denied."""
    require_editor(work)
    rows = work.data.execute(
        select(Place.id, Place.name, Place.city).order_by(func.lower(Place.name), Place.id)
    )
    return tuple((row_id, ", ".join(filter(None, (name, city)))) for row_id, name, city in rows)
