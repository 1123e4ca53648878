"""Half of the key that a subscriber's address is sealed under."""

import uuid

from sqlalchemy import LargeBinary, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, KeystoreBase


class SubscriberShare(KeystoreBase):
    """The other half is the installation's secret. Deleted, no older backup of the data opens

    the address again.
    """

    __tablename__ = "subscriber_share"
    __table_args__ = (UNORDERED,)

    subscriber_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    share: Mapped[bytes] = mapped_column(LargeBinary(32))
