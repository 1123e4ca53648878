"""Let a fault come under load, and see that it took nothing."""

from collections.abc import Callable

from kit.fault_table import Table
from kit.faults import PATIENCE, Place
from kit.stored import before, counted
from kit.under_load import Load, loaded

# Receipts that each reporter gets between two faults.
ORDINARY = 10

Rounds = Callable[[int], int]
Fault = Callable[[Load], float]


def bears(place: Place, table: Table, name: str, rounds: int, fault: Fault) -> Load:
    """Nothing is lost, doubled or half-made, and it is served again each time.

    Between two of many rounds there is a while of ordinary work.
    """
    since, seconds = before(place.site.town), list[float]()
    with loaded(place.people, place.addresses) as load:
        for _ in range(rounds):
            seconds.append(load.served_again(fault(load)))
            load.steady(ORDINARY if rounds > 1 else 1)
    count = counted(place.site.town, since, load.receipts)
    table.add(name, place.database, seconds, load, count)
    assert count.sound, count
    assert max(seconds) < PATIENCE
    return load
