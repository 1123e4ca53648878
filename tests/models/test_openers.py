"""Of every sealed column is written down who can open it, and of no other."""

from signalering.models.columns import DATA, KEYSTORE, Kind
from signalering.models.openers import SEALED


def test_every_sealed_column_has_its_opener() -> None:
    sealed = {
        f"{table}.{column}"
        for tables in (DATA, KEYSTORE)
        for table, columns in tables.items()
        for column, kind in columns.items()
        if kind in (Kind.SEALED, Kind.KEYED)
    }
    assert SEALED.keys() == sealed
