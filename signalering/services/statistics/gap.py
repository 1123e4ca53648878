"""Main wishes of a released year beside the directory's offers of today.

Offers are organisations' and public, so that they are counted as they are; wishes are published
figures.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from signalering.domain.audit_actions import AuditAction
from signalering.domain.figures import GAP_KINDS
from signalering.domain.views.statistics.gap import AreaGap, GapRow, GapView, Supply
from signalering.domain.views.statistics.published import Figure, Label, PublishedTable
from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.tables import Kind
from signalering.services.audit.record import record
from signalering.services.statistics._chosen import choose
from signalering.services.statistics._fresh_offers import fresh_offers
from signalering.services.work import Work

# Who wishes nothing now is helped by no offer.
UNANSWERABLE = frozenset({"nothing_now"})
# Wishes that one kind of offer answers; the others are pillars.
OF_ONE_KIND = frozenset({"practical", "listening"})
# From so many signals on something is said; one offer for so many is little.
SAID_FROM = 10
LITTLE = 20
# Offers by (area, wish).
Offers = Mapping[tuple[str, str], int]


def gap(work: Work, period: str = "") -> GapView:
    """Wishes and offers, as a whole and by area where that was released.

    Raises Denied, NotFound for a period that is not released.
    """
    chosen = choose(work, period, GAP_KINDS)
    own = chosen.period
    offers = _offers(work)
    wishes = own.table(Kind.WISH) if own is not None else None
    by_area = own.table(Kind.AREA_WISH) if own is not None else None
    record(
        work,
        AuditAction.STATISTICS_READ,
        period=own.period if own is not None else "",
        family="gap",
    )
    return GapView(
        chosen,
        sum(offers.values()),
        () if wishes is None else tuple(_rows(wishes, offers)),
        () if by_area is None else tuple(_areas(by_area, offers)),
    )


def _offers(work: Work) -> Offers:
    """Active offers that were confirmed in the last six months and have not stopped."""
    return Counter(
        (offer.area, offer.kind if offer.kind in OF_ONE_KIND else str(offer.pillar))
        for offer in fresh_offers(work)
    )


def _rows(table: PublishedTable, offers: Offers) -> Iterator[GapRow]:
    (axis,) = table.axes
    for wish in axis.labels:
        yield _row(wish, table.cells[wish.code,], offers, vocabulary("areas").codes)


def _areas(table: PublishedTable, offers: Offers) -> Iterator[AreaGap]:
    areas, wishes = table.axes
    for area in areas.labels:
        yield AreaGap(
            area,
            tuple(
                _row(wish, table.cells[area.code, wish.code], offers, area.members)
                for wish in wishes.labels
            ),
        )


def _row(wish: Label, figure: Figure, offers: Offers, areas: tuple[str, ...]) -> GapRow:
    if wish.code in UNANSWERABLE:
        return GapRow(wish, figure, None, Supply.NOT_SAID)
    count = sum(offers.get((area, wish.code), 0) for area in areas)
    return GapRow(wish, figure, count, _supply(figure.figure, count))


def _supply(figure: int, offers: int) -> Supply:
    if figure < SAID_FROM:
        return Supply.NOT_SAID
    if not offers:
        return Supply.NONE
    return Supply.LITTLE if figure >= LITTLE * offers else Supply.SOME
