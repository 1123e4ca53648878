"""What we know of Open Referral's HSDS 3: its tables, and what our words are called there.

Source: https://docs.openreferral.org, versions 3.0 to 3.2. Field names are facts; the schema that
files are checked against is data/hsds.schema.json.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from signalering.domain.faults import Fault
from signalering.domain.packaged import packaged

TABLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(packaged("hsds.schema")["$defs"])
PATHS: Mapping[str, str] = MappingProxyType({name: row["path"] for name, row in TABLES.items()})
# What version 3.0 called them.
OLD_PATHS: Mapping[str, str] = MappingProxyType(
    {
        "addresss.csv": "address",
        "services_at_location.csv": "service_at_location",
        "service_at_locations.csv": "service_at_location",
        "services_at_locations.csv": "service_at_location",
        "accessibilitys.csv": "accessibility",
        "accessibilities.csv": "accessibility",
        "taxonomys.csv": "taxonomy",
    }
)
OLD_PARTS: Mapping[str, str] = MappingProxyType(
    {"addresss": "addresses", "accessibilitys": "accessibility"}
)
# Parts of a row that are rows of another table.
PARTS: Mapping[str, str] = MappingProxyType(
    {
        "phones": "phone",
        "schedules": "schedule",
        "service_areas": "service_area",
        "service_at_locations": "service_at_location",
        "languages": "language",
        "cost_options": "cost_option",
        "attributes": "attribute",
        "addresses": "address",
        "accessibility": "accessibility",
    }
)
ONE_PART: Mapping[str, str] = MappingProxyType(
    {"organization": "organization", "location": "location", "taxonomy_term": "taxonomy_term"}
)
# Our columns and theirs, where they differ.
THEIR_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "note": "description",
        "eligibility": "eligibility_description",
        "cost": "fees_description",
        "sign_up": "application_process",
        "public_address": "email",
        "assured_on": "assured_date",
    }
)
THEIR_PLACE_FIELDS: Mapping[str, str] = MappingProxyType(
    {"street": "address_1", "route": "transportation", "accessibility": "accessibility"}
)
THEIR_SCHEDULE_FIELDS: Mapping[str, str] = MappingProxyType({"note": "notes"})
TAXONOMY = "signalering"
MOST_FAULTS = 500
# Tables ask an organisation of every service. This one, of our making, says that there is none.
NO_ORGANIZATION: Mapping[str, str] = MappingProxyType(
    {
        "id": "b1f5a0d6-6c0e-5c55-9d0a-5d0f3f1c7a10",
        "name": "Zelfstandig initiatief",
        "description": "",
    }
)


@dataclass(frozen=True)
class Row:
    """A row as it was read: empty values are left out."""

    table: str
    file: str
    row: int
    values: Mapping[str, Any]

    def text(self, name: str) -> str:
        """A value as text; "" where there is none or it is none."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def fault(self, name: str, code: str, **params: str) -> Fault:
        """What is wrong with one of its fields."""
        return Fault(self.file, self.row, name, code, params)


@dataclass(frozen=True)
class Bundle:
    """A service with all that belongs to it, however the file was laid out."""

    service: Row
    organization: Row | None = None
    organization_phones: tuple[Row, ...] = ()
    location: Row | None = None
    addresses: tuple[Row, ...] = ()
    accessibility: tuple[Row, ...] = ()
    phones: tuple[Row, ...] = ()
    schedules: tuple[Row, ...] = ()
    languages: tuple[Row, ...] = ()
    cost_options: tuple[Row, ...] = ()
    service_areas: tuple[Row, ...] = ()
    terms: tuple[Row, ...] = ()
    # Found while its parts were gathered: references that lead nowhere.
    faults: tuple[Fault, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        """All of its own rows; those of its organisation and place may be shared."""
        return (
            self.service,
            *self.phones,
            *self.schedules,
            *self.languages,
            *self.cost_options,
            *self.service_areas,
            *self.terms,
        )

    def shared(self) -> tuple[Row, ...]:
        """Rows that other services may have too."""
        both = (self.organization, self.location)
        rows = tuple(row for row in both if row is not None)
        return (*rows, *self.organization_phones, *self.addresses, *self.accessibility)
