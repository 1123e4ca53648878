"""Marks by which an installation knows its own secrets again."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import Code, KeystoreBase


class SecretMark(KeystoreBase):
    """A one-way mark of a secret: a wrong secret is refused at the start."""

    __tablename__ = "secret_mark"

    name: Mapped[Code] = mapped_column(primary_key=True)
    mark: Mapped[bytes] = mapped_column(LargeBinary(32))
