"""The software bill of materials: what requirements.lock holds, with hashes and licences.

`make sbom` lets cyclonedx-py read the lock file (names, versions, hashes) and the environment that
was installed from it (licences), and puts both into one document here: neither holds all.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

Document = dict[str, Any]
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[^\]]*\])?==([^\s;]+)", re.M)


def named(component: Document) -> tuple[str, str]:
    """Its name as package indexes normalise it (PEP 503), and its version."""
    return re.sub(r"[-_.]+", "-", component["name"]).lower(), component["version"]


def joined(locked: Document, installed: Document, pins: set[tuple[str, str]]) -> Document:
    """The first document with the licences of the second; what is missing ends the program.

    What the lock holds for other systems alone is installed nowhere here: it has no licence.
    """
    licences = {named(one): one.get("licenses", []) for one in installed["components"]}
    for component in locked["components"]:
        found = licences.get(named(component))
        if found:
            component["licenses"] = found
        # It says the line of the lock file over again.
        component.pop("description", None)
    found_all = {named(one) for one in locked["components"]}
    if found_all != pins:
        sys.exit(f"Not what the lock file holds: {sorted(found_all ^ pins)}")
    without = [
        one["name"]
        for one in locked["components"]
        if not any(each.get("hashes") for each in one.get("externalReferences", ()))
    ]
    if without:
        sys.exit(f"Without a hash: {without}")
    return locked


def main(lock: Path, locked: Path, installed: Path, out: Path) -> None:
    """Read both, join, validate against CycloneDX 1.6, write."""
    # Of the tool that made both: the tests of this file do without.
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    pins = set(PIN.findall(lock.read_text("utf-8")))
    documents = (json.loads(path.read_text("utf-8")) for path in (locked, installed))
    text = json.dumps(joined(*documents, pins), indent=2, ensure_ascii=False) + "\n"
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"No valid CycloneDX: {fault}")
    out.write_text(text, "utf-8")
    bare = [named(one) for one in json.loads(text)["components"] if not one.get("licenses")]
    told = ", ".join(" ".join(one) for one in bare) or "none"
    sys.stdout.write(
        f"{out}: {len(pins)} packages; not installed here, so without licence: {told}\n"
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
