"""Makes drafts of what was read: our words for theirs, and every fault by its row."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from signalering.domain.commands.directory.edit import OfferFacts
from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.drafts import Drafts, OfferDraft
from signalering.domain.errors import InvalidInput, InvalidLines
from signalering.domain.faults import Fault
from signalering.domain.hsds import (
    MOST_FAULTS,
    NO_ORGANIZATION,
    THEIR_FIELDS,
    THEIR_PLACE_FIELDS,
    THEIR_SCHEDULE_FIELDS,
    Bundle,
    Row,
)
from signalering.domain.offer_facts import (
    offer_values,
    organisation_values,
    phone_of,
    place_values,
)
from signalering.domain.schedules import MOST_SCHEDULES, Schedule, checked_schedule
from signalering.domain.vocabularies import area_of_place, vocabulary
from signalering.services.directory._hsds_read import bundles_of
from signalering.services.directory._hsds_schema import faults_of

LONGEST_KEY = 100
FIRST_DAY = date(2000, 1, 1)
# Times of the clock on the wall here, summer and winter; another zone would have to be reckoned.
OUR_OFFSETS = {"", "+01:00", "+02:00", "+0100", "+0200"}
_TIME = re.compile(r"(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(.*)")


def drafts_of(data: bytes, today: date) -> Drafts:
    """What a file tells. Raises InvalidInput for one that can't be read at all."""
    tabular, bundles, faults = bundles_of(data)
    return _Reading(tabular, today, faults).read(bundles)


class _Reading:
    """One file, service by service."""

    def __init__(self, tabular: bool, today: date, faults: list[Fault]) -> None:
        self._tabular, self._today, self._faults = tabular, today, faults
        self._bad = {(one.file, one.row) for one in faults}
        self._known: dict[str, Row] = {}
        self._offers: list[tuple[OfferDraft, Bundle]] = []
        self._organisations: dict[str, SaveOrganisation] = {}
        self._places: dict[str, SavePlace] = {}
        # Of shared rows: those that are bad, by table and id, however often they are repeated.
        self._looked_at: dict[tuple[str, str], bool] = {}
        self._read = 0

    def read(self, bundles: Iterable[Bundle]) -> Drafts:
        for bundle in bundles:
            self._read += 1
            owner = bundle.organization
            nobody = owner is not None and owner.text("id") == NO_ORGANIZATION["id"]
            self._take(replace(bundle, organization=None) if nobody else bundle)
        # A fault may have been found in rows of a service that came before.
        self._bad |= {(one.file, one.row) for one in self._faults}
        fine = [draft for draft, bundle in self._offers if not self._is_bad(bundle)]
        used = {one.organisation for one in fine} | {one.place for one in fine}
        return Drafts(
            offers=tuple(fine),
            organisations={k: one for k, one in self._organisations.items() if k in used},
            places={k: one for k, one in self._places.items() if k in used},
            faults=tuple(self._faults[:MOST_FAULTS]),
            read=self._read,
            left_out=self._read - len(fine),
        )

    def _is_bad(self, bundle: Bundle) -> bool:
        rows = (*bundle.rows(), *bundle.shared())
        return any((row.file, row.row) in self._bad for row in rows)

    def _take(self, bundle: Bundle) -> None:
        found = list(bundle.faults)
        for row in bundle.rows():
            found.extend(faults_of(row, tabular=self._tabular))
        found.extend(self._same_key(bundle.service))
        organisation_bad = self._shared(bundle.organization, self._organisation, bundle)
        place_bad = self._shared(bundle.location, self._place, bundle)
        if not found:
            draft = _OfferDrafting(bundle, self._today)
            made = draft.made()
            found.extend(draft.faults)
            if made is not None and not (found or organisation_bad or place_bad):
                self._offers.append((made, bundle))
        self._faults.extend(found)

    def _same_key(self, service: Row) -> Iterator[Fault]:
        key = service.text("id")
        if not key:
            return
        if len(key) > LONGEST_KEY:
            yield service.fault("id", "too_long", limit=str(LONGEST_KEY))
        first = self._known.setdefault(key, service)
        if first is not service:
            yield service.fault("id", "hsds_same_id", row=str(first.row))

    def _shared(
        self, row: Row | None, make: Callable[[Row, Bundle], list[Fault]], bundle: Bundle
    ) -> bool:
        """Whether it is bad. Looked at once: the first that says who it is counts."""
        if row is None:
            return False
        at = (row.table, row.text("id") or f"{row.file}:{row.row}")
        if at not in self._looked_at:
            found = make(row, bundle)
            self._looked_at[at] = bool(found)
            self._faults.extend(found)
        return self._looked_at[at]

    def _organisation(self, row: Row, bundle: Bundle) -> list[Fault]:
        found = list(faults_of(row, tabular=self._tabular))
        for one in bundle.organization_phones:
            found.extend(faults_of(one, tabular=self._tabular))
        if found:
            return found
        phone = next(iter(bundle.organization_phones), None)
        command = SaveOrganisation(
            name=row.text("name"),
            description=row.text("description"),
            email=row.text("email"),
            url=row.text("website"),
        )
        number = _number(phone, found)
        found.extend(_refused(row, lambda: organisation_values(command), {"url": "website"}))
        if len(row.text("id")) > LONGEST_KEY:
            found.append(row.fault("id", "too_long", limit=str(LONGEST_KEY)))
        self._organisations[row.text("id")] = replace(command, phone=number)
        return found

    def _place(self, row: Row, bundle: Bundle) -> list[Fault]:
        rows = (row, *bundle.addresses, *bundle.accessibility)
        found = [one for each in rows for one in faults_of(each, tabular=self._tabular)]
        if found:
            return found
        address = next(iter(bundle.addresses), row)
        access = next(iter(bundle.accessibility), row)
        command = SavePlace(
            name=row.text("name") or address.text("address_1"),
            street=address.text("address_1"),
            postal_code=address.text("postal_code"),
            city=address.text("city"),
            route=row.text("transportation"),
            accessibility=access.text("description") if bundle.accessibility else "",
        )
        found.extend(_refused(row, lambda: place_values(command), THEIR_PLACE_FIELDS))
        if len(row.text("id")) > LONGEST_KEY:
            found.append(row.fault("id", "too_long", limit=str(LONGEST_KEY)))
        self._places[row.text("id")] = command
        return found


class _OfferDrafting:
    """One offer of one service."""

    def __init__(self, bundle: Bundle, today: date) -> None:
        self._bundle, self._today = bundle, today
        self.faults: list[Fault] = []

    def made(self) -> OfferDraft | None:
        bundle, row = self._bundle, self._bundle.service
        facts = OfferFacts(
            name=row.text("name"),
            kind=self._kind(),
            area=self._area(),
            note=row.text("description"),
            minimum_age=self._whole(row, "minimum_age"),
            maximum_age=self._whole(row, "maximum_age"),
            eligibility=row.text("eligibility_description"),
            languages=tuple(
                sorted({code for one in bundle.languages for code in self._tongue(one)})
            ),
            cost=row.text("fees_description"),
            cost_cents=self._cents(),
            sign_up=row.text("application_process"),
            phone=_number(next(iter(bundle.phones), None), self.faults),
            public_address=row.text("email"),
            url=row.text("url"),
        )
        if facts.kind and facts.area:
            self.faults.extend(_refused(row, lambda: offer_values(facts), THEIR_FIELDS))
        schedules = tuple(one for each in bundle.schedules for one in self._schedule(each))
        if len(schedules) > MOST_SCHEDULES:
            self.faults.append(row.fault("schedules", "schedules_many", most=str(MOST_SCHEDULES)))
        assured = self._day(row, "assured_date")
        if assured is not None and assured > self._today:
            self.faults.append(row.fault("assured_date", "hsds_day_ahead"))
        if self.faults:
            return None
        return OfferDraft(
            key=row.text("id"),
            file=row.file,
            row=row.row,
            facts=facts,
            schedules=schedules,
            assured_on=assured,
            active=row.text("status") == "active",
            organisation=bundle.organization.text("id") if bundle.organization else "",
            place=bundle.location.text("id") if bundle.location else "",
        )

    def _kind(self) -> str:
        named = [row.text(name) for row in self._bundle.terms for name in ("code", "name")]
        found = next(filter(None, (_term("kinds", one) for one in named)), "")
        if not found:
            listed = ", ".join(vocabulary("kinds").codes)
            self.faults.append(
                self._bundle.service.fault("attributes", "hsds_kind", allowed=listed)
            )
        return found

    def _area(self) -> str:
        named = [row.text("name") for row in self._bundle.service_areas]
        named += [row.text("city") for row in self._bundle.addresses]
        for text in named:
            if area := _term("areas", text):
                return area
            if place := _term("places", text):
                return area_of_place(place)
        listed = ", ".join(vocabulary("areas").label(one) for one in vocabulary("areas").codes)
        self.faults.append(self._bundle.service.fault("service_areas", "hsds_area", allowed=listed))
        return ""

    def _tongue(self, row: Row) -> Iterator[str]:
        named = [one for one in (row.text("code"), row.text("name")) if one]
        found = next(filter(None, (_term("languages", one) for one in named)), "")
        if found:
            yield found
        else:
            self.faults.append(row.fault("code", "hsds_language"))

    def _whole(self, row: Row, name: str) -> int | None:
        value = row.values.get(name)
        if value is None or value == "":
            return None
        if value != value or value != int(value):
            self.faults.append(row.fault(name, "hsds_whole"))
            return None
        return int(value)

    def _cents(self) -> int | None:
        row = next(iter(self._bundle.cost_options), None)
        amount = row.values.get("amount") if row is not None else None
        if row is None or amount is None or amount == "":
            return None
        if row.text("currency").upper() not in {"", "EUR"}:
            self.faults.append(row.fault("currency", "hsds_currency"))
            return None
        cents = round(amount * 100) if abs(amount) < 1e9 else -1
        if cents < 0 or cents > 100_000_00:
            self.faults.append(row.fault("amount", "offer_cost"))
            return None
        return cents

    def _day(self, row: Row, *names: str) -> date | None:
        for name in names:
            text = row.text(name)
            if not text:
                continue
            try:
                found = date.fromisoformat(text)
            except ValueError:
                found = date.min
            if found < FIRST_DAY or found.year > 2100:
                self.faults.append(row.fault(name, "hsds_format", allowed="date"))
                return None
            return found
        return None

    def _clock(self, row: Row, name: str) -> str:
        found = _TIME.fullmatch(row.text(name))
        if found is None:
            return ""
        if found[2] not in OUR_OFFSETS:
            self.faults.append(row.fault(name, "hsds_offset"))
        return found[1]

    def _schedule(self, row: Row) -> Iterator[Schedule]:
        interval = self._whole(row, "interval")
        rule = Schedule(
            freq=row.text("freq").lower(),
            interval=1 if interval is None else interval,
            byday=tuple(
                one.strip().upper().lstrip("+")
                for one in row.text("byday").split(",")
                if one.strip()
            ),
            opens_at=self._clock(row, "opens_at"),
            closes_at=self._clock(row, "closes_at"),
            valid_from=self._day(row, "valid_from", "dtstart"),
            valid_to=self._day(row, "valid_to", "until"),
            note=row.text("notes") or row.text("description"),
        )
        try:
            yield checked_schedule(rule)
        except InvalidInput as refused:
            name = THEIR_SCHEDULE_FIELDS.get(refused.field, refused.field)
            self.faults.append(row.fault(name, refused.code, **refused.params))


def _term(name: str, text: str) -> str:
    """The code of a closed list that a text means, by code or by label; "" for none."""
    wanted = text.strip().casefold()
    for term in vocabulary(name):
        if wanted and wanted in {term.code.casefold(), term.nl.casefold(), term.en.casefold()}:
            return term.code
    return ""


def _number(phone: Row | None, faults: list[Fault]) -> str:
    if phone is None:
        return ""
    try:
        return phone_of(phone.text("number")) or ""
    except InvalidInput as refused:
        faults.append(phone.fault("number", refused.code, **refused.params))
        return ""


def _refused(row: Row, make: Callable[[], Any], names: Any) -> Iterator[Fault]:
    """What our own rules have against it, by their names."""
    try:
        make()
    except InvalidLines as refused:
        for one in refused.each:
            yield row.fault(names.get(one.field, one.field), one.code, **one.params)
