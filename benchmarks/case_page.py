"""The page of a case with 200 entries, beside the same page from rows that nothing seals."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any
from uuid import UUID

from kit.browser_like import BASE, Browser, app_of, close
from kit.cases import opened
from kit.town import Town
from sqlalchemy import select, update

from benchmarks import towns
from benchmarks.measure import Row, beside, interleaved
from signalering.domain.views.cases.part import SHOWN
from signalering.models.cases.case import Case, CaseEntry
from signalering.models.signals.contact import ContactDetails
from signalering.services.cases import contact, show
from signalering.services.cases.contact import contact_of, open_contact
from signalering.services.cases.entries import Entries, Payload, add_case_entry, case_entries
from signalering.services.cases.entries import case_key as real_case_key
from signalering.services.work import Work

ENTRIES = 200
RUNS = 25
WORDS = "Gebeld over de koffieochtend; wil er volgende week samen heen. "


def rows() -> Iterator[Row]:
    """Two cases that say the same, one of them in plain rows."""
    with towns.town() as town:
        sealed, plain = opened(town), opened(town)
        for case_id in (sealed, plain):
            fill(town, case_id)
        _lay_open(town, plain)
        app = app_of(town)
        browser = Browser(app, town).log_in("coordinator")
        ours, floor = interleaved(
            lambda: _read(browser, sealed), lambda: _read_plain(browser, plain), RUNS
        )
        close(app)
        yield beside(f"open a case with {ENTRIES} entries, beside plain rows", ours, floor, 1.5)


def fill(town: Town, case_id: UUID) -> None:
    """Notes until the case has its entries."""
    with town.committed("coordinator") as work:
        case = work.data.get_one(Case, case_id)
        key = real_case_key(work, case)
        number = len(case_entries(work, case, key))
        while number < ENTRIES:
            note = {"kind": "note", "text": WORDS * (1 + number % 5)}
            number = add_case_entry(work, case, key, note)


def _lay_open(town: Town, case_id: UUID) -> None:
    """Put the words themselves where their seals were."""
    with town.committed("coordinator") as work:
        case = work.data.get_one(Case, case_id)
        for number, payload in case_entries(work, case, real_case_key(work, case)):
            work.data.execute(
                update(CaseEntry)
                .where(CaseEntry.case_id == case_id, CaseEntry.number == number)
                .values(sealed=json.dumps(payload).encode())
            )
        details = contact_of(work, case_id)
        if details is None:
            raise RuntimeError("a case of the kit has contact details")
        details.sealed = json.dumps(open_contact(work, details)).encode()


def _read(browser: Browser, case_id: UUID) -> None:
    answer = browser.client.get(f"/cases/{case_id}", base_url=BASE)
    if answer.status_code != 200 or answer.text.count(WORDS.strip()) < SHOWN:
        raise RuntimeError("the page of the case doesn't show its newest entries")


def _read_plain(browser: Browser, case_id: UUID) -> None:
    seals = {"case_key": _no_key, "case_entries": _plain_entries}
    with _replaced(show, seals), _replaced(contact, {"open_contact": _plain_contact}):
        _read(browser, case_id)


@contextmanager
def _replaced(module: ModuleType, others: Mapping[str, Any]) -> Iterator[None]:
    """Let this module read by these functions instead of its own."""
    before = {name: getattr(module, name) for name in others}
    try:
        vars(module).update(others)
        yield
    finally:
        vars(module).update(before)


def _no_key(work: Work, case: Case) -> bytes:
    del work, case
    return b""


def _plain_entries(work: Work, case: Case, key: bytes) -> Entries:
    del key
    rows = work.data.scalars(
        select(CaseEntry).where(CaseEntry.case_id == case.id).order_by(CaseEntry.number)
    )
    return [(row.number, json.loads(row.sealed)) for row in rows]


def _plain_contact(work: Work, details: ContactDetails) -> Payload:
    del work
    told: Payload = json.loads(details.sealed)
    return told
