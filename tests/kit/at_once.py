"""Two steps at the same moment: the second begins while the first holds what it has."""

import threading
from collections.abc import Callable

from kit.town import Town
from signalering.domain.errors import DomainError
from signalering.services.work import Work

Step = Callable[[Work], object]


def at_once(
    town: Town, first: tuple[str | None, Step], second: tuple[str | None, Step]
) -> tuple[list[DomainError], list[Exception]]:
    """What the second was told, and what broke. Each is a person's key, or None, and a step."""
    told: list[DomainError] = []
    faults: list[Exception] = []

    def other() -> None:
        key, step = second
        try:
            with town.committed(key) as work:
                step(work)
        except DomainError as error:
            told.append(error)
        except Exception as error:
            faults.append(error)

    thread = threading.Thread(target=other)
    key, step = first
    with town.committed(key) as work:
        step(work)
        thread.start()
        thread.join(0.3)  # long enough to run into what is held here
    thread.join()
    return told, faults
