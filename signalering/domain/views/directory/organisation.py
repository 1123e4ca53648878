"""Organisations and places as an administrator works on them."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.commands.directory.place import SavePlace


@dataclass(frozen=True)
class OrganisationView:
    """One organisation, and the offers that it has."""

    id: UUID
    facts: SaveOrganisation
    offers: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class PlaceView:
    """One place, and the offers that meet there."""

    id: UUID
    facts: SavePlace
    offers: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class NamedLine:
    """A line of a list: `about` is where it is or what it is; `offers` counts those that run."""

    id: UUID
    name: str
    about: str
    offers: int


@dataclass(frozen=True)
class NamedPage:
    """A page of lines by name; pages count from 1."""

    lines: tuple[NamedLine, ...]
    page: int
    has_next: bool
