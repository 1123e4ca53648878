"""Files of HSDS 3 as another directory would send them: of a real size, whole or with faults."""

import csv
import json
import zipfile
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

Service = dict[str, Any]
Tables = dict[str, list[dict[str, Any]]]

KINDS = ("shared_meal", "walking_group", "drop_in", "course", "buddy", "practical")
AREAS = ("Naaldwijk", "Monster", "De Lier", "Wateringen", "Maasdijk")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def service(number: int) -> Service:
    """One service; numbers count from 1. Twenty to an organisation, five to a place."""
    owner, place, key = number // 20, number // 5, f"dienst-{number}"
    term = KINDS[number % len(KINDS)]
    return {
        "id": key,
        "organization_id": f"org-{owner}",
        "name": f"Samen doen {number}",
        "description": f"Iedereen is welkom, ook wie voor het eerst komt. Groep {number}.",
        "url": f"https://aanbod.example/{number}",
        "email": f"groep{number}@aanbod.example",
        "status": "active",
        "application_process": "Bel of loop binnen.",
        "fees_description": "De koffie is gratis.",
        "eligibility_description": "Voor volwassenen.",
        "minimum_age": 18,
        "maximum_age": 99,
        "assured_date": f"2026-{number % 10 + 1:02}-15",
        "phones": [{"id": f"tel-{number}", "number": f"0174 {100000 + number}"}],
        "schedules": [
            {
                "id": f"tijd-{number}-{at}",
                "freq": "WEEKLY",
                "interval": 1 + at,
                "byday": DAYS[(number + at) % 7],
                "opens_at": "10:00",
                "closes_at": "12:30",
            }
            for at in range(2)
        ],
        "languages": [
            {"id": f"taal-{number}-{code}", "name": code, "code": code} for code in ("nl", "pl")
        ],
        "cost_options": [{"id": f"prijs-{number}", "currency": "EUR", "amount": 2.5}],
        "service_areas": [{"id": f"gebied-{number}", "name": AREAS[number % len(AREAS)]}],
        "organization": {
            "id": f"org-{owner}",
            "name": f"Stichting {owner}",
            "description": "Voor het hele dorp.",
            "website": f"https://stichting{owner}.example",
            "phones": [{"id": f"orgtel-{owner}", "number": f"0174 {200000 + owner}"}],
        },
        "service_at_locations": [
            {
                "id": f"op-{number}",
                "location_id": f"plek-{place}",
                "location": {
                    "id": f"plek-{place}",
                    "location_type": "physical",
                    "name": f"Buurthuis {place}",
                    "transportation": "Bushalte voor de deur.",
                    "addresses": [
                        {
                            "id": f"adres-{place}",
                            "address_1": f"Dorpsstraat {place}",
                            "city": "Naaldwijk",
                            "state_province": "Zuid-Holland",
                            "postal_code": "2671 AA",
                            "country": "NL",
                            "address_type": "physical",
                        }
                    ],
                    "accessibility": [{"id": f"toegang-{place}", "description": "Geen drempels."}],
                },
            }
        ],
        "attributes": [
            {
                "id": f"soort-{number}",
                "link_id": key,
                "taxonomy_term_id": f"term-{term}",
                "link_type": "kind",
                "link_entity": "service",
                "taxonomy_term": {
                    "id": f"term-{term}",
                    "code": term,
                    "name": term,
                    "description": term,
                },
            }
        ],
    }


def services(count: int) -> list[Service]:
    """So many of them."""
    return [service(number) for number in range(1, count + 1)]


def as_json(found: list[Service]) -> bytes:
    """A page of an HSDS API."""
    return json.dumps({"total_items": len(found), "contents": found}).encode()


# What a person can do wrong in a service of a JSON file: field and code, and how.
Plant = tuple[str, str, Callable[[Service], object]]


def _first(part: str, **values: Any) -> Callable[[Service], object]:
    return lambda one: one[part][0].update(values)


JSON_FAULTS: tuple[Plant, ...] = (
    ("name", "hsds_missing", lambda one: one.pop("name")),
    ("id", "hsds_missing", lambda one: one.pop("id")),
    ("status", "hsds_missing", lambda one: one.pop("status")),
    ("status", "hsds_enum", lambda one: one.update(status="open")),
    ("name", "hsds_type", lambda one: one.update(name=12)),
    ("email", "hsds_format", lambda one: one.update(email="geen adres")),
    ("url", "hsds_format", lambda one: one.update(url="www zonder schema")),
    ("url", "not_a_url", lambda one: one.update(url="javascript:alert(1)")),
    ("minimum_age", "hsds_type", lambda one: one.update(minimum_age="achttien")),
    ("minimum_age", "hsds_whole", lambda one: one.update(minimum_age=18.5)),
    ("minimum_age", "offer_age", lambda one: one.update(minimum_age=-4)),
    ("maximum_age", "offer_ages", lambda one: one.update(maximum_age=10)),
    ("assured_date", "hsds_format", lambda one: one.update(assured_date="2026-13-40")),
    ("assured_date", "hsds_day_ahead", lambda one: one.update(assured_date="2031-01-01")),
    ("name", "too_long", lambda one: one.update(name="n" * 201)),
    ("description", "control_character", lambda one: one.update(description="a\x00b")),
    ("freq", "hsds_enum", _first("schedules", freq="DAILY")),
    ("byday", "schedule_days", _first("schedules", byday="MO,XX")),
    ("byday", "schedule_ordinal", _first("schedules", byday="2MO")),
    ("opens_at", "hsds_format", _first("schedules", opens_at="25:00")),
    ("opens_at", "hsds_offset", _first("schedules", opens_at="10:00-05:00")),
    ("closes_at", "schedule_closes", _first("schedules", closes_at="09:00")),
    (
        "valid_to",
        "schedule_order",
        _first("schedules", valid_from="2026-05-01", valid_to="2026-04-01"),
    ),
    ("interval", "schedule_interval", _first("schedules", interval=0)),
    ("number", "not_a_phone", _first("phones", number="bel maar")),
    ("code", "hsds_language", _first("languages", code="klingon", name="Klingon")),
    ("amount", "offer_cost", _first("cost_options", amount=-1)),
    ("currency", "hsds_currency", _first("cost_options", currency="GBP")),
    ("phones", "hsds_type", lambda one: one.update(phones="0174")),
    ("attributes", "hsds_kind", lambda one: one.update(attributes=[])),
)


def planted(found: list[Service], count: int) -> dict[int, tuple[str, str]]:
    """Spoil so many services, spread over the file; gives field and code by row."""
    step = len(found) // count
    told = {}
    for at in range(count):
        row = at * step + step // 2 + 1
        name, code, spoil = JSON_FAULTS[at % len(JSON_FAULTS)]
        spoil(found[row - 1])
        told[row] = (name, code)
    return told


def tables_of(found: list[Service]) -> Tables:
    """The same as tables, by the name of their file."""
    tables: Tables = {}

    def put(file: str, row: Service, **links: Any) -> None:
        kept = {k: v for k, v in row.items() if not isinstance(v, list | dict)} | links
        rows = tables.setdefault(file, [])
        shared = file in {
            *("organizations", "locations", "addresses", "accessibility", "taxonomy_terms")
        }
        if not shared or all(one["id"] != kept["id"] for one in rows[-60:]):
            rows.append(kept)

    for one in found:
        key, organization = one["id"], one["organization"]
        put("services", one)
        put("organizations", organization)
        if not tables.get("phones") or organization["id"] not in {
            row.get("organization_id") for row in tables["phones"][-60:]
        }:
            put("phones", organization["phones"][0], organization_id=organization["id"])
        for file in ("phones", "schedules", "languages", "cost_options", "service_areas"):
            for part in one[file]:
                put(file, part, service_id=key)
        for at in one["service_at_locations"]:
            place = at["location"]
            put("service_at_location", at, service_id=key)
            put("locations", place)
            put("addresses", place["addresses"][0], location_id=place["id"])
            put("accessibility", place["accessibility"][0], location_id=place["id"])
        for attribute in one["attributes"]:
            put("attributes", attribute)
            put("taxonomy_terms", attribute["taxonomy_term"])
    return tables


def as_zip(tables: Tables, *, delimiter: str = ",") -> bytes:
    """A tabular data package."""
    body = BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as packed:
        for file, rows in tables.items():
            names = list(dict.fromkeys(name for row in rows for name in row))
            text = StringIO(newline="")
            lines = csv.DictWriter(text, names, delimiter=delimiter)
            lines.writeheader()
            lines.writerows(rows)
            packed.writestr(f"{file}.csv", text.getvalue())
    return body.getvalue()
