"""Writes the directory as HSDS 3: services with all that is theirs, or a package of tables."""

import csv
import json
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO, StringIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.drafts import OfferDraft
from signalering.domain.hsds import NO_ORGANIZATION, ONE_PART, PARTS, PATHS, TABLES, TAXONOMY
from signalering.domain.schedules import Schedule
from signalering.domain.vocabularies import vocabulary
from signalering.services.directory._hsds_schema import whole_check

Service = dict[str, Any]
_ROOT = uuid5(NAMESPACE_URL, "urn:signalering:directory")
# Fields of a part that lead to what it is a part of.
_LINKS = {"service": "service_id", "location": "location_id", "organization": "organization_id"}


def as_service(
    draft: OfferDraft, organisation: SaveOrganisation | None, place: SavePlace | None
) -> Service:
    """One offer as the standard has a service. Empty fields are left out."""
    facts, key = draft.facts, draft.key
    return _filled(
        {
            "id": key,
            "organization_id": draft.organisation,
            "name": facts.name,
            "description": facts.note,
            "url": facts.url,
            "email": facts.public_address,
            "status": "active" if draft.active else "inactive",
            "application_process": facts.sign_up,
            "fees_description": facts.cost,
            "eligibility_description": facts.eligibility,
            "minimum_age": facts.minimum_age,
            "maximum_age": facts.maximum_age,
            "assured_date": draft.assured_on.isoformat() if draft.assured_on else "",
            "phones": _phones(key, facts.phone),
            "schedules": [
                _schedule(_part(key, f"schedule-{at}"), one)
                for at, one in enumerate(draft.schedules, start=1)
            ],
            "service_areas": [{"id": _part(key, "area"), "name": _label("areas", facts.area)}],
            "service_at_locations": _at(key, draft.place, place),
            "languages": [
                {"id": _part(key, code), "name": _label("languages", code), "code": code}
                for code in facts.languages
            ],
            "organization": _organization(draft.organisation, organisation),
            "cost_options": _costs(key, facts.cost_cents),
            "attributes": [_attribute(key, facts.kind)],
        }
    )


def as_json_file(services: list[Service]) -> bytes:
    """One page with all of them, as an HSDS API answers. Raises ValueError if it were not valid."""
    count = len(services)
    page = {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
        "last_page": True,
        "empty": not count,
        "contents": services,
    }
    whole_check()(page)
    return json.dumps(page, ensure_ascii=False, indent=1).encode()


def as_package(services: list[Service]) -> bytes:
    """A zip of CSV files with their datapackage.json. Raises ValueError if it were not valid."""
    services = [_with_organization(one) for one in services]
    whole_check()({"contents": services})
    tables: dict[str, dict[str, Service]] = {name: {} for name in TABLES}
    for service in services:
        _take_apart("service", service, tables)
    body = BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as packed:
        resources = []
        for table, rows in tables.items():
            if rows:
                names = _columns(table, rows.values())
                _put(packed, PATHS[table], _csv(names, rows.values()))
                resources.append(_resource(table, names))
        told = {"name": "hsds", "profile": "tabular-data-package", "resources": resources}
        _put(packed, "datapackage.json", json.dumps(told, indent=1))
    return body.getvalue()


def _with_organization(service: Service) -> Service:
    if "organization" in service:
        return service
    nobody = dict(NO_ORGANIZATION)
    return service | {"organization_id": nobody["id"], "organization": nobody}


def _put(packed: zipfile.ZipFile, name: str, text: str) -> None:
    # Always the same day: the same directory gives the same file.
    packed.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def _part(key: str, name: str) -> str:
    """An id for what has none of its own here; the same each time."""
    return str(uuid5(_ROOT, f"{key}:{name}"))


def _filled(values: Mapping[str, Any]) -> Service:
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}


def _label(name: str, code: str) -> str:
    return vocabulary(name).label(code)


def _phones(key: str, number: str) -> list[Service]:
    return [{"id": _part(key, "phone"), "number": number}] if number else []


def _schedule(part_id: str, one: Schedule) -> Service:
    return _filled(
        {
            "id": part_id,
            "freq": one.freq.upper(),
            "interval": one.interval,
            "byday": ",".join(one.byday),
            "opens_at": one.opens_at,
            "closes_at": one.closes_at,
            "valid_from": one.valid_from.isoformat() if one.valid_from else "",
            "valid_to": one.valid_to.isoformat() if one.valid_to else "",
            "notes": one.note,
        }
    )


def _at(key: str, place_key: str, place: SavePlace | None) -> list[Service]:
    if place is None:
        return []
    address = {
        "id": _part(place_key, "address"),
        "address_1": place.street,
        "city": place.city,
        # Asked for by the standard, and kept by nobody here.
        "state_province": "",
        "postal_code": place.postal_code,
        "country": "NL",
        "address_type": "physical",
    }
    access = {"id": _part(place_key, "access"), "description": place.accessibility}
    location = _filled(
        {
            "id": place_key,
            "location_type": "physical",
            "name": place.name,
            "transportation": place.route,
            "addresses": [address] if place.street or place.city or place.postal_code else [],
            "accessibility": [access] if place.accessibility else [],
        }
    )
    return [{"id": _part(key, "at"), "location_id": place_key, "location": location}]


def _organization(key: str, organisation: SaveOrganisation | None) -> Service:
    if organisation is None:
        return {}
    filled = _filled(
        {
            "id": key,
            "name": organisation.name,
            "email": organisation.email,
            "website": organisation.url,
            "phones": _phones(key, organisation.phone),
        }
    )
    return filled | {"description": organisation.description}


def _costs(key: str, cents: int | None) -> list[Service]:
    if cents is None:
        return []
    return [{"id": _part(key, "cost"), "currency": "EUR", "amount": cents / 100}]


def _attribute(key: str, kind: str) -> Service:
    term_id = _part("kinds", kind)
    label = _label("kinds", kind)
    return {
        "id": _part(key, "kind"),
        "link_id": key,
        "taxonomy_term_id": term_id,
        "link_type": "kind",
        "link_entity": "service",
        "taxonomy_term": {
            "id": term_id,
            "code": kind,
            "name": label,
            "description": label,
            "taxonomy": TAXONOMY,
            "language": "nl",
        },
    }


def _take_apart(table: str, found: Service, tables: dict[str, dict[str, Service]]) -> None:
    """Each part into its own table, with the key of what it is a part of. Shared ones come once."""
    flat = {}
    for name, value in found.items():
        if name in ONE_PART:
            _take_apart(ONE_PART[name], value, tables)
        elif name in PARTS:
            for one in value:
                link = _LINKS.get(table)
                linked = {link: found["id"]} if link and PARTS[name] != "attribute" else {}
                _take_apart(PARTS[name], one | linked, tables)
        else:
            flat[name] = value
    tables[table].setdefault(flat["id"], flat)


def _columns(table: str, rows: Iterable[Service]) -> list[str]:
    """The schema's order; those alone that are needed or filled."""
    rule = TABLES[table]
    used = {name for row in rows for name in row} | set(rule["required"])
    return [name for name in rule["properties"] if name in used | set(rule["tabular_required"])]


def _csv(names: list[str], rows: Iterable[Service]) -> str:
    text = StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(names)
    lines.writerows([row.get(name, "") for name in names] for row in rows)
    return text.getvalue()


def _resource(table: str, names: list[str]) -> Service:
    rules = TABLES[table]["properties"]
    fields = [
        {"name": name, "type": "number" if rules[name].get("type") == "number" else "string"}
        for name in names
    ]
    return {"name": table, "path": PATHS[table], "schema": {"primaryKey": "id", "fields": fields}}
