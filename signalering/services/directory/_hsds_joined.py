"""Puts the rows of a tabular data package together again: each service with what is its own."""

from collections.abc import Iterable, Iterator

from signalering.domain.faults import Fault
from signalering.domain.hsds import Bundle, Row

Tables = dict[str, list[Row]]
# Rows that stand by themselves; whether one of them leads anywhere is looked at elsewhere.
WHOLE = {"service", "organization", "location", "taxonomy", "taxonomy_term", "attribute"}
# Which field of a part leads to its service, and to what else it may belong instead.
OWNERS = {
    "phone": ("service_id", "organization_id", "location_id", "contact_id"),
    "schedule": ("service_id", "location_id"),
    "language": ("service_id", "location_id", "phone_id"),
    "cost_option": ("service_id",),
    "service_area": ("service_id",),
}


def joined(tables: Tables, faults: list[Fault]) -> Iterator[Bundle]:
    """One bundle a service. What belongs to nothing in the file is among the faults."""
    services = {row.text("id") for row in tables["service"]}
    at = {row.text("id"): row for row in tables.get("service_at_location", ())}
    of_service = {table: _by_service(tables, table, at) for table in OWNERS}
    organizations, locations = _by_id(tables, "organization"), _by_id(tables, "location")
    org_phones = _by(tables.get("phone", ()), "organization_id")
    addresses = _by(tables.get("address", ()), "location_id")
    access = _by(tables.get("accessibility", ()), "location_id")
    places = _by(at.values(), "service_id")
    terms = _terms(tables, faults)
    faults.extend(_strays(tables, services, at, organizations, locations))
    for service in tables["service"]:
        key, found = service.text("id"), []
        organization = organizations.get(service.text("organization_id"))
        if organization is None and service.text("organization_id"):
            found.append(service.fault("organization_id", "hsds_reference"))
        link = next(iter(places.get(key, ())), None)
        location = locations.get(link.text("location_id")) if link else None
        yield Bundle(
            service=service,
            organization=organization,
            organization_phones=tuple(
                row
                for row in org_phones.get(service.text("organization_id"), ())
                if not row.text("service_id")
            ),
            location=location,
            addresses=tuple(addresses.get(location.text("id"), ())) if location else (),
            accessibility=tuple(access.get(location.text("id"), ())) if location else (),
            phones=tuple(of_service["phone"].get(key, ())),
            schedules=tuple(of_service["schedule"].get(key, ())),
            languages=tuple(of_service["language"].get(key, ())),
            cost_options=tuple(of_service["cost_option"].get(key, ())),
            service_areas=tuple(of_service["service_area"].get(key, ())),
            terms=tuple(terms.get(key, ())),
            faults=tuple(found),
        )


def _by_id(tables: Tables, table: str) -> dict[str, Row]:
    return {row.text("id"): row for row in reversed(tables.get(table, []))}


def _by(rows: Iterable[Row], name: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.text(name):
            found.setdefault(row.text(name), []).append(row)
    return found


def _by_service(tables: Tables, table: str, at: dict[str, Row]) -> dict[str, list[Row]]:
    """By service, also what belongs to a service at one of its places."""
    found: dict[str, list[Row]] = {}
    for row in tables.get(table, ()):
        key = row.text("service_id")
        link = at.get(row.text("service_at_location_id"))
        if not key and link is not None:
            key = link.text("service_id")
        if key:
            found.setdefault(key, []).append(row)
    return found


def _terms(tables: Tables, faults: list[Fault]) -> dict[str, list[Row]]:
    """Terms by the service that they are about."""
    known = _by_id(tables, "taxonomy_term")
    found: dict[str, list[Row]] = {}
    for row in tables.get("attribute", ()):
        if row.text("link_entity") not in {"service", "services"}:
            continue
        term = known.get(row.text("taxonomy_term_id"))
        if term is None:
            faults.append(row.fault("taxonomy_term_id", "hsds_reference"))
        else:
            found.setdefault(row.text("link_id"), []).append(term)
    return found


def _strays(
    tables: Tables,
    services: set[str],
    at: dict[str, Row],
    organizations: dict[str, Row],
    locations: dict[str, Row],
) -> Iterator[Fault]:
    """Rows that lead to something that the file doesn't have."""
    known = {
        "service_id": services,
        "service_at_location_id": at.keys(),
        "organization_id": organizations.keys(),
        "location_id": locations.keys(),
    }
    for table, rows in tables.items():
        if table in WHOLE:
            continue
        for row in rows:
            for name, ids in known.items():
                if row.text(name) and row.text(name) not in ids:
                    yield row.fault(name, "hsds_reference")
            if not any(row.text(name) for name in (*known, "contact_id", "phone_id")):
                yield row.fault("", "hsds_stray")
    for row in tables.get("attribute", ()):
        if (
            row.text("link_entity") in {"service", "services"}
            and row.text("link_id") not in services
        ):
            yield row.fault("link_id", "hsds_reference")
