"""Attack figures of made-up signals, so that anybody sees which way of publishing holds."""

from collections.abc import Callable

from signalering.domain.views.statistics.attack import Attacked, Attacker
from signalering.privacy.disclosure.made_up import made_up
from signalering.privacy.disclosure.tables import Counted
from signalering.services.statistics._informed import informed
from signalering.services.statistics._made_up_figures import facts_of
from signalering.services.statistics._methods import HIDDEN, Method, Published, publish
from signalering.services.statistics._methods import all_pass as audited

__all__ = ["Method", "attack", "attacked", "audited"]

MOST_SIGNALS = 1000
Progress = Callable[[str], None]


def attack(method: Method, seed: int, signals: int, progress: Progress) -> Attacked:
    """Publish a made-up year by a method, attack it, and count the claims that are right.

    A claim is a count that integer programs leave alone, or a count of 1-4 believed for at least
    0.9. All attackers read all releases of the year together; the partner is the largest group of
    reporters, which knows its own facts. No database is asked. Raises ValueError for a number of
    signals outside 1 to 1000.
    """
    if not 1 <= signals <= MOST_SIGNALS:
        raise ValueError("a number of signals from 1 to 1000")
    progress("making up signals and publishing them")
    published = publish(method, list(made_up(seed, signals)), seed)
    return attacked(method, seed, published, progress)


def attacked(method: Method, seed: int, published: Published, progress: Progress) -> Attacked:
    """The attack on what was published."""
    # NumPy and HiGHS are no part of a server's start.
    from signalering.privacy.disclosure import attackers
    from signalering.privacy.disclosure.question import question

    *inner, year = published.releases
    asked = question(year, inner, Counted.REGISTERED, exact=published.exact)
    facts = facts_of(published.signals)
    readers = {
        "bounds": attackers.bounds,
        "posterior": attackers.stranger,
        "partner": attackers.partner,
    }
    found = []
    for name, attacker in readers.items():
        progress(f"attacking: {name}")
        claims, right = attacker(asked, facts)
        found.append(Attacker(name, claims, right))
    figures, truth = published.figures, published.truth
    if not published.exact:
        progress("attacking: informed")
        guesses = informed(published)
        right = sum(truth[spot] == count for spot, count in guesses.items())
        found.append(Attacker("informed", len(guesses), right))
    hidden = sum(not published.exact or figure == HIDDEN for figure in figures.values())
    return Attacked(
        method.value,
        seed,
        len(published.signals),
        tuple(
            (period.code, tuple(table.code for table in tables))
            for period, tables in published.tables.items()
        ),
        len(figures),
        hidden,
        tuple(found),
    )
