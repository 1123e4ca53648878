"""A file of another directory: looked through, every fault by its row, all at once or nothing."""

import io
import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from kit import trail
from kit.hsds_files import as_json, as_zip, planted, service, services, tables_of
from kit.town import Town
from sqlalchemy import Engine, event, func, select

from signalering.domain.commands.directory.bring_in import ConfirmDirectory, UploadDirectory
from signalering.domain.commands.directory.edit import EditOffer
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotFound
from signalering.domain.views.directory.bring_in import BringView
from signalering.models.directory.imports import DirectoryImport
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation, Place
from signalering.models.directory.schedule import OfferLanguage, OfferSchedule
from signalering.services.directory._hsds_read import LARGEST_FILE, LARGEST_UNPACKED
from signalering.services.directory.bring_in import bring_in, sweep, upload, waiting
from signalering.services.directory.edit import edit, to_edit

DAY = date(2026, 11, 20)


def looked_through(town: Town, data: bytes, day: date | None = None) -> BringView:
    """Upload it, and see what it would do."""
    with town.committed("administrator") as work:
        upload(work, UploadDirectory(data, day))
    with town.work("administrator", writes=False) as work:
        view = waiting(work)
    assert view is not None
    return view


def brought_in(town: Town, data: bytes, day: date | None = None) -> BringView:
    """Upload it and say yes, also to leaving out what has faults."""
    view = looked_through(town, data, day)
    with town.committed("administrator") as work:
        bring_in(work, ConfirmDirectory(view.seen, without=True))
    return view


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """What is sent to the database meanwhile."""
    ran: list[str] = []

    def listen(*arguments: Any) -> None:
        ran.append(arguments[2])

    event.listen(engine, "before_cursor_execute", listen)
    try:
        yield ran
    finally:
        event.remove(engine, "before_cursor_execute", listen)


def count(town: Town, model: Any) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(model)) or 0


def offer_named(town: Town, name: str) -> Initiative:
    with town.work(writes=False) as work:
        row = work.data.scalars(select(Initiative).where(Initiative.name == name)).one()
        work.data.expunge_all()
        return row


def test_a_real_sized_file_with_a_hundred_faults(town: Town) -> None:
    """Each fault by its row and field; what is fine comes in, in few statements, at once."""
    found = services(2000)
    told = planted(found, 100)
    tracemalloc.start()
    view = looked_through(town, as_json(found))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    by_row: dict[int, set[tuple[str, str]]] = {}
    for fault in view.faults:
        by_row.setdefault(fault.row, set()).add((fault.name, fault.code))
    assert set(by_row) == set(told)
    assert all(told[row] in by_row[row] for row in told)
    assert (view.read, view.left_out, view.count_added) == (2000, 100, 1900)
    assert peak < 64_000_000, "a worker has room for it"
    assert count(town, Initiative) == 0, "looking through writes nothing"
    with statements(town.house.data) as ran, town.committed("administrator") as work:
        bring_in(work, ConfirmDirectory(view.seen, without=True))
    assert len(ran) < 60, "however long the file is"
    assert count(town, Initiative) == 1900
    assert count(town, OfferSchedule) == count(town, OfferLanguage) == 3800
    assert (count(town, Organisation), count(town, Place)) == (101, 401)
    (entry,) = trail.entries(town, "directory_brought_in")
    assert entry["details"] == {"added": "1900", "changed": "0", "left_out": "100"}


def test_the_tables_say_the_same_as_the_json(town: Town) -> None:
    found = services(40)
    brought_in(town, as_zip(tables_of(found), delimiter=";"))
    again = looked_through(town, as_json(found))
    assert (again.count_added, again.count_changed, again.count_same) == (0, 0, 40)
    assert not again.faults


CSV_FAULTS = [
    ("services", 3, {"name": ""}, "name", "hsds_missing"),
    ("services", 4, {"organization_id": "weg"}, "organization_id", "hsds_reference"),
    ("services", 5, {"id": "dienst-1"}, "id", "hsds_same_id"),
    ("services", 6, {"minimum_age": "jong"}, "minimum_age", "hsds_type"),
    ("schedules", 7, {"service_id": "weg"}, "service_id", "hsds_reference"),
    ("schedules", 8, {"service_id": ""}, "", "hsds_stray"),
    ("schedules", 9, {"interval": "vaak"}, "interval", "hsds_type"),
    ("phones", 4, {"number": "bel"}, "number", "not_a_phone"),
    ("cost_options", 5, {"amount": "duur"}, "amount", "hsds_type"),
    ("service_at_location", 6, {"location_id": "weg"}, "location_id", "hsds_reference"),
    ("locations", 2, {"location_type": "huis"}, "location_type", "hsds_enum"),
    ("organizations", 2, {"email": "geen"}, "email", "hsds_format"),
    ("attributes", 7, {"taxonomy_term_id": "weg"}, "taxonomy_term_id", "hsds_reference"),
]


@pytest.mark.parametrize(("file", "row", "values", "name", "code"), CSV_FAULTS)
def test_a_fault_in_a_table_has_its_file_and_row(
    file_town: Town, file: str, row: int, values: dict[str, str], name: str, code: str
) -> None:
    tables = tables_of(services(25))
    tables[file][row - 2].update(values)
    view = looked_through(file_town, as_zip(tables))
    assert (f"{file}.csv", row, name, code) in {
        (one.file, one.row, one.name, one.code) for one in view.faults
    }


def test_a_shared_row_that_is_wrong_leaves_out_all_that_hang_on_it(file_town: Town) -> None:
    tables = tables_of(services(25))
    tables["organizations"][0]["name"] = ""
    view = looked_through(file_town, as_zip(tables))
    assert (view.left_out, view.count_added) == (19, 6)
    assert [(one.file, one.row, one.name) for one in view.faults] == [
        ("organizations.csv", 2, "name")
    ]


def test_where_a_packed_file_says_that_it_belongs_counts_for_nothing(
    file_town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    with zipfile.ZipFile(io.BytesIO(as_zip(tables_of(services(3))))) as plain:
        files = {one: plain.read(one) for one in plain.namelist()}
    for folder in ("../../", f"{tmp_path}/", "a/../../"):
        view = looked_through(file_town, packed({folder + one: files[one] for one in files}))
        assert (view.count_added, view.faults) == (3, ())
    assert list(tmp_path.rglob("*.csv")) == []


def packed(files: dict[str, bytes]) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return body.getvalue()


UNREADABLE = {
    "nothing": (b"", "file_unreadable"),
    "words": (b"geen json", "file_unreadable"),
    "half": (b'{"contents": [', "file_unreadable"),
    "deep": (b"[" * 100_000, "file_unreadable"),
    "no number": (b'[{"minimum_age": NaN}]', "file_unreadable"),
    "latin": ('[{"name": "caf\u00e9"}]'.encode("latin-1"), "file_unreadable"),
    "no list": (b'{"contents": 3}', "file_no_services"),
    "empty list": (b"[]", "file_no_services"),
    "too many": (b"[" + b"1," * 5000 + b"1]", "file_many"),
    "too large": (b" " * (LARGEST_FILE + 1), "file_large"),
    "no zip": (b"PK\x03\x04 en verder niets", "file_unreadable"),
    "zip without services": (packed({"phones.csv": b"id,number\n1,2"}), "file_no_services"),
    "zip with latin": (
        packed({"services.csv": "id,name\n1,caf\u00e9".encode("latin-1")}),
        "file_not_utf8",
    ),
    "bomb": (packed({"services.csv": b"a," * (LARGEST_UNPACKED // 2 + 1)}), "file_large"),
    "many parts": (packed({f"{at}.txt": b"" for at in range(100)}), "file_many_parts"),
    "long cell": (packed({"services.csv": b"id,name\n1," + b"n" * 30_000}), "file_unreadable"),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_refused_and_the_one_before_waits(
    file_town: Town, what: str
) -> None:
    data, code = UNREADABLE[what]
    looked_through(file_town, as_json(services(2)))
    with file_town.work("administrator", writes=True) as work:
        with pytest.raises(InvalidInput) as refused:
            upload(work, UploadDirectory(data))
        assert (refused.value.field, refused.value.code) == ("file", code)
        work.rollback()
    with file_town.work("administrator", writes=False) as work:
        view = waiting(work)
    assert view is not None
    assert view.read == 2


@pytest.mark.parametrize("junk", [1, "x", None, [], {"organization": 3}, {"schedules": [1]}])
def test_a_service_of_another_shape_is_a_fault(file_town: Town, junk: object) -> None:
    view = looked_through(file_town, json.dumps([junk, service(2)]).encode())
    assert (view.left_out, view.count_added) == (1, 1)
    assert {one.row for one in view.faults} == {1}


def test_nothing_comes_in_half(file_town: Town) -> None:
    """Faults have to be agreed to; and what changed meanwhile is looked through again."""
    found = services(4)
    found[1]["status"] = "open"
    view = looked_through(file_town, as_json(found))
    with file_town.work("administrator", writes=True) as work:
        with pytest.raises(InvalidInput):
            bring_in(work, ConfirmDirectory(view.seen))
        work.rollback()
        with pytest.raises(Conflict):
            bring_in(work, ConfirmDirectory("something else", without=True))
        work.rollback()
    assert count(file_town, Initiative) == 0
    brought_in(file_town, as_json(found))
    assert count(file_town, Initiative) == 3
    with file_town.work("administrator", writes=True) as work, pytest.raises(NotFound):
        bring_in(work, ConfirmDirectory(view.seen, without=True))


def test_a_change_between_looking_and_yes_is_a_conflict(file_town: Town) -> None:
    brought_in(file_town, as_json(services(3)))
    found = services(3)
    found[0]["description"] = "Nieuw verhaal."
    view = looked_through(file_town, as_json(found))
    row = offer_named(file_town, "Samen doen 1")
    with file_town.committed("administrator") as work:
        shown = to_edit(work, row.id)
        facts = replace(shown.facts, note="Nieuw verhaal.")
        edit(work, EditOffer(row.id, shown.version, facts))
    with file_town.work("administrator", writes=True) as work, pytest.raises(Conflict):
        bring_in(work, ConfirmDirectory(view.seen))


def test_known_by_key_then_by_name_and_organisation(file_town: Town) -> None:
    brought_in(file_town, as_json(services(3)))
    known = offer_named(file_town, "Samen doen 1")
    assert known.external_id == "dienst-1"
    found = services(3)
    found[0]["name"] = "Samen doen, onder een nieuwe naam"
    found[1]["id"] = "een-ander-nummer"
    view = looked_through(file_town, as_json(found))
    assert (view.count_added, view.count_changed, view.count_same) == (0, 1, 2)
    assert view.changed[0].fields == ("name",)
    with file_town.committed("administrator") as work:
        bring_in(work, ConfirmDirectory(view.seen))
    assert offer_named(file_town, "Samen doen, onder een nieuwe naam").id == known.id


def test_the_same_name_at_two_organisations_is_two_offers(file_town: Town) -> None:
    found = [service(1), service(21)]
    for one in found:
        one["name"] = "Inloop"
    assert looked_through(file_town, as_json(found)).count_added == 2
    found[1]["organization"], found[1]["organization_id"] = found[0]["organization"], "org-0"
    view = looked_through(file_town, as_json(found))
    assert (view.count_added, view.left_out) == (1, 1)
    assert [(one.row, one.code) for one in view.faults] == [(2, "hsds_twice")]


def test_what_the_file_does_not_say_stays(file_town: Town) -> None:
    """Nor does an older day count, nor does an ended offer come back; one can end, though."""
    brought_in(file_town, as_json(services(3)))
    before = offer_named(file_town, "Samen doen 1")
    with file_town.committed() as work:
        row = work.data.get_one(Initiative, before.id)
        row.assured_on, row.contact_address = DAY, "intern@groep.example"
        ended = offer_named(file_town, "Samen doen 2").id
        work.data.get_one(Initiative, ended).active = False
    sparse = {
        name: service(1)[name]
        for name in ("id", "name", "status", "attributes", "service_areas", "organization")
    }
    third = service(3) | {"status": "defunct"}
    brought_in(file_town, as_json([sparse, service(2), third]))
    after = offer_named(file_town, "Samen doen 1")
    assert (after.note, after.phone, after.place_id) == (before.note, before.phone, before.place_id)
    assert (after.assured_on, after.contact_address) == (DAY, "intern@groep.example")
    assert not offer_named(file_town, "Samen doen 2").active
    assert not offer_named(file_town, "Samen doen 3").active


def test_offers_without_a_day_get_the_one_that_is_given(file_town: Town) -> None:
    found = services(2)
    for one in found:
        del one["assured_date"]
    view = looked_through(file_town, as_json(found))
    assert {(one.name, one.code) for one in view.faults} == {("assured_date", "hsds_assured")}
    brought_in(file_town, as_json(found), DAY)
    assert offer_named(file_town, "Samen doen 2").assured_on == DAY


def test_it_waits_for_two_hours_for_who_uploaded_it(file_town: Town) -> None:
    looked_through(file_town, as_json(services(2)))
    file_town.clock.move_to(file_town.clock.now() + timedelta(hours=2))
    with file_town.work("administrator", writes=False) as work:
        assert waiting(work) is None
    with file_town.committed() as work:
        sweep(work)
    assert count(file_town, DirectoryImport) == 0


@pytest.mark.parametrize("who", ["worker", "coordinator", "manager", "privacy_officer"])
def test_who_may_not(file_town: Town, who: str) -> None:
    with file_town.work(who, writes=True) as work, pytest.raises(Denied):
        upload(work, UploadDirectory(as_json(services(1))))
