"""What must stay forgotten, and what was noticed about the keys."""

import uuid
from datetime import date

from sqlalchemy import Uuid
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.lifecycles import AlarmKind
from signalering.models.base import UNORDERED, Code, KeystoreBase, known


class Tombstone(KeystoreBase):
    """A key that was erased, or the record it was the key of: no backup brings it back."""

    __tablename__ = "tombstone"
    __table_args__ = (UNORDERED,)

    key_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    erased_on: Mapped[date]


class KeyAlarm(KeystoreBase):
    """A public key that is not the one its secret gives: intake stops until somebody looked."""

    __tablename__ = "key_alarm"
    __table_args__ = (known("kind", AlarmKind), UNORDERED)

    kind: Mapped[Code] = mapped_column(primary_key=True)
    object_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    noticed_on: Mapped[date]
    # An administrator or privacy officer looked: the owner's next log-in puts the right key back.
    acknowledged: Mapped[bool]
