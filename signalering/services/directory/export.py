"""Hand the directory out as HSDS 3, for other directories; the address of referrals stays here."""

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.drafts import OfferDraft
from signalering.domain.errors import InvalidInput
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation, Place
from signalering.services.audit.record import record
from signalering.services.directory._hsds_write import (
    Service,
    as_json_file,
    as_package,
    as_service,
)
from signalering.services.directory._writing import require_editor
from signalering.services.directory.edit import facts_of
from signalering.services.directory.schedules import languages_of, schedules_of
from signalering.services.work import Work

FORMS = {"json": as_json_file, "csv": as_package}


def export(work: Work, form: str) -> bytes:
    """All offers, also those that have ended: "json" or "csv" (a zip). Checked against the schema.

    Raises Denied, InvalidInput for another form.
    """
    require_editor(work)
    make = FORMS.get(form)
    if make is None:
        raise InvalidInput("form", "unknown_code")
    services = _services(work)
    record(
        work,
        AuditAction.DIRECTORY_EXPORTED,
        count=str(len(services)),
        form=form,
    )
    return make(services)


def _services(work: Work) -> list[Service]:
    rows = list(work.data.scalars(select(Initiative).order_by(Initiative.name, Initiative.id)))
    ids = [row.id for row in rows]
    rules, spoken = schedules_of(work, ids), languages_of(work, ids)
    organisations = {row.id: _organisation(row) for row in work.data.scalars(select(Organisation))}
    places = {row.id: _place(row) for row in work.data.scalars(select(Place))}
    return [
        as_service(
            OfferDraft(
                key=str(row.id),
                file="",
                row=number,
                facts=facts_of(row, spoken.get(row.id, ())),
                schedules=rules.get(row.id, ()),
                assured_on=row.assured_on,
                active=row.active,
                organisation=str(row.organisation_id or ""),
                place=str(row.place_id or ""),
            ),
            organisations[row.organisation_id] if row.organisation_id else None,
            places[row.place_id] if row.place_id else None,
        )
        for number, row in enumerate(rows, start=1)
    ]


def _organisation(row: Organisation) -> SaveOrganisation:
    return SaveOrganisation(
        row.name, row.description or "", row.phone or "", row.email or "", row.url or ""
    )


def _place(row: Place) -> SavePlace:
    return SavePlace(
        row.name,
        row.street or "",
        row.postal_code or "",
        row.city or "",
        row.route or "",
        row.accessibility or "",
    )
