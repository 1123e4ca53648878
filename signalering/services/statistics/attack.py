"""Attack figures of made-up signals, so that anybody sees which way of publishing holds."""

from collections.abc import Callable, Iterator

from signalering.domain.views.statistics.attack import Attacked, Attacker
from signalering.privacy.disclosure.attack import Claims, Spot, believable, claimed, sure
from signalering.privacy.disclosure.intervals import OneWay, intervals
from signalering.privacy.disclosure.made_up import made_up
from signalering.privacy.disclosure.posterior import posterior
from signalering.services.statistics._informed import informed
from signalering.services.statistics._methods import Method, Published, publish
from signalering.services.statistics.plan import TOTAL

__all__ = ["Method", "attack"]

MOST_SIGNALS = 1000


def attack(method: Method, seed: int, signals: int, progress: Callable[[str], None]) -> Attacked:
    """Publish a made-up year by a method, attack it, and count the claims that are right.

    A claim is a count that bounds leave alone, or a count of 1-4 believed for at least 0.9. No
    database is asked. Raises ValueError for a number of signals outside 1 to 1000.
    """
    if not 1 <= signals <= MOST_SIGNALS:
        raise ValueError("a number of signals from 1 to 1000")
    progress("making up signals and publishing them")
    published = publish(method, list(made_up(seed, signals)), seed)
    readers = {"bounds": _bounds, "posterior": _posterior}
    if published.figures:
        readers["informed"] = informed
    attackers = []
    for name, attacker in readers.items():
        progress(f"attacking: {name}")
        claims = attacker(published)
        right = sum(published.truth[spot] == count for spot, count in claims.items())
        attackers.append(Attacker(name, len(claims), right))
    return Attacked(
        method.value,
        seed,
        signals,
        tuple(
            (period.code, tuple(table.code for table in tables))
            for period, tables in published.tables.items()
        ),
        len(published.cells),
        len(published.seen().hidden),
        tuple(attackers),
    )


def _bounds(published: Published) -> Claims:
    claims = sure(published.seen())
    for total, tables, spots in _one_way(published):
        for target, interval in intervals(total, tables).items():
            if len(interval) == 1:
                claims[spots[target]] = interval.low
    return claims


def _posterior(published: Published) -> Claims:
    claims = believable(published.seen())
    for total, tables, spots in _one_way(published):
        for target, belief in posterior(total, tables).items():
            # Parts are whole numbers without bound, and shares of them are not.
            shares = {count: part / belief.whole for count, part in belief.parts.items()}
            claims.update(claimed(spots[target], shares))
    return claims


def _one_way(
    published: Published,
) -> Iterator[tuple[int, list[OneWay], dict[tuple[str, str], Spot]]]:
    """Per period its total and tables with one axis, as the audit reads them."""
    figures = published.figures
    for period, tables in published.tables.items() if figures else ():
        total = Spot(period.code, TOTAL)
        spots = {(TOTAL, ""): total}
        read = []
        for table in (table for table in tables if table.one_way):
            own = {
                held.code: Spot(period.code, table.code, (held.code,))
                for held in table.axes[0].classes
            }
            spots |= {(table.code, code): spot for code, spot in own.items()}
            read.append(OneWay(table.code, {code: figures[spot] for code, spot in own.items()}))
        yield figures[total], read, spots
