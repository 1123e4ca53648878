"""What stands in the directory beside what a file tells: which is which, and what changes."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import select

from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.drafts import Drafts, OfferDraft
from signalering.domain.faults import Fault
from signalering.domain.offer_facts import offer_values, organisation_values, place_values
from signalering.domain.schedules import Schedule
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation, Place
from signalering.services.directory.schedules import languages_of, schedules_of
from signalering.services.directory.searching import folded
from signalering.services.work import Work

Values = dict[str, Any]
_ROOT = uuid5(NAMESPACE_URL, "urn:signalering:brought-in")


@dataclass
class Step:
    """One row to write: a new one, or the columns of a known one that change."""

    id: UUID
    new: bool
    values: Values = field(default_factory=dict)
    draft: OfferDraft | None = None
    name: str = ""
    organisation: str = ""
    # None leaves what stands.
    schedules: tuple[Schedule, ...] | None = None
    languages: tuple[str, ...] | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """What changes, by our names; the key of another directory is no news to a person."""
        parts = {"schedules": self.schedules, "languages": self.languages}
        named = {*self.values, *(name for name, value in parts.items() if value is not None)}
        return tuple(sorted(named - {"external_id"}))

    @property
    def writes(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.new or self.values) or self.fields != ()


@dataclass
class Matched:
    """All that is to be written, and what could not be told apart."""

    organisations: list[Step] = field(default_factory=list)
    places: list[Step] = field(default_factory=list)
    offers: list[Step] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def seen(self) -> str:
        """The same for the same plan, in whatever process: what somebody says yes to."""
        told = [
            (
                one.id if not one.new else "",
                one.name,
                one.fields,
                sorted(map(str, one.values.items())),
            )
            for one in (*self.organisations, *self.places, *self.offers)
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


def match(work: Work, drafts: Drafts, fallback: date | None) -> Matched:
    """Compare by the other directory's key, then by name with organisation (a place: with address).

    What the file doesn't say stays as it is. `fallback` is the day for new offers without one.
    """
    found = Matched()
    organisations = _organisations(work, drafts.organisations, found)
    places = _places(work, drafts.places, found)
    rows = list(work.data.scalars(select(Initiative)))
    ids = [row.id for row in rows]
    known = _Known(rows, schedules_of(work, ids), languages_of(work, ids))
    names = {one.id: one.name for one in found.organisations}
    for draft in drafts.offers:
        facts = replace(
            draft.facts,
            organisation_id=organisations.get(draft.organisation),
            place_id=places.get(draft.place),
        )
        step = known.step(draft, offer_values(facts), facts.languages, fallback, found.faults)
        if step is not None:
            step.organisation = (
                names.get(facts.organisation_id, "") if facts.organisation_id else ""
            )
            found.offers.append(step)
    return found


class _Known:
    """The offers that there are, to be found by key and by name."""

    def __init__(
        self,
        rows: Sequence[Initiative],
        schedules: Mapping[UUID, tuple[Schedule, ...]],
        languages: Mapping[UUID, tuple[str, ...]],
    ) -> None:
        self._by_key = {key: row for row in rows for key in (str(row.id), row.external_id) if key}
        self._by_name = {(folded(row.name), row.organisation_id): row for row in rows}
        self._schedules, self._languages = schedules, languages
        self._ids = {row.id for row in rows}
        self._taken: dict[UUID, int] = {}
        self._new: dict[tuple[str, UUID | None], int] = {}

    def step(
        self,
        draft: OfferDraft,
        values: Values,
        languages: tuple[str, ...],
        fallback: date | None,
        faults: list[Fault],
    ) -> Step | None:
        """What to do with this one; None, and a fault, for one that is another's double."""
        del values["contact_address"]
        name = folded(values["name"]), values["organisation_id"]
        row = self._by_key.get(draft.key) or self._by_name.get(name)
        if row is None:
            return self._fresh(draft, values, languages, fallback, name, faults)
        first = self._taken.setdefault(row.id, draft.row)
        holder = self._by_name.get(name)
        if first != draft.row or (holder is not None and holder.id != row.id):
            faults.append(_fault(draft, "name", "hsds_twice", row=str(first)))
            return None
        step = Step(row.id, new=False, draft=draft, name=values["name"])
        step.values = {k: v for k, v in values.items() if v is not None and v != getattr(row, k)}
        if draft.assured_on is not None and draft.assured_on > row.assured_on:
            step.values["assured_on"] = draft.assured_on
        # An offer that has ended comes back by hand alone.
        if row.active and not draft.active:
            step.values["active"] = False
        if row.external_id is None and draft.key != str(row.id):
            step.values["external_id"] = draft.key
        if draft.schedules and draft.schedules != self._schedules.get(row.id, ()):
            step.schedules = draft.schedules
        if languages and languages != self._languages.get(row.id, ()):
            step.languages = languages
        return step

    def _fresh(
        self,
        draft: OfferDraft,
        values: Values,
        languages: tuple[str, ...],
        fallback: date | None,
        name: tuple[str, UUID | None],
        faults: list[Fault],
    ) -> Step | None:
        first = self._new.setdefault(name, draft.row)
        if first != draft.row:
            faults.append(_fault(draft, "name", "hsds_twice", row=str(first)))
            return None
        assured = draft.assured_on or fallback
        if assured is None:
            faults.append(_fault(draft, "assured_date", "hsds_assured"))
            return None
        found, external = id_for(draft.key, self._ids, "offer")
        more = {"assured_on": assured, "active": draft.active, "external_id": external}
        return Step(
            found,
            new=True,
            values=values | more,
            draft=draft,
            name=values["name"],
            schedules=draft.schedules,
            languages=languages,
        )


def id_for(key: str, taken: set[UUID], kind: str) -> tuple[UUID, str | None]:
    """The other directory's id as our own where it is one; or one made of it, and theirs beside it.

    The same file gives the same ids, so that what was looked through can be told from others.
    """
    try:
        found, external = UUID(key), None
    except ValueError:
        found, external = uuid5(_ROOT, f"{kind}:{key}"), key
    if found in taken or (external is None and str(found) != key):
        found, external = uuid5(_ROOT, f"{kind}:again:{key}:{len(taken)}"), key
    taken.add(found)
    return found, external


def _organisations(
    work: Work, drafts: Mapping[str, SaveOrganisation], found: Matched
) -> dict[str, UUID]:
    rows = list(work.data.scalars(select(Organisation)))
    by_name = {folded(row.name): row for row in rows}
    return _parts(
        found.organisations,
        rows,
        {key: (organisation_values(one), folded(one.name)) for key, one in drafts.items()},
        by_name,
        "organisation",
    )


def _places(work: Work, drafts: Mapping[str, SavePlace], found: Matched) -> dict[str, UUID]:
    rows = list(work.data.scalars(select(Place)))
    by_name = {_where(row.name, row.street, row.city): row for row in rows}
    return _parts(
        found.places,
        rows,
        {
            key: (place_values(one), _where(one.name, one.street, one.city))
            for key, one in drafts.items()
        },
        by_name,
        "place",
    )


def _where(name: str, street: str | None, city: str | None) -> str:
    return folded("|".join((name, street or "", city or "")))


def _parts(
    steps: list[Step],
    rows: Sequence[Organisation] | Sequence[Place],
    drafts: Mapping[str, tuple[Values, str]],
    by_name: Mapping[str, Any],
    kind: str,
) -> dict[str, UUID]:
    """Organisations or places: ids by the file's key. Two keys with one name are one."""
    by_key = {key: row for row in rows for key in (str(row.id), row.external_id) if key}
    ids, made, taken = {}, dict[str, UUID](), {row.id for row in rows}
    for key, (values, name) in drafts.items():
        row = by_key.get(key) or by_name.get(name)
        if row is None and name in made:
            ids[key] = made[name]
            continue
        if row is None:
            new_id, external = id_for(key, taken, kind)
            whole = values | {"external_id": external}
            steps.append(Step(new_id, new=True, values=whole, name=values["name"]))
            ids[key] = made[name] = new_id
            continue
        ids[key] = row.id
        changed = {k: v for k, v in values.items() if v is not None and v != getattr(row, k)}
        if by_name.get(name, row) is not row:
            # The new name is another's: this one keeps its own.
            changed.pop("name", None)
        if row.external_id is None and key != str(row.id):
            changed["external_id"] = key
        steps.append(Step(row.id, new=False, values=changed, name=row.name))
    return ids


def _fault(draft: OfferDraft, name: str, code: str, **params: str) -> Fault:
    return Fault(draft.file, draft.row, name, code, params)
