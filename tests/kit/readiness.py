"""What a town lacks to be served: marks of its secrets, and the version of its databases.

And what it may lose meanwhile.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from kit.town import Town
from signalering.models.schema import newest_revision
from signalering.services.keys.marks import write_marks
from signalering.services.work import House


def ready_to_serve(town: Town) -> None:
    """As set-up and the migrations leave it; the kit makes its tables from the models."""
    with town.committed() as work:
        write_marks(work)
    for engine in (town.house.data, town.house.keystore):
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
            newest = {"number": newest_revision()}
            connection.execute(text("INSERT INTO alembic_version VALUES (:number)"), newest)


@contextmanager
def data_away(town: Town, *others: House) -> Iterator[None]:
    """Nobody gets into the data, neither from this house nor from others on it."""
    for house in (town.house, *others):
        house.data.dispose()
    url = town.house.data.url
    if url.get_backend_name() == "postgresql":
        doors = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
        with doors.connect() as door:
            door.exec_driver_sql(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS false')
            yield
            door.exec_driver_sql(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS true')
        doors.dispose()
        return
    file = Path(url.database or "")
    aside = file.rename(file.with_suffix(".aside"))
    file.mkdir()
    yield
    file.rmdir()
    aside.rename(file)
