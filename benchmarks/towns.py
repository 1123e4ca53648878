"""An installation to measure in, on SQLite with full durability, and many cases in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from kit.databases import SqliteTowns
from kit.town import Town
from sqlalchemy import insert

from signalering.domain.lifecycles import KeyGroup
from signalering.models.cases.case import Case
from signalering.models.keys.group import Wrap
from signalering.models.signals.contact import ContactDetails
from signalering.services.cases.contact import contact_slot
from signalering.services.keys.groups import open_group
from signalering.services.sealing import seal_payload
from signalering.services.work import Work
from signalering.vault import wraps
from signalering.vault.kinds import new_record_key
from signalering.vault.wraps import Purpose

SYLLABLES = (
    "ver",
    "hol",
    "land",
    "dam",
    "berg",
    "huis",
    "man",
    "sen",
    "aar",
    "bos",
    "kamp",
    "vliet",
)


@contextmanager
def town() -> Iterator[Town]:
    """A town of its own in a folder that goes afterwards."""
    with (
        TemporaryDirectory() as settled,
        TemporaryDirectory() as folder,
        SqliteTowns(Path(settled)).town(Path(folder)) as made,
    ):
        yield made


def many_cases(work: Work, count: int, chance: Random) -> None:
    """So many live cases with contact details, written straight into the tables."""
    opened = open_group(work, KeyGroup.CASEWORK)
    cases, contacts, wrapped = [], [], []
    for number in range(count):
        case_id, contact_id, key_id = uuid4(), uuid4(), uuid4()
        key = new_record_key()
        cases.append(_case(case_id, number))
        details = {"name": a_name(chance), "phone": "0174 555 555"}
        contacts.append(
            {
                "id": contact_id,
                "case_id": case_id,
                "key_id": key_id,
                "has_phone": True,
                "has_email": False,
                "has_address": False,
                "sealed": seal_payload(key, contact_slot(contact_id), details),
            }
        )
        wrapped.append(
            {
                "key_id": key_id,
                "holder": KeyGroup.CASEWORK.value,
                "form": wraps.Form.AES.value,
                "epoch_id": opened.epoch_id,
                "wrapped": wraps.wrap_with(opened.wrapping_key, key, key_id, Purpose.CONTACT),
            }
        )
    work.data.execute(insert(Case), cases)
    work.data.execute(insert(ContactDetails), contacts)
    work.keys.execute(insert(Wrap), wrapped)


def _case(case_id: UUID, number: int) -> dict[str, object]:
    return {
        "id": case_id,
        "reference": f"{number:09d}",
        "state": "opened",
        "deadline_on": date(2026, 12, 1),
        "deadline_kind": "first_attempt",
        "key_id": uuid4(),
        "version": 1,
    }


def a_name(chance: Random) -> str:
    """A made-up first name and surname."""
    parts = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(2))
    return " ".join(part.title() for part in parts)
