"""What is wished for beside what was found, per kind of offer, from published figures of a year."""

from signalering.domain.report_texts import TEXTS
from signalering.domain.views.statistics.published import PublishedPeriod
from signalering.domain.views.statistics.report import Named, Said, ShownRow, Statement, Topic
from signalering.privacy.disclosure.shown import Change, change
from signalering.privacy.disclosure.tables import Kind


def gap_rows(year: PublishedPeriod) -> tuple[ShownRow, ...]:
    """Each wish with how often it was heard, and how often a referral for it was accepted.

    The second is None for a wish that no pillar answers to. Empty for a year without both tables.
    """
    wishes, linked = year.table(Kind.WISH), year.table(Kind.PILLAR)
    if year.alone or wishes is None or linked is None:
        return ()
    return tuple(
        ShownRow(label, (wishes.cells[label.code,], linked.cells.get((label.code,))))
        for label in wishes.axes[0].labels
        if (label.code,) in wishes.cells
    )


def gap_statements(year: PublishedPeriod) -> tuple[Statement, ...]:
    """The wishes that are clearly heard more often than a referral was accepted, if any.

    Empty where nothing can be said.
    """
    found = []
    compared = False
    for row in gap_rows(year):
        wished, linked = row.figures
        if wished is None or linked is None:
            continue
        compared = True
        if change(linked.figure, wished.figure) is Change.MORE:
            found.append(
                Statement(
                    Topic.GAP,
                    Said.GAP,
                    TEXTS[Topic.GAP, Said.GAP],
                    first=wished,
                    second=linked,
                    named=(Named(row.label),),
                )
            )
    if compared and not found:
        found.append(Statement(Topic.GAP, Said.NO_GAP, TEXTS[Topic.GAP, Said.NO_GAP]))
    return tuple(found)
