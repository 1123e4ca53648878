"""An installation to measure in, on SQLite with full durability, and many cases in it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from kit.databases import SqliteTowns
from kit.town import Town
from sqlalchemy import TextClause, insert, text

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
SEEDING_KIB = 1_000_000
# A Monday.
FIRST_DAY = date(2026, 11, 23)


@contextmanager
def town() -> Iterator[Town]:
    """A town of its own in a folder that goes afterwards."""
    with (
        TemporaryDirectory() as settled,
        TemporaryDirectory() as folder,
        SqliteTowns(Path(settled)).town(Path(folder)) as made,
    ):
        yield made


def in_bulk(work: Work, *statements: tuple[TextClause, Mapping[str, object]]) -> None:
    """Fill tables with statements that make their rows themselves.

    Ids and whatever else is unique go up from row to row, and what is written to lies in memory,
    or SQLite reads and writes the same pages over and over.
    """
    work.data.execute(text(f"PRAGMA cache_size = -{SEEDING_KIB}"))
    for statement, values in statements:
        work.data.execute(statement, values)


def many_cases(
    work: Work, count: int, chance: Random, owner_id: UUID | None = None, *, first: int = 0
) -> None:
    """So many live cases with contact details, written straight into the tables.

    `first` numbers the first one, where others are there already.
    """
    opened = open_group(work, KeyGroup.CASEWORK)
    cases, contacts, wrapped = [], [], []
    for number in range(first, first + count):
        case_id, contact_id, key_id = uuid4(), uuid4(), uuid4()
        key = new_record_key()
        cases.append(_case(case_id, number, chance) | {"owner_id": owner_id})
        details = {
            "name": a_name(chance),
            "phone": f"06-{chance.randrange(10**8):08d}",
            "email": f"{a_name(chance).replace(' ', '.').lower()}@example.org",
            "address": an_address(chance),
        }
        contacts.append(
            {
                "id": contact_id,
                "case_id": case_id,
                "key_id": key_id,
                "has_phone": True,
                "has_email": True,
                "has_address": True,
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


def _case(case_id: UUID, number: int, chance: Random) -> dict[str, object]:
    return {
        "id": case_id,
        "reference": f"{number:09d}",
        "state": "opened",
        "deadline_on": FIRST_DAY + timedelta(days=chance.randrange(400)),
        "deadline_kind": "first_attempt",
        "key_id": uuid4(),
        "active_on": FIRST_DAY,
        "version": 1,
    }


def a_name(chance: Random) -> str:
    """A made-up first name and surname."""
    parts = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(2))
    return " ".join(part.title() for part in parts)


def an_address(chance: Random) -> str:
    """A made-up street with a number and a postcode."""
    street = "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3)))
    end = chance.choice(("straat", "laan", "weg", "plein"))
    postcode = f"{chance.randrange(2671, 2695)} {''.join(chance.choices('ABCDEF', k=2))}"
    return f"{street.title()}{end} {chance.randint(1, 199)}, {postcode} Naaldwijk"
