"""What a town lacks to be served: marks of its secrets, and the version of its databases."""

from sqlalchemy import text

from kit.town import Town
from signalering.models.schema import newest_revision
from signalering.services.keys.marks import write_marks


def ready_to_serve(town: Town) -> None:
    """As set-up and the migrations leave it; the kit makes its tables from the models."""
    with town.committed() as work:
        write_marks(work)
    for engine in (town.house.data, town.house.keystore):
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
            newest = {"number": newest_revision()}
            connection.execute(text("INSERT INTO alembic_version VALUES (:number)"), newest)
