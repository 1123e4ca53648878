"""The first byte of every blob and public key names its version and suite.

A registry holds the suites that can be read and says which one writes. Changing suites is: add
the new one, let it write, keep the old one readable until the last blob under it is gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, unique
from typing import Generic, NamedTuple, TypeVar

SuiteT = TypeVar("SuiteT")


@unique
class Version(IntEnum):
    """Every number ever given out, over both families; none is used twice."""

    AES_256_GCM = 0x01
    MLKEM768_X25519_HKDF_SHA256_AES_256_GCM = 0x41


class UnknownVersion(ValueError):
    """The blob is empty or its first byte names no suite of this registry."""


class Marked(NamedTuple, Generic[SuiteT]):
    """A blob taken apart: its version byte, the suite it names and the rest."""

    version: bytes
    suite: SuiteT
    body: bytes


@dataclass(frozen=True)
class Registry(Generic[SuiteT]):
    """The suites of one family by number; `current` is the one that writes."""

    current: int
    suites: Mapping[int, SuiteT]

    def __post_init__(self) -> None:
        if self.current not in self.suites:
            raise ValueError("the suite that writes must be registered")
        if not all(0 < number < 256 for number in self.suites):
            raise ValueError("a version is one byte and never zero")

    def writing(self) -> tuple[bytes, SuiteT]:
        """Give the version byte and the suite for something new."""
        return bytes([self.current]), self.suites[self.current]

    def reading(self, blob: bytes) -> Marked[SuiteT]:
        """Take a blob apart. Raises UnknownVersion."""
        suite = self.suites.get(blob[0]) if blob else None
        if suite is None:
            raise UnknownVersion
        return Marked(blob[:1], suite, blob[1:])
