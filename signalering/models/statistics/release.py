"""The year's table plan, releases, and published cells: frozen once written."""

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, Code, DataBase


class TablePlan(DataBase):
    """Fixed each 1 January from published figures only."""

    __tablename__ = "table_plan"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    expected: Mapped[int]
    plan: Mapped[str] = mapped_column(Text)


class Release(DataBase):
    """A period is released once, with the verdict of its audit."""

    __tablename__ = "release"

    period: Mapped[str] = mapped_column(String(6), primary_key=True)
    rung: Mapped[Code]
    verdict: Mapped[str] = mapped_column(Text)


class PublishedCell(DataBase):
    """The only figure that a screen, a download or an interface may show."""

    __tablename__ = "published_cell"
    __table_args__ = (UNORDERED,)

    family: Mapped[Code] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(String(6), ForeignKey("release.period"), primary_key=True)
    table: Mapped[str] = mapped_column("table_name", String(64), primary_key=True)
    categories: Mapped[str] = mapped_column(String(128), primary_key=True)
    figure: Mapped[int]


class ReleaseCheck(DataBase):
    """One check of the audit of figures that may be released; none of it outlasts the release.

    `passed` is empty while somebody is at it. The digest, under a secret, says of which figures.
    """

    __tablename__ = "release_check"
    __table_args__ = (UNORDERED,)

    period: Mapped[str] = mapped_column(String(6), primary_key=True)
    rung: Mapped[Code] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(128), primary_key=True)
    passed: Mapped[bool | None]
