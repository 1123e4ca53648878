"""Codes that a partner's program laid ready for a worker, for minutes."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Day, Moment, Sealed


class SignalLink(DataBase):
    """Opened with the address that was given, and by a worker of that partner alone.

    Deleted when it is used. It names neither program nor partner, and no signal that comes of it
    names it; never backed up.
    """

    __tablename__ = "signal_link"
    __table_args__ = (UNORDERED,)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    sealed: Mapped[Sealed]
    until: Mapped[datetime] = mapped_column(Moment, index=True)


class ApiRequest(DataBase):
    """A request that was carried out, by the key that the program gave it: known again for a day.

    Both are keyed hashes; what was answered is made again of them. Never backed up.
    """

    __tablename__ = "api_request"
    __table_args__ = (UNORDERED,)

    key_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    body_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    until_on: Mapped[Day]
