"""Checks a row against the schema of HSDS, field by field, so that each fault has its name."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from signalering.domain.faults import Fault
from signalering.domain.hsds import ONE_PART, PARTS, TABLES, Row
from signalering.domain.packaged import packaged

Check = Callable[[Any], Any]
# They have to be there, and many who publish have nothing to say in them.
MAY_BE_EMPTY = {"description", "address_1", "city", "state_province", "postal_code", "country"}
_TEXTS = {
    "type": "hsds_type",
    "enum": "hsds_enum",
    "format": "hsds_format",
    "pattern": "hsds_format",
}


@cache
def _checks(table: str) -> Mapping[str, Check]:
    """One check for each field that is no row of another table; compiled once a process."""
    # Only who brings a file in needs it.
    from fastjsonschema import compile as compiled

    return {
        name: compiled({"$schema": "http://json-schema.org/draft-07/schema#", **rule})
        for name, rule in TABLES[table]["properties"].items()
        if name not in PARTS and name not in ONE_PART
    }


@cache
def whole_check() -> Check:
    """A check of a whole JSON file, as it goes out."""
    from fastjsonschema import compile as compiled

    check: Check = compiled(packaged("hsds.schema"))
    return check


def faults_of(row: Row, *, tabular: bool) -> Iterator[Fault]:
    """Everything that the schema has against this row."""
    from fastjsonschema import JsonSchemaValueException

    table = TABLES[row.table]
    needed = [*table["required"], *(table["tabular_required"] if tabular else ())]
    for name in needed:
        value = row.values.get(name)
        if value is None or (value == "" and name not in MAY_BE_EMPTY):
            yield row.fault(name, "hsds_missing")
    checks = _checks(row.table)
    for name, value in row.values.items():
        check = checks.get(name)
        if check is None or value == "":
            continue
        try:
            check(value)
        except JsonSchemaValueException as refused:
            code = _TEXTS.get(str(refused.rule), "hsds_type")
            yield row.fault(name, code, allowed=allowed(row.table, name))


def allowed(table: str, name: str) -> str:
    """What may stand in a field: its closed list, or its type."""
    rule = TABLES[table]["properties"].get(name, {})
    if "enum" in rule:
        return ", ".join(rule["enum"])
    kind = rule.get("format") or rule.get("type", "")
    return kind if isinstance(kind, str) else "/".join(kind)
