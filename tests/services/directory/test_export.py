"""The directory as HSDS 3: valid, without what is ours alone, and the same when it comes back."""

import csv
import io
import json
import zipfile
from typing import Any

import pytest
from kit import trail
from kit.hsds_files import as_json, service, services
from kit.town import Town
from sqlalchemy import update

from signalering.domain.commands.directory.bring_in import ConfirmDirectory, UploadDirectory
from signalering.domain.errors import Denied, InvalidInput
from signalering.domain.hsds import TABLES
from signalering.models.directory.initiative import Initiative
from signalering.services.directory._hsds_schema import whole_check
from signalering.services.directory.bring_in import bring_in, upload, waiting
from signalering.services.directory.export import export
from signalering.services.directory.load import load


def filled(town: Town) -> None:
    """The sample beside offers from elsewhere; one has ended, one says next to nothing."""
    found = services(30)
    found[3]["status"] = "inactive"
    found[4]["schedules"][0] |= {"freq": "MONTHLY", "interval": 1, "byday": "2TU,-1FR"}
    found[4]["schedules"][0] |= {"valid_from": "2026-09-01", "notes": 'Niet in "juli"; bel eerst.'}
    found[5]["cost_options"][0]["amount"] = 0
    bare = ("id", "name", "status", "attributes", "service_areas", "assured_date")
    found.append({name: value for name, value in service(31).items() if name in bare})
    with town.committed() as work:
        load(work)
    read(town, as_json(found))
    with town.committed() as work:
        work.data.execute(update(Initiative).values(contact_address="intern@groep.example"))


def read(town: Town, data: bytes) -> tuple[int, int, int, int]:
    """Bring it in; gives how many were added, changed, the same and left out."""
    with town.committed("administrator") as work:
        upload(work, UploadDirectory(data))
    with town.committed("administrator") as work:
        view = waiting(work)
        assert view is not None
        assert [(one.row, one.name, one.code) for one in view.faults] == []
        bring_in(work, ConfirmDirectory(view.seen))
    return view.count_added, view.count_changed, view.count_same, view.left_out


def written(town: Town, form: str) -> bytes:
    with town.committed("administrator") as work:
        return export(work, form)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_went_out_changes_nothing_when_it_comes_back(town: Town, form: str) -> None:
    filled(town)
    out = written(town, form)
    added, changed, same, left_out = read(town, out)
    assert (added, changed, left_out) == (0, 0, 0)
    assert same > 40
    assert written(town, form) == out


@pytest.mark.parametrize("form", ["json", "csv"])
def test_an_empty_directory_becomes_the_same(town: Town, form: str) -> None:
    """Ids and all: what a second installation hands out is what it was given."""
    filled(town)
    out = written(town, form)
    with town.committed() as work:
        for table in ("offer_schedule", "offer_language", "initiative", "place", "organisation"):
            work.data.execute(Initiative.metadata.tables[table].delete())
    added, _, _, _ = read(town, out)
    assert added > 40
    assert written(town, form) == out


def test_it_is_valid_and_keeps_what_is_ours(file_town: Town) -> None:
    filled(file_town)
    out = written(file_town, "json")
    page = json.loads(out)
    whole_check()(page)
    assert page["total_items"] == len(page["contents"])
    assert b"intern@" not in out
    assert {one["status"] for one in page["contents"]} == {"active", "inactive"}
    assert [
        entry["details"]["form"] for entry in trail.entries(file_town, "directory_exported")
    ] == ["json"]


def test_the_package_tells_its_tables(file_town: Town) -> None:
    filled(file_town)
    with zipfile.ZipFile(io.BytesIO(written(file_town, "csv"))) as packed:
        told = json.loads(packed.read("datapackage.json"))
        for resource in told["resources"]:
            text = packed.read(resource["path"]).decode()
            rows = list(csv.DictReader(io.StringIO(text, newline="")))
            names = [one["name"] for one in resource["schema"]["fields"]]
            assert list(rows[0]) == names
            needed = TABLES[resource["name"]]["required"]
            assert set(needed) <= set(names)
            ids = [row["id"] for row in rows]
            assert len(ids) == len(set(ids)), resource["name"]
    assert {"service", "organization", "location", "schedule", "taxonomy_term"} <= {
        resource["name"] for resource in told["resources"]
    }


@pytest.mark.parametrize(
    "spoil",
    [
        lambda page: page["contents"][0].pop("name"),
        lambda page: page["contents"][0].update(status="open"),
        lambda page: page["contents"][0]["schedules"][0].update(freq="DAILY"),
        lambda page: page["contents"][0]["schedules"][0].update(opens_at="tien uur"),
    ],
)
def test_the_schema_refuses_what_is_no_hsds(spoil: Any) -> None:
    page = json.loads(as_json([service(1)]))
    whole_check()(page)
    spoil(page)
    with pytest.raises(ValueError, match="data"):
        whole_check()(page)


@pytest.mark.parametrize("who", ["worker", "coordinator", "manager", "privacy_officer"])
def test_who_may_not(file_town: Town, who: str) -> None:
    with file_town.work(who) as work, pytest.raises(Denied):
        export(work, "json")


def test_another_form_is_refused(file_town: Town) -> None:
    with file_town.work("administrator") as work, pytest.raises(InvalidInput):
        export(work, "xml")
