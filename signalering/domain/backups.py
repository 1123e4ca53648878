"""Backups: the two kinds of file, and how long each is kept at most."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType


class BackupKind(StrEnum):
    """Data and keystore lie apart: neither opens a word without the other and a person."""

    DATA = "data"
    KEYSTORE = "keystore"


# A key that was erased is gone from every backup within a month, the sealed words in a quarter.
KEPT_DAYS: Mapping[BackupKind, int] = MappingProxyType(
    {BackupKind.DATA: 90, BackupKind.KEYSTORE: 30}
)


def lapses_on(kind: BackupKind, made_on: date) -> date:
    """The last day on which a backup of this kind, made on that day, may exist."""
    return made_on + timedelta(days=KEPT_DAYS[kind])
